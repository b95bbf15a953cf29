/**
 * Stands before the portal's "Uninstall" while "delete settings and data" is ticked. It decides inside the press, from
 * what is drawn at that moment; it stops and gives back, and never presses anything. Unsure, it lets go.
 */
import type { MarketStart, UninstallTold } from '../../bitrix24/market-protocol.ts';
import { type FoundWindow, windowFacts } from '../../bitrix24/market-uninstall.ts';
import { type UninstallAnswer, uninstallAnswer, wipesData } from '../../domain/market/uninstall.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import type { WipeChoice } from '../market-side.ts';
import type { CardsSide } from './cards-side.ts';
import { watchPresses } from './press-watch.ts';
import { focusIn, untick } from './uninstall-boxes.ts';
import { refusalIn, UninstallWindows } from './uninstall-windows.ts';

/** Ms a stopped press waits for the cards; after that the next one passes. */
const CARDS_WITHIN = 3_000;
/** Ms for which "delete anyway" holds. */
const INSISTS_FOR = 120_000;
/** Events within so many ms are one press: a key may bring a click with it. */
const ONE_PRESS = 500;

type Stopping = Extract<UninstallAnswer, { act: 'stop' }>;

export interface GuardWorld {
  cards: CardsSide;
  /** Null: Latchdesk has no say here, and nothing is stopped. */
  start(): MarketStart | null;
  tell(event: UninstallTold): void;
}

interface Question {
  window: HTMLElement;
  at: number;
  /** The cards that ask it are not there yet. */
  isWaiting: boolean;
}

export class UninstallGuard {
  readonly #world: GuardWorld;
  readonly #windows = new UninstallWindows();
  readonly #leave: () => void;
  #question: Question | null = null;
  /** Somebody wants no guard here: until the background tells what holds, it stops nothing. */
  #hiddenIn: MarketStart | null = null;
  #warned: { window: HTMLElement; why: string } | null = null;

