/** What of a live event may have to do with access to the portal. See docs/portal-contract.md, "Live events". */
import * as v from 'valibot';
import { isAccessButton, partnerButton } from '../domain/access/classify.ts';
import type { MessageButton } from '../domain/access/message.ts';
import { buttonsOf } from './access-shapes.ts';
import { DialogId, Id } from './fields.ts';

export interface AccessClue {
  /** `written`: a message is new; `changed`: text, buttons or existence of an older one; or the same of a notification. */
  kind: 'written' | 'changed' | 'notified' | 'confirmed';
  /** Null: the event names none. */
  chatId: number | null;
  dialogId: string | null;
  messageId: number | null;
  senderId: string;
  /** Empty unless its words or its buttons may be about access. */
  text: string;
  /** True for buttons by which an access or a partner's request is answered. */
  hasAccessButtons: boolean;
}

const Text = v.optional(v.fallback(v.pipe(v.string(), v.maxLength(500)), ''), '');
const orNull = <T extends v.GenericSchema>(schema: T) => v.optional(v.fallback(v.nullable(schema), null), null);

const Cut = v.object({
  id: orNull(Id),
  messageId: orNull(Id),
  chatId: orNull(Id),
  dialogId: orNull(DialogId),
  senderId: v.optional(v.unknown()),
  type: v.optional(v.unknown()),
  text: Text,
  keyboard: v.optional(v.unknown()),
});

const KINDS: readonly (readonly [RegExp, AccessClue['kind']])[] = [
  [/^message(Chat)?$/, 'written'],
  [/^message(ParamsUpdate|Update|Delete\w*)$/, 'changed'],
  [/^notifyAdd$/, 'notified'],
  [/^notifyConfirm$/, 'confirmed'],
];

/** Buttons of a request, whoever shows them. */
export const answersAccess = (button: MessageButton): boolean =>
  isAccessButton(button) || partnerButton(button) !== null;

/** Parses one event as the bridge cut it down; null for what can have nothing to do with access. */
export function parseAccessClue(command: string, params: unknown): AccessClue | null {
  const kind = KINDS.find(([commands]) => commands.test(command))?.[1];
  const cut = v.safeParse(Cut, params);
  if (!kind || !cut.success) return null;
  const { id, messageId, chatId, dialogId, senderId, text, keyboard, type } = cut.output;
  // Only what is to be confirmed can be a request.
  if (kind === 'notified' && Number(type) !== 1) return null;
  return {
    ...{ kind, chatId, dialogId, text },
    messageId: messageId ?? id,
    senderId: typeof senderId === 'number' || typeof senderId === 'string' ? String(senderId) : '',
    hasAccessButtons: buttonsOf(keyboard).some(answersAccess),
  };
}
