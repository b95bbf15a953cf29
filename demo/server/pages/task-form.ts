/** The form of a new task: its first fields come from the address, and a person saves it. */
import { addTask } from '../../model/tasks.ts';
import { type Exchange, redirect } from '../http.ts';
import type { PageContext, PageMaker } from '../pages.ts';
import type { Portal } from '../portal-site.ts';
import { escapeHtml } from './document.ts';
import { innerPage } from './inner-page.ts';

const FORM = /^\/company\/personal\/user\/(\d+)\/tasks\/task\/edit\/0\/$/;
const LIST = /^\/company\/personal\/user\/\d+\/tasks\/$/;

const WORDS = {
  ru: { list: 'Задачи', form: 'Новая задача', save: 'Поставить задачу' },
  en: { list: 'Tasks', form: 'New task', save: 'Add task' },
};

const wordsOf = ({ state }: Portal) => WORDS[state.scenario.user.language];

export function taskPage(path: string): PageMaker | undefined {
  if (FORM.test(path)) return (context) => formPage(context, path);
  return LIST.test(path) ? listPage : undefined;
}

function formPage(context: PageContext, path: string): string {
  const { portal, token, query } = context;
  const words = wordsOf(portal);
  const value = (name: string) => escapeHtml(String(query[name] ?? ''));
  const content = `<form method="post" action="${escapeHtml(path)}" data-bx-id="task-edit">
<input type="hidden" name="sessid" value="${token}">
<p><input name="TITLE" size="60" value="${value('TITLE')}"></p>
<p><textarea name="DESCRIPTION" rows="8" cols="60">${value('DESCRIPTION')}</textarea></p>
<p><button type="submit">${words.save}</button></p></form>`;
  return innerPage(context, { current: '/tasks/', title: words.form, content });
}

function listPage(context: PageContext): string {
  const { portal } = context;
  const rows = portal.state.todo.tasks.map(({ title }) => `<li>${escapeHtml(title)}</li>`);
  return innerPage(context, { current: '/tasks/', title: wordsOf(portal).list, content: `<ul>${rows.join('')}</ul>` });
}

/** Takes the form that a person has saved; false for any other address. */
export function answerTaskForm(portal: Portal, exchange: Exchange): boolean {
  const { path, body, request, response } = exchange;
  const userId = Number(FORM.exec(path)?.[1]);
  if (request.method !== 'POST' || !userId) return false;
  const call = portal.log(exchange, { kind: 'page', method: 'task.save', methods: ['task.save'], params: {} });
  const isTaken = portal.isSignedIn(exchange) && portal.carriesToken(exchange);
  call.outcome = isTaken ? 'success' : 'denied';
  if (isTaken) {
    addTask(portal.state, {
      ...{ title: String(body.TITLE ?? ''), description: String(body.DESCRIPTION ?? ''), through: 'form' },
      ...{ creatorId: portal.state.userId, responsibleId: userId, deadline: null },
    });
  }
  redirect(response, isTaken ? `/company/personal/user/${userId}/tasks/` : path);
  return true;
}
