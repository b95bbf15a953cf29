/** Portals that are due take turns: few at once, the one that has waited longest first. */
import { nextInTurn } from '../../domain/watch/schedule.ts';

/** When a portal was due. */
export interface Turn {
  key: string;
  at: number;
}

export class Turns {
  readonly #waiting = new Map<string, Turn>();
  readonly #underWay = new Set<string>();
  readonly #work: (key: string) => Promise<void>;

  /** `work` is what a portal does with its turn. */
  constructor(work: (key: string) => Promise<void>) {
    this.#work = work;
  }

  /** One that has its turn already needs no other. */
  add(turn: Turn): void {
    if (!this.#underWay.has(turn.key)) this.#waiting.set(turn.key, turn);
  }

  /** Takes one out, all for null; what is under way comes to its end. */
  drop(key: string | null): void {
    if (key === null) this.#waiting.clear();
    else this.#waiting.delete(key);
  }

  /** Gives turns until nobody waits whom this call can serve. */
  async run(): Promise<void> {
    const turns = nextInTurn([...this.#waiting.values()], this.#underWay.size);
    await Promise.all(turns.map(({ key }) => this.#give(key)));
  }

  async #give(key: string): Promise<void> {
    this.#waiting.delete(key);
    this.#underWay.add(key);
    try {
      await this.#work(key);
    } catch (error) {
      console.error('Latchdesk: a portal could not be watched, the next alarm tries again', error);
    } finally {
      this.#underWay.delete(key);
    }
    await this.run();
  }
}
