// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/preact';
import type { JSX } from 'preact';
import { afterEach, describe, expect, test } from 'vitest';
import { ComposerWarning } from '../../../components/cards/ComposerWarning.tsx';
import { DialogCard } from '../../../components/cards/DialogCard.tsx';
import { DraftPreview } from '../../../components/cards/DraftPreview.tsx';
import { GuardCard } from '../../../components/cards/GuardCard.tsx';
import { Hint } from '../../../components/cards/Hint.tsx';
import { ParkedOffer } from '../../../components/cards/ParkedOffer.tsx';
import { QuestionCard } from '../../../components/cards/QuestionCard.tsx';
import { RefusedCard } from '../../../components/cards/RefusedCard.tsx';
import { RenameNudge } from '../../../components/cards/RenameNudge.tsx';
import { CARD_LOCALES } from '../../../locales/cards/catalogue.ts';
import { en } from '../../../locales/cards/en.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { controls, drawCard } from './drawing.tsx';
import { COMPOSERS, DIALOGS, DRAFTS, GUARDS, HINTS, nothing, OFFERS, QUESTIONS, REFUSED, RENAMES } from './samples.ts';

afterEach(cleanup);

const drawEach = <Props,>(name: string, states: Record<string, Props>, make: (props: Props) => JSX.Element) =>
  Object.entries(states).map(([state, props]): [string, () => JSX.Element] => [`${name}, ${state}`, () => make(props)]);

const CARDS = [
  ...drawEach('guard', GUARDS, (props) => <GuardCard {...props} />),
  ...drawEach('composer', COMPOSERS, (props) => <ComposerWarning {...props} />),
  ...drawEach('refused', REFUSED, (props) => <RefusedCard {...props} />),
  ...drawEach('rename', RENAMES, (props) => <RenameNudge {...props} />),
  ...drawEach('draft', DRAFTS, (props) => <DraftPreview {...props} />),
  ...drawEach('offer', OFFERS, (props) => <ParkedOffer {...props} />),
  ...drawEach('question', QUESTIONS, (props) => <QuestionCard {...props} />),
  ...drawEach('dialog', DIALOGS, (props) => <DialogCard {...props} />),
];

describe.each(CARD_LOCALES)('in $language', (locale) => {
  const { shell, hint } = locale.messages;

  test.each(CARDS)('%s reads well, explains itself and passes axe', async (_, make) => {
    const { container } = drawCard(locale, make());
    fireEvent.click(screen.getByRole('button', { name: shell.why }));
    expect(screen.getAllByRole('button', { name: shell.close }).length).toBeGreaterThan(0);
    expect(container.querySelector('.desk-card .latch-mark')).not.toBeNull();
    expect(container.querySelector('.desk-card-why')?.textContent).toMatch(/Latchdesk|Bitrix24|Битрикс24/);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(HINTS)('the hint "%s" reads well and passes axe', async (kind) => {
    const { container } = drawCard(locale, <Hint kind={kind} onDismiss={nothing} />);
    expect(screen.getByRole('status').textContent).toContain(hint[kind].title);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

describe.each(CARDS)('%s', (_, make) => {
  test('has at most one strong action', () => {
    const { container } = drawCard(en, make());
    expect(container.querySelectorAll('.strong').length).toBeLessThanOrEqual(1);
  });

  test('is walked through in reading order', () => {
    const { container } = drawCard(en, make());
    expect(controls(container).filter((control) => control.tabIndex > 0)).toEqual([]);
    const buttons = [...container.querySelectorAll('button')];
    expect(buttons.filter((button) => button.type !== 'button')).toEqual([]);
  });

  test('never makes the way past a warning the strong one', () => {
    const { container } = drawCard(en, make());
    const { guard, composer, override, offer } = en.messages;
    const strong = container.querySelector('.strong')?.textContent;
    for (const risky of [guard.continueAnyway, composer.sendAnyway, override.go, offer.discard]) {
      expect(strong).not.toBe(risky);
    }
  });
});
