import type { DifferenceRow } from '../../../domain/settings-file/difference.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { DifferenceTable } from './DifferenceTable.tsx';
import { SettingPart } from './SettingPart.tsx';

/** What would change of another portal. */
export interface PortalDifference {
  key: string;
  name: string;
  rows: readonly DifferenceRow[];
}

export type CopyState =
  | { phase: 'none' | 'comparing' }
  | { phase: 'shown'; differences: readonly PortalDifference[]; unread: readonly string[] }
  | { phase: 'done'; taken: number; notTaken: readonly string[] };

export interface CopyToAllPartProps {
  /** How many portals there are beside this one. */
  others: number;
  state: CopyState;
  onCompare: () => void;
  onTake: () => void;
  onLeave: () => void;
}

/** Gives the other portals what is set for this one, after a look at what would change. */
export function CopyToAllPart({ others, state, onCompare, onTake, onLeave }: CopyToAllPartProps) {
  const {
    allPortals: { copy: words },
  } = useDashboardText();
  return (
    <SettingPart title={words.title} text={words.text}>
      {others === 0 ? (
        <p class="quiet">{words.noOthers}</p>
      ) : (
        <button type="button" class="button" onClick={onCompare}>
          {words.button(others)}
        </button>
      )}
      <CopyLine state={state} />
      {state.phase === 'shown' && state.differences.length > 0 && (
        <div class="preview">
          <p>{words.ask(state.differences.length)}</p>
          {state.differences.map(({ key, name, rows }) => (
            <details key={key} open={state.differences.length <= 5}>
              <summary dir="auto">{name}</summary>
              <DifferenceTable label={name} rows={rows} languages={[]} />
            </details>
          ))}
          <div class="inline-actions">
            <button type="button" class="button strong" onClick={onTake}>
              {words.take}
            </button>
            <button type="button" class="text-button" onClick={onLeave}>
              {words.leave}
            </button>
          </div>
        </div>
      )}
    </SettingPart>
  );
}

function CopyLine({ state }: Pick<CopyToAllPartProps, 'state'>) {
  const {
    allPortals: { copy: words },
  } = useDashboardText();
  const problem =
    state.phase === 'shown' && state.unread.length > 0
      ? words.unread(state.unread.join(', '))
      : state.phase === 'done' && state.notTaken.length > 0
        ? words.notTaken(state.notTaken.join(', '))
        : null;
  const isSame = state.phase === 'shown' && state.differences.length === 0 && problem === null;
  return (
    <div role="status">
      {problem !== null && (
        <p class="field-problem">
          <Icon name="near" />
          {problem}
        </p>
      )}
      {state.phase === 'comparing' && <p class="quiet">{words.loading}</p>}
      {isSame && <p class="quiet">{words.same}</p>}
      {state.phase === 'done' && state.taken > 0 && (
        <p class="mark" data-tone="good">
          <Icon name="roomy" />
          {words.taken(state.taken)}
        </p>
      )}
    </div>
  );
}
