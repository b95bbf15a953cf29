import { useEffect, useId, useRef } from 'preact/hooks';
import type { Saving } from '../../domain/cards-text.ts';
import type { SecretKind } from '../../domain/secrets.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { type Copy, CopyButton } from './CopyButton.tsx';

export interface TextFieldProps {
  label: string;
  value: string;
  /** Without it the field is for reading and copying only. */
  onChange?: (value: string) => void;
  /** More than one: a field of several lines. */
  rows?: number;
  hint?: string | null;
  /** What is wrong with the value; told to screen readers with the field. */
  problem?: string | null;
  maxLength?: number;
  /** Language of the contents, where it is not the interface's. */
  lang?: string;
  isRequired?: boolean;
  saving?: Saving;
  /** Needed with `saving`: the way out when saving fails. */
  onCopy?: Copy;
  secretKinds?: readonly SecretKind[];
  /** The first thing to write in a step that somebody has just chosen. */
  takesFocus?: boolean;
}

/** The share of a field that is left when it is worth saying so. */
const NEARLY_FULL = 0.1;

/** A labelled field with all there is to say about it below; the writing direction follows the text. */
export function TextField(props: TextFieldProps) {
  const { label, value, onChange, rows = 1, hint, problem, maxLength, secretKinds = [] } = props;
  const { shell } = useCardText();
  const id = useId();
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (props.takesFocus) field.current?.focus();
  }, []);
  const described = [hint && `${id}-hint`, problem && `${id}-problem`, secretKinds.length > 0 && `${id}-secrets`];
  const common = {
    id,
    class: 'field',
    dir: 'auto' as const,
    value,
    lang: props.lang,
    maxLength,
    readOnly: !onChange,
    required: props.isRequired,
    'aria-invalid': problem ? true : undefined,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    onInput: (event: { currentTarget: { value: string } }) => onChange?.(event.currentTarget.value),
  };
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {label}
        {props.isRequired && <span class="quiet"> {shell.required}</span>}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {rows > 1 ? (
        <textarea {...common} ref={field} rows={rows} />
      ) : (
        <input {...common} ref={field} type="text" autocomplete="off" />
      )}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          <Icon name="near" />
          {problem}
        </p>
      )}
      <SecretsLine id={`${id}-secrets`} kinds={secretKinds} />
      <FieldState {...props} />
    </div>
  );
}

function FieldState({ value, maxLength, saving, onCopy }: TextFieldProps) {
  const { shell } = useCardText();
  const left = (maxLength ?? 0) - value.length;
  return (
    <>
      {maxLength !== undefined && left <= maxLength * NEARLY_FULL && <p class="quiet">{shell.charactersLeft(left)}</p>}
      {saving && <SavingLine saving={saving} text={value} {...(onCopy && { onCopy })} />}
    </>
  );
}

interface SavingLineProps {
  saving: Saving;
  text: string;
  onCopy?: Copy;
}

/** Whether what was typed would survive the tab. */
export function SavingLine({ saving, text, onCopy }: SavingLineProps) {
  const { shell } = useCardText();
  const isLost = saving === 'notSaved';
  return (
    <div class="saving" data-saving={saving}>
      <Icon name={isLost ? 'near' : saving === 'saved' ? 'roomy' : 'clock'} />
      <span role="status">{shell.saving[saving]}</span>
      {isLost && onCopy && text !== '' && <CopyButton text={text} onCopy={onCopy} />}
    </div>
  );
}

/** A calm line under a field in which something like a password stands. */
export function SecretsLine({ id, kinds }: { id?: string; kinds: readonly SecretKind[] }) {
  const { shell, list } = useCardText();
  if (kinds.length === 0) return null;
  const names = [...new Set(kinds)].map((kind) => shell.secret[kind]);
  return (
    <p class="field-problem" id={id}>
      <Icon name="near" />
      {shell.secretsUnder(list(names))}
    </p>
  );
}
