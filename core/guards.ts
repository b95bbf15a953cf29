/** The new-dialog guards of one portal: one chart for each tab in which somebody wants a new dialog. */
import { type Actor, createActor } from 'xstate';
import type { SnapshotRow } from '../database/schema.ts';
import type { GuardAnswer, GuardState, GuardView } from '../domain/guard.ts';
import { type NewDialogGuardEvent, newDialogGuard } from '../machines/new-dialog-guard.ts';
import { envelope, startChart, storedSnapshot } from './charts.ts';

type GuardActor = Actor<typeof newDialogGuard>;

const PREFIX = `${newDialogGuard.id}/`;
const machineOf = (tabId: number): string => `${PREFIX}${tabId}`;

/** A card that nobody has touched for so long belongs to a tab that is gone. */
const KEEPS_FOR = 24 * 3_600_000;

const isOver = (state: string): boolean => state === 'idle' || state === 'passed' || state === 'overridden';

export class Guards {
  readonly #actors = new Map<number, GuardActor>();
  readonly #changed = new Set<number>();
  readonly #removed = new Set<number>();

  constructor(rows: readonly SnapshotRow[]) {
    for (const { machine } of rows.filter((row) => row.machine.startsWith(PREFIX))) {
      const tabId = Number(machine.slice(PREFIX.length));
      this.#actors.set(tabId, this.#start(tabId, rows));
    }
  }

  /** The browser has started anew: tabs have other numbers now. */
  clear(): void {
    for (const tabId of this.#actors.keys()) this.#drop(tabId);
  }

  /** Forgets cards that were left standing. */
  tidy(now: number): void {
    for (const [tabId, actor] of this.#actors) {
      if (now - actor.getSnapshot().context.since > KEEPS_FOR) this.#drop(tabId);
    }
  }

  #start(tabId: number, rows: readonly SnapshotRow[] = []): GuardActor {
    return startChart((options) => createActor(newDialogGuard, options), storedSnapshot(machineOf(tabId), rows));
  }

  /** Tells the guard of one tab; a press starts it. */
  send(tabId: number, event: NewDialogGuardEvent): void {
    const known = this.#actors.get(tabId);
    if (!known && event.type !== 'button.pressed') return;
    const actor = known ?? this.#start(tabId);
    this.#actors.set(tabId, actor);
    const before = actor.getSnapshot();
    actor.send(event);
    if (actor.getSnapshot() !== before) this.#changed.add(tabId);
    if (isOver(actor.getSnapshot().value)) this.#drop(tabId);
  }

  /** The numbers have changed; returns the tabs whose card is another one now. */
  tellSlots(answer: GuardAnswer): number[] {
    return [...this.#actors].flatMap(([tabId, actor]) => {
      if (actor.getSnapshot().context.answer === answer) return [];
      this.send(tabId, { type: 'slots.told', answer });
      return [tabId];
    });
  }

  /** The card of one tab, null when there is none. */
  view(tabId: number): GuardView | null {
    const snapshot = this.#actors.get(tabId)?.getSnapshot();
    if (!snapshot || snapshot.value === 'checking') return null;
    const { answer, origin, since, draftId } = snapshot.context;
    return { state: snapshot.value as GuardState, answer, origin, since, draftId };
  }

  #drop(tabId: number): void {
    this.#actors.delete(tabId);
    this.#changed.delete(tabId);
    this.#removed.add(tabId);
  }

  /** Snapshots to write and machines to remove. */
  takeChanges(portal: string, now: number): { snapshots: SnapshotRow[]; removedMachines: string[] } {
    const changed = [...this.#changed].flatMap((tabId) => {
      const actor = this.#actors.get(tabId);
      return actor ? [envelope(portal, machineOf(tabId), actor.getPersistedSnapshot(), now)] : [];
    });
    const removed = [...this.#removed].filter((tabId) => !this.#actors.has(tabId)).map(machineOf);
    this.#changed.clear();
    this.#removed.clear();
    return { snapshots: changed, removedMachines: removed };
  }
}
