// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TabMessage } from '../../bitrix24/surface-protocol.ts';
import type { Edge } from '../../link/edge.ts';

type Listener = (message: TabMessage, sender: unknown, respond: (answer: unknown) => void) => unknown;

const listeners = new Set<Listener>();
let edge: Edge;
let root: ShadowRoot | undefined;

const tell = (message: TabMessage): unknown => {
  const answer = vi.fn();
  for (const listener of listeners) listener(message, {}, answer);
  return answer.mock.lastCall?.[0];
};
const show = (changes: Partial<Extract<TabMessage, { type: 'edge.show' }>> = {}) =>
  tell({ type: 'edge.show', label: 'Main', name: 'This page belongs to “Main”', colour: '#b3261e', ...changes });
const host = () => document.querySelector<HTMLElement>('latchdesk-edge');
const label = () => root?.querySelector<HTMLElement>('.label');

beforeEach(async () => {
  vi.stubGlobal('chrome', {
    runtime: {
      id: 'ours',
      onMessage: {
        addListener: (listener: Listener) => listeners.add(listener),
        removeListener: (listener: Listener) => listeners.delete(listener),
      },
    },
  });
  vi.resetModules();
  const attach = Element.prototype.attachShadow;
  vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(function (this: Element, init) {
    root = attach.call(this, init);
    return root;
  });
  edge = new (await import('../../link/edge.ts')).Edge();
});
afterEach(() => {
  edge.end();
  listeners.clear();
  vi.unstubAllGlobals();
});

describe('the edge of a page', () => {
  it('is not there before it is told, and then says the portal to eye and ear', () => {
    expect(host()).toBeNull();
    expect(show()).toBe(true);
    expect(host()?.isConnected).toBe(true);
    expect(label()?.textContent).toBe('Main');
    expect(label()?.getAttribute('role')).toBe('note');
    expect(label()?.getAttribute('aria-label')).toBe('This page belongs to “Main”');
    expect(label()?.style.background).toBe('#b3261e');
  });

  it('is closed to the page, takes no press and is not printed', () => {
    show();
    expect(host()?.shadowRoot).toBeNull();
    const look = root?.querySelector('style')?.textContent ?? '';
    expect(look).toMatch(/:host \{[^}]*pointer-events: none !important/);
    expect(look).toMatch(/@media print \{\s*:host \{ display: none !important/);
  });

  it('follows what it is told, and stays one', () => {
    show();
    show({ label: 'Second', colour: '#0b7285' });
    expect(document.querySelectorAll('latchdesk-edge')).toHaveLength(1);
    expect([label()?.textContent, label()?.style.background]).toEqual(['Second', '#0b7285']);
  });

  it('draws a label as text, whatever is in it', () => {
    show({ label: '<img src=x onerror=alert(1)>' });
    expect(label()?.children).toHaveLength(0);
    expect(label()?.textContent).toBe('<img src=x onerror=alert(1)>');
  });

  it('makes way while something fills the screen', () => {
    show();
    Object.defineProperty(document, 'fullscreenElement', { value: document.body, configurable: true });
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(host()?.hidden).toBe(true);
    Object.defineProperty(document, 'fullscreenElement', { value: null, configurable: true });
    document.dispatchEvent(new Event('fullscreenchange'));
    expect(host()?.hidden).toBe(false);
  });

  it('goes without a trace', () => {
    show();
    tell({ type: 'edge.hide' });
    expect(host()).toBeNull();
    show();
    edge.end();
    expect(host()).toBeNull();
    expect(listeners.size).toBe(0);
  });

  it('answers to nothing else', () => {
    expect(tell({ type: 'isLive' })).toBeUndefined();
    expect(host()).toBeNull();
  });
});
