import { DAY } from '../../../domain/access/record.ts';
import { lengthWords, senderWords, unbelievedWords } from '../../../domain/access/sentences.ts';
import type { AccessMessages } from '../../../domain/access/text.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import type { RegisterMessages } from '../../../domain/register-text.ts';
import type { Messages } from '../../../domain/text.ts';
import { useAccessText, useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { answererWords } from './record-words.ts';

/** ms: an older age is a date, and that stands there already. */
const WEEK = 7 * DAY;

interface Fact {
  name: string;
  value: string;
  /** Where it comes from, or what else there is to it. */
  under?: string | null;
}

/** The fields of a record; what is not known says so. */
export function RecordFacts({ row, now }: { row: RegisterRow; now: number }) {
  const text = useText();
  const access = useAccessText();
  const { register } = useDashboardText();
  const time = (at: number | null) => (at === null ? '' : text.time(at, now));
  const { pane } = register;
  const facts: Fact[] = [
    ...requestFacts(row, now, text, { access, register }),
    ...senderFacts(row, { access, register }),
    ...answerFacts(row, time, { access, register }),
    ...lengthFacts(row, time, { access, register }),
    ...(row.kind === 'vendor' ? [{ name: pane.ticket, value: row.ticket }] : []),
    ...(row.kind === 'vendor'
      ? [{ name: pane.dialog, value: row.dialogName, under: row.dialog && pane.linked[row.dialog.source] }]
      : []),
    ...(row.kind === 'vendor' || row.kind === 'partner' ? [{ name: pane.reason, value: row.reason }] : []),
  ];
  return (
    <dl class="facts pane-facts">
      {facts.map(({ name, value, under }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd dir="auto">
            {value || <span class="quiet">{pane.notSet}</span>}
            {under && <span class="fact-under quiet">{under}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Words {
  access: AccessMessages;
  register: RegisterMessages;
}

type Time = (at: number | null) => string;

/** When it was asked for; an account was never asked for. */
function requestFacts(row: RegisterRow, now: number, text: Messages, { access, register }: Words): Fact[] {
  if (row.kind === 'integrator') return [];
  const { requestedAt } = row;
  const under = now - requestedAt < WEEK ? access.age(requestedAt, now) : null;
  return [{ name: register.pane.requested, value: text.time(requestedAt, now), under }];
}

function senderFacts(row: RegisterRow, { access, register }: Words): Fact[] {
  const { pane } = register;
  const copies = row.copies.length > 1 ? pane.copies(row.copies.length) : null;
  if (row.kind === 'integrator') return [{ name: pane.account, value: row.userId }];
  return [
    { name: pane.sender, value: senderWords(access, row), under: copies },
    ...(row.kind === 'partner' ? [{ name: pane.partner, value: row.partnerName }] : []),
  ];
}

function answerFacts(row: RegisterRow, time: Time, words: Words): Fact[] {
  const { pane } = words.register;
  if (row.kind === 'integrator' || row.kind === 'lookalike' || (row.answeredAt === null && row.answeredBy === null)) {
    return [];
  }
  return [
    { name: pane.answered, value: time(row.answeredAt) },
    { name: pane.answerer, value: answererWords(row, words) },
  ];
}

function lengthFacts(row: RegisterRow, time: Time, { access, register }: Words): Fact[] {
  const { pane } = register;
  const ended = 'endedAt' in row && row.endedAt !== null ? [{ name: pane.ended, value: time(row.endedAt) }] : [];
  switch (row.kind) {
    case 'vendor':
      return [
        { name: pane.length, value: lengthWords(access, row), under: unbelievedWords(access, row) },
        ...(row.startsAt === null ? [] : [{ name: pane.starts, value: time(row.startsAt) }]),
        ...(row.endsAt === null || row.state === 'declined' ? [] : [{ name: pane.ends, value: time(row.endsAt) }]),
        ...ended,
      ];
    case 'partner':
      return [...(row.startsAt === null ? [] : [{ name: pane.starts, value: time(row.startsAt) }]), ...ended];
    case 'integrator':
      return [
        {
          name: pane.starts,
          value: time(row.since),
          under: row.isSinceKnown ? null : access.clockLine.sinceAtLeast(access.date(row.since, row.since)),
        },
        ...ended,
      ];
    case 'lookalike':
      return [];
  }
}
