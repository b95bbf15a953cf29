/**
 * What the bridge (the page's world) and the link (ours) say to each other over one private MessagePort.
 * The bridge belongs to the page: the link treats every word of it as a claim and parses it.
 */

/** Data of the window message that carries the port; the bridge stops it before page scripts can see it. */
export const HELLO = 'latchdesk.hello';

export type MessengerGeneration = 'v2' | 'v1' | 'none';

/** The page as the bridge sees it; `userId` is empty on a page nobody is signed in to. */
export interface PageClaim {
  userId: string;
  language: string;
  /** Session token of the page; stays in the link, never travels to the background. */
  token: string;
  generation: MessengerGeneration;
  /** True when the messenger's data is loaded in the page, so unread numbers need no request. */
  hasStore: boolean;
  /** What the page's own data says about the user; null when it says nothing. */
  isAdministrator: boolean | null;
  /** True while the live connection is up. */
  isConnected: boolean;
}

/**
 * Live events the bridge forwards, cut down to what the link reads: addMultidialog, changeMultidialogStatus,
 * changeMultidialogSessionsLimit, message, messageChat, messageUpdate, messageParamsUpdate, messageDelete,
 * messageDeleteV2, messageDeleteComplete, readMessage, readMessageChat, unreadMessage, unreadMessageChat, chatUnread,
 * chatRename, readAllChats, notifyAdd, notifyConfirm.
 */
export const COMMANDS =
  /^((add|change)Multidialog\w*|(un)?readMessage(Chat)?|message(Chat|(Params)?Update|Delete\w*)?|chat(Unread|Rename)|readAllChats|notify(Add|Confirm))$/;

/**
 * What may be about access to the portal, by its words or the commands of its buttons. Only then a message leaves an
 * ordinary chat, and only then the first 500 characters of a text leave the page's world; the link judges them and
 * lets none go on. Letters of the other alphabet do not hide a word. Short, since the bridge has hardly a byte left.
 */
export const OF_ACCESS = /д.[сc].[уy]п|[aа][сc]+[eе]ss|partner(Sup|Req)/i;

/** The chat on show in the page's messenger. */
export interface LayoutClaim {
  /** Empty: none. */
  dialogId: string;
  /** True when Enter alone sends; false when it takes Ctrl. */
  sendsByEnter: boolean;
}

export type SidebarPanel = 'main' | 'multidialog';

/** What the page's own data knows of a chat: its id, its unread number, who wrote last and when (epoch ms). */
export type ChatClaim = [chatId: number, unread: unknown, authorId: unknown, at: unknown];

export type BridgeToLink =
  | { kind: 'page'; page: PageClaim | null }
  | { kind: 'event'; command: string; params: unknown; agoSeconds: number }
  | { kind: 'connection'; status: string }
  /** Another chat is on show, or its messages have just come. */
  | { kind: 'layout'; layout: LayoutClaim }
  | { kind: 'answer'; id: number; value: unknown };

/** The closed list of what the link may ask of the page. */
export type BridgeCall =
  /** A fresh PageClaim (the token may have been renewed). */
  | { call: 'page' }
  /** What the page's own store knows of these chats, ChatClaim[], or null. */
  | { call: 'chats'; chats: [chatId: number, dialogId: string][] }
  /** The chat on show, LayoutClaim. */
  | { call: 'layout' }
  /** Opens a dialog the portal's own way, at a message if one is named; false when the page offers none. */
  | { call: 'openDialog'; dialogId: string; messageId: number | null }
  /** Opens a panel beside the dialog on show: the one about it, or the list of support dialogs. */
  | { call: 'openPanel'; panel: SidebarPanel; dialogId: string }
  /** Puts a text into the field of the dialog on show, at the caret or on a line of its own. Nothing is sent. */
  | { call: 'insertText'; dialogId: string; text: string; isBelow: boolean }
  /** The text of the user's last message in a chat, or null. */
  | { call: 'lastOwnText'; chatId: number };

export type LinkToBridge = BridgeCall & { id: number };
