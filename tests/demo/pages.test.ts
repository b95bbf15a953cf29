import { beforeEach, describe, expect, test, vi } from 'vitest';
import { startPortal } from '../../demo/portal.ts';
import { eachWithVisitor, Visitor } from './visitor.ts';

const visit = eachWithVisitor({ opensPage: false });

const userIdIn = (text: string) => /"USER_ID":"(\d*)"/.exec(text)?.[1];

describe('a page', () => {
  test('carries the user, the language and the token, and lets only its own scripts run', async () => {
    const { text, headers } = await visit.visitor.open('/stream/');
    expect(userIdIn(text)).toBe('1');
    expect(text).toContain('"LANGUAGE_ID":"ru"');
    const nonce = /script nonce="([^"]+)"/.exec(text)?.[1];
    expect(headers['content-security-policy']).toContain(`'nonce-${nonce}'`);
  });

  test('never names its own origin, so that any port will do', async () => {
    for (const path of ['/stream/', '/online/', '/__director/']) {
      expect((await visit.visitor.open(path)).text).not.toContain('https://');
    }
  });

  test('after the session has expired leads to the sign-in form, which knows no user', async () => {
    await visit.visitor.open();
    visit.director.expireSession();
    const refused = await visit.visitor.open('/online/?IM_DIALOG=5');
    expect([refused.status, refused.headers.location]).toEqual([302, '/auth/?backurl=%2Fonline%2F%3FIM_DIALOG%3D5']);
    const login = await visit.visitor.open(String(refused.headers.location));
    expect(userIdIn(login.text)).toBe('');
    const entered = await visit.visitor.ask('/auth/?login=yes&backurl=/online/', { method: 'POST' });
    expect(entered.headers['set-cookie']).toBeDefined();
  });

  test('the sign-in form sends nobody to another host', async () => {
    const entered = await visit.visitor.ask('/auth/?login=yes&backurl=//elsewhere.test/', { method: 'POST' });
    expect(entered.headers.location).toBe('/stream/');
  });

  test('in a slider has no frame of the portal', async () => {
    const { text } = await visit.visitor.open('/stream/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER');
    expect(text).not.toContain('app__left-menu');
    expect(userIdIn(text)).toBe('1');
  });

  test('with the old messenger has other scripts', async () => {
    visit.director.setMessenger('v1');
    const { text } = await visit.visitor.open('/online/');
    expect(text).toContain('old-messenger.js');
    expect(text).not.toContain('messenger/launch.js');
  });
});

describe('the hosts', () => {
  test('the second portal has its own state, language and bot', async () => {
    const second = new Visitor(visit.portal, 'second');
    const { text } = await second.open();
    expect(text).toContain('"LANGUAGE_ID":"en"');
    visit.director.setLimit(2);
    expect((await second.rest('imbot.Network.Chat.count')).body.result.openSessionsLimit).toBe(5);
    expect(visit.portal.director('second').state().dialogs[0]?.dialogId).toBe('12');
  });

  test('a host that is no portal answers a page without BX', async () => {
    const { status, text } = await visit.visitor.ask('/', { headers: { Host: 'www.bitrix24.ru' } });
    expect(status).toBe(200);
    expect(text).not.toContain('BX');
  });
});

describe('the director over HTTP', () => {
  const order = async (operation: string, body: unknown = {}) => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await visit.visitor.ask(`/__director/api/${operation}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    return { status: answer.status, body: JSON.parse(answer.text) };
  };

  test('plays the same operations', async () => {
    const { body } = await order('openDialog', { title: 'Seventh', unread: 1 });
    await order('setLimit', { limit: 2, push: false });
    const state = (await order('state')).body;
    expect(state.limit).toBe(2);
    expect(state.dialogs.at(-1)).toMatchObject({
      dialogId: body.dialogId,
      title: 'Seventh',
      unread: 1,
      status: 'open',
    });
  });

  test('says what is wrong with an order', async () => {
    expect((await order('dance')).body.error).toContain('openDialog');
    expect(await order('reply', { dialogId: 'chat1' })).toMatchObject({ status: 400 });
  });
});

describe('a failure', () => {
  beforeEach(() => visit.visitor.open());

  test('strikes as often as it was told, and only what it was told', async () => {
    visit.director.fault({ kind: '500', match: 'Counter.get', times: 1 });
    expect((await visit.visitor.rest('user.admin')).status).toBe(200);
    const failed = await visit.visitor.ask('/rest/im.v2.counter.get.json', { method: 'POST' });
    expect([failed.status, failed.text]).toEqual([500, '<h1>Internal Server Error</h1>']);
    expect((await visit.visitor.rest('im.v2.Counter.get')).status).toBe(200);
  });

  test('can be a page instead of JSON, or JSON of no known shape', async () => {
    visit.director.fault({ kind: 'html', times: 1 });
    await expect(visit.visitor.rest('user.admin')).rejects.toThrow('JSON');
    visit.director.fault({ kind: 'wrongShape', times: 1 });
    expect((await visit.visitor.batch({ u: 'user.admin' })).body.result).toEqual({ result: 'ok' });
  });

  test('can cut the answer off', async () => {
    visit.director.fault({ kind: 'cutOff', times: 1 });
    await expect(visit.visitor.rest('user.admin')).rejects.toThrow();
    expect(visit.director.calls().at(-1)?.outcome).toBe('cutOff');
  });

  test('can be slow', async () => {
    visit.director.fault({ kind: 'slow', ms: 80, times: 1 });
    const started = Date.now();
    expect((await visit.visitor.rest('user.admin')).status).toBe(200);
    expect(Date.now() - started).toBeGreaterThanOrEqual(75);
  });
});

test('closing ends open connections and calls that would never be answered', async () => {
  const other = await startPortal();
  const guest = new Visitor(other);
  await guest.open();
  const { socket } = await guest.listen();
  const gone = new Promise((resolve) => socket.once('close', resolve));
  other.director('demo').fault({ kind: 'timeout' });
  const hanging = guest.rest('user.admin');
  hanging.catch(() => undefined);
  await vi.waitFor(() => expect(other.director('demo').calls().at(-1)?.outcome).toBe('timeout'));
  await other.close();
  await gone;
  await expect(hanging).rejects.toThrow();
});
