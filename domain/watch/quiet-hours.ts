/** The hours in which a portal is left alone. A clock that is put forward or back moves them along. */
import { nextWorkingMoment, type WorkingTime } from '../working-time.ts';

export interface QuietHours {
  /** IANA name; empty: the computer's own zone. */
  timeZone: string;
  /** Minutes after midnight. */
  from: number;
  /** Minutes after midnight; earlier than `from`: on the next day. The same as `from`: there are none. */
  until: number;
}

const DAY = 24 * 60;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The moment itself unless it is a quiet one, else the end of the quiet; null when it is quiet all day long. */
export function nextAwakeMoment(quiet: QuietHours | null, at: number): number | null {
  if (!quiet) return at;
  const moments = awakeTimes(quiet).map((time) => nextWorkingMoment(time, at));
  return moments.reduce((first, each) => (first === null || (each !== null && each < first) ? each : first), null);
}

/** True while the portal is left alone. */
export const isQuiet = (quiet: QuietHours | null, at: number): boolean => nextAwakeMoment(quiet, at) !== at;

const knownTimes = new WeakMap<QuietHours, readonly WorkingTime[]>();

/** What is left of a day, as stretches of "working" time: one where the quiet goes over midnight, else two. */
function awakeTimes(quiet: QuietHours): readonly WorkingTime[] {
  const known = knownTimes.get(quiet);
  if (known) return known;
  const { timeZone, from, until } = quiet;
  const stretch = (begin: number, end: number): WorkingTime => ({
    ...{ timeZone, weekdays: EVERY_DAY, holidays: [], workdays: [] },
    ...{ from: begin, until: end },
  });
  const times = from > until ? [stretch(until, from)] : [stretch(0, from), stretch(until, DAY)];
  knownTimes.set(quiet, times);
  return times;
}
