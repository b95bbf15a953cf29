/** A message that may be about access to the portal. Its text is judged where it was read and goes no further. */

/** What of a portal's user shows whether a message is what it looks like. */
export interface MessageAuthor {
  /** User id as the portal names it: `6`, or `network-…` for a person of the support. Empty for a notice. */
  id: string;
  name: string;
  /** Null for a person and for a notice of the portal. */
  bot: BotFacts | null;
}

export interface BotFacts {
  /** `network_cloud` is the vendor's support, `marta` its assistant; a market application chooses its own. */
  code: string;
  type: string;
  /** Not empty for a bot of an application. */
  appId: string;
}

/** A button under a message; links and other actions carry no command. */
export interface MessageButton {
  /** The bot that a press addresses; null when the button does not tell. */
  botId: string | null;
  command: string;
  params: string;
  label: string;
}

export interface AccessMessage {
  carrier: 'message' | 'notification';
  id: number;
  chatId: number;
  /** `chatN`, or the user id of the other one; of notifications `notify`. */
  dialogId: string;
  /** `notifier`: the vendor's chat for all administrators; `question`: a support dialog that is not the main one. */
  chatKind: 'private' | 'question' | 'notifier' | 'other';
  /** Epoch ms. */
  sentAt: number;
  author: MessageAuthor;
  /** Buttons with a command, in order. */
  buttons: readonly MessageButton[];
  text: string;
  /** Colours of what is attached, as the portal writes them: `#aac337`. */
  attachColours: readonly string[];
  /** Support's own number of the conversation, when the message carries it. */
  ticket: string | null;
}
