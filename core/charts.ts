/** Starting charts from what the database holds, and putting them back. */
import type { Snapshot } from 'xstate';
import type { SnapshotRow } from '../database/schema.ts';

/** Raise when the context or the states of a chart change shape; older snapshots then start anew. */
const SNAPSHOT_SCHEMA = 2;

/** The stored snapshot of a chart, if it was written by this version and was running. */
export function storedSnapshot(id: string, rows: readonly SnapshotRow[] = []): Snapshot<unknown> | null {
  const envelope = rows.find((row) => row.machine === id && row.schema === SNAPSHOT_SCHEMA);
  const snapshot = envelope?.snapshot as Snapshot<unknown> | undefined;
  return snapshot?.status === 'active' ? snapshot : null;
}

/** A snapshot as it is stored. */
export const envelope = (portal: string, machine: string, snapshot: unknown, now: number): SnapshotRow => ({
  portal,
  machine,
  schema: SNAPSHOT_SCHEMA,
  savedAt: now,
  snapshot,
});

type ChartOptions = { snapshot?: Snapshot<unknown> };

interface Chart {
  start(): unknown;
  subscribe(observer: { error(error: unknown): void }): unknown;
  getSnapshot(): { status: string };
}

/** Starts a chart where its snapshot left it; a snapshot that cannot be used starts it anew. */
export function startChart<T extends Chart>(
  create: (options: ChartOptions) => T,
  snapshot: Snapshot<unknown> | null,
): T {
  const chart = create(snapshot ? { snapshot } : {});
  // A snapshot of another shape does not throw: it makes an actor in error. Hear of it before it starts.
  chart.subscribe({ error: (error) => console.error('Latchdesk: a chart could not be restored', error) });
  chart.start();
  if (chart.getSnapshot().status === 'active') return chart;
  const fresh = create({});
  fresh.start();
  return fresh;
}
