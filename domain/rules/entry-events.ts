/** What the journal tells, as events that rules know. */
import type { JournalEntry, JournalKind, SlotsEntry } from '../journal.ts';
import { eventId, type RuleEvent } from './event.ts';
import type { Facts } from './facts.ts';
import type { TriggerKind } from './rule.ts';
import type { RuleWorld } from './world.ts';
import { appFacts, countedSlots, dialogFacts, dialogIn, portalFacts, recordFacts } from './world-facts.ts';

/** Entries that are one event each. That an access is overdue time tells, not the journal. */
const KINDS: Partial<Record<JournalKind, TriggerKind>> = {
  'dialog.opened': 'dialog.opened',
  'dialog.closed': 'dialog.closed',
  'dialog.renamed': 'dialog.renamed',
  'support.answered': 'support.answered',
  'message.refused': 'message.refused',
  'access.requested': 'access.requested',
  'access.granted': 'access.granted',
  'access.ended': 'access.revoked',
  'access.declined': 'access.declined',
  'access.ticketClosed': 'access.ticketClosed',
  'wipe.stopped': 'wipe.attempted',
  'wipe.insisted': 'wipe.attempted',
  'reinstall.done': 'reinstall.finished',
  'reinstall.stopped': 'reinstall.stopped',
  'reinstall.dataWiped': 'reinstall.stopped',
  'appAccess.emptied': 'appAccess.emptied',
  'portal.signedOut': 'portal.signedOut',
};

/** Events that a journal entry stands for; none for what a rule has caused. Facts beside its own are as known now. */
export function eventsOfEntry(entry: JournalEntry, entryId: number, world: RuleWorld): RuleEvent[] {
  if (entry.byRule !== undefined) return [];
  if (entry.kind === 'slots.counted') return slotEvents(entry, entryId, world);
  const kind = KINDS[entry.kind];
  if (!kind) return [];
  const { object, facts, version = entryVersion(entry, entryId) } = aboutOf(entry, world);
  return [eventOf(world, kind, object, version, entry.at, facts)];
}

/** Another browser numbers its entries as well: the time keeps two of them apart at a receiver of both. */
const entryVersion = ({ at }: JournalEntry, entryId: number): string => `entry:${entryId}@${at}`;

/** An event with all that is known of its portal. */
export function eventOf(
  world: RuleWorld,
  kind: TriggerKind,
  object: string,
  version: string,
  at: number,
  facts: Facts,
): RuleEvent {
  const portal = world.view.key;
  return {
    ...{ id: eventId({ portal, kind, object, version }), kind, portal, object, version, at },
    facts: { ...portalFacts(world, at), ...facts },
  };
}

interface About {
  object: string;
  facts: Facts;
  version?: string;
}

function aboutOf(entry: Exclude<JournalEntry, SlotsEntry>, world: RuleWorld): About {
  switch (entry.kind) {
    case 'dialog.renamed':
      return { object: `chat:${entry.chatId}`, facts: renamedFacts(entry, world) };
    case 'wipe.stopped':
    case 'wipe.insisted':
      return wipeAttempt(entry);
    case 'appAccess.emptied':
      return { object: 'appAccess', facts: emptiedFacts(entry.name, world) };
    case 'portal.signedOut':
      return { object: 'portal', facts: {} };
  }
  if ('chatId' in entry) return { object: `chat:${entry.chatId}`, facts: dialogFacts(world, entry.chatId, entry.at) };
  if ('recordId' in entry)
    return { object: `record:${entry.recordId}`, facts: recordFacts(world, entry.recordId, entry.at) };
  if ('runId' in entry) return { object: `run:${entry.runId}`, facts: reinstallFacts(entry.runId, world) };
  return { object: 'portal', facts: {} };
}

/** A dialog is called by its alias; without one by the name that was just given. */
function renamedFacts(
  { chatId, title, at }: Extract<JournalEntry, { kind: 'dialog.renamed' }>,
  world: RuleWorld,
): Facts {
  const name = dialogIn(world, chatId)?.alias || title.trim() || null;
  return { ...dialogFacts(world, chatId, at), 'dialog.name': name };
}

/** An attempt that was stopped and then gone on with is the same attempt, and is named by when it was stopped. */
function wipeAttempt(entry: Extract<JournalEntry, { kind: 'wipe.stopped' | 'wipe.insisted' }>): About {
  const stoppedAt = entry.kind === 'wipe.insisted' ? (entry.stoppedAt ?? entry.at) : entry.at;
  return {
    object: `app:${entry.code ?? entry.name}`,
    version: `attempt:${stoppedAt}`,
    facts: appFacts(entry.name, entry.code),
  };
}

function reinstallFacts(runId: string, { view }: RuleWorld): Facts {
  const { run } = view.market;
  return run?.id === runId ? appFacts(run.name, run.code) : appFacts(null, null);
}

function emptiedFacts(name: string, { view }: RuleWorld): Facts {
  const { confirmed } = view.market;
  return appFacts(name, confirmed?.name === name ? confirmed.code : null);
}

/** What a count means against the one before it; the first one tells how things are, not what has happened. */
function slotEvents(entry: SlotsEntry, entryId: number, world: RuleWorld): RuleEvent[] {
  const { before, used, max, isTold = false, at } = entry;
  if (!before) return [];
  const version = entryVersion(entry, entryId);
  const facts = countedSlots(used, isTold ? max : null);
  const event = (kind: TriggerKind) => eventOf(world, kind, 'slots', version, at, facts);
  // What was only assumed before is judged by what is known now.
  const maxBefore = isTold && !before.isTold ? max : before.max;
  const wasFull = maxBefore !== null && before.used >= maxBefore;
  return [
    ...(used > before.used ? [{ ...event('slots.reached'), from: before.used }] : []),
    // Without a limit in numbers nobody can tell that a place is free.
    ...(wasFull && max !== null && used < max ? [event('slots.freed')] : []),
    ...(isTold && before.isTold && max !== before.max ? [event('slots.limitChanged')] : []),
  ];
}
