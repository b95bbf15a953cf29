/** What pages show of applications and what people want of them, from frames, surfaces and the dashboard. */
import type { AppMessage, MarketMessage, MarketSight, MarketStart } from '../../bitrix24/market-protocol.ts';
import type { ChatAppBook, ChatAppRecord, ChatAppWord, ReadingPart, ReadTrouble } from '../../domain/chatapp/book.ts';
import type { Desks } from '../desks.ts';
import { originOf } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { HearHealth } from '../health/health-book.ts';
import type { PortalDesk } from '../portal-desk.ts';
import { AccessRereads, COUNTED_PARTS } from './access-rereads.ts';
import { recordOf } from './app-record.ts';
import type { Books } from './books.ts';
import { factsOf } from './chatapp-facts.ts';
import { ChatAppReadings, type ReadingResult } from './chatapp-readings.ts';
import { marketStart } from './market-start.ts';
import { MarketTabs } from './market-tabs.ts';
import { differencesOf } from './market-view.ts';
import { afterReinstall, withoutApplication, withWord } from './words.ts';

/** Ms for which tabs and tiles that were seen before a reinstall tell how it is at its beginning. */
const STILL_TRUE_FOR = 86_400_000;

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
  readonly #rereads: AccessRereads;
  readonly tabs: MarketTabs;
  readonly #hear: HearHealth;

  /** `hear` takes how pages of the Market and readings for ChatApp are. */
  constructor(desks: Desks, books: Books, display: Display, effects: Effects, hear: HearHealth) {
    this.#desks = desks;
    this.#books = books;
    this.#display = display;
    this.#effects = effects;
    this.#hear = hear;
    this.#readings = new ChatAppReadings(desks, books, display, effects, hear);
    this.#rereads = new AccessRereads(this.#readings, effects);
    this.tabs = new MarketTabs(desks, effects);
  }

  /** Takes what the market script of a frame says. */
  async hear(message: MarketMessage, frame: SenderFrame): Promise<MarketStart | boolean | null> {
    const signedIn = await this.#desks.signedInOn(frame.origin);
    // What a page shows to nobody, or to somebody without the right, says nothing of this portal.
    if (!signedIn || !marketStart(signedIn)) return null;
    const { key } = signedIn.row;
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

  /** False for a page that was left open by somebody else, or that has not been told yet who is signed in now. */
  async isSignedIn(key: string): Promise<boolean> {
    const desk = await this.#desks.signedInOn(originOf(key));
    return desk?.row.key === key && !desk.session.context.hasLeft;
  }

  async #see(key: string, sight: MarketSight, frame: SenderFrame): Promise<void> {
    const follow = await this.#desks.with(key, this.#now, (desk) => desk.market.take(sight, this.#now()));
    this.#hear(key, [{ type: 'source.told', source: 'marketPages', at: this.#now() }]);
    if (follow?.isBack) await this.#books.change(key, (record) => afterReinstall(record, this.#now()));
    await this.#show(key);
    if (sight.kind === 'apps') await this.tabs.listShown(sight.apps, frame.tabId);
    if (!follow) return;
    const { recordsRun, readsAccess } = follow;
    if (recordsRun !== null) this.#soon(() => this.#record(key, recordsRun));
    if (readsAccess) this.#rereads.soon(key);
  }

  /** After the answer: the page does not wait for what is read because of it. */
  #soon(work: () => Promise<unknown>): void {
    this.#effects.later(0, async () => {
      await work();
    });
  }

  async confirm({ key, code }: Wish<'app.confirmed'>): Promise<boolean> {
    const isChosen = await this.#with(key, (desk) => desk.market.choose(code, this.#now()));
    if (isChosen && code !== null) this.#soon(() => this.#readings.readNext(key, COUNTED_PARTS));
    return isChosen ?? false;
  }

  async forget({ key }: Wish<'app.forgotten'>): Promise<boolean> {
    await this.#desks.with(key, this.#now, (desk) => desk.market.forget());
    await this.#books.change(key, withoutApplication);
    await this.#show(key);
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
    const record = await this.#books.get(key);
    const id = await this.#with(key, (desk) =>
      desk.market.begin(crypto.randomUUID(), rightOf(desk, record), desk.settings, this.#now()),
    );
    return id ?? null;
  }

  async tellRun({ key, id, event }: Wish<'reinstall.told'>): Promise<boolean> {
    if (event.type === 'record.wanted') return this.#record(key, id);
    const isTold = await this.#desks.with(key, this.#now, (desk) => desk.market.tellRun(id, event, this.#now()));
    const isFinished = isTold === true && event.type === 'finish.told';
    if (isFinished) await this.#takeWord(key, { type: 'installation.told', value: 'finished' });
    await this.#show(key);
    // Who says that it is finished wants to see what it has come to.
    if (isFinished) await this.#record(key, id);
    return isTold ?? false;
  }

  /** Records how the application is now; false when nothing could be read or nobody waits for it. */
  async #record(key: string, id: string): Promise<boolean> {
    const result = await this.#readings.readNext(key, ['accessList', 'lines']);
    if (result.trouble !== null) return false;
    const record = await this.#books.get(key);
    const isTaken = await this.#with(key, (desk) => {
      const { confirmed } = desk.market.watch;
      const run = desk.market.runs.get(id);
      if (!confirmed || run?.code !== confirmed.code) return false;
      const now = this.#now();
      const isBefore = run.state === 'checked' || run.state === 'recorded';
      const since = isBefore ? run.startedAt - STILL_TRUE_FOR : run.since;
      const isRecorded = desk.market.takeRecord(
        id,
        recordOf(confirmed, desk.market.watch, result.reading, { since, now }),
        now,
      );
      desk.market.check(id, rightOf(desk, record), desk.settings, now);
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
    const tabs = desk.session.context.hasLeft || desk.isPaused ? [] : await this.#effects.tabsOf(originOf(key));
    return {
      facts: factsOf(record, watch),
      ...{ steps: record.steps, answers: record.answers, accounts: record.accounts },
      me: { id: desk.row.userId, name },
      canRead: tabs.length > 0,
      isReadingOff: !desk.isOn('chatappReading'),
      run,
      earlier: runs.all.filter((each) => each !== run),
      differences: run && differencesOf(run),
    };
  }

  /** Reads some parts after whatever is being read now. */
  read(key: string, parts: readonly ReadingPart[]): Promise<ReadingResult> {
    return this.#readings.readNext(key, parts);
  }

  async readAgain({ key, parts }: Wish<'book.readAgain'>): Promise<ReadTrouble | null> {
    return (await this.#readings.read(key, parts)).trouble;
  }

  async tellBook({ key, word }: Wish<'book.told'>): Promise<ChatAppBook | null> {
    if (!(await this.#takeWord(key, word))) return null;
    await this.#show(key);
    return this.book(key);
  }

  /** False for an unknown portal. */
  async #takeWord(key: string, word: ChatAppWord): Promise<boolean> {
    const desk = await this.#desks.peek(key);
    if (!desk) return false;
    await this.#books.change(key, (record) => {
      const by = record.reading?.me.name || desk.row.access.userName;
      return withWord(record, word, { at: this.#now(), by });
    });
    return true;
  }

  async #with<T>(key: string, work: (desk: PortalDesk) => T): Promise<Awaited<T> | undefined> {
    const result = await this.#desks.with(key, this.#now, work);
    await this.#show(key);
    return result as Awaited<T> | undefined;
  }

  /** Comes last: whoever hears of news asks for the rest of it at once. */
  #show(key: string): Promise<void> {
    return this.#display.publish(key, { mayInject: false });
  }

  readonly #now = (): number => this.#effects.now();
}

/** What the portal itself said last of the right; a dialog with support that opens does not prove it. */
function rightOf({ session, row }: PortalDesk, { reading }: ChatAppRecord): { isAdministrator: boolean | null } {
  const isRefused = session.context.reason === 'notAdministrator' && !row.isRightClaimed;
  return { isAdministrator: isRefused ? false : (reading?.me.isAdministrator ?? null) };
}
