/** Everything known of whom ChatApp serves on a portal, put together from reading, pages and what people said. */
import { accessListWords } from '../../domain/chatapp/access-list.ts';
import type { AccountsTold, ChatAppReading, ChatAppRecord, RoleReach } from '../../domain/chatapp/book.ts';
import type { ChatAppFacts, Employee, Fact, Standing } from '../../domain/chatapp/facts.ts';
import { isKnown } from '../../domain/chatapp/facts.ts';
import { withAccounts, withSteps } from '../../domain/chatapp/personal-steps.ts';
import type { AccessSummary, MarketWatch } from '../../domain/market/view.ts';
import { NOTHING_TOLD } from '../../machines/personal-accounts.ts';

type Installation = ChatAppFacts['installation'];

const INSIDE = { from: 'nowhere', why: 'insideChatApp' } as const;
const NOT_READ = { from: 'nowhere', why: 'notRead' } as const;

/** Of a portal about which nobody has said or read anything. */
export const EMPTY_RECORD: ChatAppRecord = {
  reading: null,
  options: { password: INSIDE, personal: INSIDE, responsible: INSIDE },
  answers: [],
  steps: NOTHING_TOLD,
  accounts: null,
  installation: NOT_READ,
  roleReaches: [],
  reinstalledAt: null,
};

/** The facts that explanations are made from. */
export function factsOf(record: ChatAppRecord, watch: MarketWatch): ChatAppFacts {
  const { reading, options, steps, reinstalledAt } = record;
  const facts: ChatAppFacts = {
    staff: staffOf(record),
    departments: reading?.departments ?? NOT_READ,
    installation: installationOf(record, watch),
    accessList: reading?.accessList ?? NOT_READ,
    lines: reading?.lines ?? NOT_READ,
    roles: rolesOf(record),
    options,
    steps: { linked: INSIDE, invited: INSIDE, synchronised: INSIDE },
    reinstalledAt,
  };
  return withSteps(facts, steps);
}

/** How far the rights of a role reach is on a page of its own: where somebody has told it, it counts as told. */
function rolesOf({ reading, roleReaches }: ChatAppRecord): ChatAppFacts['roles'] {
  const roles = reading?.roles ?? NOT_READ;
  if (!isKnown(roles)) return roles;
  const told = roleReaches.filter(({ role }) => roles.value.some(({ roleName }) => roleName === role));
  const newest = told.toSorted((a, b) => b.at - a.at)[0];
  if (!newest) return roles;
  const reachOf = (role: string, right: RoleReach['right']) =>
    told.find((each) => each.role === role && each.right === right)?.reach;
  const value = roles.value.map((grant) => ({
    ...grant,
    viewsLines: reachOf(grant.roleName, 'viewsLines') ?? grant.viewsLines,
    joins: reachOf(grant.roleName, 'joins') ?? grant.joins,
  }));
  // As old as its oldest part.
  return { from: 'entered', value, at: Math.min(roles.at, ...told.map(({ at }) => at)), by: newest.by };
}

function staffOf({ reading, accounts }: ChatAppRecord): ChatAppFacts['staff'] {
  if (!reading) return NOT_READ;
  const { staff } = reading;
  if (!isKnown(staff)) return staff;
  const { employees, isWhole } = staff.value;
  const standings = standingsIn(reading);
  const all = employees.map((each): Employee => ({ ...each, standing: standings(each.id), personalAccount: INSIDE }));
  const value = { employees: accounts ? accountsIn(all, accounts) : all, isWhole };
  return { ...staff, value };
}

/** Who came after it was said is not meant by "all but these". */
function accountsIn(employees: readonly Employee[], told: AccountsTold): Employee[] {
  const isMeant = ({ id }: Employee) => Number(id) <= told.newest;
  const meant = new Map(
    withAccounts(employees.filter(isMeant), new Set(told.without), told).map((each) => [each.id, each]),
  );
  return employees.map((employee) => meant.get(employee.id) ?? employee);
}

/** Who is an administrator the portal's list tells; without it only of oneself anything is known. */
function standingsIn({ administrators, me, startedAt }: ChatAppReading): (id: string) => Fact<Standing> {
  if (isKnown(administrators)) {
    const { at, value } = administrators;
    const ids = new Set(value);
    const [yes, no] = [read('administrator', at), read('employee', at)];
    return (id) => (ids.has(id) ? yes : no);
  }
  const own: Fact<Standing> =
    me.isAdministrator === null ? administrators : read(me.isAdministrator ? 'administrator' : 'employee', startedAt);
  return (id) => (id === me.id ? own : administrators);
}

const read = (value: Standing, at: number): Fact<Standing> => ({ from: 'read', value, at });

/**
 * What was seen or told last: tabs in a card prove that it is finished, its absence that it is not there. What is older
 * than a reinstall is of another installation.
 */
function installationOf({ installation, reinstalledAt }: ChatAppRecord, watch: MarketWatch): Installation {
  const found: Installation[] = [installation];
  for (const { tabs } of watch.cards) {
    if (tabs.state === 'read' && tabs.value.length > 0) found.push({ from: 'read', value: 'finished', at: tabs.at });
  }
  const { opening, presence } = watch;
  if (opening?.trouble === 'notFinished') found.push({ from: 'read', value: 'unfinished', at: opening.at });
  if (opening?.trouble === 'notInstalled') found.push({ from: 'read', value: 'absent', at: opening.at });
  if (presence?.presence === 'absent') found.push({ from: 'read', value: 'absent', at: presence.at });
  const isBack = presence?.presence === 'active' ? presence.at : 0;
  const isTrue = (fact: Installation) =>
    isKnown(fact) && fact.at >= (reinstalledAt ?? 0) && !(fact.value === 'absent' && fact.at < isBack);
  return found.filter(isTrue).sort((a, b) => timeOf(b) - timeOf(a))[0] ?? NOT_READ;
}

const timeOf = (fact: Fact<unknown>): number => (isKnown(fact) ? fact.at : 0);

/** The access list in a few numbers; null while it was not read. */
export function accessSummary(facts: ChatAppFacts): AccessSummary | null {
  const words = accessListWords(facts);
  if (words.kind === 'unread' || !isKnown(facts.accessList)) return null;
  const { accessList, staff } = facts;
  // A count is as old as the older of the two lists it was made from.
  const at = isKnown(staff) ? Math.min(accessList.at, staff.at) : accessList.at;
  const count = { employees: isKnown(staff) ? words.count.employees : null, isWhole: words.count.isWhole, at };
  if (words.kind === 'everyone') return { entries: 0, ...count, length: 'fits', drops: 'none' };
  const drops = words.dropsToEveryone ? 'everyone' : words.dropped.length > 0 ? 'some' : 'none';
  return { entries: words.entries.length, ...count, length: words.length.state, drops };
}
