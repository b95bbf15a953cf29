/** Dialogs and employees of all portals as the palette finds them. */
import type { PaletteEntry } from '../../domain/palette/entry.ts';
import type { Books } from '../market/books.ts';
import type { PortalDesk } from '../portal-desk.ts';

export async function paletteEntries(_desks: readonly PortalDesk[], _books: Books): Promise<PaletteEntry[]> {
  return [];
}
