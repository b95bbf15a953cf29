/** Does an employee see and open the application? */
import { matchOf } from './access-codes.ts';
import type { Ambiguity, Rule } from './ambiguities.ts';
import { type Employee, isKnown } from './facts.ts';
import { type Gate, opensWhile, sourceOf, stateOf, type Verdict } from './gates.ts';
import type { ReadyFacts } from './ready.ts';
import { type Answered, type Aspect, answerTo, aspectOf } from './stage.ts';
import { administratorToPortal, isAdministrator, mayInstall } from './standing.ts';
import { standingGate } from './standing-gate.ts';
import { type OfRow, outcomesIn, SEE_TABLE, type SeeOutcome, type SeeWorld } from './tables.ts';
import { type Cases, known, unread, type Variable, type Variables } from './worlds.ts';

const judge = (world: SeeWorld): readonly OfRow<SeeOutcome>[] => outcomesIn(SEE_TABLE, world);

/** What opening the application itself gives. */
const derive = (cases: Cases<OfRow<SeeOutcome>>) => aspectOf(cases, ({ app }) => app);

const GATE_OF = {
  administrator: 'standing',
  installer: 'standing',
  installation: 'installation',
  list: 'accessList',
} as const;

/** Answers whether an employee sees the tabs and can open the application. */
export function seeStage(employee: Employee, ready: ReadyFacts): Answered<Aspect<SeeOutcome['app']>> {
  const { installation } = ready.facts;
  const variables: Variables<SeeWorld> = {
    administrator: administratorToPortal(employee),
    installer: mayInstall(employee),
    installation: INSTALLATION[isKnown(installation) ? installation.value : 'unread'],
    list: listFor(employee, ready),
  };
  const gatesFor = (alone: Verdict) => [
    installationGate(ready, alone),
    ...standingGate(employee, administratorToPortal(employee), alone),
    accessListGate(employee, ready, alone),
  ];
  // What the place is called differs from portal to portal.
  const aside: Ambiguity[] = ready.list?.isEmpty ? [] : ['A10'];
  return answerTo({ id: 'see', variables, judge, derive, gatesFor, gateOf: GATE_OF, aside, shown: [] }, ready.memory);
}

const INSTALLATION = {
  finished: known<SeeWorld['installation']>('finished'),
  unfinished: known<SeeWorld['installation']>('unfinished'),
  absent: known<SeeWorld['installation']>('absent'),
  unread: unread<SeeWorld['installation']>('finished', 'unfinished', 'absent'),
} as const;

const LIST = {
  empty: known<SeeWorld['list']>('empty'),
  matched: known<SeeWorld['list']>('matched'),
  notMatched: known<SeeWorld['list']>('notMatched'),
  unclear: unread<SeeWorld['list']>('matched', 'notMatched'),
} as const;

function listFor(employee: Employee, { list, structure }: ReadyFacts): Variable<SeeWorld['list']> {
  if (!list) return LIST.unclear;
  if (list.isEmpty) return LIST.empty;
  const { belongs } = matchOf(list.codes, employee, structure);
  return belongs === null ? LIST.unclear : belongs ? LIST.matched : LIST.notMatched;
}

function installationGate({ facts: { installation } }: ReadyFacts, alone: Verdict): Gate {
  const source = sourceOf(installation);
  const state = isKnown(installation) ? installation.value : null;
  const found = state && state === 'finished';
  return {
    id: 'installation',
    state: stateOf({ source, found }),
    opens: found === null ? opensWhile('couldNotRead', alone) : found ? 'yes' : 'no',
    rule: 'C3',
    ambiguity: null,
    place: { kind: 'applicationPage' },
    detail: { kind: 'installation', state },
    source,
  };
}

function accessListGate(employee: Employee, { facts, list, structure }: ReadyFacts, alone: Verdict): Gate {
  const isExempt = isAdministrator(employee);
  const { belongs, code } = list ? matchOf(list.codes, employee, structure) : { belongs: null, code: null };
  const found = list?.isEmpty ? true : belongs;
  // A list may be read and say nothing while the structure is missing.
  const isStructureMissing = found === null && isKnown(facts.accessList) && !isKnown(facts.departments);
  const source = isStructureMissing ? sourceOf(facts.departments) : sourceOf(facts.accessList);
  return {
    id: 'accessList',
    state: stateOf({ source, found, isExempt }),
    // Closed, unless it is open whether somebody is an administrator.
    opens: isExempt || found ? 'yes' : found === null ? opensWhile('couldNotRead', alone) : alone,
    rule: ruleFor(isExempt, list?.isEmpty ?? false),
    ambiguity: null,
    place: { kind: 'accessList' },
    detail: { kind: 'accessList', code, size: isKnown(facts.accessList) ? facts.accessList.value.length : null },
    source,
  };
}

const ruleFor = (isExempt: boolean, isEmpty: boolean): Rule => (isExempt ? 'platform' : isEmpty ? 'C6' : 'C5');
