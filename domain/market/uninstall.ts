/** What stands between a ticked "delete settings and data" and its end. Pure and instant: it runs inside a click. */
import { type AppKind, CHATAPP, looksLike, type MarketGeneration } from './apps.ts';

/** The portal's window that asks whether to uninstall, as it is drawn right now. */
export interface UninstallWindow {
  /** `unknown`: it looks like such a window and is none that is known. */
  generation: MarketGeneration | 'unknown';
  /** Code of the application; null where neither window nor press tells it. */
  code: string | null;
  /** Its name; empty where the window does not say it. */
  name: string;
  /** The box that is to be seen; null: none was found. */
  shownTick: boolean | null;
  /** The box whose state the portal will take; an older, hidden one in the old Marketplace. Null: none was found. */
  sentTick: boolean | null;
  /** The seen box was ticked before anybody could do so in this window: it is left from a try that was cancelled. */
  wasTickedAtOpening: boolean;
}

export interface UninstallSettings {
  /** The confirmed application of this portal; null: nobody has confirmed one. */
  confirmedCode: string | null;
  /** Every other application is guarded, too. */
  guardsOthers: boolean;
}

/**
 * Which application it is: `certain` by its confirmed code, `maybe` when it looks like it or nothing tells which one
 * it is, `other` otherwise.
 */
export type GuardedApp = 'certain' | 'maybe' | 'other';

export type UninstallAnswer =
  | { act: 'pass' }
  /** A word beside the window; the press passes. */
  | { act: 'warn'; why: 'unknownWindow' | 'boxNotFound'; application: GuardedApp }
  /**
   * The press is stopped. `leftTicked`: from a cancelled try. `hiddenTick`: what is to be seen is not ticked, and the
   * portal takes another box that is.
   */
  | { act: 'stop'; why: 'ticked' | 'leftTicked' | 'hiddenTick'; application: GuardedApp };

const PASS: UninstallAnswer = { act: 'pass' };

/** The answer to a press on the portal's "Uninstall". */
export function uninstallAnswer(
  window: UninstallWindow,
  settings: UninstallSettings,
  kind: AppKind = CHATAPP,
): UninstallAnswer {
  const application = applicationIn(window, settings, kind);
  if (application === 'other' && !settings.guardsOthers) return PASS;
  if (window.generation === 'unknown') return { act: 'warn', why: 'unknownWindow', application };
  const { shownTick, sentTick } = window;
  if (sentTick && !shownTick) return { act: 'stop', why: 'hiddenTick', application };
  if (shownTick) return { act: 'stop', why: window.wasTickedAtOpening ? 'leftTicked' : 'ticked', application };
  return shownTick === null || sentTick === null ? { act: 'warn', why: 'boxNotFound', application } : PASS;
}

/** What can be lost for good is guarded in doubt as well; the card has a way on. */
function applicationIn({ code, name }: UninstallWindow, settings: UninstallSettings, kind: AppKind): GuardedApp {
  if (code !== null && code === settings.confirmedCode) return 'certain';
  const isNameless = name === '' && settings.confirmedCode === null;
  return code === null || isNameless || looksLike(kind, { name, developer: '' }) ? 'maybe' : 'other';
}

/** Whether a press in this window deletes settings and data; null: nobody can tell. */
export function wipesData({ generation, shownTick, sentTick }: UninstallWindow): boolean | null {
  if (generation === 'unknown' || sentTick === null) return shownTick === true ? true : null;
  // The old Marketplace is said to overlook the box that is to be seen; that is no reason to promise anything.
  return sentTick ? true : shownTick ? null : false;
}
