/** Destinations over a real database: what is kept where, consent, previews, examples. */
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { OwnMessage } from '../../../core/own/own-protocol.ts';
import { Destinations } from '../../../core/rules/destinations.ts';
import { DestinationRepository } from '../../../database/destinations.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import { type DemoPortal, startPortal } from '../../../demo/portal.ts';
import type { Rule } from '../../../domain/rules/rule.ts';
import { en } from '../../../locales/background/en.ts';
import { rule } from '../../domain/rules/worlds.ts';
import { type TestOutside, testOutside } from '../../receiver/outside.ts';
import { Receiver } from '../../receiver/receiver.ts';

const words = en.messages.rules;
let receiver: Receiver;
let portal: DemoPortal;
let outside: TestOutside;
let database: LatchdeskDatabase;
let rules: Rule[];
let destinations: Destinations;
let count = 0;

beforeAll(async () => {
  receiver = await Receiver.start('hooks.example.com');
  portal = await startPortal();
});
afterAll(async () => {
  await receiver.close();
  await portal.close();
});
beforeEach(() => {
  receiver.reset();
  portal.director('demo').reset();
  outside = testOutside();
  outside.ports.set('hooks.example.com', receiver.port).set('demo.bitrix24.ru', portal.port);
  database = new LatchdeskDatabase(`destinations ${++count}`);
  rules = [];
  destinations = fresh();
});

const fresh = () =>
  new Destinations({
    repository: new DestinationRepository(database),
    outside,
    rules: async () => rules,
    sender: async () => ({ host: 'demo.bitrix24.ru', label: 'Demo', language: 'en' }),
    newId: () => `d${++count}`,
  });

const ADDRESS = 'https://hooks.example.com/hook/s3cretpath99';
const wish = {
  type: 'destination.saved',
  id: null,
  name: 'n8n',
  kind: 'webhook',
  address: ADDRESS,
  signingKey: null,
  isPrivateAllowed: false,
  knowsKeys: true,
} as const;

async function saved(changes: Partial<Parameters<Destinations['save']>[0]> = {}) {
  const answer = await destinations.save({ ...wish, ...changes });
  if (answer.kind !== 'saved') throw new Error(`Not saved: ${answer.problem}`);
  return answer;
}
/** Agrees to what the preview shows now. */
async function agree(id: string) {
  const preview = await destinations.preview(id);
  return preview && destinations.agree({ type: 'destination.agreed', id, addressVersion: preview.addressVersion });
}
const agreed = async (changes: Partial<Parameters<Destinations['save']>[0]> = {}) => {
  const answer = await saved(changes);
  await agree(answer.destination.id);
  return answer;
};

describe('a destination that is saved', () => {
  it('is shown masked, with a new key once and the permission that it needs', async () => {
    const { destination, newKey, pattern } = await saved();
    expect(pattern).toBe('https://hooks.example.com/*');
    expect(newKey).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(destination).toMatchObject({ host: 'hooks.example.com', hasKey: true, agreedAt: null, usedBy: [] });
    const shown = JSON.stringify(await destinations.views());
    expect(shown).not.toContain('s3cretpath99');
    expect(shown).not.toContain(newKey?.slice(6));
  });

  it('keeps address and key apart from what is shown and exported', async () => {
    const { newKey } = await saved();
    const rows = JSON.stringify(await database.destinations.toArray());
    expect(rows).not.toMatch(/s3cretpath99|whsec_/);
    expect(await database.secrets.toArray()).toMatchObject([{ address: ADDRESS, signingKey: newKey }]);
  });

  it('keeps its key until a new one is wanted', async () => {
    const { destination, newKey } = await saved();
    const again = await saved({ id: destination.id, address: null, name: 'Make' });
    expect([again.newKey, again.destination.name]).toEqual([null, 'Make']);
    const other = await saved({ id: destination.id, address: null, signingKey: 'new' });
    expect(other.newKey).not.toBe(newKey);
    expect(other.newKey).toMatch(/^whsec_/);
  });

  it('takes no key that somebody has thought up', () => {
    for (const [signingKey, isTaken] of [
      ['new', true],
      [null, true],
      ['whsec_bXkgb3duIGtleQ==', false],
    ] as const)
      expect(v.is(OwnMessage, { ...wish, signingKey })).toBe(isTaken);
  });

  it('loses the consent when it leads elsewhere, and only then', async () => {
    const { destination } = await agreed();
    expect((await saved({ id: destination.id, address: null })).destination.agreedAt).not.toBeNull();
    expect((await saved({ id: destination.id, address: `${ADDRESS}x` })).destination.agreedAt).toBeNull();
  });

  it('is refused with a reason, and what was there stays', async () => {
    const { destination } = await saved();
    const answer = await destinations.save({ ...wish, id: destination.id, address: 'https://127.0.0.1/x' });
    expect(answer).toEqual({ kind: 'refused', problem: 'loopback' });
    expect(await database.secrets.toArray()).toMatchObject([{ address: ADDRESS }]);
  });

  it('says which rules use it', async () => {
    const { destination } = await saved();
    rules = [rule({ name: 'Tell', actions: [{ kind: 'webhook', destination: destination.id, note: '' }] }), rule()];
    expect((await destinations.views())[0]?.usedBy).toEqual(['Tell']);
  });

  it('leaves nothing behind when it is removed', async () => {
    const { destination } = await saved();
    await destinations.remove(destination.id);
    expect([await database.destinations.count(), await database.secrets.count()]).toEqual([0, 0]);
    expect(destinations.known(destination.id)).toBeUndefined();
    expect(await destinations.preview(destination.id)).toBeNull();
  });

  it('is known to rendering after a restart as soon as that is ready', async () => {
    const { destination } = await saved();
    const later = fresh();
    await later.ready();
    expect(later.known(destination.id)).toEqual({ host: 'hooks.example.com', userId: null });
  });
});

