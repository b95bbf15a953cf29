// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  newCard,
  newList,
  newWindow,
  oldList,
  oldRow,
  oldWindow,
  refusedWindow,
  strangeWindow,
  UNINSTALL_BUTTON,
} from '../../bitrix24/market-pages.ts';
import { hearsPress, MarketScene, press, pressKey, startWith, tick } from './scene.ts';

const NEW = '/market/installed/';
const OLD = '/marketplace/installed/';
const LIST = newList([newCard({ code: 'vendor.chat', name: 'ChatApp' })]);
const ROWS = oldList(oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON]));

let scene: MarketScene;

/** A page as it was before the window for uninstalling was opened. */
const open = async (address = NEW, html = LIST, prepare: (scene: MarketScene) => void = () => undefined) => {
  scene = new MarketScene(address, html);
  prepare(scene);
  await scene.begin();
};
const openWindow = async (html: string) => {
  document.body.insertAdjacentHTML('beforeend', html);
  await scene.rest();
};
const windowShown = () => {
  const all = [...document.querySelectorAll<HTMLElement>('.popup-window')];
  const shown = all.find((each) => each.style.display !== 'none');
  if (!shown) throw new Error('No window is on show');
  return shown;
};
const inWindow = <T extends Element = HTMLElement>(selector: string): T => {
  const element = windowShown().querySelector<T>(selector);
  if (!element) throw new Error(`The window has no ${selector}`);
  return element;
};
const confirm = () => inWindow('.popup-window-button-decline');
const box = () => inWindow<HTMLInputElement>('input');
const types = () => scene.presses().map(({ type }) => type);
/** A new window, in which a person ticks the box. */
const openAndTick = async (html = newWindow('vendor.chat', false)) => {
  await openWindow(html);
  tick(box());
  await scene.rest();
};

beforeEach(() => {
  vi.restoreAllMocks();
  vi.spyOn(console, 'warn').mockReturnValue();
});
afterEach(() => {
  expect(scene.clicks).not.toHaveBeenCalled();
  scene.end();
});

describe('a press with the box ticked', () => {
  it('never reaches the portal, with none of its events, and the cards ask', async () => {
    await open();
    await openAndTick();
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal).not.toHaveBeenCalled();
    expect(scene.cards.questions).toEqual([
      { why: 'ticked', application: 'certain', name: 'ChatApp', code: 'vendor.chat', window: windowShown() },
    ]);
    expect(scene.presses()).toEqual([{ type: 'stopped', code: 'vendor.chat', name: 'ChatApp' }]);
  });

  it('is stopped wherever in the button it begins and ends', async () => {
    await open();
    await openAndTick();
    const portal = hearsPress(confirm());
    press(inWindow('.popup-window-button-decline b'), confirm());
    await scene.rest();
    expect(portal).not.toHaveBeenCalled();
    expect(scene.cards.questions).toHaveLength(1);
  });

  it('is answered, too, when the portal draws its button anew under it', async () => {
    await open();
    await openAndTick();
    const down = new PointerEvent('pointerdown', { bubbles: true, cancelable: true });
    confirm().dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    confirm().outerHTML = '<span class="popup-window-button popup-window-button-decline">Delete</span>';
    confirm().dispatchEvent(new PointerEvent('pointerup', { bubbles: true, cancelable: true }));
    await scene.rest();
    expect(scene.cards.questions).toHaveLength(1);
  });

  it('that is let go elsewhere asks nothing', async () => {
    await open();
    await openAndTick();
    press(confirm(), inWindow('.popup-window-content'));
    await scene.rest();
    expect(scene.cards.questions).toEqual([]);
  });

  it.each(['Enter', ' '])('with the key "%s" is stopped and asks once', async (key) => {
    await open();
    await openAndTick();
    const portal = hearsPress(confirm());
    expect(pressKey(confirm(), key)).toBe(false);
    await vi.advanceTimersByTimeAsync(50);
    expect(scene.cards.questions).toHaveLength(1);
    confirm().dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    await scene.rest();
    expect(portal).not.toHaveBeenCalled();
    expect(scene.cards.questions).toHaveLength(1);
    expect(types()).toEqual(['stopped']);
  });

  it('is stopped after the portal has drawn the window anew', async () => {
    await open();
    await openAndTick();
    windowShown().remove();
    await openWindow(newWindow('vendor.chat', true));
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal).not.toHaveBeenCalled();
    expect(scene.cards.questions[0]?.why).toBe('leftTicked');
  });

  it('is stopped on pages of the Market that tell nothing else, and in a slider', async () => {
    await open('/market/category/crm/?IFRAME=Y', '');
    await openAndTick();
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions).toHaveLength(1);
  });
});

