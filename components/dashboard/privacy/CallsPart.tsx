import { useMemo } from 'preact/hooks';
import type { Call, CallOutcome } from '../../../domain/calls/calls.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { ChoiceField } from '../access/fields.tsx';
import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { FileButtons, type FileButtonsProps } from '../FileButtons.tsx';
import { type Answer, Answered, Empty } from '../States.tsx';
import { type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import { actionOf, calledPortals, callsTo, hostOf, originOf } from './call-rows.ts';

export interface CallsPartProps extends FileButtonsProps {
  /** The newest first. */
  calls: Answer<readonly Call[]>;
  now: number;
  /** Origin of the portal whose calls are shown; null: all. */
  calledPortal: string | null;
  onCalledPortal: (origin: string | null) => void;
  onRetryCalls: () => void;
  onLookCalls: () => void;
}

const ROW_HEIGHT = { wide: 40, narrow: 76 };

/** The last calls to portals. */
export function CallsPart(props: CallsPartProps) {
  const {
    privacy: { calls: words },
  } = useDashboardText();
  const { calls, onRetryCalls, onLookCalls } = props;
  const hasCalls = calls.state === 'ready' && calls.value.length > 0;
  return (
    <Block title={words.heading}>
      <p class="quiet">{words.text}</p>
      <div class="inline-actions">
        <button type="button" class="button" onClick={onLookCalls}>
          {words.refresh}
        </button>
        {hasCalls && <FileButtons {...props} />}
      </div>
      <Answered answer={calls} onRetry={onRetryCalls}>
        {(all) => (all.length === 0 ? <Empty {...words.none} /> : <Calls {...props} all={all} />)}
      </Answered>
    </Block>
  );
}

function Calls({ all, now, calledPortal, onCalledPortal }: CallsPartProps & { all: readonly Call[] }) {
  const {
    privacy: { calls: words },
  } = useDashboardText();
  const shown = useMemo(() => callsTo(all, calledPortal), [all, calledPortal]);
  const columns = useColumns(now);
  const origins = [...new Set([...calledPortals(all), ...(calledPortal === null ? [] : [calledPortal])])];
  return (
    <>
      <div class="toolbar">
        <ChoiceField
          label={words.portal}
          value={calledPortal ?? ''}
          options={[['', words.anyPortal], ...origins.map((origin) => [origin, hostOf(origin)] as const)]}
          onChange={(origin) => onCalledPortal(origin === '' ? null : origin)}
        />
      </div>
      <p class="quiet table-told" role="status">
        {words.count(shown.length)}
      </p>
      {shown.length === 0 ? (
        <Empty {...words.noneOfPortal} />
      ) : (
        <WindowedTable
          label={words.heading}
          rows={shown}
          keyOf={({ number }) => number}
          rowHeight={ROW_HEIGHT}
          columns={columns}
        />
      )}
    </>
  );
}

function useColumns(now: number): readonly TableColumn<Call>[] {
  const text = useText();
  const { privacy, health } = useDashboardText();
  const { column, outcome } = privacy.calls;
  return useMemo<TableColumn<Call>[]>(
    () => [
      {
        id: 'calledAt',
        name: column.time,
        cell: ({ at }) => <time dateTime={new Date(at).toISOString()}>{text.time(at, now)}</time>,
      },
      {
        id: 'calledPortal',
        name: column.portal,
        cell: (call) => <Cut text={hostOf(originOf(call))} />,
      },
      { id: 'action', name: column.action, cell: (call) => <Cut text={actionOf(call, privacy.calls)} /> },
      { id: 'took', name: column.duration, cell: ({ ms }) => health.duration(ms) },
      {
        id: 'outcome',
        name: column.outcome,
        cell: (call) => <Outcome outcome={call.outcome} name={outcome[call.outcome]} />,
      },
    ],
    [text, privacy, health, now],
  );
}

const Cut = ({ text }: { text: string }) => (
  <span class="cell-sentence" title={text}>
    {text}
  </span>
);

function Outcome({ outcome, name }: { outcome: CallOutcome; name: string }) {
  const isAnswered = outcome === 'answered';
  return (
    <span class="mark" data-tone={isAnswered ? 'good' : 'warning'}>
      <Icon name={isAnswered ? 'roomy' : 'near'} />
      {name}
    </span>
  );
}
