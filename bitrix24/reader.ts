/** Reads a portal with the page's own session: one request as a rule, one repetition when the token was renewed. */
import type { AccessReading } from '../domain/access/verdict.ts';
import type { DialogReading, Reading } from '../domain/reading.ts';
import type { ReadFailure } from '../domain/view.ts';
import { type BatchAnswers, batchAnswers, batchBody, bodyOf, type Commands, parseBatch, userNameOf } from './batch.ts';
import { type PortalAnswer, postToPortal, renewedToken } from './requests.ts';

export type ReadOutcome =
  | { kind: 'reading'; reading: Reading; skippedEntries: number }
  | { kind: 'noSupportBot' }
  /** `detail` is a status or an error code, never content. */
  | { kind: 'failure'; failure: ReadFailure; detail: string };

/** What the look for requests of access has to know. */
export interface AccessSurroundings {
  userId: string;
  /** Of the portal, e.g. `demo.bitrix24.ru`. */
  host: string;
  /** Epoch ms. */
  now: number;
}

/** The look for requests of access: its first questions travel with the reading, the others come after it. */
export interface AccessPart {
  firstCommands(): Commands;
  finish(
    known: { first: BatchAnswers; dialogs: readonly DialogReading[]; userName: string },
    ask: (commands: Commands) => Promise<BatchAnswers | null>,
  ): Promise<AccessReading>;
}

export interface PortalAnswers {
  outcome: ReadOutcome;
  /** Null when nobody asked, or when the portal itself could not be read. */
  access: AccessReading | null;
}

/** For the whole reading, a repetition included: the background gives a reader up soon after. */
const TIMEOUT = 15_000;
/** For what is asked about access after that; both together stay below the reader's lease. */
const TIMEOUT_OF_ACCESS = 8_000;

function errorCode(json: unknown): string | null {
  const answer = json as { error?: unknown; errors?: { code?: unknown }[] } | null;
  const code = answer?.error ?? answer?.errors?.[0]?.code;
  return typeof code === 'string' ? code : null;
}

const SIGNED_OUT = new Set(['invalid_authentication', 'access_denied', 'user_not_authorized', 'NO_AUTH_FOUND']);

function refusal(code: string, status: number): ReadOutcome {
  if (code === 'session_failed' || code === 'invalid_csrf') {
    return { kind: 'failure', failure: 'tokenRefused', detail: code };
  }
  const failure = SIGNED_OUT.has(code) || status === 401 ? 'signedOut' : 'refused';
  return { kind: 'failure', failure, detail: code.slice(0, 100) };
}

export interface ReadRequest {
  userId: string;
  token: string;
  /** True where the page has no unread numbers of its own. */
  withCounters: boolean;
}

/** Sends batches of one reading; a token that the portal has renewed is taken over once. */
export class Session {
  token: string;
  #isRenewed = false;

  constructor(token: string) {
    this.token = token;
  }

  async post(bodyWith: (token: string) => URLSearchParams, signal: AbortSignal): Promise<PortalAnswer> {
    const answer = await this.send(bodyWith(this.token), signal);
    const renewed = 'json' in answer ? renewedToken(answer.json) : null;
    if (!renewed || this.#isRenewed) return answer;
    this.#isRenewed = true;
    this.token = renewed;
    return this.post(bodyWith, signal);
  }

  /** One request; without a page it needs the portal's whole address. */
  protected send(body: URLSearchParams, signal: AbortSignal): Promise<PortalAnswer> {
    return postToPortal('/rest/batch.json', body, signal);
  }
}

/** Reads limit, dialogs and rights of one user. Never throws; `now` is the clock in epoch ms. */
export async function readPortal(request: ReadRequest, now: () => number = Date.now): Promise<ReadOutcome> {
  return (await readPortalAndAccess(request, null, now)).outcome;
}

/** Reads as `readPortal` does, and what `access` asks for; that never fails the rest. */
export async function readPortalAndAccess(
  request: ReadRequest,
  access: AccessPart | null,
  now: () => number = Date.now,
  session: Session = new Session(request.token),
): Promise<PortalAnswers> {
  const { userId, withCounters } = request;
  const startedAt = now();
  const answer = await session.post(
    (current) => batchBody(current, withCounters, access?.firstCommands()),
    AbortSignal.timeout(TIMEOUT),
  );
  const outcome = outcomeOf(answer, userId, startedAt);
  const first = 'json' in answer ? batchAnswers(answer.json) : null;
  const isReadable = outcome.kind === 'reading' && outcome.reading.isAdministrator !== false;
  if (!access || !first || !isReadable) return { outcome, access: null };
  const signal = AbortSignal.timeout(TIMEOUT_OF_ACCESS);
  const ask = async (commands: Commands) => {
    const more = await session.post((current) => bodyOf(current, commands), signal);
    return 'json' in more ? batchAnswers(more.json) : null;
  };
  const { dialogs } = outcome.reading;
  return { outcome, access: await access.finish({ first, dialogs, userName: userNameOf(first) }, ask) };
}

function outcomeOf(answer: PortalAnswer, userId: string, startedAt: number): ReadOutcome {
  if ('failure' in answer) return { kind: 'failure', ...answer };
  const code = errorCode(answer.json);
  if (code) return refusal(code, answer.status);

  const outcome = parseBatch(answer.json);
  switch (outcome.kind) {
    case 'reading': {
      // A page that was left open keeps its user; the cookies, and with a renewed token the answer, may be another's.
      const isSomebodyElse = outcome.userId !== null && outcome.userId !== userId;
      if (isSomebodyElse) return { kind: 'failure', failure: 'signedOut', detail: 'another user' };
      const { skippedEntries, reading } = outcome;
      return { kind: 'reading', skippedEntries, reading: { ...reading, startedAt } };
    }
    case 'noSupportBot':
      return outcome;
    case 'refused':
      return { kind: 'failure', failure: 'refused', detail: outcome.code };
    case 'unexpectedShape':
      return { kind: 'failure', failure: 'unexpectedShape', detail: 'batch' };
  }
}
