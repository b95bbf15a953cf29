/** What was found, together with what is of its kind. */

import type { FrontView } from '../../domain/front.ts';
import { byNeed } from '../../domain/inbox/portal-order.ts';
import { type PaletteEntry, type PaletteTarget, portalEntry } from '../../domain/palette/entry.ts';
import { type PaletteLanguages, putFront, putMore, sectionEntries } from '../../domain/palette/front-entries.ts';
import { PaletteIndex } from '../../domain/palette/palette-index.ts';

export interface PaletteGroup {
  kind: PaletteTarget['kind'];
  /** Each with its place in the whole list, which the arrow keys count in. */
  options: { entry: PaletteEntry; index: number }[];
}

const MOST_PORTALS = 8;
export const MOST_FOUND = 30;

/** Kinds in the order in which their best one was found; in each the order stays. */
export function groupsOf(entries: readonly PaletteEntry[]): PaletteGroup[] {
  let index = 0;
  return [...Map.groupBy(entries, ({ target }) => target.kind)].map(([kind, alike]) => ({
    kind,
    options: alike.map((entry) => ({ entry, index: index++ })),
  }));
}

/** What is offered before anything is typed. */
export function firstEntries(
  { portals }: FrontView,
  more: readonly PaletteEntry[],
  scope: string | null,
  languages: PaletteLanguages,
): PaletteEntry[] {
  if (scope !== null) return inScope(more, scope).slice(0, MOST_FOUND);
  const pressing = byNeed(portals, []).slice(0, MOST_PORTALS);
  return [...pressing.map((view) => portalEntry(view, view.label)), ...sectionEntries(languages)];
}

/** The index over all that can be found; of one portal only its dialogs. */
export function indexOf(
  front: FrontView,
  more: readonly PaletteEntry[],
  scope: string | null,
  languages: PaletteLanguages,
): PaletteIndex {
  const index = new PaletteIndex();
  if (scope === null) putFront(index, front, languages);
  putMore(index, scope === null ? more : inScope(more, scope), front.portals);
  return index;
}

const inScope = (more: readonly PaletteEntry[], scope: string): PaletteEntry[] =>
  more.filter(({ target }) => target.kind === 'dialog' && target.portal === scope);
