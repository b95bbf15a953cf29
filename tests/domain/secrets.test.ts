import { describe, expect, it } from 'vitest';
import { excerptOf, findSecrets, maskSecrets, type SecretKind } from '../../domain/secrets.ts';

const HEX = '0123456789abcdef0123456789abcdef';
const HIDDEN_SPACE = '\u200b';

/** What is found, as "kind: the characters found". */
const found = (text: string) => findSecrets(text).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

const wide = (text: string) =>
  text.replace(/[!-~]/g, (sign) => String.fromCharCode((sign.codePointAt(0) ?? 0) - 0x21 + 0xff01));

describe('a password is found', () => {
  it.each([
    ['пароль: Qwerty123', 'Qwerty123'],
    ['ПАРОЛЬ=Qwerty123', 'Qwerty123'],
    ['мой пароль Qwerty!23', 'Qwerty!23'],
    ['Новый пароль — Qwerty123, проверьте', 'Qwerty123'],
    ['входим с паролем Qwerty123.', 'Qwerty123'],
    ['пароль "Qwerty123"', 'Qwerty123'],
    ['пароль такой: qwe123', 'qwe123'],
    ['пароль: 1234', '1234'],
    ['пароль: Солнышко1', 'Солнышко1'],
    ['пароль: qwerty', 'qwerty'],
    ['Пароль от портала: Zima2024', 'Zima2024'],
    ['пароль от портала Zima!2024', 'Zima!2024'],
    ['пароль (временный): abc123', 'abc123'],
    ['пароль администратора: abc123', 'abc123'],
    ['Логин:\nadmin\nПароль:\nQwerty123', 'Qwerty123'],
    ['pass=Qwe12345', 'Qwe12345'],
    ['pwd: s3cret', 's3cret'],
    ['db_password=pa55word', 'pa55word'],
    ['password is Qwerty123', 'Qwerty123'],
    ['password is 123456', '123456'],
    ['The password is: hunter2!', 'hunter2!'],
    ['password for admin: hunter2', 'hunter2'],
    ['{"login":"a","password":"Qwerty123"}', 'Qwerty123'],
    ["'PASSWORD' => 'Qwe123'", 'Qwe123'],
    ['логин/пароль admin/Qwe123', 'admin/Qwe123'],
    ['Логин и пароль: ivan@mail.ru / 123456', '123456'],
    ['login and password: admin Qwe123!', 'Qwe123!'],
    ['https://user:Qwe123@host.ru/', 'Qwe123'],
  ])('in %j', (text, secret) => {
    expect(found(text)).toEqual([`password: ${secret}`]);
  });
});

