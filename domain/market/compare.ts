/** What a reinstall left as it was and what it did not, in plain data: words are for the surfaces. */
import type { AccessEntry, QueueEntry } from '../chatapp/facts.ts';
import { pairTabs } from './pair-tabs.ts';
import {
  type AppRecord,
  type LineRecord,
  NEVER_READ,
  type NeverRead,
  type NotReadReason,
  type Part,
  type TabRecord,
  type TileRecord,
} from './record.ts';

export type RecordPart = 'application' | 'access' | 'lines' | 'queues' | 'tabs' | 'tiles';

/** What a difference is about: a code, a line, a tab in a type of card, a tile; `label` is its name for people. */
export interface Subject {
  part: RecordPart;
  key: string;
  label: string;
  /** Type of card, for tabs. */
  card: string | null;
}

export type Difference =
  /** It is there as it was. */
  | ({ kind: 'same' } & Subject)
  /** The same thing under another number. */
  | ({ kind: 'newId'; before: string; after: string } & Subject)
  | ({ kind: 'changed'; what: Change; before: string; after: string } & Subject)
  | ({ kind: 'missing' } & Subject)
  | ({ kind: 'added' } & Subject)
  /** One side or both could not be read. */
  | {
      kind: 'notCompared';
      part: RecordPart;
      card: string | null;
      side: 'before' | 'after' | 'both';
      reason: NotReadReason;
    }
  /** Nothing that could be read shows it. */
  | { kind: 'neverRead'; what: NeverRead };

/** `everyone`: a list became empty, so the application is open to all, or the other way round. */
export type Change = 'code' | 'name' | 'title' | 'isHidden' | 'isActive' | 'order' | 'everyone';

/** Compares two records of an application; `before` is null when nobody took one. */
export function compareRecords(before: AppRecord | null, after: AppRecord): Difference[] {
  if (!before) {
    const parts = ['access', 'lines', 'tabs', 'tiles'] as const;
    return [...parts.map((part) => notCompared(part, 'before', 'notShown')), ...NEVER];
  }
  return [
    ...compareApplication(before, after),
    ...compareParts('access', before.access, after.access, compareAccess),
    ...compareParts('lines', before.lines, after.lines, compareLines),
    ...cardsOf(before, after).flatMap((card) => compareCard(card, before, after)),
    ...compareParts('tiles', before.tiles, after.tiles, compareTiles),
    ...NEVER,
  ];
}

const NEVER: Difference[] = NEVER_READ.map((what) => ({ kind: 'neverRead', what }));

const notCompared = (
  part: RecordPart,
  side: 'before' | 'after' | 'both',
  reason: NotReadReason,
  card: string | null = null,
): Difference => ({ kind: 'notCompared', part, card, side, reason });

const subject = (part: RecordPart, key: string | number, label: string, card: string | null = null): Subject => ({
  ...{ part, key: String(key), label, card },
});

function compareParts<T>(
  part: RecordPart,
  before: Part<T>,
  after: Part<T>,
  compare: (before: T, after: T) => Difference[],
  card: string | null = null,
): Difference[] {
  if (before.state === 'read' && after.state === 'read') return compare(before.value, after.value);
  if (before.state === 'notRead') {
    return [notCompared(part, after.state === 'notRead' ? 'both' : 'before', before.reason, card)];
  }
  return after.state === 'notRead' ? [notCompared(part, 'after', after.reason, card)] : [];
}

/** A name that a page does not show any more is not a change: an application that left the Market has none. */
function compareApplication(before: AppRecord, after: AppRecord): Difference[] {
  const application = subject('application', after.code, after.name || before.name);
  if (before.code !== after.code) {
    return [{ ...application, kind: 'changed', what: 'code', before: before.code, after: after.code }];
  }
  const [was, is] = [before.appId, after.appId];
  if (was === null || is === null) return [];
  if (was === is) return [{ ...application, kind: 'same' }];
  return [{ ...application, kind: 'newId', before: String(was), after: String(is) }];
}

