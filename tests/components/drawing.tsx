/** Draws a surface in a language and looks at what came out. */
import { render } from '@testing-library/preact';
import axe from 'axe-core';
import type { ComponentChildren } from 'preact';
import { expect } from 'vitest';
import { InboxTextContext } from '../../components/inbox/inbox-text-context.ts';
import { PopupTextContext, TextContext } from '../../components/text-context.ts';
import type { Locale } from '../../domain/text.ts';
import { inboxLocaleFor } from '../../locales/inbox/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';

export function draw(locale: Locale, children: ComponentChildren) {
  const inLocale = (content: ComponentChildren) => (
    <TextContext.Provider value={locale}>
      <PopupTextContext.Provider value={popupLocaleFor(locale.language)}>
        <InboxTextContext.Provider value={inboxLocaleFor(locale.language)}>{content}</InboxTextContext.Provider>
      </PopupTextContext.Provider>
    </TextContext.Provider>
  );
  document.documentElement.lang = locale.language;
  const drawn = render(inLocale(children));
  return { ...drawn, redraw: (content: ComponentChildren) => drawn.rerender(inLocale(content)) };
}

/** What a person would never write: a hole in a template or a value that leaked. */
export const LEAKS = /undefined|NaN|null|[{}]|\[object|\$\{|Invalid|\.\./;

/** Text, tooltips and labels of everything drawn. */
export function allText(root: Element): string {
  const names = [...root.querySelectorAll('[aria-label], [title]')].map(
    (element) => `${element.getAttribute('aria-label') ?? ''} ${element.getAttribute('title') ?? ''}`,
  );
  return [root.textContent, ...names].join('\n');
}

/** Contrast needs a real layout and is measured in the browser. */
export async function expectAccessible(root: Element): Promise<void> {
  const { violations } = await axe.run(root, { rules: { 'color-contrast': { enabled: false } } });
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join('\n')}`)).toEqual([]);
}

/** What Tab walks through, in order; positive tabindex would break that order. */
export function tabStops(root: Element): HTMLElement[] {
  const focusable = [...root.querySelectorAll<HTMLElement>('button, a[href], input, [tabindex]')];
  expect(focusable.filter((element) => element.tabIndex > 0)).toEqual([]);
  return focusable.filter((element) => element.tabIndex === 0 && !(element as HTMLButtonElement).disabled);
}
