/** The user's file of days off: a date or a range of dates on each line, CSV, or iCalendar (RFC 5545). */

export interface Holidays {
  /** Days off as yyyy-mm-dd. */
  holidays: string[];
  /** Days worked although they fall on a day off, as yyyy-mm-dd. */
  workdays: string[];
  /** What was not understood, with its line counted from 1. */
  refused: { line: number; text: string }[];
}

/** Days off and worked days together; a file that holds more is not a calendar of holidays. */
export const MOST_HOLIDAYS = 2_000;
/** What is shown of a refused line; a file that is no text may be one endless line. */
const LONGEST_REFUSED = 80;
const DAY = 86_400_000;

interface Line {
  line: number;
  text: string;
}

/** Reads a file of days off; whatever is not understood is refused by its line and the rest is taken. */
export function parseHolidays(text: string): Holidays {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((each, index) => ({ line: index + 1, text: each }));
  const found = new Found();
  const isCalendar = lines.some((each) => /^\s*BEGIN:VCALENDAR\s*$/i.test(each.text));
  if (isCalendar) readCalendar(unfold(lines), found);
  else for (const line of lines) readLine(line, found);
  return found.result();
}

/** Collects days by their numbers (days since 1970), so that each counts once. */
class Found {
  readonly #days = { holidays: new Set<number>(), workdays: new Set<number>() };
  readonly #refused: Line[] = [];

  /** Takes all days from first to last, or refuses the line. */
  add(kind: 'holidays' | 'workdays', first: number | null, last: number | null, line: Line): void {
    const room = MOST_HOLIDAYS - this.#days.holidays.size - this.#days.workdays.size;
    // Checked before the range is written out: it may name thousands of years.
    if (first === null || last === null || last < first || last - first >= room) this.refuse(line);
    else for (let day = first; day <= last; day++) this.#days[kind].add(day);
  }

  refuse({ line, text }: Line): void {
    this.#refused.push({ line, text: text.trim().slice(0, LONGEST_REFUSED) });
  }

  result(): Holidays {
    const dates = (days: ReadonlySet<number>) =>
      [...days].sort((a, b) => a - b).map((day) => new Date(day * DAY).toISOString().slice(0, 10));
    return {
      holidays: dates(this.#days.holidays),
      workdays: dates(this.#days.workdays),
      refused: this.#refused.sort((a, b) => a.line - b.line),
    };
  }
}

/** The number of a day; null for a date that does not exist. */
function dayNumber(year: string, month: string, day: string): number | null {
  const iso = `${year}-${month}-${day}`;
  const at = Date.parse(`${iso}T00:00:00Z`);
  // JavaScript takes 30 February for 2 March.
  const isReal = !Number.isNaN(at) && new Date(at).toISOString().startsWith(iso);
  return isReal ? at / DAY : null;
}

const DATE = '\\d{4}-\\d{2}-\\d{2}|\\d{2}\\.\\d{2}\\.\\d{4}';
const LINE = new RegExp(`^"?(\\+?)\\s*(${DATE})(?:\\s*\\.\\.\\s*(${DATE}))?"?(?=$|[\\s;,#])`);

function parseDate(text: string): number | null {
  const [a = '', b = '', c = ''] = text.split(/[-.]/);
  return a.length === 4 ? dayNumber(a, b, c) : dayNumber(c, b, a);
}

function readLine(line: Line, found: Found): void {
  const text = line.text.trim();
  if (text === '' || text.startsWith('#')) return;
  const [, plus, from, to] = LINE.exec(text) ?? [];
  if (from === undefined) found.refuse(line);
  else found.add(plus ? 'workdays' : 'holidays', parseDate(from), parseDate(to ?? from), line);
}

/** Joins lines that a calendar folded: each further piece begins with a space or a tab. */
function unfold(lines: readonly Line[]): Line[] {
  const whole: Line[] = [];
  for (const { line, text } of lines) {
    const last = whole.at(-1);
    if (last && /^[ \t]/.test(text)) last.text += text.slice(1);
    else whole.push({ line, text });
  }
  return whole;
}

/** The lines of one event that say when it is, by the name of the property. */
type Event = Map<string, Line>;

function readCalendar(lines: readonly Line[], found: Found): void {
  // Only what lies directly in an event counts: the rules of a time zone and alarms have dates of their own.
  const open: string[] = [];
  let event: Event = new Map();
  for (const line of lines) {
    const name = /^[A-Z-]+/i.exec(line.text)?.[0].toUpperCase() ?? '';
    const value = propertyValue(line).toUpperCase();
    if (name === 'BEGIN') {
      open.push(value);
      if (value === 'VEVENT') event = new Map();
    } else if (name === 'END') {
      if (open.pop() === 'VEVENT') readEvent(event, found);
    } else if (open.at(-1) === 'VEVENT') event.set(name, line);
  }
  const cutOff = open.includes('VEVENT') ? event.get('DTSTART') : undefined;
  if (cutOff) found.refuse(cutOff);
}

const propertyValue = (line: Line): string => line.text.slice(line.text.lastIndexOf(':') + 1).trim();

/** The day of a property that names a whole day; null where it names an hour. */
function eventDay(line: Line): number | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})(?:T000000)?$/.exec(propertyValue(line)) ?? [];
  return dayNumber(year, month, day);
}

function readEvent(event: Event, found: Found): void {
  const start = event.get('DTSTART');
  if (!start || propertyValue(event.get('STATUS') ?? { line: 0, text: '' }) === 'CANCELLED') return;
  const first = eventDay(start);
  found.add('holidays', first, first === null ? null : lastDay(event, first), event.get('DTEND') ?? start);
  // The first day was taken; the user has to know that the repetitions were not.
  const repeats = event.get('RRULE');
  if (repeats) found.refuse(repeats);
}

/** DTEND is the day after the last one; without an end an event lasts a day. */
function lastDay(event: Event, first: number): number | null {
  const end = event.get('DTEND');
  if (end) {
    const after = eventDay(end);
    // Some programs end a day's event on that day.
    return after === first ? first : after === null ? null : after - 1;
  }
  const duration = event.get('DURATION');
  if (!duration) return first;
  const [, count, unit] = /^P(\d{1,4})([DW])$/.exec(propertyValue(duration)) ?? [];
  return count === undefined ? null : first + Number(count) * (unit === 'W' ? 7 : 1) - 1;
}
