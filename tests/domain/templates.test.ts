import { describe, expect, it } from 'vitest';
import {
  closeRequest,
  describeBrowser,
  dialogLanguage,
  nudge,
  openRequest,
  type PortalFacts,
  type QuestionForm,
  questionText,
  safePage,
  thanksAndClose,
} from '../../domain/templates.ts';

const FORM: QuestionForm = {
  topic: 'Импорт лидов',
  steps: '1. Открываю CRM\n2. Нажимаю «Импорт»',
  expected: 'список',
  actual: 'пусто',
  hasScreenshot: true,
};
const FACTS: PortalFacts = {
  address: 'company.bitrix24.ru',
  role: 'integrator',
  browser: 'Chrome 156, Linux',
  page: 'https://company.bitrix24.ru/crm/?token=1#x',
  at: Date.UTC(2026, 10, 20, 12),
};
const ALL = { facts: ['address', 'role', 'browser', 'page', 'at'] } as const;
const NONE = { facts: [] };

const everyText = (language: 'ru' | 'en') => [
  closeRequest(language, 'CRM'),
  openRequest(language, 'CRM', ['A', 'B']),
  nudge(language),
  thanksAndClose(language),
  questionText(language, FORM, FACTS, ALL),
];

describe('every text', () => {
  it('is polite without exclamation and without capital «Вы»', () => {
    for (const text of [...everyText('ru'), ...everyText('en')]) expect(text).not.toMatch(/!|(?<!^|[.?]\s)Вы|Вас|Вам/);
  });

  it('is in the language of the dialog', () => {
    for (const text of everyText('ru').slice(0, 4)) expect(text).toMatch(/[а-я]{4}/);
    for (const text of [closeRequest('en', 'CRM'), openRequest('en', 'CRM', ['A']), nudge('en'), thanksAndClose('en')])
      expect(text).not.toMatch(/[а-я]/i);
  });
});

