/** What a browser may hold, as samples and as arbitrary values. */
import fc from 'fast-check';
import { DEFAULT_CHIP_PLACE } from '../../../domain/chip.ts';
import { type DialogNote, emptyNote } from '../../../domain/notes.ts';
import { DEFAULT_PREFERENCES, FEATURES, type Preferences } from '../../../domain/preferences.ts';
import { HIDEABLE_CARDS, type Settings } from '../../../domain/settings.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import type { Here, PortalHere } from '../../../domain/settings-file/here.ts';
import type { ImportChoices, PortalStep } from '../../../domain/settings-file/plan.ts';
import type { Contents } from '../../../domain/settings-file/write.ts';

export const DEMO = 'https://demo.bitrix24.ru';

export const portalHere = (changes: Partial<PortalHere> = {}): PortalHere => {
  const { address = DEMO, userId = '7' } = changes;
  return {
    key: `${address}|${userId}`,
    address,
    prefix: '/',
    userId,
    settings: DEFAULT_SETTINGS,
    chip: DEFAULT_CHIP_PLACE,
    look: null,
    notes: [],
    records: [],
    ...changes,
  };
};

export const note = (chatId: number, changes: Partial<DialogNote> = {}): DialogNote => ({
  ...emptyNote(chatId),
  ...changes,
});

export const here = (...portals: PortalHere[]): Here => ({ preferences: DEFAULT_PREFERENCES, portals });

export const everythingOf = ({ portals }: Here): Contents => ({
  portals: portals.map(({ key }) => key),
  hasPreferences: true,
  hasSettings: true,
  hasNotes: true,
  hasRegister: true,
  hasUsers: true,
});

export const TAKE_ALL: ImportChoices = {
  preferences: true,
  settings: true,
  notes: true,
  register: true,
  acrossUsers: true,
};

/** The browser after a step was taken. */
export function afterStep(before: Here, step: PortalStep): Here {
  const known = before.portals.find(({ address, userId }) => address === step.address && userId === step.userId);
  const old = known ?? portalHere({ address: step.address, prefix: step.prefix, userId: step.userId });
  const changed = new Set(step.notes.map(({ chatId }) => chatId));
  const portal: PortalHere = {
    ...old,
    settings: { ...old.settings, ...step.settings },
    chip: step.chip ?? old.chip,
    look: step.look ?? old.look,
    notes: [...old.notes.filter(({ chatId }) => !changed.has(chatId)), ...step.notes],
    records: [...old.records, ...step.records],
  };
  return { ...before, portals: [...before.portals.filter((each) => each !== known), portal] };
}

const Day = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

export const anySettings: fc.Arbitrary<Settings> = fc.record({
  workingTime: fc.record({
    timeZone: fc.constantFrom('', 'Europe/Moscow'),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7]),
    from: fc.integer({ min: 0, max: 1440 }),
    until: fc.integer({ min: 0, max: 1440 }),
    holidays: fc.array(Day, { maxLength: 5 }),
    workdays: fc.array(Day, { maxLength: 5 }),
  }),
  waitingHours: fc.integer({ min: 1, max: 400 }).map((halves) => halves / 2),
  idleDays: fc.integer({ min: 1, max: 60 }),
  knowsOneQuestion: fc.boolean(),
  warnsOfSecrets: fc.boolean(),
  hiddenCards: fc.subarray([...HIDEABLE_CARDS]),
  accessDays: fc.integer({ min: 1, max: 366 }),
  accessReminders: fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 10 }),
  integratorReviewDays: fc.integer({ min: 0, max: 366 }),
  guardsOthers: fc.boolean(),
});

export const anyPreferences: fc.Arbitrary<Preferences> = fc.record({
  language: fc.constantFrom('', 'ru', 'en', 'pt-BR'),
  isReadOnly: fc.boolean(),
  featuresOff: fc.subarray([...FEATURES]),
});

/** Without what looks like a secret: that is masked, and a masked text is another one. */
const anyWords = fc.constantFrom('', 'Почта', 'Телефония', 'Ask on Monday', '<b>bold</b>', '=1+1', '\u202e');

const anyNote: fc.Arbitrary<DialogNote> = fc
  .record({ chatId: fc.integer({ min: 1, max: 6 }), alias: anyWords, text: anyWords, tags: fc.uniqueArray(anyWords) })
  .map(({ chatId, ...changes }) => note(chatId, changes));

const anyPortal: fc.Arbitrary<PortalHere> = fc
  .record({
    address: fc.constantFrom(DEMO, 'https://other.bitrix24.com', 'http://intranet:8080'),
    userId: fc.constantFrom('7', '8', '12'),
    settings: anySettings,
    look: fc.option(fc.record({ label: fc.constantFrom('', 'Acme'), colour: fc.constantFrom('indigo', 'red') })),
    prefix: fc.constantFrom('/', '/intranet/'),
    notes: fc.uniqueArray(anyNote, { selector: ({ chatId }) => chatId, maxLength: 4 }),
  })
  .map(portalHere);

export const anyHere: fc.Arbitrary<Here> = fc.record({
  preferences: anyPreferences,
  portals: fc.uniqueArray(anyPortal, { selector: ({ key }) => key, maxLength: 4 }),
});
