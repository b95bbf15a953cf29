/** Puts together what "copy diagnostics" shows. It has to work when nothing else does. */
import type { HealthRepository } from '../../database/health.ts';
import { type DiagnosedPortal, diagnosticsText } from '../../domain/health/diagnostics.ts';
import { isUnmanaged } from '../../domain/policy.ts';
import type { Desks } from '../desks.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { buildSummary } from '../view.ts';
import type { HealthBook } from './health-book.ts';

export interface DiagnosticsParts {
  desks: Desks;
  house: House;
  book: HealthBook;
  rows: HealthRepository;
  effects: Effects;
}

/** What the extension's own pages are answered about health. */
export const healthService = (book: HealthBook, diagnostics: Diagnostics) => ({
  view: (key: string) => book.view(key),
  clear: (key: string) => book.clear(key),
  diagnostics: () => diagnostics.text(),
});

export class Diagnostics {
  readonly #parts: DiagnosticsParts;

  constructor(parts: DiagnosticsParts) {
    this.#parts = parts;
  }

  /** The text, ready to be read and copied. */
  async text(): Promise<string> {
    const { house, effects } = this.#parts;
    const { isReadOnly } = house.preferences;
    const stored = await this.#stored();
    const diagnosis = {
      ...effects.self(),
      ...{ isReadOnly, isManaged: !isUnmanaged(house.policy), canNotify: effects.canNotify() },
      ...stored,
    };
    // The salt is never told: nobody can try out which portal a hash stands for.
    return diagnosticsText(diagnosis, effects.now(), crypto.randomUUID());
  }

  async #stored(): Promise<{ database: number | null; portals: readonly DiagnosedPortal[] }> {
    const { desks, rows } = this.#parts;
    try {
      const database = await rows.version();
      const portals = await Promise.all((await desks.all()).map((desk) => this.#portal(desk)));
      return { database, portals };
    } catch (error) {
      console.error('Latchdesk: the diagnostics have to do without the database', error);
      return { database: null, portals: [] };
    }
  }

  async #portal(desk: PortalDesk): Promise<DiagnosedPortal> {
    const { book, effects } = this.#parts;
    const { session, slots, dialogTotal } = buildSummary(desk, effects.now());
    const { key, origin, userId } = desk.row;
    return {
      ...{ address: origin, userId, session: session.state, slots: slots.level, dialogs: dialogTotal },
      openTabs: (await effects.tabsOf(origin)).length,
      health: await book.health(key),
    };
  }
}
