/** Whatever a portal sends: what the link makes of it is believed by the background, so no message is lost on the way. */
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AccessReader } from '../../bitrix24/access-reader.ts';
import { parseBatch } from '../../bitrix24/batch.ts';
import { LinkMessage } from '../../bitrix24/link-protocol.ts';
import { parsePullEvent } from '../../bitrix24/pull-events.ts';
import { AccessWatch } from '../../link/access-watch.ts';

const believes = (message: unknown): boolean => v.safeParse(LinkMessage, message).success;

const id = fc.oneof(
  fc.integer({ min: -2, max: 50 }),
  fc.constantFrom<unknown>('7', '07', 'chat7', 1e21, '1e21', '9'.repeat(20), 2 ** 53, Number.NaN, null, 1.5),
);
const dialogId = fc.oneof(id, fc.constantFrom('chat7', `chat${'9'.repeat(20)}`, 'chat0', '5'));
const status = fc.constantFrom('new', 'open', 'close', '', 'exploded');
const date = fc.constantFrom('2026-11-20T10:00:00+03:00', '0001-01-01T00:00:00Z', '1960-01-01', 'soon', '', null, 0);
const title = fc.oneof(fc.string(), fc.constantFrom('я'.repeat(5_000), null, 7, '   '));
const count = fc.constantFrom<unknown>(0, 3, -1, '4', '-4', 1.5, 1e300, 'many', null, Number.POSITIVE_INFINITY);

describe('what a portal sends', () => {
  it('as a reading is never lost between the link and the background', () => {
    const entry = fc.record({ status, botId: id, chatId: id, dialogId, dateMessage: date }, { requiredKeys: [] });
    const chats = fc.array(fc.record({ id, name: title }));
    const counters = fc.oneof(
      fc.record({ chat: fc.dictionary(fc.constantFrom('1', '7', 'x'), count), chatUnread: fc.array(id) }),
      count,
    );
    const limits = fc.record({ openSessionsLimit: count, chatIdsWithCounters: fc.array(id) });
    fc.assert(
      fc.property(fc.array(entry), chats, counters, limits, (multidialogs, names, unread, limit) => {
        const result = { list: { chats: names, multidialogs }, counters: unread, count: limit, me: { ID: '1' } };
        const outcome = parseBatch({ result: { result, result_error: [] } });
        if (outcome.kind !== 'reading') return;
        const reading = { ...outcome.reading, startedAt: 1 };
        expect(
          believes({ type: 'reading.finished', userId: '1', outcome: { ...outcome, reading } }),
          JSON.stringify(reading),
        ).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  it('as an event is never lost between the link and the background', () => {
    const multidialog = fc.record({
      chatId: id,
      dialogId,
      botId: id,
      status,
      dateMessage: date,
      isSupport: fc.constant(true),
    });
    const params = fc.record({
      chatId: id,
      dialogId,
      counter: count,
      active: fc.boolean(),
      botId: id,
      limit: count,
      name: title,
      date,
      multidialog,
    });
    const command = fc.constantFrom(
      'addMultidialog',
      'changeMultidialogStatus',
      'changeMultidialogSessionsLimit',
      'messageChat',
      'readMessageChat',
      'chatUnread',
      'chatRename',
      'messageParamsUpdate',
    );
    fc.assert(
      fc.property(command, params, (name, value) => {
        const event = parsePullEvent(name, value, '1');
        if (typeof event === 'string') return;
        expect(believes({ type: 'portal.event', userId: '1', at: 1, event }), JSON.stringify(event)).toBe(true);
      }),
      { numRuns: 5_000 },
    );
  });

  it('as messages is never lost between the link and the background', async () => {
    const button = fc.record({ BOT_ID: id, COMMAND: title, COMMAND_PARAMS: title, TEXT: title }, { requiredKeys: [] });
    const access = fc.record({ BOT_ID: fc.constant(5), COMMAND: fc.constant('supportAccess'), COMMAND_PARAMS: title });
    const params = fc.oneof(
      fc.record({ KEYBOARD: fc.oneof(fc.array(fc.oneof(button, access)), title), ATTACH: fc.anything(), IMOL_SID: id }),
      fc.anything(),
    );
    const message = fc.record({ id, author_id: id, date, text: title, params }, { requiredKeys: ['id'] });
    const bot = fc.record({ code: fc.constantFrom('network_cloud', 'marta'), type: title, app_id: title });
    const users = fc.array(fc.record({ id, name: title, bot_data: bot }));
    const item = fc.record({
      id: dialogId,
      chat_id: id,
      type: fc.constantFrom('user', 'chat'),
      user: fc.record({ id, bot_data: bot }),
    });
    const page = fc.record({
      messages: fc.array(message),
      users,
      items: fc.array(item),
      notifications: fc.array(message),
    });
    await fc.assert(
      fc.asyncProperty(fc.oneof(page, fc.anything()), async (answer) => {
        const query = {
          carriers: [],
          wantsCarriers: true,
          wantsNotifications: true,
          readUpTo: [],
          known: [[7, 3]] as [number, number][],
        };
        const reader = new AccessReader(query, { userId: '1', host: 'demo.bitrix24.ru', now: 1 });
        const answerAll = (commands: object) => ({
          result: Object.fromEntries(Object.keys(commands).map((name) => [name, answer])),
          errors: {},
        });
        const dialogs = [{ chatId: 20, dialogId: '5', isMain: true } as never];
        const first = answerAll(reader.firstCommands());
        const reading = await reader.finish({ first, dialogs, userName: '' }, async (more) => answerAll(more));
        const outcome = { kind: 'noSupportBot' };
        expect(
          believes({ type: 'reading.finished', userId: '1', outcome, access: reading }),
          JSON.stringify(reading),
        ).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('as a hint of access is never lost between the link and the background', () => {
    const params = fc.record(
      { id, messageId: id, chatId: id, dialogId, senderId: id, type: id, text: title, keyboard: fc.anything() },
      { requiredKeys: [] },
    );
    const command = fc.constantFrom('message', 'messageParamsUpdate', 'messageDeleteV2', 'notifyAdd', 'notifyConfirm');
    fc.assert(
      fc.property(command, params, (name, value) => {
        const watch = new AccessWatch((event) =>
          expect(believes({ type: 'portal.event', userId: '1', at: 1, event }), JSON.stringify(event)).toBe(true),
        );
        const text = 'Поддержке нужен доступ к порталу';
        watch.hear(name, { ...value, text }, { userId: '1', isSupportDialog: () => true });
        watch.end();
      }),
      { numRuns: 2_000 },
    );
  });

  it('as more dialogs than are believed is told as a failure, not lost', () => {
    const entry = { status: 'close', botId: 5, dateMessage: null };
    const multidialogs = Array.from({ length: 20_001 }, (_, index) => ({
      ...entry,
      chatId: index + 1,
      dialogId: `chat${index + 1}`,
    }));
    const result = { list: { chats: [], multidialogs } };
    expect(parseBatch({ result: { result, result_error: [] } })).toEqual({ kind: 'unexpectedShape' });
  });
});
