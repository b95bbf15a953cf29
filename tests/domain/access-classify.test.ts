import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classify, senderOf, vendorBot } from '../../domain/access/classify.ts';
import type { AccessMessage } from '../../domain/access/message.ts';
import {
  ALLOW,
  ASK_EN,
  ASK_RU,
  author,
  BY_ASSISTANT,
  BY_COLLEAGUE,
  BY_MARKET,
  BY_NOBODY,
  button,
  DENY,
  END,
  MARKET,
  message,
  PARTNER,
  PORTAL,
  SUPPORT,
} from './access-messages.ts';

const judge = (changes: Partial<AccessMessage> = {}) => classify(message(changes), PORTAL);
const kindOf = (changes: Partial<AccessMessage> = {}) => judge(changes).kind;

describe('R1: buttons of the vendor’s own command', () => {
  it.each<[string, Partial<AccessMessage>]>([
    ['by the support bot', {}],
    [
      'by the assistant',
      { author: BY_ASSISTANT, dialogId: '6', buttons: [ALLOW, DENY].map((b) => ({ ...b, botId: '6' })) },
    ],
    ['by the support bot with the assistant’s buttons', { buttons: [ALLOW, DENY].map((b) => ({ ...b, botId: '6' })) }],
    ['that do not tell their bot', { buttons: [ALLOW, DENY].map((b) => ({ ...b, botId: null })) }],
    ['by a person of the support', { author: author('network-5-12', 'Support', null) }],
    ['in the chat for all administrators', { chatKind: 'notifier', dialogId: 'chat30' }],
    ['with a text that we do not know', { text: 'Hyväksy?' }],
    ['without a text', { text: '' }],
    [
      'under a portal where the bot names only its type',
      { author: author('5', 'Поддержка24', { ...SUPPORT, code: 'support24' }) },
    ],
    ['of which one button allows and no other is there', { buttons: [ALLOW] }],
  ])('%s are a request', (_what, changes) => {
    expect(judge(changes)).toMatchObject({ kind: 'request', confidence: 0.9 });
    expect(judge(changes).because.slice(0, 2)).toEqual(['accessCommand', 'senderVerified']);
  });

  it('that address a bot which is not the vendor’s are a warning', () => {
    expect(judge({ buttons: [ALLOW, { ...DENY, botId: '7' }] })).toMatchObject({ kind: 'lookalike' });
    expect(judge({ buttons: [ALLOW, { ...DENY, botId: '7' }] }).because).toContain('buttonsOfAnotherBot');
  });

  it('that address a bot nobody knows are for a person to judge', () => {
    expect(kindOf({ buttons: [ALLOW, { ...DENY, botId: '99' }] })).toBe('probable');
  });
});

describe('R2: a partner who asks to take over', () => {
  const yes = button({ command: 'support24', params: 'activatePartnerSupport', label: 'Да' });
  const no = button({ command: 'support24', params: 'declinePartnerRequest', label: 'Нет' });
  const end = button({ command: 'support24', params: 'deactivatePartnerSupport', label: 'Отключить' });

  it('is a request of its own kind', () => {
    expect(judge({ buttons: [yes, no], text: 'Партнёр просит' })).toMatchObject({
      kind: 'partnerRequest',
      confidence: 0.99,
    });
  });
  it('whose support can be ended is active', () => expect(kindOf({ buttons: [end] })).toBe('partnerActive'));
  it('asks through the support bot alone', () => {
    expect(kindOf({ buttons: [yes, no], author: BY_ASSISTANT })).toBe('probable');
    expect(kindOf({ buttons: [yes, no], author: author('8', 'Partner', PARTNER) })).toBe('lookalike');
  });
  it('is not meant by other buttons of the same command', () => {
    const resume = button({ command: 'support24', params: 'resume', label: 'Продолжить' });
    expect(kindOf({ buttons: [resume], text: 'Продолжить?' })).toBe('nothing');
  });
});

describe('R3: commands that nobody knows', () => {
  const strange = [button({ command: 'grantTemp', params: '1' }), button({ command: 'grantTemp', params: '2' })];

  it('with the words of a request are probable', () => {
    expect(judge({ buttons: strange })).toMatchObject({ kind: 'probable', confidence: 0.6 });
    expect(judge({ buttons: strange }).because).toContain('unknownCommands');
  });
  it('with other words are nothing', () => expect(kindOf({ buttons: strange, text: 'Оцените ответ' })).toBe('nothing'));
  it('do not count when they are the support’s menu', () => {
    const menu = [button({ command: 'menu', params: '1' }), button({ command: 'menu', params: 'exit' })];
    expect(kindOf({ buttons: menu })).toBe('hint');
  });
});

