/** The browser's own session on a portal, with the proof that it is still the same user's. */
import { batchAnswers, bodyOf, userIdOf } from '../../bitrix24/batch.ts';
import { renewedToken } from '../../bitrix24/requests.ts';
import type { Outcome } from '../../domain/rules/run.ts';
import { isRedirect, lostOutcome, refusalOutcome } from './call-outcome.ts';
import type { Outside } from './outside.ts';
import { post } from './portal-post.ts';
import type { TaskWay } from './task-call.ts';

/** An empty token might count as none at all, and then the portal would not tell the right one. */
const NO_TOKEN = 'unknown';

/** The token of a session that was just proven to be the user's; it is kept nowhere. */
export async function provenSession(
  { origin, userId }: Extract<TaskWay, { kind: 'session' }>,
  outside: Outside,
  signal: AbortSignal,
): Promise<{ token: string } | { outcome: Outcome }> {
  let token = NO_TOKEN;
  // Nothing is changed by this question, so whatever goes wrong with it may be tried again.
  const isHarmless = true;
  try {
    for (let turn = 0; turn < 2; turn += 1) {
      const response = await post(outside, `${origin}/rest/batch.json`, bodyOf(token, { me: 'profile' }), {}, signal);
      if (isRedirect(response)) return { outcome: signedOut(response.status) };
      if (response.status >= 500 || response.status === 429)
        return { outcome: refusalOutcome(response, '', isHarmless, outside.now()) };
      const json = parsed(await response.text());
      const renewed = renewedToken(json);
      if (renewed === null) return whose(json) === userId ? { token } : { outcome: signedOut(response.status) };
      token = renewed;
    }
    return { outcome: signedOut(401) };
  } catch (error) {
    return { outcome: lostOutcome(error, isHarmless) };
  }
}

function whose(json: unknown): string | null {
  const answers = batchAnswers(json);
  return answers && userIdOf(answers);
}

const signedOut = (status: number): Outcome => ({
  ...{ kind: 'failed', problem: 'signedOut', status: status || null, answer: '' },
});

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A sign-in form instead of data names nobody.
    return null;
  }
}
