/** What is kept of ChatApp at two addresses of one portal, as one: of each fact the newer. */
import { type ChatAppRecord, MOST_ANSWERS, MOST_REACHES, type RoleReach } from '../chatapp/book.ts';
import { type Fact, isKnown } from '../chatapp/facts.ts';
import { newerOf } from './moved.ts';

const atOf = <T>(fact: Fact<T>): number => (isKnown(fact) ? fact.at : -1);
const newerFact = <T>(here: Fact<T>, moved: Fact<T>): Fact<T> => newerOf<Fact<T>>(here, moved, atOf);

function newerFacts<K extends string, T>(here: Readonly<Record<K, Fact<T>>>, moved: Readonly<Record<K, Fact<T>>>) {
  const names = Object.keys(here) as K[];
  return Object.fromEntries(names.map((name) => [name, newerFact(here[name], moved[name])])) as Record<K, Fact<T>>;
}

/** Two books as one. */
export function joinBooks(here: ChatAppRecord, moved: ChatAppRecord): ChatAppRecord {
  return {
    reading: newerOf(here.reading, moved.reading, (reading) => reading?.startedAt ?? -1),
    options: newerFacts(here.options, moved.options),
    answers: [...here.answers, ...moved.answers].sort((a, b) => a.at - b.at).slice(-MOST_ANSWERS),
    steps: newerFacts(here.steps, moved.steps),
    accounts: newerOf(here.accounts, moved.accounts, (accounts) => accounts?.at ?? -1),
    installation: newerFact(here.installation, moved.installation),
    roleReaches: joinReaches([...here.roleReaches, ...moved.roleReaches]),
    reinstalledAt: newerOf(here.reinstalledAt, moved.reinstalledAt, (at) => at ?? -1),
  };
}

/** How far a right of a role reaches, as it was said last. */
function joinReaches(reaches: readonly RoleReach[]): RoleReach[] {
  const latest = new Map<string, RoleReach>();
  for (const reach of [...reaches].sort((a, b) => a.at - b.at))
    latest.set(JSON.stringify([reach.role, reach.right]), reach);
  return [...latest.values()].slice(-MOST_REACHES);
}
