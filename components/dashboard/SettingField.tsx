import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';

export interface SettingFieldProps<T> {
  label: string;
  hint?: string;
  value: T;
  textOf: (value: T) => string;
  /** Null for what makes no sense. */
  parse: (text: string) => T | null;
  /** Told while what is typed makes no sense. */
  problem: string;
  /** Id of a list of choices. */
  list?: string;
  inputMode?: 'numeric' | 'decimal' | 'text';
  onChange: (value: T) => void;
}

/** A field that keeps what was typed, and hands on only what makes sense. */
export function SettingField<T extends string | number>(props: SettingFieldProps<T>) {
  const { label, hint, value, textOf, parse, problem, onChange } = props;
  const id = useId();
  const [typed, setTyped] = useState(() => textOf(value));
  const handedOn = useRef(value);
  const isWrong = parse(typed) === null;

  // Changed somewhere else: what is typed here gives way, unless it is just being typed.
  useEffect(() => {
    if (value === handedOn.current) return;
    handedOn.current = value;
    setTyped(textOf(value));
  }, [value]);

  const take = (text: string) => {
    setTyped(text);
    const parsed = parse(text);
    if (parsed === null || parsed === handedOn.current) return;
    handedOn.current = parsed;
    onChange(parsed);
  };
  const described = [hint && `${id}-hint`, isWrong && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div class="field-group setting-field">
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
        type="text"
        autocomplete="off"
        list={props.list}
        inputMode={props.inputMode}
        value={typed}
        aria-invalid={isWrong || undefined}
        aria-describedby={described || undefined}
        onInput={({ currentTarget }) => take(currentTarget.value)}
      />
      <div role="status">
        {isWrong && (
          <p class="field-problem" id={`${id}-problem`}>
            <Icon name="near" />
            {problem}
          </p>
        )}
      </div>
    </div>
  );
}
