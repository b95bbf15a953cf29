/** Fields of the register's forms: a moment, and a choice. */
import { useId } from 'preact/hooks';
import { Icon } from '../../Icon.tsx';
import { momentText } from './record-input.ts';

interface MomentFieldProps {
  label: string;
  hint?: string;
  value: string;
  now: number;
  problem: string | null;
  onChange: (value: string) => void;
}

/** Date and time, as the browser lets people choose them. */
export function MomentField({ label, hint, value, now, problem, onChange }: MomentFieldProps) {
  const id = useId();
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <input
        id={id}
        class="field"
        type="datetime-local"
        max={momentText(now)}
        value={value}
        aria-invalid={problem !== null || undefined}
        aria-describedby={described || undefined}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      {problem !== null && (
        <p class="field-problem" id={`${id}-problem`}>
          <Icon name="near" />
          {problem}
        </p>
      )}
    </div>
  );
}

interface ChoiceFieldProps {
  label: string;
  hint?: string | undefined;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  onChange: (value: string) => void;
}

export function ChoiceField({ label, hint, value, options, onChange }: ChoiceFieldProps) {
  const id = useId();
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {label}
      </label>
      <select
        id={id}
        class="field"
        value={value}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A dialog that a record can be linked with. */
export interface DialogChoice {
  chatId: number;
  name: string;
}

interface DialogFieldProps {
  label: string;
  none: string;
  /** Names a dialog that is not in the list. */
  unlisted: (chatId: number) => string;
  /** Chat id as a text; empty: none. */
  value: string;
  dialogs: readonly DialogChoice[];
  onChange: (value: string) => void;
}

/** Which dialog with support it belongs to. */
export function DialogField({ label, none, unlisted, value, dialogs, onChange }: DialogFieldProps) {
  const isListed = value === '' || dialogs.some(({ chatId }) => String(chatId) === value);
  return (
    <ChoiceField
      label={label}
      value={value}
      options={[
        ['', none],
        ...(isListed ? [] : [[value, unlisted(Number(value))] as const]),
        ...dialogs.map(({ chatId, name }) => [String(chatId), name] as const),
      ]}
      onChange={onChange}
    />
  );
}
