import { useId, useMemo } from 'preact/hooks';
import { JOURNAL_GROUPS, type JournalGroup } from '../../domain/dashboard-text.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';
import { FileButtons, type FileButtonsProps } from './FileButtons.tsx';
import type { JournalLine } from './journal-words.ts';
import { PeriodPicker, type PeriodPickerProps } from './PeriodPicker.tsx';
import { periodOf } from './report-period.ts';
import { type Answer, Answered, Empty, PageHead } from './States.tsx';
import { type TableColumn, WindowedTable } from './WindowedTable.tsx';

export interface JournalPageProps extends PeriodPickerProps, FileButtonsProps {
  lines: Answer<readonly JournalLine[]>;
  /** True while older entries are still on their way. */
  isLoadingOlder?: boolean;
  group: JournalGroup | 'any';
  onGroup: (group: JournalGroup | 'any') => void;
  onRetry: () => void;
}

const ROW_HEIGHT = { wide: 40, narrow: 72 };
const ICONS: Record<JournalGroup, IconName> = {
  slots: 'full',
  dialogs: 'open',
  messages: 'near',
  drafts: 'clock',
  overrides: 'over',
  access: 'key',
  applications: 'refresh',
  portal: 'switchedOff',
  rules: 'rule',
};

/** What happened on a portal, in words. */
export function JournalPage(props: JournalPageProps) {
  const { journal: words, rail } = useDashboardText();
  const { lines, choice, now, onChoose, onRetry, group } = props;
  const { isLoadingOlder = false } = props;
  const hasLines = lines.state === 'ready' && lines.value.length > 0;
  return (
    <>
      <PageHead title={rail.section.journal} lead={words.lead}>
        {hasLines && !isLoadingOlder && <FileButtons {...props} />}
      </PageHead>
      <PeriodPicker {...{ choice, now, onChoose }}>
        <GroupChoice {...props} />
      </PeriodPicker>
      {periodOf(choice, now) && (
        <Answered answer={lines} onRetry={onRetry}>
          {(all) => (
            <Lines
              lines={all.filter((line) => group === 'any' || line.group === group)}
              isAll={all.length === 0}
              isLoadingOlder={isLoadingOlder}
              now={now}
            />
          )}
        </Answered>
      )}
    </>
  );
}

function GroupChoice({ group, onGroup }: JournalPageProps) {
  const { journal: words } = useDashboardText();
  const id = useId();
  return (
    <div class="tool">
      <label class="field-label" for={id}>
        {words.groupLabel}
      </label>
      <select
        id={id}
        class="field"
        value={group}
        onChange={({ currentTarget }) => onGroup(currentTarget.value as JournalGroup | 'any')}
      >
        <option value="any">{words.anyGroup}</option>
        {JOURNAL_GROUPS.map((each) => (
          <option key={each} value={each}>
            {words.group[each]}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LinesProps {
  lines: readonly JournalLine[];
  /** True when there are none of any kind. */
  isAll: boolean;
  isLoadingOlder: boolean;
  now: number;
}

function Lines({ lines, isAll, isLoadingOlder, now }: LinesProps) {
  const text = useText();
  const { journal: words, rail } = useDashboardText();
  const columns = useMemo<TableColumn<JournalLine>[]>(
    () => [
      {
        id: 'event',
        name: words.event,
        cell: ({ sentence }) => (
          <span class="cell-sentence" title={sentence} dir="auto">
            {sentence}
          </span>
        ),
      },
      {
        id: 'kind',
        name: words.kind,
        cell: ({ group }) => (
          <span class="mark" data-tone="quiet">
            <Icon name={ICONS[group]} />
            {words.group[group]}
          </span>
        ),
      },
      {
        id: 'time',
        name: words.time,
        cell: ({ entry: { at } }) => <time dateTime={new Date(at).toISOString()}>{text.time(at, now)}</time>,
      },
    ],
    [text, words, now],
  );
  if (lines.length === 0) return <Empty {...(isAll ? words.none : words.noneOfGroup)} />;
  return (
    <>
      <p class="quiet table-told" role="status">
        {words.count(lines.length)}
        {isLoadingOlder && ` ${words.loadingOlder}`}
      </p>
      <WindowedTable
        label={rail.section.journal}
        rows={lines}
        keyOf={({ id }) => id}
        rowHeight={ROW_HEIGHT}
        columns={columns}
      />
    </>
  );
}
