/** Tasks over the older REST, by session or incoming webhook. */
import { addTask } from '../model/tasks.ts';
import { anyCase, integer, type Params } from '../server/params.ts';
import type { Method, MethodResult } from './methods.ts';

export const taskMethods: Record<string, Method> = {
  'tasks.task.add': ({ state, params }) => {
    if (!state.scenario.tasks.isAllowed) return refuse('ACCESS_DENIED', 'Access denied', 403);
    const fields = fieldsOf(params);
    const title = String(anyCase(fields, 'TITLE') ?? '').trim();
    const responsibleId = integer(anyCase(fields, 'RESPONSIBLE_ID'), 0);
    if (title === '') return refuse('ERROR_CORE', 'Не указано название задачи');
    if (!state.people.has(responsibleId)) return refuse('ERROR_CORE', 'Не найден ответственный');
    const task = addTask(state, {
      ...{ title, description: String(anyCase(fields, 'DESCRIPTION') ?? ''), responsibleId },
      creatorId: integer(anyCase(fields, 'CREATED_BY'), state.userId),
      deadline: (anyCase(fields, 'DEADLINE') as string | undefined) ?? null,
      through: 'rest',
    });
    const { id, description, deadline, creatorId } = task;
    // Numbers are texts here, and names are written otherwise than in the call.
    const told = { id: String(id), title, description, deadline, status: '2' };
    return { data: { task: { ...told, responsibleId: String(responsibleId), createdBy: String(creatorId) } } };
  },

  scope: ({ state }) => ({ data: state.scenario.tasks.webhookScopes }),
};

const refuse = (code: string, message: string, status = 400): MethodResult => ({ error: { code, message, status } });

function fieldsOf(params: Params): Params {
  const fields = anyCase(params, 'fields');
  return typeof fields === 'object' && fields !== null ? (fields as Params) : {};
}
