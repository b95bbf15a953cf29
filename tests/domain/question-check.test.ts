import { describe, expect, it } from 'vitest';
import { checkQuestion, looksLikeSecondTopic, type QuestionPart } from '../../domain/question-check.ts';

const missing = (text: string) => checkQuestion(text).missing;
const topics = (text: string) => checkQuestion(text).topics;

const COMPLETE_RU =
  'Не открывается канбан сделок. Захожу в CRM → Сделки. Должны быть карточки, вместо этого пусто. Скриншот прикрепил.';
const COMPLETE_EN =
  'The kanban of deals is blank. I open CRM and click Deals. I expected cards, instead I see an error. A screenshot is attached.';

describe('a question that says everything', () => {
  it.each([COMPLETE_RU, COMPLETE_EN])('lacks nothing: %j', (text) => {
    expect(checkQuestion(text)).toEqual({ missing: [], topics: 1, looksLikeSecondTopic: false, tooShort: false });
  });
});

describe('a question that says nothing', () => {
  it.each(['', '  ', 'Помогите', 'Help!'])('lacks everything and is too short: %j', (text) => {
    expect(checkQuestion(text)).toEqual({
      missing: ['topic', 'steps', 'expected', 'actual', 'screenshot'],
      topics: 1,
      looksLikeSecondTopic: false,
      tooShort: true,
    });
  });

  it('is too short below four words', () => {
    expect(checkQuestion('Не работает чат').tooShort).toBe(true);
    expect(checkQuestion('Не работает чат сотрудников').tooShort).toBe(false);
  });
});

describe('the topic', () => {
  it.each([
    'Не работает портал',
    'Здравствуйте, срочно помогите, всё не работает',
    'Добрый день. Есть вопрос',
    'Hello, we have a problem, please help',
  ])('is missing in %j', (text) => {
    expect(missing(text)).toContain('topic');
  });

  it.each(['Не работает чат', 'Настройки прав', 'Telephony does not work', 'CRM', 'Ошибка 403 в бизнес-процессе'])(
    'is there in %j',
    (text) => {
      expect(missing(text)).not.toContain('topic');
    },
  );
});

const PARTS: Record<Exclude<QuestionPart, 'topic'>, { there: string[]; missing: string[] }> = {
  steps: {
    there: [
      'Канбан сломан. Шаги: CRM, затем сделки',
      'Когда нажимаю кнопку, канбан сломан',
      'Канбан сломан при открытии CRM',
      'Захожу в CRM, канбан сломан',
      'Настройки → Права, там ошибка',
      'Настройки > Права, там ошибка',
      'Ошибка канбана.\n1. Меню CRM\n2. Сделки',
      'Steps: CRM, deals, error',
      'I click Deals and get an error',
      'Error after clicking Deals',
    ],
    missing: [
      'Не открывается канбан сделок',
      'Канбан закрывается с ошибкой',
      'The kanban is blank',
      'Ошибка 1.2.3 в CRM',
      'Ошибка.\n1. Почему пусто в CRM?\n2. Почему пусто в чате?',
    ],
  },
  expected: {
    there: [
      'Ожидаю карточки, ошибка',
      'Должны быть карточки, ошибка',
      'Раньше открывалось, теперь ошибка',
      'An error, I expected cards',
      'Cards should appear, error',
    ],
    missing: ['Не открывается канбан, ошибка', 'Не сохраняется должность сотрудника', 'The kanban shows an error'],
  },
  actual: {
    there: [
      'Вместо этого пустой экран',
      'Вижу ошибку в канбане',
      'На самом деле карточек нет',
      'Канбан не работает',
      'Письма не приходят',
      'Приложение вылетает',
      'Instead I see nothing',
      'The kanban does not open',
      "Deals don't load",
      'An error appears',
    ],
    missing: ['Канбан сделок в CRM', 'Deals in the kanban of our department'],
  },
  screenshot: {
    there: [
      'Ошибка, скриншот ниже',
      'Ошибка, снимок экрана приложил',
      'Ошибка, прикрепил файл',
      'Ошибка, вот видео',
      'Ошибка https://disk.example/1',
      'Ошибка, error.png',
      'Error, see the screenshot',
      'Error, log attached',
    ],
    missing: [
      'Видеозвонки завершаются с ошибкой',
      'Мобильное приложение показывает ошибку',
      'Error in the kanban of deals',
    ],
  },
};

describe.each(Object.entries(PARTS))('%s', (part, texts) => {
  it.each(texts.there)('are seen in %j', (text) => {
    expect(missing(text)).not.toContain(part);
  });

  it.each(texts.missing)('are missed in %j', (text) => {
    expect(missing(text)).toContain(part);
  });
});

describe('a wish to know how', () => {
  it.each(['Как выгрузить лиды в Excel?', 'Можно ли отключить чат сотрудникам?', 'Where can I export leads?'])(
    'has nothing to show: %j',
    (text) => {
      expect(missing(text)).toEqual([]);
    },
  );

  it('is none when something went wrong', () => {
    expect(missing('Как быть, канбан не открывается?')).toContain('screenshot');
    expect(missing('Как выгрузить лиды')).toContain('screenshot');
  });
});

