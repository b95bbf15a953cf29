/** Notifications that want a yes or a no; they stand in a list of their own and not in a chat. */
import type { Notification } from './access-state.ts';
import { ACCESS_TEXTS } from './access-texts.ts';
import type { PortalEvent } from './events.ts';
import { notificationAdded, notificationConfirmed } from './message-events.ts';
import type { PortalState } from './state.ts';

export interface NewNotification {
  authorId: number;
  text: string;
  event: string;
  tag: string;
  labels: [yes: string, no: string];
  at?: number;
}

export function addNotification(state: PortalState, { labels, at = Date.now(), ...parts }: NewNotification) {
  const [yes, no] = labels;
  const notification: Notification = {
    id: state.newMessageId(),
    at,
    module: 'bitrix24',
    ...parts,
    buttons: [
      { TITLE: yes, VALUE: 'Y', TYPE: 'accept' },
      { TITLE: no, VALUE: 'N', TYPE: 'cancel' },
    ],
  };
  state.access.notifications.push(notification);
  return { notification, event: notificationAdded(state, notification) };
}

/** Somebody wants to join the portal: the same module, the same two buttons, and nothing to do with access. */
export function announceUser(state: PortalState, wished?: string) {
  const words = ACCESS_TEXTS[state.scenario.user.language];
  const name = wished ?? words.names.newcomer;
  const tag = `BITRIX24|REGISTER|${2500 + state.access.notifications.length}|9f3c1e`;
  const labels: [string, string] = [words.confirm, words.refuse];
  return addNotification(state, { authorId: 1001, text: words.newUser(name), event: 'new_user', tag, labels });
}

/** It is answered or settled: gone from the list, and told. */
export function dropNotification(state: PortalState, id: number, confirmMessages: string[]): PortalEvent[] {
  const { access } = state;
  if (!access.notifications.some((notification) => notification.id === id)) return [];
  access.notifications = access.notifications.filter((notification) => notification.id !== id);
  return [notificationConfirmed(state, id, confirmMessages)];
}
