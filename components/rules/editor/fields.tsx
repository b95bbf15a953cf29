/** The fields of a rule's form: each knows its path, and says below itself what is wrong with it. */
import type { ComponentChildren } from 'preact';
import type { RuleField } from '../../../domain/rules-editor-text.ts';
import { Icon } from '../../Icon.tsx';
import { useRulesText } from '../rules-text-context.ts';
import { useRunsText } from '../runs/runs-text-context.ts';
import { useEditing } from './editor-context.ts';
import { troubleText } from './problem-words.ts';

/** Id of the element that a path's problem is about. */
export const fieldId = (path: string): string => `rule-field-${path}`;

interface FieldProps {
  path: string;
  field: RuleField;
  /** Other than the field's own; its hint is left out then. */
  label?: string;
  /** The heading above says the same: the label is only spoken. */
  isNamedAbove?: boolean;
}

/** The attributes of a control, and what stands around it. */
function useField({ path, field, label, isNamedAbove = false }: FieldProps) {
  const { editor } = useRulesText();
  const { problem: words } = useRunsText().runs;
  const { problems } = useEditing();
  const id = fieldId(path);
  const hint = label === undefined ? editor.hint[field] : undefined;
  const found = problems.filter((problem) => problem.path === path).map(({ problem }) => troubleText(words[problem]));
  const described = [hint && `${id}-hint`, found.length > 0 && `${id}-problem`].filter(Boolean).join(' ');
  return {
    control: { id, 'aria-invalid': found.length > 0 || undefined, 'aria-describedby': described || undefined },
    around: { id, label: label ?? editor.field[field], isNamedAbove, hint, problem: found.join(' ') },
  };
}

interface AroundProps {
  id: string;
  label: string;
  isNamedAbove: boolean;
  hint: string | undefined;
  problem: string;
  children: ComponentChildren;
}

function Around({ id, label, isNamedAbove, hint, problem, children }: AroundProps) {
  return (
    <div class="field-group">
      <label class={isNamedAbove ? 'for-screen-reader' : 'field-label'} for={id}>
        {label}
      </label>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p class="field-problem" id={`${id}-problem`}>
          <Icon name="near" />
          <span>{problem}</span>
        </p>
      )}
    </div>
  );
}

interface TextProps extends FieldProps {
  value: unknown;
  longest: number;
  rows?: number;
  list?: string;
  isCode?: boolean;
  onChange: (text: string) => void;
}

/** What stands in a field for a value; what is no text is shown as JSON has it. */
const shown = (value: unknown): string =>
  typeof value === 'string' ? value : value === undefined || value === null ? '' : JSON.stringify(value);

/** A text; longer ones are taken as they are and told of, since cutting them off would lose something. */
export function RuleText({ value, longest, rows = 1, list, isCode, onChange, ...place }: TextProps) {
  const { control, around } = useField(place);
  const common = {
    ...control,
    class: 'field',
    dir: isCode ? ('ltr' as const) : ('auto' as const),
    spellcheck: !isCode,
    value: shown(value),
    maxLength: Math.max(longest, shown(value).length),
    onInput: ({ currentTarget }: { currentTarget: { value: string } }) => onChange(currentTarget.value),
  };
  return (
    <Around {...around}>
      {rows > 1 ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input {...common} type="text" autocomplete="off" list={list} />
      )}
    </Around>
  );
}

interface NumberProps extends FieldProps {
  value: unknown;
  /** An empty field is null, and not a mistake. */
  isOptional?: boolean;
  onChange: (value: number | string | null) => void;
}

/** A number; what is none yet stays as it was typed. */
export function RuleNumber({ value, isOptional, onChange, ...place }: NumberProps) {
  const { control, around } = useField(place);
  const take = (typed: string) => {
    if (isOptional && typed.trim() === '') return onChange(null);
    const isNumber = /^\s*-?\d{1,12}(?:[.,]\d{1,6})?\s*$/.test(typed);
    onChange(isNumber ? Number(typed.replace(',', '.')) : typed);
  };
  return (
    <Around {...around}>
      <input
        {...control}
        class="field rule-number"
        type="text"
        inputMode="decimal"
        autocomplete="off"
        maxLength={20}
        value={shown(value)}
        onInput={({ currentTarget }) => take(currentTarget.value)}
      />
    </Around>
  );
}

export type Option = readonly [value: string, name: string];

interface ChoiceProps extends FieldProps {
  value: string;
  options: readonly Option[];
  /** Options below a heading each. */
  groups?: readonly (readonly [name: string, options: readonly Option[]])[];
  onChange: (value: string) => void;
}

export function RuleChoice({ value, options, groups = [], onChange, ...place }: ChoiceProps) {
  const { control, around } = useField(place);
  const optionOf = ([each, name]: Option) => (
    <option key={each} value={each}>
      {name}
    </option>
  );
  return (
    <Around {...around}>
      <select {...control} class="field" value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        {options.map(optionOf)}
        {groups.map(([name, inside]) => (
          <optgroup key={name} label={name}>
            {inside.map(optionOf)}
          </optgroup>
        ))}
      </select>
    </Around>
  );
}

interface NativeProps extends FieldProps {
  type: 'time' | 'datetime-local';
  value: string;
  onChange: (value: string) => void;
}

/** A time as the browser lets people choose it. */
export function RuleTime({ type, value, onChange, ...place }: NativeProps) {
  const { control, around } = useField(place);
  return (
    <Around {...around}>
      <input
        {...control}
        class="field rule-time"
        type={type}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </Around>
  );
}

/** What is wrong with a whole part, such as that it has no actions. */
export function PartProblem({ path }: { path: string }) {
  const { problem: words } = useRunsText().runs;
  const { problems } = useEditing();
  const found = problems.find((problem) => problem.path === path);
  if (!found) return null;
  return (
    <p class="field-problem" id={`${fieldId(path)}-problem`}>
      <Icon name="near" />
      <span>{troubleText(words[found.problem])}</span>
    </p>
  );
}
