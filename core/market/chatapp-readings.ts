/** Reads whom ChatApp serves through a tab of the portal, and keeps it with its age. */
import * as v from 'valibot';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import type { ChatAppQuery } from '../../bitrix24/market-protocol.ts';
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
import type { HearHealth } from '../health/health-book.ts';
import { partsEvents } from '../health/health-events.ts';
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
  readonly #hear: HearHealth;
  /** Readings of portals: one at a time for each. */
  readonly #underWay = new Map<string, Promise<ReadingResult>>();

  /** `hear` takes how the parts that were asked for are. */
  constructor(desks: Desks, books: Books, display: Display, effects: Effects, hear: HearHealth) {
    this.#desks = desks;
    this.#books = books;
    this.#display = display;
    this.#effects = effects;
    this.#hear = hear;
  }

  /** Reads some parts; what could not be read now stays as it was read before. */
  read(key: string, parts: readonly ReadingPart[]): Promise<ReadingResult> {
    if (this.#underWay.has(key)) return Promise.resolve({ trouble: 'busy' });
    const reading = this.#read(key, parts).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, reading);
    return reading;
  }

  /** Reads after whatever is being read now, which may have begun too early for what is wanted. */
  async readNext(key: string, parts: readonly ReadingPart[]): Promise<ReadingResult> {
    for (let before = this.#underWay.get(key); before; before = this.#underWay.get(key)) await before.catch(() => null);
    return this.read(key, parts);
  }

  async #read(key: string, parts: readonly ReadingPart[]): Promise<ReadingResult> {
    const desk = await this.#desks.peek(key);
    // A page that another user left open would read with the session of whoever is signed in now.
    if (!desk || desk.session.context.hasLeft || desk.isPaused) return { trouble: 'noTab' };
    if (!desk.isOn('chatappReading')) return { trouble: 'switchedOff' };
    const { confirmed } = desk.market.watch;
    const query = { code: confirmed?.code ?? null, appId: confirmed?.appId ?? null, parts };
    const result = await this.#askTabs(desk, query);
    this.#hear(key, partsEvents(result, parts, this.#effects.now()));
    return result.trouble === null ? this.#keep(key, result.reading, query) : result;
  }

  /** Asks the tabs one after the other; of those that are frozen or busy, the first one as the last resort. */
  async #askTabs(desk: PortalDesk, query: ChatAppQuery): Promise<ReadingResult> {
    const silent: number[] = [];
    let result: ReadingResult = { trouble: 'noTab' };
    for (const tabId of await this.#effects.tabsOf(desk.row.origin)) {
      // A frozen tab would be waited for as long as one that reads.
      if ((await this.#effects.askTab(tabId, { type: 'isLive' })) === undefined) silent.push(tabId);
      else result = await this.#askTab(tabId, desk, query, result);
      if (isFinal(result)) return result;
    }
    const [busy] = silent;
    return busy === undefined ? result : this.#askTab(busy, desk, query, result);
  }

  /** The tab's answer; `before` when nobody answers there. */
  async #askTab(
    tabId: number,
    { row }: PortalDesk,
    query: ChatAppQuery,
    before: ReadingResult,
  ): Promise<ReadingResult> {
    const { userId } = row;
    const answer = await this.#effects.askTab(tabId, { type: 'chatapp.read', userId, query }, PATIENCE);
    if (answer === undefined) return before;
    const parsed = v.safeParse(ChatAppReadingSchema, answer);
    if (!parsed.success || parsed.output.me.id !== userId) return { trouble: 'failed' };
    if (parsed.output.me.isAdministrator === false) return { trouble: 'notAdministrator' };
    // A page on its way out reads nothing; the next tab may.
    const hasRead = query.parts.some((part) => hasAnswered(parsed.output, part));
    return hasRead ? { trouble: null, reading: parsed.output } : { trouble: 'failed' };
  }

  /** Answers the reading without what turned out to be another application's list. */
  async #keep(key: string, told: ChatAppReading, { code, parts }: ChatAppQuery): Promise<ReadingResult> {
    const desk = await this.#desks.peek(key);
    // Forgotten meanwhile: nothing of it is kept again.
    if (!desk) return { trouble: 'noTab' };
    const { confirmed } = desk.market.watch;
    const isOurs = (confirmed?.code ?? null) === code;
    const reading: ChatAppReading = isOurs ? told : { ...told, accessList: { from: 'nowhere', why: 'notRead' } };
    const record = await this.#books.change(key, (before) => withReading(before, reading, parts));
    await this.#desks.with(
      key,
      () => this.#effects.now(),
      (desk) => desk.market.takeAccess(accessSummary(factsOf(record, desk.market.watch)), this.#effects.now()),
    );
    await this.#display.publish(key, { mayInject: false });
    return { trouble: null, reading };
  }
}

/** True when another tab would tell nothing else. */
const isFinal = ({ trouble }: ReadingResult): boolean => trouble === null || trouble === 'notAdministrator';

/** False for a part that nobody answered for: no connection, a page that is left. A refusal is an answer. */
function hasAnswered(reading: ChatAppReading, part: ReadingPart): boolean {
  const fact = reading[part];
  return fact.from !== 'nowhere' || (fact.why !== 'failed' && fact.why !== 'notRead');
}

/** The last good value of a part stays, with its age, when it could not be read again; so does what was not asked. */
export function withReading(
  before: ChatAppRecord,
  reading: ChatAppReading,
  parts: readonly ReadingPart[],
): ChatAppRecord {
  const old = before.reading;
  if (!old) return { ...before, reading };
  const isGood = (part: ReadingPart) => old[part].from !== 'nowhere';
  const kept = READING_PARTS.filter((part) => !parts.includes(part) || (isGood(part) && !hasAnswered(reading, part)));
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
