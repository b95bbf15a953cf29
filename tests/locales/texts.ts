/** All texts of a language as they come out, whatever their functions ask for. */

/** What a function was given and what it said. */
export interface Said {
  path: string;
  texts: readonly string[];
}

/** Numbers that fall into every plural form of the languages of Europe and Asia, fractions left aside. */
const NUMBERS = [0, 1, 2, 3, 5, 11, 21, 100, 1_000_000];

/** Shapes of arguments, tried one after another until the function takes one. */
const SHAPES: readonly ((value: number) => unknown[])[] = [
  (value) => [value, value, value, value],
  (value) => [[String(value), '5'], value],
  (value) => [String(value), String(value), String(value)],
];

/** Every text by its path, with what a function says for several numbers and with its switches on and off. */
export function textsOf(messages: unknown, path = ''): Said[] {
  if (typeof messages === 'string') return [{ path, texts: [messages] }];
  if (typeof messages === 'function') return [{ path, texts: saidBy(messages as Call, path) }];
  if (typeof messages !== 'object' || messages === null) return [];
  return Object.entries(messages).flatMap(([name, each]) => textsOf(each, path ? `${path}.${name}` : name));
}

type Call = (...args: unknown[]) => unknown;

function saidBy(call: Call, path: string): string[] {
  for (const shape of SHAPES) {
    const texts = attempt(() => NUMBERS.map((value) => call(...shape(value))));
    if (!texts?.every((text) => typeof text === 'string')) continue;
    // Switches come after the number and may choose another text with forms of its own; what is empty is off.
    const switched = attempt(() => NUMBERS.map((value) => call(value, '', '', ''))) ?? [];
    return [...texts, ...switched.filter((text) => typeof text === 'string')] as string[];
  }
  throw new Error(`Nothing is known that "${path}" would take: add the shape of its arguments to SHAPES`);
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
