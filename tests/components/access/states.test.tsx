// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { PutAwayLine } from '../../../components/access/PutAwayLine.tsx';
import { bannerTitle } from '../../../domain/access/banner-sentences.ts';
import { bannerLocaleFor } from '../../../locales/access/banner/catalogue.ts';
import { ACCESS_LOCALES } from '../../../locales/access/catalogue.ts';
import { allText, expectAccessible, LEAKS, tabStops } from '../drawing.tsx';
import { NOW } from '../samples.ts';
import { banner, drawIn, spoken } from './drawing.tsx';
import { BANNERS, KINDS, overdueItem, warningItem } from './samples.ts';

afterEach(cleanup);

const SAMPLES = Object.keys(BANNERS);
const nothing = () => undefined;

test('there is a sample of every kind of banner', () => {
  expect([...new Set(Object.values(BANNERS).map((item) => item.banner))].sort()).toEqual([...KINDS].sort());
});

describe.each(ACCESS_LOCALES)('in $language', ({ language, messages }) => {
  const text = bannerLocaleFor(language).messages;

  test.each(SAMPLES)('%s: the line reads well and passes axe', async (name) => {
    const item = spoken(BANNERS[name]);
    const { container } = drawIn(language, banner(item));
    expect(screen.getByRole('region', { name: text.name })).toBeTruthy();
    expect(screen.getByRole('heading').textContent).toBe(bannerTitle(messages, text, item, NOW));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(SAMPLES)('%s: the card reads well, explains itself and passes axe', async (name) => {
    const { container } = drawIn(
      language,
      banner(BANNERS[name], { isOpen: true, others: [spoken(overdueItem), spoken(warningItem)] }),
    );
    fireEvent.click(screen.getByRole('button', { name: text.why }));
    for (const fold of screen.queryAllByRole('button', { expanded: false })) {
      if (fold.classList.contains('fold')) fireEvent.click(fold);
    }
    expect(allText(container)).not.toMatch(LEAKS);
    expect(container.querySelectorAll('.strong').length).toBeLessThanOrEqual(1);
    await expectAccessible(container);
  });

  test.each(SAMPLES)('%s: the folded tab has a name and passes axe', async (name) => {
    const item = spoken(BANNERS[name]);
    const { container } = drawIn(language, banner(item, { isFolded: true }));
    expect(screen.getByRole('button').getAttribute('aria-label')).toContain(bannerTitle(messages, text, item, NOW));
    await expectAccessible(container);
  });

  test.each(['snoozed', 'setAside'] as const)('what was %s can be taken back and passes axe', async (kind) => {
    const { container } = drawIn(
      language,
      <PutAwayLine kind={kind} until={NOW} now={NOW} hasFailed={false} onUndo={nothing} onDismiss={nothing} />,
    );
    expect(screen.getByRole('button', { name: text.button.undo })).toBeTruthy();
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

describe.each(SAMPLES)('%s', (name) => {
  test('no button answers in the portal’s place', () => {
    drawIn('en', banner(BANNERS[name], { isOpen: true }));
    const labels = screen.getAllByRole('button').map((button) => button.textContent);
    expect(labels.filter((label) => /^(allow|grant|deny|refuse|agree|accept)\b/i.test(label ?? ''))).toEqual([]);
  });

  test('is walked through in reading order', () => {
    const { container } = drawIn('ru', banner(BANNERS[name], { isOpen: true }));
    expect(tabStops(container).length).toBeGreaterThan(2);
    expect([...container.querySelectorAll('button')].filter(({ type }) => type !== 'button')).toEqual([]);
  });
});
