import { beforeEach, describe, expect, test } from 'vitest';
import { eachWithVisitor, Visitor } from './visitor.ts';

const visit = eachWithVisitor();
let live: Awaited<ReturnType<Visitor['listen']>>;

beforeEach(async () => {
  live?.socket.terminate();
  live = await visit.visitor.listen();
});

const requests = () => visit.director.state().access.requests;
const copyOf = (messageId: number) =>
  requests()
    .flatMap(({ copies }) => copies)
    .find((copy) => copy.messageId === messageId);

/** Presses a button as the messenger does: a form with upper-case names. */
const press = (messageId: number, dialogId: string, n = 0, changes: Record<string, string> = {}) => {
  const keyboard = copyOf(messageId)?.params.KEYBOARD as Record<string, unknown>[];
  const { BOT_ID, COMMAND, COMMAND_PARAMS } = keyboard[n] ?? {};
  return visit.visitor.rest('im.message.command', {
    MESSAGE_ID: String(messageId),
    DIALOG_ID: dialogId,
    BOT_ID: String(BOT_ID),
    COMMAND: String(COMMAND),
    COMMAND_PARAMS: String(COMMAND_PARAMS),
    ...changes,
  });
};

describe('a request for access', () => {
  test('comes by itself to nobody', () => {
    expect(requests()).toEqual([]);
  });

  test('arrives in the main chat with two buttons in upper case, and its author is the support bot', async () => {
    const [copy] = visit.director.askForAccess();
    const { params } = await live.next('message');
    expect(copy).toEqual({ messageId: params.message.id, dialogId: '5' });
    expect(params).toMatchObject({ dialogId: 5, counter: 1, message: { senderId: 5, system: 'N' } });
    expect(params.users[5].bot_data).toMatchObject({ code: 'network_cloud', type: 'support24', app_id: '' });
    expect(params.message.text).toContain('на 21 день');
    expect(params.message.params.KEYBOARD).toMatchObject([
      { BOT_ID: 5, TYPE: 'BUTTON', COMMAND: 'supportAccess', TEXT: 'Разрешить', BLOCK: 'Y', DISPLAY: 'LINE' },
      { BOT_ID: 5, TYPE: 'BUTTON', COMMAND: 'supportAccess', TEXT: 'Отклонить', BLOCK: 'Y', DISPLAY: 'LINE' },
    ]);
    expect(params.message.params.KEYBOARD[0]).not.toHaveProperty('BG_COLOR_TOKEN');
  });

  test('may come from the assistant, who belongs to no application', async () => {
    expect(visit.director.askForAccess({ from: 'assistant' })).toMatchObject([{ dialogId: '7' }]);
    const { params } = await live.next('message');
    expect(params.users[7].bot_data).toMatchObject({ code: 'marta', type: 'bot', app_id: '', is_hidden: false });
    expect(params.message.params.KEYBOARD[0].BOT_ID).toBe(7);
  });

  test('may come to two chats at once, or to the chat of all administrators', async () => {
    expect(visit.director.askForAccess({ from: 'both' }).map(({ dialogId }) => dialogId)).toEqual(['5', '7']);
    expect(requests()).toHaveLength(1);
    const [copy] = visit.director.askForAccess({ from: 'notifier' });
    const { params } = await live.next('messageChat');
    expect(params.dialogId).toBe(copy?.dialogId);
    const chat = params.chat[params.chatId];
    expect([chat.type, chat.entity_type]).toEqual(['support24Notifier', 'SUPPORT24_NOTIFIER']);
  });

  test.each([
    [7, 'на 7 дней'],
    ['3 недели', 'на 3 недели'],
    [null, 'Разрешить доступ?'],
  ])('for %s says "%s"', async (days, words) => {
    visit.director.askForAccess({ days });
    expect((await live.next('message')).params.message.text).toContain(words);
  });

  test('is written in the language of the user', async () => {
    const director = visit.portal.director('second');
    director.reset();
    const second = new Visitor(visit.portal, 'second');
    await second.open();
    const heard = await second.listen();
    director.askForAccess({ from: 'assistant', days: 1 });
    const { params } = await heard.next('message');
    expect([params.dialogId, params.users[14].name]).toEqual([14, 'Mia']);
    expect(params.message.text).toContain('for 1 day?');
    heard.socket.terminate();
  });

  test('can have any text, parameters of any style, buttons in another order, in lines or of an unknown command', async () => {
    visit.director.askForAccess({ text: 'Access?', commandParams: 'opaque', buttons: 'denyFirst' });
    const { text, params } = (await live.next('message')).params.message;
    expect(text).toBe('Access?');
    expect(params.KEYBOARD.map(({ TEXT }: { TEXT: string }) => TEXT)).toEqual(['Отклонить', 'Разрешить']);
    expect(params.KEYBOARD[0].COMMAND_PARAMS).toMatch(/^[0-9a-f]{16}$/);
    visit.director.askForAccess({ buttons: 'lines', commandParams: 'json' });
    const lines = (await live.next('message')).params.message.params.KEYBOARD;
    expect(lines.map(({ TYPE }: { TYPE: string }) => TYPE)).toEqual(['BUTTON', 'NEWLINE', 'BUTTON']);
    visit.director.askForAccess({ buttons: 'unknownCommand', buttonsOf: 'assistant' });
    const [unknown] = (await live.next('message')).params.message.params.KEYBOARD;
    expect(unknown).toMatchObject({ COMMAND: 'supportVisit', BOT_ID: 7 });
  });

  test('can be written in the name of a person, with the number of the question', async () => {
    visit.director.askForAccess({ byPerson: true, ticket: '48213' });
    const { senderId, params } = (await live.next('message')).params.message;
    expect(senderId).toBe(5);
    expect(params).toMatchObject({ NAME: 'Алексей', USER_ID: '777', IMOL_SID: '48213' });
  });

  test('can stand there from the start, of another day', async () => {
    visit.director.reset({ access: { requests: [{ days: 7, at: '2026-01-02T09:00:00Z' }] } });
    const [copy] = requests()[0]?.copies ?? [];
    expect(copy?.dialogId).toBe('5');
    const { body } = await visit.visitor.rest('im.dialog.messages.get', { DIALOG_ID: '5', LIMIT: '1' });
    expect(body.result.messages[0]).toMatchObject({ id: copy?.messageId, date: '2026-01-02T12:00:00+03:00' });
  });

  test('never reaches an employee', () => {
    visit.director.setRole('employee');
    expect(visit.director.askForAccess({ from: 'both' })).toEqual([]);
  });

  test('from an assistant that is not there is an error of whoever asks', () => {
    visit.director.reset({ access: { assistant: false } });
    expect(() => visit.director.askForAccess({ from: 'assistant' })).toThrow('assistant');
  });
});

