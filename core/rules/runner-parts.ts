/** What doing runs needs from outside. */
import type { RuleRepository } from '../../database/rules.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import type { ActionPerformer } from './contract.ts';

export interface RunnerParts {
  repository: RuleRepository;
  performer: ActionPerformer;
  isHeld(): boolean;
  isPortalHeld(origin: string): boolean;
  now(): number;
  random(): number;
}

/** True where the other side takes the run's call only once, however often it comes. */
export async function isRepeatable({ performer, now }: RunnerParts, run: RuleRun): Promise<boolean> {
  const action = run.rendered?.action;
  return action !== undefined && performer.isRepeatable(action, run, now());
}
