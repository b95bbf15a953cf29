/**
 * Keeps what is typed into our surfaces from the page. A closed root hides elements, not events: a page that listens on
 * the window would hear each key. The link is there before any script of the page, so its listeners come first: they
 * stop the event, and a copy that cannot leave the root takes its place inside. What a key does by itself, it still does.
 */
import type { IsolatedScope } from './page-side.ts';

const KEYS = ['keydown', 'keyup', 'keypress'];
/** Nobody of ours listens to these; they carry text all the same. */
const SILENT = [
  'beforeinput',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'drop',
];

const scope = globalThis as IsolatedScope;

/** What has the focus in a root of ours to which the event is on its way; null for an event of the page. */
function goalOf(event: Event): Element | null {
  const root = event.target instanceof Element ? scope.latchdeskRoots?.get(event.target) : undefined;
  return root ? (root.activeElement ?? root.lastElementChild) : null;
}

function copyKey(event: KeyboardEvent): Event {
  const { key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing } = event;
  const about = { key, code, location, ctrlKey, shiftKey, altKey, metaKey, repeat, isComposing };
  const copy = new KeyboardEvent(event.type, { ...about, bubbles: true, cancelable: true });
  return copy.composed ? nameKey(new Event(event.type, { bubbles: true, cancelable: true }), about) : copy;
}

/** In Firefox every keyboard event leaves its root, whatever is asked for; a plain one that tells the key does not. */
function nameKey(event: Event, about: Partial<KeyboardEvent>): Event {
  for (const [name, value] of Object.entries(about)) Object.defineProperty(event, name, { value });
  return event;
}

function relay(event: Event): void {
  const goal = goalOf(event);
  if (!goal) return;
  event.stopImmediatePropagation();
  const copy = event instanceof KeyboardEvent ? copyKey(event) : new Event(event.type, { bubbles: true });
  if (!goal.dispatchEvent(copy)) event.preventDefault();
}

function silence(event: Event): void {
  if (goalOf(event)) event.stopImmediatePropagation();
}

/** Begins to keep typed text private; comes before any script of the page. Returns how to stop. */
export function keepKeysPrivate(): () => void {
  const relayed = [...KEYS, 'input'];
  for (const type of relayed) addEventListener(type, relay, true);
  for (const type of SILENT) addEventListener(type, silence, true);
  return () => {
    for (const type of relayed) removeEventListener(type, relay, true);
    for (const type of SILENT) removeEventListener(type, silence, true);
  };
}