describe('a call', () => {
  const problem = async (id: string) => {
    const target = await destinations.target(id, 'webhook');
    return target.kind === 'failed' ? target.problem : null;
  };

  it('may go out with consent and permission only', async () => {
    const { destination } = await saved();
    expect(await problem('other')).toBe('noDestination');
    expect(await problem(destination.id)).toBe('noConsent');
    await agree(destination.id);
    expect(await problem(destination.id)).toBeNull();
    outside.closed.add('https://hooks.example.com/*');
    expect(await problem(destination.id)).toBe('noPermission');
  });

  it('to the own network stops as soon as that is not allowed any more', async () => {
    const { destination } = await agreed({ address: 'https://n8n.local/x', isPrivateAllowed: true });
    expect(await problem(destination.id)).toBeNull();
    await database.destinations.update(destination.id, { isPrivateAllowed: false });
    expect(await problem(destination.id)).toBe('notAllowedAddress');
  });
});

describe('the preview', () => {
  it('shows the call word for word, with everything that is secret masked', async () => {
    const { destination, newKey } = await saved();
    rules = [rule({ actions: [{ kind: 'webhook', destination: destination.id, note: 'Look' }] })];
    const preview = await destinations.preview(destination.id);
    expect(preview?.headers.map(({ name }) => name)).toEqual([
      ...['Content-Type', 'X-Idempotency-Key', 'webhook-id', 'webhook-timestamp', 'webhook-signature'],
    ]);
    expect(JSON.parse(preview?.body ?? '')).toMatchObject({ note: 'Look', isTest: false, rule: { name: 'A rule' } });
    expect(JSON.stringify(preview)).not.toMatch(/s3cretpath99/);
    expect(JSON.stringify(preview)).not.toContain(newKey?.slice(6));
    expect(receiver.deliveries).toEqual([]);
  });

  it('of a portal is a task', async () => {
    const { destination } = await saved({ kind: 'portal', address: portal.director('demo').webhookAddress() });
    const preview = await destinations.preview(destination.id);
    expect(JSON.parse(preview?.body ?? '')).toMatchObject({ fields: { responsibleId: 1 } });
    expect(JSON.stringify(preview)).not.toContain('k7demowebhook0000');
  });
});

describe('an agreement', () => {
  const agreeTo = (id: string, addressVersion: number) =>
    destinations.agree({ type: 'destination.agreed', id, addressVersion });

  it('is to the address that was shown, and is not noted for another one', async () => {
    const { destination } = await saved();
    const shown = await destinations.preview(destination.id);
    await saved({ id: destination.id, address: `${ADDRESS}x` });
    expect(await agreeTo(destination.id, shown?.addressVersion ?? 0)).toBe('changed');
    expect(await destinations.get(destination.id)).toMatchObject({ agreedAt: null });
    expect(await agree(destination.id)).toBe('agreed');
    expect((await destinations.get(destination.id))?.agreedAt).not.toBeNull();
  });

  it('is not noted for the first address either when it was changed there and back', async () => {
    const { destination } = await saved();
    const shown = await destinations.preview(destination.id);
    for (const address of [`${ADDRESS}x`, ADDRESS]) await saved({ id: destination.id, address });
    expect(await agreeTo(destination.id, shown?.addressVersion ?? 0)).toBe('changed');
  });

  it('is not noted when what is called has become a portal', async () => {
    const address = portal.director('demo').webhookAddress();
    const { destination } = await saved({ address });
    const shown = await destinations.preview(destination.id);
    await saved({ id: destination.id, address, kind: 'portal' });
    expect(await agreeTo(destination.id, shown?.addressVersion ?? 0)).toBe('changed');
  });

  it('stays good for what is changed beside the address', async () => {
    const { destination } = await saved();
    const shown = await destinations.preview(destination.id);
    await saved({ id: destination.id, address: null, name: 'Make', signingKey: 'new' });
    expect(await agreeTo(destination.id, shown?.addressVersion ?? 0)).toBe('agreed');
  });

  it('to what was removed meanwhile is none', async () => {
    const { destination } = await saved();
    await destinations.remove(destination.id);
    expect(await agreeTo(destination.id, 1)).toBe('gone');
    expect(await database.destinations.count()).toBe(0);
  });
});

describe('an example', () => {
  it('arrives signed and marked, after consent', async () => {
    const { destination, newKey } = await saved();
    expect(await destinations.test(destination.id)).toMatchObject({ kind: 'failed', problem: 'noConsent' });
    await agree(destination.id);
    receiver.signingKey = newKey;
    expect(await destinations.test(destination.id)).toMatchObject({ kind: 'done', status: 200 });
    expect(receiver.deliveries).toMatchObject([{ signature: 'right', path: '/hook/s3cretpath99' }]);
    expect(JSON.parse(receiver.deliveries[0]?.body ?? '')).toMatchObject({ isTest: true, note: words.example });
  });

  it('makes no task on a portal, and says whether one could be made', async () => {
    const director = portal.director('demo');
    const { destination } = await agreed({ kind: 'portal', address: director.webhookAddress() });
    expect(await destinations.test(destination.id)).toEqual({ kind: 'done', status: 200, answer: words.scopeFound });
    director.setTasks({ webhookScopes: ['user'] });
    expect(await destinations.test(destination.id)).toMatchObject({ kind: 'failed', answer: words.task.noScope });
    director.setTasks({ webhookKey: 'another0000' });
    expect(await destinations.test(destination.id)).toMatchObject({ kind: 'failed', answer: words.task.signedOut });
    expect(director.tasks()).toEqual([]);
  });
});
