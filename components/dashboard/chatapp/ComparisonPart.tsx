import { COMPARISON_COLUMNS, DIFFERENCE_KINDS, type DifferenceKind } from '../../../domain/chatapp-reinstall-text.ts';
import type { Difference } from '../../../domain/market/compare.ts';
import { outcomeOf } from '../../../domain/market/outcome.ts';
import type { ReinstallRun } from '../../../domain/market/reinstall.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { usePrinting } from '../access/use-printing.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Block, Note } from './bits.tsx';
import type { ChatAppPartProps, FileContents } from './chatapp-props.ts';
import type { Names } from './chatapp-words.ts';
import { type DifferenceLine, differenceLine } from './difference-words.ts';

interface ComparisonPartProps extends Pick<ChatAppPartProps, 'now' | 'fileButtons'> {
  host: string;
  run: Pick<ReinstallRun, 'before' | 'after'> | null;
  differences: readonly Difference[];
  names: Names;
}

/** What a reinstall left as it was and what it did not; on paper as well. */
export function ComparisonPart({ host, run, differences, names, now, fileButtons }: ComparisonPartProps) {
  const text = useText();
  const { chatapp } = useDashboardText();
  const { compare: words } = chatapp.reinstall;
  const { isPrinting, print } = usePrinting();
  const { toMend, unknown, cardsNeedRefresh } = outcomeOf(differences);
  const lines = differences.map((difference) => differenceLine(difference, names, chatapp));
  const contents = (): FileContents => ({
    columns: COMPARISON_COLUMNS.map((column) => ({ name: words.column[column] })),
    cells: lines.map((line) => COMPARISON_COLUMNS.map((column) => line[column])),
    plain: { before: run?.before ?? null, after: run?.after ?? null, differences },
  });
  const times =
    run?.before && run.after
      ? words.of(text.time(run.before.takenAt, now), text.time(run.after.takenAt, now))
      : undefined;
  return (
    <div class="comparison">
      <Block title={words.heading} source={times}>
        <p class="print-only">{words.printed(host, text.time(Date.now(), 0))}</p>
        <p class="quiet">{words.lead}</p>
        <p class="mark field-value" data-tone={toMend.length > 0 ? 'warning' : 'good'}>
          <Icon name={toMend.length > 0 ? 'near' : 'roomy'} />
          {toMend.length > 0 ? words.toMend(toMend.length) : words.allBack}
        </p>
        {unknown.length > 0 && <p>{words.unknown(unknown.length)}</p>}
        {cardsNeedRefresh && <Note tone="warning" {...words.refresh} />}
        <div class="inline-actions comparison-files">
          {fileButtons(contents)}
          <button type="button" class="button" onClick={print}>
            {words.print}
          </button>
        </div>
        <Differences lines={lines} isWhole={isPrinting} />
      </Block>
    </div>
  );
}

interface DifferencesProps {
  lines: readonly DifferenceLine[];
  /** What is as before is on show as well. */
  isWhole?: boolean;
}

/** All differences, those that want somebody first. */
export function Differences({ lines, isWhole = false }: DifferencesProps) {
  return (
    <>
      {DIFFERENCE_KINDS.map((kind) => (
        <Group key={kind} kind={kind} isWhole={isWhole} lines={lines.filter((line) => line.kind === kind)} />
      ))}
    </>
  );
}

const TONE: Partial<Record<DifferenceKind, string>> = { missing: 'danger', changed: 'warning', same: 'good' };

function Group({ kind, lines, isWhole }: DifferencesProps & { kind: DifferenceKind }) {
  const {
    chatapp: {
      reinstall: { compare: words },
    },
  } = useDashboardText();
  if (lines.length === 0) return null;
  const rows = (
    <ul>
      {lines.map((line, index) => (
        <li key={index}>
          {kind === 'notCompared' ? (
            <span>{line.result}</span>
          ) : (
            <>
              <span class="difference-part">{line.part}</span>
              <span>
                <bdi>{line.what}</bdi>
                {(kind === 'changed' || kind === 'newId') && ': '}
                {(kind === 'changed' || kind === 'newId' || kind === 'neverRead') && line.result}
              </span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
  const title = `${words.group[kind]} (${lines.length})`;
  if (kind !== 'same') {
    return (
      <div class="difference-group" data-kind={kind} data-tone={TONE[kind] ?? 'quiet'}>
        <h3 class="now-card-title">{title}</h3>
        {rows}
      </div>
    );
  }
  return (
    <details open={isWhole} class="difference-group" data-kind={kind} data-tone={TONE[kind]}>
      <summary class="now-card-title">{title}</summary>
      {rows}
    </details>
  );
}
