/** The user's drafts on one portal; a parked one follows its chart, and the row is the chart's stored form. */
import { createActor } from 'xstate';
import type { Draft } from '../domain/drafts.ts';
import { isPending } from '../domain/drafts.ts';
import type { JournalEntry } from '../domain/journal.ts';
import type { DialogRecord } from '../domain/ledger.ts';
import { findSecrets, maskSecrets } from '../domain/secrets.ts';
import { type ParkedDraftEvent, parkedDraft } from '../machines/parked-draft.ts';

/** Used and discarded drafts can be taken back for this long. */
const KEEPS_FOR = 30 * 86_400_000;
/** Far beyond what a person parks; a page cannot fill the disk. */
const MOST_DRAFTS = 500;

/** The portal dates a refusal by its own clock. */
const CLOCKS_DIFFER = 60_000;

export type DraftTexts = Pick<Draft, 'id' | 'kind' | 'title' | 'text' | 'dialogId'>;

const ENTRY = {
  waiting: 'draft.parked',
  offered: 'draft.offered',
  used: 'draft.used',
  discarded: 'draft.discarded',
} as const;

export class Drafts {
  #drafts: Map<string, Draft>;
  readonly #changed = new Set<string>();
  readonly #removed = new Set<string>();
  readonly #entries: JournalEntry[] = [];

  constructor(drafts: readonly Draft[]) {
    this.#drafts = new Map(drafts.map((draft) => [draft.id, draft]));
  }

  get(id: string): Draft | undefined {
    return this.#drafts.get(id);
  }

  /** What waits for its use, the oldest first. */
  get pending(): Draft[] {
    return [...this.#drafts.values()].filter(isPending).sort((a, b) => a.createdAt - b.createdAt);
  }

  /** Keeps what is being typed; false when there is no room for another draft. */
  keep(texts: DraftTexts, now: number): boolean {
    const known = this.#drafts.get(texts.id);
    if (!known && this.#drafts.size >= MOST_DRAFTS && !this.#forgetOldest()) return false;
    // Who types on in a text that was used or discarded wants it again.
    const state = known && isPending(known) ? known.state : 'written';
    const isSame =
      known?.state === state &&
      known.kind === texts.kind &&
      known.title === texts.title &&
      known.text === texts.text &&
      known.dialogId === texts.dialogId;
    if (isSame) return true;
    const base = known ?? { createdAt: now, offeredAt: null, snoozedUntil: 0 };
    this.#put({ ...base, ...texts, state, changedAt: now });
    return true;
  }

  /** Sends one draft's chart an event, the rule that wants it beside it; false when it does not follow it. */
  send(id: string, event: ParkedDraftEvent, now: number, byRule?: string): boolean {
    const draft = this.#drafts.get(id);
    if (!draft) return false;
    const next = transition(draft, event, now);
    if (next === draft) return false;
    this.#put(next);
    const kind = ENTRY[next.state as keyof typeof ENTRY];
    if (kind && next.state !== draft.state) {
      // The journal can be exported: what is secret in a topic is none of its business.
      const title = maskSecrets(next.title, findSecrets(next.title));
      this.#entries.push({ at: now, kind, draftId: id, title, ...(byRule !== undefined && { byRule }) });
    }
    return true;
  }

  /** A slot became free or the last one was taken: parked questions are offered, or wait on. */
  tellSlots(isFree: boolean, now: number): void {
    const event: ParkedDraftEvent = isFree ? { type: 'slot.freed', at: now } : { type: 'slots.taken' };
    for (const { id } of this.pending.filter((draft) => draft.kind === 'parked')) this.send(id, event, now);
  }

  /** What became of texts that were sent without a slot: refused, or taken by support since. */
  tellDialogs(dialogs: readonly DialogRecord[], now: number): void {
    for (const draft of this.pending.filter(({ kind }) => kind === 'sent')) {
      const dialog = dialogs.find(({ dialogId }) => dialogId === draft.dialogId);
      if (!dialog) continue;
      const { refusedAt, status, statusAt } = dialog;
      if (refusedAt !== null && refusedAt >= draft.createdAt - CLOCKS_DIFFER) this.#put({ ...draft, kind: 'refused' });
      else if (status === 'open' && statusAt >= draft.createdAt) this.send(draft.id, { type: 'used' }, now);
    }
  }

  /** Forgets what was used or discarded long ago. */
  tidy(now: number): void {
    for (const draft of this.#drafts.values()) {
      if (!isPending(draft) && now - draft.changedAt > KEEPS_FOR) this.#remove(draft.id);
    }
  }

  takeChanges(): { changedDrafts: Draft[]; removedDraftIds: string[]; entries: JournalEntry[] } {
    const changedDrafts = [...this.#changed].flatMap((id) => this.#drafts.get(id) ?? []);
    const removedDraftIds = [...this.#removed];
    this.#changed.clear();
    this.#removed.clear();
    return { changedDrafts, removedDraftIds, entries: this.#entries.splice(0) };
  }

  #put(draft: Draft): void {
    this.#drafts.set(draft.id, draft);
    this.#changed.add(draft.id);
    this.#removed.delete(draft.id);
  }

  #remove(id: string): void {
    this.#drafts.delete(id);
    this.#changed.delete(id);
    this.#removed.add(id);
  }

  /** Only what was used or discarded may go. */
  #forgetOldest(): boolean {
    const done = [...this.#drafts.values()].filter((draft) => !isPending(draft));
    const oldest = done.sort((a, b) => a.changedAt - b.changedAt)[0];
    if (oldest) this.#remove(oldest.id);
    return oldest !== undefined;
  }
}

/** The draft after an event; the same object when its chart does not follow it. */
function transition(draft: Draft, event: ParkedDraftEvent, now: number): Draft {
  const { kind, offeredAt, snoozedUntil } = draft;
  const snapshot = parkedDraft.resolveState({ value: draft.state, context: { kind, offeredAt, snoozedUntil } });
  const actor = createActor(parkedDraft, { snapshot });
  actor.start();
  actor.send(event);
  const { value, context } = actor.getSnapshot();
  actor.stop();
  const isSame = value === draft.state && context.offeredAt === offeredAt && context.snoozedUntil === snoozedUntil;
  return isSame ? draft : { ...draft, ...context, state: value, changedAt: now };
}
