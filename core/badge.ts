/** The toolbar badge: the most pressing portal in at most four characters, all portals in the tooltip. */
import type { BackgroundMessages } from '../domain/background-text.ts';
import { inboxBadge } from '../domain/inbox/badge.ts';
import type { InboxItem, InboxTone } from '../domain/inbox/item.ts';
import { spanLine, tooltipLine } from '../domain/sentences.ts';
import type { Messages } from '../domain/text.ts';
import type { PortalSummary } from '../domain/view.ts';
import { backgroundLocaleFor } from '../locales/background/catalogue.ts';
import { localeFor } from '../locales/catalogue.ts';

export interface Badge {
  text: string;
  title: string;
  background: string;
  colour: string;
}

const BACKGROUND: Record<InboxTone, string> = {
  danger: '#b3261e',
  warning: '#f2b861',
  plain: '#3d4eac',
  quiet: '#5b6875',
};

/** What there is of access on a portal, from the numbers alone; what was asked of a user who has left is old news. */
function accessNews(
  words: BackgroundMessages['tooltip'],
  messages: Messages,
  { access, session }: PortalSummary,
  now: number,
): string[] {
  const { pending, pendingSince, overdue, warnings, running, nextEndAt } = access;
  const isTheirs = session.state !== 'signedOut';
  const news: string[] = [];
  if (isTheirs && warnings > 0) news.push(words.warned);
  if (isTheirs && pending > 0) news.push(words.pending(pending, spanLine(messages, pendingSince ?? now, now)));
  if (overdue > 0) news.push(words.overdue);
  if (running > overdue && nextEndAt !== null && nextEndAt > now)
    news.push(words.running(messages.date(nextEndAt, now)));
  return news;
}

/** What the badge is made of: all portals and what needs a person there. */
export interface BadgeNews {
  portals: readonly PortalSummary[];
  /** In the order of the inbox. */
  items: readonly InboxItem[];
}

/** Merges all portals into one badge; `language` is the browser's, or the one that the user has chosen. */
export function badgeFor({ portals, items }: BadgeNews, language: string, now = Date.now()): Badge {
  const { messages } = localeFor(language);
  const words = backgroundLocaleFor(language).messages.tooltip;
  const { text, tone, parts, unnamedCount } = inboxBadge(portals, items);
  const byKey = new Map(portals.map((portal) => [portal.key, portal]));
  const lines = parts.flatMap(({ key }) => {
    const view = byKey.get(key);
    return view ? tooltipLine(messages, view, now, accessNews(words, messages, view, now)) : [];
  });
  const more = unnamedCount > 0 ? [words.more(unnamedCount)] : [];
  return {
    text,
    title: [messages.product.name, ...lines, ...more].join('\n'),
    background: BACKGROUND[tone],
    colour: tone === 'warning' ? '#1d2733' : '#ffffff',
  };
}
