/** Calls of webhooks against a real HTTPS server. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { callWebhook, LARGEST_BODY, type WebhookCall } from '../../../core/rules/webhook-call.ts';
import { newSigningKey } from '../../../platform/signing.ts';
import { type TestOutside, testOutside } from '../../receiver/outside.ts';
import { Receiver } from '../../receiver/receiver.ts';

let receiver: Receiver;
let outside: TestOutside;
beforeAll(async () => {
  receiver = await Receiver.start();
});
afterAll(() => receiver.close());
beforeEach(() => {
  outside = testOutside();
});
afterEach(() => receiver.reset());

const call = (changes: Partial<WebhookCall> = {}) =>
  callWebhook(
    {
      ...{ address: `${receiver.origin}/hook/s3cretpath99`, signingKey: '', knowsKeys: false, key: 'a1b2' },
      ...{ body: '{"note":"Привет"}', ...changes },
    },
    outside,
  );

describe('a call of a webhook', () => {
  it('is posted as JSON, signed with the shared key, under the key of the run', async () => {
    receiver.signingKey = newSigningKey();
    const outcome = await call({ signingKey: receiver.signingKey });
    expect(outcome).toEqual({ kind: 'done', status: 200, answer: 'ok' });
    const [delivery] = receiver.deliveries;
    expect(delivery).toMatchObject({ method: 'POST', body: '{"note":"Привет"}', key: 'a1b2', signature: 'right' });
    expect(delivery?.headers).toMatchObject({ 'content-type': 'application/json', 'webhook-id': 'a1b2' });
  });

  it('with another key is turned away, and nothing is done', async () => {
    receiver.signingKey = newSigningKey();
    expect(await call({ signingKey: newSigningKey() })).toMatchObject({
      kind: 'failed',
      problem: 'refused',
      status: 401,
    });
    expect(receiver.deliveries[0]?.signature).toBe('wrong');
    expect(receiver.done.size).toBe(0);
  });

  it('is signed with the time of the attempt: what was caught on the way is of no use later', async () => {
    receiver.signingKey = newSigningKey();
    outside.time -= 6 * 60_000;
    await call({ signingKey: receiver.signingKey });
    expect(receiver.deliveries[0]?.signature).toBe('old');
    outside.time = Date.now();
    await call({ signingKey: receiver.signingKey });
    expect(receiver.deliveries[1]?.signature).toBe('right');
  });

  it('carries no cookies, tells no page it comes from, follows nothing and keeps nothing', async () => {
    await call();
    expect(outside.fetched[0]?.init).toMatchObject({
      ...{ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer', cache: 'no-store' },
    });
  });

  it('does not leave while the computer is offline, and may be tried again', async () => {
    outside.online = false;
    expect(await call()).toEqual({ kind: 'retry', problem: 'offline', status: null, after: null });
    expect(receiver.deliveries).toEqual([]);
  });

  it('with more than 64 kB does not leave', async () => {
    expect(await call({ body: 'я'.repeat(LARGEST_BODY / 2 + 1) })).toMatchObject({
      kind: 'failed',
      problem: 'tooLarge',
    });
    expect(await call({ body: 'я'.repeat(LARGEST_BODY / 2) })).toMatchObject({ kind: 'done' });
    expect(receiver.deliveries).toHaveLength(1);
  });
});

describe('an answer that is no success', () => {
  it('429 and 503 are tried again, not before the server has asked for it', async () => {
    receiver.next(
      { kind: 'error', status: 429, retryAfter: '90' },
      { kind: 'error', status: 503, retryAfter: '999999999' },
    );
    expect(await call()).toEqual({ kind: 'retry', problem: 'tooManyRequests', status: 429, after: 90_000 });
    expect(await call()).toEqual({ kind: 'retry', problem: 'unavailable', status: 503, after: 86_400_000 });
  });

  it('500 is nobody knows, unless the receiver knows keys', async () => {
    receiver.next({ kind: 'error', status: 500 }, { kind: 'error', status: 502 });
    expect(await call()).toEqual({ kind: 'uncertain', problem: 'serverError' });
    expect(await call({ knowsKeys: true })).toMatchObject({ kind: 'retry', problem: 'serverError', status: 502 });
  });

  it.each([400, 401, 404, 409, 410, 422])('%i is no', async (status) => {
    receiver.next({ kind: 'error', status, text: 'no such thing' });
    expect(await call({ knowsKeys: true })).toEqual({
      kind: 'failed',
      problem: 'refused',
      status,
      answer: 'no such thing',
    });
  });

  it.each([301, 302, 307, 308] as const)('%i leads nowhere and is not tried again', async (status) => {
    receiver.next({ kind: 'redirect', status, to: `${receiver.origin}/other` });
    expect(await call({ knowsKeys: true })).toMatchObject({ kind: 'failed', problem: 'redirected' });
    expect(receiver.deliveries).toHaveLength(1);
  });
});

describe('a call without an answer', () => {
  it.each(['cutBefore', 'cutAfter'] as const)('(%s) is nobody knows, unless the receiver knows keys', async (kind) => {
    receiver.usually({ kind });
    expect(await call()).toEqual({ kind: 'uncertain', problem: 'network' });
    expect(await call({ knowsKeys: true })).toMatchObject({ kind: 'retry', problem: 'network' });
  });

  it('is given up in time', async () => {
    outside.patience = 150;
    receiver.usually({ kind: 'slow' });
    expect(await call()).toEqual({ kind: 'uncertain', problem: 'timeout' });
    expect(await call({ knowsKeys: true })).toMatchObject({ kind: 'retry', problem: 'timeout' });
  });

  it('repeated with its key is done once', async () => {
    receiver.next({ kind: 'cutAfter' });
    await call({ knowsKeys: true });
    expect(await call({ knowsKeys: true })).toMatchObject({ kind: 'done' });
    expect(receiver.deliveries.map(({ wasDone }) => wasDone)).toEqual([true, false]);
    expect(receiver.done.get('a1b2')).toBe(1);
  });
});

describe('what is kept of an answer', () => {
  it('is its beginning, however long it is', async () => {
    receiver.next({ kind: 'large', bytes: 5_000_000 });
    const outcome = await call();
    expect(outcome).toEqual({ kind: 'done', status: 200, answer: 'x'.repeat(200) });
  });

  it('is short where the rest never comes, and the status counts', async () => {
    outside.patience = 300;
    receiver.next({ kind: 'endless' });
    expect(await call()).toEqual({ kind: 'done', status: 200, answer: 'beginning' });
  });

  it('holds no control characters and no secrets, the own ones included', async () => {
    const signingKey = newSigningKey();
    const text = `a\u0000b\u001b[31m password: Xk3!pQ9zL ${signingKey} /hook/s3cretpath99 s3cretpath99`;
    receiver.next({ kind: 'ok', text });
    const outcome = await call({ signingKey });
    const answer = outcome.kind === 'done' ? outcome.answer : '';
    expect(answer).not.toMatch(/\p{Cc}/u);
    for (const secret of [signingKey, signingKey.slice(6), 's3cretpath99', 'Xk3!pQ9zL'])
      expect(answer).not.toContain(secret);
  });
});
