/** What axe has to say of pages of ours, and of what stands in a closed shadow root on somebody else's page. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { cdpOf, type Spoken } from '../../scripts/lib/surface.mjs';
import { isFirefox } from './engine.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResults {
  violations: { id: string; nodes: { html: string }[] }[];
  passes: { id: string }[];
}

/** Puts axe into a page that does not have it yet. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => 'axe' in window)) return;
  if (isFirefox) await hideNamingElements(page);
  await page.evaluate(AXE);
}

/**
 * Firefox ESR 153 crashes when a page reads `ariaLabelledByElements` after Playwright has found something there by its
 * name, and so has read it from a world of its own. Without it axe follows the attribute, as our pages set it.
 */
const hideNamingElements = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (const name of Object.getOwnPropertyNames(Element.prototype))
      if (/^aria.*Elements?$/.test(name)) Reflect.deleteProperty(Element.prototype, name);
  });

/** Violations on a page of the extension, contrast included. */
export async function problemsOf(page: Page): Promise<string[]> {
  await bringAxe(page);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    const { violations, passes } = await axe.run();
    if (!passes.some(({ id }) => id === 'color-contrast')) throw new Error('axe has looked at nothing');
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' ')}`);
  });
}

/** The same of what a closed root holds, which axe has to be told of; `rule` is one that must have had something to say. */
export async function problemsInRoot(page: Page, { backendId }: Spoken, rule: string): Promise<string[]> {
  await bringAxe(page);
  const cdp = await cdpOf(page);
  await cdp.send('DOM.getDocument', { depth: 0 });
  const { object } = await cdp.send('DOM.resolveNode', { backendNodeId: backendId });
  const { result, exceptionDetails } = await cdp.send('Runtime.callFunctionOn', {
    objectId: object.objectId ?? '',
    functionDeclaration: `async function (rule) {
      const root = this.getRootNode();
      Object.defineProperty(root.host, 'shadowRoot', { value: root, configurable: true });
      const { violations, passes } = await axe.run(root.host);
      delete root.host.shadowRoot;
      if (!passes.some(({ id }) => id === rule)) throw new Error('axe has looked at nothing: ' + passes.map(({ id }) => id));
      return violations.map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html.slice(0, 200)).join(' '));
    }`,
    arguments: [{ value: rule }],
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** What would have to be scrolled sideways: the page, and parts of it that lie outside. */
export const overflowOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    // Kept for screen readers alone: it takes no room, or next to none.
    const isClipped = (element: Element | null): boolean => {
      if (!element) return false;
      const { width, height } = element.getBoundingClientRect();
      return (width <= 1 && height <= 1) || isClipped(element.parentElement);
    };
    const out = [...document.querySelectorAll('main *')].filter((each) => {
      const { right, left } = each.getBoundingClientRect();
      return (right > clientWidth + 1 || left < -1) && !isClipped(each) && !each.closest('svg');
    });
    return [
      ...(scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : []),
      ...out.map((each) => `${each.tagName} ${each.getAttribute('class') ?? ''}: ${each.textContent?.slice(0, 40)}`),
    ];
  });
