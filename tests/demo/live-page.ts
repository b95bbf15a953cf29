/** Pages of a demo portal as a browser would have them, without a browser. */
import { readFileSync } from 'node:fs';
import { Window } from 'happy-dom';
import { afterEach } from 'vitest';
import type { Visit, Visitor } from './visitor.ts';

export const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

export const click = (element: Element | null | undefined) => (element as HTMLElement).click();

/** Pages that the visitor opens; their windows are closed after each test. */
export function eachWithPages(visit: Visit) {
  afterEach(async () => {
    for (const window of windows.splice(0)) await window.happyDOM.close();
  });
  return {
    pageAt: (path: string) => pageAt(visit.visitor, path),
    livePageAt: (path: string) => livePageAt(visit.visitor, path),
  };
}

const windows: Window[] = [];

const SCRIPTS = ['bx/core', 'bx/events', 'bx/requests', 'bx/slider', 'crm/app-layout', 'crm/strip', 'crm/card'];
const MODULES = ['crm/line-settings', 'crm/permissions'];
const sourceOf = (name: string) => readFileSync(new URL(`../../demo/pages/${name}.js`, import.meta.url), 'utf8');

/** A page as a browser has it, without its scripts. */
async function pageAt(visitor: Visitor, path: string) {
  const { text } = await visitor.open(path);
  const settings = { enableJavaScriptEvaluation: true, suppressInsecureJavaScriptEnvironmentWarning: true };
  const window = new Window({ url: 'https://demo.bitrix24.ru/', settings });
  windows.push(window);
  const page = new window.DOMParser().parseFromString(text, 'text/html');
  window.document.body.append(...page.body.childNodes);
  return { window, text, page: window.document as unknown as Document };
}

/** The same after its scripts have run; forms that were sent to frames are told. */
async function livePageAt(visitor: Visitor, path: string) {
  const { window, text, page } = await pageAt(visitor, path);
  const sent: { action: string; target: string }[] = [];
  const scope = window as unknown as Record<string, unknown>;
  scope.fetch = async (address: string, { method = 'GET', body = '' }: { method?: string; body?: unknown }) => {
    const answer = await visitor.ask(address, { method, headers: FORM, body: String(body) });
    return { text: async () => answer.text, json: async () => JSON.parse(answer.text) };
  };
  window.HTMLFormElement.prototype.submit = function submit() {
    sent.push({ action: this.action, target: this.target });
  };
  for (const name of SCRIPTS) window.eval(sourceOf(name));
  const inline = [...text.matchAll(/<script nonce[^>]*>([\s\S]*?)<\/script>/g)].map(([, script]) => script ?? '');
  for (const script of inline) window.eval(script);
  for (const name of MODULES) if (text.includes(`${name}.js`)) window.eval(`(() => {${sourceOf(name)}})()`);
  return { page, sent, window };
}
