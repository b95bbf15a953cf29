// @vitest-environment happy-dom
/** Rules in files, and what a rule would have done. */
import { cleanup, fireEvent, screen, within } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { RehearsalCard } from '../../../components/rules/rehearsal/RehearsalCard.tsx';
import { LoadRules, type LoadRulesProps } from '../../../components/rules/transfer/LoadRules.tsx';
import { SaveRules } from '../../../components/rules/transfer/SaveRules.tsx';
import type { Rehearsal, RuleProblemKind, RulesImportPlan } from '../../../domain/rules/view.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { en as runsEn } from '../../../locales/runs/en.ts';
import { ru as runsRu } from '../../../locales/runs/ru.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { drawDashboard } from '../dashboard/drawing.tsx';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { DAY, NOW } from '../samples.ts';
import { card, event, rulesView, run, WithRunsTexts } from './runs-samples.tsx';

afterEach(cleanup);

const words = runsEn.messages;
const load = words.transfer.load;
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const inWords = (children: ComponentChildren, of = 'en') => <WithRunsTexts of={of}>{children}</WithRunsTexts>;

const PLAN: RulesImportPlan = {
  mark: 'm1',
  rules: [
    { id: 'a', name: 'Новое правило', kind: 'new', differences: [] },
    {
      ...{ id: 'b', name: 'Изменённое', kind: 'changed' },
      differences: [{ path: 'actions.0.title', here: 'Старый', file: '' }],
    },
    { id: 'c', name: 'Прежнее', kind: 'same', differences: [] },
  ],
  problems: [{ path: 'rules.3.trigger', problem: 'notOnTheList' }],
  destinations: [
    { id: 'd1', name: 'Склад', host: 'hooks.example.org', isThere: true },
    { id: 'd9', name: 'Чужой', host: 'other.example.org', isThere: false },
  ],
};

const loadProps = (changes: Partial<LoadRulesProps> = {}): LoadRulesProps => ({
  ...{ fileName: 'rules.json', state: { phase: 'shown', plan: PLAN }, outcome: null },
  ...{ onFile: vi.fn(), onTake: vi.fn(), onLeave: vi.fn() },
  ...changes,
});

const rehearsal = (changes: Partial<Rehearsal> = {}): Rehearsal => ({
  ...{ days: 30, events: 4 },
  wouldRun: [1, 2, 3].map((day) => ({
    event: event('support.answered', { 'dialog.name': `Вопрос ${day}` }, NOW - day * DAY),
    rendered: [{ action: { kind: 'notify', title: `Ответ ${day}`, text: 'Прочтите' }, body: null, goesTo: '' }],
  })),
  skipped: [{ event: event('support.answered', {}, NOW - 5 * DAY), because: 'hours' }],
  ...changes,
});
const rehearsed = (told: Rehearsal, onRetry = vi.fn(), isByHand = false) => (
  <RehearsalCard
    isByHand={isByHand}
    {...{ view: rulesView(), now: NOW, onRetry }}
    rehearsal={{ state: 'ready', value: told, isRefreshFailed: false }}
  />
);

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  test('a file with everything in it reads well and passes axe', async () => {
    const { container } = drawDashboard(locale, inWords(<LoadRules {...loadProps()} />, locale.language));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test('a rehearsal reads well and passes axe', async () => {
    const { container } = drawDashboard(locale, inWords(rehearsed(rehearsal()), locale.language));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });
});

describe('a file of rules', () => {
  test('is taken as chosen: new and changed ones at first, never what is the same', () => {
    const props = loadProps();
    drawDashboard(en, inWords(<LoadRules {...props} />));
    const same = screen.getByLabelText(/Прежнее/) as HTMLInputElement;
    expect([same.checked, same.disabled]).toEqual([false, true]);
    press('Take 2 rules');
    expect(props.onTake).toHaveBeenLastCalledWith(['a', 'b']);
    fireEvent.click(screen.getByLabelText(/Новое правило/));
    press('Take 1 rule');
    expect(props.onTake).toHaveBeenLastCalledWith(['b']);
    fireEvent.click(screen.getByLabelText(/Изменённое/, { selector: 'input' }));
    press('Take 0 rules');
    expect(props.onTake).toHaveBeenCalledTimes(2);
  });

  test('shows each difference by its place as the form names it, and nothing for what is not there', () => {
    drawDashboard(en, inWords(<LoadRules {...loadProps()} />));
    const table = screen.getByRole('table', { name: 'Изменённое' });
    const cells = within(table).getAllByRole('row')[1];
    expect(cells?.textContent).toBe(`Action 1: TitleСтарый${load.absent}`);
  });

  test('names what is wrong and where, and destinations that are missing here', () => {
    drawDashboard(en, inWords(<LoadRules {...loadProps()} />));
    expect(screen.getByText(words.problem.notOnTheList.what, { exact: false })).toBeDefined();
    expect(screen.getByText('At rules.3.trigger')).toBeDefined();
    const items = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(items.find((text) => text?.includes('Чужой'))).toContain(load.destinationMissing);
    expect(items.find((text) => text?.includes('Склад'))).toContain(load.destinationThere);
    expect(screen.getByText(load.consentAnew)).toBeDefined();
  });

  test('without a rule says so and offers nothing to take', () => {
    const plan = { ...PLAN, rules: [], destinations: [] };
    drawDashboard(en, inWords(<LoadRules {...loadProps({ state: { phase: 'shown', plan } })} />));
    expect(screen.getByText(load.nothing)).toBeDefined();
    expect(screen.queryByRole('button', { name: /^Take \d/ })).toBeNull();
  });

  test.each(['tooLarge', 'unreadable', 'noAnswer'] as const)('tells with the name of the file: %s', (phase) => {
    drawDashboard(en, inWords(<LoadRules {...loadProps({ state: { phase } })} />));
    expect(screen.getByText(`rules.json: ${load[phase]}`)).toBeDefined();
  });
});

