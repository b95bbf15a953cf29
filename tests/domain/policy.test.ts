import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPolicy } from '../../core/policy/read-policy.ts';
import {
  effectivePreferences,
  effectiveSettings,
  FIXABLE_SETTINGS,
  isUnmanaged,
  lockedFields,
  NO_POLICY,
  POLICY_NAMES,
  type Policy,
  policyAddress,
  servesAddress,
} from '../../domain/policy.ts';
import { DEFAULT_PREFERENCES, FEATURES } from '../../domain/preferences.ts';
import { HIDEABLE_CARDS } from '../../domain/settings.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';

const policy = (changes: Partial<Policy>): Policy => ({ ...NO_POLICY, ...changes });

describe('without a policy', () => {
  it('everything is as the user set it, and nothing is locked', () => {
    const own = { ...DEFAULT_PREFERENCES, language: 'ru', featuresOff: ['chip'] as const };
    expect(effectivePreferences(own, NO_POLICY)).toEqual(own);
    expect(effectiveSettings(DEFAULT_SETTINGS, NO_POLICY)).toEqual(DEFAULT_SETTINGS);
    expect(isUnmanaged(NO_POLICY)).toBe(true);
    expect(servesAddress(NO_POLICY, 'https://any.example/')).toBe(true);
  });
});

describe('a policy', () => {
  it('wins over the language and the values of the user', () => {
    const fixed = policy({ language: 'en', settings: { accessDays: 7, warnsOfSecrets: true } });
    expect(effectivePreferences({ ...DEFAULT_PREFERENCES, language: 'ru' }, fixed).language).toBe('en');
    const settings = effectiveSettings({ ...DEFAULT_SETTINGS, warnsOfSecrets: false, idleDays: 9 }, fixed);
    expect(settings).toMatchObject({ accessDays: 7, warnsOfSecrets: true, idleDays: 9 });
  });

  it('adds to what the user switched off and gives nothing back', () => {
    const own = { ...DEFAULT_PREFERENCES, featuresOff: ['badge'] as const };
    expect(effectivePreferences(own, policy({ featuresOff: ['watch'] })).featuresOff).toEqual(['badge', 'watch']);
    const settings = effectiveSettings(
      { ...DEFAULT_SETTINGS, hiddenCards: ['hint'] },
      policy({ featuresOff: ['guard', 'watch'] }),
    );
    expect(settings.hiddenCards).toEqual(['hint', 'guard']);
  });

  it('can make it read-only, and only then the user cannot undo it', () => {
    const own = { ...DEFAULT_PREFERENCES, isReadOnly: true };
    expect(effectivePreferences(own, NO_POLICY).isReadOnly).toBe(true);
    expect(lockedFields(NO_POLICY).has('isReadOnly')).toBe(false);
    expect(effectivePreferences(DEFAULT_PREFERENCES, policy({ isReadOnly: true })).isReadOnly).toBe(true);
    expect(lockedFields(policy({ isReadOnly: true })).get('isReadOnly')).toBe('readOnly');
  });

  it('names each field that it locks with the name IT knows it by', () => {
    const fixed = policy({ portals: [], language: 'en', featuresOff: ['hint', 'watch'], settings: { idleDays: 2 } });
    expect([...lockedFields(fixed)]).toEqual([
      ['portals', 'portals'],
      ['language', 'language'],
      ['featuresOff.hint', 'featuresOff'],
      ['featuresOff.watch', 'featuresOff'],
      ['settings.hiddenCards.hint', 'featuresOff'],
      ['settings.idleDays', 'settings'],
    ]);
  });
});

