/** Rules as the rest of the background knows them. */
import { NO_PULSE } from './pulse.ts';
import type { RulesMessage, RulesService } from './rules-service.ts';

export class Rules implements RulesService {
  readonly pulse = NO_PULSE;

  async answer(message: RulesMessage): Promise<unknown> {
    throw new Error(`No answer to ${message.type} yet`);
  }
}
