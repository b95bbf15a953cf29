import { formatNumber } from '../../domain/format.ts';
import type { PaletteLocale } from '../../domain/palette-text.ts';

const number = (value: number) => formatNumber('ru', value);

export const ru: PaletteLocale = {
  language: 'ru',
  messages: {
    title: 'Найти портал, диалог, сотрудника или действие',
    dialogsOf: (portal) => `Найти диалог: ${portal}`,
    hint: 'Портал, диалог, сотрудник, действие',
    close: 'Закрыть поиск',
    results: 'Найдено',
    found: (count) => `Найдено: ${number(count)}`,
    none: (query) => `По запросу «${query}» ничего не найдено`,
    noneHint: 'Поиск знает порталы, названия и метки диалогов, имена сотрудников и действия, но не сообщения.',
    noDialogs: 'На этом портале диалогов ещё не видно',
    loading: 'Диалоги и сотрудники ещё читаются',
    failed: 'Диалоги и сотрудников прочитать не удалось, порталы и действия найдутся',
    group: {
      portal: 'Порталы',
      action: 'Действия',
      section: 'Страницы Latchdesk',
      dialog: 'Диалоги',
      employee: 'Сотрудники',
    },
    action: {
      newDialog: { title: 'Новый диалог', words: 'задать вопрос, написать в поддержку, открыть новый' },
      mainChat: { title: 'Открыть главный чат', words: 'чат поддержки, Поддержка Битрикс24, написать' },
      openRequest: { title: 'Открыть запрос доступа', words: 'поддержка просит доступ, разрешить, отказать' },
      enterAccess: { title: 'Записать доступ', words: 'внести запись, выдан доступ, реестр' },
      explainer: { title: 'Почему сотруднику нельзя работать с ChatApp', words: 'права, объяснить, не видит, доступ' },
      copyFacts: { title: 'Скопировать сведения о портале', words: 'адрес, браузер, буфер обмена' },
      readAgain: { title: 'Прочитать снова', words: 'обновить, перечитать' },
      restUntilTomorrow: { title: 'Отложить всё до завтра, 9:00', words: 'напомнить завтра, тишина, не беспокоить' },
    },
    section: {
      overview: { title: 'Обзор', words: 'главная, что ждёт' },
      dialogs: { title: 'Диалоги', words: 'список вопросов, обращения' },
      access: { title: 'Доступ поддержки', words: 'реестр, журнал доступов' },
      chatapp: { title: 'Состояние ChatApp', words: 'переустановка, открытые линии' },
      report: { title: 'Отчёт', words: 'графики, время ответа, статистика' },
      drafts: { title: 'Черновики', words: 'отложенные вопросы, тексты' },
      rules: { title: 'Правила', words: 'автоматизация, напоминать, задачи, вебхук, расписание' },
      journal: { title: 'Журнал', words: 'история, события' },
      portals: { title: 'Порталы', words: 'добавить портал, свой домен, пауза, цвет, название' },
      settings: { title: 'Настройки', words: 'язык, рабочее время, напоминания, импорт, экспорт' },
      health: { title: 'Исправность', words: 'работоспособность, диагностика, ошибки, самопроверка' },
      privacy: { title: 'Приватность', words: 'что хранится, удалить данные, только чтение' },
    },
  },
};