describe('a tick that nobody made in this window', () => {
  it('of the new Market is from a try that was cancelled', async () => {
    await open();
    await openWindow(newWindow('vendor.chat', true));
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions[0]?.why).toBe('leftTicked');
  });

  it('is none that somebody has just made, however quickly', async () => {
    await open();
    document.body.insertAdjacentHTML('beforeend', newWindow('vendor.chat', false));
    tick(box());
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions[0]?.why).toBe('ticked');
  });

  it('is forgotten when the same window is closed and opened again', async () => {
    await open();
    await openWindow(newWindow('vendor.chat', true));
    const element = windowShown();
    element.style.display = 'none';
    await scene.rest();
    box_(element).checked = false;
    element.style.display = 'block';
    await scene.rest();
    tick(box());
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions[0]?.why).toBe('ticked');
  });

  it('of the old Marketplace is hidden in an earlier window', async () => {
    await open(OLD, ROWS + oldWindow(true, false));
    press(row('uninstallConfirm'));
    await openWindow(oldWindow(false));
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal).not.toHaveBeenCalled();
    expect(scene.cards.questions).toMatchObject([
      { why: 'hiddenTick', application: 'certain', code: 'vendor.chat', name: 'ChatApp' },
    ]);
  });
});

const box_ = (element: HTMLElement) => element.querySelector('input') as HTMLInputElement;
const row = (handler: string) => document.querySelector(`[onclick*="${handler}"] i`) as HTMLElement;

describe('the old Marketplace', () => {
  it('names the application by the press that opened the window, whatever is pressed later', async () => {
    const other = oldRow('<a>Other</a>', [UNINSTALL_BUTTON.replace('vendor.chat', 'other.app')]);
    await open(OLD, oldList(oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON]), other));
    press(row('vendor.chat'));
    await openAndTick(oldWindow(false));
    press(row('other.app'));
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions).toMatchObject([{ code: 'vendor.chat', name: 'ChatApp', why: 'ticked' }]);
  });

  it('guards a window of which nobody knows what it is about', async () => {
    await open(OLD, ROWS);
    await openAndTick(oldWindow(false));
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions).toMatchObject([{ code: null, application: 'maybe' }]);
  });

  it('takes no press from long ago for the one that opened the window', async () => {
    await open(OLD, ROWS);
    press(row('vendor.chat'));
    await scene.rest(60_000);
    await openAndTick(oldWindow(false));
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions[0]?.code).toBeNull();
  });
});

describe('what the person chooses', () => {
  const ask = async () => {
    await open();
    await openAndTick();
    press(confirm());
    await scene.rest();
  };

  it('unticks the box so that the portal hears it, and presses nothing', async () => {
    await ask();
    const heard = vi.fn();
    for (const type of ['input', 'change']) box().addEventListener(type, () => heard(type, box().checked));
    const portal = hearsPress(confirm());
    await scene.cards.choose('untick');
    expect(box().checked).toBe(false);
    expect(heard.mock.calls).toEqual([
      ['input', false],
      ['change', false],
    ]);
    expect(portal).not.toHaveBeenCalled();
    expect(windowShown().contains(document.activeElement)).toBe(true);
    press(confirm());
    await scene.rest();
    expect(portal).toHaveBeenCalledWith('click');
    expect(types()).toEqual(['stopped', 'unticked', 'pressed']);
    expect(scene.presses().at(-1)).toMatchObject({ type: 'pressed', code: 'vendor.chat', wipes: false });
  });

  it('unticks the hidden box of the old Marketplace as well', async () => {
    await open(OLD, ROWS + oldWindow(true, false));
    await openAndTick(oldWindow(false));
    press(confirm());
    await scene.rest();
    await scene.cards.choose('untick');
    const boxes = [...document.querySelectorAll<HTMLInputElement>('#delete_data')];
    expect(boxes.map(({ checked }) => checked)).toEqual([false, false]);
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal).toHaveBeenCalledWith('click');
  });

  it('unticks the box that the portal has drawn anew meanwhile', async () => {
    await ask();
    box().outerHTML = '<input type="checkbox" name="delete-data" checked>';
    await scene.cards.choose('untick');
    expect(box().checked).toBe(false);
  });

  it('goes back and leaves the tick where it is', async () => {
    await ask();
    await scene.cards.choose('back');
    expect(box().checked).toBe(true);
    press(confirm());
    await scene.rest();
    expect(types()).toEqual(['stopped', 'wentBack', 'stopped']);
  });

  it('stops nothing any more for who hides it, before the background has answered', async () => {
    await ask();
    await scene.cards.choose('hide');
    expect(box().checked).toBe(true);
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal.mock.calls.flat()).toContain('click');
    expect(types()).toEqual(['stopped', 'wentBack', 'pressed']);
  });

  it('lets one press of those who insist pass, in this window only', async () => {
    await ask();
    await scene.cards.choose('insist');
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal.mock.calls.flat()).toEqual(['pointerdown', 'mousedown', 'mouseup', 'click']);
    expect(scene.presses().at(-1)).toMatchObject({ type: 'pressed', code: 'vendor.chat', wipes: true });
    press(confirm());
    await scene.rest();
    expect(types()).toEqual(['stopped', 'insisted', 'pressed', 'stopped']);
  });

  it('forgets who insisted after two minutes, and when the window is another one', async () => {
    await ask();
    await scene.cards.choose('insist');
    await scene.rest(121_000);
    press(confirm());
    await scene.rest();
    expect(types().at(-1)).toBe('stopped');
    await scene.cards.choose('insist');
    windowShown().remove();
    await openWindow(newWindow('vendor.chat', true));
    press(confirm());
    await scene.rest();
    expect(types().at(-1)).toBe('stopped');
  });

  it('counts only for the last question', async () => {
    await ask();
    const first = scene.cards.choose.bind(scene.cards);
    await scene.rest(1_000);
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions).toHaveLength(2);
    await first('insist');
    expect(types()).toEqual(['stopped', 'stopped', 'insisted']);
  });
});

