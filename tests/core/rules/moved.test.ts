/** A portal that is found at another address now: what has happened there starts nothing again, what is under way goes on. */
import { describe, expect, it } from 'vitest';
import { movePortal } from '../../../database/move.ts';
import { dialog, NOW } from '../../components/samples.ts';
import { HOUR, waits, world } from '../../domain/rules/worlds.ts';
import { BUSY, DONE, MINUTE, PORTAL, REFUSED, type Scene, scene, WEBHOOK } from './engine-scene.ts';

const ROUTE = { from: 'https://demo.bitrix24.ru', to: 'https://new.bitrix24.ru' };
const MOVED = `${ROUTE.to}|1`;

const turn = { author: 'support', since: NOW - 5 * HOUR, at: NOW, source: 'event' } as const;
const waitingAt = (key: string) => world({ key, dialogs: [dialog(77, { turn })] });

/** A rule that has been started at the old address. */
async function started(answer = DONE): Promise<Scene> {
  const made = await scene();
  made.worlds.set(PORTAL, waitingAt(PORTAL));
  await made.keep({ trigger: waits(4), actions: [WEBHOOK, WEBHOOK] });
  await made.keepDestination();
  made.receiver.answer = () => answer;
  await made.pass();
  return made;
}

async function move({ database, worlds }: Scene): Promise<void> {
  await movePortal(database, ROUTE, { now: NOW, newId: () => 'kept' });
  worlds.delete(PORTAL);
  worlds.set(MOVED, waitingAt(MOVED));
}

describe('after a portal has moved', () => {
  it('an answer that still waits starts its rule no second time', async () => {
    const made = await started();
    expect(made.receiver.calls).toHaveLength(2);
    await move(made);
    await made.pass(MINUTE);
    expect(made.receiver.calls).toHaveLength(2);
    expect(await made.states()).toEqual(['done', 'done']);
  });

  it('a run that waits is tried again with the key that the receiver knows, and the next action follows', async () => {
    const made = await started(BUSY);
    const [key] = made.receiver.calls;
    await move(made);
    made.receiver.answer = () => DONE;
    await made.pass(MINUTE);
    expect(made.receiver.calls).toHaveLength(3);
    expect(made.receiver.calls[1]).toBe(key);
    expect(made.receiver.runs.map(({ portal }) => portal)).toEqual([PORTAL, MOVED, MOVED]);
    expect(await made.states()).toEqual(['done', 'done']);
  });

  it('a run that fails holds back the next action of its event', async () => {
    const made = await started(BUSY);
    await move(made);
    made.receiver.answer = () => REFUSED;
    await made.pass(MINUTE);
    expect(await made.states()).toEqual(['failed', 'skipped']);
  });
});
