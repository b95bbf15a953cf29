/** What pages show of applications and what people want of them, from frames, surfaces and the dashboard. */
import type { AppMessage, MarketMessage, MarketSight, MarketStart, RunWish } from '../../bitrix24/market-protocol.ts';
import type { ChatAppBook, ReadTrouble } from '../../domain/chatapp/book.ts';
import type { Desks } from '../desks.ts';
import { originOf } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { recordOf } from './app-record.ts';
import type { Books } from './books.ts';
import { factsOf } from './chatapp-facts.ts';
import { ChatAppReadings } from './chatapp-readings.ts';
import { marketStart } from './market-start.ts';
import { MarketTabs } from './market-tabs.ts';
import { differencesOf } from './market-view.ts';
import { afterReinstall, withWord } from './words.ts';

type Wish<T extends AppMessage['type']> = Extract<AppMessage, { type: T }>;

/** A frame that sent a message; origin, tab and frame come from the browser, never from the message. */
export interface SenderFrame {
  tabId: number;
  frameId: number;
  origin: string;
}

export class MarketWishes {
  readonly #desks: Desks;
  readonly #books: Books;
  readonly #display: Display;
  readonly #effects: Effects;
  readonly #readings: ChatAppReadings;
  readonly tabs: MarketTabs;

  constructor(desks: Desks, books: Books, display: Display, effects: Effects) {
    this.#desks = desks;
    this.#books = books;
    this.#display = display;
    this.#effects = effects;
    this.#readings = new ChatAppReadings(desks, books, display, effects);
    this.tabs = new MarketTabs(desks, effects);
  }

  /** Takes what the market script of a frame says. */
  async hear(message: MarketMessage, frame: SenderFrame): Promise<MarketStart | boolean | null> {
    const key = (await this.#desks.signedInOn(frame.origin))?.row.key;
    if (key === undefined) return null;
    switch (message.type) {
      case 'market.started':
        break;
      case 'market.seen':
        await this.#see(key, message.sight, frame);
        break;
      case 'uninstall.told':
        await this.#with(key, (desk) => desk.market.tellUninstall(message.event, crypto.randomUUID(), this.#now()));
        break;
      case 'marketCards.wanted':
        return this.#effects.showMarketCards(frame.tabId, frame.frameId);
    }
    const desk = await this.#desks.peek(key);
    return desk ? marketStart(desk) : null;
  }

  async #see(key: string, sight: MarketSight, frame: SenderFrame): Promise<void> {
    const follow = await this.#with(key, (desk) => desk.market.take(sight, this.#now()));
    if (sight.kind === 'apps') await this.tabs.listShown(sight.apps, frame.tabId);
    if (!follow) return;
    if (follow.isBack) await this.#books.change(key, (record) => afterReinstall(record, this.#now()));
    if (follow.recordsRun !== null) this.#soon(() => this.#record(key, follow.recordsRun ?? ''));
    if (follow.readsAccess) this.#soon(() => this.#readings.read(key, ['accessList']));
  }

