import { useState } from 'preact/hooks';
import { type Holidays, parseHolidays } from '../../domain/holidays.ts';
import type { WorkingTime } from '../../domain/working-time.ts';
import { Icon } from '../Icon.tsx';
import { DayList } from './DayList.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { HolidayPreview } from './HolidayPreview.tsx';
import { withHolidays } from './settings-input.ts';

interface HolidayFieldsProps {
  time: WorkingTime;
  /** Saves at once; false when that failed. */
  onSaveDays: (time: WorkingTime) => Promise<boolean>;
}

type Outcome = 'none' | 'taken' | 'takeFailed' | 'fileUnreadable' | 'removed';

/** Days off from a file: looked at first, then saved. */
export function HolidayFields({ time, onSaveDays }: HolidayFieldsProps) {
  const { settings: words } = useDashboardText();
  const [found, setFound] = useState<Holidays | null>(null);
  const [outcome, setOutcome] = useState<Outcome>('none');
  /** The days before they were removed. */
  const [before, setBefore] = useState<WorkingTime | null>(null);

  const read = async (file: File | undefined) => {
    if (!file) return;
    setOutcome('none');
    try {
      setFound(parseHolidays(await file.text()));
    } catch (error) {
      console.warn('Latchdesk: a file with days off could not be read', error);
      setOutcome('fileUnreadable');
    }
  };
  const save = async (next: WorkingTime, done: Outcome) => {
    const isSaved = await onSaveDays(next);
    setOutcome(isSaved ? done : 'takeFailed');
    return isSaved;
  };
  const take = async (how: 'replace' | 'add') => {
    if (found && (await save(withHolidays(time, found, how), 'taken'))) setFound(null);
  };
  const removeAll = async () => {
    if (await save({ ...time, holidays: [], workdays: [] }, 'removed')) setBefore(time);
  };
  const isTrouble = outcome === 'takeFailed' || outcome === 'fileUnreadable';
  const hasDays = time.holidays.length + time.workdays.length > 0;
  return (
    <>
      <label class="button file-choice">
        {words.chooseFile}
        <input
          type="file"
          class="for-screen-reader"
          accept=".txt,.csv,.ics,text/plain,text/csv,text/calendar"
          onChange={({ currentTarget }) => {
            void read(currentTarget.files?.[0]);
            // The same file, corrected, may be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      {found && (
        <HolidayPreview
          found={found}
          hasDays={hasDays}
          onTake={(how) => void take(how)}
          onLeave={() => setFound(null)}
        />
      )}
      <p class={isTrouble ? 'field-problem' : 'quiet'} role="status">
        {isTrouble && <Icon name="near" />}
        {outcome === 'none' ? '' : words[outcome]}
      </p>
      {outcome === 'removed' && before && (
        <button
          type="button"
          class="button"
          onClick={() => void save({ ...time, holidays: before.holidays, workdays: before.workdays }, 'taken')}
        >
          {words.undo}
        </button>
      )}
      {hasDays ? <DayLists time={time} /> : <p class="quiet">{words.noHolidays}</p>}
      {hasDays && (
        <button type="button" class="text-button" onClick={() => void removeAll()}>
          {words.removeAll}
        </button>
      )}
    </>
  );
}

function DayLists({ time }: { time: WorkingTime }) {
  const { settings: words } = useDashboardText();
  return (
    <>
      {time.holidays.length > 0 && <DayList title={words.holidayList(time.holidays.length)} days={time.holidays} />}
      {time.workdays.length > 0 && <DayList title={words.workdayList(time.workdays.length)} days={time.workdays} />}
    </>
  );
}
