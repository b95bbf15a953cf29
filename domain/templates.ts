/** Texts prepared for support. Support reads them, so they follow the dialog's language, not the interface's. */
import { findSecrets, maskSecrets } from './secrets.ts';

export interface PortalFacts {
  address: string;
  role: 'administrator' | 'integrator' | null;
  browser: string;
  page: string;
  /** Epoch ms of what the question is about. */
  at: number;
}

export interface QuestionForm {
  topic: string;
  steps: string;
  expected: string;
  actual: string;
  hasScreenshot: boolean;
}

export type TemplateLanguage = 'ru' | 'en';

const LONGEST_TITLE = 120;
/** More titles than this tell nothing more. */
const MOST_TITLES = 10;

const TEXTS = {
  ru: {
    quotes: '«»„“',
    close: (title: string) =>
      `Здравствуйте. Вопрос${title} решён, закройте, пожалуйста, этот диалог. Спасибо за помощь.`,
    open: (titles: string) =>
      `Здравствуйте. Все открытые диалоги нам ещё нужны${titles}. Пожалуйста, откройте новый диалог для этого вопроса:`,
    more: (count: number) => ` и ещё ${count}`,
    nudge: 'Здравствуйте. Подскажите, пожалуйста, как продвигается этот вопрос и нужны ли от нас ещё сведения.',
    thanks: 'Спасибо за помощь, всё решено. Этот диалог можно закрыть.',
    form: { topic: 'Вопрос', steps: 'Шаги', expected: 'Ожидаемый результат', actual: 'Фактический результат' },
    screenshot: 'Снимок экрана приложен.',
    facts: { address: 'Портал', role: 'Роль', browser: 'Браузер', page: 'Страница', at: 'Время' },
    roles: { administrator: 'администратор', integrator: 'интегратор' },
  },
  en: {
    quotes: '“”‘’',
    close: (title: string) =>
      `Hello. The question${title} is resolved, please close this dialog. Thank you for your help.`,
    open: (titles: string) =>
      `Hello. We still need all the open dialogs${titles}. Please open a new dialog for this question:`,
    more: (count: number) => ` and ${count} more`,
    nudge: 'Hello. Could you please tell us how this question is going and whether you need anything else from us?',
    thanks: 'Thank you for your help, everything is resolved. This dialog can be closed.',
    form: { topic: 'Question', steps: 'Steps', expected: 'Expected result', actual: 'Actual result' },
    screenshot: 'A screenshot is attached.',
    facts: { address: 'Portal', role: 'Role', browser: 'Browser', page: 'Page', at: 'Time' },
    roles: { administrator: 'administrator', integrator: 'integrator' },
  },
} as const;

/** Asks support to close this resolved dialog. */
export function closeRequest(language: TemplateLanguage, dialogTitle: string): string {
  const title = quoted(language, dialogTitle);
  return TEXTS[language].close(title && ` ${title}`);
}

/** Asks support for a new dialog because none of the open ones can go. */
export function openRequest(language: TemplateLanguage, question: string, openTitles: readonly string[]): string {
  const { open, more } = TEXTS[language];
  const titles = openTitles.map((title) => quoted(language, title)).filter(Boolean);
  const left = titles.length - MOST_TITLES;
  const list = titles.slice(0, MOST_TITLES).join(', ') + (left > 0 ? more(left) : '');
  return `${open(list && `: ${list}`)}\n\n${tidy(question)}`;
}

/** Asks how an idle dialog is going. */
export const nudge = (language: TemplateLanguage): string => TEXTS[language].nudge;

/** Thanks support and lets it close the dialog. */
export const thanksAndClose = (language: TemplateLanguage): string => TEXTS[language].thanks;

/** The question in parts with labels, then the facts that the user chose to tell; empty parts are left out. */
export function questionText(
  language: TemplateLanguage,
  form: QuestionForm,
  facts: PortalFacts,
  which: { facts: readonly (keyof PortalFacts)[] },
): string {
  const texts = TEXTS[language];
  const told: Record<keyof PortalFacts, string> = {
    address: oneLine(facts.address),
    role: facts.role ? texts.roles[facts.role] : '',
    browser: oneLine(facts.browser),
    page: safePage(facts.page),
    at: facts.at > 0 ? timeIn(language, facts.at) : '',
  };
  const parts = keysOf(texts.form).map((key) => labelled(texts.form[key], tidy(form[key])));
  const lines = keysOf(texts.facts).map((key) => which.facts.includes(key) && labelled(texts.facts[key], told[key]));
  const question = [...parts, form.hasScreenshot && texts.screenshot].filter(Boolean).join('\n');
  return [question, lines.filter(Boolean).join('\n')].filter(Boolean).join('\n\n');
}

