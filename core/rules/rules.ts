/** Rules as the rest of the background knows them: the book, the engine, where rules send, put together. */
import type { ToldCall } from '../../bitrix24/call-notes.ts';
import { DestinationRepository } from '../../database/destinations.ts';
import { RuleBookRepository } from '../../database/rule-book.ts';
import { RuleRepository } from '../../database/rules.ts';
import type { LatchdeskDatabase } from '../../database/schema.ts';
import type { RuleNeed } from '../../domain/rules/view.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import { RuleAnswers } from './answers.ts';
import { RuleBook } from './book.ts';
import { Destinations } from './destinations.ts';
import { Engine } from './engine.ts';
import type { Sender } from './example-call.ts';
import { Needs } from './needs.ts';
import { Performer } from './performer.ts';
import type { RulesPulse } from './pulse.ts';
import type { RulesMessage, RulesService } from './rules-service.ts';
import { ruleWorld } from './world.ts';

export interface RulesParts {
  desks: Desks;
  house: House;
  database: LatchdeskDatabase;
  display: Display;
  effects: Effects;
  noteCalls: (portal: string, calls: readonly ToldCall[]) => void;
}

export class Rules implements RulesService, RulesPulse {
  readonly #parts: RulesParts;
  readonly #engine: Engine;
  readonly #answers: RuleAnswers;
  readonly #needs: Needs;
  readonly #destinations: Destinations;

  constructor(parts: RulesParts) {
    const { desks, house, database, effects } = parts;
    this.#parts = parts;
    const book = new RuleBookRepository(database);
    this.#needs = new Needs(book);
    this.#destinations = new Destinations({
      repository: new DestinationRepository(database),
      outside: effects.outside,
      rules: async () => (await book.all()).map(({ rule }) => rule),
      sender: () => this.#sender(),
      newId: () => crypto.randomUUID(),
    });
    const performer = new Performer({
      ...{ desks, effects, destinations: this.#destinations, outside: effects.outside },
      changed: (key) => void this.#publish(key),
      patternOf: (origin) => house.portalOf(origin)?.pattern ?? `${origin}/*`,
      noteCalls: parts.noteCalls,
    });
    this.#engine = new Engine({
      repository: new RuleRepository(database),
      performer,
      worldOf: async (key) => {
        const desk = await desks.peek(key);
        return desk && ruleWorld(desk, effects.now());
      },
      portals: async () => (await desks.all()).map(({ row }) => row.key),
      isHeld: () => house.preferences.isReadOnly || !house.isOn('rules'),
      isPortalHeld: (origin) => house.whyPaused(origin) !== null,
      effects,
      tell: () => void this.#tell(),
    });
    this.#answers = new RuleAnswers({
      ...{ desks, house, effects, destinations: this.#destinations, performer },
      ...{ book: new RuleBook(book), rows: book, engine: this.#engine },
      changed: () => this.#changed(),
    });
  }

  /** Finds what was under way when the background was ended, and goes on. */
  async start(): Promise<void> {
    await this.#needs.read();
    // Whoever has asked meanwhile was answered without them.
    if (this.#needs.current.length > 0) await this.#parts.display.refresh();
    await this.#engine.recover();
  }

  wake(): void {
    if (this.#needs.hasRules) this.#engine.wake();
  }

  nextAt(): number | null {
    return this.#engine.nextAt();
  }

  needs(): readonly RuleNeed[] {
    return this.#needs.current;
  }

  answer(message: RulesMessage): Promise<unknown> {
    return this.#answers.answer(message);
  }

  /** After a portal was forgotten, or everything. */
  async readAgain(): Promise<void> {
    this.#destinations.forget();
    await this.#needs.read();
  }

  async #changed(): Promise<void> {
    await this.#tell();
    this.wake();
  }

  async #tell(): Promise<void> {
    try {
      await this.#needs.read();
      await this.#parts.display.refresh();
    } catch (error) {
      console.error('Latchdesk: what rules need could not be shown, the next change shows it', error);
    }
  }

  /** What was done is done: no rule waits until it is shown. */
  async #publish(key: string): Promise<void> {
    try {
      await this.#parts.display.publish(key);
    } catch (error) {
      console.error('Latchdesk: what a rule did could not be shown, the next change shows it', error);
    }
  }

  /** The portal that was seen last. */
  async #sender(): Promise<Sender> {
    const { desks, house } = this.#parts;
    const [desk] = (await desks.all()).sort((a, b) => b.row.seenAt - a.row.seenAt);
    if (!desk) return { host: 'portal.example', label: 'portal.example', language: house.preferences.language };
    const host = new URL(desk.row.origin).host;
    return { host, label: house.portalOf(desk.row.origin)?.label || host, language: desk.language };
  }
}
