/** Tasks against the demo portal: by session and by incoming webhook, in both versions of its REST. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ToldCall } from '../../../bitrix24/call-notes.ts';
import { callForTask, type TaskWay } from '../../../core/rules/task-call.ts';
import { type DemoPortal, type Director, startPortal } from '../../../demo/portal.ts';
import { en } from '../../../locales/background/en.ts';
import { Visitor } from '../../demo/visitor.ts';
import { type TestOutside, testOutside } from '../../receiver/outside.ts';

const ORIGIN = 'https://demo.bitrix24.ru';
const words = en.messages.rules;
const body = JSON.stringify({
  fields: {
    title: 'Revoke',
    description: 'Look',
    creatorId: 1,
    responsibleId: 1,
    deadline: '2026-12-01T10:00:00+00:00',
  },
});

let portal: DemoPortal;
let director: Director;
let outside: TestOutside;
let notes: ToldCall[];

beforeAll(async () => {
  portal = await startPortal();
  director = portal.director('demo');
});
afterAll(() => portal.close());
beforeEach(async () => {
  director.reset();
  const visitor = new Visitor(portal);
  await visitor.open();
  outside = testOutside();
  outside.ports.set('demo.bitrix24.ru', portal.port);
  outside.cookies.set('demo.bitrix24.ru', visitor.cookie);
  director.clearCalls();
  notes = [];
});

const session: TaskWay = { kind: 'session', origin: ORIGIN, userId: '1' };
const make = (way: TaskWay = session, key = 'a'.repeat(64), text = body) =>
  callForTask({ way, key, body: text, words, note: (call) => notes.push(call) }, outside);
const webhook = (): TaskWay => ({ kind: 'webhook', address: director.webhookAddress() });
const asked = () => director.calls().map(({ method }) => method);

describe('a task by the session of the browser', () => {
  it('is made by the newer REST, for the user themselves', async () => {
    expect(await make()).toEqual({ kind: 'done', status: 200, answer: 'Task 7001' });
    expect(director.tasks()).toEqual([
      {
        ...{ id: 7001, title: 'Revoke', description: 'Look', creatorId: 1, responsibleId: 1, through: 'rest3' },
        deadline: '2026-12-01T10:00:00+00:00',
      },
    ]);
  });

  it('does not make the user look active, follows nothing, and notes each request without its contents', async () => {
    const { lastActivity } = director.state();
    await make();
    expect(director.state().lastActivity).toBe(lastActivity);
    expect(
      outside.fetched.every(({ init }) => init.redirect === 'manual' && init.referrerPolicy === 'no-referrer'),
    ).toBe(true);
    expect(notes.at(-1)).toMatchObject({ action: '/rest/api/tasks.task.add', outcome: 'answered' });
    expect(JSON.stringify(notes)).not.toMatch(/sessid|Revoke/);
  });

  it('is made once for one key, and the portal is then known to know keys', async () => {
    await make();
    expect(outside.manners.get(ORIGIN)).toEqual({ rest: 3, knowsKeys: true });
    expect(await make()).toMatchObject({ kind: 'done', answer: 'Task 7001' });
    expect(director.tasks()).toHaveLength(1);
    expect(await make(session, 'b'.repeat(64))).toMatchObject({ answer: 'Task 7002' });
  });

  it('of which the answer got lost is repeated only where the portal has shown that it knows keys', async () => {
    director.fault({ kind: 'cutOffAfter', match: 'rest api tasks', times: 1 });
    expect(await make()).toEqual({ kind: 'uncertain', problem: 'network' });
    expect(director.tasks()).toHaveLength(1);
    await make(session, 'b'.repeat(64));
    director.fault({ kind: 'cutOffAfter', match: 'rest api tasks', times: 1 });
    expect(await make(session, 'c'.repeat(64))).toMatchObject({ kind: 'retry', problem: 'network' });
    expect(await make(session, 'c'.repeat(64))).toMatchObject({ kind: 'done', answer: 'Task 7003' });
    expect(director.tasks()).toHaveLength(3);
  });

  it('with a known key and other words is refused', async () => {
    await make();
    expect(await make(session, 'a'.repeat(64), body.replace('Look', 'Other'))).toMatchObject({
      kind: 'failed',
      status: 409,
    });
    expect(director.tasks()).toHaveLength(1);
  });

  it('is made the older way where the newer one is not there, and is asked for that way from then on', async () => {
    director.setTasks({ rest3: 'absent' });
    expect(await make()).toMatchObject({ kind: 'done', answer: 'Task 7001' });
    expect(director.tasks()[0]).toMatchObject({
      through: 'rest',
      deadline: '2026-12-01T10:00:00+00:00',
      responsibleId: 1,
    });
    expect(outside.manners.get(ORIGIN)).toEqual({ rest: 2, knowsKeys: false });
    director.clearCalls();
    await make(session, 'b'.repeat(64));
    expect(asked()).toEqual(['batch', 'batch', 'tasks.task.add']);
  });

  it('is made the older way where the newer one does not take the session', async () => {
    director.setTasks({ takesSession: false });
    expect(await make()).toMatchObject({ kind: 'done' });
    expect(director.tasks()).toMatchObject([{ through: 'rest' }]);
  });

  it('made the older way with a lost answer is nobody knows, and is not repeated', async () => {
    director.setTasks({ rest3: 'absent' });
    director.fault({ kind: 'cutOffAfter', match: 'rest tasks', times: 1 });
    expect(await make()).toEqual({ kind: 'uncertain', problem: 'network' });
    expect(director.tasks()).toHaveLength(1);
  });

  it('of a portal that takes every call as a new one is nobody knows, too', async () => {
    director.setTasks({ rest3: 'withoutKeys' });
    await make();
    expect(outside.manners.get(ORIGIN)).toEqual({ rest: 3, knowsKeys: false });
    director.fault({ kind: 'cutOffAfter', match: 'rest api tasks', times: 1 });
    expect(await make(session, 'b'.repeat(64))).toMatchObject({ kind: 'uncertain' });
  });

  it('is not made while somebody else is signed in, or nobody', async () => {
    expect(await make({ ...session, userId: '77' })).toMatchObject({ kind: 'failed', problem: 'signedOut' });
    director.expireSession();
    expect(await make()).toMatchObject({ kind: 'failed', problem: 'signedOut' });
    expect(asked()).not.toContain('api/tasks.task.add');
    expect(director.tasks()).toEqual([]);
  });

  it('that the user may not make is refused with a next step', async () => {
    director.setTasks({ isAllowed: false });
    expect(await make()).toEqual({ kind: 'failed', problem: 'refused', status: 403, answer: words.task.noRight });
  });

  it('waits as long as the portal asks', async () => {
    director.fault({ kind: '429', match: 'rest api tasks', times: 1, retryAfter: '30' });
    expect(await make()).toEqual({ kind: 'retry', problem: 'tooManyRequests', status: 429, after: 30_000 });
    director.fault({ kind: '503', match: 'rest batch', times: 1 });
    expect(await make()).toMatchObject({ kind: 'retry', problem: 'unavailable' });
  });

  it('of which the proof of the user fails was surely not made, and may be tried again', async () => {
    director.fault({ kind: '500', match: 'rest batch', times: 1 });
    expect(await make()).toMatchObject({ kind: 'retry', problem: 'serverError' });
    director.fault({ kind: 'cutOff', match: 'rest batch', times: 1 });
    expect(await make()).toMatchObject({ kind: 'retry', problem: 'network' });
    outside.online = false;
    expect(await make()).toMatchObject({ kind: 'retry', problem: 'offline' });
    expect(director.tasks()).toEqual([]);
  });

  it('answered with something else is nobody knows', async () => {
    director.fault({ kind: 'wrongShape', match: 'rest api tasks', times: 1 });
    expect(await make()).toEqual({ kind: 'uncertain', problem: 'answerUnclear' });
  });

  it('is given up in time', async () => {
    outside.patience = 300;
    director.fault({ kind: 'timeout', match: 'rest api tasks', times: 1 });
    expect(await make()).toEqual({ kind: 'uncertain', problem: 'timeout' });
  });
});

describe('a task by an incoming webhook', () => {
  it('is made by the newer REST, once for one key, without cookies', async () => {
    expect(await make(webhook())).toMatchObject({ kind: 'done', answer: 'Task 7001' });
    await make(webhook());
    expect(director.tasks()).toHaveLength(1);
    expect(outside.fetched.every(({ init }) => init.credentials === 'omit')).toBe(true);
    expect(asked()).toEqual(['api/tasks.task.add', 'api/tasks.task.add']);
    expect(notes).toEqual([]);
  });

  it('is made the older way where the newer one is not there', async () => {
    director.setTasks({ rest3: 'absent' });
    expect(await make(webhook())).toMatchObject({ kind: 'done' });
    expect(asked()).toEqual(['api/tasks.task.add', 'tasks.task.add']);
  });

  it('is refused with a next step: without the right to tasks, on a plan without webhooks, with a key that is gone', async () => {
    director.setTasks({ webhookScopes: ['user'] });
    expect(await make(webhook())).toMatchObject({ kind: 'failed', status: 403, answer: words.task.noScope });
    director.setTasks({ hasWebhooks: false });
    expect(await make(webhook())).toMatchObject({ kind: 'failed', status: 403, answer: words.task.noPlan });
    director.reset();
    const gone: TaskWay = { kind: 'webhook', address: `${ORIGIN}/rest/1/otherkey/` };
    expect(await make(gone)).toMatchObject({ kind: 'failed', problem: 'signedOut', answer: words.task.signedOut });
    expect(director.tasks()).toEqual([]);
  });
});
