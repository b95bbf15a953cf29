import type { Attention } from '../../domain/attention.ts';
import { attentionSentence, type TurnTold, turnSentence } from '../../domain/card-sentences.ts';
import type { Saving } from '../../domain/cards-text.ts';
import { titleOf } from '../../domain/dialog-names.ts';
import type { SupportDialog } from '../../domain/dialogs.ts';
import { type DialogNote, LONGEST_ALIAS, LONGEST_NOTE, LONGEST_TICKET, LONGEST_URL } from '../../domain/notes.ts';
import type { SnoozeChoice } from '../../domain/snooze.ts';
import { Icon } from '../Icon.tsx';
import { useCardText, useText } from '../text-context.ts';
import { CardActions, type CardChrome, CardLead, CardShell } from './CardShell.tsx';
import { type Copy, CopyButton } from './CopyButton.tsx';
import { Snooze } from './Snooze.tsx';
import { TagField } from './TagField.tsx';
import { SavingLine, TextField } from './TextField.tsx';

export interface DialogCardProps extends CardChrome {
  dialog: SupportDialog;
  note: DialogNote;
  now: number;
  /** Null: nobody could tell whose turn it is. */
  turn: TurnTold | null;
  attention: Attention | null;
  /** The task's address is none. */
  hasTaskProblem: boolean;
  /** Address that opens the dialog in the portal. */
  link: string;
  saving: Saving;
  onChange: (changes: Partial<DialogNote>) => void;
  onSnooze: (choice: SnoozeChoice) => void;
  onUnsnooze: () => void;
  onOpenDialog: (dialogId: string) => void;
  onCopy: Copy;
  onClose: () => void;
}

/** What the user adds to one dialog, and what is known of its course. */
export function DialogCard(props: DialogCardProps) {
  const text = useText();
  const words = useCardText();
  const { dialog, note, onChange } = props;
  const title = titleOf(text, dialog);
  return (
    <CardShell {...props} kind="dialog" title={note.alias || title}>
      <CardLead>
        {note.alias && <p class="quiet">{words.dialog.inPortal(title)}</p>}
        <Course {...props} />
      </CardLead>
      <Snooze {...props} until={note.snoozedUntil} />
      <TextField
        label={words.dialog.alias}
        hint={words.dialog.aliasHint}
        value={note.alias}
        maxLength={LONGEST_ALIAS}
        onChange={(alias) => onChange({ alias })}
      />
      <TagField tags={note.tags} onChange={(tags) => onChange({ tags })} />
      <TextField
        label={words.dialog.note}
        value={note.text}
        rows={4}
        maxLength={LONGEST_NOTE}
        onChange={(value) => onChange({ text: value })}
      />
      <Task {...props} />
      <Ticket {...props} />
      <SavingLine saving={props.saving} text={note.text} onCopy={props.onCopy} />
      <CardActions>
        <button type="button" class="button strong" onClick={() => props.onOpenDialog(dialog.dialogId)}>
          {words.dialog.open}
        </button>
        <CopyButton text={props.link} onCopy={props.onCopy} label={words.dialog.copyLink} />
      </CardActions>
    </CardShell>
  );
}

function Course({ dialog, turn, attention, now }: DialogCardProps) {
  const text = useText();
  const words = useCardText();
  return (
    <>
      <p class="dialog-status" data-status={dialog.status}>
        <Icon name={dialog.status} />
        {text.dialogs.status[dialog.status]}
      </p>
      <p title={turn ? text.time(turn.since, now) : undefined}>{turnSentence(words, turn, now)}</p>
      {attention && (
        <p class="mark" data-tone="warning">
          <Icon name="near" />
          {attentionSentence(words, attention, now)}
        </p>
      )}
    </>
  );
}

function Task({ note, hasTaskProblem, onChange }: DialogCardProps) {
  const { dialog } = useCardText();
  return (
    <div class="desk-part">
      <TextField
        label={dialog.task}
        hint={dialog.taskHint}
        value={note.taskUrl}
        maxLength={LONGEST_URL}
        problem={hasTaskProblem ? dialog.taskProblem : null}
        onChange={(taskUrl) => onChange({ taskUrl })}
      />
      {!hasTaskProblem && /^https?:\/\//i.test(note.taskUrl) && (
        <a class="text-link" href={note.taskUrl} target="_blank" rel="noreferrer noopener">
          {dialog.openTask}
        </a>
      )}
    </div>
  );
}

/** Support's number comes from the portal; one entered by hand stands in for it. */
function Ticket({ dialog, note, onChange, onCopy }: DialogCardProps) {
  const text = useText();
  const words = useCardText();
  const number = note.ticket || dialog.ticket;
  const source = note.ticket ? text.slots.source.user : text.slots.source.portal;
  return (
    <div class="desk-part">
      {number ? (
        <p>
          {words.dialog.ticketNumber(number)} <span class="quiet">{source}</span>
        </p>
      ) : null}
      {(dialog.ticket === null || note.ticket !== '') && (
        <TextField
          label={dialog.ticket === null ? words.dialog.ticket : words.dialog.ticketOwn}
          hint={words.dialog.ticketHint}
          value={note.ticket}
          maxLength={LONGEST_TICKET}
          onChange={(ticket) => onChange({ ticket })}
        />
      )}
      {number ? <CopyButton text={number} onCopy={onCopy} label={words.dialog.copyNumber} look="button" /> : null}
    </div>
  );
}
