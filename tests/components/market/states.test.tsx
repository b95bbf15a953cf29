// @vitest-environment happy-dom
import { cleanup } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { MarketNote } from '../../../components/market/MarketNote.tsx';
import { UninstallGuardCard } from '../../../components/market/UninstallGuardCard.tsx';
import { WindowHint } from '../../../components/market/WindowHint.tsx';
import { MARKET_LOCALES } from '../../../locales/market/catalogue.ts';
import { allText, expectAccessible, LEAKS, tabStops } from '../drawing.tsx';
import { drawMarket } from './drawing.tsx';
import { CONTENTS, GUARDS, note, nothing } from './samples.ts';

afterEach(cleanup);

describe.each(MARKET_LOCALES)('in $language', (locale) => {
  const CARDS = [
    ...Object.entries(GUARDS).map(([name, props]) => ({
      name: `guard: ${name}`,
      card: <UninstallGuardCard {...props} />,
    })),
    ...(['unknownWindow', 'boxNotFound'] as const).map((why) => ({
      name: `hint: ${why}`,
      card: <WindowHint why={why} place={null} onDismiss={nothing} onHideHere={nothing} />,
    })),
    ...Object.entries(CONTENTS).flatMap(([name, content]) =>
      (['tab', 'line', 'whole'] as const).map((size) => ({
        name: `note: ${name}, ${size}`,
        card: <MarketNote {...note(content, { size })} />,
      })),
    ),
    ...(['notOpened', 'notBegun', 'notTold', 'notRecorded'] as const).map((failure) => ({
      name: `failure: ${failure}`,
      card: <MarketNote {...note(CONTENTS.some ?? fail(), { failure })} />,
    })),
    { name: 'cut off', card: <MarketNote {...note(CONTENTS.some ?? fail(), { isCutOff: true, size: 'line' })} /> },
    { name: 'busy', card: <MarketNote {...note(CONTENTS.some ?? fail(), { isBusy: true })} /> },
  ];

  test.each(CARDS)('$name: every text is there, in one language, and everything has a name', async ({ card }) => {
    const { container } = drawMarket(locale, card);
    const text = allText(container);
    expect(text).not.toMatch(LEAKS);
    expect(text).not.toContain('!');
    for (const control of container.querySelectorAll('button')) {
      expect((control.getAttribute('aria-label') ?? control.textContent ?? '').trim()).not.toBe('');
    }
    expect(tabStops(container).length).toBeGreaterThan(0);
    await expectAccessible(container);
  });

  test('the note says why it is there', () => {
    const { container } = drawMarket(locale, <MarketNote {...note(CONTENTS.some ?? fail(), { size: 'line' })} />);
    const why = container.querySelector<HTMLElement>('.market-why');
    expect(why?.getAttribute('aria-label')).toBe(locale.messages.shell.why);
  });
});

function fail(): never {
  throw new Error('No such sample');
}
