import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { AccessReadingSchema } from '../../bitrix24/access-schema.ts';
import type { AccessMessage } from '../../domain/access/message.ts';
import { saysOf } from '../../domain/access/patterns.ts';
import { sight } from '../../domain/access/sight.ts';
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
  message,
  PORTAL,
} from './access-messages.ts';

const see = (changes: Partial<AccessMessage> = {}) => sight(message(changes), PORTAL);

describe('what a message says of an access', () => {
  it.each<[string, ReturnType<typeof saysOf>]>([
    [ASK_RU, 'requested'],
    [ASK_EN, 'requested'],
    ['Специалист технической поддержки запрашивает временный доступ к порталу.', 'requested'],
    [
      'Добрый день. Предоставьте, пожалуйста, доступ. Доступ будет открыт на 7 дней. Отменить доступ можно в любой момент.',
      'requested',
    ],
    ['Прежний доступ истёк. Разрешить доступ снова?', 'requested'],
    ['Bitte gewähren Sie dem Support Zugriff', 'requested'],
    ['Доступ сотруднику поддержки разрешён на 21 день.', 'granted'],
    ['Доступ предоставлен. Если нужно, доступ можно отменить.', 'granted'],
    ['Вы разрешили доступ на 7 дней', 'granted'],
    ['The helpdesk employee may access the portal for 21 days.', 'granted'],
    ['Access has been granted until 11 December.', 'granted'],
    ['В доступе сотруднику поддержки отказано.', 'denied'],
    ['Запрос на доступ отклонён', 'denied'],
    ['Нина Лугова: запрос отклонён, доступ не выдан.', 'denied'],
    ['Access was not granted, the request has been declined.', 'denied'],
    ['The helpdesk employee was denied access.', 'denied'],
    ['Доступ сотрудника поддержки отменён.', 'ended'],
    ['Срок доступа истёк', 'ended'],
    ['Ранее предоставленный доступ отозван', 'ended'],
    ['The helpdesk employee no longer has access.', 'ended'],
    ['Your access has been revoked', 'ended'],
    ['Доступ ещё не предоставлен', null],
    ['Доступ будет закрыт через 21 день', null],
    ['Когда доступ будет предоставлен, мы продолжим', null],
    ['Если запрос отклонён, доступ не открывается', 'requested'],
    ['Access can be cancelled at any time', null],
    ['Access will be granted once you agree', null],
    ['Only administrators are allowed access', null],
    ['Support may access your portal only with your consent', null],
    ['Доступ предоставлен?', null],
    ['Отчёт доступен', null],
    ['', null],
    // Support speaks of other kinds of access all day.
    ['Доступ к задаче закрыт.', null],
    ['Проверили: доступ к CRM у сотрудника открыт.', null],
    ['Ограничение снято, доступ на диск разрешён.', null],
    ['Access to the folder has been revoked.', null],
    ['Access to the CRM section was granted.', null],
    ['Доступ к порталу предоставлен.', 'granted'],
    ['Access to your account has been granted.', 'granted'],
  ])('“%s”: %s', (text, says) => expect(saysOf(text)).toBe(says));

  it('is judged in time, however long it is', () => {
    for (const part of [
      'доступ ',
      'нужен ',
      'разрешить a ',
      '[b]',
      '«',
      'д',
      'support ',
      '------------------------',
      '>> ',
      'a.',
      "n't ",
      '№ ',
    ]) {
      const started = performance.now();
      see({ text: part.repeat(20_000 / part.length), author: BY_COLLEAGUE });
      see({ text: part.repeat(20_000 / part.length) });
      expect(performance.now() - started, part).toBeLessThan(4_000);
    }
  });
});

