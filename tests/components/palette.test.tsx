// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Palette, type PaletteProps } from '../../components/palette/Palette.tsx';
import { PaletteTextContext } from '../../components/palette/palette-text-context.ts';
import { usePaletteKeys } from '../../components/palette/use-palette-keys.ts';
import { dialogEntry, employeeEntry } from '../../domain/palette/entry.ts';
import { actionEntries, requestOf } from '../../domain/palette/front-entries.ts';
import type { Locale } from '../../domain/text.ts';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { paletteLanguagesFor } from '../../locales/palette/catalogue.ts';
import { en as paletteEn } from '../../locales/palette/en.ts';
import { ru } from '../../locales/ru.ts';
import { NO_MARKET } from '../market-samples.ts';
import { front, manyPortals } from './dashboard/fronts.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import { portal, request, STATES, unsupported, withAccess } from './samples.ts';

afterEach(cleanup);

const ROMASHKA = portal({ view: { label: 'Ромашка', colour: 'green' } });
const SECOND = portal({
  view: {
    key: 'https://second.bitrix24.com|1',
    origin: 'https://second.bitrix24.com',
    host: 'second.bitrix24.com',
    label: 'second.bitrix24.com',
  },
});
const MORE = [
  dialogEntry(ROMASHKA.key, { chatId: 7, title: 'Печать чеков', tags: ['касса'], ticket: '4711' }, 'Чеки на складе'),
  dialogEntry(SECOND.key, { chatId: 8, title: 'Mail', tags: [], ticket: null }, 'Mail'),
  employeeEntry(SECOND.key, { id: '5', name: 'Анна Иванова' }),
];

const paletteOf = (locale: Locale, changes: Partial<PaletteProps>) => (
  <PaletteTextContext.Provider value={paletteLanguagesFor(locale.language)}>
    <Palette
      front={front([ROMASHKA, SECOND])}
      isFrontKept={false}
      more={{ state: 'ready', entries: MORE }}
      scope={null}
      onChoose={() => undefined}
      onClose={() => undefined}
      {...changes}
    />
  </PaletteTextContext.Provider>
);

const palette = (locale: Locale, changes: Partial<PaletteProps> = {}) => draw(locale, paletteOf(locale, changes));

const field = () => screen.getByRole('combobox') as HTMLInputElement;
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const press = (key: string, more: object = {}) => fireEvent.keyDown(field(), { key, ...more });
const options = () => screen.queryAllByRole('option').map(({ textContent }) => textContent);
const active = () => document.getElementById(field().getAttribute('aria-activedescendant') ?? '')?.textContent;

