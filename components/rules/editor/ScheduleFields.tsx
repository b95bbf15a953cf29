import { useId, useMemo, useState } from 'preact/hooks';
import type { DraftTrigger } from '../../../domain/rules/draft.ts';
import { LONGEST } from '../../../domain/rules/limits.ts';
import { cronOf, type Timing, timingOf } from '../../../domain/rules/rhythm.ts';
import { RHYTHMS, type Rhythm } from '../../../domain/rules-text.ts';
import { ChoiceField } from '../../dashboard/access/fields.tsx';
import { useDashboardText } from '../../dashboard/dashboard-text-context.ts';
import { useRulesText } from '../rules-text-context.ts';
import { RuleText, RuleTime } from './fields.tsx';

interface ScheduleFieldsProps {
  trigger: DraftTrigger;
  onChange: (trigger: DraftTrigger) => void;
}

/** Times by plain choices; the cron fields themselves only where somebody wants their own. */
export function ScheduleFields({ trigger, onChange }: ScheduleFieldsProps) {
  const { editor, rhythm: rhythms } = useRulesText();
  const cron = typeof trigger.cron === 'string' ? trigger.cron : '';
  /** Chosen for fields that would be a plain choice as well. */
  const [isOwn, setOwn] = useState(false);
  const timing = timingOf(cron);
  const rhythm = isOwn ? 'own' : timing.rhythm;
  const take = (changes: Partial<Timing>) => {
    const next = { ...timing, ...changes };
    setOwn(next.rhythm === 'own');
    onChange({ ...trigger, cron: cronOf(next) ?? cron });
  };
  return (
    <>
      <ChoiceField
        label={editor.rhythm}
        value={rhythm}
        options={RHYTHMS.map((each) => [each, rhythms[each]] as const)}
        onChange={(each) => take({ rhythm: each as Rhythm, day: 1 })}
      />
      {rhythm === 'own' ? (
        <RuleText
          path="trigger.cron"
          field="cron"
          value={trigger.cron}
          longest={LONGEST.cron}
          isCode
          onChange={(typed) => {
            setOwn(true);
            onChange({ ...trigger, cron: typed });
          }}
        />
      ) : (
        <PlainTimes timing={timing} onChange={take} />
      )}
      <TimeZone trigger={trigger} onChange={onChange} />
    </>
  );
}

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const MONTH = Array.from({ length: 31 }, (_, index) => index + 1);

function PlainTimes({ timing, onChange }: { timing: Timing; onChange: (changes: Partial<Timing>) => void }) {
  const { editor } = useRulesText();
  const { weekdayLong } = useDashboardText();
  const { rhythm, at, day } = timing;
  const isWeek = rhythm === 'week';
  const days = isWeek ? WEEK : MONTH;
  return (
    <>
      {(isWeek || rhythm === 'month') && (
        <ChoiceField
          label={isWeek ? editor.weekday : editor.dayOfMonth}
          value={String(day)}
          options={days.map((each) => [String(each), isWeek ? weekdayLong(each) : String(each)] as const)}
          onChange={(each) => onChange({ day: Number(each) })}
        />
      )}
      <RuleTime
        type="time"
        path="trigger.cron"
        field="cron"
        label={editor.time}
        value={at}
        // Cleared while another time is typed: the last one stays until there is one.
        onChange={(time) => time !== '' && onChange({ at: time })}
      />
    </>
  );
}

function TimeZone({ trigger, onChange }: ScheduleFieldsProps) {
  const id = useId();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  return (
    <>
      <RuleText
        path="trigger.timeZone"
        field="timeZone"
        value={trigger.timeZone}
        longest={LONGEST.timeZone}
        list={id}
        isCode
        onChange={(timeZone) => onChange({ ...trigger, timeZone })}
      />
      <datalist id={id}>
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
