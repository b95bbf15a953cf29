import type { JSX } from 'preact';
import { LONGEST_NAME, LONGEST_REASON } from '../../../domain/access/record.ts';
import { LONGEST_TICKET } from '../../../domain/notes.ts';
import { ANSWERS } from '../../../domain/register-text.ts';
import { TextField } from '../../cards/TextField.tsx';
import { useHeldFocus } from '../../held-focus.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { DayChoice } from './DayChoice.tsx';
import { type EntryField, type EntryProblems, type EntryTexts, entryProblems, hasField } from './entry.ts';
import { ChoiceField, type DialogChoice, DialogField, MomentField } from './fields.tsx';
import { SaveLine, type SaveState } from './SaveLine.tsx';
import { useAttempts } from './use-attempts.ts';

export interface EntryFormProps {
  texts: EntryTexts;
  now: number;
  dialogs: readonly DialogChoice[];
  state: SaveState;
  onChange: (changes: Partial<EntryTexts>) => void;
  onSave: () => void;
  onClose: () => void;
}

const KINDS = ['vendor', 'partner', 'integrator'] as const;

/** Writes down an access that Latchdesk could not learn of. */
export function EntryForm(props: EntryFormProps) {
  const { register } = useDashboardText();
  const { form } = register;
  const { texts, now, state, onClose, onSave } = props;
  const pane = useHeldFocus<HTMLElement>();
  const { form: element, attempts, attempt } = useAttempts();
  const isChecked = attempts > 0;
  const problems = entryProblems(texts, now);
  const hasProblems = Object.keys(problems).length > 0;
  const save = (event: JSX.TargetedEvent<HTMLFormElement, Event>) => {
    event.preventDefault();
    attempt();
    if (!hasProblems && state !== 'saving') onSave();
  };
  return (
    <aside
      class="pane"
      aria-label={form.title}
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && onClose()}
    >
      <div class="pane-head">
        <h2 class="pane-title">{form.title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={register.pane.close}
          title={register.pane.close}
          onClick={onClose}
        >
          <Icon name="cross" size={16} />
        </button>
      </div>
      <p class="quiet">{form.lead}</p>
      <form class="record-form" noValidate ref={element} onSubmit={save}>
        <Fields {...props} problems={isChecked ? problems : {}} />
        <SaveLine state={state} hasProblems={isChecked && hasProblems} onCancel={onClose} />
      </form>
    </aside>
  );
}

type FieldsProps = EntryFormProps & { problems: EntryProblems };

function Fields(props: FieldsProps) {
  const { register } = useDashboardText();
  const { form } = register;
  const { texts, dialogs, onChange } = props;
  const isVendor = texts.kind === 'vendor';
  const startLabel = !isVendor ? form.since : texts.state === 'declined' ? form.declinedAt : form.grantedAt;
  return (
    <>
      <ChoiceField
        label={form.kind}
        hint={form.kindHint[texts.kind]}
        value={texts.kind}
        options={KINDS.map((kind) => [kind, register.kind[kind]] as const)}
        onChange={(kind) => onChange({ kind: kind as EntryTexts['kind'] })}
      />
      <Line {...props} field="partnerName" label={form.partnerName} longest={LONGEST_NAME} isRequired />
      <Line {...props} field="name" label={form.name} longest={LONGEST_NAME} isRequired />
      <Line {...props} field="userId" label={form.userId} hint={form.userIdHint} longest={12} />
      {isVendor && (
        <ChoiceField
          label={form.state}
          value={texts.state}
          options={[
            ['pending', form.pending],
            ...ANSWERS.map((answer) => [answer, form.vendorAnswer[answer]] as const),
          ]}
          onChange={(state) => onChange({ state: state as EntryTexts['state'] })}
        />
      )}
      <Moment {...props} field="requestedAt" label={form.requestedAt} />
      <Moment {...props} field="startsAt" label={startLabel} />
      <Moment {...props} field="endedAt" label={form.endedAt} hint={form.endedAtHint} />
      <Days {...props} />
      <Line {...props} field="answerer" label={form.answerer} hint={form.answererHint} longest={LONGEST_NAME} />
      <Line {...props} field="ticket" label={form.ticket} longest={LONGEST_TICKET} />
      {hasField(texts, 'chatId') && (
        <DialogField
          label={form.dialog}
          none={form.noDialog}
          unlisted={form.unlisted}
          value={texts.chatId}
          dialogs={dialogs}
          onChange={(chatId) => onChange({ chatId })}
        />
      )}
      <Line {...props} field="reason" label={form.reason} hint={form.reasonHint} longest={LONGEST_REASON} rows={3} />
    </>
  );
}

interface LineProps extends FieldsProps {
  field: EntryField;
  label: string;
  hint?: string;
  longest: number;
  rows?: number;
  isRequired?: boolean;
}

function Line({ texts, problems, onChange, field, label, hint, longest, rows, isRequired }: LineProps) {
  const { register } = useDashboardText();
  const problem = problems[field];
  if (!hasField(texts, field)) return null;
  return (
    <TextField
      label={label}
      value={texts[field]}
      maxLength={longest}
      problem={problem ? register.form.problem[problem] : null}
      onChange={(value) => onChange({ [field]: value })}
      {...(hint && { hint })}
      {...(rows && { rows })}
      {...(isRequired && { isRequired })}
    />
  );
}

type MomentProps = FieldsProps & { field: 'requestedAt' | 'startsAt' | 'endedAt'; label: string; hint?: string };

function Moment({ texts, problems, now, onChange, field, label, hint }: MomentProps) {
  const { register } = useDashboardText();
  const problem = problems[field];
  if (!hasField(texts, field)) return null;
  return (
    <MomentField
      label={label}
      value={texts[field]}
      now={now}
      problem={problem ? register.form.problem[problem] : null}
      onChange={(value) => onChange({ [field]: value })}
      {...(hint && { hint })}
    />
  );
}

/** Unlike the other fields it says at once what is wrong: a number is short. */
function Days({ texts, now, onChange }: FieldsProps) {
  const { register } = useDashboardText();
  if (!hasField(texts, 'days')) return null;
  const { days: problem } = entryProblems(texts, now);
  return (
    <DayChoice
      legend={register.form.days}
      value={texts.days}
      problem={problem ? register.form.problem[problem] : null}
      onChange={(days) => onChange({ days })}
    />
  );
}
