/** Tasks over the newer REST: a call with a key that is known is answered as it was, and makes nothing. */
import { addTask, type DemoTask, hashOf, keepAnswer, keptAnswer } from '../model/tasks.ts';
import type { Exchange } from './http.ts';
import { integer, type Params } from './params.ts';
import type { Portal } from './portal-site.ts';
import { type Answer, failure } from './rest3-answers.ts';

const HEADER = 'Idempotency-Key';

/** `caller` tells one who calls from another: their keys are apart. */
export function addTask3(portal: Portal, exchange: Exchange, caller: string): Answer {
  const { scenario } = portal.state;
  if (scenario.tasks.rest3 === 'absent') {
    return failure(404, 'METHODNOTFOUNDEXCEPTION', 'Method `tasks.task.add` not found.');
  }
  if (!scenario.tasks.isAllowed) return failure(403, 'ACCESSDENIEDEXCEPTION', 'Access denied.');
  const header = exchange.request.headers['idempotency-key'];
  const key = scenario.tasks.rest3 === 'withoutKeys' || typeof header !== 'string' ? null : header;
  return key === null ? make(portal, exchange.body) : makeOnce(portal, exchange, key, `${caller}:${key}`);
}

function makeOnce(portal: Portal, { body, response }: Exchange, key: string, storedAs: string): Answer {
  const { state } = portal;
  const bodyHash = hashOf(JSON.stringify(body));
  const kept = keptAnswer(state, storedAs, Date.now());
  if (kept && kept.bodyHash !== bodyHash) {
    return failure(409, 'IDEMPOTENCYKEYREUSEDEXCEPTION', 'The key was used with another request.');
  }
  response.setHeader(HEADER, key);
  if (kept) {
    response.setHeader('Idempotent-Replayed', 'true');
    return { status: 200, body: kept.answer };
  }
  const answer = make(portal, body);
  if (answer.status === 200) keepAnswer(state, storedAs, { bodyHash, answer: answer.body, at: Date.now() });
  return answer;
}

function make({ state }: Portal, body: Params): Answer {
  const fields = (body.fields ?? {}) as Params;
  const missing = ['title', 'creatorId', 'responsibleId'].find((name) => !fields[name]);
  if (missing) {
    return failure(400, 'VALIDATION_REQUESTVALIDATIONEXCEPTION', `Required field \`${missing}\` is not given`);
  }
  const { deadline } = fields;
  // Fractions of a second and "Z" are not understood.
  if (deadline !== undefined && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(String(deadline))) {
    return failure(400, 'VALIDATION_REQUESTVALIDATIONEXCEPTION', 'Field `deadline` needs the type `DateTime`');
  }
  const task = addTask(state, {
    ...{ title: String(fields.title), description: String(fields.description ?? ''), through: 'rest3' },
    creatorId: integer(fields.creatorId, 0),
    responsibleId: integer(fields.responsibleId, 0),
    deadline: deadline === undefined ? null : String(deadline),
  });
  return { status: 200, body: { result: { item: itemOf(task) } } };
}

const itemOf = ({ through: _through, ...task }: DemoTask) => ({
  ...task,
  link: `/company/personal/user/${task.responsibleId}/tasks/task/view/${task.id}/`,
});
