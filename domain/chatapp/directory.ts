/** What things are called: sentences name lines, departments and entries of the access list, never their codes. */
import type { ExplainerMessages } from '../explainer-text.ts';
import { parseCode } from './access-codes.ts';
import { type ChatAppFacts, type Employee, isKnown } from './facts.ts';

export interface Directory {
  /** Names by id; empty where nothing was read. */
  lines: ReadonlyMap<string, string>;
  departments: ReadonlyMap<string, string>;
  /** Names of the access list's entries by code, as the portal tells them. */
  entries: ReadonlyMap<string, string>;
  /** False where it is known that no line takes conversations. */
  mayHaveLines: boolean;
}

/** Looks the names up; the result holds for these facts only. */
export function directoryOf({ lines, departments, accessList }: ChatAppFacts): Directory {
  const known = isKnown(lines) ? lines.value : null;
  return {
    lines: new Map(known?.map(({ id, name }) => [id, name])),
    departments: new Map(isKnown(departments) ? departments.value.map(({ id, name }) => [id, name]) : []),
    entries: new Map(isKnown(accessList) ? accessList.value.map(({ code, name }) => [code, name]) : []),
    mayHaveLines: known === null || known.some(({ isActive }) => isActive),
  };
}

/** "the line “Sales”", or what stands for a line without a name. */
export function lineWords(line: string | null, { lines }: Directory, { line: words }: ExplainerMessages): string {
  if (line === null) return words.every;
  const name = lines.get(line)?.trim();
  return name ? words.named(name) : words.unnamed(line);
}

/** The name of a line alone. */
export const lineName = (line: string, { lines }: Directory, { line: words }: ExplainerMessages): string =>
  lines.get(line)?.trim() || words.nameless(line);

/** An access code as people say it: "the department “Sales” and below". */
export function codeWords(code: string, directory: Directory, { code: words }: ExplainerMessages): string {
  const { kind, id } = parseCode(code);
  if (kind === 'user') return words.user;
  if (kind === 'everyone') return words.everyone;
  if (kind === 'other') return directory.entries.get(code)?.trim() || words.other;
  const name = directory.departments.get(id)?.trim() || directory.entries.get(code)?.trim();
  if (!name) return words.unnamedDepartment(id);
  return words[kind](name);
}

/** The departments of an employee by name. */
export const departmentNames = (
  { departments }: Employee,
  directory: Directory,
  { code }: ExplainerMessages,
): string[] => departments.map((id) => directory.departments.get(id)?.trim() || code.unnamedDepartment(id));
