/** Actions of rules over real desks and a real database, with a real receiver and the demo portal. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Desks } from '../../../core/desks.ts';
import { Destinations } from '../../../core/rules/destinations.ts';
import { Performer } from '../../../core/rules/performer.ts';
import { ruleWorld } from '../../../core/rules/world.ts';
import { DestinationRepository } from '../../../database/destinations.ts';
import { PortalRepository } from '../../../database/portals.ts';
import { type DemoPortal, type Director, startPortal } from '../../../demo/portal.ts';
import type { RuleEvent } from '../../../domain/rules/event.ts';
import type { Action } from '../../../domain/rules/rule.ts';
import type { RuleRun } from '../../../domain/rules/run.ts';
import { ru } from '../../../locales/background/ru.ts';
import { Visitor } from '../../demo/visitor.ts';
import { rule } from '../../domain/rules/worlds.ts';
import { type TestOutside, testOutside } from '../../receiver/outside.ts';
import { Receiver } from '../../receiver/receiver.ts';
import { PORTAL, type World, worldThatRead } from '../world.ts';

const KEY = `${PORTAL}|1`;
const words = ru.messages.rules;
const HOUR = 3_600_000;

let receiver: Receiver;
let portal: DemoPortal;
let director: Director;
let world: World;
let outside: TestOutside;
let desks: Desks;
let destinations: Destinations;
let performer: Performer;
let canNotify: boolean;
let opened: { url: string; inBackground: boolean | undefined }[];
let changed: string[];

beforeAll(async () => {
  receiver = await Receiver.start('hooks.example.com');
  portal = await startPortal();
  director = portal.director('demo');
});
afterAll(async () => {
  await receiver.close();
  await portal.close();
});
beforeEach(async () => {
  receiver.reset();
  director.reset();
  world = await worldThatRead(3);
  outside = testOutside();
  outside.ports.set('hooks.example.com', receiver.port).set('demo.bitrix24.ru', portal.port);
  canNotify = true;
  opened = [];
  changed = [];
  desks = new Desks(new PortalRepository(world.database));
  const repository = new DestinationRepository(world.database);
  const sender = async () => ({ host: 'demo.bitrix24.ru', label: 'Demo', language: 'ru' });
  destinations = new Destinations({ repository, outside, rules: async () => [], sender, newId: () => 'd1' });
  performer = new Performer({
    ...{ desks, destinations, outside, patternOf: (origin) => `${origin}/*`, noteCalls: () => undefined },
    changed: async (key) => void changed.push(key),
    effects: {
      now: () => world.now,
      canNotify: () => canNotify,
      notify: async (notification) => void world.notifications.push(notification),
      openTab: async (url, options) => {
        opened.push({ url, inBackground: options?.inBackground });
        return null;
      },
    },
  });
});

const event = (changes: Partial<RuleEvent> = {}): RuleEvent => ({
  ...{ id: 'e1', kind: 'dialog.closed', portal: KEY, object: 'chat:1', version: 'entry:1', at: world.now },
  facts: { 'dialog.name': 'Почта', 'slots.free': 2 },
  ...changes,
});

async function runOf(action: Action, changes: Partial<RuleRun> & { event?: RuleEvent } = {}): Promise<RuleRun> {
  const desk = await desks.peek(KEY);
  if (!desk) throw new Error('The portal was never seen');
  await performer.ready();
  const about = changes.event ?? event();
  return {
    ...{ key: 'f'.repeat(64), ruleId: 'a-rule', ruleVersion: 1, ruleName: 'A rule', portal: KEY, event: about },
    ...{ actionIndex: 0, state: 'running', verdicts: [], skipped: null, attempts: [], nextAt: null },
    rendered: performer.render(action, rule(), about, ruleWorld(desk, world.now)),
    ...{ isRepeatable: false, plannedAt: world.now, changedAt: world.now },
    ...changes,
  };
}
const perform = async (action: Action, changes: Partial<RuleRun> = {}) =>
  performer.perform(await runOf(action, changes));
const noteOf = async (chatId = 1) => (await desks.peek(KEY))?.notes.get(chatId);
const drafts = async () => (await desks.peek(KEY))?.drafts.pending ?? [];
const noted = async () => (await desks.entries(KEY, 0, Number.MAX_SAFE_INTEGER)).filter(({ byRule }) => byRule);
const DONE = { kind: 'done', status: null, answer: '' };

describe('rendering', () => {
  it('fills the texts in, and gives the same letters each time', async () => {
    const action: Action = {
      kind: 'task',
      through: 'session',
      title: 'Check {dialog.name}',
      text: '{slots.free}',
      deadlineDays: 2,
    };
    const { rendered } = await runOf(action);
    expect(JSON.parse(rendered?.body ?? '')).toEqual({
      fields: {
        ...{ title: 'Check Почта', description: '2', creatorId: 1, responsibleId: 1 },
        deadline: `${new Date(world.now + 48 * HOUR).toISOString().slice(0, 19)}+00:00`,
      },
    });
    world.now += HOUR;
    expect((await runOf(action, { event: event({ at: world.now - HOUR }) })).rendered).toEqual(rendered);
  });
});

describe('actions that stay in Latchdesk', () => {
  it('tell the user, in the place of the same notification, and lead to the dialog', async () => {
    const action: Action = { kind: 'notify', title: 'Закрыт', text: '{dialog.name}' };
    expect(await perform(action)).toEqual(DONE);
    await perform(action);
    const [first, second] = world.notifications;
    expect(first).toMatchObject({ title: 'Закрыт', message: 'Почта' });
    expect(second?.id).toBe(first?.id);
    canNotify = false;
    expect(await perform(action)).toMatchObject({
      kind: 'failed',
      problem: 'noPermission',
      answer: words.mayNotNotify,
    });
  });

  it('lay a text ready for the dialog, once, and send nothing', async () => {
    const action: Action = { kind: 'draft', place: 'dialog', title: '', text: 'Спасибо: {dialog.name}' };
    expect(await perform(action)).toEqual(DONE);
    await perform(action);
    expect(await drafts()).toMatchObject([
      { kind: 'message', state: 'written', dialogId: 'chat1', text: 'Спасибо: Почта' },
    ]);
    expect(changed).toContain(KEY);
  });

  it('do not bring back what somebody has discarded, nor what they have changed', async () => {
    const action: Action = { kind: 'draft', place: 'dialog', title: '', text: 'One' };
    await perform(action);
    const [draft] = await drafts();
    await desks.with(
      KEY,
      () => world.now,
      (desk) => desk.drafts.send(draft?.id ?? '', { type: 'discarded' }, world.now),
    );
    await perform(action);
    expect(await drafts()).toEqual([]);
  });

  it('park a question for a new dialog, by the rule’s name', async () => {
    expect(await perform({ kind: 'draft', place: 'newDialog', title: 'Отчёт', text: 'Готов?' })).toEqual(DONE);
    expect(await drafts()).toMatchObject([{ kind: 'parked', title: 'Отчёт', dialogId: null }]);
    expect(await noted()).toMatchObject([{ kind: 'draft.parked', byRule: 'a-rule' }]);
  });

  it('name a dialog that has no name of its own, and leave the user’s', async () => {
    expect(await perform({ kind: 'alias', text: '✔ {dialog.name}' })).toEqual(DONE);
    expect((await noteOf())?.alias).toBe('✔ Почта');
    await desks.with(
      KEY,
      () => world.now,
      (desk) => desk.notes.change(2, { alias: 'Mine' }, world.now),
    );
    const other = event({ object: 'chat:2' });
    expect(await perform({ kind: 'alias', text: 'New' }, { event: other })).toEqual({
      ...DONE,
      answer: words.aliasKept,
    });
    expect((await noteOf(2))?.alias).toBe('Mine');
  });

  it('add a tag once, and a line to the note once for each event', async () => {
    await desks.with(
      KEY,
      () => world.now,
      (desk) => desk.notes.change(1, { text: 'Mine', tags: ['a'] }, world.now),
    );
    for (const at of [world.now, world.now, world.now + HOUR]) {
      await perform({ kind: 'tag', text: 'Ждёт' }, { event: event({ at }) });
      expect(await perform({ kind: 'note', text: 'Waited' }, { event: event({ at }) })).toEqual(DONE);
    }
    const note = await noteOf();
    expect(note?.tags).toEqual(['a', 'Ждёт']);
    expect(note?.text.split('\n').map((line) => line.replace(/.* · /, ''))).toEqual(['Mine', 'Waited', 'Waited']);
  });

  it('never cut what is in a note', async () => {
    await desks.with(
      KEY,
      () => world.now,
      (desk) => desk.notes.change(1, { text: 'x'.repeat(19_990) }, world.now),
    );
    expect(await perform({ kind: 'note', text: 'Waited' })).toMatchObject({ kind: 'failed', problem: 'tooLarge' });
    expect((await noteOf())?.text).toHaveLength(19_990);
  });

  it('write into the journal, once for each run', async () => {
    await perform({ kind: 'journal', text: 'Seen' });
    await perform({ kind: 'journal', text: 'Seen' });
    await perform({ kind: 'journal', text: 'Seen' }, { key: 'e'.repeat(64) });
    expect(await noted()).toMatchObject([
      { kind: 'rule.noted', byRule: 'a-rule', name: 'A rule', text: 'Seen' },
      { kind: 'rule.noted', text: 'Seen' },
    ]);
    expect(await noted()).toHaveLength(2);
  });

  it('offer the oldest parked question where there is room, and say where there is nothing', async () => {
    expect(await perform({ kind: 'offer' })).toMatchObject({ problem: 'nothingThere', answer: words.nothingToOffer });
    for (const id of ['q1', 'q2'])
      await desks.with(
        KEY,
        () => ++world.now,
        (desk) => {
          desk.drafts.keep({ id, kind: 'parked', title: id, text: id, dialogId: null }, world.now);
          desk.drafts.send(id, { type: 'parked' }, world.now);
        },
      );
    expect(await perform({ kind: 'offer' })).toEqual(DONE);
    expect(world.notifications.at(-1)).toMatchObject({ id: `offer|${KEY}|q1` });
    expect((await drafts())[0]).toMatchObject({ id: 'q1', state: 'offered' });
  });

  it('open places in the background, so that nobody is torn away', async () => {
    for (const place of ['dialog', 'mainChat', 'installedApps', 'register', 'report', 'drafts'] as const)
      expect(await perform({ kind: 'open', place })).toEqual(DONE);
    expect(opened.map(({ url }) => url)).toEqual([
      `${PORTAL}/online/?IM_DIALOG=chat1`,
      `${PORTAL}/online/?IM_DIALOG=5`,
      expect.stringMatching(/\/market\/installed\/$/),
      ...['access', 'report', 'drafts'].map((section) => `/dashboard.html#${section}/${encodeURIComponent(KEY)}`),
    ]);
    expect(opened.every(({ inBackground }) => inBackground)).toBe(true);
  });

  it('lay the report ready, also where nothing may be shown', async () => {
    canNotify = false;
    expect(await perform({ kind: 'report', days: 7 })).toEqual({ ...DONE, answer: words.report(7) });
    canNotify = true;
    await perform({ kind: 'report', days: 7 });
    expect(world.notifications.at(-1)).toMatchObject({ title: words.reportTitle, message: words.report(7) });
  });

  it('say so where the dialog is gone, and where the portal is', async () => {
    const gone = event({ object: 'chat:404' });
    expect(await perform({ kind: 'tag', text: 'x' }, { event: gone })).toMatchObject({ problem: 'nothingThere' });
    const run = await runOf({ kind: 'tag', text: 'x' });
    expect(await performer.perform({ ...run, portal: 'https://gone.bitrix24.ru|1' })).toMatchObject({
      problem: 'notPossible',
    });
  });
});

describe('actions that leave', () => {
  const wish = {
    type: 'destination.saved',
    id: null,
    name: 'n8n',
    kind: 'webhook',
    address: 'https://hooks.example.com/hook',
    signingKey: null,
    isPrivateAllowed: false,
    knowsKeys: true,
  } as const;
  const post: Action = { kind: 'webhook', destination: 'd1', note: 'Слот: {slots.free}' };

  it('post to a destination that was agreed to, what was rendered letter by letter', async () => {
    await destinations.save(wish);
    expect(await perform(post)).toMatchObject({ kind: 'failed', problem: 'noConsent' });
    await destinations.agree({ type: 'destination.agreed', id: 'd1', addressVersion: 1 });
    const run = await runOf(post);
    expect(run.rendered?.goesTo).toBe('hooks.example.com');
    expect(await performer.perform(run)).toMatchObject({ kind: 'done' });
    expect(receiver.deliveries).toMatchObject([{ body: run.rendered?.body, key: run.key, wasDone: true }]);
    expect(JSON.parse(run.rendered?.body ?? '')).toMatchObject({ note: 'Слот: 2', facts: { 'dialog.name': 'Почта' } });
  });

  it('may be repeated by themselves where the receiver knows keys', async () => {
    await destinations.save(wish);
    const run = { plannedAt: world.now, portal: KEY };
    expect(await performer.isRepeatable(post, run, world.now)).toBe(true);
    await destinations.save({ ...wish, id: 'd1', knowsKeys: false });
    expect(await performer.isRepeatable(post, run, world.now)).toBe(false);
    expect(await performer.isRepeatable({ ...post, destination: 'gone' }, run, world.now)).toBe(false);
  });

  it('make a task by session, repeatable for 23 hours once the portal has shown that it knows keys', async () => {
    const visitor = new Visitor(portal);
    await visitor.open();
    outside.cookies.set('demo.bitrix24.ru', visitor.cookie);
    const task: Action = { kind: 'task', through: 'session', title: 'T', text: '', deadlineDays: null };
    const run = { plannedAt: world.now, portal: KEY };
    expect(await performer.isRepeatable(task, run, world.now)).toBe(false);
    expect(await perform(task)).toMatchObject({ kind: 'done', answer: 'Задача 7001' });
    expect(await performer.isRepeatable(task, run, world.now + 22 * HOUR)).toBe(true);
    expect(await performer.isRepeatable(task, run, world.now + 23 * HOUR)).toBe(false);
    outside.closed.add(`${PORTAL}/*`);
    expect(await perform(task)).toMatchObject({ kind: 'failed', problem: 'noPermission' });
  });

  it('make a task by an incoming webhook, for whom it belongs to', async () => {
    const task: Action = { kind: 'task', through: 'd1', title: 'T', text: '', deadlineDays: null };
    expect(await perform(task)).toMatchObject({ kind: 'failed', problem: 'noDestination' });
    await destinations.save({ ...wish, kind: 'portal', address: director.webhookAddress() });
    await destinations.agree({ type: 'destination.agreed', id: 'd1', addressVersion: 1 });
    expect(await perform(task)).toMatchObject({ kind: 'done' });
    expect(director.tasks()).toMatchObject([{ title: 'T', responsibleId: 1 }]);
  });

  it('open the portal’s form filled in, and say that a person has to save it', async () => {
    const task: Action = {
      kind: 'task',
      through: 'form',
      title: 'Отозвать {dialog.name}',
      text: 'я'.repeat(4_000),
      deadlineDays: 1,
    };
    expect(await perform(task)).toEqual({ ...DONE, answer: words.taskForm });
    const url = new URL(opened[0]?.url ?? '');
    expect(url.pathname).toBe('/company/personal/user/1/tasks/task/edit/0/');
    expect(url.searchParams.get('TITLE')).toBe('Отозвать Почта');
    expect(url.searchParams.get('DESCRIPTION')).toMatch(/^я+…?$/);
    expect(url.href.length).toBeLessThanOrEqual(6_000);
    expect(director.tasks()).toEqual([]);
  });
});
