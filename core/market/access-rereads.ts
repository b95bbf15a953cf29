/** Reads the access list again when it may be another one, without being asked: not too often, and never too early. */
import type { Effects } from '../effects.ts';
import type { ChatAppReadings } from './chatapp-readings.ts';

/** The list with those whom it is counted in: a fresh list with an old count would look as old. */
export const COUNTED_PARTS = ['staff', 'departments', 'accessList'] as const;

/** Ms between two readings that nobody asked for. */
const PAUSE = 10_000;

export class AccessRereads {
  readonly #readings: ChatAppReadings;
  readonly #effects: Effects;
  /** By the portal's key: when it was read last, and whether it is going to be. */
  readonly #last = new Map<string, { isDue: boolean; at: number }>();

  constructor(readings: ChatAppReadings, effects: Effects) {
    this.#readings = readings;
    this.#effects = effects;
  }

  /** Once for all dialogs that close meanwhile: a page may open and close one all the time. */
  soon(key: string): void {
    const { isDue, at } = this.#last.get(key) ?? { isDue: false, at: 0 };
    if (isDue) return;
    this.#last.set(key, { isDue: true, at });
    const wait = Math.min(Math.max(0, at + PAUSE - this.#effects.now()), PAUSE);
    this.#effects.later(wait, async () => {
      this.#last.set(key, { isDue: false, at: this.#effects.now() });
      await this.#readings.readNext(key, COUNTED_PARTS);
    });
  }
}
