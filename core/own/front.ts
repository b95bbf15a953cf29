/** What shows all portals at once. */
import type { FrontView } from '../../domain/front.ts';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import { restUntilTomorrow } from '../../domain/inbox/rest.ts';
import type { PaletteEntry } from '../../domain/palette/entry.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { Books } from '../market/books.ts';
import { paletteEntries } from './palette-entries.ts';

export interface FrontParts {
  desks: Desks;
  books: Books;
  house: House;
  display: Display;
  effects: Effects;
}

export class Front {
  readonly #parts: FrontParts;

  constructor(parts: FrontParts) {
    this.#parts = parts;
  }

  async view(): Promise<FrontView> {
    const { house, display } = this.#parts;
    await house.ready();
    await display.refreshFronts();
    return display.front();
  }

  /** Lets everything rest until tomorrow; false: nothing rests any more. */
  async setResting(isOn: boolean): Promise<void> {
    const { house, effects, display } = this.#parts;
    const now = effects.now();
    const { portals } = await this.view();
    await house.setRest(isOn ? restUntilTomorrow(inboxOf(portals, null, now).items, now) : null);
    await display.refresh();
  }

  async finishFirstRun(): Promise<void> {
    const { house, effects } = this.#parts;
    await house.ready();
    await house.finishFirstRun(effects.now());
  }

  /** What the palette finds beside portals and actions: dialogs of all portals, employees where they were read. */
  async palette(): Promise<PaletteEntry[]> {
    return paletteEntries(await this.#parts.desks.all(), this.#parts.books);
  }
}
