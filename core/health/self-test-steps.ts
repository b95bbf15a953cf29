/** The steps of a self-test, by the ways that are there for everybody: they look and read, and write nothing anywhere. */
import type { LinkMessage } from '../../bitrix24/link-protocol.ts';
import type { SignIns } from '../../domain/access/record.ts';
import { READING_PARTS, type ReadingPart } from '../../domain/chatapp/book.ts';
import type { HealthEvent } from '../../domain/health/health.ts';
import { codeOrNothing } from '../../domain/health/plain-codes.ts';
import type { StepId, StepOutcome } from '../../domain/health/self-test.ts';
import type { SourceFailure } from '../../domain/health/sources.ts';
import { healthView } from '../../domain/health/view.ts';
import type { Desks } from '../desks.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { ReadingResult } from '../market/chatapp-readings.ts';
import type { PortalDesk } from '../portal-desk.ts';
import type { HealthBook } from './health-book.ts';
import { accessEvents, eventLogEvents, partsEvents, readingEvents } from './health-events.ts';

/** What the steps are tried with. */
export interface StepParts {
  desks: Desks;
  house: House;
  book: HealthBook;
  effects: Effects;
  /** Has a tab read the portal with everything there is to look at; false when none can. */
  readAll(key: string): Promise<boolean>;
  /** Looks into the event log; null when no tab can. */
  tryEventLog(key: string, from: number, until: number): Promise<SignIns | null>;
  readParts(key: string, parts: readonly ReadingPart[]): Promise<ReadingResult>;
}

export type FinishedReading = Pick<Extract<LinkMessage, { type: 'reading.finished' }>, 'outcome' | 'access'>;

/** What a tab says of its page. */
interface PageAnswer {
  isLive?: boolean;
  userId?: string;
}

const PASSED: StepOutcome = { result: 'passed' };
const NOT_NEEDED: StepOutcome = { result: 'notNeeded' };
const SWITCHED_OFF: StepOutcome = { result: 'absent', absence: 'switchedOff' };
const failed = (failure: SourceFailure, code = ''): StepOutcome => ({ result: 'failed', failure, code });

/** Of the event log the last hour is looked at. */
const LOG_HOURS = 3_600_000;

export class SelfTestSteps {
  readonly #key: string;
  readonly #parts: StepParts;
  readonly #nextReading: () => Promise<FinishedReading>;
  /** What the tabs have said of their pages. */
  #pages: readonly PageAnswer[] = [];
  #reading: FinishedReading | null = null;

  /** `nextReading` resolves with what a tab tells next of this portal. */
  constructor(key: string, parts: StepParts, nextReading: () => Promise<FinishedReading>) {
    this.#key = key;
    this.#parts = parts;
    this.#nextReading = nextReading;
  }

  async try(id: StepId): Promise<StepOutcome> {
    if (id === 'database') return this.#tryDatabase();
    const desk = await this.#parts.desks.peek(this.#key);
    if (!desk) return failed('noTab');
    switch (id) {
      case 'tab':
        return this.#tryTab(desk);
      case 'page':
        return this.#tryPage(desk);
      case 'events':
        return this.#tryEvents(desk);
      case 'list':
        return this.#tryList();
      case 'access':
        return this.#tryAccess();
      case 'market':
        return this.#tryMarket();
      case 'chatapp':
        return this.#tryChatApp(desk);
      case 'eventLog':
        return this.#tryEventLog(desk);
    }
  }

