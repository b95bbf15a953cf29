import { describe, expect, it } from 'vitest';
import { isCloudPortalHost } from '../../bitrix24/addresses.ts';
import { batchBody, parseBatch } from '../../bitrix24/batch.ts';
import { parsePullEvent } from '../../bitrix24/pull-events.ts';

const DATE = '2026-11-20T10:00:00+03:00';

const entry = (chatId: number, changes: object = {}) => ({
  status: 'open',
  botId: 5,
  chatId,
  dialogId: `chat${chatId}`,
  dateMessage: DATE,
  ...changes,
});

const chat = (id: number, name: unknown = `Question ${id}`) => ({ id, name });

const answer = (parts: { list?: unknown; count?: unknown; me?: unknown; counters?: unknown; errors?: unknown }) => ({
  result: {
    result: {
      list: parts.list ?? { chats: { 11: chat(11) }, users: [], multidialogs: [entry(11)] },
      count: parts.count ?? { count: 9, openSessionsLimit: 5, chatIdsWithCounters: [11] },
      me: parts.me ?? { ID: '1', ADMIN: true },
      ...('counters' in parts ? { counters: parts.counters } : {}),
    },
    result_error: parts.errors ?? [],
  },
});

function reading(parts: Parameters<typeof answer>[0]) {
  const outcome = parseBatch(answer(parts));
  if (outcome.kind !== 'reading') throw new Error(`expected a reading, got ${outcome.kind}`);
  return { ...outcome.reading, skippedEntries: outcome.skippedEntries };
}

describe('addresses', () => {
  it.each(['demo.bitrix24.ru', 'b24-x1.bitrix24.com.br', 'A.bitrix24.uk', 'team.bitrix24.ua'])(
    '%s is a portal',
    (host) => {
      expect(isCloudPortalHost(host)).toBe(true);
    },
  );

  it.each([
    'bitrix24.ru',
    'www.bitrix24.ru',
    'helpdesk.bitrix24.com',
    'cdn3.bitrix24.com',
    'cdn-ru.bitrix24.ru',
    'a.b.bitrix24.ru',
    'demo.bitrix24.ru.evil.example',
    'demo.bitrix24.xyz',
    'bitrix24.com.br',
    'evil-bitrix24.ru',
    'demo.bitrix24xru',
  ])('%s is not', (host) => {
    expect(isCloudPortalHost(host)).toBe(false);
  });
});

describe('the batch', () => {
  it('asks for count, list and rights in one form, and does not make the user look active', () => {
    const body = batchBody('token', false);
    expect(Object.fromEntries(body)).toMatchObject({ sessid: 'token', BX_LAST_ACTIVITY: 'N', halt: '0' });
    expect(body.get('cmd[list]')).toBe('imbot.Network.Chat.list?limit=0');
    expect(body.has('cmd[counters]')).toBe(false);
    expect(batchBody('token', true).get('cmd[counters]')).toBe('im.v2.Counter.get');
  });

  it('reads chats as an array and as an object keyed by id', () => {
    const asArray = { chats: [chat(11)], users: [], multidialogs: [entry(11)] };
    expect(reading({ list: asArray }).dialogs[0]?.title).toBe('Question 11');
    expect(reading({}).dialogs[0]?.title).toBe('Question 11');
  });

  it('reads empty PHP maps', () => {
    expect(reading({ list: { chats: [], users: [], multidialogs: [] } }).dialogs).toEqual([]);
  });

  it('reads entries and chats that lack what is not needed', () => {
    const { dateMessage: _none, ...undated } = entry(11);
    const { dialogs } = reading({ list: { chats: [{ id: 11 }], multidialogs: [undated] } });
    expect(dialogs).toMatchObject([{ chatId: 11, title: null, lastActivityAt: null }]);
  });

  it('takes numbers that come as strings', () => {
    const list = { chats: [], users: [], multidialogs: [entry(11, { chatId: '11', botId: '5' })] };
    expect(reading({ list, count: { openSessionsLimit: '3' } })).toMatchObject({ limit: 3, botId: '5' });
  });

  it.each([
    ['first', [entry(20, { dialogId: '5' }), entry(20, { dialogId: '5', status: 'close', dateMessage: null })]],
    ['last', [entry(20, { dialogId: '5', status: 'close', dateMessage: null }), entry(20, { dialogId: '5' })]],
  ])('believes the dated entry of the main chat when it is listed twice, the true one %s', (_where, multidialogs) => {
    const { dialogs } = reading({ list: { chats: [], users: [], multidialogs } });
    expect(dialogs).toHaveLength(1);
    expect(dialogs[0]).toMatchObject({ isMain: true, status: 'open', dialogId: '5' });
  });

  it('leaves a closed main chat closed when both entries say so', () => {
    const multidialogs = [
      entry(20, { dialogId: '5', status: 'close' }),
      entry(20, { dialogId: '5', status: 'close', dateMessage: null }),
    ];
    const { dialogs } = reading({ list: { chats: [], users: [], multidialogs } });
    expect(dialogs[0]).toMatchObject({ status: 'close', lastActivityAt: Date.parse(DATE) });
  });

  it('skips phantom entries and counts them', () => {
    const multidialogs = [entry(11), [], null, entry(0), entry(12, { status: '' }), { chatId: 'x' }];
    expect(reading({ list: { chats: [], users: [], multidialogs } })).toMatchObject({
      dialogs: [{ chatId: 11 }],
      skippedEntries: 5,
    });
  });

  it('keeps markup in titles as text and cuts what is too long', () => {
    const chats = [chat(11, `<img src=x onerror=alert(1)> ${'я'.repeat(900)}`)];
    const { dialogs } = reading({ list: { chats, users: [], multidialogs: [entry(11)] } });
    expect(dialogs[0]?.title).toMatch(/^<img src=x onerror=alert\(1\)>/);
    expect(dialogs[0]?.title).toHaveLength(400);
  });

  it('knows unread numbers exactly from counters', () => {
    const list = { chats: [], users: [], multidialogs: [entry(11), entry(12), entry(13)] };
    const counters = { type: {}, chat: { 11: 132 }, chatUnread: [13] };
    expect(reading({ list, counters }).dialogs.map((dialog) => dialog.unread)).toEqual([132, 0, 1]);
  });

  it('without counters says "some" for named ids and never zero for the others', () => {
    const list = { chats: [], users: [], multidialogs: [entry(11), entry(12)] };
    const count = { openSessionsLimit: 5, chatIdsWithCounters: [11, undefined, null, 999] };
    expect(reading({ list, count }).dialogs.map((dialog) => dialog.unread)).toEqual(['some', 'unknown']);
  });

  it('reads the list when count failed, without a limit', () => {
    const errors = { count: { error: 'SOME_ERROR', error_description: '' } };
    expect(reading({ count: undefined, errors }).dialogs).toHaveLength(1);
    const outcome = parseBatch({ result: { result: { list: { chats: [], multidialogs: [] } }, result_error: errors } });
    expect(outcome).toMatchObject({ kind: 'reading', reading: { limit: null, isAdministrator: null } });
  });

  it('tells a missing support bot from a refusal and from nonsense', () => {
    const failed = (code: string) => ({ result: { result: [], result_error: { list: { error: code } } } });
    expect(parseBatch(failed('UNKNOWN_BOT')).kind).toBe('noSupportBot');
    expect(parseBatch(failed('ACCESS_DENIED'))).toEqual({ kind: 'refused', code: 'ACCESS_DENIED' });
    for (const nonsense of [null, [], {}, 'x', 7, { result: null }, { result: { result: { list: 5 } } }]) {
      expect(parseBatch(nonsense).kind).toBe('unexpectedShape');
    }
  });
});

