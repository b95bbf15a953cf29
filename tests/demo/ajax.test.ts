import { beforeEach, describe, expect, test } from 'vitest';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();

const openDialogs = (count: number) => Array.from({ length: count }, () => ({ status: 'open' as const }));

describe('the envelope of an ajax action', () => {
  test('a success has status, data and no errors', async () => {
    const { body } = await visit.visitor.ajax('imbot.Network.Chat.count');
    expect(body).toMatchObject({ status: 'success', data: { openSessionsLimit: 5 }, errors: [] });
  });

  test('a wrong token is HTTP 200 with the right one in the answer and in a header', async () => {
    visit.director.expireToken();
    const { status, headers, body } = await visit.visitor.ajax('imbot.Network.Chat.count');
    expect([status, body.status, body.errors[0].code]).toEqual([200, 'error', 'invalid_csrf']);
    expect(headers['x-bitrix-new-csrf']).toBe(body.errors[0].customData.csrf);
    visit.visitor.token = body.errors[0].customData.csrf;
    expect((await visit.visitor.ajax('imbot.Network.Chat.count')).body.status).toBe('success');
  });

  test('an expired session is HTTP 401', async () => {
    visit.director.expireSession();
    const { status, body } = await visit.visitor.ajax('imbot.Network.Chat.count');
    expect([status, body.errors[0].code]).toEqual([401, 'invalid_authentication']);
  });

  test('methods that are REST only are no actions', async () => {
    expect((await visit.visitor.ajax('user.admin')).body.status).toBe('error');
  });
});

describe('opening a new dialog', () => {
  test('under the limit it is made, new and with the default title', async () => {
    const { body } = await visit.visitor.ajax('imbot.Network.Chat.add');
    expect(body.data).toMatchObject({ entityType: 'SUPPORT24_QUESTION', counter: 0, name: 'Вопрос в поддержку - #17' });
    expect(visit.director.state().dialogs.at(-1)?.status).toBe('new');
  });

  test.each([
    ['five open of five', { limit: 5, dialogs: openDialogs(5) }],
    ['six open of five', { limit: 5, dialogs: openDialogs(6) }],
    ['the feature off', { limit: -1, dialogs: [] }],
    ['a single conversation', { limit: 1, dialogs: [] }],
  ])('with %s it is refused', async (_name, scenario) => {
    visit.director.reset(scenario);
    const { status, body } = await visit.visitor.ajax('imbot.Network.Chat.add');
    expect([status, body.errors[0].code]).toEqual([200, 'QUESTION_LIMIT_EXCEEDED']);
  });

  test('the open main chat takes a slot, too', async () => {
    visit.director.reset({ limit: 2, dialogs: openDialogs(1), mainChat: { status: 'open' } });
    expect((await visit.visitor.ajax('imbot.Network.Chat.add')).body.errors[0].code).toBe('QUESTION_LIMIT_EXCEEDED');
  });

  test('neither new dialogs nor sessions older than 30 days count', async () => {
    const openedAt = new Date(Date.now() - 31 * 86_400_000).toISOString();
    visit.director.reset({ limit: 2, dialogs: [{ status: 'new' }, ...openDialogs(1), { status: 'open', openedAt }] });
    expect((await visit.visitor.ajax('imbot.Network.Chat.add')).body.status).toBe('success');
  });

  test('limit 0 is no limit', async () => {
    visit.director.reset({ limit: 0, dialogs: openDialogs(9) });
    expect((await visit.visitor.ajax('imbot.Network.Chat.add')).body.status).toBe('success');
  });

  test('an employee is denied, and the chat is there all the same', async () => {
    visit.director.reset({ user: { role: 'employee' }, dialogs: [] });
    expect((await visit.visitor.ajax('imbot.Network.Chat.add')).body.errors[0].code).toBe('ACCESS_DENIED');
    expect(visit.director.state().dialogs.filter(({ isMain }) => !isMain)).toHaveLength(1);
  });
});

