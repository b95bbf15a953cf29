// @vitest-environment happy-dom
/** The settings as they are wired, with a background that answers what the test says. */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import { READ_ONLY } from '../../../domain/refusal.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { LARGEST_BYTES } from '../../../domain/settings-file/file.ts';
import type { ImportOutcome } from '../../../domain/settings-file/preview.ts';
import { SettingsSection } from '../../../entrypoints/dashboard/SettingsSection.tsx';
import { en as cards } from '../../../locales/cards/en.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front } from './fronts.ts';
import { governance } from './pages.tsx';
import { NOW } from './samples.ts';
import { preview } from './settings-states.tsx';

type Message = { type: string } & Record<string, unknown>;
type Answers = Record<string, (message: Message) => unknown>;

const scene = vi.hoisted(() => ({
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const permissions = { contains: async () => false, request: async () => false, onAdded: event, onRemoved: event };
  const runtime = { onMessage: event, sendMessage: (message: unknown) => scene.send(message) };
  return { browser: { runtime, permissions } };
});

const { allPortals: words, settings } = en.messages;
const VIEW = portal();
const OTHER = portal({
  view: { key: 'https://other.bitrix24.ru|5', origin: 'https://other.bitrix24.ru', label: 'Other' },
});
const asked: Message[] = [];
const wantedOf = (type: string) => asked.filter((message) => message.type === type);

function open(answers: Answers = {}, portals = [VIEW, OTHER], isReadOnly = false) {
  const all: Answers = {
    'governance.wanted': () => governance(),
    'preferences.changed': () => governance(),
    'settings.wanted': () => DEFAULT_SETTINGS,
    'settings.changed': () => DEFAULT_SETTINGS,
    ...answers,
  };
  scene.send = async (message) => {
    asked.push(message as Message);
    return all[(message as Message).type]?.(message as Message) ?? null;
  };
  const section = <SettingsSection front={front(portals)} portal={portals[0] ?? null} now={NOW} language="en" />;
  return drawDashboard(en, <ReadOnlyContext.Provider value={isReadOnly}>{section}</ReadOnlyContext.Provider>);
}

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const tick = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`^${name}`) });

async function choose(file: File) {
  const input = await screen.findByLabelText<HTMLInputElement>(words.load.choose);
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  act(() => void fireEvent.change(input));
}
const FILE = new File(['{"a":1}'], 'mine.json');

