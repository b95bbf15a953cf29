/** The portal's methods for the messages of a chat: the ones of its own messenger, and the public one where it lacks them. */
import type { Carrier } from '../domain/access/verdict.ts';

/** Messages of one answer; the portal gives no more. */
export const PAGE = 50;

/** `new`: of the portal's own messenger; `public`: older and documented. */
export type Methods = 'new' | 'public';

const query = (method: string, params: Record<string, string | number>): string =>
  `${method}?${new URLSearchParams(Object.entries(params).map(([key, value]) => [key, String(value)]))}`;

/** The newest messages; the public method may begin with the first unread one instead. */
export function newestCommand(methods: Methods, { chatId, dialogId }: Carrier, readUpTo: number | null): string {
  if (methods === 'new') {
    return query('im.v2.Chat.Message.tail', { chatId, limit: PAGE, 'order[id]': 'DESC' });
  }
  const from = readUpTo === null ? {} : { FIRST_ID: readUpTo };
  return query('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: PAGE, ...from });
}

/** Messages after `lastId`, the oldest first. */
export function laterCommand(methods: Methods, { chatId, dialogId }: Carrier, lastId: number, limit = PAGE): string {
  return methods === 'new'
    ? query('im.v2.Chat.Message.tail', { chatId, limit, 'filter[lastId]': lastId, 'order[id]': 'ASC' })
    : query('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: limit, FIRST_ID: lastId });
}

/** Messages before `firstId`, the newest first. */
export function earlierCommand(methods: Methods, { chatId, dialogId }: Carrier, firstId: number): string {
  return methods === 'new'
    ? query('im.v2.Chat.Message.tail', { chatId, limit: PAGE, 'filter[lastId]': firstId, 'order[id]': 'DESC' })
    : query('im.dialog.messages.get', { DIALOG_ID: dialogId, LIMIT: PAGE, LAST_ID: firstId });
}

export const RECENT_COMMAND = query('im.recent.list', { SKIP_OPENLINES: 'Y', LIMIT: 200 });
export const NOTIFY_COMMAND = query('im.notify.get', { LIMIT: 50, CONVERT_TEXT: 'N' });

/** Users by their ids. */
export const usersCommand = (ids: readonly string[]): string =>
  `im.user.list.get?${new URLSearchParams(ids.map((id): [string, string] => ['ID[]', id]))}`;
