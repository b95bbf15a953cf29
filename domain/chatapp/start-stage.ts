/** Can an employee start a conversation on a line? */
import type { Ambiguity, ReadingId } from './ambiguities.ts';
import { type ChatAppFacts, type Employee, isKnown } from './facts.ts';
import { type Gate, type GateSource, oldestOf, opensWhile, sourceOf, stateOf, type Verdict } from './gates.ts';
import { optionGate } from './option-gate.ts';
import { optionNow } from './options.ts';
import { type Memberships, membershipIn, responsibleFor } from './queue.ts';
import type { ReadyFacts } from './ready.ts';
import { roleFor, rolesOf } from './roles.ts';
import { type Answered, answerTo } from './stage.ts';
import { administratorToChatApp, isAdministrator } from './standing.ts';
import { standingGate } from './standing-gate.ts';
import { type QueueIndex, workingLines } from './structure.ts';
import { type OfRow, outcomesIn, START_TABLE, type StartOutcome, type StartWorld } from './tables.ts';
import { known, unread, type Variable, type Variables } from './worlds.ts';

const judge = (world: StartWorld): readonly OfRow<StartOutcome>[] => outcomesIn(START_TABLE, world);

const GATE_OF = { administrator: 'standing', responsible: 'responsible', queue: 'queue', role: 'role' } as const;

/** Answers whether an employee can start a conversation; `line` null: on any one that works. */
export function startStage(employee: Employee, ready: ReadyFacts, line: string | null): Answered<null> {
  const { facts } = ready;
  const variables: Variables<StartWorld> = {
    administrator: administratorToChatApp(employee),
    responsible: optionNow('responsible', facts),
    queue: onLines(line, ready, (id) => responsibleFor(id, employee, ready)),
    role: onLines(line, ready, (id) => roleFor(id, employee, ready)),
  };
  const isExempt = isAdministrator(employee);
  const queue = queueFor(employee, ready, line);
  const gatesFor = (alone: Verdict) => [
    ...standingGate(employee, variables.administrator, alone),
    roleGate(employee, ready, variables.role, alone),
    optionGate('responsible', facts, isExempt, alone),
    queueGate(queue, isExempt, variables, alone),
  ];
  // A department's entry counts for the portal itself; what ChatApp makes of it is another matter.
  const shown: ReadingId[] = queue.portalCounts ? ['departmentsCount'] : [];
  const aside = asideFor(facts, queue.index);
  const question = { variables, judge, derive: () => null, gatesFor, gateOf: GATE_OF, aside, shown };
  return answerTo({ id: 'start', ...question }, ready.memory);
}

const NO = known<'yes' | 'no'>('no');
const UNREAD = unread<'yes' | 'no'>('yes', 'no');

/** One line's answer; while none is chosen, each working line is an alternative. */
function onLines(
  line: string | null,
  { structure, memory }: ReadyFacts,
  answer: (line: string) => Variable<'yes' | 'no'>,
): Variable<'yes' | 'no'> {
  if (structure.lines === null) return UNREAD;
  if (line !== null) return answer(line);
  const lines = workingLines(structure);
  return lines.length === 0 ? NO : memory.anyOf(lines.map((index) => answer(index.line.id)));
}

/** A channel that nobody has seen on its line since the last installation may not be there any more. */
function asideFor({ reinstalledAt }: ChatAppFacts, index: QueueIndex | null): Ambiguity[] {
  if (reinstalledAt === null) return [];
  const isConnected = index?.line.isConnected;
  return isConnected && isKnown(isConnected) && isConnected.value && isConnected.at > reinstalledAt ? [] : ['A9'];
}

interface QueueFinding {
  line: string | null;
  index: QueueIndex | null;
  /** All that it may be. */
  memberships: Memberships;
  portalCounts: boolean | null;
  source: GateSource;
}

function queueFor(employee: Employee, { facts, structure }: ReadyFacts, line: string | null): QueueFinding {
  const lines = workingLines(structure);
  const id = line ?? (lines.length === 1 ? (lines[0]?.line.id ?? null) : null);
  const index = (id !== null && structure.lines?.get(id)) || null;
  const concerned = index ? [index] : line === null ? lines : [];
  const memberships = concerned.flatMap((each) => membershipIn(each, employee, structure));
  const isRead = structure.lines !== null;
  return {
    line: id,
    index,
    memberships: memberships.length > 0 ? [...new Set(memberships)] : isRead ? ['no'] : ['named', 'department', 'no'],
    portalCounts: index?.members ? index.members.has(employee.id) : null,
    source: concerned.length > 0 ? oldestOf(...concerned.map(queueSource)) : sourceOf(facts.lines),
  };
}

const queueSource = ({ line }: QueueIndex): GateSource =>
  isKnown(line.queue) ? sourceOf(line.queue) : sourceOf(line.members);

function queueGate(
  { line, memberships, portalCounts, source }: QueueFinding,
  isExempt: boolean,
  { queue }: Variables<StartWorld>,
  alone: Verdict,
): Gate {
  const found = foundOf(queue);
  const [membership] = memberships;
  const state = stateOf({ source, found, isExempt });
  // While everybody may start, only the general rule asks for the queue.
  const isOnlyGeneral = found === false && alone === 'depends';
  return {
    id: 'queue',
    state,
    opens: isExempt || found === true ? 'yes' : alone,
    rule: isExempt ? 'C15' : isOnlyGeneral ? 'C7' : found === false ? 'C14' : 'C13',
    ambiguity: state === 'ambiguous' ? 'A1' : isOnlyGeneral && !isExempt ? 'A6' : null,
    place: { kind: 'lineQueue', line },
    detail: {
      kind: 'queue',
      line,
      membership: memberships.length === 1 && membership !== undefined ? membership : null,
      portalCounts,
    },
    source,
  };
}

function roleGate(employee: Employee, ready: ReadyFacts, role: Variable<'yes' | 'no'>, alone: Verdict): Gate {
  const isExempt = isAdministrator(employee);
  const found = foundOf(role);
  const source = sourceOf(ready.facts.roles);
  // Only how far a role reaches can be told; who has one is read.
  const state = found === false && !isExempt ? 'missing' : stateOf({ source, found, isExempt });
  return {
    id: 'role',
    state,
    opens: roleOpens(isExempt, found, alone),
    rule: isExempt ? 'C15' : 'C7',
    ambiguity: !isExempt && (found === false || found === 'ambiguous') ? 'A6' : null,
    place: { kind: 'rolePermissions' },
    detail: { kind: 'role', names: rolesOf(employee, ready) },
    source,
  };
}

function roleOpens(isExempt: boolean, found: boolean | 'ambiguous' | null, alone: Verdict): Verdict {
  if (isExempt || found === true) return 'yes';
  // No rule refuses somebody for the role alone.
  return opensWhile(found === null ? 'couldNotRead' : 'ambiguous', alone);
}

/** What an open variable comes to, for a gate. */
function foundOf(variable: Variable<'yes' | 'no'>): boolean | 'ambiguous' | null {
  const [readings] = variable;
  if (variable.length !== 1 || !readings) return null;
  const values = new Set(readings.map(({ value }) => value));
  return values.size > 1 ? 'ambiguous' : values.has('yes');
}
