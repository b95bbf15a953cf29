import type { StoredPart } from '../../../domain/privacy.ts';
import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type Answer, Answered } from '../States.tsx';
import { nameOfPart, type StoredLine, storedLines } from './stored-lines.ts';

/** What is stored of the portal on show, and of all; null: there is no portal. */
export interface Sizes {
  here: readonly StoredPart[] | null;
  all: readonly StoredPart[];
}

export interface StoredTableProps {
  host: string | null;
  sizes: Answer<Sizes>;
  onRetrySizes: () => void;
}

/** How much is kept, part by part. */
export function StoredTable({ host, sizes, onRetrySizes }: StoredTableProps) {
  const {
    privacy: { stored: words },
  } = useDashboardText();
  return (
    <Block title={words.heading}>
      <p class="quiet">{words.text}</p>
      <Answered answer={sizes} onRetry={onRetrySizes}>
        {(found) => <Lines host={host} sizes={found} />}
      </Answered>
      <p class="quiet">{words.estimated}</p>
      <p class="quiet">{words.passing}</p>
    </Block>
  );
}

function Lines({ host, sizes }: { host: string | null; sizes: Sizes }) {
  const {
    privacy: { stored: words },
  } = useDashboardText();
  const { part, here, all } = words.column;
  const hasHere = sizes.here !== null && host !== null;
  const lines = storedLines(sizes.here ?? [], sizes.all);
  return (
    <>
      {hasHere && <p>{words.here(host)}</p>}
      <table class="small-table stacking stored" aria-label={words.heading}>
        <thead>
          <tr>
            {[part, ...(hasHere ? [here] : []), all].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Line key={line.table} line={line} hasHere={hasHere} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.total}</th>
            {hasHere && (
              <td data-label={here}>
                <Amount parts={lines.map((line) => line.here)} />
              </td>
            )}
            <td data-label={all}>
              <Amount parts={lines.map((line) => line.all)} />
            </td>
          </tr>
        </tfoot>
      </table>
    </>
  );
}

function Line({ line, hasHere }: { line: StoredLine; hasHere: boolean }) {
  const {
    privacy: { stored: words },
  } = useDashboardText();
  const { column } = words;
  const { name, holds } = nameOfPart(words, line.table);
  return (
    <tr>
      <th scope="row">
        <span class="cell-name">{name}</span>
        <span class="quiet">{holds}</span>
      </th>
      {hasHere && (
        <td data-label={column.here}>
          {line.isShared ? <span class="quiet">{words.shared}</span> : <Amount parts={[line.here]} />}
        </td>
      )}
      <td data-label={column.all}>
        <Amount parts={[line.all]} />
      </td>
    </tr>
  );
}

function Amount({ parts }: { parts: readonly { rows: number; bytes: number }[] }) {
  const { privacy } = useDashboardText();
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const bytes = parts.reduce((sum, part) => sum + part.bytes, 0);
  if (rows === 0) return <span class="quiet">{privacy.stored.nothing}</span>;
  return <span>{privacy.stored.value(rows, privacy.size(bytes))}</span>;
}
