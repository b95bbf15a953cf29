import type { JSX } from 'preact';
import { LONGEST_NAME, LONGEST_REASON } from '../../../domain/access/record.ts';
import { stateWords } from '../../../domain/access/sentences.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { LONGEST_TICKET } from '../../../domain/notes.ts';
import type { AnswerName, RecordProblem, RegisterMessages } from '../../../domain/register-text.ts';
import { TextField } from '../../cards/TextField.tsx';
import { useAccessText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import {
  answersLeft,
  type CorrectionField,
  type CorrectionTexts,
  correctionProblems,
  isCorrectable,
} from './correction.ts';
import { DayChoice } from './DayChoice.tsx';
import { ChoiceField, type DialogChoice, DialogField, MomentField } from './fields.tsx';
import { SaveLine, type SaveState } from './SaveLine.tsx';
import { useAttempts } from './use-attempts.ts';

export interface CorrectionFormProps {
  row: RegisterRow;
  texts: CorrectionTexts;
  now: number;
  dialogs: readonly DialogChoice[];
  state: SaveState;
  onChange: (changes: Partial<CorrectionTexts>) => void;
  onSave: () => void;
  onClose: () => void;
}

/** Puts a record right; what stood there before stays in its history. */
export function CorrectionForm(props: CorrectionFormProps) {
  const { register } = useDashboardText();
  const { row, texts, now, state, onSave, onClose } = props;
  const { form: element, attempts, attempt } = useAttempts();
  const isChecked = attempts > 0;
  const problems = correctionProblems(row, texts, now);
  const hasProblems = Object.keys(problems).length > 0;
  const save = (event: JSX.TargetedEvent<HTMLFormElement, Event>) => {
    event.preventDefault();
    attempt();
    if (!hasProblems && state !== 'saving') onSave();
  };
  return (
    <form class="record-form" aria-label={register.form.correct} noValidate ref={element} onSubmit={save}>
      <p class="quiet">{register.form.correctLead}</p>
      <Fields {...props} problems={problems} isChecked={isChecked} />
      <SaveLine state={state} hasProblems={isChecked && hasProblems} onCancel={onClose} />
    </form>
  );
}

interface FieldsProps extends CorrectionFormProps {
  problems: Partial<Record<CorrectionField, RecordProblem>>;
  /** True once somebody wanted to save. */
  isChecked: boolean;
}

function Fields(props: FieldsProps) {
  const { register } = useDashboardText();
  const access = useAccessText();
  const { form } = register;
  const { row, texts, dialogs, onChange } = props;
  const has = (field: CorrectionField) => isCorrectable(row, texts, field);
  return (
    <>
      {has('answer') && (
        <ChoiceField
          label={form.state}
          value={texts.answer}
          options={[['', form.asItIs(stateWords(access, row))], ...answersOf(row, form)]}
          onChange={(answer) => onChange({ answer: answer as CorrectionTexts['answer'] })}
        />
      )}
      <Moment {...props} field="at" label={texts.answer === 'granted' ? form.grantedAt : form.answerAt} />
      {has('name') && (
        <Line
          {...props}
          field="name"
          label={row.kind === 'partner' ? form.partnerName : form.name}
          longest={LONGEST_NAME}
        />
      )}
      {has('days') && <Days {...props} />}
      <Moment {...props} field="requestedAt" label={form.requestedAt} />
      <Moment {...props} field="startsAt" label={row.kind === 'vendor' ? form.startsAt : form.since} />
      <Line {...props} field="answerer" label={form.answerer} longest={LONGEST_NAME} />
      <Line {...props} field="ticket" label={form.ticket} longest={LONGEST_TICKET} />
      {has('chatId') && (
        <DialogField
          label={form.dialog}
          none={form.noDialog}
          unlisted={form.unlisted}
          value={texts.chatId}
          dialogs={dialogs}
          onChange={(chatId) => onChange({ chatId })}
        />
      )}
      <Line {...props} field="reason" label={form.reason} longest={LONGEST_REASON} rows={3} />
    </>
  );
}

const answersOf = (row: RegisterRow, form: RegisterMessages['form']): (readonly [string, string])[] =>
  answersLeft(row).map((answer) => [answer, wordsOf(row.kind, form)[answer]]);

const wordsOf = (kind: RegisterRow['kind'], form: RegisterMessages['form']): Record<AnswerName, string> => {
  if (kind === 'integrator') return { ...form.vendorAnswer, ended: form.integratorAnswer };
  return kind === 'partner' ? form.partnerAnswer : form.vendorAnswer;
};

type LineProps = FieldsProps & { field: CorrectionField; label: string; longest: number; rows?: number };

function Line({ row, texts, problems, isChecked, onChange, field, label, longest, rows }: LineProps) {
  const { register } = useDashboardText();
  const problem = isChecked && problems[field];
  if (!isCorrectable(row, texts, field)) return null;
  return (
    <TextField
      label={label}
      value={texts[field]}
      maxLength={longest}
      problem={problem ? register.form.problem[problem] : null}
      onChange={(value) => onChange({ [field]: value })}
      {...(rows && { rows })}
    />
  );
}

type MomentProps = FieldsProps & { field: 'at' | 'requestedAt' | 'startsAt'; label: string };

function Moment({ row, texts, problems, isChecked, now, onChange, field, label }: MomentProps) {
  const { register } = useDashboardText();
  const problem = isChecked && problems[field];
  if (!isCorrectable(row, texts, field)) return null;
  return (
    <MomentField
      label={label}
      value={texts[field]}
      now={now}
      problem={problem ? register.form.problem[problem] : null}
      onChange={(value) => onChange({ [field]: value })}
    />
  );
}

/** Unlike the other fields it says at once what is wrong: a number is short. */
function Days({ texts, problems, onChange }: FieldsProps) {
  const { register } = useDashboardText();
  return (
    <DayChoice
      legend={register.form.days}
      value={texts.days}
      problem={problems.days ? register.form.problem[problems.days] : null}
      onChange={(days) => onChange({ days })}
    />
  );
}
