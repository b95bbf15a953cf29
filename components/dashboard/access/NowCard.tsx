import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { isGuessed } from '../../../domain/access/record.ts';
import {
  accessTitle,
  clockWords,
  lengthWords,
  requestedWords,
  senderWords,
  unbelievedWords,
} from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useAccessText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { ClockRing } from './ClockRing.tsx';
import { Judgements } from './Judgements.tsx';
import { News, WhereElse } from './News.tsx';
import { toneOf } from './now-words.ts';
import { Rest } from './Rest.tsx';
import type { RecordActions, RecordNews } from './record-actions.ts';
import { answererWords } from './record-words.ts';
import { nameOfRecord } from './register-rows.ts';

export interface NowCardProps extends RecordActions {
  row: RegisterRow;
  now: number;
  news: RecordNews | null;
}

/** One request, access or warning that is worth a look now. */
export function NowCard(props: NowCardProps) {
  const { row, now } = props;
  const access = useAccessText();
  const id = useId();
  const tone = toneOf(row);
  const hasClock = row.kind === 'vendor' && row.endsAt !== null && row.state !== 'unknown';
  return (
    <article class="now-card" data-tone={tone} aria-labelledby={id}>
      <div class="now-card-head">
        {hasClock && row.endsAt !== null ? (
          <ClockRing startsAt={row.startsAt} endsAt={row.endsAt} now={now} />
        ) : (
          <span class="now-card-sign">
            <Icon name={ICONS[row.state] ?? 'key'} size={20} />
          </span>
        )}
        <div class="now-card-words">
          <h3 class="now-card-title" id={id}>
            {accessTitle(access, row, now)}
          </h3>
          <Words {...props} />
        </div>
      </div>
      <Facts {...props} />
      <Actions {...props} />
    </article>
  );
}

const ICONS: Partial<Record<RegisterRow['state'], IconName>> = {
  seen: 'key',
  pending: 'key',
  warned: 'near',
  unknown: 'near',
  active: 'open',
};

/** Who and since when; below a clock the source of its length. */
function Words({ row, now }: NowCardProps) {
  const access = useAccessText();
  const { register } = useDashboardText();
  const lines: (string | null)[] =
    row.state === 'warned' && row.kind === 'lookalike'
      ? [senderWords(access, row), register.seenTimes(row.count, access.age(row.lastAt, now))]
      : row.kind === 'vendor' && row.endsAt !== null && row.state !== 'unknown'
        ? [lengthWords(access, row), unbelievedWords(access, row)]
        : row.state === 'active'
          ? [clockWords(access, row, now)]
          : [senderWords(access, row), requestedWords(access, row, now)];
  return (
    <>
      {row.kind === 'vendor' && row.state === 'pending' && (
        <p class="quiet">
          {lengthWords(access, row)}
          {row.unbelievedDays !== null && `. ${unbelievedWords(access, row)}`}
        </p>
      )}
      {lines.filter(Boolean).map((line) => (
        <p key={line} class="quiet" dir="auto">
          {line}
        </p>
      ))}
      {row.setAsideAt !== null && row.answeredAt === null && <p class="quiet">{register.setAside}</p>}
    </>
  );
}

/** Ticket, dialog, who agreed and why, as far as they are known. */
function Facts({ row }: NowCardProps) {
  const { register } = useDashboardText();
  const access = useAccessText();
  const { pane } = register;
  const guess = isGuessed(row.dialog) && row.dialogName ? pane.linked[row.dialog.source] : '';
  const facts: [name: string, value: string, under?: string][] = [
    [pane.ticket, row.ticket],
    [pane.dialog, row.dialogName, guess],
    [pane.answerer, row.answeredAt === null ? '' : answererWords(row, { access, register })],
    [pane.reason, row.reason],
  ];
  const known = facts.filter(([, value]) => value !== '');
  if (known.length === 0) return null;
  return (
    <dl class="facts">
      {known.map(([name, value, under]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">
            {value}
            {under && <span class="fact-under quiet">{under}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Actions(props: NowCardProps) {
  const { row, now, news } = props;
  const { register } = useDashboardText();
  const name = nameOfRecord(row, register);
  const isRunning = row.kind === 'vendor' && row.endsAt !== null && row.state !== 'unknown';
  const isRevoking = isRunning && news?.id === row.id && news.what !== 'notDone' && news.what !== 'saved';
  return (
    <div class="now-card-actions">
      <div class="inline-actions">
        {row.kind === 'lookalike' ? (
          <>
            <Judgements row={row} onTell={props.onTell} />
            <Press onPress={() => props.onOpen(row)}>{register.openMessage}</Press>
          </>
        ) : row.state === 'unknown' ? (
          <>
            <Press onPress={() => props.onDetails(row)}>{register.clarify}</Press>
            <Press onPress={() => props.onOpen(row)}>{register.openMessage}</Press>
          </>
        ) : row.state === 'active' ? (
          row.copies.length > 0 && <Press onPress={() => props.onOpen(row)}>{register.openMessage}</Press>
        ) : (
          <Press onPress={() => props.onOpen(row)} isStrong={!isRunning || row.state === 'overdue'}>
            {isRunning ? register.revoke : register.open}
          </Press>
        )}
        {row.kind !== 'lookalike' && <Judgements row={row} onTell={props.onTell} />}
        {row.state !== 'unknown' && (
          <Press
            onPress={() => props.onDetails(row)}
            {...(row.state !== 'overdue' && { label: register.detailsNamed(name) })}
          >
            {row.state === 'overdue' ? register.clarify : register.details}
          </Press>
        )}
        {row.kind !== 'lookalike' && row.state !== 'active' && (
          <Rest
            until={row.snoozedUntil}
            now={now}
            onSnooze={(choice) => props.onSnooze(row, choice)}
            onUnsnooze={() => props.onUnsnooze(row)}
          />
        )}
      </div>
      <News news={news?.id === row.id ? news : null} />
      {isRevoking && <WhereElse />}
    </div>
  );
}

interface PressProps {
  onPress: () => void;
  children: ComponentChildren;
  isStrong?: boolean;
  label?: string;
}

function Press({ onPress, children, isStrong = false, label }: PressProps) {
  return (
    <button type="button" class={isStrong ? 'button strong' : 'button'} aria-label={label} onClick={onPress}>
      {children}
    </button>
  );
}
