/** What actions that stay in Latchdesk have in common. */
import type { DialogRecord } from '../../domain/ledger.ts';
import type { RuleAnswerWords } from '../../domain/rules/answer-words.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import type { Action } from '../../domain/rules/rule.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import type { Desks } from '../desks.ts';
import type { Effects } from '../effects.ts';
import type { PortalDesk } from '../portal-desk.ts';

export interface LocalParts {
  desks: Desks;
  effects: Pick<Effects, 'now' | 'canNotify' | 'notify' | 'openTab'>;
  /** What surfaces show of a portal has changed. */
  changed: (key: string) => void;
}

export type LocalAction = Exclude<Action, { kind: 'task' | 'webhook' }>;

export const wordsOf = (desk: PortalDesk): RuleAnswerWords => backgroundLocaleFor(desk.language).messages.rules;

/** The dialog that an event is about. */
export function dialogOf({ ledger }: PortalDesk, { object, facts }: RuleEvent): DialogRecord | undefined {
  const chatId = Number(/^chat:(\d+)$/.exec(object)?.[1] ?? Number.NaN);
  const named = facts['dialog.id'];
  return ledger.dialogs.find((dialog) => dialog.chatId === chatId || (named != null && dialog.dialogId === named));
}
