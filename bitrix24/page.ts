/** The page's claim about itself, parsed: the page may say anything. */
import * as v from 'valibot';
import type { LastWord } from '../domain/reading.ts';

export const PageClaimSchema = v.object({
  userId: v.pipe(v.string(), v.regex(/^\d{0,12}$/)),
  language: v.pipe(v.string(), v.maxLength(10)),
  token: v.pipe(v.string(), v.maxLength(200)),
  generation: v.picklist(['v2', 'v1', 'none']),
  hasStore: v.boolean(),
  isAdministrator: v.nullable(v.boolean()),
  isConnected: v.boolean(),
});

export const LayoutClaimSchema = v.object({
  dialogId: v.pipe(v.string(), v.maxLength(100)),
  sendsByEnter: v.boolean(),
});

/** Chats as the page's own data has them; a number that is not one spoils all, as it cannot be told which are right. */
export const ChatClaims = v.array(
  v.tuple([
    v.pipe(v.number(), v.integer(), v.minValue(1)),
    v.pipe(v.number(), v.integer(), v.minValue(0)),
    v.unknown(),
    v.unknown(),
  ]),
);

/** Who wrote last, from an author id: the user's own, 0 for a notice, `network-…` or a bot's for support. */
export function lastWordOf(authorId: unknown, at: unknown, userId: string): LastWord | null {
  const isId =
    typeof authorId === 'number' || (typeof authorId === 'string' && /^(network-[\w-]{1,60}|\d{1,15})$/.test(authorId));
  if (!isId || Number(authorId) === 0 || typeof at !== 'number' || !(at > 0)) return null;
  return { author: String(authorId) === userId ? 'me' : 'support', at };
}
