/**
 * What the access banner of one page shows; the truth stays in the background. The store is written out here, for it
 * comes to plain portal pages, and a library would be a fifth of the script.
 */
import { useEffect, useState } from 'preact/hooks';
import type { Mark } from '../../components/access/ButtonMarks.tsx';
import type { TypedReason } from '../../components/access/banner-props.ts';
import { type BannerItem, isBannerItem } from '../../domain/access/banner-sentences.ts';
import type { Opened, PutAway } from '../../domain/access/banner-text.ts';
import type { PortalView } from '../../domain/view.ts';

export interface AccessState {
  view: PortalView;
  /** The item whose card is open; null: none, and the line is about the most pressing. */
  openId: string | null;
  /** What was folded or unfolded on this page, as `foldKey` names it; the rest is as other pages left it. */
  folded: Readonly<Record<string, boolean>>;
  /** What was typed and not saved, by item. */
  typed: Readonly<Record<string, TypedReason>>;
  saving: { id: string; phase: 'saving' | 'failed' } | null;
  /** Of the item as it was spoken of then. */
  opened: { key: string; how: Opened } | null;
  putAway: { id: string; kind: PutAway; until: number | null } | null;
  marks: readonly Mark[];
}

export class AccessStore {
  #state: AccessState;
  readonly #listeners = new Set<() => void>();

  constructor(view: PortalView) {
    this.#state = {
      view,
      openId: null,
      folded: {},
      typed: {},
      saving: null,
      opened: null,
      putAway: null,
      marks: [],
    };
  }

  get state(): AccessState {
    return this.#state;
  }

  change(changes: Partial<AccessState>): void {
    this.#state = { ...this.#state, ...changes };
    for (const listener of this.#listeners) listener();
  }

  /** Calls back after each change; returns how to stop. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The state as it is now, drawn anew when it changes. */
export function useAccessState(store: AccessStore): AccessState {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const follow = () => setState(store.state);
    // What changed between the first drawing and now.
    follow();
    return store.subscribe(follow);
  }, [store]);
  return state;
}

/** What is folded stays so until the page has something else to say of it. */
export const foldKey = ({ id, banner, state }: BannerItem): string => `${id} ${banner} ${state}`;

/** Whether an item is folded here. */
export const isFolded = ({ folded, openId }: AccessState, item: BannerItem): boolean =>
  openId !== item.id && (folded[foldKey(item)] ?? item.isFolded ?? false);

/** What there is to say, the one on show first: one in the middle of which somebody is stays. */
export function itemsOf({ view, openId }: AccessState): BannerItem[] {
  const items = view.register.items.filter(isBannerItem);
  const held = items.find(({ id }) => id === openId);
  return held ? [held, ...items.filter((item) => item !== held)] : items;
}

/** What was typed for an item, or what is known of it already. */
export const typedFor = ({ typed }: AccessState, { id, ticket, dialog }: BannerItem): TypedReason =>
  typed[id] ?? { reason: '', ticket, chatId: dialog?.chatId ?? null };
