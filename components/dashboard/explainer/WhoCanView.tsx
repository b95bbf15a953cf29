import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { departmentNames, lineWords } from '../../../domain/chatapp/directory.ts';
import { asSentence } from '../../../domain/chatapp/explain-sentences.ts';
import type { Verdict } from '../../../domain/chatapp/gates.ts';
import { findable, searchPeople } from '../../../domain/chatapp/people-search.ts';
import { type WhoCan, whoCanStart } from '../../../domain/chatapp/who-can.ts';
import { CopyButton } from '../../cards/CopyButton.tsx';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SearchTool } from '../SearchTool.tsx';
import { Empty } from '../States.tsx';
import { type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import { useExplainer } from './explainer-context.ts';
import { VERDICT_ICON, VERDICT_TONE, VerdictMark } from './VerdictMark.tsx';
import { rowsWith, VERDICTS, type WhoCanFile, type WhoCanRow, whoCanFile, whoCanText, whyOf } from './who-can-rows.ts';

/** Draws the buttons that save what is on show as a file. */
export type RenderFile = (contents: () => WhoCanFile) => ComponentChildren;

interface WhoCanViewProps {
  line: string;
  renderFile: RenderFile;
  onExplain: (id: string) => void;
}

const ROW_HEIGHT = { wide: 52, narrow: 100 };

/** All employees by whether they can start a conversation on a line. */
export function WhoCanView({ line, renderFile, onExplain }: WhoCanViewProps) {
  const { explainer } = useDashboardText();
  const { whoCan: words } = explainer;
  const around = useExplainer();
  const { facts, directory, onCopy } = around;
  const who = useMemo(() => whoCanStart(line, facts), [line, facts]);
  const [chosen, setChosen] = useState<Verdict | null>(null);
  const [query, setQuery] = useState('');
  const verdict = chosen ?? VERDICTS.find((each) => who.people[each].length > 0) ?? 'yes';
  const people = useMemo(
    () =>
      findable(rowsWith(verdict, who, around), ({ employee }) =>
        departmentNames(employee, directory, explainer).join(' '),
      ),
    [verdict, who, directory, explainer],
  );
  const shown = useMemo(() => searchPeople(people, query), [people, query]);
  return (
    <section class="who-can" aria-label={words.heading(lineWords(line, directory, explainer))}>
      <h3 class="part-title" dir="auto">
        {words.heading(lineWords(line, directory, explainer))}
      </h3>
      {!who.isWhole && <p class="quiet">{explainer.notWhole}</p>}
      <Counts who={who} verdict={verdict} onVerdict={setChosen} />
      <search class="toolbar">
        <SearchTool label={words.search} hint={explainer.picker.hint} value={query} onInput={setQuery} />
        <p class="tool-told quiet" role="status">
          {words.shown(shown.length, people.length)}
        </p>
      </search>
      {shown.length > 0 ? (
        <>
          <div class="inline-actions">
            <CopyButton
              text=""
              onCopy={() => onCopy(whoCanText(shown, line, around, explainer))}
              label={words.copy}
              look="button"
            />
            {renderFile(() => whoCanFile(shown, line, around, explainer))}
          </div>
          <WhoCanTable line={line} rows={shown} onExplain={onExplain} />
        </>
      ) : (
        <Empty {...(people.length === 0 ? words.nobody : explainer.none.notFound)} />
      )}
    </section>
  );
}

interface CountsProps {
  who: WhoCan;
  verdict: Verdict;
  onVerdict: (verdict: Verdict) => void;
}

/** How many have each answer; a press shows them. */
function Counts({ who, verdict, onVerdict }: CountsProps) {
  const { explainer } = useDashboardText();
  const { whoCan: words } = explainer;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a frame of its own along.
    <div class="explain-choices" role="group" aria-label={words.filter}>
      {VERDICTS.map((each) => (
        <button
          key={each}
          type="button"
          class="button explain-choice"
          data-tone={VERDICT_TONE[each]}
          aria-pressed={each === verdict}
          onClick={() => onVerdict(each)}
        >
          <Icon name={VERDICT_ICON[each]} />
          {words.count[each](who.people[each].length)}
        </button>
      ))}
    </div>
  );
}

function WhoCanTable({
  line,
  rows,
  onExplain,
}: Pick<WhoCanViewProps, 'line' | 'onExplain'> & { rows: readonly WhoCanRow[] }) {
  const { explainer } = useDashboardText();
  const { whoCan: words } = explainer;
  const around = useExplainer();
  const columns = useMemo<TableColumn<WhoCanRow>[]>(
    () => [
      {
        id: 'employee',
        name: words.column.employee,
        cell: ({ name }) => (
          <span class="cell-name" dir="auto">
            {name}
          </span>
        ),
      },
      {
        id: 'departments',
        name: words.column.departments,
        cell: ({ employee }) => (
          <span class="cell-sentence" dir="auto">
            {departmentNames(employee, around.directory, explainer).join(', ')}
          </span>
        ),
      },
      {
        id: 'verdict',
        name: words.column.verdict,
        cell: ({ verdict }) => <VerdictMark verdict={verdict} word={explainer.verdictWord[verdict]} />,
      },
      {
        id: 'why',
        name: words.column.why,
        cell: (row) => {
          const why = asSentence(whyOf(row, line, around, explainer));
          return (
            <span class="cell-why" title={why} dir="auto">
              {why}
            </span>
          );
        },
      },
    ],
    [explainer, line, around.ready],
  );
  return (
    <WindowedTable
      label={words.heading(lineWords(line, around.directory, explainer))}
      columns={columns}
      rows={rows}
      keyOf={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      onSelect={({ id }) => onExplain(id)}
    />
  );
}
