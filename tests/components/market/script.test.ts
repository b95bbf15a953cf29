// @vitest-environment happy-dom
import { act } from '@testing-library/preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import script from '../../../entrypoints/market-cards/index.tsx';
import type { WipeQuestion } from '../../../link/market-side.ts';
import type { IsolatedScope } from '../../../link/page-side.ts';

const scope = globalThis as IsolatedScope;
const { life } = vi.hoisted(() => ({ life: { isAlive: true } }));
vi.mock('../../../platform/content-browser.ts', () => ({
  contentBrowser: {
    runtime: { sendMessage: vi.fn() },
    dom: { openOrClosedShadowRoot: (host: Element) => (globalThis as IsolatedScope).latchdeskRoots?.get(host) },
  },
  isExtensionAlive: () => life.isAlive,
}));

const run = () => act(() => void script.main());
const hosts = () => [...document.querySelectorAll('latchdesk-market')];
const shown = (host: Element | undefined) => (host && scope.latchdeskRoots?.get(host)?.textContent) ?? '';
const question = (): WipeQuestion => ({
  why: 'ticked',
  application: 'certain',
  name: 'ChatApp',
  code: 'vendor.chatapp',
  window: document.createElement('div'),
});

beforeEach(() => {
  life.isAlive = true;
});
afterEach(() => {
  delete scope.latchdeskMarketCards;
  for (const host of hosts()) host.remove();
});

test('the cards are in a closed root of their own, and one of them is enough', () => {
  run();
  run();
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]?.shadowRoot).toBeNull();
  expect(scope.latchdeskMarketCards?.isAlive()).toBe(true);
});

test('what the market script asks is on show, in the language of the page until another is told', () => {
  document.documentElement.lang = 'ru';
  run();
  act(() => void scope.latchdeskMarketCards?.askAboutWipe(question()));
  expect(shown(hosts()[0])).toContain('Галочка сотрёт всё');
});

test('newer cards take the place of older ones, whose question ends as if the person had gone back', async () => {
  run();
  let answer: Promise<string> | undefined;
  act(() => {
    answer = scope.latchdeskMarketCards?.askAboutWipe(question());
  });
  const [older] = hosts();
  life.isAlive = false;
  run();
  expect(await answer).toBe('back');
  expect(hosts()).toHaveLength(1);
  expect(hosts()[0]).not.toBe(older);
});

test('an element of that name that the page made is removed, and nothing of it is believed', () => {
  document.body.append(document.createElement('latchdesk-market'));
  run();
  expect(hosts()).toHaveLength(1);
  expect(document.body.querySelector('latchdesk-market')).toBeNull();
});
