/** The gates that an employee passes, as they are shown: what was found, what follows, and where it is put right. */
import type { Ambiguity, Rule } from './ambiguities.ts';
import type { Fact, Standing, Step, Unread } from './facts.ts';
import type { Membership } from './queue.ts';

/** `depends`: ChatApp does not say, and its readings differ; `unknown`: something could not be read. */
export type Verdict = 'yes' | 'no' | 'depends' | 'unknown';

export type GateState = 'found' | 'missing' | 'exempt' | 'ambiguous' | 'couldNotRead' | 'entered';

export type GateId =
  | 'standing'
  | 'installation'
  | 'accessList'
  | 'password'
  | 'personal'
  | 'steps'
  | 'account'
  | 'role'
  | 'responsible'
  | 'queue';

/** Where a gate is put right; `line` is the line's id, null while none was chosen. */
export type Place =
  | { kind: 'applicationPage' | 'accessList' | 'dialogOptions' | 'projectEmployees' | 'rolePermissions' | 'employees' }
  | { kind: 'lineQueue'; line: string | null };

/** What was found at a gate. */
export type Detail =
  | { kind: 'standing'; standing: Standing | null }
  | { kind: 'installation'; state: 'finished' | 'unfinished' | 'absent' | null }
  /** `code` let in; null: none did. `size` 0: everyone. */
  | { kind: 'accessList'; code: string | null; size: number | null }
  | { kind: 'option'; isOn: boolean | null }
  | { kind: 'steps'; open: readonly Step[]; unread: readonly Step[] }
  | { kind: 'account'; has: boolean | null }
  | { kind: 'role'; names: readonly string[] }
  /** Null: no line was chosen, and they differ, or it could not be read. `portalCounts`: the portal itself lists them. */
  | { kind: 'queue'; line: string | null; membership: Membership | null; portalCounts: boolean | null };

/** Where a gate's fact comes from. */
export type GateSource =
  | { from: 'read'; at: number }
  | { from: 'entered'; at: number; by: string }
  | { from: 'nowhere'; why: Unread };

export interface Gate {
  id: GateId;
  state: GateState;
  /** Whether it lets through, as things stand. */
  opens: Verdict;
  rule: Rule;
  /** Why it is ambiguous, or why its effect is; null: it is neither. */
  ambiguity: Ambiguity | null;
  place: Place;
  detail: Detail;
  source: GateSource;
}

/** The source of a fact, without its value. */
export function sourceOf<T>(fact: Fact<T>): GateSource {
  if (fact.from === 'read') return { from: 'read', at: fact.at };
  if (fact.from === 'entered') return { from: 'entered', at: fact.at, by: fact.by };
  return { from: 'nowhere', why: fact.why };
}

/** One source for several facts: what is missing first, then what a person said, then the oldest. */
export function oldestOf(...sources: readonly GateSource[]): GateSource {
  const rank = { nowhere: 0, entered: 1, read: 2 } as const;
  const ageOf = (source: GateSource) => (source.from === 'nowhere' ? 0 : source.at);
  const [first] = [...sources].sort((a, b) => rank[a.from] - rank[b.from] || ageOf(a) - ageOf(b));
  return first ?? { from: 'nowhere', why: 'notRead' };
}

export interface GateFinding {
  source: GateSource;
  /** What the fact says; null: it could not be read; `ambiguous`: it says different things to different readings. */
  found: boolean | 'ambiguous' | null;
  isExempt?: boolean;
}

/** The state of a gate from what was found there. */
export function stateOf({ source, found, isExempt = false }: GateFinding): GateState {
  if (isExempt) return 'exempt';
  if (found === null) return 'couldNotRead';
  if (found === 'ambiguous') return 'ambiguous';
  if (source.from === 'entered') return 'entered';
  return found ? 'found' : 'missing';
}

/** What an open question does to a gate, given the answer of the whole stage: what turned out not to matter is open. */
export function opensWhile(state: 'ambiguous' | 'couldNotRead', stage: Verdict): Verdict {
  if (stage === 'yes') return 'yes';
  return state === 'ambiguous' ? 'depends' : 'unknown';
}
