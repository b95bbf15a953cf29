import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingsFile } from '../../../core/settings-file/read-file.ts';
import { NO_POLICY, type Policy } from '../../../domain/policy.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import type { SettingsFile } from '../../../domain/settings-file/file.ts';
import type { Here } from '../../../domain/settings-file/here.ts';
import { type ImportChoices, isSamePlan, planImport } from '../../../domain/settings-file/plan.ts';
import { type Contents, writeSettingsFile } from '../../../domain/settings-file/write.ts';
import { grant, integrator, lookalike, partner } from '../access-records.ts';
import { afterStep, anyHere, DEMO, everythingOf, here, note, portalHere, TAKE_ALL } from './samples.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const LATER = NOW + 60_000;

function fileOf(from: Here, changes: Partial<Contents> = {}): SettingsFile {
  const reading = readSettingsFile(writeSettingsFile(from, { ...everythingOf(from), ...changes }, NOW).text);
  if (reading.why !== null) throw new Error(`The file was refused: ${reading.why}`);
  expect(reading.skipped).toEqual([]);
  return reading.file;
}

const plan = (file: SettingsFile, to: Here, choices: Partial<ImportChoices> = {}, policy: Policy = NO_POLICY) =>
  planImport(file, to, { ...TAKE_ALL, ...choices }, policy, LATER);

describe('a file that was saved here', () => {
  it('changes nothing here', () => {
    fc.assert(
      fc.property(anyHere, (browser) => {
        const { rows, steps, left } = plan(fileOf(browser), browser, { acrossUsers: false });
        expect({ rows, steps, left }).toEqual({ rows: [], steps: [], left: [] });
      }),
    );
  });

  it('makes an empty browser the same, and then has nothing more to change', () => {
    fc.assert(
      fc.property(anyHere, (browser) => {
        const file = fileOf(browser);
        const { steps, preferences } = plan(file, here());
        const empty: Here = { preferences: { ...DEFAULT_PREFERENCES, ...preferences }, portals: [] };
        const copied = steps.reduce(afterStep, empty);
        expect(copied.portals.map(({ key }) => key).sort()).toEqual(browser.portals.map(({ key }) => key).sort());
        const again = plan(file, copied, { acrossUsers: false });
        expect([again.rows, again.steps]).toEqual([[], []]);
        expect(plan(fileOf(copied), browser, { acrossUsers: false }).steps).toEqual([]);
      }),
    );
  });

  it('never takes a word away that was written in the other browser', () => {
    fc.assert(
      fc.property(anyHere, anyHere, (one, other) => {
        const { steps } = plan(fileOf(one), other);
        const after = steps.reduce(afterStep, other);
        for (const portal of other.portals) {
          const kept = after.portals.find(({ key }) => key === portal.key);
          for (const { chatId, alias, text, tags } of portal.notes) {
            const now = kept?.notes.find((each) => each.chatId === chatId);
            expect(now).toMatchObject({ alias: alias || now?.alias, text: text || now?.text });
            expect(now?.tags).toEqual(expect.arrayContaining([...tags]));
          }
        }
      }),
    );
  });
});

