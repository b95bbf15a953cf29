import { attentionSentence, turnSentence } from '../../domain/card-sentences.ts';
import type { Saving } from '../../domain/cards-text.ts';
import { titleOf } from '../../domain/dialog-names.ts';
import { type DialogNote, LONGEST_ALIAS, LONGEST_NOTE, LONGEST_TICKET, LONGEST_URL } from '../../domain/notes.ts';
import type { SnoozeChoice } from '../../domain/snooze.ts';
import type { DialogDetails } from '../../domain/view.ts';
import { type Copy, CopyButton } from '../cards/CopyButton.tsx';
import { Snooze } from '../cards/Snooze.tsx';
import { TagField } from '../cards/TagField.tsx';
import { SavingLine, TextField } from '../cards/TextField.tsx';
import { useHeldFocus } from '../held-focus.ts';
import { Icon } from '../Icon.tsx';
import { useCardText, useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';
import { useReadOnly } from './read-only-context.ts';

export interface DialogPaneProps {
  dialog: DialogDetails;
  /** What the user has typed so far, saved or not. */
  note: DialogNote;
  now: number;
  /** The task's address is none. */
  hasTaskProblem: boolean;
  /** Address that opens the dialog in the portal. */
  link: string;
  /** Null: nothing was changed yet. */
  saving: Saving | null;
  opening: 'none' | 'inTab' | 'failed';
  onChange: (changes: Partial<DialogNote>) => void;
  /** The user left a field. */
  onBlur: () => void;
  onSnooze: (choice: SnoozeChoice) => void;
  onUnsnooze: () => void;
  onOpenDialog: () => void;
  onCopy: Copy;
  onClose: () => void;
}

/** What is known of one dialog, and what the user adds to it. */
export function DialogPane(props: DialogPaneProps) {
  const text = useText();
  const { dialogs: words } = useDashboardText();
  const { dialog, note, onClose } = props;
  const pane = useHeldFocus<HTMLElement>();
  const title = titleOf(text, dialog);
  return (
    <aside
      class="pane"
      aria-label={words.details(note.alias || title)}
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
      onFocusOut={props.onBlur}
    >
      <div class="pane-head">
        <h2 class="pane-title" dir="auto">
          {note.alias || title}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words.closeDetails}
          title={words.closeDetails}
          onClick={onClose}
        >
          <Icon name="cross" size={16} />
        </button>
      </div>
      <Course {...props} title={title} />
      <Ways {...props} />
      <Snooze {...props} until={note.snoozedUntil} />
      <Fields {...props} />
    </aside>
  );
}

function Course({ dialog, note, now, title }: DialogPaneProps & { title: string }) {
  const text = useText();
  const cards = useCardText();
  const turn = dialog.turn && { ...dialog.turn, worked: null };
  return (
    <div class="desk-part">
      {note.alias !== '' && <p class="quiet">{cards.dialog.inPortal(title)}</p>}
      <p class="dialog-status" data-status={dialog.status}>
        <Icon name={dialog.status} />
        {text.dialogs.status[dialog.status]}
      </p>
      {dialog.status !== 'close' && (
        <p title={turn ? text.time(turn.since, now) : undefined}>{turnSentence(cards, turn, now)}</p>
      )}
      {dialog.lastActivityAt !== null && (
        <p class="quiet">{text.dialogs.lastActivity(text.time(dialog.lastActivityAt, now))}</p>
      )}
      {dialog.attention && (
        <p class="mark" data-tone={dialog.attention.kind === 'refused' ? 'danger' : 'warning'}>
          <Icon name="near" />
          {attentionSentence(cards, dialog.attention, now)}
        </p>
      )}
    </div>
  );
}

/** Ways to the dialog itself. */
function Ways({ link, opening, onOpenDialog, onCopy }: DialogPaneProps) {
  const cards = useCardText();
  const { dialogs: words } = useDashboardText();
  return (
    <div class="inline-actions">
      <button type="button" class="button strong" onClick={onOpenDialog}>
        {words.open}
      </button>
      <CopyButton text={link} onCopy={onCopy} label={cards.dialog.copyLink} look="button" />
      <span class="quiet" role="status">
        {opening === 'none' ? '' : opening === 'inTab' ? words.openedInTab : words.openFailed}
      </span>
    </div>
  );
}

function Fields({ dialog, note, hasTaskProblem, saving, onChange, onCopy }: DialogPaneProps) {
  const text = useText();
  const isReadOnly = useReadOnly();
  /** Without a listener a field is for reading and copying. */
  const typing = (take: (value: string) => void) => (isReadOnly ? {} : { onChange: take });
  const { dialog: words } = useCardText();
  const ticket = note.ticket || dialog.ticket || '';
  return (
    <>
      <TextField
        label={words.alias}
        hint={words.aliasHint}
        value={note.alias}
        maxLength={LONGEST_ALIAS}
        {...typing((alias) => onChange({ alias }))}
      />
      <fieldset class="fixed-field" disabled={isReadOnly}>
        <TagField tags={note.tags} onChange={(tags) => onChange({ tags })} />
      </fieldset>
      <TextField
        label={words.note}
        value={note.text}
        rows={6}
        maxLength={LONGEST_NOTE}
        {...typing((value) => onChange({ text: value }))}
      />
      <TextField
        label={words.task}
        hint={words.taskHint}
        value={note.taskUrl}
        maxLength={LONGEST_URL}
        problem={hasTaskProblem ? words.taskProblem : null}
        {...typing((taskUrl) => onChange({ taskUrl }))}
      />
      {note.taskUrl !== '' && !hasTaskProblem && (
        <a class="text-link" href={note.taskUrl} target="_blank" rel="noreferrer noopener">
          {words.openTask}
        </a>
      )}
      <TextField
        label={words.ticketOwn}
        hint={words.ticketHint}
        value={note.ticket}
        maxLength={LONGEST_TICKET}
        {...typing((value) => onChange({ ticket: value }))}
      />
      {ticket !== '' && (
        <div class="inline-actions">
          <span>
            {words.ticketNumber(ticket)}{' '}
            <span class="quiet">{note.ticket ? text.slots.source.user : text.slots.source.portal}</span>
          </span>
          <CopyButton text={ticket} onCopy={onCopy} label={words.copyNumber} look="button" />
        </div>
      )}
      {saving && <SavingLine saving={saving} text={note.text} onCopy={onCopy} />}
    </>
  );
}
