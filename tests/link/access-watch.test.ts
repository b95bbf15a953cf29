import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RequestCopy } from '../../domain/access/record.ts';
import type { AccessView } from '../../domain/access/view.ts';
import type { AccessNews } from '../../domain/events.ts';
import { AccessWatch } from '../../link/access-watch.ts';
import { NOTHING_TO_ASK } from './scene.ts';

const ASK = 'Сотруднику поддержки нужен доступ к вашему порталу. Разрешить доступ?';
const ANSWERS = [{ COMMAND: 'supportAccess', COMMAND_PARAMS: 'allow|1' }];

let told: AccessNews[];
let watch: AccessWatch;
const surroundings = { userId: '1', isSupportDialog: (chatId: number) => chatId === 20 || chatId === 21 };
const hear = (command: string, params: object) => watch.hear(command, params, surroundings);
const hints = () => told.filter(({ type }) => type === 'access.hinted');
const viewWith = (copy: Partial<RequestCopy>) => ({ items: [{ copies: [copy] }] }) as unknown as AccessView;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  told = [];
  watch = new AccessWatch((news) => told.push(news));
  watch.takeQuery({
    ...NOTHING_TO_ASK,
    carriers: [{ chatId: 20, dialogId: '5', kind: 'support' }],
    readUpTo: [[20, 100]],
  });
});
afterEach(() => {
  watch.end();
  vi.useRealTimers();
});

describe('a new message is a reason to look', () => {
  it.each<[string, object]>([
    ['with buttons of a request, in any chat', { chatId: 40, dialogId: 'chat40', senderId: 9, keyboard: ANSWERS }],
    [
      'with buttons of a partner’s request',
      {
        chatId: 20,
        dialogId: '5',
        senderId: 5,
        keyboard: [{ COMMAND: 'support24', COMMAND_PARAMS: 'activatePartnerSupport' }],
      },
    ],
    ['that asks for support, in any chat', { chatId: 40, dialogId: 'chat40', senderId: 9, text: ASK }],
    ['that asks, where requests arrive', { chatId: 20, dialogId: '5', senderId: 5, text: 'Предоставьте доступ' }],
    [
      'that answers, where requests arrive',
      { chatId: 20, dialogId: '5', senderId: 0, text: 'Доступ разрешён на 21 день' },
    ],
  ])('%s', (_what, params) => {
    hear('message', params);
    expect(hints()).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['of one’s own', { chatId: 20, dialogId: '5', senderId: '1', text: ASK, keyboard: ANSWERS }],
    ['of a colleague about a folder', { chatId: 40, dialogId: '2', senderId: 2, text: 'Дай доступ к папке' }],
    [
      'with other buttons',
      { chatId: 20, dialogId: '5', senderId: 5, keyboard: [{ COMMAND: 'menu', COMMAND_PARAMS: '1' }] },
    ],
    ['without a chat', { senderId: 5, keyboard: ANSWERS }],
    ['of a shape nobody knows', { chatId: 'x', dialogId: {}, keyboard: 7 }],
  ])('but not one %s', (_what, params) => {
    hear('messageChat', params);
    expect(hints()).toEqual([]);
  });
});

describe('a change of a message that is followed', () => {
  beforeEach(() => {
    watch.takeQuery({
      ...NOTHING_TO_ASK,
      carriers: [{ chatId: 20, dialogId: '5', kind: 'support' }],
      known: [[20, 100]],
    });
    watch.takeView(viewWith({ messageId: 300, chatId: 30, dialogId: '6' }));
  });

  it.each<[string, object, object]>([
    ['messageParamsUpdate', { id: 100, chatId: 20, keyboard: 'N' }, { chatId: 20, dialogId: '5' }],
    ['messageUpdate', { id: 100, chatId: 20, dialogId: '5' }, { chatId: 20, dialogId: '5' }],
    ['messageDelete', { id: 300, dialogId: '6' }, { chatId: 30, dialogId: '6' }],
    ['messageDeleteComplete', { id: 300, chatId: 30 }, { chatId: 30, dialogId: '6' }],
    ['messageDeleteV2', { chatId: 30, dialogId: 6 }, { chatId: 30, dialogId: '6' }],
  ])('by %s is a reason to look', (command, params, place) => {
    hear(command, params);
    expect(told).toEqual([{ type: 'access.hinted', ...place }]);
  });

  it('is none for any other message', () => {
    hear('messageParamsUpdate', { id: 101, chatId: 20, hasAttach: true });
    hear('messageUpdate', { id: 101, chatId: 20, dialogId: '5', text: '' });
    hear('messageDeleteV2', { chatId: 40, dialogId: 'chat40' });
    expect(told).toEqual([]);
  });

  it('is one for a message that has turned into a request', () => {
    hear('messageParamsUpdate', { id: 101, chatId: 40, keyboard: ANSWERS });
    hear('messageUpdate', { id: 102, chatId: 20, dialogId: '5', senderId: 5, text: 'Нужен доступ' });
    expect(hints()).toHaveLength(2);
  });
});

