/** What the banner needs of a portal's view besides the item itself. */
import type { DialogChoice } from '../../components/access/banner-props.ts';
import { type BannerItem, placesOf, type RequestPlace } from '../../domain/access/banner-sentences.ts';
import type { BannerMessages } from '../../domain/access/banner-text.ts';
import type { DialogView, PortalView } from '../../domain/view.ts';
import { bannerLocaleFor } from '../../locales/access/banner/catalogue.ts';

const OPEN_FIRST = { open: 0, new: 1, close: 2 } as const;

/** Dialogs with support by name, the open ones first. */
export function dialogChoices({ dialogs, language }: PortalView): DialogChoice[] {
  const { messages } = bannerLocaleFor(language);
  return [...dialogs]
    .sort((a, b) => OPEN_FIRST[a.status] - OPEN_FIRST[b.status])
    .map((dialog) => ({ chatId: dialog.chatId, name: nameOf(messages, dialog) }));
}

/** Whether there is any dialog with support; null while nobody has been able to read them. */
export const hasDialogs = ({ slots, dialogTotal }: PortalView): boolean | null =>
  slots.at === null ? null : dialogTotal > 0;

/** The chats in which a request stands. */
export function placesIn({ botId, dialogs, language }: PortalView, item: BannerItem): RequestPlace[] {
  const { messages } = bannerLocaleFor(language);
  return placesOf(item, botId, (dialogId) => {
    const dialog = dialogs.find((each) => each.dialogId === dialogId);
    return dialog ? nameOf(messages, dialog) : '';
  });
}

/** As the user calls it, else as the portal does. */
function nameOf({ dialog: text }: BannerMessages, { alias, title, isMain, chatId }: DialogView): string {
  return alias || title?.trim() || (isMain ? text.main : text.untitled(chatId));
}
