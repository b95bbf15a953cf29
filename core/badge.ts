/** The toolbar badge: the most pressing portal in at most four characters, all portals in the tooltip. */
import type { BackgroundMessages } from '../domain/background-text.ts';
import { chipLabel, spanLine, tooltipLine } from '../domain/sentences.ts';
import type { Messages } from '../domain/text.ts';
import { byUrgency, isUncertain, needsAccessAnswer } from '../domain/urgency.ts';
import type { PortalSummary } from '../domain/view.ts';
import { backgroundLocaleFor } from '../locales/background/catalogue.ts';
import { localeFor } from '../locales/catalogue.ts';

export interface Badge {
  text: string;
  title: string;
  background: string;
  colour: string;
}

type Tone = 'danger' | 'warning' | 'plain' | 'quiet';

const BACKGROUND: Record<Tone, string> = {
  danger: '#b3261e',
  warning: '#f2b861',
  plain: '#3d4eac',
  quiet: '#5b6875',
};

/** A request for access waits, or an access should have ended: more than any number of dialogs. */
const ACCESS_SIGN = '!';

function toneOf(view: PortalSummary): Tone {
  if (needsAccessAnswer(view)) return 'danger';
  if (isUncertain(view)) return 'quiet';
  if (view.slots.level === 'over' || view.slots.level === 'full') return 'danger';
  return view.slots.level === 'near' ? 'warning' : 'plain';
}

const MOST_CHARACTERS = 4;

/** A count cut to what fits: never other digits than its own. */
const short = (count: number): string => (String(count).length <= MOST_CHARACTERS ? String(count) : '999+');

/** What the badge can hold of a count: `3/5`, of `12/20` only `12`. */
function badgeText(view: PortalSummary): string {
  const { used, limit, level } = view.slots;
  if (needsAccessAnswer(view)) return ACCESS_SIGN;
  if (view.session.state === 'signedOut' || used === null || limit === null || level === 'unread') return '?';
  if (limit.kind === 'off' || limit.kind === 'single') return '';
  if (limit.kind === 'unlimited') return used > 0 ? short(used) : '';
  const full = `${used}/${limit.max}`;
  return full.length <= MOST_CHARACTERS ? full : short(used);
}

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

/** Merges all portals into one badge; `language` is the browser's. */
export function badgeFor(views: readonly PortalSummary[], language: string, now = Date.now()): Badge {
  const { messages } = localeFor(language);
  const words = backgroundLocaleFor(language).messages.tooltip;
  // Access can be recorded by hand where dialogs cannot be read.
  const ours = byUrgency(views.filter((view) => view.session.state !== 'unsupported' || needsAccessAnswer(view)));
  const first = ours[0];
  const isAnythingKnown = first && (chipLabel(messages, first) !== '…' || first.slots.used !== null);
  const lines = byUrgency(views).map((view) =>
    tooltipLine(messages, view, now, accessNews(words, messages, view, now)),
  );
  const tone = first ? toneOf(first) : 'quiet';
  return {
    text: first && (isAnythingKnown || needsAccessAnswer(first)) ? badgeText(first) : '',
    title: [messages.product.name, ...lines].join('\n'),
    background: BACKGROUND[tone],
    colour: tone === 'warning' ? '#1d2733' : '#ffffff',
  };
}
