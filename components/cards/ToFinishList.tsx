import { finishSentence } from '../../domain/card-sentences.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import type { GuardCardProps, GuardDialog } from './guard-props.ts';

/** More would turn the card into a second list of dialogs. */
export const SHOWN_AT_MOST = 5;

type ToFinishListProps = Pick<GuardCardProps, 'toFinish' | 'now' | 'onOpenDialog'>;

/** Which dialogs to finish first, each with its reason and a way to it. */
export function ToFinishList({ toFinish, now, onOpenDialog }: ToFinishListProps) {
  const text = useCardText();
  if (toFinish.length === 0) return <p class="quiet">{text.guard.nothingToFinish}</p>;
  const rest = toFinish.length - SHOWN_AT_MOST;
  return (
    <section class="desk-part" aria-label={text.guard.toFinish}>
      <h3 class="section-title">{text.guard.toFinish}</h3>
      <ul class="desk-rows">
        {toFinish.slice(0, SHOWN_AT_MOST).map((dialog) => (
          <li key={dialog.chatId} class="desk-row">
            <DialogWords dialog={dialog} now={now} />
            <button
              type="button"
              class="text-button"
              aria-label={text.shell.openNamed(dialog.name)}
              onClick={() => onOpenDialog(dialog.dialogId)}
            >
              {text.shell.open}
            </button>
          </li>
        ))}
      </ul>
      {rest > 0 && <p class="quiet">{text.guard.toFinishMore(rest)}</p>}
    </section>
  );
}

/** A dialog's name and why it is listed. */
export function DialogWords({ dialog, now }: { dialog: GuardDialog; now: number }) {
  const text = useCardText();
  return (
    <span class="desk-row-words">
      <span class="desk-row-name" dir="auto">
        {dialog.name}
      </span>
      <span class="quiet">{finishSentence(text, dialog, now)}</span>
      {dialog.looksFinished && (
        <span class="mark" data-tone="good">
          <Icon name="roomy" />
          {text.guard.looksFinished}
        </span>
      )}
    </span>
  );
}
