// @vitest-environment happy-dom
/** What is told of runs: the table, one of them in full, and those that wait for a decision. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import { RunsTable, type RunsTableProps } from '../../../components/rules/runs/RunsTable.tsx';
import { UncertainList, type UncertainListProps } from '../../../components/rules/runs/UncertainList.tsx';
import { TRIGGER_KINDS } from '../../../domain/rules/rule.ts';
import type { RuleRun } from '../../../domain/rules/run.ts';
import { DECISIONS } from '../../../domain/runs-text.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { en as runsEn } from '../../../locales/runs/en.ts';
import { ru as runsRu } from '../../../locales/runs/ru.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { drawDashboard } from '../dashboard/drawing.tsx';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { MINUTE, NOW } from '../samples.ts';
import {
  attempt,
  CALL_PROBLEMS,
  EVERY_STATE,
  event,
  PORTAL_KEY,
  rulesView,
  run,
  uncertain,
  WithRunsTexts,
} from './runs-samples.tsx';

afterEach(cleanup);

const words = runsEn.messages;

const ready = (value: readonly RuleRun[]): RunsTableProps['runs'] => ({
  state: 'ready',
  value,
  isRefreshFailed: false,
});

const table = (runs: readonly RuleRun[], changes: Partial<RunsTableProps> = {}, language = 'en') => (
  <WithRunsTexts of={language}>
    <RunsTable
      {...{ view: rulesView(), runs: ready(runs), ruleId: null, now: NOW, file: 'none' }}
      onSave={vi.fn()}
      onRetry={vi.fn()}
      {...changes}
    />
  </WithRunsTexts>
);

const open = (name: RegExp | string) => fireEvent.click(screen.getByRole('button', { name }));
/** What a skipped run with these verdicts tells. */
const opened = (changes: Partial<RuleRun>) => {
  drawDashboard(en, table([run(changes)]));
  open(/^Support’s answer has waited/);
  return screen.getByRole('complementary');
};
const rows = () => screen.getAllByRole('row').slice(1);

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test('runs in every state read well and pass axe', async () => {
    const { container } = drawDashboard(locale, table(EVERY_STATE, {}, locale.language));
    expect(rows()).toHaveLength(EVERY_STATE.length);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(EVERY_STATE)('a run that is $state is told in full', async (one) => {
    const { container } = drawDashboard(locale, table([one], {}, locale.language));
    fireEvent.click(container.querySelector('.row-button') as HTMLElement);
    const pane = screen.getByRole('complementary');
    expect(allText(pane)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test('what waits for a decision reads well and passes axe', async () => {
    const list = <UncertainList {...uncertainProps([uncertain('a'), uncertain('b')])} />;
    const { container } = drawDashboard(locale, <WithRunsTexts of={locale.language}>{list}</WithRunsTexts>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

describe('the table', () => {
  test('says of each run what happened, where, by which rule, what came of it and when', () => {
    drawDashboard(en, table([run()]));
    const [row] = rows();
    for (const text of ['Support’s answer has waited too long: “Почта” · Ромашка', 'Ответ ждёт', 'Done'])
      expect(row?.textContent).toContain(text);
    expect(row?.querySelector('time')).not.toBeNull();
  });

  test('every state has a sign beside its word', () => {
    drawDashboard(en, table(EVERY_STATE));
    for (const row of rows()) expect(row.querySelector('[data-column="ranState"] .icon')).not.toBeNull();
    const icons = new Set(
      rows().map((row) => row.querySelector('[data-column="ranState"] svg')?.getAttribute('class')),
    );
    expect(icons.size).toBeGreaterThan(5);
  });

  test('is filtered by rule, by state and by text', () => {
    const other = run({ key: 'x', ruleId: 'other', ruleName: 'Other rule', event: event('dialog.closed', {}) });
    drawDashboard(en, table([...EVERY_STATE, other]));
    fireEvent.change(screen.getByLabelText('Rule'), { target: { value: 'other' } });
    expect(rows()).toHaveLength(1);
    fireEvent.change(screen.getByLabelText('Rule'), { target: { value: '' } });
    fireEvent.change(screen.getByLabelText('State'), { target: { value: 'failed' } });
    expect(rows()).toHaveLength(1);
    fireEvent.change(screen.getByLabelText('State'), { target: { value: 'any' } });
    fireEvent.input(screen.getByLabelText('Find'), { target: { value: 'closed ромашка' } });
    expect(rows()).toHaveLength(1);
    expect(screen.getByText('1 run')).toBeDefined();
    fireEvent.input(screen.getByLabelText('Find'), { target: { value: 'nothing of it' } });
    expect(screen.getByText(words.trace.noneFound.title)).toBeDefined();
  });

  test('of one rule shows only its runs and asks for no rule', () => {
    const other = run({ key: 'x', ruleId: 'other', ruleName: 'Other rule' });
    drawDashboard(en, table([run(), other], { ruleId: 'other' }));
    expect(rows()).toHaveLength(1);
    expect(screen.queryByLabelText('Rule')).toBeNull();
  });

  test('without runs teaches what will stand there, and offers no file', () => {
    drawDashboard(en, table([]));
    expect(screen.getByText(words.trace.none.title)).toBeDefined();
    expect(screen.queryByRole('button', { name: words.trace.save })).toBeNull();
  });

  test('saves what is kept', () => {
    const onSave = vi.fn();
    drawDashboard(en, table([run()], { onSave }));
    open(words.trace.save);
    expect(onSave).toHaveBeenCalledOnce();
  });
});

describe('one run', () => {
  test('names its event with its identity and the version of the rule', () => {
    const pane = opened({});
    expect(pane.textContent).toContain(`${PORTAL_KEY} answer.waits chat:77`);
    expect(pane.textContent).toContain('version 3');
  });

  test('names each condition with what it found, and the one that decided first', () => {
    const pane = opened({
      ...{ state: 'skipped', skipped: 'condition', rendered: null, attempts: [] },
      verdicts: [
        { condition: { fact: 'slots.free', is: 'atLeast', value: 1 }, value: 2, verdict: 'yes' },
        { condition: { fact: 'dialog.unread', is: 'atLeast', value: 1 }, value: null, verdict: 'unknown' },
        { condition: { fact: 'dialog.isMain', is: 'equals', value: true }, value: false, verdict: 'no' },
      ],
    });
    const items = within(pane).getAllByRole('listitem');
    expect(items.map((item) => item.dataset.decided)).toEqual(['false', 'true', 'false']);
    expect(items[0]?.textContent).toContain('It was: 2');
    expect(items[1]?.textContent).toContain('could not be read');
    expect(items[1]?.textContent).not.toContain('It was');
    expect(items[1]?.textContent).toContain(words.trace.decided);
    expect(items[2]?.textContent).toContain('It was: no');
  });

  test('never takes what could not be read for nothing, also where a condition asks just that', () => {
    const condition = { fact: 'slots.free', is: 'isKnown' } as const;
    const pane = opened({ skipped: 'condition', verdicts: [{ condition, value: null, verdict: 'no' }] });
    expect(pane.textContent).toContain('It was: could not be read');
  });

  test('shows what goes out with line breaks, and nothing that looks like a secret', () => {
    const pane = opened({});
    const body = within(pane).getByLabelText(words.trace.body) as HTMLTextAreaElement;
    expect(body.value).toContain('\n  "schema": 1');
    expect(body.value).not.toContain('Qwerty12!');
    expect(pane.textContent).toContain('hooks.example.org');
    expect(pane.textContent).toContain('Склад n8n');
  });

  test('masks secrets of an answer too', () => {
    const answer = 'token=sk_live_51H8abcdEFGH1234567890xyz пароль: Qwerty12!';
    const pane = opened({ attempts: [attempt({ kind: 'failed', problem: 'refused', status: 401, answer })] });
    expect(pane.textContent).toContain('answer 401');
    expect(pane.textContent).not.toContain('Qwerty12!');
  });

  test('tells each attempt with its duration, and when the next one comes and why', () => {
    const outcome = { kind: 'retry', problem: 'tooManyRequests', status: 429, after: 60_000 } as const;
    const attempts = [
      attempt(outcome, NOW - 9 * MINUTE),
      attempt({ kind: 'retry', problem: 'offline', status: null, after: null }, NOW - MINUTE),
    ];
    const pane = opened({ state: 'waiting', attempts, nextAt: NOW + 5 * MINUTE });
    for (const text of [
      'Attempt 1',
      'Attempt 2',
      'answer 429',
      '240 ms',
      'Tried again: today 14:10',
      'There was no network',
    ])
      expect(pane.textContent).toContain(text);
  });

  test('that waits for working hours says so', () => {
    const pane = opened({ state: 'waiting', attempts: [], nextAt: NOW + 5 * MINUTE });
    expect(pane.textContent).toContain(words.trace.waitsFirst);
  });

  test('of a rule on trial has no attempts', () => {
    const pane = opened({ state: 'dry', attempts: [] });
    expect(pane.textContent).not.toContain(words.trace.attempts);
  });

  test('closes with Esc and gives the focus back to its row', () => {
    drawDashboard(en, table([run()]));
    const row = screen.getByRole('button', { name: /^Support’s answer/ });
    row.focus();
    fireEvent.click(row);
    const pane = screen.getByRole('complementary');
    expect(document.activeElement).toBe(pane);
    fireEvent.keyDown(pane, { key: 'Escape' });
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(row);
  });
});

function uncertainProps(runs: readonly RuleRun[], changes: Partial<UncertainListProps> = {}): UncertainListProps {
  const view = rulesView({ uncertain: runs });
  return { view, now: NOW, busy: null, told: null, onDecide: vi.fn(), ...changes };
}
const doubtful = (props: UncertainListProps) => (
  <WithRunsTexts of="en">
    <UncertainList {...props} />
  </WithRunsTexts>
);

describe('a run that nobody knows of', () => {
  test('says what is known, and hands each of the three decisions on', () => {
    const props = uncertainProps([uncertain()]);
    drawDashboard(en, doubtful(props));
    expect(screen.getByText(/No answer came in time/)).toBeDefined();
    for (const decision of DECISIONS) {
      const { button, means } = words.uncertain.decision[decision];
      const pressed = screen.getByRole('button', { name: new RegExp(`^${button}: Ответ ждёт`) });
      expect(document.getElementById(pressed.getAttribute('aria-describedby') ?? '')?.textContent).toBe(means);
      fireEvent.click(pressed);
      expect(props.onDecide).toHaveBeenLastCalledWith(props.view.uncertain[0], decision);
    }
  });

  test('of which only the start is known was interrupted', () => {
    drawDashboard(en, doubtful(uncertainProps([uncertain('u', { attempts: [] })])));
    expect(screen.getByText(new RegExp(words.uncertain.unknownAttempt))).toBeDefined();
  });

  test('is decided once: nothing else goes while it is noted, nor while nothing may be changed', () => {
    const props = uncertainProps([uncertain()], { busy: 'u1' });
    const { redraw } = drawDashboard(en, doubtful(props));
    for (const button of screen.getAllByRole('button')) fireEvent.click(button);
    redraw(<ReadOnlyContext.Provider value={true}>{doubtful({ ...props, busy: null })}</ReadOnlyContext.Provider>);
    for (const button of screen.getAllByRole('button')) fireEvent.click(button);
    expect(props.onDecide).not.toHaveBeenCalled();
  });

  test('leaves the keyboard at the heading when it goes', () => {
    const { redraw } = drawDashboard(en, doubtful(uncertainProps([uncertain('a'), uncertain('b')])));
    screen.getAllByRole('button', { name: /^It was done/ })[0]?.focus();
    redraw(doubtful(uncertainProps([uncertain('b')], { told: 'wasDone' })));
    expect(document.activeElement?.textContent).toBe(words.uncertain.heading);
    expect(screen.getByText(words.uncertain.decided.wasDone)).toBeDefined();
  });

  test('draws nothing where there is none', () => {
    const { container } = drawDashboard(en, doubtful(uncertainProps([])));
    expect(container.textContent).toBe('');
  });
});

test.each([runsEn, runsRu])(
  'every event and every problem of a call has words of its own in $language',
  ({ messages }) => {
    expect(new Set(TRIGGER_KINDS.map((kind) => messages.event[kind])).size).toBe(TRIGGER_KINDS.length);
    expect(new Set(CALL_PROBLEMS.map((problem) => messages.call[problem].what)).size).toBe(CALL_PROBLEMS.length);
  },
);

test('nothing is written into the components themselves', () => {
  const { container } = drawDashboard(
    en,
    <PseudoTexts of="en">
      <WithRunsTexts of="en" isPseudo>
        <RunsTable
          {...{ view: rulesView(), runs: ready(EVERY_STATE), ruleId: null, now: NOW, file: 'failed' }}
          onSave={vi.fn()}
          onRetry={vi.fn()}
        />
        <UncertainList {...uncertainProps([uncertain()])} />
      </WithRunsTexts>
    </PseudoTexts>,
  );
  fireEvent.click(container.querySelector('.row-button') as HTMLElement);
  expect(hardCodedTexts(container, [rulesView(), EVERY_STATE])).toEqual([]);
});
