/** The link: the isolated end of the bridge and the only reader of the portal's data. It decides nothing. */
import type { PageClaim } from '../bitrix24/bridge-protocol.ts';
import type { LinkReply, TabMessage } from '../bitrix24/link-protocol.ts';
import { parsePullEvent } from '../bitrix24/pull-events.ts';
import { type ReadOutcome, readPortal } from '../bitrix24/reader.ts';
import type { PortalEvent } from '../domain/events.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { BridgeClient } from './bridge-client.ts';
import { send } from './outbox.ts';

const LONGEST_WAIT_FOR_CONNECTION = 3_000;

type Respond = (answer: unknown) => void;

export class Link {
  #userId = '';
  #isReading = false;
  /** False while the live connection is down after it was up: events may be missed. */
  #isHearing = true;
  #onOnline: (() => void) | null = null;
  readonly #watched = new Set<number>();
  readonly #bridge: BridgeClient;

  constructor() {
    this.#bridge = new BridgeClient({
      onPage: (page) => void this.#seePage(page),
      onEvent: (command, params, at) => this.#hearEvent(command, params, at),
      onConnection: (status) => this.#hearConnection(status),
    });
    contentBrowser.runtime.onMessage.addListener(this.#onMessage as never);
    addEventListener('pageshow', this.#onShow);
  }

  /** Lets go of the page without a trace. */
  end(): void {
    // After an update the old link's browser API is gone; then there is nothing to remove.
    contentBrowser.runtime?.onMessage.removeListener(this.#onMessage as never);
    removeEventListener('pageshow', this.#onShow);
    this.#bridge.close();
  }

  readonly #onMessage = (message: TabMessage, _sender: unknown, respond: Respond): true | undefined => {
    switch (message.type) {
      case 'view.changed':
        for (const dialog of message.view.dialogs) this.#watched.add(dialog.chatId);
        return undefined;
      case 'read':
        respond({ accepted: this.#userId === message.userId });
        if (this.#userId === message.userId) void this.#read();
        return undefined;
      case 'isLive':
        void this.#bridge
          .page()
          .then((page) => respond({ isLive: page?.isConnected ?? false, userId: page?.userId ?? '' }));
        return true;
      case 'dialog.open':
        void this.#bridge.openDialog(message.dialogId).then((opened) => respond({ opened }));
        return true;
    }
  };

  /** Back from the back/forward cache: events were missed meanwhile. */
  readonly #onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) void this.#bridge.page().then((page) => this.#seePage(page));
  };

  async #seePage(page: PageClaim | null): Promise<void> {
    if (!page) return;
    this.#userId = page.userId;
    if (!page.isConnected) await this.#connected();
    const { userId, language, generation, isAdministrator, isConnected } = page;
    const reply = await send({ type: 'page.seen', userId, language, generation, isAdministrator, isConnected });
    this.#obey(reply);
    if (reply?.countUnread && page.hasStore) await this.#tellUnread(reply.watch ?? []);
  }

  async #tellUnread(chatIds: number[]): Promise<void> {
    const counts = await this.#bridge.unread(chatIds);
    if (counts) await send({ type: 'unread.counted', userId: this.#userId, counts: [...counts], at: Date.now() });
  }

  /** Resolves when the live connection is up, so that no event falls between the reading and it; waits briefly. */
  #connected(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, LONGEST_WAIT_FOR_CONNECTION);
      this.#onOnline = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #hearConnection(status: string): void {
    const isOnline = status === 'online';
    if (isOnline && this.#onOnline) {
      this.#onOnline();
      this.#onOnline = null;
    } else if (this.#userId && (status === 'offline' || (isOnline && !this.#isHearing))) {
      void send({ type: 'connection.changed', userId: this.#userId, isConnected: isOnline });
    }
    this.#isHearing = isOnline;
  }

  #obey(reply: LinkReply | null): void {
    for (const chatId of reply?.watch ?? []) this.#watched.add(chatId);
    if (reply?.read) void this.#read();
  }

  #hearEvent(command: string, params: unknown, at: number): void {
    const event = parsePullEvent(command, params);
    if (event === 'malformed') console.debug(`Latchdesk: the event ${command} has an unknown shape`);
    else if (event !== 'ignored' && this.#isOurs(event)) {
      void send({ type: 'portal.event', userId: this.#userId, event, at });
    }
  }

  /** Counters and names of ordinary chats pass here all day; only those of support dialogs are told on. */
  #isOurs(event: PortalEvent): boolean {
    if (event.type === 'dialog.added') this.#watched.add(event.chatId);
    const isAboutAnyChat = event.type === 'unread.changed' || event.type === 'dialog.renamed';
    return !isAboutAnyChat || this.#watched.has(event.chatId);
  }

  async #read(): Promise<void> {
    if (this.#isReading || !this.#userId) return;
    this.#isReading = true;
    try {
      await new Promise((resolve) => {
        if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 1_000 });
        else setTimeout(resolve);
      });
      const page = await this.#bridge.page();
      if (page?.userId) {
        const outcome = await readPortal(page.token, page.generation === 'v2' && !page.hasStore);
        const complete = page.hasStore ? await this.#withPageCounters(outcome) : outcome;
        this.#obey(await send({ type: 'reading.finished', userId: this.#userId, outcome: complete }));
      }
    } finally {
      this.#isReading = false;
    }
  }

  /** Puts the page's own unread numbers, which cost no request, in the place of the list's mere hints. */
  async #withPageCounters(outcome: ReadOutcome): Promise<ReadOutcome> {
    if (outcome.kind !== 'reading') return outcome;
    const { dialogs } = outcome.reading;
    const numbers = await this.#bridge.unread(dialogs.map((dialog) => dialog.chatId));
    if (!numbers) return outcome;
    const exact = dialogs.map((dialog) => ({ ...dialog, unread: numbers.get(dialog.chatId) ?? dialog.unread }));
    return { ...outcome, reading: { ...outcome.reading, dialogs: exact } };
  }
}
