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
