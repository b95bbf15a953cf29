/** Rules go on when the background is back, whatever else hangs or fails at its start. */
import { expect, it, vi } from 'vitest';
import type { RulesMessage } from '../../../core/rules/rules-service.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import type { RuleRun } from '../../../domain/rules/run.ts';
import { statusOf } from '../../readings.ts';
import { MINUTE, type World, worldThatRead } from '../world.ts';

const RULE: Rule = {
  ...{ schema: 1, id: 'closed', name: 'A dialog was closed', version: 1, portals: 'all' },
  ...{ trigger: { kind: 'dialog.closed' }, conditions: { match: 'all', list: [] } },
  ...{ actions: [{ kind: 'journal', text: 'It is closed' }], cooldown: { minutes: 0, per: 'rule' } },
  ...{ workingHours: 'any', mode: 'single', caps: { runsPerHour: 10 } },
};

const ask = <T>(world: World, message: RulesMessage) => world.application.own.rules.answer(message) as Promise<T>;

const runs = async (world: World): Promise<string[]> =>
  (await ask<RuleRun[]>(world, { type: 'runs.wanted', ruleId: null, before: null })).map(({ state }) => state);

/** A background that has to follow a dialog that was closed right before it ended. */
async function endedInTheMiddle(): Promise<World> {
  const world = await worldThatRead();
  await ask(world, { type: 'rule.saved', rule: RULE, version: null });
  await ask(world, { type: 'rule.switched', id: RULE.id, state: 'on' });
  world.now += MINUTE;
  await world.settle();
  world.now += MINUTE;
  await world.event(1, statusOf(1, 'close'));
  expect(await runs(world)).toEqual([]);
  return world;
}

it('the browser never tells what the IT department has deployed', async () => {
  const world = await endedInTheMiddle();
  world.managed = new Promise(() => undefined);
  void world.restart();
  await vi.waitFor(async () => expect(await runs(world)).toEqual(['done']));
});

it('the last known numbers cannot be shown', async () => {
  const world = await endedInTheMiddle();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  world.effects.tabsOf = () => Promise.reject(new Error('Tabs cannot be queried right now'));
  await world.restart();
  await vi.waitFor(async () => expect(await runs(world)).toEqual(['done']));
});

it('a tab does not answer', async () => {
  const world = await endedInTheMiddle();
  let isAsked = false;
  world.effects.askTab = () => {
    isAsked = true;
    return new Promise(() => undefined);
  };
  void world.restart();
  await vi.waitFor(() => expect(isAsked).toBe(true));
  await vi.waitFor(async () => expect(await runs(world)).toEqual(['done']));
});
