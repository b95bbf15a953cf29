/** What a notification says of a request or an access. */
import { accessLine, waitLine } from '../domain/access/lines.ts';
import type { AccessRecord, GrantRecord, Reminder } from '../domain/access/record.ts';
import type { AccessNotifications } from '../domain/background-text.ts';
import type { Messages } from '../domain/text.ts';
import { backgroundLocaleFor } from '../locales/background/catalogue.ts';

/** Characters of somebody's name that a notification shows: whoever imitates support may choose a long one. */
const LONGEST_NAME = 60;

interface Portal {
  key: string;
  origin: string;
  language: string;
}

/**
 * Id, title and text of the notification for a reminder; nothing that support wrote is in it. There is one id for a
 * record: what is told of it later takes the place of what was told before.
 */
export function accessNotificationOf(
  record: AccessRecord,
  reminder: Reminder,
  portal: Portal,
  messages: Messages,
  now: number,
) {
  const words = backgroundLocaleFor(portal.language).messages.notification.access;
  return {
    id: `access|${portal.key}|${record.id}`,
    title: `${words.title[titleOf(record, reminder)]} · ${new URL(portal.origin).host}`,
    message: messageOf(record, reminder, { words, messages, now }),
  };
}

function titleOf(record: AccessRecord, { kind }: Reminder): keyof AccessNotifications['title'] {
  if (kind !== 'new') return kind;
  if (record.kind === 'partner') return 'partner';
  return record.state === 'seen' ? 'probable' : 'request';
}

interface Telling {
  words: AccessNotifications;
  messages: Messages;
  now: number;
}

function messageOf(record: AccessRecord, { kind }: Reminder, telling: Telling): string {
  const { words, messages, now } = telling;
  if (kind === 'lookalike') return words.lookalike(short(record.sender.name));
  if (kind === 'pending') return words.pending(waitLine(messages, record, now));
  switch (record.kind) {
    case 'vendor':
      return kind === 'new' ? requestMessage(record, telling) : grantMessage(record, kind, telling);
    case 'partner':
      return words.partner(short(record.partnerName));
    case 'integrator':
      return words.review(short(record.sender.name), messages.date(record.since, now));
    case 'lookalike':
      return words.lookalike(short(record.sender.name));
  }
}

function requestMessage({ state, days, daysSource }: GrantRecord, { words, messages: { access } }: Telling): string {
  if (state === 'seen') return words.probable;
  return words.request(access.length(days, false), access.source[daysSource]);
}

function grantMessage(record: GrantRecord, kind: Reminder['kind'], { words, messages, now }: Telling): string {
  const source = messages.access.source[record.daysSource];
  if (kind === 'ticketClosed') return words.ticketClosed(accessLine(messages, record, now));
  if (kind === 'before') return words.before(accessLine(messages, record, now), source);
  return words.ended(messages.date(record.endsAt ?? now, now), source);
}

const short = (name: string): string => name.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '');
