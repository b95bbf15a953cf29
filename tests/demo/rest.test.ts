import { describe, expect, test } from 'vitest';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();

const SNAPSHOT = {
  c: 'imbot.network.chat.count',
  l: 'imbot.Network.Chat.list?limit=0',
  n: 'im.v2.Counter.get',
  u: 'user.admin',
};

describe('a batch over REST', () => {
  test('answers every command under its key, method names in any case', async () => {
    const { status, body } = await visit.visitor.batch(SNAPSHOT);
    expect(status).toBe(200);
    expect(Object.keys(body.result.result)).toEqual(['c', 'l', 'n', 'u']);
    expect(body.result.result.u).toBe(true);
  });

  test('tells "no errors" as an empty list, as PHP does', async () => {
    const { body } = await visit.visitor.batch(SNAPSHOT);
    expect(body.result.result_error).toEqual([]);
    expect(body.result.result_total).toEqual([]);
  });

  test('tells "no results" as an empty list too, and the errors under their keys', async () => {
    const { status, body } = await visit.visitor.batch({ a: 'no.such.method' });
    expect(status).toBe(200);
    expect(body.result.result).toEqual([]);
    expect(body.result.result_error.a.error).toBe('ERROR_METHOD_NOT_FOUND');
    expect(visit.director.unknownCalls()).toHaveLength(1);
  });

  test('goes on after an error, unless it is told to halt', async () => {
    const commands = { a: 'no.such.method', b: 'user.admin' };
    expect((await visit.visitor.batch(commands)).body.result.result).toEqual({ b: true });
    expect((await visit.visitor.batch(commands, { halt: '1' })).body.result.result).toEqual([]);
  });

  test('takes a JSON body as well', async () => {
    const headers = { 'Content-Type': 'application/json', 'X-Bitrix-Csrf-Token': visit.visitor.token };
    const body = JSON.stringify({ cmd: { u: 'user.admin' }, halt: 0 });
    const answer = await visit.visitor.ask('/rest/batch.json', { method: 'POST', headers, body });
    expect(JSON.parse(answer.text).result.result).toEqual({ u: true });
  });

  test('answers commands without names as a list', async () => {
    expect((await visit.visitor.batch({ 0: 'user.admin', 1: 'user.admin' })).body.result.result).toEqual([true, true]);
  });

  test('refuses more than fifty commands', async () => {
    const commands = Object.fromEntries(Array.from({ length: 51 }, (_, n) => [`c${n}`, 'user.admin']));
    expect((await visit.visitor.batch(commands)).body.error).toBe('ERROR_BATCH_LENGTH_EXCEEDED');
  });
});

describe('the session of a REST call', () => {
  test('a wrong token is refused with the right one in the answer', async () => {
    visit.director.expireToken();
    const refused = await visit.visitor.batch(SNAPSHOT);
    expect([refused.status, refused.body.error]).toEqual([401, 'session_failed']);
    visit.visitor.token = refused.body.sessid;
    expect((await visit.visitor.batch(SNAPSHOT)).status).toBe(200);
  });

  test('an expired session is "access denied", whatever the token', async () => {
    visit.director.expireSession();
    const { status, body } = await visit.visitor.batch(SNAPSHOT);
    expect([status, body.error, body.extended_error]).toEqual([401, 'access_denied', 'user_not_authorized']);
  });

  test('a call without any token has no authorisation at all', async () => {
    const { status, text } = await visit.visitor.ask('/rest/user.admin.json');
    expect([status, JSON.parse(text).error]).toEqual([401, 'NO_AUTH_FOUND']);
  });

  test('counts as activity of the user, unless it asks not to', async () => {
    const { lastActivity } = visit.director.state();
    await visit.visitor.batch(SNAPSHOT, { BX_LAST_ACTIVITY: 'N' });
    expect(visit.director.state().lastActivity).toBe(lastActivity);
    expect(visit.director.calls().at(-1)).toMatchObject({ refreshedActivity: false, cookie: true, token: true });
    await visit.visitor.batch(SNAPSHOT);
    expect(visit.director.calls().at(-1)?.refreshedActivity).toBe(true);
  });
});

