// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import { skippedLine } from '../../../components/dashboard/settings/skipped-words.ts';
import { FEATURES } from '../../../domain/preferences.ts';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import { en as cards } from '../../../locales/cards/en.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { drawDashboard } from './drawing.tsx';
import { allPortals, draftsPage, governance, pane, settingsPage } from './pages.tsx';
import { draft } from './samples.ts';
import { copyPart, differing, loadPart, managed, preview, savePart } from './settings-states.tsx';

afterEach(cleanup);

const { allPortals: words } = en.messages;
const check = (name: string) => screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(`^${name}`) });
const button = (name: string) => screen.getByRole('button', { name });

describe('what holds for all portals', () => {
  test('each feature is a tick with a sentence, and is switched off alone', () => {
    const onChange = vi.fn();
    drawDashboard(en, allPortals({ onChange }));
    for (const feature of FEATURES) expect(check(words.feature[feature].title).disabled, feature).toBe(false);
    expect(check(words.feature.portalEdge.title).checked).toBe(false);
    fireEvent.click(check(words.feature.badge.title));
    expect(onChange).toHaveBeenLastCalledWith({ featuresOff: ['portalEdge', 'badge'] });
    fireEvent.click(check(words.feature.portalEdge.title));
    expect(onChange).toHaveBeenLastCalledWith({ featuresOff: [] });
  });

  test('the language is chosen under its own name, or left to each portal', () => {
    const onChange = vi.fn();
    drawDashboard(en, allPortals({ onChange }));
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: words.language.label });
    expect([...select.options].map(({ text }) => text)).toEqual([words.language.ofPortal, 'English', 'Русский']);
    fireEvent.change(select, { target: { value: 'ru' } });
    expect(onChange).toHaveBeenLastCalledWith({ language: 'ru' });
  });

  test('what the organisation has fixed is shown as it holds, cannot be changed, and says by what', () => {
    drawDashboard(en, allPortals({ governance: managed }));
    const select = screen.getByRole<HTMLSelectElement>('combobox', { name: words.language.label });
    expect(select.value).toBe('en');
    expect(select.matches(':disabled') || select.closest('fieldset')?.disabled).toBe(true);
    expect(check(words.feature.badge.title)).toMatchObject({ checked: false, disabled: true });
    expect(check(words.feature.rename.title)).toMatchObject({ checked: true, disabled: false });
    expect(check(words.readOnly.label)).toMatchObject({ checked: true, disabled: true });
    expect(screen.getByText(words.fixed('readOnly'))).toBeDefined();
    expect(screen.getByText('portals: *')).toBeDefined();
  });

  test('read-only can be left while everything else is disabled', () => {
    const onChange = vi.fn();
    const view = governance({ effective: { language: '', isReadOnly: true, featuresOff: [] } });
    drawDashboard(
      en,
      <ReadOnlyContext.Provider value>{allPortals({ governance: view, onChange })}</ReadOnlyContext.Provider>,
    );
    expect(check(words.feature.badge.title).closest('fieldset')?.disabled).toBe(true);
    expect(check(words.readOnly.label).closest('fieldset')?.disabled).toBe(false);
    fireEvent.click(check(words.readOnly.label));
    expect(onChange).toHaveBeenLastCalledWith({ isReadOnly: false });
  });
});

describe('settings of one portal', () => {
  test('a card that is off for all portals stays away here, and says so', () => {
    drawDashboard(en, settingsPage({ featuresOff: ['rename'] }));
    const card = check(en.messages.settings.card.rename);
    expect(card).toMatchObject({ checked: false, disabled: true });
    expect(card.closest('label')?.textContent).toContain(words.offForAll);
  });

  test('a number that the organisation fixes cannot be typed over', () => {
    const locks = new Map(managed.locks);
    drawDashboard(en, settingsPage({ locks, settings: { ...DEFAULT_SETTINGS, waitingHours: 2 } }));
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: en.messages.settings.waitingHours });
    expect(field.value).toBe('2');
    expect(field.closest('fieldset')?.disabled).toBe(true);
    const free = screen.getByRole<HTMLInputElement>('textbox', { name: en.messages.settings.idleDays });
    expect(free.closest('fieldset')?.disabled).toBe(false);
  });
});

describe('a file to save', () => {
  test('for somebody else has neither notes nor register to choose', () => {
    drawDashboard(en, savePart({ choices: { parts: ['settings', 'notes'], portals: [], isForOthers: true } }));
    expect(check(words.save.part.notes)).toMatchObject({ checked: false, disabled: true });
    expect(check(words.save.part.settings)).toMatchObject({ checked: true, disabled: false });
  });

  test('takes all portals by one tick', () => {
    const onChoose = vi.fn();
    drawDashboard(en, savePart({ onChoose }));
    fireEvent.click(check(words.save.all));
    expect(onChoose.mock.lastCall?.[0].portals).toHaveLength(2);
  });

  test('says how many texts were masked', () => {
    drawDashboard(en, savePart({ state: { masked: 2 } }));
    expect(screen.getByText(/look like a secret: 2 texts/)).toBeDefined();
  });
});