describe('the buttons', () => {
  it.each<[string, Partial<AccessMessage>, string]>([
    ['of a request', {}, 'answers'],
    ['of an access', { buttons: [END] }, 'revoke'],
    ['of something else', { buttons: [button({ command: 'menu' })] }, 'other'],
    ['that are not there', { buttons: [] }, 'none'],
    [
      'of a partner’s request',
      { buttons: [button({ command: 'support24', params: 'activatePartnerSupport' })] },
      'answers',
    ],
    [
      'of a partner’s support',
      { buttons: [button({ command: 'support24', params: 'deactivatePartnerSupport' })] },
      'revoke',
    ],
  ])('%s', (_what, changes, keyboard) => expect(see(changes).keyboard).toBe(keyboard));

  it('are called allow and deny only when words and parameters agree for all of them', () => {
    expect(see().answers).toEqual(['allow', 'deny']);
    expect(see({ buttons: [DENY, ALLOW] }).answers).toEqual(['deny', 'allow']);
    const numbered = [button({ params: 'allow|r1020' }), button({ params: 'deny|r1021', label: 'Отклонить' })];
    expect(see({ buttons: numbered }).answers).toEqual(['allow', 'deny']);
    const inEnglish = [button({ params: 'accept', label: 'Allow' }), button({ params: 'decline', label: 'Decline' })];
    expect(see({ buttons: inEnglish }).answers).toEqual(['allow', 'deny']);
    const partner = [
      button({ command: 'support24', params: 'activatePartnerSupport', label: 'Подключить партнёра' }),
      button({ command: 'support24', params: 'declinePartnerRequest', label: 'Отказаться' }),
    ];
    expect(see({ buttons: partner }).answers).toEqual(['allow', 'deny']);
  });

  it.each<[string, Partial<AccessMessage>]>([
    ['one label is unknown', { buttons: [ALLOW, { ...DENY, label: 'Позже' }] }],
    [
      'parameters tell nothing',
      {
        buttons: [
          { ...ALLOW, params: 'a1b2' },
          { ...DENY, params: 'c3d4' },
        ],
      },
    ],
    [
      'label and parameters disagree',
      {
        buttons: [
          { ...ALLOW, params: 'deny|1' },
          { ...DENY, params: 'allow|1' },
        ],
      },
    ],
    ['both give the same answer', { buttons: [ALLOW, ALLOW] }],
    ['a third one is among them', { buttons: [ALLOW, DENY, button({ params: 'later', label: 'Позже' })] }],
    ['an access can only be ended', { buttons: [END] }],
  ])('are not named when %s', (_why, changes) => expect(see(changes).answers).toBeNull());

  it('that we do not know are named by their commands, and only the vendor’s', () => {
    const strange = [button({ command: '/grantTemp' }), button({ command: 'grantTemp' }), button({ command: 'menu' })];
    expect(see({ buttons: strange }).unknownCommands).toEqual(['grantTemp']);
    expect(see({ buttons: strange, author: BY_COLLEAGUE }).unknownCommands).toEqual([]);
  });
});

describe('what is attached', () => {
  it.each<[string[], string | null]>([
    [['#AAC337'], 'positive'],
    [['#29619b', '#df532d'], 'negative'],
    [['#aac337', '#df532d'], null],
    [[], null],
  ])('%j sounds %s', (attachColours, tone) => expect(see({ attachColours }).tone).toBe(tone));
});

describe('what a genuine request never does', () => {
  it.each([
    'Пришлите логин и пароль администратора',
    'Сообщите код из СМС',
    'Please enter your password to confirm',
    'Нужен доступ. Нужен пароль от портала.',
    'Нужен п[b]аро[/b]ль',
  ])('“%s” asks for a password', (text) => expect(see({ text }).asksForPassword).toBe(true));
  it.each(['Никому не сообщайте пароль', 'Do not send your password', ASK_RU, 'Пароль изменён'])(
    '“%s” asks for none',
    (text) => expect(see({ text }).asksForPassword).toBe(false),
  );

  it.each([
    'Войдите на https://bitrix24.support/login',
    'https://bitrix24.ru@evil.example/a',
    'https://demo.bitrix24.ru.evil.example',
    'https://demo.bitrix24.evil.com',
    'https://b\u0456trix24.ru/',
    'evil.com/access',
    'зайдите на поддержка.рф',
    '[url=http://evil.example]bitrix24.ru[/url]',
    'ht\u200btps://evil.example',
    'https://evil-bitrix24.ru',
  ])('“%s” leads elsewhere', (text) => expect(see({ text }).namesOutsideAddress).toBe(true));
  it.each([
    'https://demo.bitrix24.ru/online/',
    'https://DEMO.bitrix24.ru:443/',
    '[url=https://helpdesk.bitrix24.ru/open/5273287/]Подробнее[/url]',
    'helpdesk.bitrix24.com.',
    'https://dev.1c-bitrix.ru/',
    'Ошибка в index.php и report.pdf, с 12.05.2026, т.е. вчера',
    'настройки CRM.Разрешить доступ',
    'user@example.com',
    ASK_RU,
  ])('“%s” stays at home', (text) => expect(see({ text }).namesOutsideAddress).toBe(false));
});

