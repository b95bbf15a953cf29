/**
 * After an update the old cards run on in a world of their own, cut off from the background. What old and new share is
 * the page; behind the closed root, where no script of the page looks, the old ones hand over what they could not save.
 */
import type { DraftView } from '../../domain/view.ts';
import type { UnsavedText } from '../../link/page-side.ts';
import { contentBrowser } from '../../platform/content-browser.ts';

const LEAVE = 'latchdesk.leave';

/** Missing from the polyfill's types, and from Firefox. */
interface Dom {
  openOrClosedShadowRoot(host: Element): ShadowRoot | null;
}

/** What Firefox has in its place, for scripts of extensions alone. */
interface OpenHost {
  openOrClosedShadowRoot?: ShadowRoot | null;
}

function rootOf(host: Element): ShadowRoot | null {
  const { dom } = contentBrowser as unknown as { dom?: Dom };
  return dom ? dom.openOrClosedShadowRoot(host) : ((host as OpenHost).openOrClosedShadowRoot ?? null);
}

/** Lets newer cards ask these ones to leave, which then answer what was typed and is not saved. */
export function offerHandover(container: HTMLElement, leave: () => UnsavedText[]): void {
  container.addEventListener(LEAVE, () => {
    container.dataset.unsaved = JSON.stringify(leave());
  });
}

/**
 * Ends older cards; answers their unsaved texts. A page may put an element of that name there, too: only a text whose
 * draft is known is our own.
 */
export function takeOver(hosts: Iterable<Element>, drafts: readonly DraftView[]): UnsavedText[] {
  return [...hosts].flatMap((host) => {
    const container = rootOf(host)?.lastElementChild as HTMLElement | null | undefined;
    container?.dispatchEvent(new Event(LEAVE));
    const unsaved = container?.dataset.unsaved;
    // Nobody is left in there who could still save or show anything.
    if (unsaved === undefined) host.remove();
    return unsaved === undefined ? [] : knownTexts(unsaved, drafts);
  });
}

function knownTexts(json: string, drafts: readonly DraftView[]): UnsavedText[] {
  const texts = parsed(json);
  return drafts.flatMap(({ id, kind, dialogId }) => {
    const { title, text } = texts.find((each) => each?.id === id) ?? {};
    return typeof title === 'string' && typeof text === 'string' ? [{ id, kind, dialogId, title, text }] : [];
  });
}

function parsed(json: string): (Record<string, unknown> | null)[] {
  try {
    const texts: unknown = JSON.parse(json);
    return Array.isArray(texts) ? texts : [];
  } catch (error) {
    console.debug('Latchdesk: an element of the page is no card of ours', error);
    return [];
  }
}
