import type { Holidays } from '../../domain/holidays.ts';
import { Icon } from '../Icon.tsx';
import { DayList } from './DayList.tsx';
import { useDashboardText } from './dashboard-text-context.ts';

interface HolidayPreviewProps {
  found: Holidays;
  /** True when there are days already. */
  hasDays: boolean;
  onTake: (how: 'replace' | 'add') => void;
  onLeave: () => void;
}

/** More lines tell nothing new. */
const REFUSED_AT_MOST = 20;

/** What a file holds, before any of it is saved. */
export function HolidayPreview({ found, hasDays, onTake, onLeave }: HolidayPreviewProps) {
  const { settings: words } = useDashboardText();
  const { holidays, workdays, refused } = found;
  const isEmpty = holidays.length + workdays.length === 0;
  return (
    <div class="preview">
      <p role="status">{isEmpty ? words.fileNothing : words.fileFound(holidays.length, workdays.length)}</p>
      {holidays.length > 0 && <DayList title={words.holidayList(holidays.length)} days={holidays} />}
      {workdays.length > 0 && <DayList title={words.workdayList(workdays.length)} days={workdays} />}
      {refused.length > 0 && <RefusedLines refused={refused} />}
      <div class="inline-actions">
        {!isEmpty && (
          <button type="button" class="button strong" onClick={() => onTake('replace')}>
            {hasDays ? words.takeOver : words.take}
          </button>
        )}
        {!isEmpty && hasDays && (
          <button type="button" class="button" onClick={() => onTake('add')}>
            {words.add}
          </button>
        )}
        <button type="button" class="text-button" onClick={onLeave}>
          {words.leave}
        </button>
      </div>
    </div>
  );
}

function RefusedLines({ refused }: Pick<Holidays, 'refused'>) {
  const { settings: words } = useDashboardText();
  return (
    <div class="refused">
      <p class="field-problem">
        <Icon name="near" />
        {words.refusedLines(refused.length)}
      </p>
      <ul class="refused-lines">
        {refused.slice(0, REFUSED_AT_MOST).map(({ line, text }) => (
          <li key={line}>
            <span class="quiet">{words.line(line)}</span> <code dir="auto">{text}</code>
          </li>
        ))}
      </ul>
      {refused.length > REFUSED_AT_MOST && <p class="quiet">{words.linesMore(refused.length - REFUSED_AT_MOST)}</p>}
    </div>
  );
}
