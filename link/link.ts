/** The link: the isolated end of the bridge and the only reader of the portal's data. It decides nothing. */
import { asksForSomething } from '../bitrix24/access-query.ts';
import type { LayoutClaim, PageClaim } from '../bitrix24/bridge-protocol.ts';
import type { AccessQuery, LinkReply, WatchedDialog } from '../bitrix24/link-protocol.ts';
import { messagesWithButtons } from '../bitrix24/messenger-dom.ts';
import { parsePullEvent } from '../bitrix24/pull-events.ts';
import { type PortalAnswers, type ReadOutcome, readPortalAndAccess } from '../bitrix24/reader.ts';
import type { TabMessage } from '../bitrix24/surface-protocol.ts';
import type { PortalEvent } from '../domain/events.ts';
import { contentBrowser } from '../platform/content-browser.ts';
import { AccessWatch } from './access-watch.ts';
import { BridgeClient } from './bridge-client.ts';
import { CallTeller } from './call-teller.ts';
import { LeaveWatch } from './leave-watch.ts';
import { MalformedEvents } from './malformed-events.ts';
import { send } from './outbox.ts';
import { type IsolatedScope, PageSide } from './page-side.ts';
import { keepKeysPrivate } from './private-keys.ts';
import { portalReader, readChatApp, readSignIns } from './reading-aloud.ts';

const LONGEST_WAIT_FOR_CONNECTION = 3_000;
/** The messenger draws the messages of a chat a moment after it is on show. */
const DRAWN_WITHIN = 1_000;

const scope = globalThis as IsolatedScope;

type Respond = (answer: unknown) => void;

/** Events that every chat has. */
const OF_ANY_CHAT: readonly PortalEvent['type'][] = [
  'unread.changed',
  'dialog.renamed',
  'message.refused',
  'ticket.told',
];

/** What the portal shows to everybody says nothing about who is signed in. */
const isPublicPage = (page: PageClaim): boolean => page.userId === '' && location.pathname.startsWith('/pub/');

const isReload = (): boolean =>
  (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming | undefined)?.type === 'reload';

export class Link {
  #userId = '';
  #isReading = false;
  /** True when another reading was asked for while one was under way. */
  #isAskedAgain = false;
  /** True when an event could not be told: only a reading makes up for it. */
  #hasLost = false;
  /** False while the live connection is down after it was up: events may be missed. */
  #isHearing = true;
  #onOnline: (() => void) | null = null;
  readonly #watched = new Set<number>();
  /** Dialogs with support by the id under which the messenger shows them. */
  readonly #dialogIds = new Set<string>();
  /** The dialog on show for which the cards were asked last. */
  #cardsOfferedFor = '';
  /** What to look at for requests of access, as the background said last. */
  #accessQuery: AccessQuery | null = null;
  readonly #access = new AccessWatch((news) => void this.#tell(news, Date.now()));
  readonly #calls = new CallTeller(() => this.#userId);
  readonly #malformed = new MalformedEvents(() => this.#userId);
  readonly #showKeys: () => void;
  readonly #bridge: BridgeClient;
  /** What the cards may ask of this page. */
  readonly page: PageSide;

