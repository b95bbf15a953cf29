/** What surfaces know of the application, built from what was seen. */
import { compareRecords, type Difference } from '../../domain/market/compare.ts';
import type { AppRecord } from '../../domain/market/record.ts';
import type { ReinstallRun } from '../../domain/market/reinstall.ts';
import type { MarketView, MarketWatch, RecordedParts, RunView } from '../../domain/market/view.ts';

/** `run` is the reinstall that is under way, or the one that ended last. */
export function marketView(watch: MarketWatch, run: ReinstallRun | null, guardsOthers: boolean): MarketView {
  const { confirmed, declined, candidates, nameless, listedAt, generation } = watch;
  const { presence, isUnpublished, access, lastWipe } = watch;
  return {
    ...{ confirmed, declined, candidates, nameless, listedAt, generation },
    ...{ presence, isUnpublished, access, lastWipe, guardsOthers },
    run: run && runView(run, watch),
  };
}

/** What is different after a reinstall; null while there is nothing to compare. */
export const differencesOf = ({ before, after }: ReinstallRun): Difference[] | null =>
  after && compareRecords(before, after);

/** A view is built at every event; the records behind a run change a few times. */
const COUNTED = new WeakMap<AppRecord, { before: AppRecord | null; counts: NonNullable<RunView['differences']> }>();

function countsOf(run: ReinstallRun): RunView['differences'] {
  const { before, after } = run;
  if (!after) return null;
  const known = COUNTED.get(after);
  if (known?.before === before) return known.counts;
  const counts = { same: 0, newId: 0, changed: 0, missing: 0, added: 0, notCompared: 0 };
  for (const { kind } of differencesOf(run) ?? []) if (kind !== 'neverRead') counts[kind] += 1;
  COUNTED.set(after, { before, counts });
  return counts;
}

function runView(run: ReinstallRun, { confirmed }: MarketWatch): RunView {
  const { id, code, state, checks, press, finishedBy, stop, stoppedIn, startedAt, changedAt, before, after } = run;
  const known = after ?? before ?? confirmed;
  const record = state === 'finishing' || state === 'compared' ? after : before;
  return {
    ...{ id, code, state, checks, press, finishedBy, stop, stoppedIn, startedAt, changedAt },
    name: known?.name ?? '',
    appId: known?.appId ?? null,
    recorded: record && partsOf(record),
    differences: countsOf(run),
  };
}

const partsOf = ({ takenAt, access, lines, tiles, tabs }: AppRecord): RecordedParts => ({
  at: takenAt,
  access: access.state === 'read',
  lines: lines.state === 'read',
  tiles: tiles.state === 'read',
  cards: tabs.filter((each) => each.tabs.state === 'read').map(({ card }) => card),
});
