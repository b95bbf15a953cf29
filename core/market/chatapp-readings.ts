/** Reads whom ChatApp serves through a tab of the portal, and keeps it with its age. */
import * as v from 'valibot';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import {
  type ChatAppReading,
  type ChatAppRecord,
  READING_PARTS,
  type ReadingPart,
  type ReadTrouble,
} from '../../domain/chatapp/book.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { PortalDesk } from '../portal-desk.ts';
import type { Books } from './books.ts';
import { accessSummary, factsOf } from './chatapp-facts.ts';

/** Thousands of employees come page by page. */
const PATIENCE = 45_000;

export type ReadingResult = { trouble: ReadTrouble } | { trouble: null; reading: ChatAppReading };

export class ChatAppReadings {
  readonly #desks: Desks;
  readonly #books: Books;
  readonly #display: Display;
  readonly #effects: Effects;
  /** Portals that are being read: one reader at a time. */
  readonly #underWay = new Set<string>();

  constructor(desks: Desks, books: Books, display: Display, effects: Effects) {
    this.#desks = desks;
    this.#books = books;
    this.#display = display;
    this.#effects = effects;
  }

  /** Reads some parts; what could not be read now stays as it was read before. */
  async read(key: string, parts: readonly ReadingPart[]): Promise<ReadingResult> {
    if (this.#underWay.has(key)) return { trouble: 'busy' };
    this.#underWay.add(key);
    try {
      const desk = await this.#desks.peek(key);
      // A page that another user left open would read with the session of whoever is signed in now.
      if (!desk || desk.session.context.hasLeft) return { trouble: 'noTab' };
      const result = await this.#askTabs(desk, parts);
      if (result.trouble === null) await this.#keep(key, result.reading, parts);
      return result;
    } finally {
      this.#underWay.delete(key);
    }
  }

  async #askTabs(desk: PortalDesk, parts: readonly ReadingPart[]): Promise<ReadingResult> {
    const { origin, userId } = desk.row;
    const { confirmed } = desk.market.watch;
    const query = { code: confirmed?.code ?? null, appId: confirmed?.appId ?? null, parts };
    let trouble: ReadTrouble = 'noTab';
    for (const tabId of await this.#effects.tabsOf(origin)) {
      const answer = await this.#effects.askTab(tabId, { type: 'chatapp.read', userId, query }, PATIENCE);
      const parsed = v.safeParse(ChatAppReadingSchema, answer);
      if (answer !== undefined) trouble = 'failed';
      if (!parsed.success || parsed.output.me.id !== userId) continue;
      if (parsed.output.me.isAdministrator === false) return { trouble: 'notAdministrator' };
      // A page on its way out reads nothing; the next tab may.
      if (parts.some((part) => hasAnswered(parsed.output, part))) return { trouble: null, reading: parsed.output };
    }
    return { trouble };
  }

  async #keep(key: string, reading: ChatAppReading, parts: readonly ReadingPart[]): Promise<void> {
    const record = await this.#books.change(key, (before) => withReading(before, reading, parts));
    await this.#desks.with(
      key,
      () => this.#effects.now(),
      (desk) => desk.market.takeAccess(accessSummary(factsOf(record, desk.market.watch)), this.#effects.now()),
    );
    await this.#display.publish(key, { mayInject: false });
  }
}

/** False for a part that nobody answered for: no connection, a page that is left. A refusal is an answer. */
function hasAnswered(reading: ChatAppReading, part: ReadingPart): boolean {
  const fact = reading[part];
  return fact.from !== 'nowhere' || (fact.why !== 'failed' && fact.why !== 'notRead');
}

/** The last good value of a part stays, with its age, when it could not be read again. */
export function withReading(
  before: ChatAppRecord,
  reading: ChatAppReading,
  parts: readonly ReadingPart[],
): ChatAppRecord {
  const old = before.reading;
  if (!old) return { ...before, reading };
  const kept = READING_PARTS.filter((part) => !parts.includes(part) || !hasAnswered(reading, part));
  const isStaffKept = kept.includes('staff') || reading.administrators.from === 'nowhere';
  return {
    ...before,
    reading: {
      ...reading,
      ...Object.fromEntries(kept.map((part) => [part, old[part]])),
      administrators:
        isStaffKept && old.administrators.from !== 'nowhere' ? old.administrators : reading.administrators,
    },
  };
}
