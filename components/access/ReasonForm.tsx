import { useId } from 'preact/hooks';
import { LONGEST_REASON } from '../../domain/access/record.ts';
import { LONGEST_TICKET } from '../../domain/notes.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';
import { DialogSelect } from './DialogSelect.tsx';
import { Facts } from './Facts.tsx';

/** After an answer that was given here: what it was for, asked once and free to leave out. */
export function ReasonForm(props: BannerProps) {
  const { item, typed, saving, onType, onReason } = props;
  const { reason, rules, button } = useBannerText();
  const id = useId();
  const isDeclined = item.state === 'declined';
  const isSaving = saving === 'saving';
  return (
    <>
      <Facts {...props} />
      {item.kind === 'vendor' && <p>{isDeclined ? rules.tellsItself : `${rules.tellsItself} ${rules.anyTime}`}</p>}
      <div class="access-field">
        <label for={id}>{isDeclined ? reason.declinedLabel : reason.grantedLabel}</label>
        <p class="quiet" id={`${id}-hint`}>
          {reason.hint}
        </p>
        <textarea
          id={id}
          class="field"
          rows={2}
          dir="auto"
          maxLength={LONGEST_REASON}
          value={typed.reason}
          aria-describedby={`${id}-hint`}
          onInput={(event) => onType({ ...typed, reason: event.currentTarget.value })}
        />
      </div>
      <TicketFields {...props} />
      <div class="access-actions">
        <button
          type="button"
          class="button strong"
          aria-disabled={isSaving}
          onClick={() => !isSaving && onReason(false)}
        >
          {button.save}
        </button>
      </div>
    </>
  );
}

function TicketFields({ typed, dialogs, onType }: BannerProps) {
  const { reason } = useBannerText();
  const id = useId();
  return (
    <div class="access-pair">
      <div class="access-field">
        <label for={id}>{reason.ticket}</label>
        <input
          id={id}
          class="field"
          type="text"
          autocomplete="off"
          maxLength={LONGEST_TICKET}
          value={typed.ticket}
          onInput={(event) => onType({ ...typed, ticket: event.currentTarget.value })}
        />
      </div>
      <DialogSelect
        label={reason.dialog}
        nothing={reason.noDialog}
        dialogs={dialogs}
        value={typed.chatId}
        onChange={(chatId) => onType({ ...typed, chatId })}
      />
    </div>
  );
}