describe('the request to close', () => {
  it('names the dialog in the quotation marks of its language', () => {
    expect(closeRequest('ru', 'Импорт')).toContain('Вопрос «Импорт» решён');
    expect(closeRequest('en', 'Import')).toContain('question “Import” is resolved');
  });

  it('does without a name when there is none', () => {
    expect(closeRequest('ru', ' \n')).toContain('Вопрос решён');
    expect(closeRequest('en', '')).toContain('The question is resolved');
  });

  it('takes inner quotation marks for a title that has its own', () => {
    expect(closeRequest('ru', 'Отчёт «Лиды»')).toContain('«Отчёт „Лиды“»');
    expect(closeRequest('en', 'Report “Leads”')).toContain('“Report ‘Leads’”');
  });

  it('has the title as plain text in one line', () => {
    expect(closeRequest('ru', 'Им\u202eпорт\r\n\tли\u200bдов\u0007')).toContain('«Импорт лидов»');
    expect(closeRequest('ru', '[USER=1]Иван[/USER] [b]x[/b]')).not.toMatch(/\[/);
    expect(closeRequest('ru', 'список [старый]')).toContain('список [старый]');
  });

  it('cuts a long title at 120 characters and through none of them', () => {
    const title = (text: string) => /«(.*)»/u.exec(closeRequest('ru', text))?.[1] ?? '';
    expect(title('а'.repeat(120))).toBe('а'.repeat(120));
    expect(title('а'.repeat(121))).toBe(`${'а'.repeat(119)}…`);
    expect(title(`${'а'.repeat(118)} ${'б'.repeat(9)}`)).toBe(`${'а'.repeat(118)}…`);
    expect(title('👍'.repeat(121))).toBe(`${'👍'.repeat(119)}…`);
  });
});

describe('the request for a new dialog', () => {
  it('lists the dialogs that are still needed and ends with the question as it was written', () => {
    const text = openRequest('ru', ' Как?\nТак ', ['Импорт', ' ', 'Почта']);
    expect(text).toContain('ещё нужны: «Импорт», «Почта». Пожалуйста, откройте новый диалог');
    expect(text.endsWith('\n\nКак?\nТак')).toBe(true);
  });

  it('counts the titles that would make the list long', () => {
    const titles = Array.from({ length: 13 }, (_, index) => `T${index}`);
    expect(openRequest('en', 'Q', titles)).toContain('“T9” and 3 more.');
    expect(openRequest('en', 'Q', titles)).not.toContain('T10');
    expect(openRequest('ru', 'Q', titles)).toContain('«T9» и ещё 3.');
  });

  it('does without a list', () => {
    expect(openRequest('ru', 'Q', [])).toContain('нужны. Пожалуйста');
  });

  it('drops from the question what would turn the text around, and keeps emoji whole', () => {
    expect(openRequest('en', 'a\u202eb 👩\u200d💻', [])).toMatch(/ab 👩\u200d💻$/u);
  });
});

describe('the text of a question', () => {
  it('has a label for each part, and a list begins in a line of its own', () => {
    expect(questionText('ru', FORM, FACTS, NONE)).toBe(
      [
        'Вопрос: Импорт лидов',
        'Шаги:\n1. Открываю CRM\n2. Нажимаю «Импорт»',
        'Ожидаемый результат: список',
        'Фактический результат: пусто',
        'Снимок экрана приложен.',
      ].join('\n'),
    );
  });

  it('leaves out what is empty', () => {
    const form = { ...FORM, steps: ' \n', expected: '', hasScreenshot: false };
    expect(questionText('en', form, FACTS, NONE)).toBe('Question: Импорт лидов\nActual result: пусто');
    const nothing = { address: '', role: null, browser: '', page: '', at: 0 };
    expect(questionText('en', form, nothing, ALL)).toBe('Question: Импорт лидов\nActual result: пусто');
  });

  it('tells only the chosen facts, in one order', () => {
    const text = questionText('ru', { ...FORM, steps: '' }, FACTS, { facts: ['browser', 'role', 'address'] });
    expect(text.split('\n\n')[1]).toBe('Портал: company.bitrix24.ru\nРоль: интегратор\nБраузер: Chrome 156, Linux');
  });

  it('never tells the query of the page', () => {
    expect(questionText('en', FORM, FACTS, { facts: ['page'] })).toMatch(
      /Page: https:\/\/company\.bitrix24\.ru\/crm\/$/,
    );
  });

  it('tells the time with its zone', () => {
    expect(questionText('ru', FORM, FACTS, { facts: ['at'] })).toMatch(
      /Время: \d+ нояб\. 2026.* \d\d:\d\d .*(GMT|UTC)/,
    );
    expect(questionText('en', FORM, FACTS, { facts: ['at'] })).toMatch(/Time: \d+ Nov 2026, \d\d:\d\d (GMT|UTC)/);
  });

  it('names the role', () => {
    expect(questionText('en', FORM, { ...FACTS, role: 'administrator' }, { facts: ['role'] })).toMatch(
      /Role: administrator$/,
    );
  });
});

describe('the language of a dialog', () => {
  it.each([
    ['Вопрос в поддержку - #17', 'en', 'ru'],
    ['Helpdesk request - #17', 'ru', 'en'],
    ['Импорт CRM', 'en', 'ru'],
    ['REST API', 'ru', 'ru'],
    ['REST API', 'en', 'en'],
    ['REST API', 'de', 'en'],
    ['Helpdesk', 'ru', 'ru'],
    [null, 'ru', 'ru'],
    [null, 'RU-ru', 'ru'],
    [null, 'be', 'ru'],
    [null, 'uk', 'ru'],
    [null, 'ua', 'ru'],
    [null, 'kk', 'ru'],
    [null, 'kz', 'ru'],
    ['', 'br', 'en'],
    [null, 'rum', 'en'],
    [null, '', 'en'],
  ] as const)('of %j on a portal in %j is %s', (title, portal, language) => {
    expect(dialogLanguage(title, portal)).toBe(language);
  });
});

const WINDOWS = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)';
const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)';
const LINUX = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
const ANDROID = 'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko)';
const IPHONE = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the browser', () => {
  it.each([
    [`${WINDOWS} Chrome/156.0.0.0 Safari/537.36`, 'Chrome 156, Windows 10/11'],
    [`${WINDOWS} Chrome/154.0.0.0 Safari/537.36 Edg/156.0.0.0`, 'Edge 156, Windows 10/11'],
    [`${WINDOWS} Chrome/154.0.0.0 Safari/537.36 OPR/130.0.0.0`, 'Opera 130, Windows 10/11'],
    [`${WINDOWS} Chrome/154.0.0.0 YaBrowser/26.10.0.0 Safari/537.36`, 'Yandex Browser 26, Windows 10/11'],
    [`${WINDOWS.replace('10.0', '6.1')} Chrome/109.0.0.0 Safari/537.36`, 'Chrome 109, Windows 7'],
    [LINUX, 'Firefox 153, Linux'],
    [`${MAC} Version/26.1 Safari/605.1.15`, 'Safari 26, macOS'],
    [`${IPHONE} Version/26.1 Mobile/15E148 Safari/604.1`, 'Safari 26, iOS'],
    [`${IPHONE} CriOS/156.0.0.0 Mobile/15E148 Safari/604.1`, 'Chrome 156, iOS'],
    [`${ANDROID} Chrome/156.0.0.0 Mobile Safari/537.36`, 'Chrome 156, Android'],
    ['Something Chrome/156.0', 'Chrome 156'],
    ['curl/8.0', ''],
    ['', ''],
  ])('of %j is %j', (userAgent, browser) => {
    expect(describeBrowser(userAgent)).toBe(browser);
  });
});

describe('the address of a page', () => {
  const portal = 'https://my.bitrix24.ru';
  it.each([
    [`${portal}/crm/deal/details/12/?auth=1#x`, `${portal}/crm/deal/details/12/`],
    ['https://user:secret@my.bitrix24.ru:8443/crm/', 'https://my.bitrix24.ru:8443/crm/'],
    [`${portal}/rest/1/abc/`, `${portal}/rest/1/••••/`],
    [`${portal}/rest/1/abc`, `${portal}/rest/1/••••`],
    [`${portal}/rest/api/12/abc123xyz456/crm.deal.list`, `${portal}/rest/api/12/••••/crm.deal.list`],
    [`${portal}/rest/crm.deal.list`, `${portal}/rest/crm.deal.list`],
    [`${portal}/docs/pub/2b0ff5d9a1b2c3d4e5f60718293a4b5c/default/`, `${portal}/docs/pub/••••/default/`],
    [`${portal}/x/eyJhbGciOiJ.eyJzdWIiOiIxMjM0In0.sflKxwRJSM/`, `${portal}/x/••••/`],
    [
      `${portal}/company/personal/user/1/tasks/task/view/123456/`,
      `${portal}/company/personal/user/1/tasks/task/view/123456/`,
    ],
    ['javascript:alert(1)', ''],
    ['file:///etc/hosts', ''],
    ['about:blank', ''],
    ['not an address', ''],
    ['', ''],
  ])('%j is told as %j', (url, told) => {
    expect(safePage(url)).toBe(told);
  });
});
