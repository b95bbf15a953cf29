// @vitest-environment happy-dom
/** The rules page in all its states, in both languages. */
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import type { ComponentChildren } from 'preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import { placeWords } from '../../../components/rules/editor/problem-words.ts';
import { RuleEditor, type RuleEditorProps } from '../../../components/rules/editor/RuleEditor.tsx';
import { RuleList, type RuleListProps } from '../../../components/rules/RuleList.tsx';
import { RulesTextContext } from '../../../components/rules/rules-text-context.ts';
import { RunsTextContext } from '../../../components/rules/runs/runs-text-context.ts';
import { StartPart } from '../../../components/rules/StartPart.tsx';
import { StatusPart } from '../../../components/rules/StatusPart.tsx';
import { TemplateList } from '../../../components/rules/TemplateList.tsx';
import { valueName } from '../../../components/rules/transfer/difference-words.ts';
import { emptyDraft, newAction, newCondition, newTrigger } from '../../../domain/rules/draft.ts';
import { FACT_NAMES } from '../../../domain/rules/facts.ts';
import { ACTION_KINDS, TRIGGER_KINDS } from '../../../domain/rules/rule.ts';
import type { RuleProblemKind, RulesView } from '../../../domain/rules/view.ts';
import { type RulesLocale, TRIGGER_GROUPS } from '../../../domain/rules-text.ts';
import { dashboardLocaleFor } from '../../../locales/dashboard/catalogue.ts';
import { RULES_LOCALES } from '../../../locales/rules/catalogue.ts';
import { en } from '../../../locales/rules/en.ts';
import { ru } from '../../../locales/rules/ru.ts';
import { runsLocaleFor } from '../../../locales/runs/catalogue.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts, pseudoLocale } from '../../locales/pseudo.ts';
import { drawDashboard } from '../dashboard/drawing.tsx';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { HOUR, NOW } from '../samples.ts';
import { card, readyRule, rulesView } from './background.ts';

afterEach(cleanup);
const nothing = () => undefined;

function inWords(locale: RulesLocale, children: ComponentChildren, runs = runsLocaleFor(locale.language)) {
  return (
    <RulesTextContext.Provider value={locale}>
      <RunsTextContext.Provider value={{ runs: runs.messages, rules: locale.messages }}>
        {children}
      </RunsTextContext.Provider>
    </RulesTextContext.Provider>
  );
}
const drawRules = (locale: RulesLocale, children: ComponentChildren) =>
  drawDashboard(dashboardLocaleFor(locale.language), inWords(locale, <main>{children}</main>));

const CARDS: RulesView['cards'] = [
  card({ rule: readyRule(0, { id: 'a' }) }),
  card({
    rule: readyRule(3, { id: 'b', name: 'On and busy' }),
    state: 'on',
    lastRunAt: NOW - HOUR,
    counts: { done: 12, dry: 1, failed: 2, uncertain: 1, waiting: 3, skipped: 20 },
  }),
  card({ rule: readyRule(5, { id: 'c', name: 'Without a destination' }), missing: ['n8n'] }),
  card({ rule: readyRule(7, { id: 'd', name: 'Failing' }), state: 'off', offBecause: 'failures' }),
  card({ rule: readyRule(2, { id: 'e', name: 'Switched off' }), state: 'off', offBecause: 'person' }),
];

const list = (changes: Partial<RuleListProps> = {}) => (
  <RuleList
    view={rulesView({ cards: CARDS })}
    now={NOW}
    hrefOf={(id) => `#rules/${id}`}
    onEdit={nothing}
    onCreate={nothing}
    timeZone="Europe/Moscow"
    onTake={nothing}
    onSwitch={nothing}
    onRemove={nothing}
    onDestinations={nothing}
    {...changes}
  />
);

const editor = (changes: Partial<RuleEditorProps> = {}) => {
  const draft = changes.draft ?? emptyDraft('r');
  return (
    <RuleEditor
      view={rulesView()}
      timeZone="Europe/Moscow"
      draft={draft}
      problems={[]}
      name={null}
      tab="form"
      text={JSON.stringify(draft, null, 2)}
      isDrawn
      isDirty
      refusals={0}
      saving="none"
      onChange={nothing}
      onDestinations={nothing}
      onTab={nothing}
      onText={nothing}
      onSave={nothing}
      onClose={nothing}
      {...changes}
    />
  );
};