function compareAccess(before: AccessEntry[], after: AccessEntry[]): Difference[] {
  const differences = compareKeyed(before, after, (entry) => subject('access', entry.code, entry.name || entry.code));
  const wasOpen = before.length === 0;
  const list = subject('access', 'list', '');
  if (wasOpen === (after.length === 0)) return wasOpen ? [{ ...list, kind: 'same' }] : differences;
  const counts = { before: String(before.length), after: String(after.length) };
  return [{ ...list, kind: 'changed', what: 'everyone', ...counts }, ...differences];
}

const compareTiles = (before: TileRecord[], after: TileRecord[]): Difference[] =>
  compareKeyed(before, after, (tile) => subject('tiles', tile.connectorId, tile.title));

function compareLines(before: LineRecord[], after: LineRecord[]): Difference[] {
  const lineOf = (line: LineRecord) => subject('lines', line.id, line.name);
  return compareKeyed(before, after, lineOf, (was, is) => [
    ...changed(lineOf(is), 'name', was.name, is.name),
    ...changed(lineOf(is), 'isActive', was.isActive, is.isActive),
    ...changed(lineOf(is), 'order', was.order, is.order),
    ...compareQueues(was, is),
  ]);
}

/** Its members are a set here: people sort a queue by hand, and a reinstall does not touch it. */
function compareQueues(was: LineRecord, is: LineRecord): Difference[] {
  const member = ({ kind, id }: QueueEntry) => subject('queues', `${is.id}:${kind}:${id}`, is.name);
  return compareKeyed(was.queue, is.queue, member).filter(({ kind }) => kind !== 'same');
}

/** What is null on one side was not told there. */
const changed = <T extends string | boolean | null>(about: Subject, what: Change, was: T, is: T): Difference[] =>
  was === is || was === null || is === null
    ? []
    : [{ ...about, kind: 'changed', what, before: String(was), after: String(is) }];

/** Things that keep their key: the same, or missing, or added; `inside` tells what else changed of one that stayed. */
function compareKeyed<T>(
  before: readonly T[],
  after: readonly T[],
  subjectOf: (thing: T) => Subject,
  inside: (was: T, is: T) => Difference[] = () => [],
): Difference[] {
  const find = (things: readonly T[], key: string) => things.find((thing) => subjectOf(thing).key === key);
  const stayed = before.flatMap((was): Difference[] => {
    const about = subjectOf(was);
    const is = find(after, about.key);
    if (is === undefined) return [{ ...about, kind: 'missing' }];
    const changes = inside(was, is);
    return changes.length > 0 ? changes : [{ ...subjectOf(is), kind: 'same' }];
  });
  const isNew = (thing: T) => find(before, subjectOf(thing).key) === undefined;
  return [...stayed, ...after.filter(isNew).map((thing): Difference => ({ ...subjectOf(thing), kind: 'added' }))];
}

const cardsOf = (before: AppRecord, after: AppRecord): string[] => [
  ...new Set([...before.tabs, ...after.tabs].map(({ card }) => card)),
];

const NOT_SHOWN: Part<TabRecord[]> = { state: 'notRead', reason: 'notShown' };

function compareCard(card: string, before: AppRecord, after: AppRecord): Difference[] {
  const partOf = (record: AppRecord) => record.tabs.find((each) => each.card === card)?.tabs ?? NOT_SHOWN;
  return compareParts('tabs', partOf(before), partOf(after), (was, is) => compareTabs(card, was, is), card);
}

function compareTabs(card: string, before: TabRecord[], after: TabRecord[]): Difference[] {
  const tabOf = ({ placementId, title }: TabRecord) => subject('tabs', placementId, title, card);
  const { pairs, missing, added } = pairTabs(before, after);
  return [
    ...pairs.flatMap(({ before: was, after: is }): Difference[] => [
      was.placementId === is.placementId
        ? { ...tabOf(is), kind: 'same' }
        : { ...tabOf(is), kind: 'newId', before: String(was.placementId), after: String(is.placementId) },
      ...changed(tabOf(is), 'title', was.title, is.title),
      ...changed(tabOf(is), 'isHidden', was.isHidden, is.isHidden),
    ]),
    ...missing.map((tab): Difference => ({ ...tabOf(tab), kind: 'missing' })),
    ...added.map((tab): Difference => ({ ...tabOf(tab), kind: 'added' })),
  ];
}