describe('a press of its button', () => {
  test('as a form is answered with true; the new buttons and a box come as an event, with these parameters alone', async () => {
    const [copy] = visit.director.askForAccess({ ticket: '48213' });
    const { messageId = 0 } = copy ?? {};
    expect((await press(messageId, '5')).body.result).toBe(true);
    const { params } = await live.next('messageParamsUpdate');
    expect(params).toMatchObject({ id: messageId, type: 'private', fromUserId: 5 });
    expect(Object.keys(params.params)).toEqual(['KEYBOARD', 'ATTACH']);
    expect(params.params.KEYBOARD).toMatchObject([{ TEXT: 'Отменить доступ', COMMAND: 'supportAccess' }]);
    expect(params.params.ATTACH).toMatchObject([{ COLOR: '#aac337', COLOR_TOKEN: 'base' }]);
    expect(requests()[0]?.state).toBe('granted');
    await press(messageId, '5');
    expect((await live.next('messageParamsUpdate')).params.params.KEYBOARD).toBe('N');
    expect(requests()[0]?.state).toBe('ended');
  });

  test('in a batch, as JSON or in lower case is answered with true, and nothing happens', async () => {
    const [{ messageId } = { messageId: 0 }] = visit.director.askForAccess();
    const fields = { MESSAGE_ID: String(messageId), DIALOG_ID: '5', BOT_ID: '5', COMMAND: 'supportAccess' };
    const command = { ...fields, COMMAND_PARAMS: 'allow|7001' };
    const batch = await visit.visitor.batch({ c: `im.message.command?${new URLSearchParams(command)}` });
    expect(batch.body.result.result.c).toBe(true);
    const headers = { 'Content-Type': 'application/json', 'X-Bitrix-Csrf-Token': visit.visitor.token };
    const json = { method: 'POST', headers, body: JSON.stringify(command) };
    expect(JSON.parse((await visit.visitor.ask('/rest/im.message.command.json', json)).text).result).toBe(true);
    const lower = Object.fromEntries(Object.entries(command).map(([name, value]) => [name.toLowerCase(), value]));
    expect((await visit.visitor.rest('im.message.command', lower)).body.result).toBe(true);
    expect(requests()[0]?.state).toBe('pending');
    await visit.visitor.rest('im.message.command', command);
    expect(requests()[0]?.state).toBe('granted');
  });

  test('of one copy takes the buttons from the others', async () => {
    const [main, other] = visit.director.askForAccess({ from: 'both' });
    await press(main?.messageId ?? 0, '5');
    expect(copyOf(main?.messageId ?? 0)?.params.KEYBOARD).toHaveLength(1);
    expect(copyOf(other?.messageId ?? 0)?.params.KEYBOARD).toBe('N');
  });

  test('leaves the other copies alone, and writes a notice, where the portal does it that way', async () => {
    visit.director.reset({ access: { copiesLoseButtons: false, leavesText: true, tone: false } });
    const [main, other] = visit.director.askForAccess({ from: 'both' });
    await press(main?.messageId ?? 0, '5', 1);
    expect(copyOf(main?.messageId ?? 0)?.params).toEqual({ KEYBOARD: 'N' });
    expect(copyOf(other?.messageId ?? 0)?.params.KEYBOARD).toHaveLength(2);
    await live.next('message');
    await live.next('message');
    const notice = (await live.next('message')).params.message;
    expect([notice.system, notice.text]).toEqual(['Y', 'Запрос отклонён, доступ не выдан.']);
  });

  test('does nothing where the portal answers no presses, nor when it addresses a bot of an application', async () => {
    const [copy] = visit.director.askForAccess();
    expect((await press(copy?.messageId ?? 0, '5', 0, { BOT_ID: '8' })).body.result).toBe(true);
    expect(requests()[0]?.state).toBe('pending');
    visit.director.reset({ access: { answersPresses: false } });
    const [again] = visit.director.askForAccess();
    expect((await press(again?.messageId ?? 0, '5')).body.result).toBe(true);
    expect(requests()[0]?.state).toBe('pending');
  });
});

