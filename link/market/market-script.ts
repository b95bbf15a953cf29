/** What runs on pages of the Market, in every frame: an eye, a guard before "Uninstall", and the ear for the background. */
import type { MarketSight, MarketStart, MarketTabMessage } from '../../bitrix24/market-protocol.ts';
import { contentBrowser, isExtensionAlive } from '../../platform/content-browser.ts';
import { askUntilAnswered } from '../ask.ts';
import type { FramePlace } from '../market-side.ts';
import { CardsSide, wantsCards } from './cards-side.ts';
import { Eye } from './eye.ts';
import { framePlace, isOfApplication } from './frame-place.ts';
import { hasAccessWay, openAccess } from './open-access.ts';
import { PageWatch } from './page-watch.ts';
import { Teller } from './teller.ts';
import { UninstallGuard } from './uninstall-guard.ts';

/** Questions whether Latchdesk has a say; whoever got none asks again on another page, but not for ever. */
const MOST_QUESTIONS = 3;

type Listener = (message: MarketTabMessage, sender: unknown, respond: (isOpen: boolean) => void) => true | undefined;

export class MarketScript {
  #start: MarketStart | null = null;
  /** Pages for which it was asked. */
  readonly #asked: string[] = [];
  #isAsking = false;
  #hasEnded = false;
  readonly #eye = new Eye((sight) => this.#tellSight(sight));
  readonly #teller = new Teller((start) => {
    if (start) this.#take(start);
    else if (start === null) this.#silence();
    else this.#eye.forget();
  });
  readonly #cards = new CardsSide(() => this.#takeCards());
  readonly #guard = new UninstallGuard({
    cards: this.#cards,
    start: () => this.#start,
    tell: (event) => {
      // What the portal draws because of it may come at once, and must not count as what was there before.
      if (event.type === 'pressed') this.#watch.lookAtOnce();
      this.#teller.tellPress(event);
    },
  });
  readonly #watch = new PageWatch((changedSince) => this.#look(changedSince));

  constructor() {
    contentBrowser.runtime.onMessage.addListener(this.#hear as never);
    void this.#ask(JSON.stringify(framePlace()));
  }

  /** False once it has ended, or an update has cut it off. */
  isAlive(): boolean {
    return !this.#hasEnded && isExtensionAlive();
  }

  /** Leaves the page as if it had never been there. */
  end(): void {
    this.#hasEnded = true;
    this.#watch.end();
    this.#guard.end();
    this.#teller.end();
    contentBrowser.runtime?.onMessage?.removeListener(this.#hear as never);
  }

  readonly #hear: Listener = (message, _sender, respond) => {
    if (message.type === 'market.changed') this.#take(message.start);
    if (message.type === 'market.ended' && message.key === this.#start?.key) this.#silence();
    // Of all frames only the one with the list may answer.
    if (message.type !== 'market.openAccess' || !hasAccessWay(message.code)) return undefined;
    void openAccess(message.code).then((opening) => respond(opening !== 'nothing'));
    return true;
  };

  #look(changedSince: number): number | null {
    if (!isExtensionAlive()) {
      this.end();
      return null;
    }
    const place = framePlace();
    if (!this.#start && place) void this.#ask(JSON.stringify(place));
    const wait = this.#eye.look(place, changedSince);
    this.#guard.look();
    this.#giveToCards();
    return wait;
  }

  async #ask(place: string): Promise<void> {
    if (this.#isAsking || this.#asked.includes(place) || this.#asked.length >= MOST_QUESTIONS) return;
    this.#isAsking = true;
    this.#asked.push(place);
    const start = await askUntilAnswered<MarketStart>({ type: 'market.started' });
    this.#isAsking = false;
    if (start) this.#take(start);
  }

  #take(start: MarketStart): void {
    if (this.#hasEnded) return;
    if (this.#start ? this.#start.key !== start.key : !start.key.startsWith(`${location.origin}|`)) return;
    const isFirst = !this.#start;
    this.#start = start;
    if (isFirst) this.#watch.lookSoon();
    else this.#takeCards();
  }

  /** Nothing is stopped, said or told any more, until there is a say again. */
  #silence(): void {
    if (this.#hasEnded || !this.#start) return;
    this.#cards.give(null, this.#place(this.#start));
    this.#start = null;
    this.#eye.forget();
    this.#guard.look();
  }

  /** What is known has changed, or the cards have come. */
  #takeCards(): void {
    this.#guard.look();
    this.#giveToCards();
  }

  #giveToCards(): void {
    if (!this.#start) return;
    const place = this.#place(this.#start);
    this.#cards.give(this.#start, place);
    if (wantsCards(this.#start, place)) this.#cards.want();
  }

  #place({ market }: MarketStart): FramePlace {
    const page = framePlace();
    return { page, isOfApplication: isOfApplication(page, this.#eye.sight, market.confirmed) };
  }

  #tellSight(sight: MarketSight): void {
    if (!this.#start) {
      this.#eye.forget();
      return;
    }
    this.#teller.tell(sight);
  }
}
