import { describe, expect, test } from 'vitest';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();

const MAIN = { chatId: '440', dialogId: '5' };
const idsOf = (answer: { body: { result: { messages: { id: number }[] } } }) =>
  answer.body.result.messages.map(({ id }) => id);
const isSorted = (ids: number[], sign: 1 | -1) => ids.every((id, n) => n === 0 || (id - (ids[n - 1] ?? 0)) * sign > 0);

describe('messages of a chat', () => {
  const tail = (params: Record<string, string> = {}) =>
    visit.visitor.rest('im.v2.Chat.Message.tail', { chatId: MAIN.chatId, ...params });

  test('come latest first, with their buttons, and stay unread', async () => {
    visit.director.reset({ mainChat: { unread: 3 } });
    visit.director.askForAccess();
    const answer = await tail({ limit: '2' });
    expect(isSorted(idsOf(answer), -1)).toBe(true);
    expect(answer.body.result.messages[0].params.KEYBOARD).toHaveLength(2);
    expect(answer.body.result.hasNextPage).toBe(true);
    expect(answer.body.result.users.find(({ id }: { id: number }) => id === 5).botData.code).toBe('network_cloud');
    expect((await visit.visitor.rest('im.v2.Counter.get')).body.result.chat['440']).toBe(4);
  });

  test('go on from an id: downwards by default, upwards in rising order', async () => {
    const all = idsOf(await tail());
    const [latest = 0, before = 0] = all;
    expect(idsOf(await tail({ 'filter[lastId]': String(latest) }))[0]).toBe(before);
    const rising = await tail({ 'order[id]': 'asc', 'filter[lastId]': String(before) });
    expect(idsOf(rising)).toEqual([latest]);
    expect(rising.body.result.hasNextPage).toBe(false);
  });

  test('a page that is just full claims that there is more', async () => {
    const all = idsOf(await tail());
    expect((await tail({ limit: String(all.length) })).body.result.hasNextPage).toBe(true);
  });

  test('the list is the surroundings of the first unread one, whatever filter is sent along', async () => {
    visit.director.reset({ mainChat: { unread: 5 } });
    const list = await visit.visitor.rest('im.v2.Chat.Message.list', {
      chatId: MAIN.chatId,
      limit: '1',
      'filter[lastId]': '1',
    });
    expect(list.body.result.messages.map(({ unread }: { unread: boolean }) => unread)).toEqual([true, false]);
    expect(list.body.result).toMatchObject({ hasPrevPage: false, hasNextPage: true });
  });

  test('may be unknown over REST and known as an ajax action', async () => {
    visit.director.reset({ access: { messagesOverRest: false } });
    const { status, body } = await tail();
    expect([status, body.error]).toEqual([404, 'ERROR_METHOD_NOT_FOUND']);
    const batch = await visit.visitor.batch({ t: `im.v2.Chat.Message.tail?chatId=${MAIN.chatId}` });
    expect(batch.body.result.result_error.t.error).toBe('ERROR_METHOD_NOT_FOUND');
    const ajax = await visit.visitor.ajax('im.v2.Chat.Message.tail', { chatId: MAIN.chatId });
    expect(ajax.body.status).toBe('success');
  });

  test('are loaded around one of them, and not at all around one that is gone', async () => {
    const [{ messageId } = { messageId: 0 }] = visit.director.imitateRequest({ count: 60 });
    const load = () =>
      visit.visitor.ajax('im.v2.Chat.loadInContext', { messageId: String(messageId), messageLimit: '10' });
    const { data } = (await load()).body;
    expect(data.messages).toHaveLength(11);
    expect([data.messages[0].id, data.hasPrevPage, data.hasNextPage]).toEqual([messageId, false, true]);
    visit.director.deleteMessage({ messageId, completely: true });
    expect((await load()).body.errors[0].code).toBe('MESSAGE_NOT_FOUND');
  });
});