  constructor(world: GuardWorld) {
    this.#world = world;
    const leave = watchPresses({
      onBegin: (target) => {
        this.#windows.rememberPress(target);
        // Before the press ticks anything.
        this.#windows.find();
      },
      isStopped: (target) => this.#isStopped(target),
      onStopped: (target) => this.#stop(target),
      onPassed: (target) => this.#pass(target),
    });
    addEventListener('change', this.look, true);
    this.#leave = () => {
      leave();
      removeEventListener('change', this.look, true);
    };
  }

  end(): void {
    this.#leave();
    this.#warn(null, null);
  }

  /** Looks at the window on show: has the cards ready, says a word beside it, hears a refusal. */
  readonly look = (): void => {
    const found = this.#windows.find();
    const answer = found && this.#answer(found);
    this.#warn(found, answer);
    if (!found) return;
    this.#hearRefusal(found);
    const isGuarded = answer?.act === 'pass' ? this.#answer(ticked(found))?.act !== 'pass' : answer !== null;
    if (isGuarded) this.#world.cards.want();
  };

  /** What to do about a press now; null where Latchdesk has no say. */
  #answer(found: FoundWindow): UninstallAnswer | null {
    const start = this.#world.start();
    if (!start || start === this.#hiddenIn || !isExtensionAlive()) return null;
    if (start.hiddenCards.includes('uninstallGuard')) return null;
    const { confirmed, guardsOthers } = start.market;
    const facts = windowFacts(found, this.#windows.of(found).atOpening);
    return uninstallAnswer(facts, { confirmedCode: confirmed?.code ?? null, guardsOthers });
  }

  #isStopped(target: EventTarget | null): boolean {
    const found = this.#windows.confirmedAt(target);
    if (!found || this.#answer(found)?.act !== 'stop') return false;
    return Date.now() >= this.#windows.of(found).passesUntil;
  }

  #pass(target: EventTarget | null): void {
    const found = this.#windows.confirmedAt(target);
    if (!found || !this.#world.start()) return;
    const opened = this.#windows.of(found);
    // One decision is good for one press.
    opened.passesUntil = 0;
    const { code } = found.facts;
    const wipes = wipesData(windowFacts(found, opened.atOpening));
    this.#world.tell({ type: 'pressed', code, wipes, at: Date.now() });
  }

  #stop(target: EventTarget | null): void {
    const found = this.#windows.confirmedAt(target);
    const answer = found && this.#answer(found);
    if (!found || answer?.act !== 'stop') return;
    if (this.#isAsked(found)) return;
    const question = { window: found.element, at: performance.now(), isWaiting: true };
    this.#question = question;
    this.#tellOf(found, 'stopped');
    this.#ask(found, answer, question).catch((error: unknown) => {
      if (this.#question === question) this.#letGo(found, error);
    });
  }

  /** Of the same press, or of one that has no cards yet. A later press asks anew: the cards may have gone. */
  #isAsked({ element }: FoundWindow): boolean {
    const question = this.#question;
    if (question?.window !== element) return false;
    return question.isWaiting || performance.now() - question.at < ONE_PRESS;
  }

  async #ask(found: FoundWindow, { why, application }: Stopping, question: Question): Promise<void> {
    const cards = await this.#world.cards.within(CARDS_WITHIN);
    question.isWaiting = false;
    if (this.#question !== question) return;
    if (!cards) return this.#letGo(found, 'its cards did not come');
    const { element, facts } = found;
    const name = this.#nameOf(found);
    const choice = await cards.askAboutWipe({ why, application, name, code: facts.code, window: element });
    if (this.#question !== question) return;
    this.#question = null;
    this.#follow(choice, found);
  }

  /** Whoever cannot explain must not stand in the way. */
  #letGo(found: FoundWindow, reason: unknown): void {
    console.warn('Latchdesk: the next press on "Uninstall" passes:', reason);
    this.#question = null;
    this.#windows.of(found).passesUntil = Date.now() + INSISTS_FOR;
  }

  #follow(choice: WipeChoice, found: FoundWindow): void {
    if (choice === 'untick') {
      // The portal may have drawn its box anew while the card was on show.
      const now = this.#windows.find();
      untick(now?.element === found.element ? now : found);
    }
    if (choice === 'hide') this.#hiddenIn = this.#world.start();
    if (choice === 'insist') this.#windows.of(found).passesUntil = Date.now() + INSISTS_FOR;
    this.#tellOf(found, choice === 'untick' ? 'unticked' : choice === 'insist' ? 'insisted' : 'wentBack');
    focusIn(found);
    this.look();
  }

  #tellOf(found: FoundWindow, type: 'stopped' | 'unticked' | 'wentBack' | 'insisted'): void {
    this.#world.tell({ type, code: found.facts.code, name: this.#nameOf(found) });
  }

  #nameOf({ facts }: FoundWindow): string {
    const confirmed = this.#world.start()?.market.confirmed;
    const known = confirmed && confirmed.code === facts.code ? confirmed.name : '';
    return (facts.name || known).slice(0, 300);
  }

  #hearRefusal(found: FoundWindow): void {
    const opened = this.#windows.of(found);
    const message = refusalIn(found, opened);
    if (!message || opened.isRefused || !this.#world.start()) return;
    opened.isRefused = true;
    this.#world.tell({ type: 'refused', code: found.facts.code, message });
  }

  #warn(found: FoundWindow | null, answer: UninstallAnswer | null): void {
    const cards = this.#world.cards.here;
    if (!found || answer?.act !== 'warn') {
      if (this.#warned) cards?.warn(null);
      this.#warned = null;
      return;
    }
    const { why, application } = answer;
    const isSaid = this.#warned?.window === found.element && this.#warned.why === why;
    if (!cards || isSaid || found.refusal !== null) return;
    this.#warned = { window: found.element, why };
    cards.warn({ why, application, name: this.#nameOf(found), window: found.element });
  }
}

/** The same window with its box ticked. */
const ticked = (found: FoundWindow): FoundWindow => ({
  ...found,
  facts: { ...found.facts, shownTick: true, sentTick: true },
});
