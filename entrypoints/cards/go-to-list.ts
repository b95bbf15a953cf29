/** Goes where the portal has its own button for a new dialog: support chat, sidebar, list of all chats. */
import { newDialogButton } from '../../bitrix24/messenger-dom.ts';
import type { PortalView } from '../../domain/view.ts';
import type { PageSide } from '../../link/page-side.ts';

const LONGEST_WAIT = 8_000;
const LOOK_EVERY = 100;

/** Resolves with what `look` finds, null when it finds nothing in time. */
async function found<T>(look: () => T | null | false): Promise<T | null> {
  for (const until = Date.now() + LONGEST_WAIT; Date.now() < until; ) {
    const result = look();
    if (result) return result;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY));
  }
  return null;
}

/** Opens the list and puts the focus on the portal's button; false when it did not appear. Pressing it is the user's. */
export async function goToList(page: PageSide, view: PortalView): Promise<boolean> {
  const dialogId = view.botId ?? view.dialogs.find((dialog) => dialog.isMain)?.dialogId ?? view.dialogs[0]?.dialogId;
  if (!dialogId) return false;
  const isSupportOnShow = view.dialogs.some((dialog) => dialog.dialogId === page.layout.dialogId);
  if (!isSupportOnShow) {
    if (!(await page.openDialog(dialogId))) return false;
    if (!(await found(() => page.layout.dialogId === dialogId))) return false;
  }
  // The sidebar listens only once its chat is drawn, so it is asked until its list is there.
  const button = await found(() => {
    const there = newDialogButton(document);
    if (!there) void page.openList(page.layout.dialogId);
    return there;
  });
  button?.focus();
  return button !== null;
}