describe('the difference', () => {
  const settings = {
    ...DEFAULT_SETTINGS,
    waitingHours: 8,
    workingTime: { ...DEFAULT_SETTINGS.workingTime, from: 480 },
  };

  it('is told field by field, as it is and as it would be', () => {
    const [step] = plan(fileOf(here(portalHere({ settings }))), here(portalHere())).steps;
    expect(step?.rows).toEqual([
      { field: 'waitingHours', from: 4, to: 8, isWeaker: false, lock: null },
      { field: 'workingTime.from', from: 540, to: 480, isWeaker: false, lock: null },
    ]);
    expect(step?.settings).toEqual({ waitingHours: 8, workingTime: settings.workingTime });
  });

  it('marks what would protect less', () => {
    const weak = { ...DEFAULT_SETTINGS, warnsOfSecrets: false, hiddenCards: ['uninstallGuard'] as const };
    const [step] = plan(fileOf(here(portalHere({ settings: weak }))), here(portalHere())).steps;
    expect(step?.rows.map(({ field, isWeaker }) => [field, isWeaker])).toEqual([
      ['warnsOfSecrets', true],
      ['hiddenCards', true],
    ]);
    const [back] = plan(fileOf(here(portalHere())), here(portalHere({ settings: weak }))).steps;
    expect(back?.rows.map(({ isWeaker }) => isWeaker)).toEqual([false, false]);
  });

  it('does not take the order of a list for a difference', () => {
    const one = { ...DEFAULT_SETTINGS, accessReminders: [7, 3, 1] };
    const other = { ...DEFAULT_SETTINGS, accessReminders: [1, 7, 3] };
    expect(plan(fileOf(here(portalHere({ settings: one }))), here(portalHere({ settings: other }))).steps).toEqual([]);
  });

  it('shows what IT has fixed, and leaves it', () => {
    const policy: Policy = { ...NO_POLICY, isReadOnly: true, settings: { waitingHours: 4 } };
    const from = { ...here(portalHere({ settings })), preferences: { ...DEFAULT_PREFERENCES, isReadOnly: true } };
    const browser = here(portalHere());
    const { rows, steps, preferences } = plan(fileOf(from), browser, {}, policy);
    expect(rows.map(({ field, lock }) => [field, lock])).toEqual([['isReadOnly', 'readOnly']]);
    expect(preferences).toEqual({});
    expect(steps[0]?.rows[0]).toMatchObject({ field: 'waitingHours', lock: 'settings' });
    expect(Object.keys(steps[0]?.settings ?? {})).toEqual(['workingTime']);
  });

  it('is only what was chosen', () => {
    const from = here(portalHere({ settings, notes: [note(1, { alias: 'Mail' })], records: [grant()] }));
    const none = { preferences: false, settings: false, notes: false, register: false };
    expect(plan(fileOf(from), here(), none).steps).toEqual([]);
    const [step] = plan(fileOf(from), here(portalHere()), { ...none, notes: true }).steps;
    expect(step).toMatchObject({ settings: {}, rows: [], records: [], notes: [{ chatId: 1, alias: 'Mail' }] });
  });

  it('is another one once something was changed meanwhile, and the same one a minute later', () => {
    const file = fileOf(here(portalHere({ settings, notes: [note(1, { text: 'x' })] })));
    const shown = planImport(file, here(portalHere()), TAKE_ALL, NO_POLICY, NOW);
    expect(isSamePlan(shown, plan(file, here(portalHere())))).toBe(true);
    const changed = here(portalHere({ settings: { ...DEFAULT_SETTINGS, waitingHours: 5 } }));
    expect(isSamePlan(shown, plan(file, changed))).toBe(false);
  });
});

