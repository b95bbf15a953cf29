/** Asks an incoming webhook what it may reach; nothing is made or changed by that. */
import { hasTaskScope, scopeAddress } from '../../bitrix24/tasks.ts';
import type { Outcome } from '../../domain/rules/run.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import { isRedirect, lostOutcome, OFFLINE, refusalOutcome } from './call-outcome.ts';
import type { Outside } from './outside.ts';

export async function askForScope(webhook: string, language: string, outside: Outside): Promise<Outcome> {
  if (!outside.isOnline()) return OFFLINE;
  const words = backgroundLocaleFor(language).messages.rules;
  try {
    const response = await outside.fetch(scopeAddress(webhook), {
      ...{ method: 'POST', credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' },
      ...{ cache: 'no-store', signal: AbortSignal.timeout(outside.patience) },
    });
    const { status } = response;
    const no = (answer: string): Outcome => ({ kind: 'failed', problem: 'refused', status, answer });
    if (isRedirect(response) || status >= 500 || status === 429)
      return refusalOutcome(response, '', true, outside.now());
    if (!response.ok) return no(status === 403 ? words.task.noPlan : words.task.signedOut);
    return hasTaskScope(await response.json())
      ? { kind: 'done', status, answer: words.scopeFound }
      : no(words.task.noScope);
  } catch (error) {
    // No JSON is an answer as well: of something else than a portal.
    if (error instanceof SyntaxError) return { kind: 'failed', problem: 'answerUnclear', status: null, answer: '' };
    return lostOutcome(error, true);
  }
}