const status = (changes: Partial<RulesView>) => (
  <StatusPart view={rulesView({ cards: CARDS, ...changes })} settings="#settings" onPause={nothing} />
);

const STATES: Record<string, () => ComponentChildren> = {
  'rules of all kinds': () => list(),
  'no rules': () => list({ view: rulesView() }),
  'ready rules': () => <TemplateList view={rulesView()} timeZone="Europe/Moscow" onTake={nothing} />,
  'rules that work': () => status({}),
  'rules that are stopped': () => status({ isPaused: true }),
  'rules that are switched off': () => status({ isOff: true }),
  'rules while nothing may be changed': () => status({ isReadOnly: true }),
  'rules that cannot notify': () => status({ canNotify: false }),
  'a start by hand': () => <StartPart portals={rulesView().portals} started={2} onStart={nothing} />,
  'a start without portals': () => <StartPart portals={[]} started={0} onStart={nothing} />,
  'an empty form': () => editor(),
  'a form with every action': () =>
    editor({ draft: { ...emptyDraft('r'), actions: ACTION_KINDS.map((kind) => newAction(kind)) } }),
  'a form with every condition': () =>
    editor({
      draft: {
        ...emptyDraft('r'),
        trigger: newTrigger('access.ticketClosed', 'Europe/Moscow'),
        conditions: { match: 'any', list: FACT_NAMES.map((fact) => newCondition(fact)) },
      },
    }),
  'a form for chosen portals': () =>
    editor({ draft: { ...emptyDraft('r'), portals: ['https://demo.bitrix24.ru', 'https://gone.example.ru'] } }),
  'a form that could not be saved': () => editor({ saving: 'failed', name: 'Mine' }),
  'a form with problems': () =>
    editor({
      refusals: 1,
      problems: [
        { path: 'name', problem: 'missing' },
        { path: 'actions.0.title', problem: 'tooLong' },
        { path: 'portals', problem: 'missing' },
        { path: 'script', problem: 'unknownField' },
        { path: '', problem: 'tooManyRules' },
      ],
    }),
  'a form of an older version': () => editor({ problems: [{ path: 'version', problem: 'outOfRange' }] }),
  'the document as JSON': () => editor({ tab: 'json' }),
  'a text that is no rule': () =>
    editor({ tab: 'json', text: 'nothing', isDrawn: false, problems: [{ path: '', problem: 'notJson' }] }),
  ...Object.fromEntries(
    TRIGGER_KINDS.map((kind) => [
      `a form for ${kind}`,
      () => editor({ draft: { ...emptyDraft('r'), trigger: newTrigger(kind, 'Europe/Moscow') } }),
    ]),
  ),
};

describe.each(RULES_LOCALES)('in $language', (locale) => {
  test.each(Object.entries(STATES))('%s: reads well and passes axe', async (name, drawn) => {
    const { container } = drawRules(locale, drawn());
    // The document itself has braces.
    for (const area of container.querySelectorAll('textarea')) area.textContent = '';
    const text = allText(container).replaceAll('*/', '');
    expect(text, name).not.toMatch(LEAKS);
    expect(text, name).not.toContain('!');
    await expectAccessible(container);
  });

  test('nothing is written in another place than the catalogues', () => {
    const pseudo = pseudoLocale(locale);
    const runs = pseudoLocale(runsLocaleFor(locale.language));
    const { container } = render(
      <PseudoTexts of={locale.language}>
        {inWords(
          pseudo,
          Object.entries(STATES).map(([name, drawn]) => <main key={name}>{drawn()}</main>),
          runs,
        )}
      </PseudoTexts>,
    );
    for (const each of container.querySelectorAll('textarea, datalist')) each.textContent = '';
    const data = [
      ...CARDS.map(({ rule }) => rule.name),
      'Demo',
      'Other',
      'https://gone.example.ru',
      'script',
      'Mine',
      'JSON',
    ];
    expect(hardCodedTexts(container, data)).toEqual([]);
  });
});

