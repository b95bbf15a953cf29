// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { MarketStart } from '../../../bitrix24/market-protocol.ts';
import type { MarketView } from '../../../domain/market/view.ts';
import { GuardQuestions, marketCards } from '../../../entrypoints/market-cards/guard-questions.ts';
import { placeBeside } from '../../../entrypoints/market-cards/hint-place.ts';
import { MarketCardsHost } from '../../../entrypoints/market-cards/MarketCardsHost.tsx';
import { MarketCardsStore } from '../../../entrypoints/market-cards/market-cards-store.ts';
import { NoteFlow } from '../../../entrypoints/market-cards/note-flow.ts';
import type { FramePlace, WipeQuestion } from '../../../link/market-side.ts';
import { button } from './drawing.tsx';
import { access, app, CONFIRMED, market, run } from './samples.ts';

const { sendMessage, life } = vi.hoisted(() => ({ sendMessage: vi.fn(), life: { isAlive: true } }));
vi.mock('../../../platform/content-browser.ts', () => ({
  contentBrowser: { runtime: { sendMessage } },
  isExtensionAlive: () => life.isAlive,
}));

const KEY = 'https://demo.bitrix24.ru|1';
const INSTALLED: FramePlace = {
  page: { page: 'installed', generation: 'new', isWhole: true },
  isOfApplication: true,
};
const start = (view: Partial<MarketView> = {}, changes: Partial<MarketStart> = {}): MarketStart => ({
  key: KEY,
  language: 'en',
  market: market({ confirmed: CONFIRMED, access: access(), ...view }),
  isReadOnly: false,
  hiddenCards: [],
  ...changes,
});

function open() {
  const store = new MarketCardsStore();
  const questions = new GuardQuestions(store);
  const flow = new NoteFlow(store);
  render(<MarketCardsHost world={{ store, questions, flow }} />);
  const cards = marketCards(store, questions);
  const take = (next: MarketStart, where: FramePlace = INSTALLED) => act(() => cards.take(next, where));
  const askAbout = (changes: Partial<WipeQuestion> = {}) => {
    let answer: ReturnType<typeof cards.askAboutWipe> | undefined;
    act(() => {
      answer = cards.askAboutWipe(question(changes));
    });
    return answer;
  };
  return { store, cards, take, askAbout };
}

let portalWindow: HTMLElement;
const question = (changes: Partial<WipeQuestion> = {}): WipeQuestion => ({
  why: 'ticked',
  application: 'certain',
  name: 'ChatApp',
  code: 'vendor.chatapp',
  window: portalWindow,
  ...changes,
});
/** One turn of the event loop: what was answered at once has arrived. */
const turn = () => new Promise<void>((resolve) => setTimeout(resolve));
const press = (name: string | RegExp) =>
  act(async () => {
    fireEvent.click(button(name));
    await turn();
  });
const messages = () => sendMessage.mock.calls.map(([message]) => message);
const note = () => screen.queryByRole('complementary', { name: 'Latchdesk: the application' });
const guardCard = () => screen.queryByRole('alertdialog');
/** Changes of the page are heard of a moment later. */
const settled = () => act(() => turn());

/** The test's page knows of no full screen by itself. */
const fill = (element: Element | null) =>
  Object.defineProperty(document, 'fullscreenElement', { configurable: true, value: element });

beforeEach(() => {
  fill(null);
  life.isAlive = true;
  sendMessage.mockResolvedValue(true);
  portalWindow = document.createElement('div');
  document.body.append(portalWindow);
});
afterEach(() => {
  cleanup();
  sendMessage.mockReset();
  document.body.replaceChildren();
});