beforeEach(() => {
  asked.length = 0;
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('preferences', () => {
  test('show at once what was chosen, and are saved a moment later', async () => {
    open();
    const language = await screen.findByRole<HTMLSelectElement>('combobox', { name: words.language.label });
    fireEvent.change(language, { target: { value: 'ru' } });
    await waitFor(() => expect(language.value).toBe('ru'));
    await waitFor(() => expect(wantedOf('preferences.changed')[0]?.changes).toEqual({ language: 'ru' }));
    await screen.findByText(cards.messages.shell.saving.saved);
  });

  test('that could not be saved stay as they were chosen, and it is said', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    open({ 'preferences.changed': () => READ_ONLY });
    fireEvent.click(await screen.findByRole('checkbox', { name: new RegExp(`^${words.feature.badge.title}`) }));
    await screen.findByText(cards.messages.shell.saving.notSaved);
    expect(tick(words.feature.badge.title).checked).toBe(false);
  });

  test('are there without any portal', async () => {
    open({}, []);
    await screen.findByRole('combobox', { name: words.language.label });
    expect(screen.getByText(words.noPortal)).toBeDefined();
  });

  test('while read-only can be left, and nothing else can be changed', async () => {
    open({}, [VIEW], true);
    await screen.findByRole('textbox', { name: settings.idleDays });
    const isUsable = (element: HTMLElement) => element.closest('fieldset:disabled') === null;
    expect(isUsable(tick(words.readOnly.label))).toBe(true);
    expect(isUsable(screen.getByRole('textbox', { name: settings.idleDays }))).toBe(false);
    expect(isUsable(screen.getByLabelText(words.load.choose))).toBe(false);
    expect(isUsable(screen.getByRole('button', { name: words.save.button }))).toBe(true);
  });
});

describe('a file', () => {
  test('is asked for with what was chosen, and saved under its day', async () => {
    const made: string[] = [];
    vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      made.push(this.download);
    });
    open({ 'export.wanted': () => ({ text: '{}', masked: 0, isTooLarge: false }) });
    await screen.findByRole('button', { name: words.save.button });
    fireEvent.click(tick(words.save.forOthers));
    press(words.save.button);
    await screen.findByText(words.save.saved(0));
    expect(wantedOf('export.wanted')[0]?.contents).toEqual({
      portals: [VIEW.key, OTHER.key],
      ...{ hasPreferences: true, hasSettings: true, hasNotes: false, hasRegister: false, hasUsers: false },
    });
    expect(made[0]).toMatch(/^latchdesk-settings-\d{4}-\d{2}-\d{2}\.json$/);
  });

  test('is shown first, and taken with the mark of what was shown', async () => {
    open({
      'import.planned': () => preview(),
      'import.taken': (): ImportOutcome => ({ result: 'taken', portals: 1, settings: 3, notes: 0, records: 0 }),
    });
    await choose(FILE);
    await screen.findByRole('button', { name: words.load.take });
    expect(wantedOf('import.taken')).toEqual([]);
    const before = wantedOf('settings.wanted').length;
    press(words.load.take);
    await screen.findByText(words.load.taken(3, 0, 0, 1));
    expect(wantedOf('import.taken')[0]).toMatchObject({ text: '{"a":1}', plan: 'mark' });
    expect(screen.queryByRole('button', { name: words.load.take })).toBeNull();
    // What is on show is another one now.
    await waitFor(() => expect(wantedOf('settings.wanted').length).toBe(before + 1));
  });

  test('that was overtaken by another dashboard is shown anew', async () => {
    let count = 0;
    open({
      'import.planned': () => preview({ mark: `mark ${++count}` }),
      'import.taken': (): ImportOutcome => ({ result: 'changed' }),
    });
    await choose(FILE);
    await screen.findByRole('button', { name: words.load.take });
    press(words.load.take);
    await screen.findByText(words.load.changed);
    // What is shown is the new look, not the one that was overtaken.
    await waitFor(() =>
      expect(screen.getByRole('button', { name: words.load.take }).closest('fieldset:disabled')).toBeNull(),
    );
    press(words.load.take);
    await waitFor(() => expect(wantedOf('import.taken').map(({ plan }) => plan)).toEqual(['mark 1', 'mark 2']));
  });

  test('is looked at again when something else shall be taken of it', async () => {
    open({ 'import.planned': () => preview() });
    await choose(FILE);
    await screen.findByRole('button', { name: words.load.take });
    const load = screen.getByRole('region', { name: words.load.title });
    fireEvent.click(within(load).getByRole('checkbox', { name: words.save.part.notes }));
    await waitFor(() => expect(wantedOf('import.planned')).toHaveLength(2));
    expect(wantedOf('import.planned')[1]?.choices).toMatchObject({ notes: false, settings: true });
  });

  test('that is huge is refused without being loaded', async () => {
    const huge = new File(['x'], 'huge.json');
    Object.defineProperty(huge, 'size', { value: LARGEST_BYTES + 1 });
    const text = vi.spyOn(huge, 'text');
    open();
    await choose(huge);
    await screen.findByText(words.load.refusal.tooLarge.title);
    expect(text).not.toHaveBeenCalled();
    expect(wantedOf('import.planned')).toEqual([]);
  });

  test('that is refused says why and what to do', async () => {
    open({ 'import.planned': () => ({ why: 'newerVersion' }) });
    await choose(FILE);
    await screen.findByText(words.load.refusal.newerVersion.text);
  });

  test('that the browser cannot read is named', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    const file = new File(['{}'], 'gone.json');
    vi.spyOn(file, 'text').mockRejectedValue(new Error('it was deleted'));
    open();
    await choose(file);
    await screen.findByText(words.load.unreadable);
    expect(screen.getByText('gone.json')).toBeDefined();
  });
});

describe('the same for all portals', () => {
  const mine = { ...DEFAULT_SETTINGS, waitingHours: 8 };

  test('is compared, shown and then given to the others alone', async () => {
    open({ 'settings.wanted': ({ key }) => (key === VIEW.key ? mine : DEFAULT_SETTINGS) });
    fireEvent.click(await screen.findByRole('button', { name: words.copy.button(1) }));
    await screen.findByRole('table', { name: 'Other' });
    expect(wantedOf('settings.changed')).toEqual([]);
    press(words.copy.take);
    await screen.findByText(words.copy.taken(1));
    expect(wantedOf('settings.changed')).toMatchObject([{ key: OTHER.key, changes: { waitingHours: 8 } }]);
    expect(wantedOf('settings.changed')[0]?.changes).not.toHaveProperty('hiddenCards');
  });

  test('names portals that could not be compared, and those that could not be saved', async () => {
    let isThere = false;
    open({
      'settings.wanted': ({ key }) => (key === VIEW.key ? mine : isThere ? DEFAULT_SETTINGS : null),
      'settings.changed': () => null,
    });
    const compare = await screen.findByRole('button', { name: words.copy.button(1) });
    fireEvent.click(compare);
    await screen.findByText(words.copy.unread('Other'));
    isThere = true;
    fireEvent.click(compare);
    await screen.findByRole('button', { name: words.copy.take });
    press(words.copy.take);
    await screen.findByText(words.copy.notTaken('Other'));
  });
});
