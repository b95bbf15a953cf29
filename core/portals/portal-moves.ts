/** A portal that has another address now: shows what would go over to it, and moves it. */
import { countMove, countRows, movePortal, type Route } from '../../database/move.ts';
import type { LatchdeskDatabase } from '../../database/schema.ts';
import { leftovers } from '../../database/wipe.ts';
import type { MoveOutcome, MovePreview, MoveRefusal } from '../../domain/portals/moved.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { Books } from '../market/books.ts';
import type { PortalPages } from './portal-pages.ts';

export interface MoveParts {
  desks: Desks;
  books: Books;
  house: House;
  database: LatchdeskDatabase;
  display: Display;
  effects: Effects;
  pages: PortalPages;
  /** Lets go of what others hold in memory of a portal; runs before anything is moved. */
  letGo: (key: string) => Promise<void>;
}

export class PortalMoves {
  readonly #parts: MoveParts;

  constructor(parts: MoveParts) {
    this.#parts = parts;
  }

  /** What moving would do; changes nothing. */
  async plan(route: Route): Promise<MovePreview> {
    const refusal = this.#refusalOf(route);
    return refusal ? { refusal } : countMove(this.#parts.database, route);
  }

  /** Moves everything to the other address and forgets the old one, all of it or nothing. */
  async move(route: Route): Promise<MoveOutcome> {
    const refusal = this.#refusalOf(route);
    if (refusal) return { refusal };
    const { database, display, effects, house, pages } = this.#parts;
    const { from, to } = route;
    await pages.farewell(from);
    const before = await countRows(database, from);
    const moved = await this.#moveHeld(route).catch(async (error) => {
      // Nothing was moved: the pages of both have what they had.
      await display.showAll();
      throw error;
    });
    const left = await leftovers(database, from);
    await house.reload();
    await this.#showAnew(to);
    return { moved, left, removed: before - rowsIn(left), at: effects.now() };
  }

  #refusalOf({ from, to }: Route): MoveRefusal | null {
    const { house } = this.#parts;
    if (from === to) return 'same';
    if (!house.portalOf(from) || !house.portalOf(to)) return 'unknown';
    return house.whyPaused(to) === 'policy' ? 'policy' : null;
  }

  /** Nobody works on either portal meanwhile, and what is under way is saved first: no text that is typed now is lost. */
  async #moveHeld(route: Route) {
    const { desks, books, database, effects, letGo } = this.#parts;
    const tools = { now: effects.now(), newId: () => crypto.randomUUID() };
    const keys = (await Promise.all([desks.keysOf(route.from), desks.keysOf(route.to)])).flat();
    for (const key of keys) if (key.startsWith(`${route.from}|`)) await letGo(key);
    const work = () => movePortal(database, route, tools);
    return desks.holdAround([route.from, route.to], () => books.holdAround(keys, work));
  }

  /** What came over is on show at once, and what only the portal can tell is read. */
  async #showAnew(to: string): Promise<void> {
    const { display, pages } = this.#parts;
    await display.showAll({ mayInject: true });
    await pages.readAgain(to);
  }
}

const rowsIn = (parts: readonly { rows: number }[]): number => parts.reduce((sum, { rows }) => sum + rows, 0);
