import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { AccessReadingSchema } from '../../bitrix24/access-schema.ts';
import type { AccessReading } from '../../domain/access/verdict.ts';
import {
  ANSWERS,
  ASK,
  ChatPortal,
  COLLEAGUE,
  chatter,
  END,
  MAIN,
  MAIN_DIALOG,
  MARKET_USER,
  MARTA_USER,
  NOW,
  type Sent,
  SUPPORT_USER,
} from './chat-portal.ts';

const REQUEST: Sent = { id: 100, text: ASK, keyboard: ANSWERS() };
const TAIL = 'im.v2.Chat.Message.tail';
const DAY = 86_400_000;

const kindsOf = ({ sightings }: AccessReading) => sightings.map(({ messageId, verdict }) => [messageId, verdict.kind]);

let portal: ChatPortal;
beforeEach(() => {
  portal = new ChatPortal([...chatter(90, 10), REQUEST]);
});

describe('the look for requests', () => {
  it('needs no request of its own when everything is known', async () => {
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 95]] });
    expect(kindsOf(reading)).toEqual([[100, 'request']]);
    expect(reading).toMatchObject({ readUpTo: [[20, 100]], hasMore: false, failure: null, userName: 'Анна' });
    expect(portal.batches).toEqual([[TAIL]]);
  });

  it('tells nothing but what may matter, and no texts', async () => {
    const reading = await portal.read({ carriers: [MAIN] });
    expect(reading.sightings).toHaveLength(1);
    expect(JSON.stringify(reading)).not.toMatch(/порталу|Проверяем/);
    expect(v.is(AccessReadingSchema, reading)).toBe(true);
  });

  it('knows the main chat from the list of dialogs', async () => {
    expect(kindsOf(await portal.read())).toEqual([[100, 'request']]);
  });

  it('finds assistant and notifier in the list of chats and looks there at once', async () => {
    portal.chats.set(30, { dialogId: '6', messages: [{ id: 200, author: 6, text: ASK, keyboard: ANSWERS(6) }] });
    portal.chats.set(31, { dialogId: 'chat31', messages: [{ id: 300, text: ASK, keyboard: ANSWERS() }] });
    portal.recent = {
      items: [
        { id: 6, chat_id: 30, type: 'user', user: MARTA_USER },
        { id: 'chat31', chat_id: 31, type: 'chat', chat: { id: 31, type: 'chat', entity_type: 'SUPPORT24_NOTIFIER' } },
        { id: 5, chat_id: 20, type: 'user', user: SUPPORT_USER },
        { id: 7, chat_id: 32, type: 'user', user: MARKET_USER },
        { id: 2, chat_id: 33, type: 'user', user: COLLEAGUE },
        { id: 'chat34', chat_id: 34, type: 'chat', chat: { id: 34, type: 'chat' }, user: SUPPORT_USER },
        null,
      ],
    };
    const reading = await portal.read({ wantsCarriers: true });
    expect(reading.carriers).toEqual([
      { dialogId: '6', chatId: 30, kind: 'assistant' },
      { dialogId: 'chat31', chatId: 31, kind: 'notifier' },
      { dialogId: '5', chatId: 20, kind: 'support' },
    ]);
    expect(reading.sightings.map(({ chatId, sender }) => [chatId, sender.kind]).sort()).toEqual([
      [20, 'support'],
      [30, 'assistant'],
      [31, 'notifier'],
    ]);
    expect(portal.batches).toHaveLength(2);
  });

  it('does not say which chats there are when the list failed', async () => {
    portal.refused.set('im.recent.list', 'INTERNAL');
    const reading = await portal.read({ wantsCarriers: true });
    expect(reading).toMatchObject({ carriers: null, failure: 'recent INTERNAL' });
    expect(reading.sightings).toHaveLength(1);
  });

  it('asks who a bot is that only the buttons name', async () => {
    portal.users = [SUPPORT_USER];
    portal.chats.set(20, { dialogId: '5', messages: [{ ...REQUEST, keyboard: ANSWERS(6) }] });
    portal.strangers = { 6: MARTA_USER };
    expect(kindsOf(await portal.read({ carriers: [MAIN] }))).toEqual([[100, 'request']]);
    portal.strangers = { 6: { ...MARKET_USER, id: 6 } };
    expect(kindsOf(await portal.read({ carriers: [MAIN] }))).toEqual([[100, 'lookalike']]);
    portal.strangers = { 6: null };
    expect(kindsOf(await portal.read({ carriers: [MAIN] }))).toEqual([[100, 'probable']]);
  });
});

