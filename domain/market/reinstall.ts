/** A guided reinstall: its stored form, and what a page may show of it. Drawn in `machines/app-reinstall.ts`. */
import type { Check, CheckName } from './checks.ts';
import type { AppRecord } from './record.ts';

export const REINSTALL_STATES = [
  'checked',
  'recorded',
  'uninstalling',
  'absent',
  'installing',
  'finishing',
  'compared',
  'done',
  'dataWiped',
  'stopped',
] as const;
export type ReinstallState = (typeof REINSTALL_STATES)[number];

/** A person's press on the portal's own "Uninstall", as it was seen. */
export interface UninstallPress {
  /** Epoch ms. */
  at: number;
  /** Settings and data go as well; null: nobody could tell. */
  wipes: boolean | null;
  /** The application was still there afterwards. */
  hadNoEffect: boolean;
}

/** How it is known that the application has ended its installation. */
export type FinishSource = 'tabs' | 'user';

/** Why the portal did not install. */
export type InstallRefusal = 'subscription' | 'rights' | 'notFound' | 'other';

export type StopReason =
  | { kind: 'check'; check: CheckName }
  /** The portal refused to uninstall, with its own words. */
  | { kind: 'vetoed'; message: string }
  | { kind: 'installRefused'; refusal: InstallRefusal; message: string }
  | { kind: 'byUser' };

export interface ReinstallContext {
  checks: Check[];
  before: AppRecord | null;
  after: AppRecord | null;
  press: UninstallPress | null;
  finishedBy: FinishSource | null;
  stop: StopReason | null;
  /** The state that was left for `stopped`. */
  stoppedIn: ReinstallState | null;
  /** Epoch ms since when it is as it is; only pages that were drawn later can tell that it no longer is. */
  since: number;
}

/** One reinstall of one application on one portal. */
export interface ReinstallRun extends ReinstallContext {
  id: string;
  /** The application's code. */
  code: string;
  state: ReinstallState;
  /** Epoch ms. */
  startedAt: number;
  changedAt: number;
}

export type ReinstallEvent =
  | { type: 'checks.told'; checks: Check[]; at: number }
  | { type: 'record.taken'; record: AppRecord }
  | { type: 'uninstall.pressed'; wipes: boolean | null; at: number }
  | { type: 'uninstall.refused'; message: string; at: number }
  /** A page shows the application installed or gone; `shownSince` is when the page got what it shows. */
  | { type: 'application.seen'; presence: 'active' | 'absent'; shownSince: number; at: number }
  /** The portal's window for installing is on show. */
  | { type: 'install.seen'; at: number }
  | { type: 'install.refused'; refusal: InstallRefusal; message: string; at: number }
  | { type: 'finish.seen'; by: FinishSource; at: number }
  | { type: 'comparison.closed'; at: number }
  | { type: 'run.stopped'; at: number }
  | { type: 'run.resumed'; at: number };

export const NEW_CONTEXT: ReinstallContext = {
  checks: [],
  before: null,
  after: null,
  press: null,
  finishedBy: null,
  stop: null,
  stoppedIn: null,
  since: 0,
};

/** A run at its beginning. */
export const newRun = (id: string, code: string, now: number): ReinstallRun => ({
  ...{ id, code, state: 'checked', startedAt: now, changedAt: now },
  ...NEW_CONTEXT,
});

/** Whether settings and data went with the uninstallation, as far as anybody saw; null before one was pressed or seen. */
export function wipeOf({ press, state }: Pick<ReinstallRun, 'press' | 'state'>): 'yes' | 'no' | 'unknown' | null {
  if (press?.wipes) return 'yes';
  // One that had no effect tells nothing of how it went in the end.
  if (press) return press.wipes === null || press.hadNoEffect ? 'unknown' : 'no';
  return state === 'checked' || state === 'recorded' || state === 'stopped' ? null : 'unknown';
}

/** True while there is something to do or to wait for. */
export const isOpenRun = ({ state }: Pick<ReinstallRun, 'state'>): boolean => state !== 'done' && state !== 'dataWiped';

/** True for one that a person gave up before anything was uninstalled: it waits for nothing, and can be gone on with. */
export const isSetAside = ({ stop, stoppedIn }: Pick<ReinstallRun, 'stop' | 'stoppedIn'>): boolean =>
  stop?.kind === 'byUser' && (stoppedIn === 'checked' || stoppedIn === 'recorded');
