/** What was worked out once for some variables, kept for the next employee with the same ones. */
import { distinct, type Variable, type Variables } from './worlds.ts';

export class Memory {
  readonly #numbers = new Map<Variable<unknown>, number>();
  readonly #answers = new Map<string, unknown>();

  /** The answer to a question about variables. They are told apart by identity, so whoever makes them shares them. */
  recall<W extends object, A>(question: readonly string[], variables: Variables<W>, answer: () => A): A {
    let key = question.join();
    for (const name in variables) key += `:${this.#numberOf(variables[name])}`;
    const known = this.#answers.get(key);
    if (known !== undefined) return known as A;
    const found = answer();
    this.#answers.set(key, found);
    return found;
  }

  /** One variable that may be any of several; the same one for the same several. */
  anyOf<T>(variables: readonly Variable<T>[]): Variable<T> {
    const different = [...new Set(variables)];
    const [first] = different;
    if (first && different.length === 1) return first;
    const key = `any:${different.map((each) => this.#numberOf(each))}`;
    const made = (this.#answers.get(key) as Variable<T> | undefined) ?? distinct(different.flat());
    this.#answers.set(key, made);
    return made;
  }

  #numberOf(variable: Variable<unknown>): number {
    const before = this.#numbers.get(variable);
    if (before !== undefined) return before;
    this.#numbers.set(variable, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
