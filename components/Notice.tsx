import type { ComponentChildren } from 'preact';
import type { Messages, Trouble } from '../domain/text.ts';
import type { PortalView } from '../domain/view.ts';
import { Icon, type IconName } from './Icon.tsx';

interface NoticeProps {
  trouble: Trouble;
  tone: 'warning' | 'quiet';
  icon: IconName;
  children?: ComponentChildren;
}

/** A trouble in three steps: what happened, what it means, what to do. */
export function Notice({ trouble, tone, icon, children }: NoticeProps) {
  return (
    <div class="notice" data-tone={tone}>
      <Icon name={icon} size={16} />
      <div>
        <p class="notice-what">{trouble.what}</p>
        <p>
          {trouble.meaning}. {trouble.next}.
        </p>
        {children}
      </div>
    </div>
  );
}

/** What is wrong with a portal's reading, null when all is well. */
export function troubleOf(text: Messages, view: PortalView): Trouble | null {
  const { session } = view;
  const trouble = session.failure && text.trouble[session.failure];
  if (session.state === 'unsupported' && session.reason) return text.unsupported[session.reason];
  if (session.state === 'signedOut') return text.trouble.signedOut;
  if (view.slots.at === null || view.slots.level === 'unread') {
    return session.state === 'degraded' && trouble
      ? { ...trouble, meaning: trouble.meaningUnread ?? trouble.meaning }
      : null;
  }
  if (!view.slots.stale) return null;
  return session.state === 'degraded' && trouble ? trouble : text.stale;
}