describe.each(LOCALES)('in $language', (locale) => {
  test.each<[string, string, Partial<PaletteProps>]>([
    ['before anything is typed', '', {}],
    ['with something found', 'а', {}],
    ['with nothing found', 'zzzzzz', {}],
    ['while the rest is read', '', { more: { state: 'loading' } }],
    ['without the rest', '', { more: { state: 'failed' } }],
    ['on the dialogs of one portal', '', { scope: ROMASHKA.key }],
    ['on a portal without dialogs', '', { scope: SECOND.key, more: { state: 'ready', entries: [] } }],
    ['without any portal', '', { front: front([]) }],
  ])('the palette %s reads well and passes axe', async (_name, typed, props) => {
    const { container } = palette(locale, props);
    if (typed) type(typed);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

test('the field has the focus, and gives it back', async () => {
  const before = document.body.appendChild(document.createElement('button'));
  before.focus();
  const { unmount } = palette(en);
  expect(document.activeElement).toBe(field());
  unmount();
  await vi.waitFor(() => expect(document.activeElement).toBe(before));
  before.remove();
});

test('before anything is typed portals and pages are offered', () => {
  palette(en);
  expect(options().slice(0, 2).sort()).toEqual(['second.bitrix24.com', 'Ромашкаdemo.bitrix24.ru']);
  expect(options()).toContain('Settings');
});

test('a dialog, an employee and a portal are found, each with its portal', () => {
  palette(ru);
  type('4711');
  expect(options()).toEqual(['Чеки на складеРомашка']);
  type('иванова');
  expect(options()).toEqual(['Анна Ивановаsecond.bitrix24.com']);
  type('ромаш');
  expect(options()[0]).toBe('Ромашкаdemo.bitrix24.ru');
});

test('what was found stands together by kind', () => {
  palette(en);
  type('ма');
  type('mail');
  const group = screen.getByRole('group', { name: paletteEn.messages.group.dialog });
  expect(
    within(group)
      .getAllByRole('option')
      .map(({ textContent }) => textContent),
  ).toEqual(['Mailsecond.bitrix24.com']);
});

test.each([
  ['новый диалог second', 'New dialogsecond.bitrix24.com'],
  ['refresh ромашка', 'Read againРомашка'],
  ['настройки', 'Settings'],
  ['snooze', 'Rest everything until tomorrow, 9:00'],
])('“%s” finds an action, in either language', (typed, found) => {
  palette(en);
  type(typed);
  expect(options()[0]).toBe(found);
});

test('opened on what was kept, it finds what the background then tells, and moves nothing after that', () => {
  const unread = portal({ used: null, view: { label: 'Ромашка' } });
  const { redraw } = palette(en, { front: front([unread]), isFrontKept: true });
  type('new dialog');
  expect(options()).toEqual([]);
  redraw(paletteOf(en, { front: front([ROMASHKA]) }));
  expect(options()).toEqual(['New dialogРомашка']);
  redraw(paletteOf(en, { front: front([ROMASHKA, SECOND]) }));
  expect(options()).toEqual(['New dialogРомашка']);
});

test('arrow keys choose from the first to the last and round, Enter goes there', () => {
  const onChoose = vi.fn();
  palette(en, { onChoose });
  const all = options();
  expect(active()).toBe(all[0]);
  press('ArrowUp');
  expect(active()).toBe(all.at(-1));
  press('ArrowDown');
  press('ArrowDown');
  expect(active()).toBe(all[1]);
  press('Enter');
  expect(onChoose).toHaveBeenCalledOnce();
  expect(onChoose.mock.calls[0]?.[0]).toMatchObject({ kind: 'portal' });
});

test('a press chooses, and typing begins again at the first', () => {
  const onChoose = vi.fn();
  palette(en, { onChoose });
  press('ArrowDown');
  type('mail');
  expect(active()).toBe(options()[0]);
  fireEvent.click(screen.getAllByRole('option')[0] as Element);
  expect(onChoose).toHaveBeenCalledWith({ kind: 'dialog', portal: SECOND.key, chatId: 8 });
});

test.each([
  ['Escape', {}],
  ['k', { ctrlKey: true, code: 'KeyK' }],
])('%s closes it and nothing behind it', (key, more) => {
  const [onClose, outer] = [vi.fn(), vi.fn()];
  palette(en, { onClose });
  document.addEventListener('keydown', outer);
  // False: the browser, too, was told to do nothing.
  expect(press(key, more)).toBe(false);
  document.removeEventListener('keydown', outer);
  expect(onClose).toHaveBeenCalledOnce();
  expect(outer).not.toHaveBeenCalled();
});

test('a letter that is still being composed is not taken for a key', () => {
  const onClose = vi.fn();
  palette(en, { onClose });
  press('Escape', { isComposing: true });
  expect(onClose).not.toHaveBeenCalled();
});

test('dialogs of one portal are offered alone, and looked through alone', () => {
  palette(en, { scope: ROMASHKA.key });
  expect(options()).toEqual(['Чеки на складеРомашка']);
  expect(screen.getByRole('dialog', { name: 'Find a dialog: Ромашка' })).toBeDefined();
  type('mail');
  expect(options()).toEqual([]);
  expect(screen.getByText('Nothing found for “mail”')).toBeDefined();
});

test('portals and actions are found while the rest is on its way', () => {
  palette(en, { more: { state: 'loading' } });
  expect(screen.getByText(paletteEn.messages.loading)).toBeDefined();
  type('second');
  expect(options()[0]).toBe('second.bitrix24.com');
});

test('three hundred portals and twenty thousand employees are found in', () => {
  const portals = manyPortals(300);
  const staff = Array.from({ length: 20_000 }, (_, id) =>
    employeeEntry(portals[id % 300]?.key ?? '', { id: `${id}`, name: `Сотрудник Номер${id}` }),
  );
  palette(ru, { front: front(portals), more: { state: 'ready', entries: staff } });
  type('номер19999');
  expect(options()[0]).toContain('Сотрудник Номер19999');
  type('client-300');
  expect(options()[0]).toContain('client-300.bitrix24.ru');
});

describe('what can be done on a portal', () => {
  const languages = paletteLanguagesFor('en');
  const actions = (view: typeof ROMASHKA) =>
    actionEntries(view, languages).map(({ target }) => 'action' in target && target.action);

  test('is nothing that writes where nothing may be changed', () => {
    expect(actions(ROMASHKA)).toEqual(['newDialog', 'mainChat', 'enterAccess', 'copyFacts', 'readAgain']);
    expect(actions({ ...ROMASHKA, isReadOnly: true })).toEqual(['mainChat', 'copyFacts', 'readAgain']);
  });

  test('is a request and ChatApp where there are any', () => {
    const asked = withAccess([request({ banner: 'request' })]);
    const confirmed = { code: 'vendor.chat', appId: 17, name: 'ChatApp', confirmedAt: 1 };
    expect(actions({ ...asked, market: { ...NO_MARKET, confirmed } })).toEqual(
      expect.arrayContaining(['openRequest', 'explainer']),
    );
    expect(requestOf(asked)?.id).toBe('7:501');
  });

  test('is no dialog where none can be opened', () => {
    for (const state of ['single', 'switched off', 'last known, signedOut', 'unsupported, oldMessenger'])
      expect(actions(STATES[state] ?? ROMASHKA)).not.toContain('newDialog');
    expect(actions(unsupported('paused'))).toEqual(['enterAccess']);
  });
});

describe('the keys that open it', () => {
  function Page({ onOpen }: { onOpen: () => void }) {
    usePaletteKeys(onOpen);
    return (
      <div>
        <button type="button">here</button>
        <input aria-label="field" />
      </div>
    );
  }

  test.each([
    ['a slash', 'button', { key: '/', code: 'Slash' }, true],
    ['the same key of a Russian keyboard', 'button', { key: '.', code: 'Slash' }, true],
    ['Ctrl+K', 'button', { key: 'k', code: 'KeyK', ctrlKey: true }, true],
    ['Ctrl+K of a Russian keyboard', 'textbox', { key: 'л', code: 'KeyK', ctrlKey: true }, true],
    ['a slash that is typed', 'textbox', { key: '/', code: 'Slash' }, false],
    ['a question mark', 'button', { key: '?', code: 'Slash', shiftKey: true }, false],
    ['a letter', 'button', { key: 'k', code: 'KeyK' }, false],
  ])('%s on a %s', (_name, role, event, opens) => {
    const onOpen = vi.fn();
    draw(en, <Page onOpen={onOpen} />);
    fireEvent.keyDown(screen.getByRole(role), event);
    expect(onOpen).toHaveBeenCalledTimes(opens ? 1 : 0);
  });
});
