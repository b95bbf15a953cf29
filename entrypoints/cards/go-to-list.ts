/** Goes where the portal has its own button for a new dialog: support chat, its panel, the list of all chats. */
import { buttonLook, isSupportBlockLoaded, newDialogButton } from '../../bitrix24/messenger-dom.ts';
import type { PortalView } from '../../domain/view.ts';
import type { PageSide } from '../../link/page-side.ts';

const LONGEST_WAIT = 8_000;
/** The block of dialogs may never come: one failed request of the portal's keeps it away. */
const LONGEST_WAIT_FOR_BLOCK = 4_000;
const LOOK_EVERY = 100;

/** Resolves with what `look` finds, null when it finds nothing in time. */
async function found<T>(look: () => T | null | false, longest = LONGEST_WAIT): Promise<T | null> {
  for (const until = Date.now() + longest; Date.now() < until; ) {
    const result = look();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return null;
}

/** The dialog with the list beside it: the one on show if it is one with support, else the main chat. */
export const chatOfList = (view: PortalView, shownId = ''): string | null => {
  const isSupport = view.dialogs.some((dialog) => dialog.dialogId === shownId);
  if (isSupport) return shownId;
  return view.botId ?? view.dialogs.find((dialog) => dialog.isMain)?.dialogId ?? view.dialogs[0]?.dialogId ?? null;
};

/**
 * Opens the list and puts the focus on the portal's button; null when it did not appear. Pressing it is the user's.
 * The panel about the chat comes first: it alone asks for the limit, and without that the button stays grey.
 */
export async function goToList(page: PageSide, view: PortalView): Promise<HTMLElement | null> {
  const dialogId = chatOfList(view, page.layout.dialogId);
  if (!dialogId) return null;
  if (page.layout.dialogId !== dialogId) {
    if (!(await page.openDialog(dialogId))) return null;
    if (!(await found(() => page.layout.dialogId === dialogId))) return null;
  }
  if (!newDialogButton(document)) {
    // The sidebar listens only once its chat is drawn, so it is asked until it answers.
    await found(() => {
      const isLoaded = isSupportBlockLoaded(document);
      if (!isLoaded) void page.openPanel('main', dialogId);
      return isLoaded;
    }, LONGEST_WAIT_FOR_BLOCK);
  }
  const button = await found(() => {
    const there = newDialogButton(document);
    if (!there) void page.openPanel('multidialog', dialogId);
    return there && buttonLook(there) !== 'loading' ? there : null;
  });
  button?.focus();
  return button;
}
