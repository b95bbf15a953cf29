/** The ready rules in the whole background: what happens on the portal makes them act, and nothing before it does. */
import { describe, expect, it } from 'vitest';
import type { RulesMessage } from '../../../core/rules/rules-service.ts';
import type { RuleRun } from '../../../domain/rules/run.ts';
import { type RuleTemplate, TEMPLATES } from '../../../domain/rules/templates.ts';
import type { SavedRule } from '../../../domain/rules/view.ts';
import { rulesLocaleFor } from '../../../locales/rules/catalogue.ts';
import { accessReading, sighting } from '../../access-records.ts';
import { messageIn, statusOf } from '../../readings.ts';
import { CODE, worldWithApp } from '../market-world.ts';
import { MINUTE, PORTAL, World, worldThatRead } from '../world.ts';

const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const ask = <T>(world: World, message: RulesMessage) => world.application.own.rules.answer(message) as Promise<T>;

const runsOf = (world: World): Promise<RuleRun[]> => ask(world, { type: 'runs.wanted', ruleId: null, before: null });

/** Runs that are more than skipped, as `kind state`. */
async function done(world: World): Promise<string[]> {
  await pass(world);
  const runs = (await runsOf(world)).filter(({ state }) => state !== 'skipped');
  return runs.map(({ rendered, state }) => `${rendered?.action.kind} ${state}`);
}

/** Wakes come 200 ms later. */
async function pass(world: World): Promise<void> {
  for (let round = 0; round < 5; round += 1) {
    world.now += 250;
    await world.settle();
  }
}

async function switchOn(world: World, id: RuleTemplate['id'], change: (rule: object) => object = (rule) => rule) {
  const template = TEMPLATES.find((each) => each.id === id);
  const words = rulesLocaleFor('en').messages.template;
  const rule = change(template?.make(words, { id, timeZone: 'UTC' }) ?? {});
  const saved = await ask<SavedRule>(world, { type: 'rule.saved', rule, version: null });
  expect(saved).toMatchObject({ kind: 'saved' });
  expect(await done(world)).toEqual([]);
  await ask(world, { type: 'rule.switched', id, state: 'on' });
}

/** What goes out is left at home: it is noted instead. */
const noting = (rule: object) => ({ ...rule, actions: [{ kind: 'journal', text: 'It is time' }] });

describe('the ready rule', () => {
  it('"an answer waits" reminds a day after support has answered, once', async () => {
    const world = await worldThatRead();
    await switchOn(world, 'answerWaits', (rule) => ({ ...rule, workingHours: 'any' }));
    await world.event(1, messageIn(1, { author: 'support', isByPerson: true }));
    expect(await done(world)).toEqual([]);
    world.now += DAY + MINUTE;
    await world.read(1);
    expect(await done(world)).toEqual(['notify done']);
    expect(world.notifications.some(({ id }) => id.startsWith('rule|'))).toBe(true);
    world.now += DAY;
    await world.read(1);
    expect(await done(world)).toEqual(['notify done']);
  });

  it('"a request waits" tells when nobody has answered it for four hours', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1);
    await switchOn(world, 'requestPending');
    const request = sighting({ sentAt: world.now });
    await world.readAccess(1, accessReading([request]));
    expect(await done(world)).toEqual([]);
    world.now += 5 * HOUR;
    await world.readAccess(1, accessReading([request]));
    expect(await done(world)).toEqual(['notify done']);
  });

  it('"an access ends" and "is overdue" act once before the end, and each day after it', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1);
    await switchOn(world, 'accessEnds', noting);
    await switchOn(world, 'accessOverdue');
    const sentAt = world.now;
    const answered = { keyboard: 'revoke', says: 'granted', tone: 'positive', answers: null } as const;
    await world.readAccess(1, accessReading([sighting({ sentAt })]));
    world.now += MINUTE;
    await world.readAccess(1, accessReading([sighting({ sentAt, ...answered })]));
    expect(await done(world)).toEqual([]);
    world.now += 19 * DAY;
    await world.readAccess(1, accessReading([sighting({ sentAt, ...answered })]));
    expect(await done(world)).toEqual(['journal done']);
    world.now += 2 * DAY;
    await world.readAccess(1, accessReading([sighting({ sentAt, ...answered })]));
    expect(await done(world)).toEqual(['notify done', 'journal done']);
    world.now += DAY;
    await world.readAccess(1, accessReading([sighting({ sentAt, ...answered })]));
    expect(await done(world)).toEqual(['notify done', 'notify done', 'journal done']);
  });

  it('"a wipe was attempted" acts at every attempt that is stopped', async () => {
    const world = await worldWithApp();
    await switchOn(world, 'wipeAttempted', noting);
    const press = (type: 'stopped' | 'wentBack' | 'insisted') =>
      world.hearMarket(1, { type: 'uninstall.told', event: { type, code: CODE, name: 'ChatApp' } });
    await press('stopped');
    expect(await done(world)).toEqual(['journal done']);
    await press('wentBack');
    world.now += 5 * MINUTE;
    await press('stopped');
    expect(await done(world)).toEqual(['journal done', 'journal done']);
    world.now += MINUTE;
    await press('insisted');
    expect(await done(world), 'the same attempt, gone on with').toHaveLength(2);
  });

  it('"a place is free" offers a parked question, and passes over where none waits', async () => {
    const world = await worldThatRead(5);
    await switchOn(world, 'slotFree');
    world.now += MINUTE;
    await world.event(1, statusOf(1, 'close'));
    expect(await done(world)).toEqual([]);
    expect((await runsOf(world)).map(({ skipped }) => skipped)).toEqual(['condition']);
    world.now += MINUTE;
    await world.event(1, statusOf(1, 'open'));
    const draft = { id: 'q1', kind: 'parked' as const, title: 'Later', text: 'A question', dialogId: null };
    await world.application.wishes.keepDraft({ type: 'draft.kept', key: `${PORTAL}|1`, draft });
    await world.application.wishes.tellDraft({
      type: 'draft.told',
      key: `${PORTAL}|1`,
      id: 'q1',
      event: { type: 'parked' },
    });
    world.now += MINUTE;
    await world.event(1, statusOf(1, 'close'));
    expect(await done(world)).toEqual(['offer done']);
  });

  it('"Monday at nine" prepares the report at that time, once', async () => {
    const world = await worldThatRead();
    await switchOn(world, 'weeklyReport');
    world.now += 7 * DAY;
    await world.application.check();
    expect(await done(world)).toEqual(['report done']);
    await world.application.check();
    expect(await done(world)).toEqual(['report done']);
  });
});