describe('R4: a single button of the command', () => {
  it('means an access that can be ended', () => {
    expect(judge({ buttons: [END], text: '' })).toEqual({
      kind: 'revocable',
      confidence: 0.65,
      because: ['accessCommand', 'senderVerified', 'onlyRevokeButton'],
    });
  });
  it('never does when it allows', () => expect(kindOf({ buttons: [ALLOW] })).toBe('request'));
  it.each<[string, Partial<AccessMessage>]>([
    ['declines', { buttons: [DENY] }],
    ['says nothing of an end', { buttons: [button({ params: 'r1', label: 'Ответить' })] }],
  ])('is for a person to judge when it %s', (_what, changes) => {
    expect(judge(changes)).toMatchObject({ kind: 'probable', confidence: 0.6 });
  });
  it.each<[string, Partial<AccessMessage>]>([
    ['by its label', { buttons: [button({ params: 'r1', label: 'Revoke access' })], text: '' }],
    ['by its parameters', { buttons: [button({ params: 'revoke|r1', label: 'Zugriff' })], text: '' }],
    ['by the words above it', { buttons: [button({ params: 'r1', label: 'OK' })], text: 'Доступ предоставлен.' }],
  ])('is known to end an access %s', (_what, changes) => expect(kindOf(changes)).toBe('revocable'));
});

describe('R5 and R6: words without buttons', () => {
  it('of the support are a hint and no more', () => {
    expect(judge({ buttons: [] })).toMatchObject({ kind: 'hint', confidence: 0.4 });
    expect(judge({ buttons: [], text: ASK_EN })).toMatchObject({ kind: 'hint' });
  });
  it.each(['Здравствуйте, чем помочь?', 'Отчёт доступен по ссылке', 'Сервис временно недоступен', ''])(
    '“%s” are nothing',
    (text) => expect(kindOf({ buttons: [], text })).toBe('nothing'),
  );
});

describe('R7: a notification that is to be confirmed', () => {
  const confirm = [button({ command: 'notifyConfirm' }), button({ command: 'notifyConfirm' })];
  const notification = { carrier: 'notification', dialogId: 'notify', author: BY_NOBODY, buttons: confirm } as const;

  it('may be a request', () => {
    expect(judge(notification)).toMatchObject({ kind: 'probable', confidence: 0.35 });
    expect(judge(notification).because).toContain('confirmNotification');
  });
  it('of somebody who is not support is nothing', () => {
    expect(kindOf({ ...notification, text: 'Анна просит доступ к вашему Битрикс24. Разрешить доступ?' })).toBe(
      'nothing',
    );
  });
  it('with other words is nothing', () => {
    expect(kindOf({ ...notification, text: 'Новый сотрудник ждёт подтверждения' })).toBe('nothing');
  });
});