describe('a press that passes', () => {
  it.each([
    ['without a tick', newWindow('vendor.chat', false), 'vendor.chat', false],
    ['of another application', newWindow('other.app', true, 'Other'), 'other.app', true],
  ])('%s is told with what it deletes', async (_, html, code, wipes) => {
    await open();
    await openWindow(html);
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal).toHaveBeenCalledWith('click');
    expect(scene.presses()).toMatchObject([{ type: 'pressed', code, wipes }]);
    expect(scene.cards.questions).toEqual([]);
  });

  it('is told at once, whatever the background is busy with', async () => {
    await open();
    scene.background = () => new Promise(() => undefined);
    await scene.show(LIST.replace('ChatApp', 'Other') + newWindow('vendor.chat', false));
    press(confirm());
    expect(scene.told.at(-1)).toMatchObject({ type: 'uninstall.told', event: { type: 'pressed' } });
  });

  it('is none when somebody cancels', async () => {
    await open();
    await openAndTick();
    const cancel = inWindow('.popup-window-button-link-cancel');
    const portal = hearsPress(cancel);
    press(cancel);
    await scene.rest();
    expect(portal).toHaveBeenCalledWith('click');
    expect(scene.presses()).toEqual([]);
  });

  it('is stopped for every application where the portal wants it so', async () => {
    await open(NEW, LIST, (each) => {
      each.start = startWith({ guardsOthers: true });
    });
    await openWindow(newWindow('other.app', true, 'Other'));
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions).toMatchObject([{ application: 'other', name: 'Other', code: 'other.app' }]);
  });
});

describe('the guard stands aside', () => {
  const passes = async () => {
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest(5_000);
    expect(portal).toHaveBeenCalledWith('click');
  };

  it('where Latchdesk has no say', async () => {
    await open(NEW, LIST, (each) => {
      each.start = null;
    });
    await openWindow(newWindow('vendor.chat', true));
    await passes();
    expect(scene.presses()).toEqual([]);
    expect(scene.count('marketCards.wanted')).toBe(0);
  });

  it('while the background has not answered yet', async () => {
    scene = new MarketScene(NEW, LIST);
    scene.background = () => new Promise(() => undefined);
    await scene.begin();
    await openWindow(newWindow('vendor.chat', true));
    await passes();
  });

  it('where the user does not want it, and tells the press all the same', async () => {
    await open(NEW, LIST, (each) => {
      each.start = startWith({}, ['uninstallGuard']);
    });
    await openWindow(newWindow('vendor.chat', true));
    await passes();
    expect(scene.presses()).toMatchObject([{ type: 'pressed', code: 'vendor.chat', wipes: true }]);
  });

  it('once the extension was updated', async () => {
    await open();
    await openAndTick();
    scene.runtime.id = undefined;
    await passes();
    expect(scene.cards.questions).toEqual([]);
  });

  it('after one press for which its cards did not come', async () => {
    await open(NEW, LIST, (each) => {
      each.bringsCardsIn = null;
    });
    await openAndTick();
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest(5_000);
    expect(portal).not.toHaveBeenCalled();
    expect(console.warn).toHaveBeenCalledOnce();
    await passes();
  });

  it('after three seconds without an answer about its cards', async () => {
    await open(NEW, LIST, (each) => {
      each.bringsCardsIn = 60_000;
    });
    await openAndTick();
    press(confirm());
    await scene.rest(1_000);
    press(confirm());
    await scene.rest(2_200);
    await passes();
  });

  it('when its cards were cut off by an update, until others come', async () => {
    await open();
    await openAndTick();
    scene.cards.isThere = false;
    scene.bringsCardsIn = null;
    press(confirm());
    await scene.rest();
    expect(scene.cards.questions).toEqual([]);
    await passes();
  });

  it('when its cards fail', async () => {
    await open();
    await openAndTick();
    vi.spyOn(scene.cards, 'askAboutWipe').mockRejectedValue(new Error('broken'));
    press(confirm());
    await scene.rest();
    await passes();
  });

  it('after it was ended', async () => {
    await open();
    await openAndTick();
    scene.script?.end();
    await passes();
    expect(scene.presses()).toEqual([]);
  });
});

