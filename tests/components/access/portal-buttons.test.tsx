// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { ButtonMarks, type Mark } from '../../../components/access/ButtonMarks.tsx';
import type { AccessItem } from '../../../domain/access/view.ts';
import { MarksWatch } from '../../../entrypoints/access/marks.ts';
import { watchPresses } from '../../../entrypoints/access/presses.ts';
import { DAY } from '../samples.ts';
import { drawIn } from './drawing.tsx';
import { copy, grant, lookalike, partner, running } from './samples.ts';

/** A message of the portal with its buttons; every part stands where it is told. */
function message(id: number, labels: readonly string[], top = 200) {
  const wrap = document.createElement('div');
  wrap.className = 'bx-im-message-base__wrap';
  wrap.dataset.id = String(id);
  const keyboard = document.createElement('div');
  keyboard.className = 'bx-im-keyboard__container';
  place(wrap, 100, top - 100, 400, 150);
  place(keyboard, 100, top, 100 * labels.length, 30);
  labels.forEach((label, index) => {
    const button = document.createElement('div');
    button.className = 'bx-im-keyboard-button__container';
    button.textContent = label;
    place(button, 100 + 100 * index, top, 90, 30);
    keyboard.append(button);
  });
  if (labels.length > 0) wrap.append(keyboard);
  document.body.append(wrap);
  return { wrap, keyboard, buttons: [...keyboard.children] as HTMLElement[] };
}

const place = (element: HTMLElement, left: number, top: number, width: number, height: number) =>
  vi.spyOn(element, 'getBoundingClientRect').mockReturnValue(new DOMRect(left, top, width, height));

afterEach(() => {
  cleanup();
  document.body.replaceChildren();
  vi.restoreAllMocks();
});

describe('a press of the portal’s own button', () => {
  function watch(...items: AccessItem[]) {
    const tell = vi.fn();
    stop = watchPresses({ items: () => items, tell, isReal: () => true });
    return tell;
  }
  let stop: (() => void) | undefined;
  afterEach(() => stop?.());

  test.each([
    ['allow', 0],
    ['deny', 1],
  ] as const)('is told as "%s" where that is certain, and goes on to the portal', (button, index) => {
    const tell = watch(grant());
    const { buttons } = message(501, ['Да', 'Нет']);
    const portal = vi.fn();
    buttons[index]?.addEventListener('click', portal);
    const press = new MouseEvent('click', { bubbles: true, cancelable: true });
    buttons[index]?.dispatchEvent(press);
    expect(tell).toHaveBeenCalledExactlyOnceWith('7:501', { type: 'pressed', messageId: 501, button });
    expect(portal).toHaveBeenCalledOnce();
    expect(press.defaultPrevented).toBe(false);
  });

  test('comes before the portal changes its buttons', () => {
    const tell = watch(grant());
    const { keyboard, buttons } = message(501, ['Да', 'Нет']);
    keyboard.addEventListener('click', () => keyboard.remove());
    buttons[0]?.click();
    expect(tell).toHaveBeenCalledOnce();
  });

  test('ends an access where only that button is left', () => {
    const tell = watch(running(DAY));
    message(501, ['Отменить доступ']).buttons[0]?.click();
    expect(tell).toHaveBeenCalledWith('7:501', { type: 'pressed', messageId: 501, button: 'end' });
  });

  test.each([
    ['the answers are not certain', grant({ copies: [copy({ answers: null })] }), ['A', 'B']],
    ['the page draws another number of buttons', grant(), ['A', 'B', 'C']],
    ['there is more than the one that ends it', running(DAY), ['A', 'B']],
  ])('is told without an answer where %s', (_, item, labels) => {
    const tell = watch(item);
    message(501, labels).buttons[0]?.click();
    expect(tell).toHaveBeenCalledWith('7:501', { type: 'pressed', messageId: 501, button: null });
  });

  test('a partner’s request counts as well', () => {
    const tell = watch(partner());
    message(501, ['Да', 'Нет']).buttons[1]?.click();
    expect(tell).toHaveBeenCalledWith('7:501', { type: 'pressed', messageId: 501, button: 'deny' });
  });

  test.each([
    ['under another message', grant(), 777],
    ['under a look-alike', lookalike(), 501],
    ['of a notification with the same number', grant({ copies: [copy({ carrier: 'notification' })] }), 501],
  ])('%s is nobody’s business', (_, item, id) => {
    const tell = watch(item);
    message(id, ['A', 'B']).buttons[0]?.click();
    expect(tell).not.toHaveBeenCalled();
  });

  test('that is off, or already on its way, does not count', () => {
    const tell = watch(grant());
    const { buttons } = message(501, ['A', 'B']);
    buttons[0]?.classList.add('--disabled');
    buttons[1]?.classList.add('--loading');
    for (const button of buttons) button.click();
    expect(tell).not.toHaveBeenCalled();
  });

  test('that a script made up does not count', () => {
    const tell = vi.fn();
    stop = watchPresses({ items: () => [grant()], tell });
    message(501, ['A', 'B']).buttons[0]?.click();
    expect(tell).not.toHaveBeenCalled();
  });
});

