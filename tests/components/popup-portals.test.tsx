// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { en } from '../../locales/en.ts';
import { en as popupEn } from '../../locales/popup/en.ts';
import { ru } from '../../locales/ru.ts';
import { market } from './dashboard/chatapp-samples.ts';
import { front, manyPortals } from './dashboard/fronts.ts';
import { draw } from './drawing.tsx';
import { NEVER_OPENED, nothing, popup, REST, readOnly } from './popup-pages.tsx';
import { grant, HOUR, NEEDY, NOW, portal, request, unsupported, withAccess } from './samples.ts';

afterEach(cleanup);

describe('what needs a person', () => {
  test('stands above the portals, the most urgent of all of them first, and leads on', () => {
    const onOpenItem = vi.fn();
    const full = portal({
      used: 5,
      view: { key: 'https://b.bitrix24.ru|1', origin: 'https://b.bitrix24.ru', host: 'b.bitrix24.ru', label: 'Берёза' },
    });
    draw(en, popup({ portals: [full, withAccess([request({ banner: 'request' })])], onOpenItem }));
    const lines = within(screen.getByRole('list', { name: 'Needs you' })).getAllByRole('button');
    expect(lines.map(({ textContent }) => textContent?.split(/demo|Берёза/)[0])).toEqual([
      'Support asks for access for 21 days',
      'All 5 dialogs are in use',
    ]);
    fireEvent.click(lines[1] as Element);
    expect(onOpenItem.mock.calls[0]?.[0]).toMatchObject({ portal: full.key, reason: { kind: 'full' } });
  });

  test('rests until tomorrow, but for what is new about access', () => {
    const onRest = vi.fn();
    const { redraw } = draw(en, popup({ portals: [NEEDY], onRest }));
    fireEvent.click(screen.getByRole('button', { name: 'Rest everything until tomorrow, 9:00' }));
    expect(onRest).toHaveBeenCalledOnce();
    const onWake = vi.fn();
    const asked = withAccess([request({ banner: 'request' })], NEEDY);
    redraw(popup({ front: front([asked], { rest: REST }), onWake }));
    expect(within(screen.getByRole('list', { name: 'Needs you' })).getAllByRole('button')).toHaveLength(1);
    expect(screen.getByText('4 things rest until 13 December 09:05')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Show now' }));
    expect(onWake).toHaveBeenCalledOnce();
  });

  test('is nothing where nothing is the matter, in words', () => {
    draw(ru, popup());
    expect(screen.getByText('Сейчас ничто не требует вашего внимания')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Отложить всё/ })).toBeNull();
  });

  test('a paused portal asks nothing but the end of an access', () => {
    const ended = grant(-2, { banner: 'overdue' });
    draw(en, popup({ portals: [withAccess([request({ banner: 'request' }), ended], unsupported('paused'))] }));
    const lines = within(screen.getByRole('list', { name: 'Needs you' })).getAllByRole('button');
    expect(lines.map(({ textContent }) => textContent)).toEqual([expect.stringContaining('Access should have ended')]);
  });
});

describe('what was kept', () => {
  test('is shown at once, with its age', () => {
    draw(en, popup({ state: 'loading', front: front([portal()], { at: NOW - HOUR }) }));
    expect(screen.getByText('As of 13:05, being updated')).toBeDefined();
    expect(screen.getByRole('article', { name: 'demo.bitrix24.ru' })).toBeDefined();
  });

  test('stays when the background does not answer, and says so', () => {
    draw(ru, popup({ state: 'error', front: front([portal()], { at: NOW - HOUR }) }));
    expect(screen.getByRole('alert').textContent).toContain('Обновить не удалось, данные на 13:05');
    expect(screen.getByRole('article')).toBeDefined();
  });
});

const ELSEWHERE = {
  ...unsupported('notAdministrator'),
  ...{ key: 'https://b.bitrix24.ru|1', origin: 'https://b.bitrix24.ru', host: 'b.bitrix24.ru', label: 'b.bitrix24.ru' },
};

describe('where nothing may be changed', () => {
  test('it says so, and offers nothing that writes', () => {
    draw(en, popup({ front: readOnly([NEEDY, ELSEWHERE]) }));
    expect(screen.getByText(popupEn.messages.isReadOnly)).toBeDefined();
    expect(screen.queryByRole('button', { name: /New dialog|Record access|integrator/ })).toBeNull();
    expect(screen.getByRole('button', { name: 'Main chat with support: demo.bitrix24.ru' })).toBeDefined();
  });
});

