/** The example receiver, started as the documentation says, with calls as Latchdesk makes them. */
import { type ChildProcess, spawn } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callWebhook } from '../../core/rules/webhook-call.ts';
import { eventBody } from '../../domain/rules/event-body.ts';
import { newSigningKey } from '../../platform/signing.ts';
import { rule } from '../domain/rules/worlds.ts';
import { testOutside } from '../receiver/outside.ts';

const KEY = newSigningKey();
const FILE = new URL('../../examples/receiver.mjs', import.meta.url).pathname;
let child: ChildProcess;
let address = '';
let said = '';

beforeAll(async () => {
  child = spawn(process.execPath, [FILE], { env: { ...process.env, LATCHDESK_KEY: KEY, PORT: '0' } });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', () => reject(new Error('The example ended')));
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      address = /http:\/\/\S+/.exec(said)?.[0] ?? '';
      if (address) resolve();
    });
  });
});
afterAll(() => void child.kill());

const event = { id: 'e', kind: 'slots.freed', portal: 'p', object: 'slots', version: '1', at: 0, facts: {} } as const;
const portal = { host: 'demo.bitrix24.ru', label: 'Demo' };
const body = JSON.stringify(eventBody({ event, rule: rule(), portal, note: 'Место свободно' }));

const call = (signingKey: string, key: string, now = Date.now()) => {
  const outside = { ...testOutside(), now: () => now, fetch: (to: string, init: RequestInit) => fetch(to, init) };
  return callWebhook({ address, signingKey, knowsKeys: true, key, body }, outside);
};

describe('the example receiver', () => {
  it('takes a signed call, and a repeat of it only once', async () => {
    expect(await call(KEY, 'key-1')).toEqual({ kind: 'done', status: 200, answer: 'Taken' });
    expect(await call(KEY, 'key-1')).toMatchObject({ kind: 'done' });
    expect(await call(KEY, 'key-2')).toMatchObject({ kind: 'done' });
    expect(said.match(/latchdesk\.slots\.freed on demo\.bitrix24\.ru: Место свободно/g)).toHaveLength(2);
  });

  it('turns away what was signed with another key, long ago, or not at all', async () => {
    expect(await call(newSigningKey(), 'key-3')).toMatchObject({ kind: 'failed', status: 401 });
    expect(await call(KEY, 'key-3', Date.now() - 600_000)).toMatchObject({ kind: 'failed', status: 401 });
    expect(await call('', 'key-3')).toMatchObject({ kind: 'failed', status: 401 });
    expect((await fetch(address)).status).toBe(405);
  });
});
