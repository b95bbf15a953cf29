/** Access codes: whom each of them means, and whether an employee is among them. */
import type { Employee } from './facts.ts';
import { departmentsOf, type Structure } from './structure.ts';

/** `other`: system groups, workgroups and whatever else nobody can look up from here. */
export type CodeKind = 'user' | 'department' | 'departmentTree' | 'everyone' | 'other';

export interface AccessCode {
  kind: CodeKind;
  /** Id of the user or department; empty for the others. */
  id: string;
}

/** Many codes, ready for questions about thousands of employees. */
export type CodeSet = Readonly<Record<'users' | 'departments' | 'trees', ReadonlySet<string>>> & {
  /** The code that means everyone; null: none does. */
  everyone: string | null;
  hasOther: boolean;
};

export interface Match {
  /** Null: nobody can tell from here. */
  belongs: boolean | null;
  /** The code that lets in; null: none, or nobody can tell which. */
  code: string | null;
}

const KINDS: Readonly<Record<string, CodeKind>> = { U: 'user', D: 'department', DR: 'departmentTree' };

/** Takes a code apart; what is not known becomes `other`. */
export function parseCode(code: string): AccessCode {
  if (code === 'AU' || code === 'G2') return { kind: 'everyone', id: '' };
  const [, letters = '', id = ''] = /^(U|DR|D)(\d+)$/.exec(code) ?? [];
  return { kind: KINDS[letters] ?? 'other', id };
}

/** Sorts codes by what they mean. */
export function codeSetOf(codes: readonly string[]): CodeSet {
  const parsed = codes.map(parseCode);
  const idsOf = (kind: CodeKind) => new Set(parsed.filter((code) => code.kind === kind).map(({ id }) => id));
  return {
    users: idsOf('user'),
    departments: idsOf('department'),
    trees: idsOf('departmentTree'),
    everyone: codes.find((code) => parseCode(code).kind === 'everyone') ?? null,
    hasOther: parsed.some(({ kind }) => kind === 'other'),
  };
}

/** Whether any of the codes means this employee, and which. */
export function matchOf(codes: CodeSet, employee: Employee, structure: Structure): Match {
  const code = codeFor(codes, employee, structure);
  if (code !== null) return { belongs: true, code };
  // Without the structure, a department may stand above the employee's own, or be one that the employee heads.
  const isStructureMissing = structure.departments === null && codes.departments.size + codes.trees.size > 0;
  return { belongs: codes.hasOther || isStructureMissing ? null : false, code: null };
}

function codeFor(codes: CodeSet, employee: Employee, structure: Structure): string | null {
  if (codes.users.has(employee.id)) return `U${employee.id}`;
  for (const own of departmentsOf(employee, structure)) {
    if (codes.departments.has(own)) return `D${own}`;
    if (codes.trees.size > 0) for (const id of structure.upwards(own)) if (codes.trees.has(id)) return `DR${id}`;
  }
  return codes.everyone;
}
