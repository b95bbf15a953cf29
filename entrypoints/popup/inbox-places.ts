/** Leads from a line of the inbox to where somebody does something about it. */
import type { FrontView } from '../../domain/front.ts';
import type { InboxItem } from '../../domain/inbox/item.ts';
import { leadOf } from '../../domain/inbox/sentences.ts';
import { dashboardHash, goTo, openDashboard, openDialog, openRequest, type Result, showCard } from './portal-places.ts';

/** Opens the place of an item; `openPlace` shows a part of the dashboard. */
export async function openItem(
  { portal: key, reason }: InboxItem,
  { portals, preferences }: FrontView,
  openPlace: (hash: string) => Promise<Result> = openDashboard,
): Promise<Result> {
  const view = portals.find((each) => each.key === key);
  const recordId = 'recordId' in reason ? reason.recordId : '';
  switch (leadOf(reason, preferences.isReadOnly)) {
    case 'request':
    case 'check':
      return openRequest(key, recordId);
    case 'look':
      return reason.kind === 'parked' ? showCard(key, { kind: 'drafts' }) : openRequest(key, recordId);
    case 'record':
      return openPlace(dashboardHash('access', key, `/${encodeURIComponent(recordId)}`));
    case 'dialog': {
      const chatId = 'chatId' in reason ? reason.chatId : 0;
      return openDialog(key, view?.dialogs.find((each) => each.chatId === chatId)?.dialogId);
    }
    case 'ways':
      return showCard(key, { kind: 'newDialog', origin: 'popup' });
    case 'dialogs':
      return openPlace(dashboardHash('dialogs', key));
    case 'reinstall':
      return openPlace(dashboardHash('chatapp', key, '/reinstall'));
    case 'rules':
      return openPlace(dashboardHash('rules'));
    case 'portal':
      return view ? goTo(view) : 'actionFailed';
  }
}
