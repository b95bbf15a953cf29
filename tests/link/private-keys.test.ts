// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IsolatedScope } from '../../link/page-side.ts';
import { keepKeysPrivate } from '../../link/private-keys.ts';

let stop: () => void;
let field: HTMLInputElement;
let host: HTMLElement;
const heardByPage = vi.fn();
const TYPES = ['keydown', 'keyup', 'keypress', 'input', 'beforeinput', 'compositionupdate', 'paste'];

beforeEach(() => {
  stop = keepKeysPrivate();
  for (const type of TYPES) window.addEventListener(type, heardByPage, true);
  host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  field = document.createElement('input');
  root.append(field);
  document.body.append(host);
  (globalThis as IsolatedScope).latchdeskRoots = new WeakMap([[host, root]]);
  field.focus();
});
afterEach(() => {
  stop();
  for (const type of TYPES) window.removeEventListener(type, heardByPage, true);
  heardByPage.mockClear();
  host.remove();
});

/** As the browser does it: outside of the root the event is on its way to the host. */
const fire = (target: Element, event: Event) => target.dispatchEvent(event);
const key = (name: string) =>
  new KeyboardEvent('keydown', { key: name, shiftKey: true, bubbles: true, cancelable: true });

describe('what is typed into our surfaces', () => {
  it('is heard inside, with its modifiers, and not by the page', () => {
    const heard = vi.fn();
    field.addEventListener('keydown', heard);
    fire(host, key('A'));
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ key: 'A', shiftKey: true, composed: false });
    expect(heardByPage).not.toHaveBeenCalled();
  });

  it('is private where the browser lets every keyboard event leave its root, as Firefox does', () => {
    const composed = vi.spyOn(KeyboardEvent.prototype, 'composed', 'get').mockReturnValue(true);
    const heard = vi.fn();
    field.addEventListener('keydown', heard);
    const typed = key('Escape');
    field.addEventListener('keydown', (event) => event.preventDefault());
    fire(host, typed);
    composed.mockRestore();
    expect(heard.mock.calls[0]?.[0]).not.toBeInstanceOf(KeyboardEvent);
    expect(heard.mock.calls[0]?.[0]).toMatchObject({ key: 'Escape', shiftKey: true, composed: false });
    expect(typed.defaultPrevented).toBe(true);
  });

  it('tells a field that its text has changed', () => {
    const heard = vi.fn();
    field.addEventListener('input', heard);
    fire(host, new Event('input', { bubbles: true }));
    expect(heard).toHaveBeenCalledOnce();
    expect(heardByPage).not.toHaveBeenCalled();
  });

  it('does what the key does by itself unless somebody inside prevents it', () => {
    const typed = key('a');
    fire(host, typed);
    expect(typed.defaultPrevented).toBe(false);
    field.addEventListener('keydown', (event) => event.preventDefault());
    const prevented = key('Tab');
    fire(host, prevented);
    expect(prevented.defaultPrevented).toBe(true);
  });

  it.each(['beforeinput', 'compositionupdate', 'paste'])('is not told by %s either', (type) => {
    fire(host, new Event(type, { bubbles: true }));
    expect(heardByPage).not.toHaveBeenCalled();
  });
});

describe('what is typed into the page', () => {
  it('is the page’s business', () => {
    fire(document.body, key('b'));
    fire(document.body, new Event('input', { bubbles: true }));
    expect(heardByPage).toHaveBeenCalledTimes(2);
  });
});
