import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ACTION_KINDS, TRIGGER_KINDS } from '../../../domain/rules/rule.ts';
import { jsonSchemaOf, SCHEMAS } from '../../../scripts/lib/schemas.mjs';

const fileOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../../public/schemas/${name}.schema.json`, import.meta.url), 'utf8'));

describe('the JSON Schemas of the package', () => {
  it.each(SCHEMAS.map((each) => [each.name, each]))(
    '%s is current: "node scripts/schemas.mjs" writes it',
    (name, each) => {
      expect(fileOf(name)).toEqual(JSON.parse(JSON.stringify(jsonSchemaOf(each))));
    },
  );

  it('that of a rule names every trigger and action, and lets no other field in', () => {
    const { $schema, properties, additionalProperties } = fileOf('rule');
    expect($schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(additionalProperties).toBe(false);
    expect(kindsOf(properties.trigger.oneOf)).toEqual([...TRIGGER_KINDS].sort());
    expect(kindsOf(properties.actions.items.oneOf)).toEqual([...ACTION_KINDS].sort());
  });
});

interface Option {
  properties: { kind: { const?: string; enum?: string[] } };
}
const kindsOf = (options: Option[]) =>
  options.flatMap(({ properties: { kind } }) => kind.enum ?? [kind.const ?? '']).sort();