describe('saving', () => {
  const view = rulesView({ cards: [card(), card({ id: 'second', name: 'Второе' })] });

  test('takes all rules, or those that were chosen', () => {
    const onSave = vi.fn();
    drawDashboard(en, inWords(<SaveRules view={view} file="none" onSave={onSave} />));
    press(words.transfer.save.button);
    expect(onSave).toHaveBeenLastCalledWith(null);
    fireEvent.click(screen.getByLabelText(words.transfer.save.chosen));
    expect(screen.queryByRole('button', { name: words.transfer.save.button })).toBeNull();
    fireEvent.click(screen.getByLabelText('Второе'));
    press(words.transfer.save.button);
    expect(onSave).toHaveBeenLastCalledWith(['second']);
  });

  test('says that there is nothing to save', () => {
    drawDashboard(en, inWords(<SaveRules view={rulesView({ cards: [] })} file="none" onSave={vi.fn()} />));
    expect(screen.getByText(words.transfer.save.none)).toBeDefined();
  });
});

describe('a rehearsal', () => {
  test('counts, names each event, its actions, and why others would be passed over', () => {
    drawDashboard(en, inWords(rehearsed(rehearsal())));
    expect(screen.getByText('Would have run 3 times in the last 30 days')).toBeDefined();
    expect(screen.getByText('4 events of its kind')).toBeDefined();
    expect(screen.getByText(/“Вопрос 2”/)).toBeDefined();
    expect(screen.getByText('Ответ 2')).toBeDefined();
    expect(screen.getByText(words.skipped.hours)).toBeDefined();
  });

  test('in Russian counts with its forms', () => {
    drawDashboard(DASHBOARD_LOCALES[1] ?? en, inWords(rehearsed(rehearsal({ days: 21 })), 'ru'));
    expect(screen.getByText('Сработало бы 3 раза за 21 последний день')).toBeDefined();
  });

  test('that is empty says why', () => {
    drawDashboard(en, inWords(rehearsed(rehearsal({ events: 0, wouldRun: [], skipped: [] }))));
    expect(screen.getByText(words.rehearsal.none.title)).toBeDefined();
  });

  test('that passed everything over says so, with the reasons', () => {
    drawDashboard(en, inWords(rehearsed(rehearsal({ wouldRun: [] }))));
    expect(screen.getByText(words.rehearsal.allSkipped.title)).toBeDefined();
    expect(screen.getByText(words.skipped.hours)).toBeDefined();
  });

  test('of which not all is listed says that it is the least', () => {
    drawDashboard(en, inWords(rehearsed(rehearsal({ events: 250 }))));
    expect(screen.getByText('Would have run 3 times or more in the last 30 days')).toBeDefined();
  });

  test('with hundreds of events does not draw them all', () => {
    const many = Array.from({ length: 300 }, (_, minute) => ({
      event: event('dialog.opened', {}, NOW - minute * 60_000),
      rendered: [run().rendered].filter((each) => each !== null),
    }));
    drawDashboard(en, inWords(rehearsed(rehearsal({ events: 300, wouldRun: many, skipped: [] }))));
    expect(screen.getByText('And 280 more')).toBeDefined();
  });
});

describe.each([
  [en, runsEn],
  [DASHBOARD_LOCALES[1] ?? en, runsRu],
] as const)('a rehearsal of a rule that only people start', (locale, { language, messages: { rehearsal: told } }) => {
  const byHand = (changes: Partial<Rehearsal> = {}) => {
    const [first] = rehearsal().wouldRun;
    const one = rehearsal({ events: 1, wouldRun: first ? [first] : [], skipped: [], ...changes });
    return drawDashboard(locale, inWords(rehearsed(one, vi.fn(), true), language)).container;
  };

  test(`says that nothing else starts it, and what it would do now, in ${language}`, () => {
    const said = byHand().textContent ?? '';
    for (const text of [told.leadByHand, told.tried(1), 'Ответ 1']) expect(said).toContain(text);
  });

  test(`says nothing of days and of the journal’s events, in ${language}`, () => {
    const [skipped] = rehearsal().skipped;
    for (const changes of [{}, { wouldRun: [], skipped: skipped ? [skipped] : [] }, { wouldRun: [] }]) {
      const said = byHand(changes).textContent ?? '';
      expect(said).not.toMatch(/30|would have|time|event|последн|раз[а ]|событ/i);
      cleanup();
    }
  });

  test(`that is empty says that there is no portal to start it on, in ${language}`, () => {
    expect(byHand({ events: 0, wouldRun: [] }).textContent).toContain(told.noneNow.title);
  });
});

test.each([runsEn, runsRu])('every problem of a document has words and a next step in $language', ({ messages }) => {
  const kinds = Object.keys(messages.problem) as RuleProblemKind[];
  expect(new Set(kinds.map((kind) => messages.problem[kind].what)).size).toBe(kinds.length);
  for (const kind of kinds) expect(messages.problem[kind].next).toMatch(/^\p{Lu}.+[^.]$/u);
});

test('nothing is written into the components themselves', () => {
  const { container } = drawDashboard(
    en,
    <PseudoTexts of="en">
      <WithRunsTexts of="en" isPseudo>
        <LoadRules {...loadProps()} />
        <SaveRules view={rulesView()} file="failed" onSave={vi.fn()} />
        {rehearsed(rehearsal())}
      </WithRunsTexts>
    </PseudoTexts>,
  );
  expect(hardCodedTexts(container, [PLAN, rulesView(), rehearsal()])).toEqual([]);
});
