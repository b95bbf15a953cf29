import { useId, useState } from 'preact/hooks';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { DAY_PRESETS } from './record-input.ts';

interface DayChoiceProps {
  legend: string;
  hint?: string;
  /** As it was typed. */
  value: string;
  /** What is wrong with it; null: nothing. */
  problem: string | null;
  onChange: (value: string) => void;
}

/** One of the usual lengths, or a number of one's own. */
export function DayChoice({ legend, hint, value, problem, onChange }: DayChoiceProps) {
  const { register } = useDashboardText();
  const id = useId();
  // A number on its way to another one, such as 1 before 10, must not jump to the usual lengths.
  const [isOwn, setOwn] = useState(() => !DAY_PRESETS.some((days) => value.trim() === String(days)));
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <fieldset class="weekdays day-choice" aria-describedby={hint ? `${id}-hint` : undefined}>
      <legend class="field-label">{legend}</legend>
      {hint && (
        <p class="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div class="weekday-row">
        {DAY_PRESETS.map((days) => (
          <label key={days} class="weekday">
            <input
              type="radio"
              name={id}
              checked={!isOwn && value.trim() === String(days)}
              onChange={() => {
                setOwn(false);
                onChange(String(days));
              }}
            />
            {days}
          </label>
        ))}
        <input
          class="field own-days"
          type="text"
          inputMode="numeric"
          autocomplete="off"
          aria-label={register.form.ownDays}
          placeholder={register.form.ownDays}
          value={isOwn ? value : ''}
          aria-invalid={problem !== null || undefined}
          aria-describedby={described || undefined}
          onInput={({ currentTarget }) => {
            setOwn(true);
            onChange(currentTarget.value);
          }}
        />
      </div>
      <div role="status">
        {problem !== null && (
          <p class="field-problem" id={`${id}-problem`}>
            <Icon name="near" />
            {problem}
          </p>
        )}
      </div>
    </fieldset>
  );
}