describe('writing at the limit', () => {
  const write = (dialogId: string) =>
    visit.visitor.ajax('im.v2.Chat.Message.send', { dialogId, 'fields[message]': 'Hello' });
  const messagesOf = (dialogId: string) =>
    visit.director
      .state()
      .dialogs.find((dialog) => dialog.dialogId === dialogId)
      ?.messages.slice(-2) ?? [];

  beforeEach(() => {
    visit.director.reset({ limit: 2, dialogs: [...openDialogs(2), { id: 600, status: 'new' }] });
  });

  test('a message into a dialog without a session looks sent and is not delivered', async () => {
    expect((await write('chat600')).body.status).toBe('success');
    const [own, bot] = messagesOf('chat600');
    expect(own?.params).toEqual({ IS_DELIVERED: 'N' });
    expect(bot?.authorId).toBe(0);
    expect(bot?.params.KEYBOARD).toMatchObject([{ COMMAND: 'menu', COMMAND_PARAMS: 'resume' }]);
  });

  test('a message into an open dialog is delivered', async () => {
    await write('chat500');
    expect(messagesOf('chat500').at(-1)?.params).toEqual({});
  });
});

describe('the questions of the bot', () => {
  test('come on typing, keep messages back, and are over when they are left', async () => {
    visit.director.reset({ questionnaire: true, dialogs: [{ id: 600, status: 'new' }] });
    const messages = () => visit.director.state().dialogs.at(-1)?.messages ?? [];
    await visit.visitor.ajax('im.v2.Chat.InputAction.notify', { dialogId: 'chat600', type: 'writing' });
    const menu = messages().at(-1);
    expect(menu?.params.KEYBOARD).toMatchObject([{ COMMAND: 'menu', COMMAND_PARAMS: 'exit' }]);
    await visit.visitor.ajax('im.v2.Chat.Message.send', { dialogId: 'chat600', 'fields[message]': 'Hello' });
    expect(messages().at(-2)?.params).toEqual({ IS_DELIVERED: 'N' });
    const button = {
      DIALOG_ID: 'chat600',
      MESSAGE_ID: String(menu?.id),
      BOT_ID: '5',
      COMMAND: 'menu',
      COMMAND_PARAMS: 'exit',
    };
    await visit.visitor.rest('im.message.command', button);
    await visit.visitor.ajax('im.v2.Chat.Message.send', { dialogId: 'chat600', 'fields[message]': 'Hello' });
    expect(messages().at(-1)?.params).toEqual({});
  });
});

describe('the button of a keyboard', () => {
  const press = async (dialogId: string, asJson: boolean) => {
    const messages = visit.director.state().dialogs.find((dialog) => dialog.dialogId === dialogId)?.messages ?? [];
    const command = {
      MESSAGE_ID: String(messages.at(-1)?.id),
      DIALOG_ID: dialogId,
      BOT_ID: '5',
      COMMAND: 'queueNumber',
    };
    if (!asJson) return (await visit.visitor.rest('im.message.command', command)).body.result;
    const headers = { 'Content-Type': 'application/json', 'X-Bitrix-Csrf-Token': visit.visitor.token };
    const body = JSON.stringify(command);
    return JSON.parse(
      (await visit.visitor.ask('/rest/im.message.command.json', { method: 'POST', headers, body })).text,
    ).result;
  };
  const countOf = (dialogId: string) =>
    visit.director.state().dialogs.find((dialog) => dialog.dialogId === dialogId)?.messages.length ?? 0;

  test('in the main chat only a form runs the command; JSON answers true and does nothing', async () => {
    const before = countOf('5');
    expect(await press('5', true)).toBe(true);
    expect(countOf('5')).toBe(before);
    expect(await press('5', false)).toBe(true);
    expect(countOf('5')).toBe(before + 1);
  });

  test('in a question any way will do', async () => {
    const before = countOf('chat506');
    expect(await press('chat506', true)).toBe(true);
    expect(countOf('chat506')).toBe(before + 1);
  });
});
