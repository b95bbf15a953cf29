/** The portal's windows for uninstalling as they were when they opened: a tick that was there then was made by nobody now. */
import { isDrawn, textOf, UNINSTALL } from '../../bitrix24/market-dom.ts';
import { uninstallPressAt } from '../../bitrix24/market-list.ts';
import {
  type FoundWindow,
  findUninstallWindow,
  type Pressed,
  uninstallConfirmAt,
} from '../../bitrix24/market-uninstall.ts';

export interface OpenedWindow {
  /** As it was at first sight. */
  atOpening: FoundWindow;
  /** What was pressed to get there. */
  pressed: Pressed;
  /** What it asked; empty when it was not seen asking. */
  question: string;
  /** Epoch ms until which a press passes although the box is ticked. */
  passesUntil: number;
  isRefused: boolean;
}

/** Ms between a press on the old list's button and its window; a longer one is another story. */
const OPENS_WITHIN = 5_000;

export class UninstallWindows {
  readonly #opened = new Map<HTMLElement, OpenedWindow>();
  #pressed: { by: Pressed; at: number } | null = null;

  /** Remembers which application somebody is about to uninstall: the old window does not say it. */
  rememberPress(target: EventTarget | null): void {
    const by = uninstallPressAt(target);
    if (by) this.#pressed = { by, at: performance.now() };
  }

  /** The window on show; null when there is none. */
  find(): FoundWindow | null {
    for (const window of this.#opened.keys()) {
      if (!window.isConnected || !isDrawn(window)) this.#opened.delete(window);
    }
    return this.#known(findUninstallWindow(document, null), (pressed) => findUninstallWindow(document, pressed));
  }

  /** The window whose confirming button an event happened in; null elsewhere. */
  confirmedAt(target: EventTarget | null): FoundWindow | null {
    return this.#known(uninstallConfirmAt(target, null), (pressed) => uninstallConfirmAt(target, pressed));
  }

  /** What is remembered of a window that was found. */
  of(found: FoundWindow): OpenedWindow {
    return this.#opened.get(found.element) ?? this.#open(found, null);
  }

  /** A window is read with what was pressed before it opened, whatever was pressed since. */
  #known(found: FoundWindow | null, read: (pressed: Pressed) => FoundWindow | null): FoundWindow | null {
    if (!found) return null;
    const opened = this.#opened.get(found.element);
    const pressed = opened ? opened.pressed : this.#recentPress();
    const window = pressed ? (read(pressed) ?? found) : found;
    if (!opened) this.#open(window, pressed);
    return window;
  }

  #open(atOpening: FoundWindow, pressed: Pressed): OpenedWindow {
    const question = atOpening.refusal === null ? questionIn(atOpening.element) : '';
    const opened = { atOpening, pressed, question, passesUntil: 0, isRefused: false };
    this.#opened.set(atOpening.element, opened);
    return opened;
  }

  #recentPress(): Pressed {
    const { by, at } = this.#pressed ?? { by: null, at: 0 };
    return performance.now() - at < OPENS_WITHIN ? by : null;
  }
}

const questionIn = (window: HTMLElement): string =>
  textOf(window.querySelector(`${UNINSTALL.newText}, ${UNINSTALL.oldText}`));

/** The portal's refusal in a window; null while it asks, even without its buttons. */
export const refusalIn = ({ refusal }: FoundWindow, { question }: OpenedWindow): string | null =>
  refusal === question ? null : refusal;
