/** The search over all dialogs of one portal; the index is made when it is first needed after a change. */
import { DialogIndex } from '../domain/dialog-search.ts';
import type { DialogRecord, Ledger } from '../domain/ledger.ts';
import type { PortalDesk } from './portal-desk.ts';

interface Built {
  dialogs: Ledger['dialogs'];
  notesVersion: number;
  index: DialogIndex;
  byChat: Map<number, DialogRecord>;
}

export class DialogSearch {
  /** Only of the portal that was searched last: an index of thousands of dialogs is not small. */
  #built: (Built & { key: string }) | null = null;

  /** Dialogs that match, the best first. */
  search(desk: PortalDesk, query: string, limit: number): DialogRecord[] {
    const { index, byChat } = this.#indexOf(desk);
    return index.search(query, limit).flatMap(({ chatId }) => byChat.get(chatId) ?? []);
  }

  #indexOf(desk: PortalDesk): Built {
    const { key } = desk.row;
    const { dialogs } = desk.ledger;
    const built = this.#built;
    if (built && built.key === key && built.dialogs === dialogs && built.notesVersion === desk.notes.version)
      return built;
    this.#built = { key, ...build(desk) };
    return this.#built;
  }
}

function build(desk: PortalDesk): Built {
  const { dialogs } = desk.ledger;
  const index = new DialogIndex(
    dialogs.map(({ chatId, title, ticket }) => {
      const note = desk.notes.get(chatId);
      return {
        chatId,
        title: title ?? '',
        alias: note?.alias ?? '',
        tags: note?.tags ?? [],
        note: note?.text ?? '',
        ticket: note?.ticket || ticket || '',
      };
    }),
  );
  const byChat = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
  return { dialogs, notesVersion: desk.notes.version, index, byChat };
}
