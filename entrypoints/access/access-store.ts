/** What the access banner of one page shows; the truth stays in the background. */
import type { Mark } from '../../components/access/ButtonMarks.tsx';
import type { TypedReason } from '../../components/access/banner-props.ts';
import { type BannerItem, isBannerItem } from '../../domain/access/banner-sentences.ts';
import type { Opened, PutAway } from '../../domain/access/banner-text.ts';
import type { PortalView } from '../../domain/view.ts';
import { PageStore } from '../overlay/page-store.ts';

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

export class AccessStore extends PageStore<AccessState> {
  constructor(view: PortalView) {
    super({
      view,
      openId: null,
      folded: {},
      typed: {},
      saving: null,
      opened: null,
      putAway: null,
      marks: [],
    });
  }
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