describe('a notification', () => {
  it('that is to be confirmed and asks is a reason to look', () => {
    hear('notifyAdd', { id: 900, type: 1, text: ASK });
    expect(told).toEqual([{ type: 'access.hinted', chatId: 0, dialogId: 'notify' }]);
  });
  it('of another kind or about something else is none', () => {
    hear('notifyAdd', { id: 900, type: 3, text: ASK });
    hear('notifyAdd', { id: 900, type: 1, text: '' });
    hear('notifyConfirm', { id: 900, chatId: 3 });
    expect(told).toEqual([]);
  });
  it('that is followed and was answered is a reason to look', () => {
    watch.takeView(viewWith({ messageId: 900, chatId: 3, dialogId: 'notify' }));
    hear('notifyConfirm', { id: 900, chatId: 3 });
    expect(hints()).toHaveLength(1);
  });
});

describe('a flood', () => {
  const flood = (count: number, chatId = 40) => {
    for (let index = 0; index < count; index += 1) {
      hear('messageChat', { messageId: index + 1, chatId, dialogId: `chat${chatId}`, senderId: 9, keyboard: ANSWERS });
    }
  };

  it('of five hundred messages is told at once, and once more at its end', () => {
    flood(500);
    expect(hints()).toHaveLength(1);
    vi.advanceTimersByTime(1_000);
    expect(hints()).toHaveLength(2);
    vi.advanceTimersByTime(10_000);
    expect(hints()).toHaveLength(2);
  });

  it('in one chat does not keep back another', () => {
    flood(500);
    flood(1, 41);
    expect(hints()).toHaveLength(2);
  });

  it('that goes on is told once a second', () => {
    for (let second = 0; second < 10; second += 1) {
      flood(50);
      vi.advanceTimersByTime(1_000);
    }
    expect(hints().length).toBeGreaterThanOrEqual(10);
    expect(hints().length).toBeLessThanOrEqual(11);
  });

  it('is not held up by a clock that was set back', () => {
    flood(1);
    vi.setSystemTime(0);
    flood(1);
    expect(hints()).toHaveLength(2);
  });

  it('is forgotten with the page', () => {
    flood(2);
    watch.end();
    vi.advanceTimersByTime(5_000);
    expect(hints()).toHaveLength(1);
  });
});

describe('what support says in a dialog', () => {
  const mentions = () => told.filter(({ type }) => type === 'access.mentioned');

  it('is told when it is about access', () => {
    hear('messageChat', { chatId: 21, dialogId: 'chat21', senderId: 5, text: 'Мы запросили доступ к вашему порталу' });
    expect(mentions()).toEqual([{ type: 'access.mentioned', chatId: 21 }]);
  });
  it('is not told otherwise, from elsewhere, or when one says it oneself', () => {
    hear('messageChat', { chatId: 21, dialogId: 'chat21', senderId: 5, text: 'Отчёт доступен' });
    hear('messageChat', { chatId: 40, dialogId: 'chat40', senderId: 2, text: 'Нужен доступ к порталу' });
    hear('messageChat', { chatId: 21, dialogId: 'chat21', senderId: '1', text: 'Нужен доступ к порталу' });
    expect(mentions()).toEqual([]);
  });
});

describe('buttons that the messenger shows', () => {
  it('under a message that no reading has seen are a reason to look, once', () => {
    watch.seeButtons('5', [90, 101]);
    watch.seeButtons('5', [90, 101]);
    expect(told).toEqual([{ type: 'access.hinted', chatId: 20, dialogId: '5' }]);
  });
  it('under known messages or in other chats are none', () => {
    watch.seeButtons('5', [90, 100]);
    watch.seeButtons('chat40', [500]);
    expect(told).toEqual([]);
    expect(watch.isCarrier('5')).toBe(true);
    expect(watch.isCarrier('chat40')).toBe(false);
  });
});