describe('what was read before', () => {
  const suspect = { dialogId: 'chat40', chatId: 40, kind: 'suspect' } as const;

  it('is not warned of twice', async () => {
    portal.chats.set(40, {
      dialogId: 'chat40',
      messages: [{ id: 400, author: 2, text: 'Смотри', keyboard: ANSWERS() }],
    });
    expect(kindsOf(await portal.read({ carriers: [suspect] }, []))).toEqual([[400, 'lookalike']]);
    expect(kindsOf(await portal.read({ carriers: [suspect], readUpTo: [[40, 400]] }, []))).toEqual([]);
  });

  it('is told again when it has become a request', async () => {
    expect(kindsOf(await portal.read({ carriers: [MAIN], readUpTo: [[20, 100]] }))).toEqual([[100, 'request']]);
  });

  it('is looked at again while it is followed, whatever has become of it', async () => {
    const known = {
      carriers: [MAIN],
      readUpTo: [[20, 110]] as [number, number][],
      known: [[20, 100]] as [number, number][],
    };
    portal.chats.set(20, {
      dialogId: '5',
      messages: [{ ...REQUEST, keyboard: 'N', params: { ATTACH: [{ COLOR: '#aac337' }] } }],
    });
    const [sighting] = (await portal.read(known)).sightings;
    expect(sighting).toMatchObject({ messageId: 100, keyboard: 'none', tone: 'positive' });
    portal.chats.set(20, { dialogId: '5', messages: [{ ...REQUEST, keyboard: END }] });
    expect((await portal.read(known)).sightings[0]).toMatchObject({ keyboard: 'revoke' });
  });

  it('and is too old for the newest page is asked for by itself', async () => {
    portal.chats.set(20, { dialogId: '5', messages: [REQUEST, ...chatter(200, 80)] });
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 275]], known: [[20, 100]] });
    expect(kindsOf(reading)).toEqual([[100, 'request']]);
    expect(portal.batches).toEqual([[TAIL], [TAIL]]);
  });

  it.each<[string, Sent[]]>([
    ['deleted', chatter(200, 3)],
    ['deleted together with all after it', []],
    ['deleted but for its place', [{ id: 100, text: '', params: { IS_DELETED: 'Y' } }, ...chatter(200, 3)]],
  ])('and was %s is gone', async (_how, messages) => {
    portal.chats.set(20, { dialogId: '5', messages });
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 110]], known: [[20, 100]] });
    expect(reading).toMatchObject({ sightings: [], gone: [{ chatId: 20, messageId: 100 }], failure: null });
  });

  it('is not called gone when the portal refuses to tell', async () => {
    portal.chats.set(20, { dialogId: '5', messages: chatter(200, 3) });
    portal.refused.set(`${TAIL} on`, 'ACCESS_DENIED');
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 110]], known: [[20, 100]] });
    expect(reading).toMatchObject({ gone: [], failure: 'message ACCESS_DENIED' });
  });
});

describe('an answer in words', () => {
  const granted: Sent = { id: 101, author: 0, text: 'Доступ сотруднику поддержки разрешён на 21 день.' };

  it('is told after a request that is followed, by the vendor or as a notice', async () => {
    portal.chats.set(20, {
      dialogId: '5',
      messages: [{ ...REQUEST, keyboard: 'N' }, granted, { ...granted, id: 102, author: 5 }],
    });
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 102]], known: [[20, 100]] });
    expect(reading.sightings.map(({ messageId, says }) => [messageId, says])).toEqual([
      [100, 'requested'],
      [101, 'granted'],
      [102, 'granted'],
    ]);
  });

  it('is told after a request that came and went while nobody looked', async () => {
    portal.chats.set(20, { dialogId: '5', messages: [{ ...REQUEST, keyboard: 'N' }, granted] });
    expect(kindsOf(await portal.read({ carriers: [MAIN] }))).toEqual([
      [100, 'hint'],
      [101, 'nothing'],
    ]);
  });

  it('is nobody’s without a request, or from a colleague', async () => {
    portal.chats.set(20, { dialogId: '5', messages: [granted] });
    expect((await portal.read({ carriers: [MAIN] })).sightings).toEqual([]);
    portal.chats.set(20, { dialogId: '5', messages: [REQUEST, { ...granted, author: 2 }] });
    expect(kindsOf(await portal.read({ carriers: [MAIN], known: [[20, 100]] }))).toEqual([[100, 'request']]);
  });
});

