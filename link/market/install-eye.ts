/** The portal's window for installing: that it is on show, and whether it refuses. */
import { INSTALL } from '../../bitrix24/market-dom.ts';
import { readInstallWindow } from '../../bitrix24/market-page.ts';
import { type MarketPage, marketPageAt } from '../../bitrix24/market-places.ts';
import type { MarketSight } from '../../bitrix24/market-protocol.ts';
import type { InstallRefusal } from '../../domain/market/reinstall.ts';

type InstallSight = Extract<MarketSight, { kind: 'install' }>;

export class InstallEye {
  #hadProgress = false;
  #told = '';

  /** What is to be told of the window; null: nothing new. */
  look(place: MarketPage | null): InstallSight | null {
    const window = readInstallWindow(document);
    if (!window) {
      this.#hadProgress = false;
      this.#told = '';
      return null;
    }
    this.#hadProgress ||= window.isInProgress;
    const refusal = refusalIn(window.error, this.#hadProgress);
    const sight: InstallSight = {
      ...{ kind: 'install', code: codeOf(place), refusal, message: refusal ? window.error : '' },
      ...(window.appId !== null && { appId: window.appId }),
    };
    const told = JSON.stringify(sight);
    if (told === this.#told) return null;
    this.#told = told;
    return sight;
  }

  /** Forgets what was told, after somebody did not hear it. */
  forget(): void {
    this.#told = '';
  }
}

/** Clear words, in Russian and in English. */
const WORDS: readonly [InstallRefusal, RegExp][] = [
  ['subscription', /подписк|тариф|демо-?режим|subscription|\bplan\b|\btrial\b/i],
  ['rights', /администратор|недостаточно прав|доступ запрещ|нет доступа|administrator|access denied|permission/i],
  ['notFound', /не найден|not found/i],
];

/** A consent that was forgotten is said in the same place, before anything was sent: that is no refusal. */
function refusalIn(error: string, hadProgress: boolean): InstallRefusal | null {
  if (!error) return null;
  const refusal = WORDS.find(([, words]) => words.test(error))?.[0] ?? 'other';
  const isClear = (refusal === 'subscription' || refusal === 'rights') && !CONSENT.test(error);
  return hadProgress || isClear ? refusal : null;
}

/** Permissions of the application are agreed to in the same window. */
const CONSENT = /соглас|соглаш|прочита|прочт|условия|agree|accept|consent|terms|licen[cs]e|read the/i;

/** The old window has an address in its id; elsewhere the page tells. */
function codeOf(place: MarketPage | null): string | null {
  if (place?.page === 'detail') return place.code;
  const address = document.querySelector(INSTALL.oldWindow)?.id.split('|')[1] ?? '';
  const named = marketPageAt(address.replace(/[?#].*$/, ''));
  return named?.page === 'detail' ? named.code : null;
}
