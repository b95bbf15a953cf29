import type { Language } from '../../model/scenario.ts';
import type { PageContext } from '../pages.ts';
import type { Portal } from '../portal-site.ts';
import { escapeHtml } from './document.ts';

const MENU: Record<Language, [path: string, text: string][]> = {
  ru: [
    ['/stream/', 'Новости'],
    ['/online/', 'Мессенджер'],
    ['/tasks/', 'Задачи'],
    ['/crm/', 'Клиенты'],
    ['/contact_center/', 'Контакт-центр'],
    ['/docs/', 'Диск'],
    ['/company/', 'Компания'],
  ],
  en: [
    ['/stream/', 'Feed'],
    ['/online/', 'Messenger'],
    ['/tasks/', 'Tasks'],
    ['/crm/', 'Customers'],
    ['/contact_center/', 'Contact Center'],
    ['/docs/', 'Drive'],
    ['/company/', 'Company'],
  ],
};

export interface FrameParts {
  current: string;
  title: string;
  content: string;
  /** The compact list of chats at the right edge; absent where the messenger fills the page. */
  hasChatBar: boolean;
}

/** The portal's frame: menu at the left, header, work area, chat bar at the right. */
export function portalFrame({ portal }: PageContext, { current, title, content, hasChatBar }: FrameParts): string {
  const { user } = portal.state.scenario;
  const items = [...MENU[user.language], marketItem(portal)].map(([path, text]) => {
    const mark = path === current ? ' class="--current" aria-current="page"' : '';
    return `<li><a href="${path}"${mark}>${escapeHtml(text)}</a></li>`;
  });
  const bar = hasChatBar
    ? '<div class="im-chat-recent-list" id="bx-im-external-recent-list"></div>'
    : '<div id="bx-im-external-recent-list" hidden></div>';
  return `<div class="root js-app">
<nav class="app__left-menu"><b class="portal-name">${escapeHtml(portal.identity.name)}</b><ul>${items.join('')}</ul></nav>
<div class="app__main">
<header class="app__header" id="app-header"><div class="air-header" id="header">
<h1 class="air-header__title">${escapeHtml(title)}</h1>
<div id="air-header-menu"></div><div class="air-header__buttons"><a href="/__director/" target="_blank">Director</a></div>
<div id="avatar-area" title="${escapeHtml(user.name)}">${escapeHtml(user.name.slice(0, 1))}</div></div></header>
<main class="app__page" id="page-area"><div class="page"><div id="air-workarea-content">${content}</div></div></main>
</div>
${bar}
</div>`;
}

/** The generation of a portal's pages is no matter of the user: its menu leads to one of them. */
function marketItem({ state }: Portal): [path: string, text: string] {
  const path = state.market.generation === 'new' ? '/market/' : '/marketplace/installed/';
  return [path, state.scenario.user.language === 'ru' ? 'Маркет' : 'Market'];
}