describe('many messages', () => {
  it('since the last reading are read in order, page by page', async () => {
    portal.chats.set(20, { dialogId: '5', messages: [...chatter(1, 100), REQUEST, ...chatter(101, 150)] });
    portal.chats.get(20)?.messages.sort((a, b) => a.id - b.id);
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 60]] });
    expect(kindsOf(reading)).toContainEqual([100, 'request']);
    expect(reading).toMatchObject({ readUpTo: [[20, 250]], hasMore: false });
  });

  it('are left for the next reading after ten pages, and none is lost', async () => {
    portal.chats.set(20, {
      dialogId: '5',
      messages: [...chatter(1, 700), { ...REQUEST, id: 701 }, ...chatter(702, 200)],
    });
    const first = await portal.read({ carriers: [MAIN], readUpTo: [[20, 1]] });
    expect(first).toMatchObject({ hasMore: true, readUpTo: [[20, 501]], failure: null });
    const second = await portal.read({ carriers: [MAIN], readUpTo: first.readUpTo });
    expect(kindsOf(second)).toEqual([[701, 'request']]);
    expect(second).toMatchObject({ hasMore: false, readUpTo: [[20, 901]] });
  });

  it('of a chat that was never read are read back for thirty days', async () => {
    const old = chatter(1, 100, { at: NOW - 40 * DAY });
    const request = { ...REQUEST, id: 101, at: NOW - 20 * DAY };
    portal.chats.set(20, { dialogId: '5', messages: [...old, request, ...chatter(102, 80)] });
    expect(kindsOf(await portal.read({ carriers: [MAIN] }))).toEqual([[101, 'request']]);
    expect(portal.batches).toEqual([[TAIL], [TAIL]]);
  });

  it('that all look like a request are one reading with a limit, the true request among them', async () => {
    const flood = chatter(1_000, 900, { author: 7, text: ASK, keyboard: ANSWERS() });
    portal.chats.set(40, { dialogId: 'chat40', messages: flood });
    const suspect = { dialogId: 'chat40', chatId: 40, kind: 'suspect' } as const;
    const reading = await portal.read({ carriers: [suspect, MAIN], readUpTo: [[40, 1_000]] });
    expect(reading.sightings.length).toBeLessThanOrEqual(500);
    expect(kindsOf(reading)).toContainEqual([100, 'request']);
    expect(reading.hasMore).toBe(true);
    expect(v.is(AccessReadingSchema, reading)).toBe(true);
  });
});

describe('a portal without the messenger’s own methods', () => {
  beforeEach(() => {
    portal.refused.set(TAIL, 'ERROR_METHOD_NOT_FOUND');
  });

  it('is read by the public one', async () => {
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 95]] });
    expect(kindsOf(reading)).toEqual([[100, 'request']]);
    expect(reading.failure).toBeNull();
    expect(portal.batches).toEqual([[TAIL], ['im.dialog.messages.get']]);
  });

  it('tells known messages and gone ones as well', async () => {
    portal.chats.set(20, { dialogId: '5', messages: [REQUEST, ...chatter(200, 80)] });
    const reading = await portal.read({
      carriers: [MAIN],
      readUpTo: [[20, 250]],
      known: [
        [20, 100],
        [20, 150],
      ],
    });
    expect(kindsOf(reading)).toEqual([[100, 'request']]);
    expect(reading.gone).toEqual([{ chatId: 20, messageId: 150 }]);
  });

  it('is read on where the unread messages begin', async () => {
    portal.chats.set(20, { dialogId: '5', messages: [...chatter(1, 120), { ...REQUEST, id: 121 }] });
    const reading = await portal.read({ carriers: [MAIN], readUpTo: [[20, 10]] });
    expect(kindsOf(reading)).toEqual([[121, 'request']]);
    expect(reading.readUpTo).toEqual([[20, 121]]);
  });
});

