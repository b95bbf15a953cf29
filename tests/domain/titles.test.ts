import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDefaultTitle, PORTAL_TITLE_MAX, portalTitle, suggestTitle } from '../../domain/titles.ts';

describe('the portal’s own title', () => {
  it.each([
    null,
    '',
    '  ',
    'Вопрос в поддержку - 812',
    'Вопрос в поддержку - #812',
    'Вопрос в поддержку — №812',
    'вопрос в поддержку № 812',
    '«Вопрос в поддержку – 812»',
    'Вопрос в\u00A0поддержку\u00A0\u2212\u00A0812 ',
    'Вопрос в поддержку',
    '— №812',
    'Helpdesk request - #812',
    'HELPDESK REQUEST #1',
    'Helpdesk request 812',
    'Helpdesk request',
  ])('is “%s”', (title) => {
    expect(isDefaultTitle(title)).toBe(true);
  });

  it.each([
    'Вопрос в поддержку - 812: CRM',
    'Не работает CRM',
    'Helpdesk request form is broken',
    'Re: Helpdesk request - #812',
    '812',
    'Office - 812',
    '0',
  ])('is not “%s”', (title) => {
    expect(isDefaultTitle(title)).toBe(false);
  });
});

describe('a suggested title', () => {
  it('is the topic when there is one', () => {
    expect(suggestTitle('  Mail \n does\tnot  arrive ', 'Hello! Something else.')).toBe('Mail does not arrive');
  });

  it.each(['', '  ', '0', '!!!', '\u200B\u202E'])('is taken from the text when the topic is “%s”', (topic) => {
    expect(suggestTitle(topic, 'Mail does not arrive. Since today.')).toBe('Mail does not arrive');
  });

  it.each([
    ['Здравствуйте! Не работает CRM. Помогите.', 'Не работает CRM'],
    ['Здравствуйте, не открывается задача', 'не открывается задача'],
    ['Добрый день, коллеги!\nНе приходят письма', 'Не приходят письма'],
    ['Доброго времени суток. Пропал чат?', 'Пропал чат?'],
    ['Добрый вечер, Иван Петрович! Пропал чат', 'Пропал чат'],
    ['Уважаемая поддержка, пропал чат', 'пропал чат'],
    ['Всем привет) Пропал чат', 'Пропал чат'],
    ['Hello team, printing fails. We tried twice.', 'printing fails'],
    ['Hi Maria,\n\nprinting fails', 'printing fails'],
    ['Hi, Maria! Printing fails', 'Printing fails'],
    ['Dear Sir or Madam,\r\nPrinting fails', 'Printing fails'],
    ['Dear support team: printing fails', 'printing fails'],
    ['Good morning — printing fails', 'printing fails'],
    ['***\n👍\n12345\nPrinting fails', 'Printing fails'],
  ])('of “%s” is “%s”', (text, title) => {
    expect(suggestTitle('', text)).toBe(title);
  });

  it.each([
    ['High load since noon', 'High load since noon'],
    ['Коллеги жалуются на CRM', 'Коллеги жалуются на CRM'],
    ['Support for 2FA is missing', 'Support for 2FA is missing'],
    ['Приветственное письмо не уходит', 'Приветственное письмо не уходит'],
  ])('keeps words that only look like a greeting: “%s”', (text, title) => {
    expect(suggestTitle('', text)).toBe(title);
  });

  it.each(['', ' \n ', '!!!', '0', '0\n0', 'Здравствуйте!', 'Добрый день, Мария!', 'Hello, Maria', '👍👍'])(
    'is empty when nothing is said: “%s”',
    (text) => {
      expect(suggestTitle('0', text)).toBe('');
    },
  );

  it('has no signs that are not seen or turn the text around', () => {
    expect(suggestTitle('a\u202Eb\u2066c\u0000d\u200Be\uFEFF\u00ADf\uD800g', '')).toBe('abc defg');
  });

  it('keeps the joiners that emoji and scripts are written with', () => {
    expect(suggestTitle('Team 👩‍👩‍👧', '')).toBe('Team 👩‍👩‍👧');
    expect(suggestTitle('می\u200Cخواهم', '')).toBe('می\u200Cخواهم');
  });

  it('is cut behind a word, without the comma', () => {
    const title = suggestTitle(
      '',
      'Business processes stop at the second step of approval, although nobody changed them',
    );
    expect(title).toBe('Business processes stop at the second step of approval…');
  });

  it('is 60 characters at most, and a title of 60 is not cut', () => {
    const sixty = 'Sixty characters are what fits into one row of the list, ok?';
    expect(sixty.length).toBe(60);
    expect(suggestTitle(sixty, '')).toBe(sixty);
    expect(suggestTitle('a'.repeat(61), '')).toBe(`${'a'.repeat(59)}…`);
    expect(suggestTitle(`On ${'a'.repeat(80)}`, '')).toBe(`On ${'a'.repeat(56)}…`);
  });

  it('is never cut through what is seen as one character', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(suggestTitle(`${'a'.repeat(55)}${family}${family}`, '')).toBe(`${'a'.repeat(55)}…`);
    expect(suggestTitle(`${'a'.repeat(58)}e\u0301e\u0301e\u0301`, '')).toBe(`${'a'.repeat(58)}…`);
    expect(suggestTitle(`a${'\u0301'.repeat(100)}`, '')).toBe('');
  });

  it('is one short line the portal takes, whatever was typed', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    fc.assert(
      fc.property(text, text, (topic, body) => {
        const title = suggestTitle(topic, body);
        expect(title.length).toBeLessThanOrEqual(60);
        expect(title).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
        expect(title.isWellFormed()).toBe(true);
        expect(portalTitle(title)).toBe(title === '' ? null : title);
      }),
    );
  });
});

describe('a title for the portal', () => {
  it('is trimmed, and nothing where nothing is left or the portal would refuse it', () => {
    expect(portalTitle('  CRM  ')).toBe('CRM');
    expect([' ', '', '0', ' 0 '].map(portalTitle)).toEqual([null, null, null, null]);
    expect(portalTitle('00')).toBe('00');
  });

  it('is as long as the field allows', () => {
    expect(portalTitle('a'.repeat(PORTAL_TITLE_MAX))).toBe('a'.repeat(255));
    expect(portalTitle('a'.repeat(PORTAL_TITLE_MAX + 1))).toBe('a'.repeat(255));
    expect(portalTitle(`${'a'.repeat(254)} b`)).toBe('a'.repeat(254));
  });

  it('is cut before an emoji rather than through it', () => {
    expect(portalTitle(`${'a'.repeat(254)}😀`)).toBe('a'.repeat(254));
    expect(portalTitle(`${'a'.repeat(253)}😀b`)).toBe(`${'a'.repeat(253)}😀`);
  });
});

describe('a title made from a text with a secret', () => {
  it('does not carry it into lists and the journal', () => {
    const title = suggestTitle('', 'Логин admin, пароль: Tr4vel!Kit9. Не входит в CRM.');
    expect(title).not.toContain('Tr4vel');
    expect(title).toContain('пароль');
  });
});