  /** After the answer: the page does not wait for what is read because of it. */
  #soon(work: () => Promise<unknown>): void {
    this.#effects.later(0, async () => {
      await work();
    });
  }

  async confirm({ key, code }: Wish<'app.confirmed'>): Promise<boolean> {
    const isChosen = await this.#with(key, (desk) => desk.market.choose(code, this.#now()));
    if (isChosen && code !== null) this.#soon(() => this.#readings.read(key, ['staff', 'departments', 'accessList']));
    return isChosen ?? false;
  }

  async forget({ key }: Wish<'app.forgotten'>): Promise<boolean> {
    await this.#with(key, (desk) => desk.market.forget());
    return true;
  }

  async hideCard({ key, card }: Wish<'marketCard.hidden'>): Promise<boolean> {
    await this.#with(key, (desk) => {
      const { settings } = desk.row;
      const hiddenCards = [...new Set([...settings.hiddenCards, card])];
      desk.row = { ...desk.row, settings: { ...settings, hiddenCards } };
    });
    return true;
  }

  /** Begins a reinstall, or goes on with the open one. */
  async begin({ key }: Wish<'reinstall.begun'>): Promise<string | null> {
    const id = await this.#with(key, (desk) =>
      desk.market.begin(crypto.randomUUID(), rightOf(desk), desk.row.settings, this.#now()),
    );
    return id ?? null;
  }

  async tellRun({ key, id, event }: Wish<'reinstall.told'>): Promise<boolean> {
    if (event.type === 'record.wanted') return this.#record(key, id);
    const isTold = await this.#tellRun(key, id, event);
    // Who says that it is finished wants to see what it has come to.
    if (isTold && event.type === 'finish.told') await this.#record(key, id);
    return isTold;
  }

  async #tellRun(key: string, id: string, event: Exclude<RunWish, { type: 'record.wanted' }>): Promise<boolean> {
    return (await this.#with(key, (desk) => desk.market.tellRun(id, event, this.#now()))) ?? false;
  }

  /** Records how the application is now; false when nothing could be read or nobody waits for it. */
  async #record(key: string, id: string): Promise<boolean> {
    const result = await this.#readings.read(key, ['accessList', 'lines']);
    if (result.trouble !== null) return false;
    const isTaken = await this.#with(key, (desk) => {
      const { confirmed } = desk.market.watch;
      const run = desk.market.runs.get(id);
      if (!confirmed || run?.code !== confirmed.code) return false;
      const now = this.#now();
      const since = run.state === 'checked' || run.state === 'recorded' ? 0 : run.since;
      const isRecorded = desk.market.takeRecord(
        id,
        recordOf(confirmed, desk.market.watch, result.reading, { since, now }),
        now,
      );
      desk.market.check(id, rightOf(desk), desk.row.settings, now);
      return isRecorded;
    });
    return isTaken ?? false;
  }

  /** Everything about whom ChatApp serves; null for an unknown portal. */
  async book(key: string): Promise<ChatAppBook | null> {
    const desk = await this.#desks.peek(key);
    if (!desk) return null;
    const { watch, runs } = desk.market;
    const record = await this.#books.get(key);
    const run = runs.latest;
    const name = record.reading?.me.name || desk.row.access.userName;
    const tabs = desk.session.context.hasLeft ? [] : await this.#effects.tabsOf(originOf(key));
    return {
      facts: factsOf(record, watch),
      ...{ steps: record.steps, answers: record.answers, accounts: record.accounts },
      me: { id: desk.row.userId, name },
      canRead: tabs.length > 0,
      run,
      earlier: runs.all.filter((each) => each !== run),
      differences: run && differencesOf(run),
    };
  }

  async readAgain({ key, parts }: Wish<'book.readAgain'>): Promise<ReadTrouble | null> {
    return (await this.#readings.read(key, parts)).trouble;
  }

  async tellBook({ key, word }: Wish<'book.told'>): Promise<ChatAppBook | null> {
    const desk = await this.#desks.peek(key);
    if (!desk) return null;
    await this.#books.change(key, (record) => {
      const by = record.reading?.me.name || desk.row.access.userName;
      return withWord(record, word, { at: this.#now(), by });
    });
    await this.#display.publish(key, { mayInject: false });
    return this.book(key);
  }

  async #with<T>(key: string, work: (desk: PortalDesk) => T): Promise<Awaited<T> | undefined> {
    const result = await this.#desks.with(key, this.#now, work);
    await this.#display.publish(key, { mayInject: false });
    return result as Awaited<T> | undefined;
  }

  readonly #now = (): number => this.#effects.now();
}

/** A portal that answers as to an administrator proves the right; before it was read nobody knows. */
const rightOf = ({ session, hasReading, row }: PortalDesk) => ({
  isAdministrator: session.context.reason === 'notAdministrator' ? row.isRightClaimed : hasReading ? true : null,
});
