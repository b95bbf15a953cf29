import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import { PERIODS, type PeriodName } from '../../domain/dashboard-text.ts';
import { Icon } from '../Icon.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { dayOf, type OwnDates, type PeriodChoice, periodOf } from './report-period.ts';

export interface PeriodPickerProps {
  choice: PeriodChoice;
  now: number;
  onChoose: (choice: PeriodChoice) => void;
  /** Further choices. */
  children?: ComponentChildren;
}

/** Which days: one of the usual periods, or dates of one's own. */
export function PeriodPicker({ choice, now, onChoose, children }: PeriodPickerProps) {
  const { report: words } = useDashboardText();
  const id = useId();
  return (
    <div class="toolbar">
      <div class="tool">
        <label class="field-label" for={`${id}-name`}>
          {words.periodLabel}
        </label>
        <select
          id={`${id}-name`}
          class="field"
          value={choice.name}
          onChange={({ currentTarget }) => onChoose({ ...choice, name: currentTarget.value as PeriodName })}
        >
          {PERIODS.map((name) => (
            <option key={name} value={name}>
              {words.period[name]}
            </option>
          ))}
        </select>
      </div>
      <PeriodDates {...{ choice, now, onChoose }}>{children}</PeriodDates>
    </div>
  );
}

/** Fields for dates of one's own, where they are chosen, and what is wrong with them. */
export function PeriodDates({ choice, now, onChoose, children }: PeriodPickerProps) {
  const { report: words } = useDashboardText();
  const id = useId();
  const isWrong = periodOf(choice, now) === null;
  const ownDate = (field: keyof OwnDates, label: string) => (
    <div class="tool">
      <label class="field-label" for={`${id}-${field}`}>
        {label}
      </label>
      <input
        id={`${id}-${field}`}
        class="field"
        type="date"
        max={dayOf(now)}
        value={choice.own[field]}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${id}-problem` : undefined}
        onInput={({ currentTarget }) => onChoose({ ...choice, own: { ...choice.own, [field]: currentTarget.value } })}
      />
    </div>
  );
  return (
    <>
      {choice.name === 'own' && ownDate('first', words.from)}
      {choice.name === 'own' && ownDate('last', words.until)}
      {children}
      {isWrong && (
        <p class="field-problem tool-told" id={`${id}-problem`} role="status">
          <Icon name="near" />
          {words.datesProblem}
        </p>
      )}
    </>
  );
}