describe('a stopped press', () => {
  test.each([
    ['Untick and continue', 'untick'],
    ['Back', 'back'],
  ] as const)('"%s" is answered with %s, and the card goes', async (label, choice) => {
    const { askAbout } = open();
    const answer = askAbout();
    await press(label);
    expect(await answer).toBe(choice);
    expect(guardCard()).toBeNull();
  });

  test('Esc goes back', async () => {
    const answer = open().askAbout();
    act(() => void fireEvent.keyDown(document.body, { key: 'Escape' }));
    expect(await answer).toBe('back');
  });

  test('typing the name lets the next press pass', async () => {
    const answer = open().askAbout();
    await press('Delete with the data all the same');
    act(() => void fireEvent.input(screen.getByRole('textbox'), { target: { value: 'ChatApp' } }));
    await press('Allow deleting with the data');
    expect(await answer).toBe('insist');
  });

  test('a second question takes the place of the first, and what was typed for the first does not arm it', async () => {
    const { askAbout } = open();
    const first = askAbout();
    await press('Delete with the data all the same');
    act(() => void fireEvent.input(screen.getByRole('textbox'), { target: { value: 'ChatApp' } }));
    const second = askAbout({ code: 'other', name: 'Invoices', application: 'other' });
    expect(await first).toBe('back');
    expect(screen.queryByRole('textbox')).toBeNull();
    await press('Untick and continue');
    expect(await second).toBe('untick');
  });

  test('keeps the note waiting, and speaks before anything was told', () => {
    const { take, askAbout } = open();
    void askAbout();
    expect(guardCard()).not.toBeNull();
    take(start());
    expect(note()).toBeNull();
  });

  test('is told in full screen as well: a press that does nothing has to be explained', () => {
    const { askAbout } = open();
    act(() => {
      fill(document.body);
      document.dispatchEvent(new Event('fullscreenchange'));
    });
    void askAbout();
    expect(guardCard()).not.toBeNull();
  });

  test('hidden on this portal, it goes back for good, and the wish is told', async () => {
    const { take, askAbout } = open();
    take(start());
    const answer = askAbout();
    await press('Why do I see this?');
    await press('Hide on this portal');
    expect(await answer).toBe('hide');
    expect(messages()).toEqual([{ type: 'marketCard.hidden', key: KEY, card: 'uninstallGuard' }]);
  });

  test('after an update the card asks for a reload, and the script hears that nothing is alive', () => {
    const { cards, askAbout } = open();
    life.isAlive = false;
    expect(cards.isAlive()).toBe(false);
    void askAbout();
    expect(button('Reload the page')).toBeDefined();
  });
});

