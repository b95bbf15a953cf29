// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { LOCALES } from '../../locales/catalogue.ts';
import { panel } from '../components/panel.tsx';
import { portal, STATES } from '../components/samples.ts';
import { PseudoTexts } from './PseudoTexts.tsx';
import { hardCodedTexts, pseudoLocale, pseudoText } from './pseudo.ts';
import { textsOf } from './texts.ts';

afterEach(cleanup);

describe('a pseudo text', () => {
  test.each(['Save', 'All dialogs are in use', 'Все диалоги заняты', 'OK'])(
    'of "%s" is 40 %% longer and marked',
    (text) => {
      const pseudo = pseudoText(text);
      expect(pseudo).toMatch(/^⟦.*⟧$/u);
      expect(pseudo.length - '⟦⟧'.length).toBeGreaterThanOrEqual(text.length * 1.4);
    },
  );

  test('can be broken into lines like any other', () => {
    const words = pseudoText('A rather long sentence about the dialogs with support that are open now').split(' ');
    expect(Math.max(...words.map((word) => word.length))).toBeLessThanOrEqual(10);
  });

  test.each(['', '3/5', '12.10', '–'])('of "%s" is the same: there is nothing to translate', (text) => {
    expect(pseudoText(text)).toBe(text);
  });
});

describe.each(LOCALES)('the pseudo language of $language', (locale) => {
  test('has all the texts, in the same places', () => {
    const paths = (messages: object) => textsOf(messages).map(({ path }) => path);
    expect(paths(pseudoLocale(locale).messages)).toEqual(paths(locale.messages));
    expect(pseudoLocale(locale).language).toBe(locale.language);
  });

  test.each(Object.keys(STATES))('draws the panel of "%s", and nothing in it is from elsewhere', (state) => {
    const view = STATES[state] ?? portal();
    const { container } = render(<PseudoTexts of={locale.language}>{panel({ view })}</PseudoTexts>);
    expect(container.textContent).toContain('⟦');
    expect(hardCodedTexts(container, view)).toEqual([]);
  });
});

test('a text that is written into a component is found, in labels as well', () => {
  const { container } = render(
    <div title="Close me">
      {pseudoText('Hello')} and {`⟦a ${pseudoText('b')} c⟧`} <b>stray</b> 3/5 demo.bitrix24.ru
    </div>,
  );
  expect(hardCodedTexts(container, { hosts: ['demo.bitrix24.ru'] })).toEqual(['and', 'stray', 'Close me']);
});
