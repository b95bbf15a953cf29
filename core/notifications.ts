/** What a notification says. */
import { nameOf } from '../domain/dialog-names.ts';
import { findSecrets, maskSecrets } from '../domain/secrets.ts';
import type { Messages } from '../domain/text.ts';
import { backgroundLocaleFor } from '../locales/background/catalogue.ts';
import type { DeskNews } from './attention-watch.ts';
import type { PortalDesk } from './portal-desk.ts';

/** Characters of a text that a notification shows. */
const EXCERPT = 80;

/** A draft, a dialog, a record of access; a key alone: the portal itself. */
export type Goal =
  | { key: string; draftId: string }
  | { key: string; chatId: number }
  | { key: string; recordId: string }
  | { key: string; page: 'report' }
  | { key: string };

/** What a press on a notification leads to, from its id; null for an id that is not ours. */
export function goalOf(id: string): Goal | null {
  const [kind, origin, userId, object] = id.split('|');
  if (!origin || !userId || !object) return null;
  const key = `${origin}|${userId}`;
  if (kind === 'offer') return { key, draftId: object };
  if (kind === 'watch') return { key };
  if (kind === 'rule') return goalOfRule(key, object);
  if (kind === 'access') return { key, recordId: object };
  return kind === 'attention' ? { key, chatId: Number(object) } : null;
}

/** What a rule has told of. */
function goalOfRule(key: string, object: string): Goal {
  const [, kind, id = ''] = /^(chat|record):(.+)$/.exec(object) ?? [];
  if (kind === 'chat') return { key, chatId: Number(id) };
  if (kind === 'record') return { key, recordId: id };
  return object === 'report' ? { key, page: 'report' } : { key };
}

/** Id, title and text of the notification for a piece of news; no message text of support is in it. */
export function notificationOf(news: DeskNews, desk: PortalDesk, messages: Messages) {
  const { notification } = backgroundLocaleFor(desk.language).messages;
  const host = new URL(desk.row.origin).host;
  if (news.kind === 'offer') {
    const { id, title, text } = news.draft;
    return {
      id: `offer|${desk.row.key}|${id}`,
      title: `${notification.slotFree} · ${host}`,
      message: notification.parkedQuestion(title || maskSecrets(text, findSecrets(text)).slice(0, EXCERPT)),
    };
  }
  if (news.kind === 'watchStopped') {
    return {
      id: `watch|${desk.row.key}|stopped`,
      title: `${notification.watchStopped.title} · ${host}`,
      message: notification.watchStopped.because[news.reason],
    };
  }
  const { dialog, attention } = news;
  const alias = desk.notes.get(dialog.chatId)?.alias ?? '';
  return {
    id: `attention|${desk.row.key}|${dialog.chatId}`,
    title: `${notification.attention[attention.kind]} · ${host}`,
    message: nameOf(messages, { ...dialog, alias }),
  };
}
