// @vitest-environment happy-dom
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { REINSTALL_STATES, type ReinstallState } from '../../domain/market/reinstall.ts';
import { LOCALES } from '../../locales/catalogue.ts';
import { en } from '../../locales/en.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { en as popupEn } from '../../locales/popup/en.ts';
import { ru as popupRu } from '../../locales/popup/ru.ts';
import { ru } from '../../locales/ru.ts';
import { market, run, runView } from './dashboard/chatapp-samples.ts';
import { front } from './dashboard/fronts.ts';
import { allText, draw, expectAccessible, LEAKS } from './drawing.tsx';
import { type Changes, KEPT_OFF, NEVER_OPENED, nothing, popup, REST, readOnly } from './popup-pages.tsx';
import {
  grant,
  lastKnown,
  lookalike,
  NEEDY,
  neverRead,
  portal,
  request,
  STATES,
  unsupported,
  withAccess,
} from './samples.ts';

afterEach(cleanup);

const everyState = Object.entries(STATES).map(([name, view]) => ({
  ...view,
  key: name,
  host: `${name.length}.example.com`,
}));

describe.each(LOCALES)('in $language', (locale) => {
  test.each<[string, Changes]>([
    ['while loading', { state: 'loading', front: null }],
    ['after an error', { state: 'error', front: null }],
    ['with no portals', { portals: [] }],
    ['with no portals and no first steps taken', { front: front([], { isFirstRunDone: false }) }],
    ['with what was kept', { state: 'loading' }],
    ['with what was kept, after an error', { state: 'error' }],
    ['with portals that were never opened', { front: front([], { known: NEVER_OPENED }) }],
    ['where nothing may be changed', { front: readOnly([NEEDY]) }],
    ['while everything rests', { front: front([NEEDY], { rest: REST }) }],
    ['in the side panel', { layout: 'panel' }],
    ['that can be kept open', { onKeepOpen: nothing, isKeepOpenFailed: true }],
    ['with one portal', {}],
    ['with a portal in every state', { portals: everyState }],
  ])('the popup %s reads well and passes axe', async (_name, props) => {
    const { container } = draw(locale, popup(props));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

test('an empty popup teaches what to do first', () => {
  draw(ru, popup({ portals: [] }));
  expect(screen.getByText('Порталов пока нет')).toBeDefined();
  expect(screen.getAllByRole('listitem')[0]?.textContent).toContain('Откройте свой портал');
});

test('a card tells the count, the sentence, the source and what is unread', () => {
  draw(en, popup({ portals: [portal({ used: 5 })] }));
  const card = within(screen.getByRole('article', { name: 'demo.bitrix24.ru' }));
  for (const text of ['5/5', 'All 5 dialogs are in use', 'From the portal, 2 minutes ago', '2 unread in 1 dialog']) {
    expect(card.getByText(text)).toBeDefined();
  }
});

test('a portal that could not be read shows no number and the next step', () => {
  draw(en, popup({ portals: [neverRead('timeout')] }));
  const card = screen.getByRole('article');
  expect(card.textContent).toContain('Could not read: the portal does not answer');
  expect(card.textContent).toContain('Wait a minute, then read again.');
  expect(card.textContent?.replace('demo.bitrix24.ru', '')).not.toMatch(/\d/);
});

test('last known numbers come with their time and the reason', () => {
  draw(en, popup({ portals: [lastKnown('offline')] }));
  expect(screen.getByText('As of 13:15, no network')).toBeDefined();
});

test('two users of one portal are told apart', () => {
  draw(en, popup({ portals: [portal(), portal({ view: { key: 'https://demo.bitrix24.ru|9', userId: '9' } })] }));
  expect(screen.getByRole('article', { name: 'demo.bitrix24.ru, user 9' })).toBeDefined();
});

test('buttons name their portal and hand it on', () => {
  const [onOpenPortal, onReadAgain, onRetry] = [vi.fn(), vi.fn(), vi.fn()];
  const view = portal();
  const { redraw } = draw(en, popup({ portals: [view], onOpenPortal, onReadAgain }));
  fireEvent.click(screen.getByRole('button', { name: 'Open the portal demo.bitrix24.ru' }));
  fireEvent.click(screen.getByRole('button', { name: 'Read again: demo.bitrix24.ru' }));
  expect(onOpenPortal).toHaveBeenCalledWith(view);
  expect(onReadAgain).toHaveBeenCalledWith(view);
  redraw(popup({ state: 'error', front: null, onRetry }));
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledOnce();
});

test('a new dialog and the page with all dialogs are asked for by portal', () => {
  const [onNewDialog, onDashboard] = [vi.fn(), vi.fn()];
  const view = portal();
  draw(en, popup({ portals: [view], onNewDialog, onDashboard }));
  fireEvent.click(screen.getByRole('button', { name: 'New dialog: demo.bitrix24.ru' }));
  fireEvent.click(screen.getByRole('button', { name: 'Dialogs and report: demo.bitrix24.ru' }));
  expect(onNewDialog).toHaveBeenCalledWith(view);
  expect(onDashboard).toHaveBeenCalledWith(view);
});

test.each(['single', 'switched off', 'not read yet', 'last known, signedOut', 'unsupported, noSupportBot'])(
  'a new dialog is not offered where the portal is "%s"',
  (state) => {
    draw(en, popup({ portals: [STATES[state] ?? portal()] }));
    expect(screen.queryByRole('button', { name: /New dialog/ })).toBeNull();
  },
);

test.each(Object.keys(STATES).filter((state) => !KEPT_OFF.includes(state)))(
  'every card of "%s" has one way to read again',
  (state) => {
    draw(en, popup({ portals: [STATES[state] ?? portal()] }));
    expect(screen.getAllByRole('button', { name: 'Read again: demo.bitrix24.ru' })).toHaveLength(1);
  },
);

test('a card tells what needs the user', () => {
  draw(ru, popup({ portals: [NEEDY] }));
  const card = within(screen.getByRole('article'));
  expect(card.getByText('Есть место для вашего вопроса «Печать чеков»')).toBeDefined();
  expect(card.getByText('Вы нужны в 3 диалогах')).toBeDefined();
});

test('a card that could not be shown is explained', () => {
  const view = portal();
  draw(ru, popup({ portals: [view], outcome: { key: view.key, kind: 'cardFailed' } }));
  expect(screen.getByRole('status').textContent).toContain(popupRu.messages.cardFailed);
});

test('a hidden chip can be brought back', () => {
  const onShowChip = vi.fn();
  const view = portal();
  const { redraw } = draw(en, popup({ portals: [view], onShowChip }));
  expect(screen.queryByRole('button', { name: 'Show it again' })).toBeNull();
  const hidden = { ...view, chip: { ...view.chip, isHidden: true } };
  redraw(popup({ portals: [hidden], onShowChip }));
  fireEvent.click(screen.getByRole('button', { name: 'Show it again' }));
  expect(onShowChip).toHaveBeenCalledWith(hidden);
});

test('a reading that could not begin is explained on its card', () => {
  const view = portal();
  draw(en, popup({ portals: [view], outcome: { key: view.key, kind: 'readNeedsTab' } }));
  expect(screen.getByRole('status').textContent).toContain(popupEn.messages.readNeedsTab);
});

test('only a portal that names no administrator lets an integrator speak up', () => {
  const onClaimRight = vi.fn();
  const { redraw } = draw(en, popup({ portals: [portal()], onClaimRight }));
  expect(screen.queryByRole('button', { name: popupEn.messages.claimRight })).toBeNull();
  redraw(popup({ portals: [unsupported('notAdministrator')], onClaimRight }));
  fireEvent.click(screen.getByRole('button', { name: popupEn.messages.claimRight }));
  expect(onClaimRight).toHaveBeenCalledOnce();
});

describe('access of support', () => {
  const lines = () => [...document.querySelectorAll('.card-access')].map((line) => line.textContent);

  test('has a line for each situation, the most pressing first', () => {
    const items = [grant(12), grant(-2), request(), request({ id: 'b' }), lookalike()];
    draw(ru, popup({ portals: [withAccess(items)] }));
    expect(lines()).toEqual([
      'Похоже на запрос доступа, но отправитель не поддержкаПосмотреть',
      'Поддержка просит доступ · ждёт уже 2 ч · ещё 1Открыть запрос',
      'Доступ должен был закончиться 10 декабря. ПроверьтеПроверить',
      'Доступ открыт: ещё 12 дней, до 24 декабря',
    ]);
  });

  test('leads to the message of a request', () => {
    const onOpenRequest = vi.fn();
    const item = request();
    const view = withAccess([item]);
    draw(en, popup({ portals: [view], onOpenRequest }));
    fireEvent.click(screen.getByRole('button', { name: 'Open the request: demo.bitrix24.ru' }));
    expect(onOpenRequest).toHaveBeenCalledWith(view, item);
  });

  test('is told of a portal that cannot be read, too: its end comes all the same', () => {
    draw(en, popup({ portals: [withAccess([grant(-2)], unsupported('oldMessenger'))] }));
    expect(lines()[0]).toContain('Access should have ended on 10 December');
  });

  test.each(['roomy', 'last known, signedOut', 'never read, timeout', 'unsupported, oldMessenger'])(
    'can be recorded by hand where the portal is "%s"',
    (state) => {
      const onEnterAccess = vi.fn();
      const view = STATES[state] ?? portal();
      draw(en, popup({ portals: [view], onEnterAccess }));
      fireEvent.click(screen.getByRole('button', { name: 'Record access: demo.bitrix24.ru' }));
      expect(onEnterAccess).toHaveBeenCalledWith(view);
    },
  );

  test('is asked of administrators only, and who is none is told whom to ask', () => {
    draw(ru, popup({ portals: [unsupported('notAdministrator')] }));
    expect(screen.getByText('Запросы доступа тоже приходят только администраторам: спросите у них.')).toBeDefined();
    expect(screen.queryByRole('button', { name: /Записать доступ/ })).toBeNull();
  });

  test('whose message was not found is explained on its card', () => {
    const view = withAccess([request()]);
    draw(en, popup({ portals: [view], outcome: { key: view.key, kind: 'requestNowhere' } }));
    expect(screen.getByRole('status').textContent).toBe(en.messages.panel.requestNowhere);
  });
});

describe('a reinstall of ChatApp', () => {
  const inState = (state: ReinstallState) => portal({ view: { market: market({ run: runView(run(state)) }) } });

  test.each(LOCALES)('is told in words in every state that waits for somebody, in $language', async (locale) => {
    const lines = popupLocaleFor(locale.language).messages.reinstall;
    for (const state of REINSTALL_STATES) {
      const { container } = draw(locale, popup({ portals: [inState(state)] }));
      const told = Object.values(lines).filter((line) => container.textContent?.includes(line));
      expect(told).toEqual(state === 'done' || state === 'dataWiped' ? [] : [lines[state]]);
      expect(allText(container)).not.toMatch(LEAKS);
      await expectAccessible(container);
      cleanup();
    }
  });

  test('is gone on with in the dashboard', () => {
    const onReinstall = vi.fn();
    const view = inState('absent');
    draw(en, popup({ portals: [view], onReinstall }));
    fireEvent.click(screen.getByRole('button', { name: `Go on with the reinstall: ${view.host}` }));
    expect(onReinstall).toHaveBeenCalledWith(view);
  });

  test('without an application that could be ChatApp the popup does not speak of it', () => {
    draw(en, popup());
    expect(screen.queryByRole('button', { name: /ChatApp/ })).toBeNull();
  });
});