describe('the cards of the guard', () => {
  it('are asked for when a window opens that it may stop, and by no other', async () => {
    await open('/market/category/crm/', '');
    await openWindow(newWindow('other.app', false, 'Other'));
    expect(scene.count('marketCards.wanted')).toBe(0);
    await openWindow(newWindow('vendor.chat', false));
    expect(scene.count('marketCards.wanted')).toBe(1);
  });

  it('come while the press that wants them waits', async () => {
    await open('/market/category/crm/', '');
    document.body.insertAdjacentHTML('beforeend', newWindow('vendor.chat', true));
    const portal = hearsPress(confirm());
    press(confirm());
    expect(portal).not.toHaveBeenCalled();
    expect(scene.cards.questions).toEqual([]);
    await scene.rest();
    expect(scene.cards.questions).toHaveLength(1);
  });
});

describe('a word beside the window', () => {
  it('is said where the window is strange, nothing is stopped, and goes with it', async () => {
    await open();
    await openWindow(strangeWindow(true));
    expect(scene.cards.warnings).toMatchObject([{ why: 'unknownWindow', application: 'maybe', window: windowShown() }]);
    const portal = hearsPress(confirm());
    press(confirm());
    await scene.rest();
    expect(portal).toHaveBeenCalledWith('click');
    windowShown().style.display = 'none';
    await scene.rest();
    expect(scene.cards.warnings.slice(1)).toEqual([null]);
  });

  it('is said where the box is missing, once', async () => {
    await open();
    await openWindow(newWindow('vendor.chat', false).replace(/<input[^>]*>/, ''));
    windowShown().classList.add('changed');
    await scene.rest();
    expect(scene.cards.warnings).toMatchObject([{ why: 'boxNotFound', application: 'certain', name: 'ChatApp' }]);
  });

  it('is not said where the user does not want the guard', async () => {
    await open(NEW, LIST, (each) => {
      each.start = startWith({}, ['uninstallGuard']);
    });
    await openWindow(strangeWindow(true));
    expect(scene.cards.warnings).toEqual([]);
  });
});

describe('a press that goes through', () => {
  it('is no younger than what the portal draws because of it, however fast that comes', async () => {
    await open();
    await openWindow(newWindow('vendor.chat', false));
    // Something has changed a moment before, and nobody has looked at it yet.
    document.body.append(document.createElement('p'));
    await vi.advanceTimersByTimeAsync(0);
    vi.setSystemTime(Date.now() + 20);
    press(confirm());
    document.body.innerHTML = newList([newCard({ code: 'vendor.forms', name: 'Forms' })]);
    await scene.rest();
    const told = scene.presses().at(-1);
    const pressedAt = told?.type === 'pressed' ? told.at : undefined;
    expect(scene.sights('apps').at(-1)?.apps).toMatchObject([{ code: 'vendor.forms' }]);
    expect(scene.sights('apps').at(-1)?.shownSince).toBeGreaterThanOrEqual(pressedAt ?? Number.POSITIVE_INFINITY);
  });
});

describe('a refusal of the portal', () => {
  it('is told once, with the application of the press before it', async () => {
    await open(OLD, ROWS);
    press(row('vendor.chat'));
    await openWindow(oldWindow(false));
    press(confirm());
    const after = document.createElement('div');
    after.innerHTML = refusedWindow('The application is used by automation rules.');
    windowShown().replaceChildren(...(after.querySelector('.popup-window')?.childNodes ?? []));
    await scene.rest();
    windowShown().classList.add('changed');
    await scene.rest();
    expect(scene.presses()).toMatchObject([
      { type: 'pressed', code: 'vendor.chat', wipes: false },
      { type: 'refused', code: 'vendor.chat', message: 'The application is used by automation rules.' },
    ]);
  });

  it('is none while the question stands there without its buttons', async () => {
    await open();
    await openWindow(newWindow('vendor.chat', false));
    for (const gone of ['input', '.popup-window-button-decline']) inWindow(gone).remove();
    await scene.rest();
    expect(scene.presses()).toEqual([]);
  });
});
