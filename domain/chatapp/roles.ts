/** Whether an employee has "access to Open Channels", which no article maps to a right: three are possible. */
import { matchOf } from './access-codes.ts';
import type { Employee, Reach, RoleGrant } from './facts.ts';
import { type Memberships, membershipElsewhere, membershipIn } from './queue.ts';
import type { ReadyFacts } from './ready.ts';
import type { QueueIndex } from './structure.ts';
import { distinct, type Reading, reading, unread, type Variable } from './worlds.ts';

type YesNo = 'yes' | 'no';
type Maybe = readonly YesNo[];

const UNREAD = unread<YesNo>('yes', 'no');
const YES: Maybe = ['yes'];
const NO: Maybe = ['no'];
const EITHER: Maybe = ['yes', 'no'];

/** "Access to Open Channels" for a line, under every reading of these words. */
export function roleFor(line: string, employee: Employee, ready: ReadyFacts): Variable<YesNo> {
  const index = ready.structure.lines?.get(line);
  if (ready.structure.lines === null) return UNREAD;
  const here = index ? membershipIn(index, employee, ready.structure) : (['no'] as const);
  const views = rightFor('viewsLines', index, here, employee, ready);
  const joins = rightFor('joins', index, here, employee, ready);
  const queues = inAny(here, membershipElsewhere(line, employee, ready));
  return readingsOf(views, joins, queues);
}

/** The names of the roles that mean this employee. */
export const rolesOf = (employee: Employee, { roles, structure }: ReadyFacts): string[] =>
  (roles ?? [])
    .filter(({ codes }) => matchOf(codes, employee, structure).belongs === true)
    .map(({ grant }) => grant.roleName);

const MADE = new Map<string, Variable<YesNo>>();

/** One variable for each combination, so that like employees share it. */
function readingsOf(views: Maybe, joins: Maybe, queues: Maybe): Variable<YesNo> {
  const key = `${views}|${joins}|${queues}`;
  const made =
    MADE.get(key) ??
    distinct(views.flatMap((view) => joins.flatMap((join) => queues.map((queue) => alternative(view, join, queue)))));
  MADE.set(key, made);
  return made;
}

const alternative = (view: YesNo, join: YesNo, queue: YesNo): readonly Reading<YesNo>[] =>
  view === join && join === queue
    ? [reading(view)]
    : [reading(view, 'accessIsToView'), reading(join, 'accessIsToJoin'), reading(queue, 'accessIsAnyQueue')];

const inAny = (here: Memberships, elsewhere: Memberships): Maybe => {
  const isOut = (memberships: Memberships) => memberships.every((each) => each === 'no');
  const isIn = (memberships: Memberships) => !memberships.includes('no');
  if (isIn(here) || isIn(elsewhere)) return YES;
  return isOut(here) && isOut(elsewhere) ? NO : EITHER;
};

/** Whether a right reaches this line; the widest of all roles counts. */
function rightFor(
  right: 'viewsLines' | 'joins',
  index: QueueIndex | undefined,
  here: Memberships,
  employee: Employee,
  { roles, structure }: ReadyFacts,
): Maybe {
  if (roles === null) return EITHER;
  let best = NO;
  for (const { grant, codes } of roles) {
    const { belongs } = matchOf(codes, employee, structure);
    if (belongs === false) continue;
    const reaches = reachOf(grant, right, index, here, employee);
    if (reaches === YES && belongs) return YES;
    if (reaches !== NO) best = EITHER;
  }
  return best;
}

function reachOf(
  grant: RoleGrant,
  right: 'viewsLines' | 'joins',
  index: QueueIndex | undefined,
  here: Memberships,
  employee: Employee,
): Maybe {
  const reach: Reach | null = grant[right];
  if (reach === null) return EITHER;
  if (reach === 'none') return NO;
  if (reach === 'any' || !here.includes('no')) return YES;
  if (here.length > 1) return EITHER;
  return reach === 'department' && index ? amongColleagues(index, employee) : NO;
}

/** The department's reach goes by whether a colleague is in the queue. */
function amongColleagues({ colleagues, users, members }: QueueIndex, { departments }: Employee): Maybe {
  if (departments.some((id) => colleagues.has(id))) return YES;
  // Who is missing from one of the two may stand in the other.
  return users && members ? NO : EITHER;
}