describe('a file to take', () => {
  const rowOf = (name: string, table: HTMLElement) => {
    const head = within(table).getByRole('rowheader', { name: new RegExp(`^${name}`) });
    return [...(head.closest('tr')?.querySelectorAll('td') ?? [])].map(({ textContent }) => textContent);
  };

  test('shows each value as it is and as it would be, in words', () => {
    drawDashboard(en, loadPart({ state: { phase: 'shown', preview: preview() } }));
    const ofAll = screen.getByRole('table', { name: words.load.all });
    expect(rowOf('Language', ofAll)).toEqual(['as on each portal', 'Русский']);
    expect(rowOf('Switched off everywhere', ofAll)).toEqual(['Coloured edge', 'Check before a new dialog']);
    const one = screen.getByRole('table', { name: 'demo.bitrix24.ru, user 7' });
    expect(rowOf('Support waits for you', one)).toEqual(['4 working hours', '2.5 working hours']);
    expect(rowOf('Working days', one)).toEqual(['Mon, Tue, Wed, Thu, Fri', 'Mon, Tue']);
    expect(rowOf('Days off', one)).toEqual(['none', '2 dates: 1 January 2026 to 1 May 2026']);
    expect(rowOf('Look after integrators', one)).toEqual(['30 days', 'never']);
    expect(rowOf('Place of the chip', one)).toEqual(['right, at 62% of the height', 'left, at 20% of the height']);
    expect(rowOf('Name and colour', one)[1]).toMatch(/^Acme, /);
  });

  test('marks what protects less and what the organisation keeps', () => {
    drawDashboard(en, loadPart({ state: { phase: 'shown', preview: preview() } }));
    const one = screen.getByRole('table', { name: 'demo.bitrix24.ru, user 7' });
    const head = (name: string) => within(one).getByRole('rowheader', { name: new RegExp(`^${name}`) }).textContent;
    expect(head('Warnings about passwords')).toContain(words.difference.weaker);
    expect(head('Without movement')).toContain(words.fixed('settings'));
    expect(screen.getByText(words.load.weaker)).toBeDefined();
  });

  test('counts notes, names new portals and those that are left', () => {
    drawDashboard(en, loadPart({ state: { phase: 'shown', preview: preview() } }));
    expect(screen.getByText('Notes: 1 new, 1 filled in')).toBeDefined();
    expect(screen.getByText(/stay as they are here: 1 note$/)).toBeDefined();
    expect(screen.getByText(words.load.isNew)).toBeDefined();
    expect(screen.getByText('nobody.bitrix24.com').closest('li')?.textContent).toContain(words.load.why.noUser);
  });

  test('is taken only when that is pressed, and is handed over by choice or drop', () => {
    const [onTake, onFile] = [vi.fn(), vi.fn()];
    drawDashboard(en, loadPart({ state: { phase: 'shown', preview: preview() }, onTake, onFile }));
    const file = new File(['{}'], 'a.json');
    const input = screen.getByLabelText<HTMLInputElement>(words.load.choose);
    Object.defineProperty(input, 'files', { configurable: true, value: [file] });
    fireEvent.change(input);
    expect(onFile).toHaveBeenCalledWith(file);
    const place = input.closest('.drop-place') as HTMLElement;
    fireEvent.drop(place, { dataTransfer: { files: [file] } });
    expect(onFile).toHaveBeenCalledTimes(2);
    expect(onTake).not.toHaveBeenCalled();
    fireEvent.click(button(words.load.take));
    expect(onTake).toHaveBeenCalledOnce();
  });

  test('that would change nothing cannot be taken', () => {
    const plan = { preferences: {}, rows: [], steps: [], left: [] };
    drawDashboard(en, loadPart({ state: { phase: 'shown', preview: preview({ plan }) } }));
    expect(screen.queryByRole('button', { name: words.load.take })).toBeNull();
  });

  test.each([
    ['portals.2.notes.7', 'wrongValue', 'Portal 3 of the file, notes: a value that is not possible'],
    ['preferences.language', 'wrongValue', 'for all portals: a value that is not possible'],
    [
      'portals.0.settings.workingTime',
      'unknownName',
      'Portal 1 of the file, settings: a name that this Latchdesk does not know',
    ],
    ['portals', 'twice', 'file: there twice'],
    ['portals.1.address', 'wrongValue', 'Portal 2 of the file, address: a value that is not possible'],
  ])('names what was left out at %s', (field, why, expected) => {
    expect(skippedLine({ field, why }, words.load)).toBe(expected);
  });
});

test('other portals get the same only after the difference was shown', () => {
  const [onCompare, onTake] = [vi.fn(), vi.fn()];
  const { redraw } = drawDashboard(en, copyPart({ onCompare, onTake }));
  expect(screen.queryByRole('button', { name: words.copy.take })).toBeNull();
  fireEvent.click(button('Compare with 2 other portals'));
  expect(onCompare).toHaveBeenCalledOnce();
  redraw(copyPart({ state: differing, onCompare, onTake }));
  expect(screen.getByRole('table', { name: 'Acme' })).toBeDefined();
  expect(screen.getByText(/Could not be compared: second/)).toBeDefined();
  fireEvent.click(button(words.copy.take));
  expect(onTake).toHaveBeenCalledOnce();
});

describe('while Latchdesk is read-only, the other sections', () => {
  const readOnly = (content: ComponentChildren) => <ReadOnlyContext.Provider value>{content}</ReadOnlyContext.Provider>;

  test('let notes of a dialog be read and copied, not written', () => {
    drawDashboard(en, readOnly(pane()));
    const { dialog } = cards.messages;
    const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name: new RegExp(`^${name}`) });
    expect(field(dialog.alias).readOnly).toBe(true);
    expect(field(dialog.note).readOnly).toBe(true);
    cleanup();
    drawDashboard(en, pane());
    expect(field(dialog.note).readOnly).toBe(false);
  });

  test('keep drafts, and neither discard nor restore one', () => {
    drawDashboard(en, readOnly(draftsPage({ discarded: [draft()] })));
    const { drafts } = en.messages;
    const buttons = screen.getAllByRole<HTMLButtonElement>('button');
    const deeds = buttons.filter(({ textContent }) => textContent === drafts.discard || textContent === drafts.restore);
    expect(deeds.length).toBeGreaterThan(1);
    expect(deeds.every(({ disabled }) => disabled)).toBe(true);
  });
});
