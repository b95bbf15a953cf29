/**
 * Reads a portal that no tab shows, from the background, with the session that the browser has there. There is no page
 * to say who is signed in, so each reading has to prove it. See docs/portal-contract.md, "Session and token".
 */
import * as v from 'valibot';
import type { ReadFailure } from '../domain/view.ts';
import { asksForSomething } from './access-query.ts';
import { AccessReader } from './access-reader.ts';
import { batchAnswers, userIdOf } from './batch.ts';
import { actionOf, type ToldCall } from './call-notes.ts';
import { type AccessQuery, LinkMessage } from './link-protocol.ts';
import { type PortalAnswers, type ReadOutcome, readPortalAndAccess, Session } from './reader.ts';
import { outcomeOf, type PortalAnswer, postToPortal } from './requests.ts';

export interface AwayRequest {
  origin: string;
  userId: string;
  /** The session token that the last reading was told; null: none is known, and the portal tells it by a refusal. */
  token: string | null;
  query: AccessQuery;
}

export type ReadingAnswers = Pick<Extract<LinkMessage, { type: 'reading.finished' }>, 'outcome' | 'access'>;

export interface AwayReading extends ReadingAnswers {
  /** For the next reading; never to be stored. */
  token: string | null;
  /** Each request, without what was asked and answered. */
  calls: ToldCall[];
}

const BATCH = '/rest/batch.json';
/** An empty token might count as none at all, and then the portal would not tell the right one. */
const NO_TOKEN = 'unknown';

/** Reads limit, dialogs and rights, and what is asked of access. Never throws; `now` is the clock in epoch ms. */
export async function readAway(request: AwayRequest, now: () => number = Date.now): Promise<AwayReading> {
  const { origin, userId, query } = request;
  const session = new AwaySession(origin, request.token ?? NO_TOKEN, now);
  const surroundings = { userId, host: new URL(origin).hostname, now: now() };
  const part = asksForSomething(query) ? new AccessReader(query, surroundings) : null;
  // No page is there whose own numbers could be taken.
  const wish = { userId, token: session.token, withCounters: true };
  const answers = parsed(proven(await readPortalAndAccess(wish, part, now, session), session.owner, userId), userId);
  const { outcome } = answers;
  const isUseless = session.token === NO_TOKEN || (outcome.kind === 'failure' && outcome.failure === 'signedOut');
  return { ...answers, token: isUseless ? null : session.token, calls: session.calls };
}

class AwaySession extends Session {
  readonly calls: ToldCall[] = [];
  /** Who is signed in, as the portal says. */
  owner: string | null = null;
  readonly #origin: string;
  readonly #now: () => number;

  constructor(origin: string, token: string, now: () => number) {
    super(token);
    this.#origin = origin;
    this.#now = now;
  }

  protected override async send(body: URLSearchParams, signal: AbortSignal): Promise<PortalAnswer> {
    const at = this.#now();
    const answer = await postToPortal(`${this.#origin}${BATCH}`, body, signal);
    this.calls.push({ at, action: actionOf(BATCH, body), ms: this.#now() - at, outcome: outcomeOf(answer) });
    const answers = 'json' in answer ? batchAnswers(answer.json) : null;
    if (answers) this.owner ??= userIdOf(answers);
    return answer;
  }
}

/** What another user was answered is none of this one's, and what nobody was named for is nobody's. */
function proven(answers: PortalAnswers, owner: string | null, userId: string): PortalAnswers {
  if (owner !== null && owner !== userId) return failed('signedOut', 'another user');
  if (owner === null && answers.outcome.kind !== 'failure') return failed('unexpectedShape', 'no user');
  return answers;
}

/** What a tab reads is parsed on its way to the background; what is read here has to pass the same gate. */
function parsed({ outcome, access }: PortalAnswers, userId: string): ReadingAnswers {
  const message = v.safeParse(LinkMessage, { type: 'reading.finished', userId, outcome, access });
  if (message.success && message.output.type === 'reading.finished') return message.output;
  return failed('unexpectedShape', 'reading');
}

function failed(
  failure: ReadFailure,
  detail: string,
): { outcome: Extract<ReadOutcome, { kind: 'failure' }>; access: null } {
  return { outcome: { kind: 'failure', failure, detail }, access: null };
}
