import { applicationData } from '../../api/users.ts';
import type { Language } from '../../model/scenario.ts';
import type { PageContext } from '../pages.ts';
import { dataBlock, escapeHtml, makeDocument } from './document.ts';
import { portalFrame } from './frame.ts';

interface StreamTexts {
  title: string;
  openSlider: string;
  openSupport: string;
  slider: string;
  missing: string;
  posts: [author: string, text: string][];
}

const TEXTS: Record<Language, StreamTexts> = {
  ru: {
    title: 'Новости',
    openSlider: 'Открыть карточку задачи',
    openSupport: 'Написать в поддержку',
    slider: 'Задача: подготовить отчёт',
    missing: 'Такой страницы в демонстрационном портале нет',
    posts: [
      ['Павел Ветров', 'Перенесли склад в новый каталог. Если чего-то не хватает, напишите в комментариях.'],
      ['Нина Лугова', 'С понедельника заявки на отпуск подаём через бизнес-процесс.'],
      ['Павел Ветров', 'Обновили шаблоны договоров, старые больше не используем.'],
    ],
  },
  en: {
    title: 'Feed',
    openSlider: 'Open a task card',
    openSupport: 'Write to the helpdesk',
    slider: 'Task: prepare the report',
    missing: 'The demo portal has no such page',
    posts: [
      ['Paul Winters', 'The warehouse has moved to the new catalogue. Tell us below if something is missing.'],
      ['Nina Meadows', 'From Monday on, requests for leave go through the workflow.'],
      ['Paul Winters', 'The contract templates are new, please stop using the old ones.'],
    ],
  },
};

/** A plain page of the portal; with quick access it carries the compact list of chats. */
export function streamPage(context: PageContext): string {
  const texts = textsOf(context);
  const posts = texts.posts.map(([author, text]) => {
    return `<article class="feed-post"><b>${escapeHtml(author)}</b><p>${escapeHtml(text)}</p></article>`;
  });
  const content = `<div class="page-actions">
<button type="button" id="open-slider" data-url="/stream/?IFRAME=Y&amp;IFRAME_TYPE=SIDE_SLIDER">${texts.openSlider}</button>
<button type="button" id="open-support" data-dialog="${context.portal.state.botId}">${texts.openSupport}</button>
</div>${posts.join('')}`;
  return plainPage(context, texts.title, content);
}

/** Any other address of the portal: framed like a page, answered with 404. */
export function missingPage(context: PageContext): string {
  const { missing } = textsOf(context);
  return plainPage(context, '404', `<article class="feed-post"><p>${missing}</p></article>`);
}

/** The inside of a slider: an iframe without menu, header or chat bar. */
export function sliderPage(context: PageContext): string {
  const texts = textsOf(context);
  const body = `<main class="slider-page"><h1>${texts.slider}</h1><p>${texts.posts[0]?.[1] ?? ''}</p></main>`;
  return makeDocument(context, {
    title: texts.slider,
    bodyClass: 'template-air --slider',
    body,
    scripts: ['bx/pull.js'],
  });
}

function plainPage(context: PageContext, title: string, content: string): string {
  const { scenario } = context.portal.state;
  const hasMessenger = scenario.quickAccess && scenario.messenger === 'v2';
  const frame = portalFrame(context, { current: '/stream/', title, content, hasChatBar: true });
  return makeDocument(context, {
    title,
    bodyClass: 'template-air',
    body: frame + messengerData(context, { embedded: false }),
    styles: hasMessenger ? ['messenger.css'] : [],
    scripts: ['bx/pull.js', 'bx/slider.js', ...(scenario.messenger === 'v1' ? ['bx/old-messenger.js'] : [])],
    modules: ['stream.js', ...(hasMessenger ? ['messenger/launch.js'] : [])],
  });
}

/** What the page tells the messenger before any request. */
export function messengerData({ portal }: PageContext, { embedded }: { embedded: boolean }): string {
  return dataBlock('demo-messenger-data', {
    embedded,
    userId: portal.state.userId,
    language: portal.state.scenario.user.language,
    application: applicationData(portal.state),
  });
}

function textsOf({ portal }: PageContext): StreamTexts {
  return TEXTS[portal.state.scenario.user.language];
}