describe('messages of a dialog, the old way', () => {
  const get = (params: Record<string, string> = {}) =>
    visit.visitor.rest('im.dialog.messages.get', { DIALOG_ID: MAIN.dialogId, ...params });

  test('come latest first with authors, in lower case but for their parameters', async () => {
    visit.director.askForAccess();
    const { body } = await get();
    expect(body.result.chat_id).toBe(440);
    expect(body.result.messages[0]).toMatchObject({ author_id: 5, unread: true });
    expect(body.result.messages[0].params.KEYBOARD[0].COMMAND).toBe('supportAccess');
    expect(body.result.users.find(({ id }: { id: number }) => id === 5).bot_data.app_id).toBe('');
    expect((await get({ LIMIT: '500' })).body.result.messages.length).toBeLessThanOrEqual(50);
  });

  test('empty parameters are a list, as PHP has it', async () => {
    const { body } = await visit.visitor.rest('im.dialog.messages.get', { DIALOG_ID: '1002' });
    expect(body.result.messages[0].params).toEqual([]);
  });

  test('older ones fall from LAST_ID, newer ones rise from FIRST_ID', async () => {
    const [latest = 0, before = 0] = idsOf(await get());
    expect(idsOf(await get({ LAST_ID: String(latest) }))[0]).toBe(before);
    visit.director.askForAccess();
    const newer = idsOf(await get({ FIRST_ID: String(before) }));
    expect(newer[0]).toBe(latest);
    expect(isSorted(newer, 1)).toBe(true);
  });

  test('with more unread than a page takes it begins at the first unread one, and nothing becomes read', async () => {
    visit.director.reset({ mainChat: { unread: 30 } });
    const read = (await get({ LIMIT: '50' })).body.result.messages;
    const firstUnread = read.findLast(({ unread }: { unread: boolean }) => unread).id;
    const [copy] = visit.director.askForAccess();
    const page = await get({ LIMIT: '10' });
    expect(idsOf(page)).toContain(firstUnread);
    expect(idsOf(page)).not.toContain(copy?.messageId);
    expect((await visit.visitor.rest('im.v2.Counter.get')).body.result.chat['440']).toBe(31);
  });

  test('say which dialog is wrong', async () => {
    expect((await get({ DIALOG_ID: 'x' })).body.error).toBe('DIALOG_ID_EMPTY');
    const refused = await get({ DIALOG_ID: '4711' });
    expect([refused.status, refused.body.error]).toEqual([403, 'ACCESS_ERROR']);
  });
});

describe('the list of chats', () => {
  const items = async () => (await visit.visitor.rest('im.recent.list', { SKIP_OPENLINES: 'Y' })).body.result.items;
  const itemOf = async (id: number | string) => (await items()).find((item: { id: number | string }) => item.id === id);

  test('has the support, the assistant, the chat of all administrators, a colleague and a group', async () => {
    const ids = (await items()).map(({ id }: { id: number | string }) => id);
    expect(ids).toEqual(expect.arrayContaining([5, 7, 'chat460', 1002, 'chat410']));
    expect((await itemOf(7)).user.bot_data).toMatchObject({ code: 'marta', app_id: '', type: 'bot' });
    expect((await itemOf('chat460')).chat).toMatchObject({ entity_type: 'SUPPORT24_NOTIFIER' });
  });

  test('shows of the last message whether something is attached, and never its buttons', async () => {
    const [copy] = visit.director.askForAccess();
    const { message } = await itemOf(5);
    expect(message).toMatchObject({ id: copy?.messageId, author_id: 5, attach: false });
    expect(message.params).toEqual([]);
    visit.director.answerAccess({ messageId: copy?.messageId ?? 0, answer: 'allow' });
    expect((await itemOf(5)).message.attach).toBe(true);
  });

  test('names the person of the support who wrote last, unless it is told not to', async () => {
    expect((await itemOf('chat506')).message.params).toMatchObject({ USER_ID: '777' });
    visit.director.reset({ listNamesOperators: false });
    expect((await itemOf('chat506')).message).not.toHaveProperty('params');
  });
});

