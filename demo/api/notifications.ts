import { answerAccess, requestOf } from '../model/access-requests.ts';
import type { Notification } from '../model/access-state.ts';
import { ACCESS_TEXTS } from '../model/access-texts.ts';
import { notificationChatId } from '../model/message-events.ts';
import { dropNotification } from '../model/notifications.ts';
import { eventUser } from '../model/people.ts';
import type { PortalState } from '../model/state.ts';
import { portalDate } from '../model/wire.ts';
import { anyCase, integer } from '../server/params.ts';
import type { Method, MethodResult } from './methods.ts';

const LARGEST_PAGE = 50;

/** The list of notifications: reading it and answering those that ask. */
export const notificationMethods: Record<string, Method> = {
  'im.notify.get': ({ state, params }) => {
    const { notifications } = state.access;
    const lastId = anyCase(params, 'LAST_ID');
    if ((lastId === undefined) !== (anyCase(params, 'LAST_TYPE') === undefined)) {
      return refuse('LAST_ID_AND_LAST_TYPE', 'Parameters LAST_ID and LAST_TYPE should be used together.');
    }
    if (notifications.length === 0) return { data: { notifications: [], users: [] } };
    const limit = Math.min(integer(anyCase(params, 'LIMIT'), LARGEST_PAGE), LARGEST_PAGE);
    const older = notifications.filter(({ id }) => lastId === undefined || id < integer(lastId, 0));
    const page = older.slice(-limit).toReversed();
    return {
      data: {
        total_count: notifications.length,
        total_unread_count: notifications.length,
        chat_id: notificationChatId(state),
        notifications: page.map((notification) => describe(state, notification)),
        users: authorsOf(state, page),
      },
    };
  },

  'im.notify.confirm': ({ state, params }) => {
    const id = integer(anyCase(params, 'NOTIFY_ID') ?? anyCase(params, 'ID'), 0);
    const value = String(anyCase(params, 'NOTIFY_VALUE') ?? '');
    if (id <= 0) return refuse('ID_ERROR', "Notification ID can't be empty");
    if (value === '') return refuse('NOTIFY_VALUE_ERROR', "Notification Value  can't be empty");
    const notification = state.access.notifications.find((one) => one.id === id);
    const chosen = notification?.buttons.find(({ VALUE }) => VALUE === value);
    if (!notification || !chosen) return { data: { result_message: false } };
    const messages = [ACCESS_TEXTS[state.scenario.user.language].choice(chosen.TITLE)];
    const events = dropNotification(state, id, messages);
    if (requestOf(state, id)) {
      events.push(...answerAccess(state, id, { answer: value === 'Y' ? 'allow' : 'deny', by: 'me' }));
    }
    return { data: { result_message: messages }, events };
  },
};

const refuse = (code: string, message: string): MethodResult => ({ error: { code, message } });

function describe(state: PortalState, notification: Notification) {
  const { id, authorId, text, at, module, event, tag } = notification;
  return {
    id,
    chat_id: notificationChatId(state),
    author_id: authorId,
    date: portalDate(at),
    notify_type: 1,
    notify_module: module,
    notify_event: event,
    notify_tag: tag,
    notify_sub_tag: '',
    notify_title: null,
    setting_name: `${module}|${event}`,
    text,
    notify_buttons: JSON.stringify(notification.buttons.map((button) => keyboardButton(id, button))),
    params: null,
    notify_read: 'N',
  };
}

/** Here the buttons are a keyboard in a string; in live events they are a list of another shape. */
function keyboardButton(id: number, { TITLE, VALUE, TYPE }: Notification['buttons'][number]) {
  return {
    BOT_ID: 111,
    TYPE: 'BUTTON',
    TEXT: TITLE,
    COMMAND: 'notifyConfirm',
    COMMAND_PARAMS: `${id}|${VALUE}`,
    TEXT_COLOR: '#fff',
    BG_COLOR: TYPE === 'accept' ? '#8BC84B' : '#ef4b57',
    DISPLAY: 'LINE',
  };
}

function authorsOf(state: PortalState, notifications: Notification[]) {
  const ids = [...new Set(notifications.map(({ authorId }) => authorId))];
  return ids
    .map((id) => state.people.get(id))
    .filter((person) => person !== undefined)
    .map(eventUser);
}
