/** The application in the background: takes what links and surfaces tell, works on the desks, tells what changed. */
import type { LinkMessage, LinkReply } from '../bitrix24/link-protocol.ts';
import type { ChipPlace } from '../domain/chip.ts';
import type { PortalView } from '../domain/view.ts';
import type { Desks } from './desks.ts';
import { portalKey } from './desks.ts';
import { Display } from './display.ts';
import type { Effects } from './effects.ts';
import { Readers } from './readers.ts';
import { buildView } from './view.ts';

type MessageOf<T extends LinkMessage['type']> = Extract<LinkMessage, { type: T }>;

/** A tab that sent a message; origin and id come from the browser, never from the message. */
export interface SenderTab {
  tabId: number;
  origin: string;
}

const NOTHING_TO_DO: LinkReply = { read: false, watch: null, countUnread: false };

export class Application {
  readonly #desks: Desks;
  readonly #effects: Effects;
  readonly #readers: Readers;
  readonly #display: Display;

  constructor(desks: Desks, effects: Effects) {
    this.#desks = desks;
    this.#effects = effects;
    this.#readers = new Readers(effects);
    this.#display = new Display(desks, effects);
  }

  /** Brings badge, tabs and alarm in line with the database; run at each start of the background. */
  start(): Promise<void> {
    return this.#display.showAll();
  }

  async views(): Promise<PortalView[]> {
    const now = this.#effects.now();
    return (await this.#desks.all()).map((desk) => buildView(desk, now));
  }

  /** One view, with more closed dialogs when asked for; undefined for an unknown portal. */
  view(key: string, closedCount?: number): Promise<PortalView | undefined> {
    return this.#desks.peek(key).then((desk) => desk && buildView(desk, this.#effects.now(), closedCount));
  }

  hear(message: LinkMessage, sender: SenderTab): Promise<LinkReply> {
    switch (message.type) {
      case 'page.seen':
        return this.#seePage(message, sender);
      case 'portal.event':
        return this.#hearEvent(message, sender);
      case 'reading.finished':
        return this.#finishReading(message, sender);
      case 'unread.counted':
        return this.#countUnread(message, sender);
      case 'connection.changed':
        return this.#hearConnection(message, sender);
    }
  }

  /** What an overlay that has just started shows: the view of whoever is signed in there. */
  async overlayStarted({ origin }: SenderTab): Promise<PortalView | null> {
    const desks = await this.#desks.all();
    const desk = desks
      .filter(({ row, session }) => row.origin === origin && session.value !== 'unsupported')
      .sort((a, b) => b.row.seenAt - a.row.seenAt)[0];
    return desk ? buildView(desk, this.#effects.now()) : null;
  }

  /** Remembers where the chip of a portal stands. */
  async placeChip(key: string, chip: ChipPlace): Promise<void> {
    await this.#desks.with(key, this.#now, (desk) => {
      desk.row = { ...desk.row, chip };
    });
    await this.#display.publish(key);
  }

  /** Reads a portal because a person asked for it; false when no open tab can. */
  async readNow(key: string): Promise<boolean> {
    return (
      (await this.#desks.with(key, this.#now, (desk) => this.#readers.sendReader(desk, this.#effects.now()))) ?? false
    );
  }

  /** Opens a dialog the portal's own way in a tab of it, else in a new tab by its address. */
  async openDialog(key: string, dialogId: string, preferredTab: number | null): Promise<'inPage' | 'inTab'> {
    const origin = key.slice(0, key.lastIndexOf('|'));
    const tabs = preferredTab === null ? await this.#effects.tabsOf(origin) : [preferredTab];
    for (const tabId of tabs) {
      const answer = (await this.#effects.askTab(tabId, { type: 'dialog.open', dialogId })) as { opened?: boolean };
      if (!answer?.opened) continue;
      await this.#effects.focusTab(tabId);
      return 'inPage';
    }
    await this.#effects.openTab(`${origin}/online/?IM_DIALOG=${encodeURIComponent(dialogId)}`);
    return 'inTab';
  }

  /** Looks after every portal whose time has come. */
  async check(): Promise<void> {
    const now = this.#effects.now();
    for (const { row } of await this.#desks.all()) {
      if (row.nextCheckAt === null || row.nextCheckAt > now) continue;
      await this.#desks.with(row.key, this.#now, (desk) => this.#readers.check(desk, now));
      await this.#display.publish(row.key);
    }
    await this.#display.refresh();
  }

  readonly #now = (): number => this.#effects.now();

  async #seePage(message: MessageOf<'page.seen'>, sender: SenderTab): Promise<LinkReply> {
    const { origin, tabId } = sender;
    await this.#signOutOthers(origin, message.userId);
    if (message.userId === '') return NOTHING_TO_DO;
    const reply = await this.#desks.withNew(origin, message.userId, this.#now, async (desk) => {
      const now = this.#effects.now();
      desk.row = { ...desk.row, language: message.language, seenAt: now };
      if (message.generation === 'v1') {
        desk.standAside('oldMessenger', now);
        return NOTHING_TO_DO;
      }
      desk.seePage(now);
      const read = await this.#readers.grantTo(desk, tabId, now);
      return { read, watch: desk.chatIds, countUnread: !read && !desk.knowsUnread };
    });
    await this.#display.publish(portalKey(origin, message.userId));
    return reply;
  }

  /** One browser holds one session per host: whoever else was signed in there is not any more. */
  async #signOutOthers(origin: string, userId: string): Promise<void> {
    for (const key of await this.#desks.keysOf(origin)) {
      if (key === portalKey(origin, userId)) continue;
      await this.#desks.with(key, this.#now, (desk) => {
        if (desk.session.value !== 'signedOut') desk.signOut(this.#effects.now());
        desk.row = { ...desk.row, nextCheckAt: null };
      });
      // Pages that show it hear of it; on the new user's page it has no place.
      await this.#display.publish(key, { mayInject: false });
    }
  }

  async #hearEvent(message: MessageOf<'portal.event'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    const effect = await this.#desks.with(key, this.#now, async (desk) => {
      const now = this.#effects.now();
      const result = desk.applyEvent(message.event, Math.min(message.at, now), now);
      // An event proves that the portal lives: a reading that failed before may succeed now.
      if (result === 'rereadNeeded' || desk.row.failures > 0) await this.#readers.readSoon(desk, now);
      return result;
    });
    if (effect === 'changed' || effect === 'rereadNeeded') await this.#display.publish(key);
    return NOTHING_TO_DO;
  }

  async #countUnread(message: MessageOf<'unread.counted'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => {
      const now = this.#effects.now();
      for (const [chatId, unread] of message.counts) {
        desk.applyEvent({ type: 'unread.changed', chatId, unread }, Math.min(message.at, now), now);
      }
    });
    await this.#display.publish(key);
    return NOTHING_TO_DO;
  }

  async #finishReading(message: MessageOf<'reading.finished'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    const watch = await this.#desks.with(key, this.#now, (desk) => {
      this.#readers.takeOutcome(desk, message.outcome, this.#effects.now());
      return desk.chatIds;
    });
    await this.#display.publish(key);
    return { ...NOTHING_TO_DO, watch: watch ?? null };
  }

  /** Events were missed while the live connection was down; when it is back, one reading makes up for them. */
  async #hearConnection(message: MessageOf<'connection.changed'>, { origin }: SenderTab): Promise<LinkReply> {
    const key = portalKey(origin, message.userId);
    await this.#desks.with(key, this.#now, (desk) => this.#readers.readSoon(desk, this.#effects.now()));
    await this.#display.publish(key);
    return NOTHING_TO_DO;
  }
}