describe('the frame around the portal’s buttons', () => {
  let dialogId = '6';
  let items: AccessItem[] = [];
  let shown: readonly Mark[] = [];
  let watch: MarksWatch;
  let frames: FrameRequestCallback[] = [];
  let seenAt: (x: number, y: number) => Element | null = () => null;

  beforeEach(() => {
    vi.useFakeTimers();
    dialogId = '6';
    items = [grant()];
    shown = [];
    frames = [];
    vi.stubGlobal('requestAnimationFrame', (callback: FrameRequestCallback) => frames.push(callback));
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
    document.elementFromPoint = (x, y) => seenAt(x, y);
    watch = new MarksWatch({ items: () => items, dialogId: () => dialogId, show: (marks) => (shown = marks) });
  });
  afterEach(() => {
    watch.stop();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const nextFrame = () => {
    for (const frame of frames.splice(0)) frame(0);
  };
  const isSeen = (element: Element) => (seenAt = () => element);

  test('comes as soon as the message is on show, with what each button answers', () => {
    watch.look();
    expect(shown).toEqual([]);
    const { keyboard } = message(501, ['Да', 'Нет']);
    isSeen(keyboard);
    vi.advanceTimersByTime(400);
    expect(shown).toMatchObject([
      {
        what: 'answer',
        box: { left: 100, top: 200, width: 190, height: 30 },
        caption: { side: 'right', left: 302, top: 215 },
        labels: [
          { answer: 'allow', side: 'below', left: 145 },
          { answer: 'deny', side: 'below', left: 245 },
        ],
      },
    ]);
  });

  test('measures rarely while nothing moves', () => {
    const { keyboard } = message(501, ['Да', 'Нет']);
    isSeen(keyboard);
    watch.look();
    nextFrame();
    expect(frames).toEqual([]);
    for (const [index, each] of [...keyboard.children].entries())
      place(each as HTMLElement, 100 + 100 * index, 150, 90, 30);
    vi.advanceTimersByTime(100);
    expect(shown).toMatchObject([{ box: { top: 150 } }]);
    expect(frames).toHaveLength(1);
  });

  test('follows when the page scrolls, and goes when the buttons are covered or gone', () => {
    const { keyboard, wrap } = message(501, ['Да', 'Нет']);
    isSeen(keyboard);
    watch.look();
    for (const [index, each] of [...keyboard.children].entries())
      place(each as HTMLElement, 100 + 100 * index, 150, 90, 30);
    nextFrame();
    expect(shown).toMatchObject([{ box: { top: 150 } }]);
    isSeen(document.body);
    nextFrame();
    expect(shown).toEqual([]);
    isSeen(keyboard);
    vi.advanceTimersByTime(400);
    expect(shown).toHaveLength(1);
    wrap.remove();
    nextFrame();
    expect(shown).toEqual([]);
  });

  test('looks every frame only while there is something in sight, and not at all in another chat', () => {
    watch.look();
    expect(frames).toHaveLength(0);
    expect(vi.getTimerCount()).toBe(1);
    dialogId = 'chat9';
    watch.look();
    expect(vi.getTimerCount()).toBe(0);
  });

  test('beside buttons one below the other, the words stand at their right', () => {
    const { keyboard, buttons } = message(501, ['Да', 'Нет']);
    for (const [index, button] of buttons.entries()) place(button, 100, 200 + 40 * index, 300, 30);
    isSeen(keyboard);
    watch.look();
    expect(shown[0]?.labels).toMatchObject([
      { answer: 'allow', side: 'right', left: 412, top: 215 },
      { answer: 'deny', side: 'right', left: 412, top: 255 },
    ]);
  });

  test('without room at the right, the caption stands below, and below the words there', () => {
    const { keyboard, buttons } = message(501, ['Да', 'Нет']);
    for (const [index, button] of buttons.entries()) place(button, innerWidth - 300 + 100 * index, 200, 90, 30);
    isSeen(keyboard);
    watch.look();
    expect(shown).toMatchObject([{ caption: { side: 'below', top: 266 }, labels: [{ top: 242 }, { top: 242 }] }]);
  });

  test.each([
    ['the answers are not certain', grant({ copies: [copy({ answers: null })] }), ['A', 'B']],
    ['the page draws another number of buttons', grant(), ['A', 'B', 'C']],
  ])('names no answers where %s', (_, item, labels) => {
    items = [item];
    isSeen(message(501, labels).keyboard);
    watch.look();
    expect(shown).toMatchObject([{ what: 'unsure', labels: [] }]);
  });

  test('stands around the button that ends an access', () => {
    items = [running(-DAY)];
    isSeen(message(501, ['Отменить']).keyboard);
    watch.look();
    expect(shown).toMatchObject([{ what: 'revoke', labels: [] }]);
  });

  test('does not come unasked for what the banner does not speak of', () => {
    items = [running(12 * DAY)];
    isSeen(message(501, ['Отменить']).keyboard);
    watch.look();
    expect(shown).toEqual([]);
    watch.want('7:501');
    expect(shown).toMatchObject([{ what: 'revoke', isFresh: true }]);
  });

  test('that somebody asked for brings a message into sight once, when the portal has not', () => {
    const { wrap } = message(501, ['Да', 'Нет']);
    wrap.scrollIntoView = vi.fn();
    isSeen(document.body);
    watch.want('7:501');
    vi.advanceTimersByTime(1_200);
    expect(wrap.scrollIntoView).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(wrap.scrollIntoView).toHaveBeenCalledOnce();
  });

  test('that somebody asked for stands around a message without buttons', () => {
    items = [grant({ copies: [copy({ keyboard: 'none', answers: null })] })];
    const { wrap } = message(501, []);
    isSeen(wrap);
    watch.want('7:501');
    expect(shown).toMatchObject([{ what: 'message', box: { height: 150 } }]);
  });

  test('is asked for in vain after a while', () => {
    dialogId = '';
    watch.want('7:501');
    vi.advanceTimersByTime(16_000);
    expect(vi.getTimerCount()).toBe(0);
  });
});

test.each(['ru', 'en'])('frames are for the eyes only, in %s', (language) => {
  const mark: Mark = {
    key: 'a',
    what: 'answer',
    isFresh: true,
    box: { left: 10, top: 20, width: 30, height: 40 },
    labels: [{ answer: 'allow', side: 'below', left: 1, top: 2 }],
    caption: { side: 'right', left: 3, top: 4 },
  };
  const { container } = drawIn(language, <ButtonMarks marks={[mark]} />);
  expect(container.firstElementChild?.getAttribute('aria-hidden')).toBe('true');
  expect(container.querySelectorAll('button, a, [tabindex]')).toHaveLength(0);
  expect(container.textContent).toMatch(language === 'ru' ? /разрешить/ : /allow/);
});
