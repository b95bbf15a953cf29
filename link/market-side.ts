/**
 * What the market script of a frame and the cards it calls for know of each other. They are separate scripts in the same
 * isolated world: the script is on every page of the Market, the cards come when there is something to show.
 */

import type { MarketPage } from '../bitrix24/market-places.ts';
import type { MarketStart } from '../bitrix24/market-protocol.ts';
import type { UninstallAnswer } from '../domain/market/uninstall.ts';

type Stopped = Extract<UninstallAnswer, { act: 'stop' }>;
type Warned = Extract<UninstallAnswer, { act: 'warn' }>;

/** A press on the portal's "Uninstall" that was stopped. */
export interface WipeQuestion extends Omit<Stopped, 'act'> {
  /** Of the application; empty when nobody knows it. */
  name: string;
  code: string | null;
  /** The portal's window, to stand over and to give the focus back to. */
  window: HTMLElement;
}

/**
 * `untick`: the box goes, and the person presses the portal's button again. `insist`: the next press passes. `hide`: back,
 * and nothing is stopped on this portal any more.
 */
export type WipeChoice = 'untick' | 'back' | 'insist' | 'hide';

export interface WindowWarning extends Omit<Warned, 'act'> {
  name: string;
  window: HTMLElement;
}

/** Where in the portal the frame is, and of which application its page tells. */
export interface FramePlace {
  page: MarketPage | null;
  /** True when the page lists the confirmed application, or is its own. */
  isOfApplication: boolean;
}

/** What draws the cards about applications. */
export interface MarketCards {
  /** False once an update or a removal has cut it off: nothing may be stopped any more then. */
  isAlive(): boolean;
  /** Shows the guard's card; resolves with what the person chose. A second question takes the place of the first. */
  askAboutWipe(question: WipeQuestion): Promise<WipeChoice>;
  /** A word beside the portal's window; null: none any more. Nothing is stopped. */
  warn(warning: WindowWarning | null): void;
  /** The background has told something new, or the page is another one; null: there is nothing to say any more. */
  take(start: MarketStart | null, place: FramePlace): void;
}
