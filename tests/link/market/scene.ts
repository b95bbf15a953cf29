/** A page of the Market with the market script in it; background and cards are played by the test. */
import { vi } from 'vitest';
import type {
  MarketMessage,
  MarketSight,
  MarketStart,
  MarketTabMessage,
  UninstallTold,
} from '../../../bitrix24/market-protocol.ts';
import { type MarketView, NOTHING_SEEN } from '../../../domain/market/view.ts';
import type { MarketScript } from '../../../link/market/market-script.ts';
import type { FramePlace, MarketCards, WindowWarning, WipeChoice, WipeQuestion } from '../../../link/market-side.ts';
import type { IsolatedScope } from '../../../link/page-side.ts';

export const ORIGIN = 'https://demo.bitrix24.ru';
export const CONFIRMED = { code: 'vendor.chat', appId: 17, name: 'ChatApp', confirmedAt: 1 };

export const startWith = (market: Partial<MarketView> = {}, hiddenCards: string[] = []): MarketStart => ({
  key: `${ORIGIN}|1`,
  language: 'en',
  isReadOnly: false,
  market: { ...NOTHING_SEEN, confirmed: CONFIRMED, run: null, guardsOthers: false, ...market },
  hiddenCards,
});

type Respond = (answer: unknown) => void;
type Listener = (message: MarketTabMessage, sender: unknown, respond: Respond) => unknown;

interface HappyDom {
  setURL(url: string): void;
}

const scope = globalThis as IsolatedScope;

/** Cards that remember what they were told; a person's choice comes when the test makes it. */
export class PlayedCards implements MarketCards {
  isThere = true;
  readonly questions: WipeQuestion[] = [];
  readonly warnings: (WindowWarning | null)[] = [];
  readonly taken: { start: MarketStart | null; place: FramePlace }[] = [];
  #choose: (choice: WipeChoice) => void = () => undefined;

  isAlive = () => this.isThere;
  askAboutWipe(question: WipeQuestion): Promise<WipeChoice> {
    this.questions.push(question);
    return new Promise((resolve) => {
      this.#choose = resolve;
    });
  }
  warn(warning: WindowWarning | null) {
    this.warnings.push(warning);
  }
  take(start: MarketStart | null, place: FramePlace) {
    this.taken.push({ start, place });
  }
  async choose(choice: WipeChoice): Promise<void> {
    this.#choose(choice);
    await vi.advanceTimersByTimeAsync(1);
  }
}

export class MarketScene {
  readonly told: MarketMessage[] = [];
  start: MarketStart | null | undefined = startWith();
  readonly cards = new PlayedCards();
  /** Whether the background manages to bring the cards, and in how many ms. */
  bringsCardsIn: number | null = 100;
  /** How the background answers; the test may replace it. */
  background = (message: MarketMessage): unknown =>
    message.type === 'marketCards.wanted' ? this.#bringCards() : this.start;
  readonly listeners = new Set<Listener>();
  readonly runtime = {
    id: 'ours' as string | undefined,
    sendMessage: vi.fn((message: MarketMessage) => {
      this.told.push(message);
      return Promise.resolve(this.background(message));
    }),
    onMessage: {
      addListener: (listener: Listener) => this.listeners.add(listener),
      removeListener: (listener: Listener) => this.listeners.delete(listener),
    },
  };
  readonly clicks = vi.spyOn(HTMLElement.prototype, 'click');
  script: MarketScript | null = null;
  /** Epoch ms at which the page was loaded. */
  readonly loadedAt: number;

  constructor(address: string, html: string) {
    vi.resetModules();
    vi.useFakeTimers({ now: 10_000_000 });
    this.loadedAt = Date.now() - performance.now();
    vi.advanceTimersByTime(5_000);
    vi.stubGlobal('chrome', { runtime: this.runtime });
    vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work, 1));
    vi.stubGlobal('cancelIdleCallback', (id: number) => clearTimeout(id));
    this.goTo(address);
    document.body.innerHTML = html;
  }

  /** Starts the script as the entry does. */
  async begin(): Promise<this> {
    const { MarketScript } = await import('../../../link/market/market-script.ts');
    this.script = new MarketScript();
    await this.rest();
    return this;
  }

  async #bringCards(): Promise<boolean> {
    const wait = this.bringsCardsIn;
    if (wait === null) return false;
    await new Promise((resolve) => setTimeout(resolve, wait));
    scope.latchdeskMarketCards = this.cards;
    return true;
  }

  /** Another address in the same document, as the portal's own scripts do it. */
  goTo(address: string): void {
    (window as unknown as { happyDOM: HappyDom }).happyDOM.setURL(`${ORIGIN}${address}`);
  }

  /** Until everything that is under way has come to its end. */
  async rest(ms = 400): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
    await vi.advanceTimersByTimeAsync(400);
  }

  async show(html: string): Promise<void> {
    document.body.innerHTML = html;
    await this.rest();
  }

  /** The background says something; answers what the script does, undefined when it stays silent. */
  says(message: MarketTabMessage): Promise<unknown> | undefined {
    const answers = [...this.listeners].map(
      (listener) =>
        new Promise((resolve) => {
          if (listener(message, {}, resolve) !== true) resolve(undefined);
        }),
    );
    return answers[0];
  }

  sights<K extends MarketSight['kind']>(kind: K): Extract<MarketSight, { kind: K }>[] {
    const all = this.told.flatMap((message) => (message.type === 'market.seen' ? [message.sight] : []));
    return all.filter((sight): sight is Extract<MarketSight, { kind: K }> => sight.kind === kind);
  }

  presses(): UninstallTold[] {
    return this.told.flatMap((message) => (message.type === 'uninstall.told' ? [message.event] : []));
  }

  count(type: MarketMessage['type']): number {
    return this.told.filter((message) => message.type === type).length;
  }

  end(): void {
    this.script?.end();
    delete scope.latchdeskMarketCards;
    document.body.innerHTML = '';
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }
}

/** What a press does on the element, as the portal's own listener would hear it. */
export function hearsPress(element: Element): ReturnType<typeof vi.fn> {
  const portal = vi.fn();
  for (const type of ['pointerdown', 'mousedown', 'mouseup', 'click', 'keydown']) {
    element.addEventListener(type, (event) => portal(event.type));
  }
  return portal;
}

const fire = (element: Element, event: Event): boolean => element.dispatchEvent(event);

/** A person's press with the mouse; it may end on another element than it began on. */
export function press(from: Element, to: Element = from): void {
  const init = { bubbles: true, cancelable: true, composed: true };
  fire(from, new PointerEvent('pointerdown', init));
  fire(from, new MouseEvent('mousedown', init));
  fire(to, new PointerEvent('pointerup', init));
  fire(to, new MouseEvent('mouseup', init));
  const common = from === to ? from : [...ancestors(from)].find((each) => each.contains(to));
  if (common) fire(common, new MouseEvent('click', init));
}

function* ancestors(element: Element): Generator<Element> {
  for (let each: Element | null = element; each; each = each.parentElement) yield each;
}

export function pressKey(element: Element, key: string): boolean {
  return fire(element, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
}

/** A person ticks or unticks a box. */
export function tick(box: HTMLInputElement): void {
  fire(box, new PointerEvent('pointerdown', { bubbles: true, cancelable: true }));
  box.checked = !box.checked;
  fire(box, new Event('input', { bubbles: true }));
  fire(box, new Event('change', { bubbles: true }));
}
