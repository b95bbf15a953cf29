/** Which dialogs have come to need a person since somebody was told, and when the next one will. */
import { type Attention, attentionOf, nextAttentionAt } from '../domain/attention.ts';
import type { SupportDialog } from '../domain/dialogs.ts';
import type { DialogNote } from '../domain/notes.ts';
import type { Settings } from '../domain/settings.ts';

export interface AttentionNews {
  dialog: SupportDialog;
  attention: Attention;
}

export interface AttentionWatch {
  /** What needs a person now, as keys: stored, so that nobody is told twice. */
  told: string[];
  news: AttentionNews[];
  /** Epoch ms at which the next dialog will need a person; null: none will by itself. */
  nextAt: number | null;
}

const keyOf = ({ chatId }: SupportDialog, { kind, since }: Attention): string => `${chatId} ${kind} ${since}`;

/** Compares what needs a person with what was told before. */
export function watchAttention(
  dialogs: readonly SupportDialog[],
  notes: ReadonlyMap<number, DialogNote>,
  settings: Settings,
  toldBefore: readonly string[],
  now: number,
): AttentionWatch {
  const known = new Set(toldBefore);
  const told: string[] = [];
  const news: AttentionNews[] = [];
  const times: number[] = [];
  for (const dialog of dialogs) {
    if (dialog.status === 'close' && dialog.refusedAt === null) continue;
    const note = notes.get(dialog.chatId) ?? null;
    const attention = attentionOf(dialog, note, settings, now);
    if (attention) {
      const key = keyOf(dialog, attention);
      told.push(key);
      if (!known.has(key)) news.push({ dialog, attention });
    } else {
      const at = nextAttentionAt(dialog, note, settings, now);
      if (at !== null) times.push(at);
    }
  }
  return { told, news, nextAt: times.length > 0 ? Math.min(...times) : null };
}