describe('confirm notifications', () => {
  const notification = {
    ...{ id: 900, chat_id: 3, author_id: 0, date: new Date(NOW).toISOString(), notify_type: 1 },
    ...{ notify_module: 'bitrix24', notify_tag: 'BITRIX24|SUPPORT_ACCESS', text: ASK },
    notify_buttons: JSON.stringify([
      { COMMAND: 'notifyConfirm', COMMAND_PARAMS: '900|Y', TEXT: 'Да' },
      { COMMAND: 'notifyConfirm', COMMAND_PARAMS: '900|N', TEXT: 'Нет' },
    ]),
  };

  it('of the vendor’s module may be a request', async () => {
    portal.notifications = { notifications: [notification] };
    const reading = await portal.read({ wantsNotifications: true }, []);
    expect(reading.hasNotifications).toBe(true);
    expect(reading.sightings).toMatchObject([
      {
        carrier: 'notification',
        messageId: 900,
        chatId: 3,
        dialogId: 'notify',
        verdict: { kind: 'probable' },
        days: 21,
      },
    ]);
    expect(v.is(AccessReadingSchema, reading)).toBe(true);
  });

  it.each<[string, object]>([
    ['a new employee’s by its tag', { notify_tag: 'BITRIX24|REGISTER|17|abc' }],
    ['a new employee’s by its event', { notify_event: 'new_user' }],
    ['of another module', { notify_module: 'rest' }],
    ['without buttons to press', { notify_type: 3 }],
    ['about something else', { text: 'Подтвердите встречу' }],
  ])('%s are none', async (_what, changes) => {
    portal.notifications = { notifications: [{ ...notification, ...changes }] };
    expect((await portal.read({ wantsNotifications: true }, [])).sightings).toEqual([]);
  });

  it('are not called looked through when they could not be', async () => {
    portal.refused.set('im.notify.get', 'ACCESS_DENIED');
    const reading = await portal.read({ wantsNotifications: true });
    expect(reading).toMatchObject({ hasNotifications: false, failure: 'notify ACCESS_DENIED' });
    expect(reading.sightings).toHaveLength(1);
  });
});

describe('what goes wrong', () => {
  it('in one chat leaves the others as they are', async () => {
    const notifier = { dialogId: 'chat31', chatId: 31, kind: 'notifier' } as const;
    const reading = await portal.read({ carriers: [notifier, MAIN] });
    expect(kindsOf(reading)).toEqual([[100, 'request']]);
    expect(reading).toMatchObject({ failure: 'chat CHAT_NOT_FOUND', readUpTo: [[20, 100]] });
  });

  it('in a chat that was only suspected is no failure and is not tried for ever', async () => {
    const suspect = { dialogId: 'chat31', chatId: 31, kind: 'suspect' } as const;
    const reading = await portal.read({ carriers: [suspect, MAIN] });
    expect(reading.failure).toBeNull();
    expect(reading.readUpTo).toContainEqual([31, 1]);
  });

  it.each([null, 7, 'x', [], {}, { messages: 5 }, { messages: [null, 7, {}] }, { messages: {}, users: 7 }])(
    'as an answer of the shape %j harms nobody',
    async (shape) => {
      portal.answer = (commands) => ({
        result: Object.fromEntries(Object.keys(commands).map((name) => [name, shape])),
        errors: {},
      });
      const reading = await portal.read({
        carriers: [MAIN],
        wantsCarriers: true,
        wantsNotifications: true,
        known: [[20, 1]],
      });
      expect(reading.sightings).toEqual([]);
      expect(v.is(AccessReadingSchema, reading)).toBe(true);
    },
  );

  it('when nobody answers any more keeps what was read', async () => {
    const reading = await new Promise<AccessReading>((resolve) => {
      const answer = portal.answer.bind(portal);
      portal.chats.set(20, { dialogId: '5', messages: [...chatter(1, 100), { ...REQUEST, id: 101 }] });
      let batches = 0;
      portal.answer = (commands) => {
        batches += 1;
        return batches === 1 ? answer(commands) : (null as never);
      };
      void portal.read({ carriers: [MAIN], readUpTo: [[20, 10]] }, [MAIN_DIALOG]).then(resolve);
    });
    expect(kindsOf(reading)).toEqual([[101, 'request']]);
    expect(reading).toMatchObject({ failure: 'no answer', hasMore: true, readUpTo: [[20, 10]] });
  });
});
