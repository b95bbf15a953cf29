import { nameOf, titleOf } from '../domain/dialog-names.ts';
import type { Unread } from '../domain/dialogs.ts';
import { spanLine } from '../domain/sentences.ts';
import type { DialogView } from '../domain/view.ts';
import { AttentionMark } from './AttentionMark.tsx';
import { DialogExtras } from './DialogExtras.tsx';
import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface DialogRowProps {
  dialog: DialogView;
  now: number;
  onOpen: (dialog: DialogView) => void;
  /** Without it there are none to be seen. */
  onDetails: ((dialog: DialogView) => void) | null;
}

/** One dialog: the row is the button that opens it, beside it the one for its details. */
export function DialogRow({ dialog, now, onOpen, onDetails }: DialogRowProps) {
  const text = useText();
  const title = titleOf(text, dialog);
  const name = nameOf(text, dialog);
  const details = text.dialogs.details(name);
  return (
    <div class="dialog-item">
      <button type="button" class="dialog-row" data-status={dialog.status} onClick={() => onOpen(dialog)}>
        <span class="dialog-title" dir="auto" title={name}>
          {name}
        </span>
        <UnreadBadge unread={dialog.unread} />
        {dialog.alias && dialog.alias !== title && (
          <span class="dialog-portal-title quiet" dir="auto" title={title}>
            {title}
          </span>
        )}
        <span class="dialog-facts">
          <span class="dialog-status" data-status={dialog.status}>
            <Icon name={dialog.status} />
            {text.dialogs.status[dialog.status]}
          </span>
          {dialog.isMain && <span class="tag">{text.dialogs.mainChat}</span>}
          <UnreadWords unread={dialog.unread} />
          <Course dialog={dialog} now={now} />
        </span>
        <DialogExtras dialog={dialog} now={now} />
      </button>
      {onDetails && (
        <button
          type="button"
          class="icon-button"
          aria-label={details}
          title={details}
          onClick={() => onDetails(dialog)}
        >
          <Icon name="details" size={16} />
        </button>
      )}
    </div>
  );
}

/** Where the dialog stands, with one time: whose turn it is since when, else the last activity. */
function Course({ dialog, now }: { dialog: DialogView; now: number }) {
  const text = useText();
  const { attention, turn, lastActivityAt: at } = dialog;
  if (attention?.kind === 'waiting') return <AttentionMark attention={attention} now={now} />;
  if (turn && dialog.status !== 'close') {
    return (
      <span class="quiet" title={text.dialogs.lastActivity(text.time(turn.at, now))}>
        {text.dialogs.turn[turn.author]} {spanLine(text, turn.since, now)}
      </span>
    );
  }
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
