import { useId, useMemo, useState } from 'preact/hooks';
import type { WorkingTime } from '../../domain/working-time.ts';
import { Icon } from '../Icon.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { SettingField } from './SettingField.tsx';
import { clockText, isTimeZone, parseClock } from './settings-input.ts';

interface WorkingTimeFieldsProps {
  time: WorkingTime;
  onChange: (time: WorkingTime) => void;
}

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** Days, hours and time zone in which waiting counts. */
export function WorkingTimeFields({ time, onChange }: WorkingTimeFieldsProps) {
  return (
    <>
      <Weekdays time={time} onChange={onChange} />
      <Hours time={time} onChange={onChange} />
      <TimeZone time={time} onChange={onChange} />
    </>
  );
}

function Weekdays({ time, onChange }: WorkingTimeFieldsProps) {
  const { settings: words, weekday, weekdayLong } = useDashboardText();
  const toggle = (day: number) => {
    const others = time.weekdays.filter((each) => each !== day);
    const weekdays = others.length === time.weekdays.length ? [...others, day].sort() : others;
    onChange({ ...time, weekdays });
  };
  return (
    <fieldset class="weekdays">
      <legend class="field-label">{words.weekdays}</legend>
      <div class="weekday-row">
        {WEEKDAYS.map((day) => (
          <label key={day} class="weekday" title={weekdayLong(day)}>
            <input
              type="checkbox"
              aria-label={weekdayLong(day)}
              checked={time.weekdays.includes(day)}
              onChange={() => toggle(day)}
            />
            <span aria-hidden="true">{weekday(day)}</span>
          </label>
        ))}
      </div>
      <div role="status">{time.weekdays.length === 0 && <Problem text={words.problem.noDays} />}</div>
    </fieldset>
  );
}

/** Both ends are kept as typed until they make hours together. */
function Hours({ time, onChange }: WorkingTimeFieldsProps) {
  const { settings: words } = useDashboardText();
  const [ends, setEnds] = useState({ from: time.from, until: time.until });
  const take = (changes: Partial<typeof ends>) => {
    const next = { ...ends, ...changes };
    setEnds(next);
    if (next.until > next.from) onChange({ ...time, ...next });
  };
  const field = (name: 'from' | 'until') => (
    <SettingField
      label={words[name]}
      value={ends[name]}
      textOf={clockText}
      parse={parseClock}
      problem={words.problem.time}
      onChange={(value) => take({ [name]: value })}
    />
  );
  return (
    <div class="hours-group">
      <div class="hours">
        {field('from')}
        {field('until')}
      </div>
      <div role="status">{ends.until <= ends.from && <Problem text={words.problem.hours} />}</div>
    </div>
  );
}

function TimeZone({ time, onChange }: WorkingTimeFieldsProps) {
  const { settings: words } = useDashboardText();
  const id = useId();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <SettingField
        label={words.timeZone}
        hint={words.timeZoneHint(own)}
        value={time.timeZone}
        textOf={(zone) => zone}
        parse={(text) => (isTimeZone(text.trim()) ? text.trim() : null)}
        problem={words.problem.timeZone}
        list={id}
        onChange={(timeZone) => onChange({ ...time, timeZone })}
      />
      <datalist id={id}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}

function Problem({ text }: { text: string }) {
  return (
    <p class="field-problem">
      <Icon name="near" />
      {text}
    </p>
  );
}
