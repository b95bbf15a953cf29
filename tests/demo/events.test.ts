import { beforeEach, describe, expect, test } from 'vitest';
import { eachWithVisitor, Visitor } from './visitor.ts';

const visit = eachWithVisitor();
let live: Awaited<ReturnType<Visitor['listen']>>;

beforeEach(async () => {
  live?.socket.terminate();
  live = await visit.visitor.listen();
});

describe('events about dialogs', () => {
  test('a new dialog is told as new, and its first message as closed', async () => {
    await visit.visitor.ajax('imbot.Network.Chat.add');
    const added = await live.next('addMultidialog');
    expect(added.module_id).toBe('im');
    expect(added.params).toMatchObject({
      multidialog: { dialogId: 'chat508', status: 'new', isSupport: true },
      count: 10,
    });
    const message = await live.next('messageChat');
    expect(message.params.multidialog).toMatchObject({ chatId: 508, status: 'close' });
    expect(message.params.message.system).toBe('Y');
    expect(message.params.counter).toBe(0);
  });

  test('a confirmed dialog is told with its chat, the main chat with its bot', async () => {
    visit.director.confirm({ dialogId: 'chat507' });
    const question = await live.next('changeMultidialogStatus');
    expect(question.params).toMatchObject({
      multidialog: { chatId: 507, status: 'open', botId: '5' },
      chat: { id: 507 },
    });
    visit.director.confirm({ dialogId: '5' });
    const main = await live.next('changeMultidialogStatus');
    expect(main.params).toMatchObject({ multidialog: { dialogId: '5', status: 'open' }, bot: { id: 5 } });
    expect(main.params).not.toHaveProperty('chat');
  });

  test('an answer confirms a new dialog and raises its counter', async () => {
    visit.director.reply({ dialogId: 'chat507', text: 'Hello' });
    expect((await live.next('changeMultidialogStatus')).params.multidialog.status).toBe('open');
    const { params } = await live.next('messageChat');
    expect(params).toMatchObject({ counter: 1, dialogId: 'chat507', message: { text: 'Hello', senderId: 5 } });
    expect(params.message.params.USER_ID).toBe('777');
  });

  test('the end of a dialog is told a moment later', async () => {
    visit.director.closeDialog({ dialogId: 'chat506' });
    expect(live.events).toEqual([]);
    expect((await live.next('changeMultidialogStatus')).params.multidialog).toMatchObject({
      chatId: 506,
      status: 'close',
    });
  });

  test('support may go past the limit', async () => {
    visit.director.setLimit(3);
    expect((await live.next('changeMultidialogSessionsLimit')).params).toEqual({ botId: 5, limit: 3 });
    visit.director.openDialog({ title: 'Fourth' });
    await live.next('addMultidialog');
    expect((await live.next('changeMultidialogStatus')).params.multidialog.status).toBe('open');
    expect(visit.director.state().activeSessions).toBe(4);
  });

  test('a limit that is changed in silence reaches nobody', async () => {
    visit.director.setLimit(2, { push: false });
    visit.director.hide({ dialogId: 'chat506' });
    expect((await live.next('chatHide')).params).toEqual({ dialogId: 'chat506', chatId: '506', lines: false });
    expect(live.events).toEqual([]);
  });
});

describe('events about chats', () => {
  test('an ordinary chat carries an empty multidialog, which is truthy', async () => {
    const { dialogId } = { dialogId: 'chat410' };
    await visit.visitor.ajax('im.v2.Chat.Message.send', { dialogId, 'fields[message]': 'Hello' });
    expect((await live.next('messageChat')).params.multidialog).toEqual([]);
  });

  test('in a private chat the dialog id is a number', async () => {
    visit.director.reply({ dialogId: '5', text: 'Hello' });
    expect((await live.next('message')).params.dialogId).toBe(5);
  });

  test('reading tells the counter, renaming a message and the name', async () => {
    await visit.visitor.ajax('im.v2.Chat.read', { dialogId: 'chat506' });
    expect((await live.next('readMessageChat')).params).toMatchObject({ chatId: 506, counter: 0 });
    await visit.visitor.rest('im.chat.updateTitle', { dialog_id: 'chat506', title: 'Mail' });
    expect((await live.next('messageChat')).params.message.system).toBe('Y');
    expect((await live.next('chatRename')).params).toEqual({ chatId: 506, name: 'Mail' });
  });

  test('renaming a dialog without a session wakes the bot at the limit', async () => {
    visit.director.setLimit(3);
    await visit.visitor.rest('im.chat.updateTitle', { dialog_id: 'chat507', title: 'Mail' });
    await live.next('chatRename');
    await live.next('messageChat');
    expect((await live.next('messageChat')).params.message.params.KEYBOARD[0].COMMAND_PARAMS).toBe('resume');
  });

  test('any event can be pushed, with the time of the server', async () => {
    visit.director.push({ module: 'main', command: 'anything', params: { a: 1 } });
    const event = await live.next('anything');
    expect(event).toMatchObject({ module_id: 'main', params: { a: 1 } });
    expect(Math.abs(event.extra.server_time_unix - Date.now() / 1000)).toBeLessThan(5);
  });
});

describe('the connection', () => {
  const closed = () => new Promise((resolve) => live.socket.once('close', resolve));

  test('is refused without a session', async () => {
    await expect(new Visitor(visit.portal).listen()).rejects.toThrow('403');
  });

  test('a page that comes back catches up on what it missed', async () => {
    visit.director.hide({ dialogId: 'chat500' });
    await live.next('chatHide');
    const mid = live.lastMid();
    const gone = closed();
    visit.director.dropConnection({ block: true });
    await gone;
    visit.director.setLimit(7);
    await expect(visit.visitor.listen()).rejects.toThrow();
    visit.director.restoreConnection();
    const again = await visit.visitor.listen(`?mid=${mid}`);
    expect((await again.next('changeMultidialogSessionsLimit')).params.limit).toBe(7);
    expect(again.events, 'what was seen before does not come again').toEqual([]);
    again.socket.terminate();
  });

  test('what is lost stays lost', async () => {
    const gone = closed();
    visit.director.dropConnection({ block: true });
    await gone;
    visit.director.setLimit(7);
    visit.director.restoreConnection({ lose: true });
    const again = await visit.visitor.listen('?mid=0');
    visit.director.setLimit(8);
    expect((await again.next('changeMultidialogSessionsLimit')).params.limit).toBe(8);
    again.socket.terminate();
  });

  test('ends when the session expires', async () => {
    const gone = closed();
    visit.director.expireSession();
    await gone;
    await expect(visit.visitor.listen()).rejects.toThrow('403');
  });
});
