/** Hears the portal's live events and cuts them down to what the link reads. */
import { type BridgeToLink, COMMANDS, OF_ACCESS } from '../bitrix24/bridge-protocol.ts';
import { attemptTo, bx, type Foreign } from './page-objects.ts';

const KEPT = ['id', 'type', 'chatId', 'dialogId', 'counter', 'active', 'botId', 'limit'];

/** Keeps ids, names, counters and dates; drops files and people, and every text but one that may be about access. */
function cutDown(params: Foreign) {
  const chat = params.chat?.[params.chatId] ?? params.chat;
  const message = params.message;
  const marks = message?.params ?? params.params;
  const keyboard = marks?.KEYBOARD;
  const text = message?.text ?? params.text ?? '';
  return {
    ...Object.fromEntries(KEPT.map((key) => [key, params[key]])),
    name: params.name ?? chat?.name,
    messageId: message?.id,
    date: message?.date,
    senderId: message?.senderId,
    system: message?.system,
    isByPerson: Boolean(marks?.USER_ID || marks?.NAME),
    isDelivered: marks?.IS_DELIVERED,
    ticket: marks?.IMOL_SID,
    hasAttach: Boolean(marks?.ATTACH),
    keyboard,
    text: OF_ACCESS.test(text + JSON.stringify(keyboard)) ? `${text}`.slice(0, 500) : null,
    multidialog: params.multidialog?.chatId ? { ...params.multidialog } : null,
  };
}

/** An error of ours must not keep the portal's own handlers from the event. */
const safely =
  (handler: (...args: Foreign[]) => void) =>
  (...args: Foreign[]) => {
    attemptTo(() => handler(...args));
  };

/**
 * Hears the window's event first: it comes whatever the portal's handlers do, while one that throws keeps an event
 * from all subscribers after it. Subscribing as well is for portals without the window's event.
 */
export function hearLiveEvents(tell: (message: BridgeToLink) => void): void {
  /** The event told last, to recognise it when it comes the second way. */
  let told = '';

  const hear = (command: string, params: Foreign, extra: Foreign) => {
    if (!COMMANDS.test(command)) return '';
    const cut = cutDown(params || {});
    // Ordinary chats pass here all day: only what may be a support dialog or about access goes on.
    if (params?.message && !cut.multidialog && cut.text === null) return '';
    const text = command + JSON.stringify(cut);
    if (text !== told) tell({ kind: 'event', command, params: cut, agoSeconds: extra?.server_time_ago });
    return text;
  };

  bx().addCustomEvent?.(
    window,
    'onPullEvent-im',
    safely((command, params, extra) => {
      told = '';
      told = hear(command, params, extra);
    }),
  );
  bx().PULL.subscribe({
    moduleId: 'im',
    callback: safely((event) => {
      hear(event.command, event.params, event.extra);
      told = '';
    }),
  });
  bx().PULL.subscribe({
    type: 'status',
    callback: safely((event) => tell({ kind: 'connection', status: event.status })),
  });
}
