import { useMemo, useState } from 'preact/hooks';
import { type InboxItem, toneOf } from '../../domain/inbox/item.ts';
import { inboxSentence, inboxSince, leadOf } from '../../domain/inbox/sentences.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useText } from '../text-context.ts';
import { onArrowKeys } from './arrow-keys.ts';
import { useInboxText } from './inbox-text-context.ts';
import { PortalName } from './PortalName.tsx';

export interface InboxListProps {
  /** The most urgent first. */
  items: readonly InboxItem[];
  /** The portals they are of. */
  portals: readonly PortalView[];
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** Leads to where it is done. */
  onOpen: (item: InboxItem) => void;
  /** Nothing may be changed: what would lead to a form leads to the list instead. */
  isReadOnly?: boolean;
  /** How many lines there are before the rest is folded away. */
  limit?: number;
}

/** Beyond these nobody reads at a glance. */
const FIRST_LOOK = 6;
/** A thousand lines more are a list to work through elsewhere, and drawing them would take as long as reading. */
const MOST_LINES = 100;

const ICONS: Record<InboxItem['reason']['kind'], IconName> = {
  lookalike: 'near',
  request: 'key',
  probable: 'key',
  partner: 'key',
  overdue: 'key',
  ending: 'key',
  ticketClosed: 'key',
  unclear: 'key',
  refused: 'near',
  over: 'over',
  full: 'full',
  waiting: 'open',
  idle: 'clock',
  parked: 'roomy',
  reinstall: 'refresh',
  ruleUncertain: 'near',
  ruleOff: 'switchedOff',
  signedOut: 'unread',
  unreadable: 'unread',
};

/** What needs a person on all portals: a line each, which leads to where it is done. */
export function InboxList(props: InboxListProps) {
  const { items, portals, limit = FIRST_LOOK } = props;
  const inbox = useInboxText();
  const [isUnfolded, setUnfolded] = useState(false);
  const byKey = useMemo(() => new Map(portals.map((portal) => [portal.key, portal])), [portals]);
  const severalUsers = useMemo(() => originsOfSeveral(portals), [portals]);
  if (items.length === 0) return <p class="inbox-nothing quiet">{inbox.nothing}</p>;
  const shown = items.slice(0, isUnfolded ? MOST_LINES : limit);
  const left = Math.min(items.length, MOST_LINES) - limit;
  return (
    <div class="inbox">
      <ul class="inbox-list" aria-label={inbox.heading} onKeyDown={onArrowKeys}>
        {shown.map((item) => {
          const portal = byKey.get(item.portal);
          const user = portal && severalUsers.has(portal.origin) ? inbox.user(portal.userId) : '';
          return <InboxLine key={item.id} {...props} item={item} portal={portal} user={user} />;
        })}
      </ul>
      {left > 0 && (
        <button
          type="button"
          class="fold text-button"
          aria-expanded={isUnfolded}
          onClick={() => setUnfolded((before) => !before)}
        >
          <Icon name="chevron" />
          {isUnfolded ? inbox.fewer : inbox.more(left)}
        </button>
      )}
      {isUnfolded && items.length > MOST_LINES && <p class="quiet">{inbox.beyond(items.length - MOST_LINES)}</p>}
    </div>
  );
}

interface LineProps extends InboxListProps {
  item: InboxItem;
  portal: PortalView | undefined;
  /** Empty where the portal has one user only. */
  user: string;
}

function InboxLine({ item, portal, user, now, onOpen, isReadOnly = false }: LineProps) {
  const text = useText();
  const inbox = useInboxText();
  const { reason } = item;
  const since = inboxSince({ text, now }, item, portal);
  return (
    <li>
      <button type="button" class="inbox-line" data-row data-tone={toneOf(reason)} onClick={() => onOpen(item)}>
        <Icon name={ICONS[reason.kind]} size={16} />
        <span class="inbox-words">
          <span class="inbox-sentence">{inboxSentence({ text, inbox, now }, item, portal)}</span>
          <span class="inbox-facts quiet">
            {portal ? <PortalName portal={portal} /> : item.host && <span>{item.host}</span>}
            {user && <span>{user}</span>}
            {since && <span>{since}</span>}
            <span class="inbox-lead">{inbox.lead[leadOf(reason, isReadOnly)]}</span>
          </span>
        </span>
      </button>
    </li>
  );
}

/** Origins that are known with more than one user. */
export function originsOfSeveral(portals: readonly Pick<PortalView, 'origin'>[]): ReadonlySet<string> {
  const once = new Set<string>();
  const several = new Set<string>();
  for (const { origin } of portals) (once.has(origin) ? several : once).add(origin);
  return several;
}
