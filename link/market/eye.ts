/** Notices what a page shows of applications and tells every change once. It looks and never touches. */
import { isAccessDialogOpen } from '../../bitrix24/market-access-dialog.ts';
import { NEW_LIST } from '../../bitrix24/market-dom.ts';
import type { MarketPage } from '../../bitrix24/market-places.ts';
import type { MarketSight } from '../../bitrix24/market-protocol.ts';
import { InstallEye } from './install-eye.ts';
import { type PageReading, readPage } from './page-reading.ts';

/** What was seen of one loading of the contents. */
interface Shown {
  place: string;
  parts: readonly string[];
  /** Epoch ms; contents that were there with the page are as old as the page. */
  since: number;
  told: string;
}

/**
 * Epoch ms at which the page was loaded. The browser's own moment lags behind after the computer has slept, so it is
 * taken only by a script that came late, for which a pause that nobody counted would make the page too young.
 */
const loadedAt = performance.now() < 60_000 ? Date.now() - performance.now() : performance.timeOrigin;

/** Ms an empty list has to stay empty: it may be drawn before what is in it. */
const EMPTY_FOR = 1_000;

export class Eye {
  readonly #tell: (sight: MarketSight) => void;
  readonly #install = new InstallEye();
  #shown = new WeakMap<Element, Shown>();
  #last: Shown | null = null;
  #wasAccessOpen = false;
  #hasLooked = false;
  #emptySince: number | null = null;
  #reading: PageReading | null = null;

  constructor(tell: (sight: MarketSight) => void) {
    this.#tell = tell;
  }

  /** What the page shows now; null where it tells nothing. */
  get sight(): PageReading['sight'] | null {
    return this.#reading?.sight ?? null;
  }

  /** Looks at the page; `place` is null where its address tells nothing. Answers in how many ms to look again, if at all. */
  look(place: MarketPage | null, changedSince: number): number | null {
    // All that follows it was loaded anew, into whatever element.
    if (document.querySelector(NEW_LIST.skeleton)) this.#shown = new WeakMap();
    this.#reading = place && readPage(document, place);
    const wait = this.#waitForEmpty();
    if (place && this.#reading && wait === null) this.#take(place, this.#reading, changedSince);
    this.#hasLooked = true;
    this.#lookAtWindows(place);
    return wait;
  }

  /** Forgets what was told, after somebody did not hear it. */
  forget(): void {
    if (this.#last) this.#last.told = '';
    this.#install.forget();
  }

  #take(place: MarketPage, { sight, root, parts }: PageReading, changedSince: number): void {
    const before = this.#shown.get(root);
    const at = JSON.stringify(place);
    const isSame = before !== undefined && hasAll(before.parts, parts);
    // The portal may change the address first and the contents later.
    if (isSame && before.place !== at && before.parts.length === parts.length) return;
    const since = isSame && before.place === at ? before.since : before ? changedSince : this.#firstSince(changedSince);
    const told = JSON.stringify(sight);
    this.#last = { place: at, parts, since, told };
    this.#shown.set(root, this.#last);
    if (told !== before?.told) this.#tell({ ...sight, shownSince: since } as MarketSight);
  }

  #firstSince(changedSince: number): number {
    return this.#hasLooked && document.readyState === 'complete' ? changedSince : loadedAt;
  }

  #waitForEmpty(): number | null {
    const sight = this.#reading?.sight;
    if (sight?.kind !== 'apps' || sight.apps.length > 0) {
      this.#emptySince = null;
      return null;
    }
    this.#emptySince ??= performance.now();
    const wait = this.#emptySince + EMPTY_FOR - performance.now();
    return wait > 0 ? wait : null;
  }

  #lookAtWindows(place: MarketPage | null): void {
    const install = this.#install.look(place);
    if (install) this.#tell(install);
    const isOpen = isAccessDialogOpen(document);
    if (this.#wasAccessOpen && !isOpen) this.#tell({ kind: 'accessClosed' });
    this.#wasAccessOpen = isOpen;
  }
}

/** More is appended when a list is scrolled; what stood there before is not newer for it. */
const hasAll = (before: readonly string[], now: readonly string[]): boolean =>
  before.every((part) => now.includes(part));