describe('a window that is not known', () => {
  test('gets a word beside it, and loses it again', () => {
    const { cards } = open();
    act(() => cards.warn({ why: 'unknownWindow', application: 'maybe', name: '', window: portalWindow }));
    expect(screen.getByRole('status').textContent).toContain('stops nothing');
    act(() => cards.warn(null));
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('a window that is gone gets none', () => {
    const { cards } = open();
    portalWindow.remove();
    act(() => cards.warn({ why: 'unknownWindow', application: 'maybe', name: '', window: portalWindow }));
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('is never covered by the word', () => {
    const page = { width: 1000, height: 600 };
    const box = (left: number, top: number, width: number, height: number) => ({
      left,
      top,
      right: left + width,
      bottom: top + height,
    });
    expect(placeBeside(box(100, 100, 400, 200), page)).toEqual({ left: 512, top: 100 });
    expect(placeBeside(box(500, 100, 400, 200), page)).toEqual({ left: 168, top: 100 });
    expect(placeBeside(box(300, 100, 400, 200), page)).toEqual({ left: 300, top: 312 });
    expect(placeBeside(box(300, 300, 400, 290), page)).toEqual({ left: 300, top: 168 });
    expect(placeBeside(box(10, 10, 980, 580), page)).toBeNull();
  });
});

describe('the note', () => {
  test('is there when there is something to say, in the language of the portal', () => {
    const { take } = open();
    expect(note()).toBeNull();
    take(start());
    expect(note()?.textContent).toContain('3 entries in the access list let in 12 employees');
    take(start({}, { language: 'kz' }));
    expect(screen.getByRole('complementary').textContent).toContain('В списке доступа 3 записи');
    take(start({ confirmed: null }));
    expect(screen.queryByRole('complementary')).toBeNull();
  });

  test('is not there on any other page, where it is hidden, and in full screen', () => {
    const { take } = open();
    take(start({ run: run() }), { page: null, isOfApplication: false });
    expect(note()).toBeNull();
    take(start({}, { hiddenCards: ['marketNote'] }));
    expect(note()).toBeNull();
    take(start());
    act(() => {
      fill(document.body);
      document.dispatchEvent(new Event('fullscreenchange'));
    });
    expect(note()).toBeNull();
  });

  test('is not there twice: under a slider, the frame of the slider says it', async () => {
    const { take } = open();
    take(start());
    const slider = document.createElement('div');
    slider.className = 'side-panel-overlay';
    document.body.append(slider);
    await settled();
    expect(note()).toBeNull();
    slider.style.display = 'none';
    await settled();
    expect(note()).not.toBeNull();
  });

  test('stays as it was folded while the page tells more, and opens by itself for nothing', async () => {
    const { take } = open();
    take(start());
    expect(screen.queryByRole('button', { name: 'Open Access' })).toBeNull();
    await press('Fold');
    take(start({ access: access({ employees: 13 }) }));
    expect(note()?.dataset.size).toBe('tab');
  });

  test('the guide is whole in the Market, and one line elsewhere', () => {
    const { take } = open();
    take(start({ run: run() }));
    expect(note()?.dataset.size).toBe('whole');
    cleanup();
    const other = open();
    other.take(start({ run: run() }), { page: { page: 'contactCenter' }, isOfApplication: false });
    expect(note()?.dataset.size).toBe('line');
  });

  test('steps aside for a window of the portal where it stands, and comes back', async () => {
    const { take } = open();
    take(start());
    const popup = document.createElement('div');
    popup.className = 'popup-window';
    const box = { left: -10, top: -10, right: 10, bottom: 10 } as DOMRect;
    popup.getBoundingClientRect = () => box;
    document.body.append(popup);
    await settled();
    expect(note()?.dataset.size).toBe('tab');
    popup.remove();
    await settled();
    expect(note()?.dataset.size).toBe('line');
  });
});

describe('a wish', () => {
  const whole = async (view: Partial<MarketView> = {}) => {
    const opened = open();
    opened.take(start(view));
    if (note()?.dataset.size === 'line') await press('Details');
    return opened;
  };

  test.each([
    ['Open Access', { type: 'place.wanted', key: KEY, place: { kind: 'accessList' } }],
    ['Reinstall safely', { type: 'reinstall.begun', key: KEY }],
    ['Why can’t an employee…', { type: 'explainer.opened', key: KEY, tab: 'explain' }],
  ])('%s', async (label, message) => {
    await whole();
    await press(label);
    expect(messages()).toEqual([message]);
  });

  test('which one it is', async () => {
    await whole({ confirmed: null, candidates: [app()] });
    await press('Yes, this is ChatApp');
    await press('No');
    expect(messages()).toEqual([
      { type: 'app.confirmed', key: KEY, code: 'vendor.chatapp' },
      { type: 'app.confirmed', key: KEY, code: null },
    ]);
  });

  test('of a run', async () => {
    await whole({ run: run({ state: 'finishing' }) });
    await press('I have finished the installation');
    await press('Stop');
    expect(messages()).toEqual([
      { type: 'reinstall.told', key: KEY, id: 'run-1', event: { type: 'finish.told' } },
      { type: 'reinstall.told', key: KEY, id: 'run-1', event: { type: 'run.stopped' } },
    ]);
  });

  test.each([
    ['no answer', null],
    ['"no"', false],
  ])('%s means that it did not come true, and what to do is said', async (_, answer) => {
    sendMessage.mockResolvedValue(answer);
    await whole();
    await press('Open Access');
    await settled();
    expect(note()?.textContent).toContain('It could not be opened.');
  });

  test('after an update: nothing is sent, and the note asks for a reload', async () => {
    await whole();
    life.isAlive = false;
    await press('Reinstall safely');
    expect(messages()).toEqual([]);
    expect(button('Reload the page')).toBeDefined();
  });

  test('hiding needs no answer', async () => {
    sendMessage.mockReturnValue(new Promise(() => undefined));
    await whole();
    await press('Why do I see this?');
    await press('Hide on this portal');
    expect(note()).toBeNull();
    expect(messages()).toEqual([{ type: 'marketCard.hidden', key: KEY, card: 'marketNote' }]);
  });
});
