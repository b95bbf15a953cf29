/** What a run is called: the same action of the same rule for the same event has the same key, and the other side knows it. */

import { MOST_ACTIONS } from '../../domain/rules/rule.ts';
import type { RuleRun } from '../../domain/rules/run.ts';

/** SHA-256 as 64 hex digits. */
export async function runKey(ruleId: string, version: number, event: string, actionIndex: number): Promise<string> {
  const text = JSON.stringify([ruleId, version, event, actionIndex]);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Keys of the actions that come after this one. */
export function laterKeys({ ruleId, ruleVersion, event, actionIndex }: RuleRun): Promise<string[]> {
  const later = Array.from({ length: MOST_ACTIONS - 1 - actionIndex }, (_, index) => actionIndex + 1 + index);
  return Promise.all(later.map((index) => runKey(ruleId, ruleVersion, event.id, index)));
}
