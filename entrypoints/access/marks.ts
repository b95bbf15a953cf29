/** Follows the portal's own buttons under requests that are on show, so that they can be framed. */

import { messageOnShow } from '../../bitrix24/messenger-dom.ts';
import type { Mark } from '../../components/access/ButtonMarks.tsx';
import { ASKS, ENDS } from '../../domain/access/banner-text.ts';
import type { RequestCopy } from '../../domain/access/record.ts';
import type { AccessItem } from '../../domain/access/view.ts';
import { isInSight, measureMark } from './measure-mark.ts';

/** Pauses in ms between two looks: while nothing is in sight, and while what is in sight stands still. */
const LOOK_AGAIN = 400;
const LOOK_AT_REST = 100;
/** How long a wish to see the buttons holds: the portal may have to load the chat. */
const WANTED_FOR = 15_000;
/** The portal scrolls to a message itself; only when it has not is it done here. */
const PATIENCE = 1_500;

export interface MarksWorld {
  items: () => readonly AccessItem[];
  /** The chat on show in the page's messenger; empty: none. */
  dialogId: () => string;
  show: (marks: readonly Mark[]) => void;
}

interface Wanted {
  key: string;
  item: AccessItem;
  copy: RequestCopy;
}

export class MarksWatch {
  readonly #world: MarksWorld;
  #shown: readonly Mark[] = [];
  /** The item whose buttons somebody asked to see, and since when. */
  #wish: { id: string; at: number; hasScrolled: boolean } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #frame = 0;

  constructor(world: MarksWorld) {
    this.#world = world;
  }

  /** Looks at the page now, and goes on as long as there is something to follow. */
  look(): void {
    this.stop();
    const wanted = document.visibilityState === 'hidden' ? [] : this.#wanted();
    const marks = wanted.flatMap((each) => this.#mark(each));
    const hasMoved = this.#show(marks);
    if (marks.length > 0 && hasMoved) this.#frame = requestAnimationFrame(() => this.look());
    else if (wanted.length > 0)
      this.#timer = setTimeout(() => this.look(), marks.length > 0 ? LOOK_AT_REST : LOOK_AGAIN);
  }

  /** Somebody wants to see the buttons of an item. */
  want(id: string): void {
    this.#wish = { id, at: Date.now(), hasScrolled: false };
    this.look();
  }

  stop(): void {
    clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  #wanted(): Wanted[] {
    if (this.#wish && Date.now() - this.#wish.at > WANTED_FOR) this.#wish = null;
    const dialogId = this.#world.dialogId();
    return this.#world.items().flatMap((item) =>
      item.copies
        .filter((copy) => copy.carrier === 'message' && copy.keyboard !== 'gone')
        .filter((copy) => this.#wish?.id === item.id || (isSpokenOf(item) && copy.dialogId === dialogId))
        .map((copy) => ({ key: `${copy.chatId}:${copy.messageId}`, item, copy })),
    );
  }

  #mark({ key, item, copy }: Wanted): Mark[] {
    const message = messageOnShow(document, copy.messageId);
    if (!message) return [];
    const isFresh = this.#wish?.id === item.id;
    if (isFresh) this.#bringIntoSight(message);
    const mark = measureMark(message, copy, isFresh);
    return mark ? [{ key, isFresh, ...mark }] : [];
  }

  #bringIntoSight(message: HTMLElement): void {
    const wish = this.#wish;
    if (!wish || wish.hasScrolled || Date.now() - wish.at < PATIENCE) return;
    wish.hasScrolled = true;
    if (!isInSight(message, message.getBoundingClientRect())) message.scrollIntoView({ block: 'center' });
  }

  /** True when they are not where they were. */
  #show(marks: readonly Mark[]): boolean {
    if (JSON.stringify(marks) === JSON.stringify(this.#shown)) return false;
    this.#shown = marks;
    this.#world.show(marks);
    return true;
  }
}

/** Without a word in the banner, nothing is framed unasked. */
const isSpokenOf = ({ banner }: AccessItem): boolean => banner !== null && (ASKS.has(banner) || ENDS.has(banner));