describe('an answer from elsewhere', () => {
  test('takes the buttons away; the colour of the box tells which it was', async () => {
    const [first] = visit.director.askForAccess();
    visit.director.answerAccess({ messageId: first?.messageId ?? 0, answer: 'deny' });
    expect((await live.next('messageParamsUpdate')).params.params).toMatchObject({
      KEYBOARD: 'N',
      ATTACH: [{ COLOR: '#df532d' }],
    });
    const [second] = visit.director.askForAccess();
    visit.director.answerAccess({ messageId: second?.messageId ?? 0, answer: 'allow', leavesText: true });
    expect((await live.next('messageParamsUpdate')).params.params.ATTACH).toMatchObject([{ COLOR: '#aac337' }]);
    await live.next('message');
    await live.next('message');
    expect((await live.next('message')).params.message.text).toBe(
      'Павел Ветров: доступ специалисту поддержки разрешён на 21 день.',
    );
  });

  test('may tell nothing at all, or leave the button that ends the access', () => {
    const [first] = visit.director.askForAccess();
    const messageId = first?.messageId ?? 0;
    visit.director.answerAccess({ messageId, answer: 'allow', tone: false });
    expect(copyOf(messageId)?.params).toEqual({ KEYBOARD: 'N' });
    const [second] = visit.director.askForAccess();
    visit.director.answerAccess({ messageId: second?.messageId ?? 0, answer: 'allow', leavesRevokeButton: true });
    expect(copyOf(second?.messageId ?? 0)?.params.KEYBOARD).toMatchObject([{ TEXT: 'Отменить доступ' }]);
    expect(() => visit.director.answerAccess({ messageId: 1, answer: 'allow' })).toThrow('no request');
  });
});

describe('a message of a request', () => {
  let messageId = 0;
  beforeEach(async () => {
    messageId = visit.director.askForAccess()[0]?.messageId ?? 0;
    await live.next('message');
  });

  test('can be edited: its text is told, and its buttons once more', async () => {
    visit.director.editMessage({ messageId, text: 'Other words' });
    const { params } = await live.next('messageUpdate');
    expect(params).toMatchObject({ id: messageId, text: 'Other words', textLegacy: 'Other words', dialogId: 5 });
    expect(params.params).not.toHaveProperty('KEYBOARD');
    expect((await live.next('messageParamsUpdate')).params.params.KEYBOARD).toHaveLength(2);
  });

  test('can lose its buttons without a word', async () => {
    visit.director.removeKeyboard({ messageId });
    expect((await live.next('messageParamsUpdate')).params.params).toEqual({ KEYBOARD: 'N' });
    expect(live.events).toEqual([]);
  });

  test('can be deleted: its place stays, in a list of deleted ones', async () => {
    visit.director.deleteMessage({ messageId });
    const { params } = await live.next('messageDeleteV2');
    expect(params).toMatchObject({ chatId: 440, type: 'private', counter: 0 });
    expect(params.messages).toMatchObject([
      { id: messageId, senderId: 5, completelyDeleted: false, params: { IS_DELETED: 'Y', KEYBOARD: 'N' } },
    ]);
    const { body } = await visit.visitor.rest('im.dialog.messages.get', { DIALOG_ID: '5' });
    expect(body.result.messages[0]).toMatchObject({ id: messageId, text: 'Это сообщение удалено' });
  });

  test('can be gone altogether, and older versions tell it in another way', async () => {
    visit.director.deleteMessage({ messageId, completely: true, event: 'single' });
    expect((await live.next('messageDeleteComplete')).params).toMatchObject({ id: messageId, chatId: 440 });
    const { body } = await visit.visitor.rest('im.dialog.messages.get', { DIALOG_ID: '5' });
    expect(body.result.messages.map(({ id }: { id: number }) => id)).not.toContain(messageId);
    expect(() => visit.director.editMessage({ messageId, text: '' })).toThrow('no message');
  });
});
