import type { SupportDialog, Unread } from '../domain/dialogs.ts';
import type { Messages } from '../domain/text.ts';
import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface DialogRowProps {
  dialog: SupportDialog;
  now: number;
  onOpen: (dialog: SupportDialog) => void;
}

/** One dialog: the whole row is the button that opens it. */
export function DialogRow({ dialog, now, onOpen }: DialogRowProps) {
  const text = useText();
  const title = titleOf(text, dialog);
  return (
    <button type="button" class="dialog-row" data-status={dialog.status} onClick={() => onOpen(dialog)}>
      <span class="dialog-title" title={title}>
        {title}
      </span>
      <UnreadBadge unread={dialog.unread} />
      <span class="dialog-facts">
        <span class="dialog-status" data-status={dialog.status}>
          <Icon name={dialog.status} />
          {text.dialogs.status[dialog.status]}
        </span>
        {dialog.isMain && <span class="dialog-main">{text.dialogs.mainChat}</span>}
        <UnreadWords unread={dialog.unread} />
        <LastActivity at={dialog.lastActivityAt} now={now} />
      </span>
    </button>
  );
}

/** The title as the portal wrote it, or what stands for it until it is known. */
export function titleOf(text: Messages, dialog: SupportDialog): string {
  if (dialog.title?.trim()) return dialog.title;
  return dialog.isMain ? text.dialogs.mainTitle : text.dialogs.untitled(dialog.chatId);
}

function LastActivity({ at, now }: { at: number | null; now: number }) {
  const text = useText();
  if (at === null) return <span class="quiet">{text.dialogs.noActivity}</span>;
  return (
    <time class="quiet" dateTime={new Date(at).toISOString()} title={text.dialogs.lastActivity(text.time(at, now))}>
      {text.age(at, now)}
    </time>
  );
}

/** The number stands in the corner; what is no number is said in words below the title. */
function UnreadBadge({ unread }: { unread: Unread }) {
  const text = useText();
  if (typeof unread !== 'number' || unread === 0) return null;
  return (
    <span class="badge" title={text.dialogs.unread(unread)}>
      <span aria-hidden="true">{text.number(unread)}</span>
      <span class="for-screen-reader">{text.dialogs.unread(unread)}</span>
    </span>
  );
}

function UnreadWords({ unread }: { unread: Unread }) {
  const text = useText();
  if (typeof unread === 'number') return null;
  if (unread === 'unknown') return <span class="quiet">{text.dialogs.unreadUnknown}</span>;
  return (
    <span class="dialog-unread">
      <span class="unread-dot" />
      {text.dialogs.unreadSome}
    </span>
  );
}
