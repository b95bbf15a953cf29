/**
 * All that the reader for ChatApp may ask of a portal, with the page's own session: batches of methods, one action,
 * one old address and one page. Each of them reads; none writes.
 */
import * as v from 'valibot';
import type { CallOutcome } from '../domain/calls/calls.ts';
import { type BatchAnswers, batchAnswers, bodyOf, type Commands } from './batch.ts';
import { actionOf, noteCall } from './call-notes.ts';
import { type Why, whyOf } from './chatapp-shapes.ts';
import { Count } from './fields.ts';
import { OLD_RIGHTS_PATH } from './market-access.ts';
import { type PortalAnswer, postToPortal, renewedToken } from './requests.ts';

/** The portal takes no more commands in one batch. */
const MOST_COMMANDS = 50;
/** A page of the portal stays far below this. */
const LARGEST_PAGE = 8_000_000;

/** What one command was answered with; `total` is the number of entries on all pages, where the portal tells it. */
export type Reply = { result: unknown; total: number | null } | { why: Why };

/** Replies by the names of their commands. */
export type Replies = (name: string) => Reply;

export type PageAnswer = { html: string } | { why: Why };

export class ChatAppSession {
  #token: string;
  #renewals = 0;
  readonly #signal: AbortSignal;

  constructor(token: string, signal: AbortSignal) {
    this.#token = token;
    this.#signal = signal;
  }

  /** How often the portal has replaced the token: somebody may have signed in anew each time. */
  get renewals(): number {
    return this.#renewals;
  }

  /** Asks any number of commands, in as few batches as the portal takes. */
  async ask(commands: Commands): Promise<Replies> {
    const entries = Object.entries(commands);
    const replies = new Map<string, Reply>();
    for (let index = 0; index < entries.length; index += MOST_COMMANDS) {
      const few = entries.slice(index, index + MOST_COMMANDS);
      const answer = await this.#post('/rest/batch.json', (token) => bodyOf(token, Object.fromEntries(few)));
      const json = 'json' in answer ? answer.json : null;
      const answers = batchAnswers(json);
      for (const [name] of few) replies.set(name, answers ? replyOf(name, answers, totalsIn(json)) : { why: 'failed' });
      // Without an answer to one batch the next would only be waited for as long.
      if (!answers) break;
    }
    return (name) => replies.get(name) ?? { why: 'failed' };
  }

  /** Asks an action of the portal's own pages. */
  action(name: string, fields: Record<string, string>): Promise<PortalAnswer> {
    return this.#post(
      `/bitrix/services/main/ajax.php?action=${name}`,
      (sessid) => new URLSearchParams({ ...fields, sessid }),
    );
  }

  /** Asks the address from before there were actions. */
  oldAction(fields: Record<string, string>): Promise<PortalAnswer> {
    return this.#post(OLD_RIGHTS_PATH, (sessid) => new URLSearchParams({ ...fields, sessid }));
  }

  /** Gets a page of the portal as text. */
  async page(path: string): Promise<PageAnswer> {
    const at = Date.now();
    const { answer, outcome } = await this.#page(path);
    noteCall(at, actionOf(path, ''), outcome);
    return answer;
  }

  async #page(path: string): Promise<{ answer: PageAnswer; outcome: CallOutcome }> {
    try {
      const response = await fetch(path, { credentials: 'same-origin', redirect: 'manual', signal: this.#signal });
      const { status } = response;
      if (status === 404) return { answer: { why: 'notAvailable' }, outcome: 'refused' };
      if (status === 401 || status === 403) return { answer: { why: 'refused' }, outcome: 'refused' };
      // Whoever has to sign in is sent elsewhere.
      if (!response.ok) return { answer: { why: 'failed' }, outcome: outcomeOf(response) };
      const html = await response.text();
      const answer: PageAnswer = html.length <= LARGEST_PAGE ? { html } : { why: 'failed' };
      return { answer, outcome: 'html' in answer ? 'answered' : 'unexpectedShape' };
    } catch {
      // Neither a broken connection nor the end of patience says anything of the page.
      return { answer: { why: 'failed' }, outcome: this.#signal.aborted ? 'timeout' : 'offline' };
    }
  }

  async #post(path: string, bodyWith: (token: string) => URLSearchParams): Promise<PortalAnswer> {
    const answer = await postToPortal(path, bodyWith(this.#token), this.#signal);
    const renewed = 'json' in answer ? renewedToken(answer.json) : null;
    if (!renewed || renewed === this.#token) return answer;
    this.#token = renewed;
    this.#renewals += 1;
    return postToPortal(path, bodyWith(this.#token), this.#signal);
  }
}

function outcomeOf({ type, status }: Response): CallOutcome {
  if (type === 'opaqueredirect') return 'signedOut';
  return status >= 500 ? 'serverError' : 'refused';
}

function replyOf(name: string, { result, errors }: BatchAnswers, totals: Record<string, unknown>): Reply {
  const code = errors[name]?.error;
  if (code !== undefined) return { why: whyOf(code) };
  if (!(name in result)) return { why: 'failed' };
  const total = v.safeParse(Count, totals[name]);
  return { result: result[name], total: total.success ? total.output : null };
}

function totalsIn(json: unknown): Record<string, unknown> {
  const { result } = (json ?? {}) as { result?: { result_total?: unknown } };
  return (result?.result_total ?? {}) as Record<string, unknown>;
}