describe('what a message tells besides', () => {
  it.each<[string, string | null, string | null]>([
    ['Обращение № 12345', null, '12345'],
    ['По обращению №77 нужен доступ', null, '77'],
    ['Ticket 4567: access is needed', null, '4567'],
    ['Chat #5001', null, '5001'],
    ['Обращение № 12345', '99', '99'],
    ['Разрешить доступ на 21 день?', null, null],
    ['По вашему запросу 21 день назад', null, null],
  ])('the ticket in “%s”', (text, ticket, expected) => expect(see({ text, ticket }).ticket).toBe(expected));

  it.each<[string, string]>([
    ['Компания «Ромашка» хочет поддерживать ваш Битрикс24', 'Ромашка'],
    ['Партнёр [b]ООО «Ромашка»[/b] просит', 'ООО «Ромашка»'],
    ['Партнер Acme Consulting запрашивает подключение', 'Acme Consulting'],
    ['The partner Acme wants to support your portal', 'Acme'],
    ['Подтвердите подключение', ''],
  ])('the partner in “%s”', (text, name) => {
    const buttons = [button({ command: 'support24', params: 'activatePartnerSupport' })];
    expect(see({ text, buttons }).partnerName).toBe(name);
    expect(see({ text }).partnerName).toBe('');
  });

  it('the length, believed or not, where it is about access', () => {
    expect(see()).toMatchObject({ days: 21, unbelievedDays: null });
    expect(see({ text: 'Разрешить доступ на 400 дней?' })).toMatchObject({ days: null, unbelievedDays: 400 });
    expect(see({ buttons: [], text: 'Ответим через 3 дня' })).toMatchObject({ days: null, unbelievedDays: null });
  });

  it('the sender, cut to what is kept', () => {
    expect(see().sender).toEqual({ kind: 'support', id: '5', name: 'Поддержка24', isVerified: true });
    expect(see({ author: BY_ASSISTANT }).sender).toMatchObject({ kind: 'assistant', isVerified: true });
    expect(see({ author: BY_MARKET }).sender).toMatchObject({ kind: 'bot', isVerified: false });
    expect(see({ author: BY_COLLEAGUE }).sender).toMatchObject({ kind: 'person' });
    expect(see({ author: BY_NOBODY }).sender).toMatchObject({ kind: 'notice' });
    expect(see({ author: author('9', 'я'.repeat(500), null) }).sender.name).toHaveLength(120);
  });

  it('never the text', () => {
    expect(JSON.stringify(see({ text: `${ASK_RU} Секретная фраза` }))).not.toMatch(/Секретная|CRM|порталу/);
  });
});

describe('whatever is seen', () => {
  it('is believed by the background', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom(ASK_RU, 'доступ на 99999999999 дней', '№ 123456789012345678901234'),
    );
    const any = fc.record({
      author: fc.record({
        id: fc.constantFrom('', '5', '7', 'network-5-1', 'x'.repeat(200)),
        name: text,
        bot: fc.constant(null),
      }),
      buttons: fc.array(fc.record({ botId: fc.constant('5'), command: text, params: text, label: text }), {
        maxLength: 30,
      }),
      attachColours: fc.array(text),
      ticket: fc.constantFrom(null, '12'),
      text,
    });
    fc.assert(
      fc.property(any, (changes) => {
        const reading = {
          ...{
            carriers: null,
            hasNotifications: false,
            gone: [],
            readUpTo: [],
            hasMore: false,
            failure: null,
            userName: '',
          },
          sightings: [see(changes)],
        };
        const parsed = v.safeParse(AccessReadingSchema, reading);
        expect(parsed.success, JSON.stringify(reading)).toBe(true);
        expect(parsed.output).toEqual(reading);
      }),
      { numRuns: 300 },
    );
  });
});
