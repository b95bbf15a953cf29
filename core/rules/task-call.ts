/**
 * Makes a task in Bitrix24, by the browser's own session or an incoming webhook. The newer REST is asked first; a portal
 * that does not speak it says so before anything is done, and is asked the older way then and from now on.
 */
import type { ToldCall } from '../../bitrix24/call-notes.ts';
import {
  bodyFor,
  hasUnderstoodKey,
  keyHeader,
  type RestVersion,
  sessionAddress,
  type TaskAnswer,
  taskAnswer,
  webhookAddress,
} from '../../bitrix24/tasks.ts';
import type { RuleAnswerWords } from '../../domain/rules/answer-words.ts';
import type { Outcome } from '../../domain/rules/run.ts';
import { isRedirect, lostOutcome, OFFLINE, refusalOutcome } from './call-outcome.ts';
import type { Outside, TaskManner } from './outside.ts';
import { noting, post } from './portal-post.ts';
import { provenSession } from './proven-session.ts';

export type TaskWay =
  /** `userId`: who the task is for; somebody else's session makes none. */
  | { kind: 'session'; origin: string; userId: string }
  /** `address` as an incoming webhook has it, up to its key. */
  | { kind: 'webhook'; address: string };

export interface TaskWish {
  way: TaskWay;
  /** Of the run. */
  key: string;
  /** As `TaskRequest`, letter by letter the same each time. */
  body: string;
  words: RuleAnswerWords;
  /** Hears of each request with the session, without what was asked and answered. */
  note: (call: ToldCall) => void;
}

const OLDER: TaskManner = { rest: 2, knowsKeys: false };
/** More than any answer about one task. */
const LARGEST_ANSWER = 200_000;

/** Makes it once. Never throws for what portal and network do. */
export async function callForTask(wish: TaskWish, world: Outside): Promise<Outcome> {
  if (!world.isOnline()) return OFFLINE;
  const { way, words } = wish;
  const outside = way.kind === 'session' ? noting(world, wish.note) : world;
  const signal = AbortSignal.timeout(outside.patience);
  const session = way.kind === 'session' ? await provenSession(way, outside, signal) : { token: '' };
  if ('outcome' in session) return session.outcome;
  const known = (await outside.taskManner(originOf(way))) ?? { rest: 3, knowsKeys: false };
  const result = await new TaskCall(wish, session.token, outside, signal).make(known);
  return result.kind === 'answered' ? outcomeOf(result, words) : result;
}

export const originOf = (way: TaskWay): string => (way.kind === 'session' ? way.origin : new URL(way.address).origin);

class TaskCall {
  readonly #wish: TaskWish;
  readonly #token: string;
  readonly #outside: Outside;
  readonly #signal: AbortSignal;

  constructor(wish: TaskWish, token: string, outside: Outside, signal: AbortSignal) {
    this.#wish = wish;
    this.#token = token;
    this.#outside = outside;
    this.#signal = signal;
  }

  async make(manner: TaskManner): Promise<Outcome | Answered> {
    const { rest } = manner;
    const knowsKeys = rest === 3 && manner.knowsKeys;
    let response: Response;
    let text = '';
    try {
      response = await this.#post(rest);
      if (!isRedirect(response)) text = (await response.text()).slice(0, LARGEST_ANSWER);
    } catch (error) {
      return lostOutcome(error, knowsKeys);
    }
    const { status } = response;
    if (isRedirect(response)) return { kind: 'answered', answer: { kind: 'signedOut' }, status };
    if (status >= 500 || status === 429 || status === 408)
      return refusalOutcome(response, '', knowsKeys, this.#outside.now());
    const answer = taskAnswer(status, text);
    if (rest === 3 && answer.kind === 'otherVersion') return this.make(await this.#keep(OLDER));
    // A session that was just proven and is refused is one that the newer REST does not take.
    if (rest === 3 && answer.kind === 'signedOut' && this.#wish.way.kind === 'session') return this.make(OLDER);
    if (answer.kind === 'made') await this.#learn(response, manner);
    return { kind: 'answered', answer, status };
  }

  async #learn({ headers }: Response, manner: TaskManner): Promise<void> {
    const knowsKeys = manner.rest === 3 && hasUnderstoodKey(headers, this.#wish.key);
    await this.#keep({ rest: manner.rest, knowsKeys });
  }

  async #keep(manner: TaskManner): Promise<TaskManner> {
    await this.#outside.keepTaskManner(originOf(this.#wish.way), manner);
    return manner;
  }

  #post(rest: RestVersion): Promise<Response> {
    const { way, key, body } = this.#wish;
    const address =
      way.kind === 'session' ? sessionAddress(way.origin, rest, this.#token) : webhookAddress(way.address, rest);
    const headers = { 'Content-Type': 'application/json', ...keyHeader(rest, key) };
    const credentials = way.kind === 'session' ? 'include' : 'omit';
    return post(this.#outside, address, bodyFor(rest, body), { headers, credentials }, this.#signal);
  }
}

interface Answered {
  kind: 'answered';
  answer: TaskAnswer;
  status: number;
}

/** What the answer means, with the next step for whoever reads the trace. */
function outcomeOf({ answer, status }: Answered, words: RuleAnswerWords): Outcome {
  const no = (problem: 'signedOut' | 'refused', text: string): Outcome => ({
    ...{ kind: 'failed', problem, status, answer: text },
  });
  switch (answer.kind) {
    case 'made':
      return { kind: 'done', status, answer: words.taskMade(answer.id) };
    case 'unclear':
      return { kind: 'uncertain', problem: 'answerUnclear' };
    case 'refused':
      return no('refused', words.taskRefused(answer.code));
    case 'signedOut':
      return no('signedOut', words.task.signedOut);
    default:
      return no('refused', words.task[answer.kind]);
  }
}
