/** What the banner needs of a portal's view besides the item itself. */
import type { DialogChoice } from '../../components/access/banner-props.ts';
import { type BannerItem, placesOf, type RequestPlace } from '../../domain/access/banner-sentences.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import type { PortalView } from '../../domain/view.ts';
import { localeFor } from '../../locales/catalogue.ts';

const OPEN_FIRST = { open: 0, new: 1, close: 2 } as const;

/** Dialogs with support by name, the open ones first. */
export function dialogChoices({ dialogs, language }: PortalView): DialogChoice[] {
  const { messages } = localeFor(language);
  return [...dialogs]
    .sort((a, b) => OPEN_FIRST[a.status] - OPEN_FIRST[b.status])
    .map((dialog) => ({ chatId: dialog.chatId, name: nameOf(messages, dialog) }));
}

/** Whether there is any dialog with support; null while nobody has been able to read them. */
export const hasDialogs = ({ slots, dialogTotal }: PortalView): boolean | null =>
  slots.at === null ? null : dialogTotal > 0;

/** The chats in which a request stands. */
export function placesIn({ botId, dialogs, language }: PortalView, item: BannerItem): RequestPlace[] {
  const { messages } = localeFor(language);
  return placesOf(item, botId, (dialogId) => {
    const dialog = dialogs.find((each) => each.dialogId === dialogId);
    return dialog ? nameOf(messages, dialog) : '';
  });
}
