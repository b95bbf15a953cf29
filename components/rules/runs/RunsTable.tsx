import { useMemo, useState } from 'preact/hooks';
import type { RuleRun, RunState } from '../../../domain/rules/run.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { ChoiceField } from '../../dashboard/access/fields.tsx';
import { SearchTool } from '../../dashboard/SearchTool.tsx';
import { type Answer, Answered, Empty } from '../../dashboard/States.tsx';
import { type TableColumn, WindowedTable } from '../../dashboard/WindowedTable.tsx';
import { useText } from '../../text-context.ts';
import { type FileState, SaveButton } from '../transfer/SaveButton.tsx';
import { RunPane } from './RunPane.tsx';
import { eventSentence, filterRuns, portalName, type RunFilter, STATE_SIGN } from './run-words.ts';
import { useRunsText } from './runs-text-context.ts';
import { StateMark } from './StateMark.tsx';

export interface RunsTableProps {
  view: RulesView;
  /** The newest first. */
  runs: Answer<readonly RuleRun[]>;
  /** Only of this rule; null: of all. */
  ruleId: string | null;
  now: number;
  file: FileState;
  onSave: () => void;
  onRetry: () => void;
}

const ROW_HEIGHT = { wide: 40, narrow: 76 };
const STATES = Object.keys(STATE_SIGN) as RunState[];
const ANY = '';

/** What rules did or would have done, and why. */
export function RunsTable(props: RunsTableProps) {
  const { runs: answer, file, onSave, onRetry } = props;
  const {
    runs: { trace: words },
  } = useRunsText();
  const hasRuns = answer.state === 'ready' && answer.value.length > 0;
  return (
    <section class="runs-part" aria-label={words.heading}>
      <div>
        <h2 class="part-title">{words.heading}</h2>
        <p class="quiet">{words.lead}</p>
      </div>
      <Answered answer={answer} onRetry={onRetry}>
        {(all) => (all.length === 0 ? <Empty {...words.none} /> : <Runs {...props} all={all} />)}
      </Answered>
      {hasRuns && <SaveButton file={file} label={words.save} hint={words.saveHint} onSave={onSave} />}
    </section>
  );
}

function Runs(props: RunsTableProps & { all: readonly RuleRun[] }) {
  const { all, ruleId, view, now } = props;
  const words = useRunsText();
  const { trace } = words.runs;
  const [filter, setFilter] = useState<RunFilter>({ ruleId: null, state: 'any', query: '' });
  const [selected, setSelected] = useState<string | null>(null);
  const columns = useColumns(view, now, ruleId !== null);
  const textOf = (run: RuleRun) =>
    [
      ...[eventSentence(words, run.event), run.ruleName, portalName(view, run.portal), actionOf(words, run)],
      ...(run.rendered ? [JSON.stringify(run.rendered.action), run.rendered.goesTo] : []),
    ].join(' ');
  const wanted = { ...filter, ruleId: ruleId ?? filter.ruleId };
  const shown = useMemo(() => filterRuns(all, wanted, textOf), [all, filter, ruleId, words, view]);
  const open = all.find(({ key }) => key === selected);
  return (
    <div class="split" data-open={open !== undefined}>
      <div class="split-list">
        <Toolbar {...props} filter={filter} onFilter={setFilter} />
        <p class="quiet table-told" role="status">
          {trace.count(shown.length)}
        </p>
        {shown.length === 0 ? (
          <Empty {...trace.noneFound} />
        ) : (
          <WindowedTable
            label={trace.heading}
            columns={columns}
            rows={shown}
            keyOf={({ key }) => key}
            rowHeight={ROW_HEIGHT}
            selected={selected}
            onSelect={({ key }) => setSelected(key)}
          />
        )}
      </div>
      {open && <RunPane key={open.key} run={open} view={view} now={now} onClose={() => setSelected(null)} />}
    </div>
  );
}

interface ToolbarProps extends Pick<RunsTableProps, 'view' | 'ruleId'> {
  all: readonly RuleRun[];
  filter: RunFilter;
  onFilter: (filter: RunFilter) => void;
}

function Toolbar({ all, view, ruleId, filter, onFilter }: ToolbarProps) {
  const { runs } = useRunsText();
  const words = runs.trace.filter;
  const states = STATES.filter((state) => state === filter.state || all.some((run) => run.state === state));
  return (
    <div class="toolbar">
      <SearchTool
        label={words.find}
        hint={words.findHint}
        value={filter.query}
        onInput={(query) => onFilter({ ...filter, query })}
      />
      {ruleId === null && (
        <ChoiceField
          label={words.rule}
          value={filter.ruleId ?? ANY}
          options={[[ANY, words.anyRule], ...namedRules(all, view)]}
          onChange={(id) => onFilter({ ...filter, ruleId: id === ANY ? null : id })}
        />
      )}
      <ChoiceField
        label={words.state}
        value={filter.state}
        options={[['any', words.anyState], ...states.map((state) => [state, runs.state[state].title] as const)]}
        onChange={(state) => onFilter({ ...filter, state: state as RunFilter['state'] })}
      />
    </div>
  );
}

/** Rules with runs, also those that are deleted by now; each by the name it has, or had last. */
function namedRules(all: readonly RuleRun[], view: RulesView): (readonly [string, string])[] {
  const names = new Map<string, string>();
  for (const { ruleId, ruleName } of all) if (!names.has(ruleId)) names.set(ruleId, ruleName);
  for (const { rule } of view.cards) if (names.has(rule.id)) names.set(rule.id, rule.name);
  return [...names].sort(([, a], [, b]) => a.localeCompare(b));
}

const actionOf = ({ rules, runs }: ReturnType<typeof useRunsText>, { rendered }: RuleRun): string =>
  rendered ? rules.actionName[rendered.action.kind] : runs.trace.noAction;

/** Where all runs are of one rule, its name would only repeat itself. */
function useColumns(view: RulesView, now: number, isOfOne: boolean): readonly TableColumn<RuleRun>[] {
  const text = useText();
  const words = useRunsText();
  const { column } = words.runs.trace;
  return useMemo<TableColumn<RuleRun>[]>(
    () => [
      {
        id: 'happened',
        name: column.event,
        cell: ({ event, portal }) => <Cut text={`${eventSentence(words, event)} · ${portalName(view, portal)}`} />,
      },
      ...(isOfOne ? [] : [{ id: 'ranRule', name: column.rule, cell: (run: RuleRun) => <Cut text={run.ruleName} /> }]),
      { id: 'ranAction', name: column.action, cell: (run) => <Cut text={actionOf(words, run)} /> },
      { id: 'ranState', name: column.state, cell: ({ state }) => <StateMark state={state} /> },
      {
        id: 'ranAt',
        name: column.time,
        cell: ({ plannedAt: at }) => <time dateTime={new Date(at).toISOString()}>{text.time(at, now)}</time>,
      },
    ],
    [text, words, view, now, isOfOne],
  );
}

const Cut = ({ text }: { text: string }) => (
  <span class="cell-sentence" title={text} dir="auto">
    {text}
  </span>
);