describe('live events', () => {
  const multidialog = {
    chatId: 11,
    dialogId: 'chat11',
    botId: '5',
    isSupport: true,
    status: 'open',
    dateMessage: DATE,
  };

  it('reads the status change of a question and of the main chat', () => {
    expect(parsePullEvent('changeMultidialogStatus', { multidialog, name: 'Mail' }, '1')).toEqual({
      type: 'dialog.statusChanged',
      chatId: 11,
      dialogId: 'chat11',
      botId: '5',
      status: 'open',
      title: 'Mail',
      lastActivityAt: Date.parse(DATE),
    });
    expect(
      parsePullEvent('changeMultidialogStatus', { multidialog: { ...multidialog, dialogId: 5, botId: 5 } }, '1'),
    ).toMatchObject({ dialogId: '5', botId: '5' });
  });

  it('ignores dialogs of other bots', () => {
    expect(parsePullEvent('addMultidialog', { multidialog: { ...multidialog, isSupport: false } }, '1')).toBe(
      'ignored',
    );
  });

  it('does not read the status inside a message', () => {
    const message = {
      chatId: 11,
      dialogId: 'chat11',
      counter: 2,
      date: DATE,
      multidialog: { ...multidialog, status: 'close' },
    };
    expect(parsePullEvent('messageChat', message, '1')).not.toHaveProperty('status');
    expect(parsePullEvent('messageChat', message, '1')).toMatchObject({ type: 'message.arrived', unread: 2 });
  });

  it('counts a chat that was marked unread by hand as one', () => {
    expect(parsePullEvent('chatUnread', { chatId: 11, active: true, counter: 0 }, '1')).toMatchObject({ unread: 1 });
    expect(parsePullEvent('chatUnread', { chatId: 11, active: false, counter: 0 }, '1')).toMatchObject({ unread: 0 });
  });

  it.each([
    ['addMultidialog', { multidialog: [] }],
    ['changeMultidialogStatus', { multidialog: { ...multidialog, status: 'exploded' } }],
    ['changeMultidialogStatus', null],
    ['changeMultidialogSessionsLimit', { botId: 5, limit: 'many' }],
    ['messageChat', { chatId: 0, dialogId: 'chat0', multidialog }],
    ['readMessageChat', { chatId: 11, counter: Number.NaN }],
    ['chatRename', { chatId: 11, name: '' }],
  ])('%s of a wrong shape is malformed, not a change', (command, params) => {
    expect(parsePullEvent(command, params, '1')).toBe('malformed');
  });

  it('knows the notice that a message was not delivered by its button', () => {
    const notice = { chatId: 11, dialogId: 'chat11', date: DATE, senderId: 0, system: 'Y', multidialog };
    const resume = [{ COMMAND: 'menu', COMMAND_PARAMS: 'resume', TEXT: 'Продолжить' }];
    expect(parsePullEvent('messageChat', { ...notice, keyboard: resume }, '1')).toMatchObject({ isRefusal: true });
    expect(parsePullEvent('messageChat', { ...notice, keyboard: 'N' }, '1')).toMatchObject({ isRefusal: false });
  });

  it('ignores messages of ordinary chats, which come when they may be about access', () => {
    const message = { chatId: 40, dialogId: 'chat40', text: 'Нужен доступ', multidialog: null };
    expect(parsePullEvent('messageChat', message, '1')).toBe('ignored');
  });

  it('ignores commands it does not know', () => {
    expect(parsePullEvent('startCall', {}, '1')).toBe('ignored');
  });
});