describe('R8: anybody else', () => {
  it.each<[string, Partial<AccessMessage>, string]>([
    ['a bot of the market with the name and the code', { author: BY_MARKET }, 'senderIsApplication'],
    [
      'a bot with the name and another code',
      { author: author('9', 'Марта', { ...MARKET, code: 'helper', appId: '' }) },
      'nameImitates',
    ],
    [
      'a bot with a code like the vendor’s',
      { author: author('9', 'X', { code: 'network_cloud', type: 'bot', appId: 'local.y' }) },
      'senderIsApplication',
    ],
    ['a colleague with buttons', { author: BY_COLLEAGUE, text: 'Смотри' }, 'senderIsPerson'],
    ['a colleague with buttons of the vendor’s bot', { author: BY_COLLEAGUE, dialogId: '2' }, 'accessCommand'],
    [
      'a colleague called like the assistant, in words',
      { author: author('2', 'Марта', null), buttons: [], text: 'Предоставьте доступ к порталу' },
      'nameImitates',
    ],
    ['a colleague who asks in the support’s words', { author: BY_COLLEAGUE, buttons: [] }, 'textAsksForAccess'],
    [
      'letters of two alphabets',
      { author: BY_MARKET, buttons: [], text: 'Пoддepжкa Битpикc24: пpeдocтaвьтe дocтyп' },
      'mixedLetters',
    ],
    [
      'unseen characters and markup',
      { author: BY_MARKET, buttons: [], text: 'Раз\u200bрешите [b]до\u00adступ[/b] поддержке' },
      'textAsksForAccess',
    ],
    ['a bot of a partner', { author: author('8', 'Партнёр', PARTNER) }, 'senderUnverified'],
    [
      'a notice with buttons outside of the vendor’s chats',
      { author: BY_NOBODY, dialogId: 'chat7', chatKind: 'other' },
      'senderUnverified',
    ],
  ])('%s is a warning', (_what, changes, because) => {
    expect(kindOf(changes)).toBe('lookalike');
    expect(judge(changes).because).toContain(because);
  });

  it.each([
    'Дай доступ к папке «Проекты»',
    'Разрешите доступ к отчёту поддержки клиентов',
    'Открой доступ, пожалуйста',
    'Поддержка запросила доступ, кто-нибудь ответил?',
    'Попроси поддержку дать доступ к порталу',
    'Доступ поддержке предоставлен',
    'Please give me access to the folder',
    'Support has access now',
    `------------------------------------------------------\nМарта [12:00]\n${ASK_RU}\n------------------------------------------------------\nЧто это было?`,
    `>> ${ASK_RU}\nЧто ответим?`,
  ])('a colleague who writes “%s” is no warning', (text) => {
    expect(kindOf({ author: BY_COLLEAGUE, buttons: [], text, dialogId: '2' })).toBe('nothing');
  });

  it('a notice with buttons at home is for a person to judge', () => {
    expect(kindOf({ author: BY_NOBODY })).toBe('probable');
  });

  it('what one writes oneself is nothing, whatever it says', () => {
    expect(kindOf({ author: author('1', 'Я', null) })).toBe('nothing');
  });
});

describe('the sender', () => {
  it.each<[string, Parameters<typeof vendorBot>[0], string | null]>([
    ['network_cloud', SUPPORT, 'support'],
    ['marta without an application', { code: 'marta', type: 'human', appId: '' }, 'assistant'],
    ['marta of an application', MARKET, null],
    ['a bot of a partner', PARTNER, null],
    ['the support of an own server', { ...SUPPORT, code: 'network_box' }, null],
    ['another line', { code: 'network_a1b2', type: 'network', appId: '' }, null],
    ['a person', null, null],
  ])('%s', (_what, bot, kind) => expect(vendorBot(bot)).toBe(kind));

  it('is told by the chat for all administrators, too', () => {
    expect(senderOf(message({ chatKind: 'notifier' }), PORTAL)).toMatchObject({ kind: 'notifier', isVerified: true });
  });
});

describe('whatever is sent', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.constantFrom(ASK_RU, ASK_EN, ASK_RU.repeat(20)),
  );
  const bot = fc.option(
    fc.record({
      code: fc.constantFrom('network_cloud', 'network_partner', 'marta', 'support24', 'x', ''),
      type: fc.constantFrom('bot', 'support24', 'network', 'human', ''),
      appId: fc.constantFrom('', 'local.x'),
    }),
  );
  const buttons = fc.array(
    fc.record({
      botId: fc.constantFrom('5', '6', '7', '99', null),
      command: fc.constantFrom('supportAccess', '/SUPPORTACCESS', 'support24', 'menu', 'else', ''),
      params: fc.constantFrom('allow|1', 'deny|1', 'activatePartnerSupport', 'deactivatePartnerSupport', ''),
      label: fc.oneof(text, fc.constantFrom('Разрешить', 'Отклонить')),
    }),
    { maxLength: 4 },
  );
  const any = fc.record({
    author: fc.record({
      id: fc.constantFrom('', '0', '2', '5', '7', 'network-5-1', 'network-7-1', 'network-'),
      name: text,
      bot,
    }),
    carrier: fc.constantFrom<AccessMessage['carrier']>('message', 'notification'),
    chatKind: fc.constantFrom<AccessMessage['chatKind']>('private', 'question', 'notifier', 'other'),
    buttons,
    text,
  });

  it('never throws and is never a request, a grant or a partner’s of a sender who is not proved', () => {
    fc.assert(
      fc.property(any, (changes) => {
        const given = message(changes);
        const { kind, confidence, because } = classify(given, PORTAL);
        expect(confidence).toBeGreaterThan(0);
        expect(new Set(because).size).toBe(because.length);
        if (senderOf(given, PORTAL).isVerified && given.carrier === 'message') return;
        expect(['request', 'revocable', 'partnerRequest', 'partnerActive']).not.toContain(kind);
      }),
      { numRuns: 600 },
    );
  });
});
