/** How watching a portal goes, in words. */
import type { PortalsMessages } from '../../../domain/portals-text.ts';
import type { Messages } from '../../../domain/text.ts';
import type { Watch } from '../../../domain/watch/watch.ts';

/** "every 15 minutes", "every 2 hours". */
export const spanOf = ({ watch }: PortalsMessages, minutes: number): string =>
  minutes >= 60 && minutes % 60 === 0 ? watch.hours(minutes / 60) : watch.minutes(minutes);

/** For a column: off, stopped, or how often. */
export function watchInShort(words: PortalsMessages, { settings, state }: Watch): string {
  if (!settings.isOn) return words.watch.short.off;
  return state.stop ? words.watch.short.stopped : spanOf(words, settings.every);
}

/** When the next reading is and why then; null where there is nothing to say. */
export function planLine(text: Messages, { watch }: PortalsMessages, { plan }: Watch, now: number): string | null {
  if (plan.kind === 'never') return watch.plan.never;
  if (plan.kind !== 'planned') return null;
  const when = plan.at > now ? text.clock(plan.at, now) : watch.plan.due;
  return `${watch.plan[plan.because]} ${when}`;
}
