/** What a dialog is called, in lists, cards and notifications alike. */
import type { SupportDialog } from './dialogs.ts';
import type { Messages } from './text.ts';

/** As the portal calls it; the main chat and a dialog without a title have words of their own. */
export function titleOf(text: Messages, dialog: Pick<SupportDialog, 'title' | 'isMain' | 'chatId'>): string {
  if (dialog.title?.trim()) return dialog.title;
  return dialog.isMain ? text.dialogs.mainTitle : text.dialogs.untitled(dialog.chatId);
}

/** As the user calls it, else as the portal does. */
export const nameOf = (
  text: Messages,
  dialog: Pick<SupportDialog, 'title' | 'isMain' | 'chatId'> & { alias: string },
): string => dialog.alias || titleOf(text, dialog);