describe('another topic is announced', () => {
  it.each([
    'И ещё вопрос: как выгрузить лиды?',
    'Ещё один вопрос',
    'еще один вопрос про телефонию',
    'У меня есть ещё один вопрос по CRM',
    'Другой вопрос: почему не приходят письма',
    'второй вопрос — телефония',
    'Спасибо. И ещё один вопрос про телефонию',
    'Спасибо, заработало. Второй вопрос, про задачи',
    'Кстати, ещё вопрос',
    'Кстати, ещё: как включить чаты?',
    'Ещё одна проблема: задача не закрывается',
    'Ещё один вопрос: задача уже закрыта, где она?',
    'Вопрос 2: где лиды?',
    'I have another question',
    'Another question: how to export leads?',
    'By the way, one more question',
    'By the way, one more: where are the logs?',
    'One more question about invoices',
    'Question #2: where is it?',
  ])('by %j', (text) => {
    expect(looksLikeSecondTopic(text)).toBe(true);
    expect(checkQuestion(text).looksLikeSecondTopic).toBe(true);
  });

  it.each([
    'Вопрос решён, спасибо',
    'Есть ещё вопросы?',
    'Больше вопросов нет',
    'ещё вопросов нет',
    'Но это уже другой вопрос',
    'Другой вопрос, почему так долго',
    'Другой вопрос уже закрыт',
    'Второй вопрос решён',
    'Второй вопрос: решён',
    'Второй вопрос по импорту уже решён',
    'Ответ на второй вопрос помог',
    'Новый вопрос не создаётся',
    'Новый вопрос создам отдельно',
    'Ещё один вопрос я задал в другом диалоге',
    'Ещё раз проверил, не работает',
    'Кстати, ещё раз спасибо',
    'Кстати, ещё вчера всё работало',
    'Кстати, ещё один момент: только в Chrome',
    'The second question is solved',
    'The new question, in words of our own',
    'Another question mark appears in the form',
    'I created another question yesterday',
    'Another question about it was answered',
    'New question button does nothing',
    'By the way, one more time it failed',
    'By the way, one more detail: only in Chrome',
    'Also the log is attached',
    '> Здравствуйте. И ещё вопрос: как?\nДа',
    `${'-'.repeat(54)}\nПоддержка\nИ ещё вопрос: какой браузер?\n${'-'.repeat(54)}\nChrome`,
    'Не открывается канбан. Что делать?',
    '',
  ])('but not by %j', (text) => {
    expect(looksLikeSecondTopic(text)).toBe(false);
  });
});

describe('more than one topic is counted', () => {
  it.each([
    ['Не открывается канбан сделок. И ещё вопрос: как настроить телефонию?', 2],
    ['Первый вопрос: выгрузка лидов падает. Второй вопрос: телефония молчит.', 2],
    ['Вопрос 1: не выгружаются лиды.\nВопрос 2: не звонит телефония.\nВопрос 3: нет писем', 3],
    ['1. Как выгрузить лиды в Excel?\n2. Почему не звонит телефония?', 2],
    ['Не открывается канбан сделок. Также, как подключить номер телефонии?', 2],
    ['The kanban of deals does not open. Also, how do I connect telephony numbers?', 2],
    ['Как выгрузить лиды в Excel? Почему не звонит телефония Билайн? Где включить двухфакторную авторизацию?', 3],
    ['How do I export leads to Excel? Why does telephony drop calls? Where can I enable two-factor login?', 3],
  ])('in %j', (text, count) => {
    expect(topics(text)).toBe(count);
  });

  it.each([
    ['only one question after a greeting', 'Здравствуйте. Ещё один вопрос: как выгрузить лиды?'],
    ['guesses at one cause', 'Почему не приходят письма? Может, дело в настройках SMTP? Или подключить ящик заново?'],
    ['questions about the course', 'Не открывается канбан. Почему? Что делать? Когда исправите ошибку загрузки?'],
    ['one subject', 'Как выгрузить лиды? Как выгрузить сделки? Можно ли выгрузить контакты?'],
    ['one subject in a list', '1. Почему задача не закрывается?\n2. Как закрыть задачу принудительно?'],
    ['steps in a list', '1. Захожу в CRM\n2. Нажимаю «Сделки»\n3. Вижу пустой экран. Почему?'],
    ['two questions without a word between them', 'Как выгрузить лиды в Excel? Почему не звонит телефония Билайн?'],
    [
      'what points back',
      'Does the export of leads work? How do I start this nightly job? Where does it save the resulting file?',
    ],
    ['an addition that points back', 'The kanban of deals does not open. Also, how do I fix it in production today?'],
    [
      'an addition that asks nothing new',
      'Не открывается канбан сделок. Также проверили браузер Firefox на ноутбуке, верно?',
    ],
    ['what was checked', 'Браузер Chrome обновили? Кеш страницы очистили? Расширения отключили полностью?'],
    ['short questions after a long one', 'Как выгрузить лиды в Excel? Как починить? Где логи?'],
    ['an addition on the same subject', 'Не открывается канбан сделок. Также, как очистить канбан вручную?'],
    ['a thanks', 'Спасибо, всё работает, вопрос можно закрыть'],
  ])('but not: %s', (_what, text) => {
    expect(topics(text)).toBe(1);
  });
});
