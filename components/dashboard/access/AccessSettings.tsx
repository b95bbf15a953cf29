import { useEffect, useRef, useState } from 'preact/hooks';
import type { Settings } from '../../../domain/settings.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SettingField } from '../SettingField.tsx';
import type { Locks } from '../settings/AllPortals.tsx';
import { Fixed } from '../settings/SettingPart.tsx';
import { parseNumber } from '../settings-input.ts';
import { DayChoice } from './DayChoice.tsx';
import { parseDays, parseReminders } from './record-input.ts';

interface AccessSettingsProps {
  settings: Settings;
  locks: Locks;
  onChange: (changes: Partial<Settings>) => void;
}

const REVIEW = { min: 0, max: 366, isWhole: true };

/** How long an access lasts that does not say, and when to be reminded of it. */
export function AccessSettings({ settings, locks, onChange }: AccessSettingsProps) {
  const {
    register: { settings: words },
  } = useDashboardText();
  return (
    <>
      <Fixed by={locks.get('settings.accessDays')}>
        <UsualDays settings={settings} onChange={onChange} />
      </Fixed>
      <Fixed by={locks.get('settings.accessReminders')}>
        <SettingField
          label={words.reminders}
          hint={words.remindersHint}
          value={settings.accessReminders.join(', ')}
          textOf={(value) => value}
          parse={(text) => parseReminders(text)?.join(', ') ?? null}
          problem={words.remindersProblem}
          onChange={(value) => onChange({ accessReminders: parseReminders(value) ?? [] })}
        />
      </Fixed>
      <Fixed by={locks.get('settings.integratorReviewDays')}>
        <SettingField
          label={words.review}
          hint={words.reviewHint}
          value={settings.integratorReviewDays}
          textOf={String}
          parse={(text) => parseNumber(text, REVIEW)}
          problem={words.reviewProblem}
          inputMode="numeric"
          onChange={(integratorReviewDays) => onChange({ integratorReviewDays })}
        />
      </Fixed>
    </>
  );
}

/** Keeps what was typed, and hands on only what makes sense. */
function UsualDays({ settings: { accessDays }, onChange }: Omit<AccessSettingsProps, 'locks'>) {
  const {
    register: { settings: words, form },
  } = useDashboardText();
  const [typed, setTyped] = useState(String(accessDays));
  const handedOn = useRef(accessDays);
  useEffect(() => {
    if (accessDays === handedOn.current) return;
    handedOn.current = accessDays;
    setTyped(String(accessDays));
  }, [accessDays]);
  const take = (text: string) => {
    setTyped(text);
    const days = parseDays(text);
    if (days === null || days === handedOn.current) return;
    handedOn.current = days;
    onChange({ accessDays: days });
  };
  return (
    <DayChoice
      legend={words.days}
      hint={words.daysHint}
      value={typed}
      problem={parseDays(typed) === null ? form.problem.days : null}
      onChange={take}
    />
  );
}
