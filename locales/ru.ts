import { formatAge, formatClock, formatNumber, formatTime, type PluralForms, plural } from '../domain/format.ts';
import type { Locale } from '../domain/text.ts';

const FORMAT = 'ru';
const number = (value: number) => formatNumber(FORMAT, value);
const count = (value: number, forms: PluralForms) => `${number(value)} ${plural(FORMAT, value, forms)}`;
const dialogs = (value: number) => count(value, { one: 'диалог', few: 'диалога', many: 'диалогов', other: 'диалога' });

export const ru: Locale = {
  language: 'ru',
  messages: {
    number,
    age: (at, now) => formatAge(FORMAT, at, now, 'только что'),
    time: (at, now) => formatTime(FORMAT, at, now),
    clock: (at, now) => formatClock(FORMAT, at, now),
    span: {
      minutes: (value) => `уже ${number(value)} мин`,
      hours: (value) => `уже ${number(value)} ч`,
      yesterday: 'со вчерашнего дня',
      days: (value) => `уже ${count(value, { one: 'день', few: 'дня', many: 'дней', other: 'дня' })}`,
      since: (date) => `с ${date}`,
    },

    product: {
      name: 'Latchdesk',
      independent: 'Независимая программа, не связана с Битрикс24',
      standsAside: 'Latchdesk не уверен и не вмешивается',
      updated: 'Latchdesk обновился. Перезагрузите страницу, чтобы увидеть счётчик',
      reload: 'Перезагрузить страницу',
      dismiss: 'Не сейчас',
    },
    chip: {
      subject: 'Диалоги с поддержкой',
      off: 'выкл.',
      single: 'один',
      reading: 'Читаем портал',
      unknown: (why) => `Не удалось прочитать: ${why}`,
      stale: (clock, why) => `Данные на ${clock}, ${why}`,
      assumedLimit: 'предел предположительный',
      move: 'Alt и стрелка вверх или вниз передвигают счётчик',
    },
    slots: {
      heading: 'Открытые диалоги с поддержкой',
      roomy: (used, max) => `Занято ${number(used)} из ${number(max)}, свободно ${number(max - used)}`,
      near: 'Остался один диалог',
      full: (max) => `Все ${dialogs(max)} заняты`,
      over: (used, max) =>
        `Занято ${number(used)} из ${number(max)}: ${used - max === 1 ? 'один' : dialogs(used - max)} поддержка открыла сама`,
      atMost: (used, max) => `Занято не больше ${number(used)} из ${number(max)}`,
      unlimited: (used) => `Открыто ${number(used)}, без ограничения`,
      single: 'На этом портале один разговор с поддержкой, отдельных диалогов нет',
      switchedOff: 'Диалоги с поддержкой на этом портале выключены',
      unread: 'Ещё не прочитано',
      count: (used, max) => `Занято ${number(used)} из ${number(max)}`,
      created: (value) =>
        `${count(value, { one: 'создан, не начат', few: 'созданы, не начаты', many: 'создано, не начато', other: 'создано, не начато' })}: ${plural(FORMAT, value, { one: 'места не занимает', other: 'места не занимают' })}`,
      assumedLimit: (max) => `${number(max)}, предположительно: портал не сообщил предел`,
      atMostWhy: 'Часть диалогов открыта больше 30 дней назад, портал мог перестать их считать',
      source: {
        portal: 'С портала',
        event: 'Живое событие',
        page: 'Страница портала',
        user: 'Указано вами',
        assumed: 'Предположительно',
      },
      provenance: (source, age) => `${source}, ${age}`,
    },
    trouble: {
      signedOut: {
        short: 'вы вышли из портала',
        what: 'Вы вышли из портала',
        meaning: 'Latchdesk читает от вашего имени и сейчас не видит ваших диалогов',
        next: 'Войдите в портал, счётчик вернётся сам',
      },
      offline: {
        short: 'нет сети',
        what: 'Нет сети',
        meaning: 'Диалоги с тех пор могли измениться',
        meaningUnread: 'Показывать пока нечего',
        next: 'Проверьте соединение и прочитайте снова',
      },
      timeout: {
        short: 'портал не отвечает',
        what: 'Портал не отвечает',
        meaning: 'Диалоги с тех пор могли измениться',
        meaningUnread: 'Показывать пока нечего',
        next: 'Подождите минуту и прочитайте снова',
      },
      serverError: {
        short: 'портал отвечает ошибкой',
        what: 'Портал отвечает ошибкой',
        meaning: 'Сбой на его стороне, диалоги с тех пор могли измениться',
        meaningUnread: 'Сбой на его стороне, показывать пока нечего',
        next: 'Подождите несколько минут и прочитайте снова',
      },
      notJson: {
        short: 'портал прислал страницу вместо списка',
        what: 'Портал прислал страницу вместо списка',
        meaning: 'Возможно, идут работы или прокси просит войти',
        next: 'Перезагрузите страницу и прочитайте снова',
      },
      unexpectedShape: {
        short: 'портал отвечает по-новому',
        what: 'Портал отвечает так, как Latchdesk не умеет читать',
        meaning: 'Latchdesk не гадает и нового не показывает',
        next: 'Посчитайте в самом чате поддержки и проверьте, нет ли обновления Latchdesk',
      },
      tokenRefused: {
        short: 'страница открыта слишком давно',
        what: 'Портал больше не доверяет этой странице',
        meaning: 'Она открыта слишком давно, и списка портал ей не отдаёт',
        next: 'Сохраните набранное и перезагрузите страницу',
      },
      refused: {
        short: 'портал отказал',
        what: 'Портал отказался показать ваши диалоги',
        meaning: 'Возможно, изменились ваши права',
        next: 'Проверьте, что вы ещё администратор, и прочитайте снова',
      },
    },
    stale: {
      short: 'с тех пор не подтверждены',
      what: 'Эти числа давно ничто не подтверждало',
      meaning: 'Диалоги с тех пор могли измениться',
      next: 'Прочитайте снова, чтобы знать точно',
    },
    unsupported: {
      oldMessenger: {
        short: 'старый мессенджер',
        what: 'На этом портале старый мессенджер',
        meaning: 'Latchdesk знает только новый и не вмешивается',
        next: 'Диалоги с поддержкой работают как прежде, считайте их в чате поддержки',
      },
      noSupportBot: {
        short: 'нет чата поддержки',
        what: 'Поддержка вам недоступна: на портале нет её чата',
        meaning: 'Он есть на коммерческих тарифах, Latchdesk не вмешивается',
        next: 'Проверьте тариф портала',
      },
      notAdministrator: {
        short: 'только для администраторов',
        what: 'Поддержка вам недоступна: писать ей может только администратор или интегратор',
        meaning: 'Latchdesk не вмешивается',
        next: 'Попросите администратора портала написать в поддержку',
      },
    },
    dialogs: {
      heading: 'Мои диалоги',
      list: 'Незакрытые диалоги',
      status: { new: 'создан, ждёт поддержку', open: 'открыт', close: 'решён' },
      mainChat: 'главный чат',
      mainTitle: 'Поддержка Битрикс24',
      untitled: (chatId) => `Диалог ${chatId}, название ещё не прочитано`,
      unread: (value) =>
        count(value, {
          one: 'непрочитанное',
          few: 'непрочитанных',
          many: 'непрочитанных',
          other: 'непрочитанных',
        }),
      unreadSome: 'есть непрочитанные',
      unreadUnknown: 'непрочитанные: не удалось прочитать',
      unreadTotal: (dialogs, messages) => {
        const where = count(dialogs, { one: 'диалоге', other: 'диалогах' });
        if (messages === null) return `есть непрочитанные в ${where}`;
        return `${count(messages, { one: 'непрочитанное', other: 'непрочитанных' })} в ${where}`;
      },
      lastActivity: (time) => `Последнее сообщение: ${time}`,
      noActivity: 'сообщений ещё нет',
      closed: (value) => `Закрытые: ${number(value)}`,
      showMore: (value) => `Показать ещё ${number(value)}`,
      olderInPortal: (value) => `Ещё ${number(value)} в чате поддержки: боковая панель, «Все чаты»`,
      none: 'Диалогов с поддержкой ещё нет',
      noneHint:
        'Откройте первый на портале: чат поддержки, боковая панель, «Все чаты», «Открыть новый». Он появится здесь.',
      noneOpen: 'Открытых диалогов нет',
      oneQuestion: 'Один диалог, один вопрос: так отвечают быстрее',
      details: (name) => `Подробно: ${name}`,
      turn: { support: 'ваш ход', me: 'ход поддержки' },
      attention: {
        waiting: (span) => `ждёт вас ${span}`,
        idle: (days) =>
          `без движения ${count(days, { one: 'рабочий день', few: 'рабочих дня', many: 'рабочих дней', other: 'рабочего дня' })}`,
        refused: (age) => `сообщение не доставлено, ${age}`,
      },
      ticket: (value) => `обращение ${value}`,
      moreTags: (value) => `ещё ${count(value, { one: 'метка', few: 'метки', many: 'меток', other: 'метки' })}`,
      needYou: (value) => `Вы нужны в ${count(value, { one: 'диалоге', other: 'диалогах' })}`,
      needYouFirst: 'Сначала они',
      usualOrder: 'Как обычно',
    },
    finish: {
      heading: 'Завершить сначала',
      reason: {
        closedUnread: 'решён, есть непрочитанное',
        answeredIdle: 'ответ есть, без движения',
        waitingForMe: 'ваш ход',
        idle: 'без движения',
        oldSession: 'открыт',
        lastWordMine: 'ход поддержки',
        unknownTurn: 'чей ход: не удалось прочитать',
      },
    },
    parked: {
      offered: (topic) => `Есть место для вашего вопроса «${topic}»`,
      offeredUntitled: 'Есть место для отложенного вопроса',
      waiting: (value) =>
        `${count(value, { one: 'вопрос ждёт', few: 'вопроса ждут', many: 'вопросов ждут', other: 'вопроса ждут' })} свободного места`,
      resting: (value, until) =>
        `${count(value, { one: 'вопрос отложен', few: 'вопроса отложены', many: 'вопросов отложено', other: 'вопроса отложено' })} до ${until}`,
      look: 'Посмотреть',
    },
    search: {
      label: 'Найти диалог',
      hint: 'Название, метка, заметка, номер',
      clear: 'Очистить поиск',
      searching: 'Ищем',
      found: (value) => `${plural(FORMAT, value, { one: 'Найден', other: 'Найдено' })} ${dialogs(value)}`,
      foundFirst: (value) => `Первые ${number(value)}, возможно, есть ещё`,
      none: (query) => `По запросу «${query}» ничего не найдено`,
      noneHint: 'Поиск знает названия, метки, заметки и номера обращений, но не сообщения.',
      failed: 'Найти не удалось. Измените запрос или перезагрузите страницу',
    },
    panel: {
      name: (host) => `Latchdesk: диалоги с поддержкой на ${host}`,
      close: 'Закрыть панель',
      menu: 'Ещё',
      readAgain: 'Прочитать снова',
      reading: 'Читаем',
      why: 'Почему я это вижу?',
      whyText:
        'Вы администратор этого портала, а поддержка может ограничивать число открытых диалогов. Их считает Latchdesk, расширение браузера, которое вы установили. Оно ничего не отправляет и не закрывает.',
      hideHere: 'Скрыть здесь',
      otherSide: 'Переставить на другую сторону',
      openedInTab: 'Здесь диалог открыть не удалось. Он откроется в новой вкладке',
      openFailed: 'Открыть диалог не удалось. Найдите его в чате поддержки: боковая панель, «Все чаты»',
      readFailed: 'Прочитать снова не удалось. Числа остались прежними, попробуйте через минуту',
      newDialog: 'Новый диалог',
      prepareQuestion: 'Подготовить вопрос',
      cardInTab: 'Показать здесь не удалось. Откроется в новой вкладке',
      cardFailed: 'Показать не удалось. Перезагрузите страницу и попробуйте снова',
    },
    notification: {
      slotFree: 'Освободился диалог с поддержкой',
      parkedQuestion: (topic) => `Теперь можно задать отложенный вопрос: ${topic}`,
      attention: {
        waiting: 'Поддержка ждёт вашего ответа',
        idle: 'Несколько дней без движения',
        refused: 'Сообщение не доставлено',
      },
    },
    popup: {
      title: 'Диалоги с поддержкой',
      portals: 'Порталы',
      loading: 'Загружаем порталы',
      emptyTitle: 'Порталов пока нет',
      emptySteps: [
        'Откройте свой портал Битрикс24 во вкладке и войдите',
        'У края его страниц появится небольшой счётчик',
        'С этого момента портал виден здесь',
      ],
      errorTitle: 'Не удалось загрузить порталы',
      errorText:
        'Latchdesk не смог прочитать своё хранилище. Порталов это не касается. Попробуйте ещё раз, затем перезапустите браузер',
      retry: 'Попробовать ещё раз',
      openPortal: 'Открыть',
      openPortalNamed: (host) => `Открыть портал ${host}`,
      readAgainNamed: (host) => `Прочитать снова: ${host}`,
      newDialogNamed: (host) => `Новый диалог: ${host}`,
      dashboard: 'Диалоги и отчёт',
      dashboardNamed: (host) => `Диалоги и отчёт: ${host}`,
      cardFailed: 'Показать не удалось. Откройте портал и попробуйте снова там',
      user: (id) => `пользователь ${id}`,
      claimRight: 'Я интегратор, показать счётчик',
      readNeedsTab: 'Читать портал можно только через его открытую вкладку. Откройте портал и попробуйте снова',
      chipHidden: 'Счётчик на страницах скрыт.',
      showChip: 'Показать снова',
    },
  },
};