test('every trigger is offered once', () => {
  const offered = Object.values(TRIGGER_GROUPS).flat();
  expect([...offered].sort()).toEqual([...TRIGGER_KINDS].sort());
});

test('a place in the document is told in words', () => {
  expect(placeWords('name', en.messages)).toBe('Name');
  expect(placeWords('trigger.kind', en.messages)).toBe('What happens');
  expect(placeWords('trigger.hours', en.messages)).toBe('How many hours it has waited');
  expect(placeWords('actions.1.title', en.messages)).toBe('Action 2: Title');
  expect(placeWords('conditions.list.0.fact', ru.messages)).toBe('Условие 1: Что проверить');
  expect(placeWords('portals.3', en.messages)).toBe('On which portals');
  expect(placeWords('actions.0', en.messages)).toBe('Action 1');
  expect(placeWords('script', en.messages)).toBeNull();
});

test('a value in the document is told as the form calls it, and one without a name as it stands', () => {
  expect(valueName('trigger.kind', 'dialog.closed', en.messages)).toBe('A dialog was closed');
  expect(valueName('actions.2.kind', 'notify', en.messages)).toBe('Show a notification');
  expect(valueName('actions.0.place', 'newDialog', en.messages)).toBe('A question for a new dialog');
  expect(valueName('conditions.list.0.is', 'atLeast', ru.messages)).toBe('не меньше');
  expect(valueName('workingHours', 'toString', en.messages)).toBe('toString');
  expect(valueName('name', 'notify', en.messages)).toBe('notify');
  expect(valueName('portals', '', en.messages)).toBe('');
});

test('that notifications are not shown is said only where a rule would show one', () => {
  const { title } = en.messages.status.noNotifications;
  const notifying = readyRule(0).actions[0]?.kind === 'notify' ? card({ rule: readyRule(0) }) : null;
  if (!notifying) throw new Error('the first ready rule shows no notification');
  drawRules(en, status({ canNotify: false, cards: [notifying] }));
  expect(screen.getByText(title)).toBeDefined();
  cleanup();
  drawRules(en, status({ canNotify: false, cards: [{ ...notifying, state: 'off' }] }));
  expect(screen.queryByText(title)).toBeNull();
  cleanup();
  drawRules(en, status({ canNotify: false, cards: [] }));
  expect(screen.queryByText(title)).toBeNull();
});

test('every kind of problem stands at its field, in words with a next step', () => {
  const kinds = Object.keys(runsLocaleFor('en').messages.problem) as RuleProblemKind[];
  for (const problem of kinds) {
    drawRules(en, editor({ problems: [{ path: 'name', problem }] }));
    const field = screen.getByLabelText(en.messages.editor.field.name);
    const { what, next } = runsLocaleFor('en').messages.problem[problem];
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      `${what}. ${next}.`,
    );
    cleanup();
  }
});

test('while nothing may be changed, no button changes anything and the form cannot be used', () => {
  const onSave = vi.fn();
  drawRules(en, <ReadOnlyContext.Provider value>{[list(), editor({ onSave })]}</ReadOnlyContext.Provider>);
  const { list: words, editor: form } = en.messages;
  for (const name of [words.switchOn, words.edit, words.remove].map((word) => words.of(word, readyRule(0).name)))
    expect(screen.getByRole<HTMLButtonElement>('button', { name }).disabled, name).toBe(true);
  expect(
    screen.getByRole<HTMLButtonElement>('button', { name: words.of(words.switchOff, 'On and busy') }).disabled,
  ).toBe(false);
  expect(screen.getByLabelText(form.field.name).closest('fieldset[disabled]')).not.toBeNull();
  fireEvent.submit(screen.getByRole('form', { name: form.titleNew }));
  expect(onSave).not.toHaveBeenCalled();
});

test('a rule that switched itself off says after how many failures', () => {
  drawRules(ru, list());
  expect(screen.getByText(/Выключилось само: 5 неудач подряд/)).toBeDefined();
});
