/** What has come up since somebody was told, and when the next thing will: dialogs that need a person, offers put off. */
import { type Attention, attentionOf, nextAttentionAt } from '../domain/attention.ts';
import type { SupportDialog } from '../domain/dialogs.ts';
import type { Draft } from '../domain/drafts.ts';
import type { DialogNote } from '../domain/notes.ts';
import type { Settings } from '../domain/settings.ts';
import type { WatchStopReason } from '../domain/watch/watch.ts';

/** A parked question is on offer, a dialog has come to need a person, or reading without a tab has stopped. */
export type DeskNews =
  | { kind: 'offer'; draft: Draft }
  | { kind: 'attention'; dialog: SupportDialog; attention: Attention }
  | { kind: 'watchStopped'; reason: WatchStopReason };

export interface Watched {
  dialogs: readonly SupportDialog[];
  drafts: readonly Draft[];
  notes: { get(chatId: number): DialogNote | undefined };
  settings: Settings;
}

export interface AttentionWatch {
  /** What there is to tell now, as keys: stored, so that nobody is told twice. */
  told: string[];
  news: DeskNews[];
  /** Epoch ms at which the next thing comes up by itself; null: nothing will. */
  nextAt: number | null;
}

interface Found {
  /** Null: nothing now. */
  key: string | null;
  news: DeskNews | null;
  nextAt: number | null;
}

/** Compares what there is to tell with what was told before. */
export function watchAttention(watched: Watched, toldBefore: readonly string[], now: number): AttentionWatch {
  const known = new Set(toldBefore);
  const found = [
    ...watched.dialogs.map((dialog) => lookAt(dialog, watched, now)),
    ...watched.drafts.map((draft) => lookAtOffer(draft, now)),
  ];
  const times = found.flatMap(({ nextAt }) => nextAt ?? []);
  return {
    told: found.flatMap(({ key }) => key ?? []),
    news: found.flatMap(({ key, news }) => (key !== null && news !== null && !known.has(key) ? [news] : [])),
    nextAt: times.length > 0 ? Math.min(...times) : null,
  };
}

const NOTHING: Found = { key: null, news: null, nextAt: null };

function lookAt(dialog: SupportDialog, { notes, settings }: Watched, now: number): Found {
  if (dialog.status === 'close' && dialog.refusedAt === null) return NOTHING;
  const note = notes.get(dialog.chatId) ?? null;
  const attention = attentionOf(dialog, note, settings, now);
  if (!attention) return { ...NOTHING, nextAt: nextAttentionAt(dialog, note, settings, now) };
  const key = `${dialog.chatId} ${attention.kind} ${attention.since}`;
  return { key, news: { kind: 'attention', dialog, attention }, nextAt: null };
}

/** An offer is told when it is made, and once more when it was put off and its rest is over. */
function lookAtOffer(draft: Draft, now: number): Found {
  if (draft.state !== 'offered') return NOTHING;
  if (draft.snoozedUntil > now) return { ...NOTHING, nextAt: draft.snoozedUntil };
  const key = `offer ${draft.id} ${Math.max(draft.offeredAt ?? 0, draft.snoozedUntil)}`;
  return { key, news: { kind: 'offer', draft }, nextAt: null };
}
