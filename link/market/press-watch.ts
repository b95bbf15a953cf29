/** Hears every press on a page before the portal does, as one thing of many events. */

/** What a press consists of; a stopped one must leave none of them to the portal. */
const EVENTS = ['pointerdown', 'mousedown', 'pointerup', 'mouseup', 'click', 'keydown', 'keypress', 'keyup'] as const;

export interface PressEar {
  /** A press begins somewhere on the page, or is a click that nothing came before. */
  onBegin(target: EventTarget | null): void;
  /** Decides at once, for each event of a press anew; true stops it. */
  isStopped(target: EventTarget | null): boolean;
  /** A press was stopped that would have made the portal act. */
  onStopped(target: EventTarget | null): void;
  /** A press goes through to the portal. */
  onPassed(target: EventTarget | null): void;
}

/** Listens in the capture phase, on the window; returns how to stop. */
export function watchPresses(ear: PressEar): () => void {
  /** The pointer went down on what is stopped, and no click has come yet. */
  let isHeld = false;

  const onEvent = (event: Event) => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    const { type, target } = event;
    const acts = type === 'click' || type === 'keydown';
    if (acts || type === 'pointerdown') ear.onBegin(target);
    if (acts || type === 'pointerdown') isHeld &&= type === 'keydown';
    if (!ear.isStopped(target)) {
      if (type === 'click') ear.onPassed(target);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (type === 'pointerdown') isHeld = true;
    if (acts) ear.onStopped(target);
    if (type === 'pointerup') setTimeout(() => endWithoutClick(target));
  };

  // The portal may draw its button anew between press and release: then no click comes to it.
  const endWithoutClick = (target: EventTarget | null) => {
    if (isHeld) ear.onStopped(target);
    isHeld = false;
  };

  for (const type of EVENTS) addEventListener(type, onEvent, true);
  return () => {
    for (const type of EVENTS) removeEventListener(type, onEvent, true);
  };
}
