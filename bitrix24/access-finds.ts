/** What the answers to the look for requests tell beside messages: users, chats of the vendor, notifications. */
import * as v from 'valibot';
import type { AccessMessage } from '../domain/access/message.ts';
import type { Carrier } from '../domain/access/verdict.ts';
import {
  carrierOf,
  listOf,
  type PortalUser,
  type ReadMessage,
  readMessage,
  readNotification,
  User,
} from './access-shapes.ts';

export class PortalFinds {
  readonly users = new Map<string, PortalUser>();
  /** Null until the list of chats was there. */
  carriers: Carrier[] | null = null;
  /** Null until they were looked through. */
  notifications: AccessMessage[] | null = null;

  /** False for an answer of another shape, as below. */
  takeUsers(users: unknown): boolean {
    for (const entry of listOf(users)) {
      const user = v.safeParse(User, entry);
      if (user.success) this.users.set(user.output.id, user.output);
    }
    return typeof users === 'object';
  }

  takeRecent(result: unknown): boolean {
    const answer = v.safeParse(v.object({ items: v.unknown() }), result);
    if (!answer.success) return false;
    const items = listOf(answer.output.items);
    this.takeUsers(items.map((item) => (item as { user?: unknown } | null)?.user));
    this.carriers = items.map(carrierOf).filter((carrier) => carrier !== null);
    return true;
  }

  takeNotifications(result: unknown): boolean {
    const answer = v.safeParse(v.object({ notifications: v.unknown() }), result);
    if (!answer.success) return false;
    const entries = listOf(answer.output.notifications);
    this.notifications = entries.map(readNotification).filter((message) => message !== null);
    return true;
  }

  /** Messages of one answer, and how many there were with the unreadable ones; null for another shape. */
  takePage(result: unknown, { chatId, dialogId }: Carrier): { messages: ReadMessage[]; length: number } | null {
    const answer = v.safeParse(v.object({ messages: v.unknown(), users: v.optional(v.unknown()) }), result);
    if (!answer.success || typeof answer.output.messages !== 'object') return null;
    this.takeUsers(answer.output.users);
    const entries = listOf(answer.output.messages);
    const place = { chatId, dialogId, chatKind: 'other' } as const;
    const messages = entries.map((entry) => readMessage(entry, place)).filter((message) => message !== null);
    return { messages, length: entries.length };
  }
}