describe('no password is found', () => {
  it.each([
    'пароль',
    'забыл пароль от портала',
    'забыл пароль от портала company24.bitrix24.ru',
    'пароль не подходит',
    'пароль приложения',
    'Пароль приложения для почты: imap.yandex.ru, порт 993',
    'Не приходит письмо для смены пароля, проверяли и спам',
    'Как сбросить пароль сотруднику Иванову, принят в 2024 году',
    'Пароль: неверный',
    'Ошибка: неверный логин или пароль. Код 403',
    'Пароль от Битрикс24 не подходит',
    'Пароль Bitrix24 не подходит, пароль Office365 тоже',
    'Не меняется пароль для пользователя Ivanov2',
    'Не меняется пароль для пользователя testuser2024',
    'Пароль Outlook2019-клиента не подходит',
    'pass UserId22 as a parameter',
    'Пароль 12-значный, пароль: 12-значный',
    'Пароль: 8-20 символов, буквы и цифры',
    'Пароль: 2024-й год',
    'Пароль OAuth2 не спрашивает',
    'с паролем user42@mail.ru не входит',
    'пароль сброшен в 12:30, заявка 1234567',
    'Как сменить пароль:\n1. Зайти в профиль',
    'Как сменить пароль:\nStep1 не открывается',
    'Пароль: Outlook не принимает',
    'Пароль: https://my.bitrix24.ru/auth/?page=1',
    'логин/пароль не подходят, логин admin',
    'Кнопка «Пароль» и поле «Password1» не видны',
    'password reset link',
    'password reset email never arrives for user42@example.com',
    'The password is incorrect',
    'The password is required and must be 8 characters',
    'Changing the password gives error 1045',
    'password: required',
    'Пароль: required',
    'password: string, at least 8 characters',
    'change_password=yes&lang=ru',
    'compass: N12E34',
    'passport: 4509 123456',
    'We use pass-through authentication, 5 of 7 tests pass: 2 fail',
    'pwd: /home/bitrix/www1',
    'https://host:8080/path@x',
  ])('in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    'password=********',
    'password: <your password 1>',
    'password: {password1}',
    'password=$DB_PASSWORD1',
    'password=%PASS1%',
    'password=YOUR_PASSWORD1',
    'Пароль: xxxxxx1',
    'Пароль: 0000',
    "password=getenv2('DB_PASS')",
    'пароль: ••••',
  ])('in the stand-in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a token is found', () => {
  it.each([
    ['Authorization: Bearer abcdef1234567890abcdef', 'abcdef1234567890abcdef'],
    ['use bearer abcdef1234567890abcdef here', 'abcdef1234567890abcdef'],
    ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sflKxwRJSM', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.sflKxwRJSM'],
    [`https://x.ru/?access_token=${HEX}&a=1`, HEX],
    [`?auth=${HEX}00aa`, `${HEX}00aa`],
    [`"client_secret": "${HEX}"`, HEX],
    [`sessid=${HEX}`, HEX],
    [`токен доступа: ${HEX}`, HEX],
    [`токен ${HEX}`, HEX],
    [`API-ключ: ${HEX}`, HEX],
    [`ghp_${HEX}`, `ghp_${HEX}`],
    [`github_pat_11A_${HEX}`, `github_pat_11A_${HEX}`],
    ['AKIAIOSFODNN7SAMPLE2', 'AKIAIOSFODNN7SAMPLE2'],
    ['xoxb-123456789-abcdefghij', 'xoxb-123456789-abcdefghij'],
    [`https://api.telegram.org/bot123456789:AAH${HEX}/getMe`, `123456789:AAH${HEX}`],
    ['sk-abcd1234efgh5678ijkl9012', 'sk-abcd1234efgh5678ijkl9012'],
    ['sk-proj-abcd1234-efgh5678ijkl9012', 'sk-proj-abcd1234-efgh5678ijkl9012'],
  ])('in %j', (text, secret) => {
    expect(found(text)).toEqual([`token: ${secret}`]);
  });

  it.each([
    'Authorization: Bearer <token>',
    'Authorization: Bearer YOUR_ACCESS_TOKEN_12',
    'Authorization: Bearer SomeAuthenticationToken',
    'Bearer token authentication does not work',
    'Токен начинается с eyJ, но не принимается',
    'token: authentication_failed_v2',
    'token: https://company24.bitrix24.ru/docs12',
    'токен: company24.company2.bitrix24.ru',
    'API key is not accepted, error 0x80070005',
    'токен обновляется каждые 3600 секунд, expires_in=3600',
    'auth=1',
    'access_token истёк, refresh_token тоже',
    'client_id=local.5c8bb1b0bd7d33.12345678',
    'spinner sk-circle sk-cube1 не крутится',
    `commit ${HEX}`,
    '12345678:AA',
  ])('but not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the address of a webhook is found', () => {
  it.each([
    ['https://my.bitrix24.ru/rest/1/abc123xyz456qwe7/crm.deal.list', 'abc123xyz456qwe7'],
    ['https://my.bitrix24.ru/rest/api/12/abc123xyz456qwe7/crm.deal.list', 'abc123xyz456qwe7'],
    ['вебхук https://crm.company.ru/rest/1/abc123xyz456. Что не так', 'abc123xyz456'],
    ['https://my.bitrix24.ru/rest/1/abcdefghijklmnop/', 'abcdefghijklmnop'],
    ['https://hooks.slack.com/services/T024BE7LD/B012345/abcDEF123ghiJ', 'T024BE7LD/B012345/abcDEF123ghiJ'],
    ['https://discord.com/api/webhooks/123456789012345678/AbC123-def456_ghi789', 'AbC123-def456_ghi789'],
  ])('in %j', (text, secret) => {
    expect(found(text)).toEqual([`webhook: ${secret}`]);
  });

  it.each([
    'https://my.bitrix24.ru/rest/crm.deal.list.json',
    'https://my.bitrix24.ru/rest/1/crmdealcategory2.list',
    'https://my.bitrix24.ru/rest/1/xxxxxxxxxxxxxxxx/crm.lead.add',
    'https://my.bitrix24.ru/rest/1/{код}/crm.lead.add',
    'https://my.bitrix24.ru/rest/1/documentation',
    'https://hooks.slack.com/services/',
    'вебхук перестал приходить',
  ])('but not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a cookie is found', () => {
  it.each([
    ['Cookie: PHPSESSID=abcdef123456; a=b', 'PHPSESSID=abcdef123456; a=b'],
    ['Set-Cookie: sid=deadbeef1234; path=/\nHost: x', 'sid=deadbeef1234; path=/'],
    ['curl -H "Cookie: a=1; sid=deadbeef1234" -H "x"', 'a=1; sid=deadbeef1234'],
    ['PHPSESSID=abcd1234efgh', 'abcd1234efgh'],
    ['BITRIX_SM_UIDH=abcdef123', 'abcdef123'],
  ])('in %j', (text, secret) => {
    expect(found(text)).toEqual([`cookie: ${secret}`]);
  });

  it.each(['Файлы cookie: очистили, не помогло', 'Cookie: a=b', 'очистил cookie и кеш, PHPSESSID меняется'])(
    'but not in %j',
    (text) => {
      expect(found(text)).toEqual([]);
    },
  );
});

describe('a bank card is found', () => {
  it.each([
    '4111 1111 1111 1111',
    '4111-1111-1111-1111',
    '4111\u00a01111\u00a01111\u00a01111',
    '4111111111111111',
    '5555555555554444',
    '2200000000000004',
    '3782 822463 10005',
    '30569309025904',
    '6011111111111117',
    '3530111333300000',
    '4222222222222',
  ])('%j', (card) => {
    expect(found(card)).toEqual([`card: ${card}`]);
    expect(found(`карта ${card}, спасибо`)).toEqual([`card: ${card}`]);
  });

  it('with its term and with the code from its back', () => {
    expect(found('4111 1111 1111 1111 12/27')).toEqual(['card: 4111 1111 1111 1111']);
    expect(found('4111 1111 1111 1111 123')).toEqual(['card: 4111 1111 1111 1111 123']);
  });

  it.each([
    ['wrong check digit', '4111 1111 1111 1112'],
    ['a phone', '+7 912 345-67-89, 8 800 555 35 35, 79123456789'],
    ['a number after a plus', '+4111111111111111'],
    ['an account of 20 digits', '40817810099910004312'],
    ['an account in groups', '4111 1111 1111 1111 1111'],
    ['an account and bank details', 'р/с 40702810900000012345, БИК 044525225, ИНН 7707083893, ОГРН 1027700132195'],
    ['moments in time', '1732104000000 и 1732104000002'],
    ['numbers of a foreign scheme', '1111111111111117 и 9999999999999995'],
    ['a Russian barcode', '4607001771562 и 4607001771524'],
    ['an IMEI', '356938035643809'],
    ['an object in an address', 'https://my.bitrix24.ru/crm/deal/details/4111111111111111/'],
    ['part of a name', 'id_4111111111111111 и 4111111111111111a'],
    ['a sum', '4111111111111111,11'],
    ['numbers in lines', '4111\n1111\n1111\n1111'],
  ])('but not: %s', (_what, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a private key is found', () => {
  const body = 'MIIEpAIBAAKCAQEA0123456789abcdef\n0123456789abcdef';
  it.each(['RSA PRIVATE KEY', 'PRIVATE KEY', 'ENCRYPTED PRIVATE KEY', 'PGP PRIVATE KEY BLOCK'])('%s', (name) => {
    const key = `-----BEGIN ${name}-----\n${body}\n-----END ${name}-----`;
    expect(found(`ключ ${key} дальше`)).toEqual([`key: ${key}`]);
  });

  it('to the end of the text when its own end is missing', () => {
    const key = `-----BEGIN PRIVATE KEY-----\n${body}`;
    expect(found(`ключ ${key}`)).toEqual([`key: ${key}`]);
  });

  it.each([
    '-----BEGIN PRIVATE KEY----- есть в файле, это нормально?',
    `-----BEGIN PUBLIC KEY-----\n${body}\n-----END PUBLIC KEY-----`,
    `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----`,
  ])('but not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('an ordinary message has no secret', () => {
  it.each([
    'Здравствуйте! На портале с 20.11.2026 14:05 не открывается канбан сделок. Нажимаю CRM > Сделки, вижу пустой экран. Chrome 126.0.6478.127.',
    'Добрый день, подскажите, как передать роль администратора? Спасибо',
    'Заявка 12345678, диалог chat98765, пользователь 42, телефон +7 (495) 123-45-67',
    "Robot 'Create invoice' fails with 500 in pipeline #12, request id 7f3e2d1c-aa",
    'The task https://my.bitrix24.com/company/personal/user/1/tasks/task/view/123456/ does not close',
    "TypeError: Cannot read properties of undefined (reading 'auth')",
    'uuid 123e4567-e89b-12d3-a456-426614174000',
    'Договор № 2024-11/15-7, сумма 1 250 000,00 руб., НДС 20 %, оплата 15.12.2026',
    '👍🏽 Всё заработало… Спасибо',
    '',
  ])('%j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the findings', () => {
  const text = `Пароль: Qwerty123\nhttps://my.bitrix24.ru/rest/1/abc123xyz456/\nтокен: ghp_${HEX}\nкарта 4111 1111 1111 1111`;

  it('come in order and do not overlap', () => {
    const findings = findSecrets(text);
    expect(findings.map(({ kind }) => kind)).toEqual<SecretKind[]>(['password', 'webhook', 'token', 'card']);
    for (const [index, finding] of findings.entries()) {
      expect(finding.start).toBeGreaterThanOrEqual(findings[index - 1]?.end ?? 0);
    }
  });

  it('of two rules become one that covers both and has the more telling kind', () => {
    expect(found(`пароль: ghp_${HEX}!Qwe1`)).toEqual([`token: ghp_${HEX}!Qwe1`]);
  });

  it('tell places in the text as it was typed, whatever is hidden in it', () => {
    const hidden = [...'Qwerty123'].join(HIDDEN_SPACE);
    expect(found(`па${HIDDEN_SPACE}роль: ${hidden} ок`)).toEqual([`password: ${hidden}`]);
    expect(found(`👍 ${wide('pass=Qwerty123')} ок`)).toEqual([`password: ${wide('Qwerty123')}`]);
    expect(found(`пароль: 𝐐𝐰𝐞𝐫𝐭𝐲𝟏𝟐𝟑 ок`)).toEqual(['password: 𝐐𝐰𝐞𝐫𝐭𝐲𝟏𝟐𝟑']);
    expect(found(`${wide('4111')}\u2060 1111 1111 1111`)).toEqual([`card: ${wide('4111')}\u2060 1111 1111 1111`]);
  });

  it('are masked with dots that tell no length, and the rest stays', () => {
    expect(maskSecrets(text, findSecrets(text))).toBe(
      'Пароль: ••••\nhttps://my.bitrix24.ru/rest/1/••••/\nтокен: ••••\nкарта ••••',
    );
    expect(maskSecrets('ничего', [])).toBe('ничего');
  });

  it('are not found again once masked', () => {
    expect(findSecrets(maskSecrets(text, findSecrets(text)))).toEqual([]);
  });

  it('are shown by two characters and dots', () => {
    const shown = (secret: string) => findSecrets(secret).map((finding) => excerptOf(secret, finding));
    expect(shown('пароль: Qwerty123')).toEqual(['Qw••••']);
    expect(shown(`пароль: Q${HIDDEN_SPACE}werty123`)).toEqual(['Qw••••']);
  });
});

describe('the time it takes', () => {
  const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
  const fastest = (text: string) => {
    let best = Number.POSITIVE_INFINITY;
    for (let round = 0; round < 5; round++) {
      const start = performance.now();
      findSecrets(text);
      best = Math.min(best, performance.now() - start);
    }
    return best;
  };

  // Eight times the text may take eight times as long; a pattern that looks back takes 64 times.
  it.each([
    'eyJ',
    '-eyJa',
    'a',
    '1',
    '1 ',
    '4111 1111 ',
    'пароль ',
    'пароль: ',
    'pass=a',
    'password for a ',
    'password (',
    'логин/пароль a ',
    'пароль: a.a.',
    '/rest/1/a',
    '://a:b',
    'cookie: a=b;',
    '-----BEGIN ',
    '-----BEGIN PRIVATE KEY-----aaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    'token a.b.',
    'BITRIX_SM_a',
    '12345678:AA',
    '.',
    HIDDEN_SPACE,
    'ａ',
  ])('grows with the length and not faster for %j again and again', (part) => {
    const [short, long] = [fastest(fill(part, 10_000)), fastest(fill(part, 80_000))];
    expect(long / Math.max(short, 0.05)).toBeLessThan(30);
  });

  it.each(['.', 'a', 'a.', '1', '@a', '&a='])('grows with the length of one value made of %j', (part) => {
    const value = (length: number) => `пароль: ${fill(part, length)}!x`;
    expect(fastest(value(80_000)) / Math.max(fastest(value(10_000)), 0.05)).toBeLessThan(30);
  });
});