describe('people', () => {
  test('in the list of employees are neither bots nor the people of the vendor nor integrators', async () => {
    visit.director.signIn({ kind: 'controller' });
    visit.director.addIntegrator();
    visit.director.signIn({ kind: 'employee', userId: 1050 });
    const { body } = await visit.visitor.rest('user.get');
    const ids = body.result.map(({ ID }: { ID: string }) => ID);
    expect(ids).toEqual(['1', '1001', '1002', '1050']);
    expect(body.total).toBe(4);
    const some = await visit.visitor.rest('user.get', { 'FILTER[ID][0]': '9001', 'FILTER[ID][1]': '1050' });
    expect(some.body.result).toHaveLength(1);
  });

  test('the list of employees comes in pages of fifty, in a batch as well', async () => {
    for (let n = 0; n < 60; n += 1) visit.director.signIn({ userId: 2000 + n });
    const { body } = await visit.visitor.rest('user.get');
    expect([body.result.length, body.next, body.total]).toEqual([50, 50, 63]);
    const batch = await visit.visitor.batch({ a: 'user.get?start=50', b: 'user.admin' });
    expect(batch.body.result.result.a).toHaveLength(13);
    expect(batch.body.result.result_total).toEqual({ a: 63 });
  });

  test('one by one anybody is told, with what made the account', async () => {
    visit.director.signIn({ kind: 'controller' });
    const controller = await visit.visitor.rest('im.user.get', { ID: '9001' });
    expect(controller.body.result).toMatchObject({ external_auth_id: '__controller', bot_data: null });
    expect((await visit.visitor.rest('im.user.get', { ID: '7' })).body.result.bot_data.code).toBe('marta');
    expect((await visit.visitor.rest('im.user.get', { ID: '4711' })).body.error).toBe('USER_NOT_EXISTS');
  });

  test('in a list of ids nobody is null', async () => {
    const asText = await visit.visitor.rest('im.user.list.get', { ID: '[5, 4711]' });
    expect(asText.body.result['5'].bot_data.code).toBe('network_cloud');
    expect(asText.body.result['4711']).toBeNull();
    const asList = await visit.visitor.rest('im.user.list.get', { 'ID[0]': '1001' });
    expect(Object.keys(asList.body.result)).toEqual(['1001']);
    expect((await visit.visitor.rest('im.user.list.get')).body.error).toBe('INVALID_FORMAT');
  });

  test('the parameters of the help window tell rights, bot and partner; they are for pages only', async () => {
    const queryOf = async () => {
      const { body } = await visit.visitor.ajax('ui.infoHelper.getInitParams', { currentUrl: '/stream/' });
      return new URL(body.data.frameUrlTemplate).searchParams;
    };
    visit.director.setRole('integrator');
    const { messageId } = visit.director.askForPartner({ name: 'Юг' });
    const asked = Object.fromEntries(await queryOf());
    expect(asked).toMatchObject({ is_admin: '1', is_integrator: '1', is_cloud: '1', support_bot: '5' });
    expect(asked.support_partner_name).toBe('Юг');
    visit.director.answerPartner({ messageId, answer: 'decline' });
    expect((await queryOf()).get('support_partner_name')).toBe('');
    visit.director.reset({ access: { paidSupport: false } });
    expect((await queryOf()).get('support_bot')).toBe('0');
    expect((await visit.visitor.rest('ui.infoHelper.getInitParams')).status).toBe(404);
  });
});

describe('notifications', () => {
  const list = async () => (await visit.visitor.rest('im.notify.get')).body.result;

  test('without any the answer lacks everything else', async () => {
    expect(await list()).toEqual({ notifications: [], users: [] });
  });

  test('a request among them has its buttons in a text, in the event in a list', async () => {
    const live = await visit.visitor.listen();
    const [copy] = visit.director.askForAccess({ from: 'notification' });
    expect(copy?.dialogId).toBe('notify');
    const { params } = await live.next('notifyAdd');
    expect(params).toMatchObject({ id: copy?.messageId, type: 1, userId: 5 });
    expect(params.buttons.map(({ VALUE }: { VALUE: string }) => VALUE)).toEqual(['Y', 'N']);
    const [notification] = (await list()).notifications;
    expect(notification).toMatchObject({
      id: copy?.messageId,
      notify_type: 1,
      notify_module: 'bitrix24',
      author_id: 5,
    });
    expect(JSON.parse(notification.notify_buttons)[0]).toMatchObject({
      COMMAND: 'notifyConfirm',
      COMMAND_PARAMS: `${copy?.messageId}|Y`,
    });
    live.socket.terminate();
  });

  test('an answer takes it out of the list and is told', async () => {
    const live = await visit.visitor.listen();
    const [copy] = visit.director.askForAccess({ from: 'notification' });
    const answer = { NOTIFY_ID: String(copy?.messageId), NOTIFY_VALUE: 'Y' };
    const { body } = await visit.visitor.rest('im.notify.confirm', answer);
    expect(body.result.result_message).toEqual(['Вы выбрали: «Разрешить»']);
    expect((await live.next('notifyConfirm')).params).toMatchObject({ id: copy?.messageId, counter: 0 });
    expect((await list()).notifications).toEqual([]);
    expect(visit.director.state().access.requests[0]?.state).toBe('granted');
    live.socket.terminate();
  });

  test('a newcomer who wants in looks much the same', async () => {
    visit.director.announceUser({ name: 'Вера' });
    const [notification] = (await list()).notifications;
    expect(notification).toMatchObject({ notify_type: 1, notify_module: 'bitrix24' });
    expect(notification.notify_tag).toMatch(/^BITRIX24\|REGISTER\|\d+\|/);
  });

  test('go on from an id only together with its type', async () => {
    visit.director.announceUser();
    const { body } = await visit.visitor.rest('im.notify.get', { LAST_ID: '1' });
    expect(body.error).toBe('LAST_ID_AND_LAST_TYPE');
  });
});
