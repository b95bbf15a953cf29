/** What the access banner of one page shows; the truth stays in the background. */
import { createStore } from '@xstate/store';
import type { Mark } from '../../components/access/ButtonMarks.tsx';
import type { TypedReason } from '../../components/access/banner-props.ts';
import { type BannerItem, isBannerItem } from '../../domain/access/banner-sentences.ts';
import type { Opened, PutAway } from '../../domain/access/banner-text.ts';
import type { PortalView } from '../../domain/view.ts';

export interface AccessState {
  view: PortalView;
  /** The item whose card is open. */
  openId: string | null;
  /** The item that was chosen from the list; null: the most pressing. */
  chosenId: string | null;
  /** What is folded, as `foldKey` names it. */
  folded: readonly string[];
  /** What was typed and not saved, by item. */
  typed: Readonly<Record<string, TypedReason>>;
  saving: { id: string; phase: 'saving' | 'failed' } | null;
  /** Of the item as it was spoken of then. */
  opened: { key: string; how: Opened } | null;
  putAway: { id: string; kind: PutAway; until: number | null } | null;
  marks: readonly Mark[];
}

export function createAccessStore(view: PortalView) {
  const context: AccessState = {
    view,
    openId: null,
    chosenId: null,
    folded: [],
    typed: {},
    saving: null,
    opened: null,
    putAway: null,
    marks: [],
  };
  return createStore({
    context,
    on: { changed: (state, changes: Partial<AccessState>) => ({ ...state, ...changes }) },
  });
}

export type AccessStore = ReturnType<typeof createAccessStore>;

/** What is folded stays so until the page has something else to say of it. */
export const foldKey = ({ id, banner, state }: BannerItem): string => `${id} ${banner} ${state}`;

/** What there is to say, the one on show first: one in the middle of which somebody is stays. */
export function itemsOf({ view, openId, chosenId }: AccessState): BannerItem[] {
  const items = view.register.items.filter(isBannerItem);
  const held = items.find(({ id }) => id === openId) ?? items.find(({ id }) => id === chosenId);
  return held ? [held, ...items.filter((item) => item !== held)] : items;
}

/** What was typed for an item, or what is known of it already. */
export const typedFor = ({ typed }: AccessState, { id, ticket, dialog }: BannerItem): TypedReason =>
  typed[id] ?? { reason: '', ticket, chatId: dialog?.chatId ?? null };
