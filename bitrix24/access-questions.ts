/** Questions of a batch, each with what its answer is for. */
import type { BatchAnswers, Commands } from './batch.ts';

export interface Question {
  command: string;
  take(result: unknown): void;
  /** The portal answered with an error code. */
  refuse(code: string): void;
}

/** The portal takes fifty in one batch. */
const MOST_COMMANDS = 45;

export class Questions {
  readonly #asked = new Map<string, Question>();

  /** The commands of these questions; those beyond the measure of a batch wait. */
  ask(questions: Iterable<readonly [string, Question]>): Commands {
    const some = [...questions].slice(0, MOST_COMMANDS);
    for (const [name, question] of some) this.#asked.set(name, question);
    return Object.fromEntries(some.map(([name, { command }]) => [name, command]));
  }

  /** Hands each answer to its question; none stays open. */
  take({ result, errors }: BatchAnswers): void {
    const asked = [...this.#asked];
    this.#asked.clear();
    for (const [name, question] of asked) {
      const error = errors[name]?.error;
      if (error === undefined) question.take(result[name]);
      else question.refuse(error);
    }
  }
}
