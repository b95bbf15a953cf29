/** The JSON Schemas that are part of the extension; each is made from the schema that the code itself parses with. */
import { toJsonSchema } from '@valibot/to-json-schema';
import { EventSchema } from '../../core/rules/event-schema.ts';
import { RuleSchema } from '../../core/rules/rule-schema.ts';

/** @type {{ name: string, title: string, schema: import('valibot').GenericSchema }[]} */
export const SCHEMAS = [
  { name: 'rule', title: 'A rule of Latchdesk', schema: RuleSchema },
  { name: 'event', title: 'What a rule of Latchdesk posts to a webhook', schema: EventSchema },
];

/**
 * What stands in `public/schemas/<name>.schema.json`.
 * @param {(typeof SCHEMAS)[number]} of
 */
export function jsonSchemaOf({ name, title, schema }) {
  const { $schema: _, ...rest } = toJsonSchema(schema, { target: 'draft-2020-12' });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:latchdesk:schema:${name}`,
    title,
    ...rest,
  };
}
