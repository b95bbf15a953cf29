/** Answers what the dashboard asks about rules. */
import type { Own, OwnMessage } from '../own/own-protocol.ts';
import { RULES_MESSAGES } from './rules-protocol.ts';

type RulesType = (typeof RULES_MESSAGES)[number]['entries']['type']['literal'];
export type RulesMessage = Own<RulesType>;

const TYPES: readonly string[] = RULES_MESSAGES.map(({ entries }) => entries.type.literal);

export const isRulesMessage = (message: OwnMessage): message is RulesMessage => TYPES.includes(message.type);

export interface RulesService {
  answer(message: RulesMessage): Promise<unknown>;
}
