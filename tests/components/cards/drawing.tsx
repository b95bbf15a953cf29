/** Draws a card in a language of the interface and of the cards. */
import { render } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { CardTextContext, TextContext } from '../../../components/text-context.ts';
import type { CardLocale } from '../../../domain/cards-text.ts';
import { localeFor } from '../../../locales/catalogue.ts';

export function drawCard(locale: CardLocale, card: ComponentChildren) {
  const inLocale = (content: ComponentChildren) => (
    <TextContext.Provider value={localeFor(locale.language)}>
      <CardTextContext.Provider value={locale}>{content}</CardTextContext.Provider>
    </TextContext.Provider>
  );
  document.documentElement.lang = locale.language;
  const drawn = render(inLocale(card));
  return { ...drawn, redraw: (content: ComponentChildren) => drawn.rerender(inLocale(content)) };
}

/** Every control that can be reached, with what it is called. */
export function controls(root: Element): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('a[href], button, input, select, textarea, summary')];
}