describe('whose portal it is', () => {
  const mine = here(
    portalHere({ settings: { ...DEFAULT_SETTINGS, idleDays: 9 }, notes: [note(1, { alias: 'Mail' })] }),
  );

  it('is told by address and user: another user gets settings only if that is wanted, and never notes', () => {
    const other = here(portalHere({ userId: '8' }));
    expect(plan(fileOf(mine), other, { acrossUsers: false })).toMatchObject({
      steps: [],
      left: [{ address: DEMO, userId: '7', why: 'otherUser' }],
    });
    const { steps } = plan(fileOf(mine), other);
    expect(steps).toMatchObject([{ userId: '8', settings: { idleDays: 9 }, notes: [] }]);
  });

  it('is everybody of that address in a file without users', () => {
    const file = fileOf(mine, { hasUsers: false });
    expect(file.portals).toMatchObject([{ userId: null, notes: [] }]);
    const browser = here(portalHere({ userId: '8' }), portalHere({ userId: '9' }));
    const { steps } = plan(file, browser, { acrossUsers: false });
    expect(steps.map(({ userId }) => userId)).toEqual(['8', '9']);
    expect(plan(file, here()).left).toEqual([{ address: DEMO, userId: null, why: 'noUser' }]);
  });

  it('is taken from what is for that user before what is for somebody else', () => {
    const two = here(
      portalHere({ userId: '9', settings: { ...DEFAULT_SETTINGS, idleDays: 20 } }),
      portalHere({ settings: { ...DEFAULT_SETTINGS, idleDays: 9 } }),
    );
    const { steps } = plan(fileOf(two), here(portalHere()));
    expect(steps.map(({ userId, settings }) => [userId, settings.idleDays])).toEqual([['7', 9]]);
  });

  it('is new where nobody knows it, also with nothing but the usual settings', () => {
    const file = fileOf(here(portalHere()));
    expect(plan(file, here()).steps).toMatchObject([{ address: DEMO, userId: '7', isNew: true, rows: [] }]);
    expect(plan(file, here(), { settings: false }).steps).toEqual([]);
  });

  it('is left where the policy names other portals', () => {
    const policy = { ...NO_POLICY, portals: ['https://only.bitrix24.ru/'] };
    expect(plan(fileOf(mine), here(), {}, policy)).toMatchObject({ steps: [], left: [{ why: 'policy' }] });
    const inFolder = fileOf(here(portalHere({ address: 'https://crm.example', prefix: '/b24/' })));
    const named = { ...NO_POLICY, portals: ['https://crm.example/b24/'] };
    expect(plan(inFolder, here(), {}, named).steps).toMatchObject([
      { address: 'https://crm.example', prefix: '/b24/' },
    ]);
  });
});

describe('notes', () => {
  it('fill what is empty, keep what is written, and count what differs', () => {
    const from = here(
      portalHere({ notes: [note(1, { alias: 'New', text: 'theirs', tags: ['a'] }), note(2, { text: 'x' })] }),
    );
    const to = here(portalHere({ notes: [note(1, { text: 'mine', tags: ['b'], snoozedUntil: 5 })] }));
    const [step] = plan(fileOf(from), to).steps;
    expect(step?.notes).toMatchObject([
      { chatId: 1, alias: 'New', text: 'mine', tags: ['b', 'a'], snoozedUntil: 5, changedAt: LATER },
      { chatId: 2, text: 'x' },
    ]);
    expect(step?.noteCounts).toEqual({ added: 1, filled: 1, differing: 1 });
  });
});

describe('the register', () => {
  const records = [
    grant({ id: '7:100', state: 'overdue', startsAt: NOW, days: 3, answeredAt: NOW, answerer: 'Anna', reason: 'Mail' }),
    partner({ id: '7:101', state: 'active', partnerName: 'Vector' }),
    integrator({ id: 'i1' }),
    grant({ id: '7:102', state: 'seen' }),
    lookalike({ id: '9:1' }),
  ];

  it('brings records as a person would have entered them, and no suspicion', () => {
    const [step] = plan(fileOf(here(portalHere({ records }))), here()).steps;
    expect(step?.records.map(({ id, state, origin }) => [id, state, origin])).toEqual([
      ['7:100', 'granted', 'entered'],
      ['7:101', 'active', 'entered'],
      ['i1', 'present', 'entered'],
    ]);
    expect(step?.records[0]).toMatchObject({
      daysSource: 'entered',
      endsAt: NOW + 3 * 86_400_000,
      sender: { isVerified: false },
      copies: [],
      signIns: null,
    });
  });

  it('changes no record that is here', () => {
    const own = grant({ id: '7:100', state: 'declined', reason: 'mine' });
    const [step] = plan(fileOf(here(portalHere({ records }))), here(portalHere({ records: [own] }))).steps;
    expect(step?.records.map(({ id }) => id)).toEqual(['7:101', 'i1']);
    expect(step?.knownRecords).toBe(1);
  });
});