describe('with many portals', () => {
  const toggles = () =>
    screen.getAllByRole('article').map((card) => within(card).getAllByRole('button')[0] as HTMLElement);
  const isOpen = (card: HTMLElement) => card.getAttribute('aria-expanded') === 'true';

  test('three are shown whole', () => {
    draw(en, popup({ portals: manyPortals(3) }));
    expect(toggles().every(isOpen)).toBe(true);
  });

  test('of three hundred only those that need somebody unfold, and only the first of these', () => {
    const started = performance.now();
    draw(en, popup({ portals: manyPortals(300) }));
    const took = performance.now() - started;
    expect(toggles()).toHaveLength(300);
    expect(toggles().map(isOpen).lastIndexOf(true)).toBe(7);
    // A browser is several times as fast; this only catches what grows with the square of the portals.
    expect(took).toBeLessThan(3_000);
  });

  test('a line unfolds to its card by a press, and folds again', () => {
    draw(en, popup({ portals: manyPortals(20) }));
    const last = toggles().at(-1) as HTMLElement;
    expect(isOpen(last)).toBe(false);
    fireEvent.click(last);
    expect(isOpen(toggles().at(-1) as HTMLElement)).toBe(true);
    fireEvent.click(last);
    expect(isOpen(toggles().at(-1) as HTMLElement)).toBe(false);
  });

  test('what did not work unfolds its card', () => {
    const portals = manyPortals(20);
    draw(en, popup({ portals, outcome: { key: portals[0]?.key ?? '', kind: 'dialogFailed' } }));
    expect(screen.getByRole('status').textContent).toBe(en.messages.panel.openFailed);
  });

  test('arrow keys walk through what needs a person and the portals, Home and End to the ends', () => {
    draw(en, popup({ portals: manyPortals(20) }));
    const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
    const press = (key: string) => fireEvent.keyDown(document.activeElement as Element, { key });
    rows[0]?.focus();
    for (let step = 0; step < 7; step++) press('ArrowDown');
    expect(rows.indexOf(document.activeElement as HTMLElement)).toBe(7);
    expect(document.activeElement?.className).toBe('card-toggle');
    press('End');
    expect(document.activeElement).toBe(rows.at(-1));
  });
});

describe('a portal', () => {
  test('has the user’s name for it, and its address beside it', () => {
    draw(en, popup({ portals: [portal({ view: { label: 'Ромашка' } })] }));
    const card = screen.getByRole('article', { name: 'Ромашка, demo.bitrix24.ru' });
    expect(within(card).getByText('demo.bitrix24.ru')).toBeDefined();
  });

  test.each(['paused', 'noPermission', 'policy'] as const)(
    'that is kept off (%s) says why, and is set up elsewhere',
    (reason) => {
      const onPortalSettings = vi.fn();
      draw(ru, popup({ portals: [unsupported(reason)], onPortalSettings }));
      expect(screen.getByRole('article').textContent).toContain(ru.messages.unsupported[reason].what);
      expect(screen.queryByRole('button', { name: /Прочитать снова/ })).toBeNull();
      fireEvent.click(screen.getByRole('button', { name: 'Настроить порталы: demo.bitrix24.ru' }));
      expect(onPortalSettings).toHaveBeenCalledOnce();
    },
  );

  test('that was never opened has a line with what to do', () => {
    const onOpenKnown = vi.fn();
    draw(en, popup({ front: front([], { known: NEVER_OPENED }), onOpenKnown }));
    const cards = screen.getAllByRole('article');
    expect(cards.map((card) => card.getAttribute('aria-label'))).toEqual([
      'new.bitrix24.ru',
      'Свой домен',
      'old.bitrix24.ru',
    ]);
    expect(cards[0]?.textContent).toContain('Latchdesk has not seen a page of this portal yet');
    expect(cards[1]?.textContent).toContain(en.messages.unsupported.noPermission.what);
    fireEvent.click(screen.getByRole('button', { name: 'Open the portal new.bitrix24.ru' }));
    expect(onOpenKnown).toHaveBeenCalledWith(NEVER_OPENED[0]);
  });

  test('leads to its main chat, a dialog, its facts and the explainer', () => {
    const handlers = { onMainChat: vi.fn(), onFindDialog: vi.fn(), onCopyFacts: vi.fn(), onExplain: vi.fn() };
    const confirmed = { code: 'vendor.chat', appId: 17, name: 'ChatApp', confirmedAt: 1 };
    draw(en, popup({ portals: [portal({ view: { market: market({ confirmed }) } })], ...handlers }));
    const more = screen.getByRole('button', { name: 'More: demo.bitrix24.ru' });
    fireEvent.click(more);
    expect(more.getAttribute('aria-expanded')).toBe('true');
    for (const name of [
      'Main chat with support',
      'Open a dialog…',
      'Copy facts about the portal',
      'Why can’t an employee…',
    ])
      fireEvent.click(screen.getByRole('button', { name: `${name}: demo.bitrix24.ru` }));
    for (const handler of Object.values(handlers)) expect(handler).toHaveBeenCalledOnce();
  });
});

test('the first steps are offered until they were taken or put away', () => {
  const onFirstSteps = vi.fn();
  const { redraw } = draw(en, popup({ front: front([], { isFirstRunDone: false }), onFirstSteps }));
  fireEvent.click(screen.getByRole('button', { name: 'Show the first steps' }));
  expect(onFirstSteps).toHaveBeenCalledOnce();
  redraw(popup({ portals: [] }));
  expect(screen.queryByRole('button', { name: 'Show the first steps' })).toBeNull();
});

test('no two buttons have the same name, two users of a portal included', () => {
  const other = { ...NEEDY, key: `${NEEDY.origin}|9`, userId: '9' };
  draw(en, popup({ portals: [...manyPortals(1), NEEDY, other], onKeepOpen: nothing }));
  const names = screen.getAllByRole('button').map((button) => button.getAttribute('aria-label') ?? button.textContent);
  expect(new Set(names).size).toBe(names.length);
});
