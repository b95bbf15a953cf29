/** Draws the cards about applications in a language. */
import { render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { MarketTextContext } from '../../../components/market/market-text-context.ts';
import type { MarketLocale } from '../../../domain/market-text.ts';

export function drawMarket(locale: MarketLocale, card: ComponentChildren) {
  const inLocale = (content: ComponentChildren) => (
    <MarketTextContext.Provider value={locale}>{content}</MarketTextContext.Provider>
  );
  document.documentElement.lang = locale.language;
  const drawn = render(inLocale(card));
  return { ...drawn, redraw: (content: ComponentChildren) => drawn.rerender(inLocale(content)) };
}

export const button = (name: string | RegExp) => screen.getByRole('button', { name });
export const buttonNames = () => screen.queryAllByRole('button').map((each) => each.textContent);
