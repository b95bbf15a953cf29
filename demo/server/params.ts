/** Parameters as PHP reads them: `a[b][]=1` becomes nested, every value is a string. */

export type Params = { [name: string]: unknown };

/** Builds nested parameters from name and value pairs. */
export function parseForm(pairs: Iterable<[string, string]>): Params {
  const result: Params = Object.create(null);
  for (const [name, value] of pairs) setPath(result, pathOf(name), value);
  return result;
}

export function parseQuery(query: string): Params {
  return parseForm([...new URLSearchParams(query)]);
}

/** A parameter by its name in any case, as old REST methods read it. */
export function anyCase(params: Params, name: string): unknown {
  const wanted = name.toLowerCase();
  const key = Object.keys(params).find((candidate) => candidate.toLowerCase() === wanted);
  return key === undefined ? undefined : params[key];
}

/** A whole number, or the fallback. */
export function integer(value: unknown, fallback: number): number {
  const number = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
  return Number.isInteger(number) && value !== '' ? number : fallback;
}

function pathOf(name: string): string[] {
  const bracket = name.indexOf('[');
  if (bracket <= 0) return [name];
  const parts = name.slice(bracket).match(/\[[^\]]*\]/g) ?? [];
  return [name.slice(0, bracket), ...parts.map((part) => part.slice(1, -1))];
}

function setPath(target: Params, path: string[], value: string): void {
  const [head = '', ...rest] = path;
  const key = head === '' ? String(Object.keys(target).length) : head;
  if (rest.length === 0) {
    target[key] = value;
    return;
  }
  const inner = target[key];
  const next: Params = typeof inner === 'object' && inner !== null ? (inner as Params) : Object.create(null);
  target[key] = next;
  setPath(next, rest, value);
}