const RUSSIAN_SPEAKING = /^(?:ru|be|uk|ua|kk|kz)(?![a-z])/i;

/** The language to write in: what a dialog's title tells, else what the portal's language suggests. */
export function dialogLanguage(title: string | null, portalLanguage: string): TemplateLanguage {
  const name = oneLine(title ?? '');
  if (/^helpdesk (?:request|question)/i.test(name)) return 'en';
  return /\p{Script=Cyrillic}/u.test(name) || RUSSIAN_SPEAKING.test(portalLanguage) ? 'ru' : 'en';
}

/** In this order: most browsers also name those that come after them. */
const BROWSERS = [
  ['Yandex Browser', /YaBrowser\/(\d+)/],
  ['Edge', /Edg(?:e|A|iOS)?\/(\d+)/],
  ['Opera', /(?:OPR|OPT|OPX)\/(\d+)/],
  ['Vivaldi', /Vivaldi\/(\d+)/],
  ['Samsung Internet', /SamsungBrowser\/(\d+)/],
  ['Firefox', /(?:Firefox|FxiOS)\/(\d+)/],
  ['Chrome', /(?:Chrome|CriOS)\/(\d+)/],
  ['Safari', /Version\/(\d+)\S* (?:Mobile\/\S+ )?Safari\//],
] as const;
const SYSTEMS = [
  ['Windows 10/11', /Windows NT 10/],
  ['Windows 8.1', /Windows NT 6\.3/],
  ['Windows 7', /Windows NT 6\.1/],
  ['Windows', /Windows/],
  ['iOS', /iPhone|iPad/],
  ['macOS', /Macintosh/],
  ['Android', /Android/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux|X11/],
] as const;

/** "Chrome 156, Windows 10/11"; empty for a browser that is not known. */
export function describeBrowser(userAgent: string): string {
  for (const [name, pattern] of BROWSERS) {
    const version = pattern.exec(userAgent)?.[1];
    const system = SYSTEMS.find(([, sign]) => sign.test(userAgent))?.[0];
    if (version) return `${name} ${version}${system ? `, ${system}` : ''}`;
  }
  return '';
}

/** A page's address without what may give access: query, hash, credentials, secrets in the path. Empty for no page. */
export function safePage(url: string): string {
  if (!URL.canParse(url)) return '';
  const { protocol, host, pathname } = new URL(url);
  if (!/^https?:$/.test(protocol)) return '';
  const path = pathname
    .replace(/(\/rest\/(?:api\/)?\d+\/)[^/]+(?=\/|$)/gi, '$1••••')
    // A public link is a long name that nobody chose.
    .replace(/\/(?=[^/]*\d)\w{20,}(?=\/|$)/g, '/••••');
  return `${protocol}//${host}${maskSecrets(path, findSecrets(path))}`;
}

const keysOf = <T extends object>(value: T) => Object.keys(value) as (keyof T)[];

const labelled = (label: string, value: string) => value && `${label}:${value.includes('\n') ? '\n' : ' '}${value}`;

/** What is not seen could turn the text around; both joiners stay, emoji are written with them. */
export const withoutHidden = (text: string) => text.replace(/[^\P{Cf}\u200c\u200d]|[^\P{Cc}\t\n\r]/gu, '');

const tidy = (text: string) => withoutHidden(text).trim();

/** A text in one line, without what is not seen. */
export const oneLine = (text: string) => withoutHidden(text.replace(/[\p{Cc}\s]+/gu, ' ')).trim();

/** A title is plain text: square brackets could make a mention or a link of it. */
function quoted(language: TemplateLanguage, title: string): string {
  const [open, close, innerOpen, innerClose] = TEXTS[language].quotes;
  const plain = oneLine(title).replace(/\[(\/?\w+(?:=[^\]]*)?)\]/g, '($1)');
  const signs = [...plain];
  const short =
    signs.length > LONGEST_TITLE
      ? `${signs
          .slice(0, LONGEST_TITLE - 1)
          .join('')
          .trimEnd()}…`
      : plain;
  const nested = short.replace(/[«“]/g, innerOpen ?? '').replace(/[»”]/g, innerClose ?? '');
  return nested && `${open}${nested}${close}`;
}

/** With the zone: support may sit in another one. */
const timeIn = (language: TemplateLanguage, at: number): string =>
  new Intl.DateTimeFormat(language === 'ru' ? 'ru' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'shortOffset',
  }).format(at);
