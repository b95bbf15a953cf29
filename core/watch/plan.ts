/** How the watch of a portal goes on after something has happened. `random` is 0…1. */
import type { ReadingAnswers } from '../../bitrix24/away-reader.ts';
import { planWatch, type WatchSettings } from '../../domain/watch/schedule.ts';
import { type Watch, type WatchOutcome, watchHeard, watchResumed } from '../../domain/watch/watch.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { SOONEST_ALARM } from '../reading-schedule.ts';

/** With a plan made now. */
export const planned = (watch: Watch, now: number, random: number): Watch => ({
  ...watch,
  plan: planWatch(watch.state, watch.settings, now, random),
});

/** Looked after again at `at`, whatever comes of what is under way. */
export const postponed = (watch: Watch, at: number): Watch =>
  watch.plan.kind === 'planned' ? { ...watch, plan: { ...watch.plan, at } } : watch;

/** After a page of the portal was seen or read; where nobody watches, there is nothing to note. */
export function heard(watch: Watch, now: number, random: number): Watch {
  if (!watch.settings.isOn) return watch;
  return planned({ ...watch, state: watchHeard(watch.state, now) }, now, random);
}

/** After the user said "try again": at once, unless the hour is a quiet one. */
export function resumed(watch: Watch, now: number): Watch {
  const anew = planned({ ...watch, state: watchResumed(watch.state) }, now, 0);
  const isQuiet = anew.plan.kind === 'planned' && anew.plan.because === 'quietHours';
  return isQuiet ? anew : postponed(anew, now);
}

/** With other settings; a watch that is switched on begins at once and without what once stopped it. */
export function changed(watch: Watch, changes: Partial<WatchSettings>, now: number, random: number): Watch {
  const after = { ...watch, settings: { ...watch.settings, ...changes } };
  const isBeginning = after.settings.isOn && !watch.settings.isOn;
  return isBeginning ? resumed(after, now) : planned(after, now, random);
}

/** True where nothing is read now: switched off for all portals, or Latchdesk keeps off this one. */
export const isAtRest = (desk: PortalDesk): boolean =>
  !desk.isOn('watch') || desk.rules.whyPaused(desk.row.origin) !== null;

/** Epoch ms at which a portal has to be looked after; a past time is never told, or the alarm would ring on and on. */
export function watchTimeOf(desk: PortalDesk, now: number): number | null {
  const { plan } = desk.row.watch;
  if (plan.kind !== 'planned' || isAtRest(desk)) return null;
  return Math.max(plan.at, now + SOONEST_ALARM);
}

/** As surfaces may show it: no time is told for what will not be read. */
export const shownWatch = (desk: PortalDesk): Watch =>
  isAtRest(desk) && desk.row.watch.plan.kind === 'planned'
    ? { ...desk.row.watch, plan: { kind: 'off' } }
    : desk.row.watch;

/** What only a page can tell, and a reading would seem to disprove. */
export const hasOldMessenger = ({ session }: PortalDesk): boolean =>
  session.value === 'unsupported' && session.context.reason === 'oldMessenger';

/** A reading may have found that the portal is not ours to read. */
export function whatCame(desk: PortalDesk, outcome: ReadingAnswers['outcome']): WatchOutcome {
  // The computer has a network: it is the portal, or the way to it, that does not answer.
  if (outcome.kind === 'failure')
    return { kind: 'failed', failure: outcome.failure === 'offline' ? 'timeout' : outcome.failure };
  const { value, context } = desk.session;
  return value === 'unsupported' && context.reason ? { kind: 'stopped', reason: context.reason } : { kind: 'read' };
}
