/** Notices what may be a request for access to the portal and tells the background to look. It judges nothing itself. */
import { type AccessClue, parseAccessClue } from '../bitrix24/access-events.ts';
import type { AccessQuery } from '../bitrix24/link-protocol.ts';
import { asksAsSupport, asksForAccess, mentionsAccess, saysOf } from '../domain/access/patterns.ts';
import type { AccessView } from '../domain/access/view.ts';
import type { AccessNews } from '../domain/events.ts';

/** Ms between two hints about the same chat: a flood is one reason to look, not five hundred. */
const PAUSE = 1_000;
/** More chats than that in which something looks like a request are nobody's day. */
const MOST_CHATS = 50;

interface Place {
  chatId: number;
  dialogId: string;
}

/** What the link knows of chats when an event comes. */
interface Surroundings {
  userId: string;
  isSupportDialog(chatId: number): boolean;
}

export class AccessWatch {
  /** Messages of requests by their number. */
  readonly #known = new Map<number, Place>();
  #carriers = new Map<number, string>();
  #readUpTo = new Map<number, number>();
  /** Messages with buttons that were hinted at because they are on show. */
  readonly #shown = new Set<number>();
  readonly #lastHint = new Map<number, number>();
  readonly #waiting = new Map<number, ReturnType<typeof setTimeout>>();
  readonly #tell: (news: AccessNews) => void;

  constructor(tell: (news: AccessNews) => void) {
    this.#tell = tell;
  }

  /** Remembers what the background knows. */
  takeQuery({ carriers, known, readUpTo }: AccessQuery): void {
    this.#carriers = new Map(carriers.map(({ chatId, dialogId }) => [chatId, dialogId]));
    this.#readUpTo = new Map(readUpTo);
    for (const [chatId, messageId] of known) this.#know(messageId, chatId, this.#dialogOf(chatId));
  }

  takeView({ items }: AccessView): void {
    for (const { messageId, chatId, dialogId } of items.flatMap(({ copies }) => copies)) {
      this.#know(messageId, chatId, dialogId);
    }
  }

  /** Hears a live event as the bridge cut it down. */
  hear(command: string, params: unknown, { userId, isSupportDialog }: Surroundings): void {
    const clue = parseAccessClue(command, params);
    if (!clue || (clue.senderId === userId && clue.kind === 'written')) return;
    const place = this.#placeOf(clue);
    if (!place) return;
    if (this.#isWorthALook(clue, place)) this.#hint(place);
    const isBySupport = clue.kind === 'written' && clue.text !== '' && isSupportDialog(place.chatId);
    if (isBySupport && mentionsAccess(clue.text)) this.#tell({ type: 'access.mentioned', chatId: place.chatId });
  }

  /** Messages with buttons that the messenger shows in a chat where requests may arrive. */
  seeButtons(dialogId: string, messageIds: readonly number[]): void {
    const [chatId] = [...this.#carriers].find(([, carrier]) => carrier === dialogId) ?? [];
    if (chatId === undefined) return;
    const readUpTo = this.#readUpTo.get(chatId) ?? 0;
    const fresh = messageIds.filter((id) => id > readUpTo && !this.#known.has(id) && !this.#shown.has(id));
    for (const id of fresh) this.#shown.add(id);
    if (fresh.length > 0) this.#hint({ chatId, dialogId });
  }

  /** True for a chat in which requests may arrive. */
  isCarrier(dialogId: string): boolean {
    return [...this.#carriers.values()].includes(dialogId);
  }

  end(): void {
    for (const timer of this.#waiting.values()) clearTimeout(timer);
    this.#waiting.clear();
  }

  #know(messageId: number, chatId: number, dialogId: string): void {
    this.#known.set(messageId, { chatId, dialogId });
  }

  #dialogOf(chatId: number): string {
    return this.#carriers.get(chatId) ?? `chat${chatId}`;
  }

  /** Events about older messages name the chat, the message or both. */
  #placeOf({ kind, chatId, dialogId, messageId }: AccessClue): Place | null {
    if (kind === 'notified' || kind === 'confirmed') return { chatId: 0, dialogId: 'notify' };
    const known = messageId === null ? undefined : this.#known.get(messageId);
    if (known) return known;
    if (chatId === null) return null;
    return { chatId, dialogId: dialogId ?? this.#dialogOf(chatId) };
  }

  #isWorthALook({ kind, messageId, text, hasAccessButtons }: AccessClue, { chatId }: Place): boolean {
    if (kind === 'confirmed') return messageId !== null && this.#known.has(messageId);
    if (kind === 'notified') return asksForAccess(text);
    if (hasAccessButtons || (kind === 'changed' && this.#isAboutKnown(messageId, chatId))) return true;
    if (text === '') return false;
    // Among colleagues access is a daily word; where requests arrive, an answer in words counts as well.
    return this.#carriers.has(chatId) ? saysOf(text) !== null : asksAsSupport(text);
  }

  /** Several messages that are deleted together are not named. */
  #isAboutKnown(messageId: number | null, chatId: number): boolean {
    if (messageId !== null) return this.#known.has(messageId);
    return [...this.#known.values()].some((place) => place.chatId === chatId);
  }

  /** At most one in a second for each chat; what comes within it is told at its end. */
  #hint(place: Place): void {
    const { chatId } = place;
    if (this.#waiting.has(chatId)) return;
    const wait = (this.#lastHint.get(chatId) ?? 0) + PAUSE - Date.now();
    // A clock that was set back must not keep a hint waiting.
    if (wait <= 0 || wait > PAUSE) this.#tellHint(place);
    else
      this.#waiting.set(
        chatId,
        setTimeout(() => this.#tellHint(place), wait),
      );
  }

  #tellHint({ chatId, dialogId }: Place): void {
    this.#waiting.delete(chatId);
    if (this.#lastHint.size >= MOST_CHATS) this.#lastHint.clear();
    this.#lastHint.set(chatId, Date.now());
    this.#tell({ type: 'access.hinted', chatId, dialogId });
  }
}