  /** What waits is written and read back. */
  async #tryDatabase(): Promise<StepOutcome> {
    await this.#parts.book.write();
    await this.#parts.book.health(this.#key);
    return PASSED;
  }

  async #tryTab({ row, session }: PortalDesk): Promise<StepOutcome> {
    const { house, effects } = this.#parts;
    if (house.whyPaused(row.origin)) return SWITCHED_OFF;
    // A page that the user left open would read with the session of whoever is signed in now.
    if (session.context.hasLeft) return failed('signedOut');
    const tabs = await effects.tabsOf(row.origin);
    if (tabs.length === 0) return failed('noTab');
    const answers = await Promise.all(tabs.map((tabId) => effects.askTab(tabId, { type: 'isLive' })));
    this.#pages = answers.filter((answer): answer is PageAnswer => typeof answer === 'object' && answer !== null);
    return this.#pages.length > 0 ? PASSED : failed('silent');
  }

  async #tryPage({ row }: PortalDesk): Promise<StepOutcome> {
    if (this.#pagesOf(row.userId).length > 0)
      return this.#tell([{ type: 'source.told', source: 'page', at: this.#now }]);
    return this.#pages.some(({ userId }) => userId) ? failed('signedOut', 'another user') : failed('silent');
  }

  async #tryEvents({ row }: PortalDesk): Promise<StepOutcome> {
    const isHeard = this.#pagesOf(row.userId).some(({ isLive }) => isLive === true);
    if (isHeard) return this.#tell([{ type: 'source.told', source: 'events', at: this.#now }]);
    return this.#tell([{ type: 'source.failed', source: 'events', failure: 'offline', detail: '', at: this.#now }]);
  }

  async #tryList(): Promise<StepOutcome> {
    const reading = this.#nextReading();
    if (!(await this.#parts.readAll(this.#key))) return failed('noTab');
    this.#reading = await reading;
    return outcomeOf(readingEvents(this.#reading.outcome, this.#now));
  }

  /** The look travels with the reading before it; where nothing was looked at there is no chat to look into. */
  async #tryAccess(): Promise<StepOutcome> {
    const access = this.#reading?.access;
    return access ? outcomeOf(accessEvents(access, this.#now)) : NOT_NEEDED;
  }

  /** Pages tell what they show by themselves; where none was open lately there is nothing to try. */
  async #tryMarket(): Promise<StepOutcome> {
    const { lines } = healthView(await this.#parts.book.health(this.#key), this.#now);
    return lines.some(({ source, state }) => source === 'marketPages' && state === 'ok') ? PASSED : NOT_NEEDED;
  }

  async #tryChatApp({ market }: PortalDesk): Promise<StepOutcome> {
    const { house, readParts } = this.#parts;
    if (!house.isOn('chatappReading')) return SWITCHED_OFF;
    // Where nobody has said which application it is, nobody has asked for employees to be read.
    if (!market.watch.confirmed) return NOT_NEEDED;
    const result = await readParts(this.#key, READING_PARTS);
    return outcomeOf(partsEvents(result, READING_PARTS, this.#now));
  }

  async #tryEventLog({ row }: PortalDesk): Promise<StepOutcome> {
    const { house, tryEventLog } = this.#parts;
    if (!house.isOn('signIns')) return SWITCHED_OFF;
    const answer = await tryEventLog(row.key, this.#now - LOG_HOURS, this.#now);
    return outcomeOf(answer ? eventLogEvents(answer, this.#now) : []);
  }

  #tell(events: readonly HealthEvent[]): StepOutcome {
    this.#parts.book.hear(this.#key, events);
    return outcomeOf(events);
  }

  #pagesOf(userId: string): readonly PageAnswer[] {
    return this.#pages.filter((page) => page.userId === userId);
  }

  get #now(): number {
    return this.#parts.effects.now();
  }
}

/** One source that is broken is a failure; of those that are not offered all have to be. Nobody there: no tab. */
function outcomeOf(events: readonly HealthEvent[]): StepOutcome {
  for (const event of events) {
    if (event.type === 'source.failed') return failed(event.failure, codeOrNothing(event.detail));
  }
  if (events.some(({ type }) => type === 'source.told')) return PASSED;
  const [absent] = events.filter((event) => event.type === 'source.absent');
  return absent ? { result: 'absent', absence: absent.absence } : failed('noTab');
}