  constructor() {
    this.#bridge = new BridgeClient({
      onPage: (page) => void this.#seePage(page),
      onEvent: (command, params, at) => this.#hearEvent(command, params, at),
      onConnection: (status) => this.#hearConnection(status),
      onLayout: (layout) => this.#seeLayout(layout),
    });
    this.page = new PageSide(this.#bridge);
    contentBrowser.runtime.onMessage.addListener(this.#onMessage as never);
    this.#showKeys = keepKeysPrivate();
    addEventListener('pageshow', this.#onShow);
    addEventListener('pagehide', this.#onHide);
  }

  /** Lets go of the page without a trace. */
  end(): void {
    // After an update the old link's browser API is gone; then there is nothing to remove.
    contentBrowser.runtime?.onMessage.removeListener(this.#onMessage as never);
    removeEventListener('pageshow', this.#onShow);
    removeEventListener('pagehide', this.#onHide);
    this.#showKeys();
    this.#access.end();
    this.#calls.end();
    this.#malformed.tell();
    this.#bridge.close();
  }

  readonly #onMessage = (message: TabMessage, _sender: unknown, respond: Respond): true | undefined => {
    switch (message.type) {
      case 'view.changed':
        this.#watch(message.view.dialogs.map(({ chatId, dialogId }) => [chatId, dialogId]));
        this.#access.takeView(message.view.register);
        return undefined;
      case 'read':
        respond({ accepted: this.#userId === message.userId });
        if (this.#userId !== message.userId) return undefined;
        this.#ask(message.access);
        void this.#read();
        return undefined;
      case 'isLive':
        void this.#bridge
          .page()
          .then((page) => respond({ isLive: page?.isConnected ?? false, userId: page?.userId ?? '' }));
        return true;
      case 'card.show':
        // The cards answer for themselves, where they are.
        return undefined;
      case 'dialog.open':
        void this.#bridge.openDialog(message.dialogId, message.messageId).then((opened) => respond({ opened }));
        return true;
      case 'signIns.read':
        void readSignIns(this.#bridge, message).then(respond);
        return true;
      case 'chatapp.read':
        void readChatApp(this.#bridge, message).then(respond);
        return true;
    }
  };

  /** Back from the back/forward cache: events were missed meanwhile. */
  readonly #onShow = (event: PageTransitionEvent): void => {
    if (event.persisted) void this.#bridge.page().then((page) => this.#seePage(page));
  };

  readonly #onHide = (): void => {
    this.#calls.tell();
    this.#malformed.tell();
  };

  async #seePage(page: PageClaim | null): Promise<void> {
    if (!page || isPublicPage(page)) return;
    this.#userId = page.userId;
    // Where nobody is signed in there is no connection to wait for.
    if (page.userId && !page.isConnected) await this.#connected();
    const { userId, language, generation, isAdministrator } = page;
    const reply = await send({
      type: 'page.seen',
      userId,
      language,
      generation,
      isAdministrator,
      isReload: isReload(),
    });
    this.#obey(reply);
    await this.page.refreshLayout();
    this.#offerCards();
    if (reply?.countUnread && page.hasStore) await this.#tellChats(reply.watch ?? []);
  }

  async #tellChats(dialogs: WatchedDialog[]): Promise<void> {
    const chats = await this.#bridge.chats(dialogs, this.#userId);
    if (chats) await send({ type: 'chats.told', userId: this.#userId, chats, at: Date.now() });
  }

  #watch(dialogs: WatchedDialog[]): void {
    for (const [chatId, dialogId] of dialogs) {
      this.#watched.add(chatId);
      this.#dialogIds.add(dialogId);
    }
    this.#offerCards();
  }

  #seeLayout(layout: LayoutClaim): void {
    this.page.takeLayout(layout);
    this.#offerCards();
    this.#lookForButtons(layout.dialogId);
  }

  /** What draws the cards is loaded only where a dialog with support is on show. */
  #offerCards(): void {
    const { dialogId } = this.page.layout;
    if (dialogId === this.#cardsOfferedFor || !this.#dialogIds.has(dialogId)) return;
    this.#cardsOfferedFor = dialogId;
    if (scope.latchdeskCards?.isAlive()) return;
    void send({ type: 'support.shown', userId: this.#userId });
  }

  /** Resolves when the live connection is up, so that no event falls between the reading and it; waits briefly. */
  #connected(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        // It comes too late for this reading: when it does come, what was missed is read.
        this.#onOnline = null;
        this.#isHearing = false;
        resolve();
      }, LONGEST_WAIT_FOR_CONNECTION);
      this.#onOnline = () => {
        clearTimeout(timer);
        this.#onOnline = null;
        resolve();
      };
    });
  }

  #hearConnection(status: string): void {
    const isOnline = status === 'online';
    if (isOnline && this.#onOnline) {
      this.#onOnline();
    } else if (this.#userId && (status === 'offline' || (isOnline && !this.#isHearing))) {
      void send({ type: 'connection.changed', userId: this.#userId });
    }
    this.#isHearing = isOnline;
  }

  /** The page draws what an event may have failed to tell. */
  #lookForButtons(dialogId: string): void {
    if (!this.#access.isCarrier(dialogId)) return;
    const look = () => {
      if (this.page.layout.dialogId === dialogId) this.#access.seeButtons(dialogId, messagesWithButtons(document));
    };
    look();
    setTimeout(look, DRAWN_WITHIN);
  }

  #ask(query: AccessQuery): void {
    this.#accessQuery = query;
    this.#access.takeQuery(query);
  }

  #obey(reply: LinkReply | null): void {
    this.#watch(reply?.watch ?? []);
    if (reply) this.#ask(reply.access);
    if (reply?.read) void this.#read();
  }

  #hearEvent(command: string, params: unknown, at: number): void {
    this.#access.hear(command, params, {
      userId: this.#userId,
      isSupportDialog: (chatId) => this.#watched.has(chatId),
    });
    const event = parsePullEvent(command, params, this.#userId);
    if (event === 'malformed') {
      console.debug(`Latchdesk: the event ${command} has an unknown shape`);
      this.#malformed.hear();
    } else if (event !== 'ignored' && this.#isOurs(event)) {
      void this.#tell(event, at);
    }
  }

  async #tell(event: PortalEvent, at: number): Promise<void> {
    const reply = await send({ type: 'portal.event', userId: this.#userId, event, at });
    if (!reply) this.#hasLost = true;
    else if (this.#hasLost) {
      this.#hasLost = false;
      await send({ type: 'connection.changed', userId: this.#userId });
    }
  }

  /** Counters and names of ordinary chats pass here all day; only those of support dialogs are told on. */
  #isOurs(event: PortalEvent): boolean {
    if (event.type === 'dialog.added') this.#watch([[event.chatId, event.dialogId]]);
    return !OF_ANY_CHAT.includes(event.type) || ('chatId' in event && this.#watched.has(event.chatId));
  }

  async #read(): Promise<void> {
    // Asked while the last one is still being told: what it did not see is news, and the background counts on it.
    this.#isAskedAgain = this.#isReading;
    if (this.#isReading || !this.#userId) return;
    this.#isReading = true;
    const leaving = new LeaveWatch();
    try {
      await new Promise((resolve) => {
        if ('requestIdleCallback' in window) requestIdleCallback(resolve, { timeout: 1_000 });
        else setTimeout(resolve);
      });
      const { outcome, access } = await this.#answers();
      // A request that ends because the page is left says nothing about the portal.
      if (outcome.kind === 'failure' && (await leaving.isLeft())) return;
      this.#obey(await send({ type: 'reading.finished', userId: this.#userId, outcome, access }));
    } finally {
      leaving.end();
      this.#isReading = false;
      if (this.#isAskedAgain) void this.#read();
    }
  }

  async #answers(): Promise<PortalAnswers> {
    const page = await this.#bridge.page();
    if (!page) return { outcome: { kind: 'failure', failure: 'timeout', detail: 'page' }, access: null };
    if (page.userId !== this.#userId) {
      return { outcome: { kind: 'failure', failure: 'signedOut', detail: 'another user' }, access: null };
    }
    const { userId, token, generation, hasStore } = page;
    const request = { userId, token, withCounters: generation === 'v2' && !hasStore };
    const query = this.#accessQuery;
    const reader = query && asksForSomething(query) ? await portalReader(userId) : null;
    const surroundings = { userId, host: location.hostname, now: Date.now() };
    const part = (query && reader?.lookForAccess(query, surroundings)) ?? null;
    const { outcome, access } = await readPortalAndAccess(request, part);
    return { outcome: hasStore ? await this.#withPageCounters(outcome) : outcome, access };
  }

  /** Puts the page's own numbers and last words, which cost no request, in the place of the list's mere hints. */
  async #withPageCounters(outcome: ReadOutcome): Promise<ReadOutcome> {
    if (outcome.kind !== 'reading') return outcome;
    const { dialogs } = outcome.reading;
    const asked = dialogs.map(({ chatId, dialogId }): WatchedDialog => [chatId, dialogId]);
    const chats = await this.#bridge.chats(asked, this.#userId);
    if (!chats) return outcome;
    const byChat = new Map(chats.map((chat) => [chat.chatId, chat]));
    const exact = dialogs.map((dialog) => ({ ...dialog, ...byChat.get(dialog.chatId) }));
    return { ...outcome, reading: { ...outcome.reading, dialogs: exact } };
  }
}