describe('fixed portals', () => {
  const fixed = policy({ portals: ['https://demo.bitrix24.ru/', 'https://crm.example:8443/b24/'] });

  it.each([
    ['https://demo.bitrix24.ru', true],
    ['https://demo.bitrix24.ru/online/?IM_DIALOG=5', true],
    ['https://DEMO.bitrix24.ru/', true],
    ['https://crm.example:8443/b24', true],
    ['https://crm.example:8443/b24/company/', true],
    ['https://crm.example:8443/b24-other/', false],
    ['https://crm.example:8443/', false],
    ['https://crm.example/b24/', false],
    ['http://demo.bitrix24.ru/', false],
    ['https://demo.bitrix24.ru.evil.example/', false],
    ['https://other.bitrix24.ru/', false],
    ['not an address', false],
  ])('%s: %s', (address, isServed) => {
    expect(servesAddress(fixed, address)).toBe(isServed);
  });

  it.each([
    ['demo.bitrix24.ru', 'https://demo.bitrix24.ru/'],
    ['http://intranet/crm', 'http://intranet/crm/'],
    ['https://user@demo.bitrix24.ru', null],
    ['*.bitrix24.ru', null],
    ['https://demo.bitrix24.ru/?a=1', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('%s is read as %s', (text, address) => {
    expect(policyAddress(text)).toBe(address);
  });
});

describe('what the browser hands over', () => {
  it('is followed where it fits', () => {
    const managed = {
      portals: ['demo.bitrix24.ru'],
      featuresOff: ['chip', 'chip'],
      readOnly: true,
      language: 'en',
      settings: { accessReminders: [5] },
    };
    expect(readPolicy(managed)).toEqual({
      policy: {
        portals: ['https://demo.bitrix24.ru/'],
        featuresOff: ['chip'],
        isReadOnly: true,
        language: 'en',
        settings: { accessReminders: [5] },
      },
      problems: [],
    });
  });

  it('is named where it does not, and the rest still holds', () => {
    const managed = {
      readonly: true,
      readOnly: 'yes',
      featuresOff: ['chip', 'chips'],
      settings: { idleDays: 0, idleDay: 3, accessDays: 5 },
    };
    const { policy, problems } = readPolicy(managed);
    expect(policy).toEqual({ ...NO_POLICY, featuresOff: ['chip'], settings: { accessDays: 5 } });
    expect(problems.map(({ name, entry }) => `${name}: ${entry}`).sort()).toEqual([
      'featuresOff: chips',
      'other: readonly',
      'readOnly: yes',
      'settings: idleDay',
      'settings: idleDays',
    ]);
  });

  it('still narrows when no portal of the list can be understood', () => {
    for (const portals of [['*.bitrix24.ru'], 'demo.bitrix24.ru', []]) {
      expect(readPolicy({ portals }).policy.portals).toEqual([]);
    }
    expect(servesAddress(policy({ portals: [] }), 'https://demo.bitrix24.ru/')).toBe(false);
  });

  it('may be nothing, which is no policy and no problem', () => {
    for (const managed of [undefined, null, {}])
      expect(readPolicy(managed)).toEqual({ policy: NO_POLICY, problems: [] });
  });

  it('never throws and never gives anything that was not allowed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.anything(), fc.record(Object.fromEntries(POLICY_NAMES.map((name) => [name, fc.anything()])))),
        (managed) => {
          const { policy } = readPolicy(managed);
          expect(policy.featuresOff.every((feature) => FEATURES.includes(feature))).toBe(true);
          expect(
            Object.keys(policy.settings).every((name) => (FIXABLE_SETTINGS as readonly string[]).includes(name)),
          ).toBe(true);
          expect(() => servesAddress(policy, 'https://demo.bitrix24.ru/')).not.toThrow();
        },
      ),
    );
  });
});

describe('the schema that Chromium loads', () => {
  const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../../public/managed-schema.json'), 'utf8'));
  /** Chromium refuses to load an extension whose schema says more. */
  const KNOWN = ['type', 'properties', 'items', 'title', 'description', 'minimum', 'maximum'];

  const check = (node: Record<string, unknown>): void => {
    expect(KNOWN).toEqual(expect.arrayContaining(Object.keys(node)));
    expect(['object', 'array', 'string', 'integer', 'number', 'boolean']).toContain(node.type);
    for (const inner of Object.values((node.properties as object) ?? {})) check(inner);
    if (node.items) check(node.items as Record<string, unknown>);
  };

  it('uses only what a policy schema may use', () => check(schema));

  it('has the names that are read, and the settings that can be fixed', () => {
    expect(Object.keys(schema.properties).sort()).toEqual([...POLICY_NAMES].sort());
    expect(Object.keys(schema.properties.settings.properties).sort()).toEqual([...FIXABLE_SETTINGS].sort());
  });

  it('tells IT every feature by its name', () => {
    const { description } = schema.properties.featuresOff;
    expect(/Known names: (.*)\./.exec(description)?.[1]?.split(', ').sort()).toEqual([...FEATURES].sort());
    expect(FEATURES).toEqual(expect.arrayContaining([...HIDEABLE_CARDS]));
  });
});