describe('the dialogs', () => {
  test('count is a total with the closed ones and the main chat, not the number of open ones', async () => {
    const { body } = await visit.visitor.rest('imbot.Network.Chat.count');
    expect(body.result).toEqual({ count: 9, openSessionsLimit: 5, chatIdsWithCounters: [506] });
  });

  test('count may come from another administrator, the list does not', async () => {
    visit.director.reset({ countDrift: 4 });
    expect((await visit.visitor.rest('imbot.Network.Chat.count')).body.result.count).toBe(13);
    const { body } = await visit.visitor.rest('imbot.Network.Chat.list', { limit: '0' });
    expect(Object.keys(body.result.chats)).toHaveLength(9);
  });

  test('the main chat comes twice: once truly, once as closed and without a date', async () => {
    visit.director.reset({ mainChat: { status: 'open' } });
    const { body } = await visit.visitor.rest('imbot.Network.Chat.list', { limit: '0' });
    const main = body.result.multidialogs.filter((entry: { dialogId: string }) => entry.dialogId === '5');
    expect(main.map(({ status }: { status: string }) => status)).toEqual(['open', 'close']);
    expect(main[1].dateMessage).toBeNull();
    expect(main[0].chatId).toBe(main[1].chatId);
  });

  test('an unlimited list gives chats as an object by id, a page gives a list', async () => {
    const all = await visit.visitor.rest('imbot.Network.Chat.list', { limit: '0' });
    expect(all.body.result.chats['506']).toMatchObject({ id: 506, dialogId: 'chat506', type: 'support24Question' });
    expect(all.body.result.chats['506']).not.toHaveProperty('counter');
    const page = await visit.visitor.rest('imbot.Network.Chat.list', { limit: '2', offset: '1' });
    expect(page.body.result.chats).toHaveLength(2);
    expect(page.body.result.multidialogs).toHaveLength(2);
  });

  test('are sorted: not closed first, then the latest, undated last', async () => {
    const { body } = await visit.visitor.rest('imbot.Network.Chat.list', { limit: '0' });
    const order = body.result.multidialogs.map(
      ({ status, dialogId }: Record<string, string>) => `${dialogId} ${status}`,
    );
    expect(order.slice(0, 4)).toEqual(['chat506 open', 'chat507 new', 'chat505 open', 'chat504 open']);
    expect(order.at(-1)).toBe('5 close');
  });

  test('unread numbers come by chat, and as an empty list when there are none', async () => {
    expect((await visit.visitor.rest('im.v2.Counter.get')).body.result.chat).toEqual({ '420': 1, '506': 2 });
    await visit.visitor.ajax('im.v2.Chat.read', { dialogId: 'chat506' });
    await visit.visitor.ajax('im.v2.Chat.read', { dialogId: '1002' });
    expect((await visit.visitor.rest('im.v2.Counter.get')).body.result.chat).toEqual([]);
  });

  test('a portal without the support bot answers "unknown bot" inside the batch', async () => {
    visit.director.reset({ supportBot: false });
    const { status, body } = await visit.visitor.batch(SNAPSHOT);
    expect(status).toBe(200);
    expect(body.result.result_error.c.error).toBe('UNKNOWN_BOT');
    expect(body.result.result.u).toBe(true);
  });
});

describe('the roles', () => {
  test.each([
    ['administrator', true],
    ['integrator', true],
    ['employee', false],
  ] as const)('to a question for rights the portal answers an %s: %s', async (role, isAdmin) => {
    visit.director.setRole(role);
    expect((await visit.visitor.rest('user.admin')).body.result).toBe(isAdmin);
    const { body } = await visit.visitor.rest('imbot.support24.question.config.get');
    expect(body.result.canAskQuestion).toBe(isAdmin);
  });
});

describe('renaming', () => {
  const rename = (title: string, dialogId = 'chat506') =>
    visit.visitor.rest('im.chat.updateTitle', { DIALOG_ID: dialogId, TITLE: title });
  const titleOf = (dialogId: string) =>
    visit.director.state().dialogs.find((dialog) => dialog.dialogId === dialogId)?.title;

  test('trims and cuts the name without a word', async () => {
    expect((await rename(`  ${'x'.repeat(300)}`)).body.result).toBe(true);
    expect(titleOf('chat506')).toBe('x'.repeat(255));
  });

  test('finds "0" empty, and the main chat without an id', async () => {
    expect((await rename('0')).body.error).toBe('TITLE_EMPTY');
    expect((await rename('Main', '5')).body.error).toBe('DIALOG_ID_EMPTY');
  });

  test('says "done" when nothing has changed', async () => {
    const before = titleOf('chat506') ?? '';
    expect((await rename(before)).body.result).toBe(true);
  });

  test('says "done" although the right is missing, and keeps the old name', async () => {
    visit.director.reset({ takesRenames: false });
    const before = titleOf('chat506');
    expect((await rename('Mail')).body.result).toBe(true);
    expect(titleOf('chat506')).toBe(before);
  });
});
