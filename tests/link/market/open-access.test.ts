// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  newCard,
  newList,
  newWindow,
  oldList,
  oldRow,
  RIGHTS_BUTTON,
  UNINSTALL_BUTTON,
} from '../../bitrix24/market-pages.ts';
import { MarketScene } from './scene.ts';

const MORE = '<button class="ui-btn market-catalog__elements-item_btn-more"></button>';
const CARD = newCard({ code: 'vendor.chat', name: 'ChatApp' }).replace('<div style="display: none">', `${MORE}$&`);
const OTHER = newCard({ code: 'other.app', name: 'Other' }).replace('<div style="display: none">', `${MORE}$&`);

let scene: MarketScene;
/** What was clicked, by its words. */
let clicked: string[];

const open = async (address: string, html: string) => {
  scene = new MarketScene(address, html);
  await scene.begin();
  document.addEventListener('click', remember);
};
const remember = ({ target }: Event) => clicked.push((target as HTMLElement).textContent?.trim() ?? '');

/** The portal's menu as it is drawn after a press on "more". */
const drawMenu = (code: string, items: readonly string[], isShown = true) => {
  const list = items.map(
    (text) => `<span class="menu-popup-item" tabindex="-1"><span class="menu-popup-item-text">${text}</span></span>`,
  );
  const style = `display: ${isShown ? 'block' : 'none'}`;
  document.body.insertAdjacentHTML(
    'beforeend',
    `<div id="menu-popup-list-item-menu-${code}" style="${style}">${list.join('')}</div>`,
  );
};
const menuAfter = (items: readonly string[], delay = 50) =>
  document
    .querySelector('[data-app-code="vendor.chat"] button')
    ?.addEventListener('click', () => setTimeout(() => drawMenu('vendor.chat', items), delay));

const openAccess = async (code = 'vendor.chat') => {
  const answer = scene.says({ type: 'market.openAccess', code });
  await scene.rest(3_000);
  return answer;
};

beforeEach(() => {
  vi.restoreAllMocks();
  clicked = [];
});
afterEach(() => {
  document.removeEventListener('click', remember);
  scene.end();
});

describe('the portal’s own dialog of access', () => {
  it.each([
    ['Доступ', 'Удалить'],
    ['Права доступа', 'Удалить'],
    ['User access', 'Uninstall'],
    ['Access', 'Uninstall'],
    ['Access permissions', 'Delete'],
  ])('is opened by "%s" in the menu of the application, never by "%s"', async (access, uninstall) => {
    await open('/market/installed/', newList([OTHER, CARD]));
    menuAfter([uninstall, ` ${access} `]);
    expect(await openAccess()).toBe(true);
    expect(clicked).toEqual(['', access]);
  });

  it('is opened from a menu that is open already', async () => {
    await open('/market/installed/', newList([CARD]));
    drawMenu('vendor.chat', ['Access'], false);
    document.querySelector('#menu-popup-list-item-menu-vendor\\.chat')?.remove();
    drawMenu('vendor.chat', ['Access', 'Uninstall']);
    expect(await openAccess()).toBe(true);
    expect(clicked).toEqual(['Access']);
  });

  it.each([
    ['other words', ['Zugriff', 'Löschen']],
    ['nothing but uninstalling', ['Uninstall']],
    ['more than the words', ['Access and uninstall', 'Доступ и удаление']],
    ['the words twice', ['Access', 'Доступ']],
  ])('is left to the person in a menu with %s', async (_, items) => {
    await open('/market/installed/', newList([CARD]));
    menuAfter(items);
    expect(await openAccess()).toBe(true);
    expect(clicked).toEqual(['']);
    const menu = document.getElementById('menu-popup-list-item-menu-vendor.chat');
    expect(menu?.style.display).toBe('block');
    expect(menu?.contains(document.activeElement)).toBe(true);
  });

  it('is not opened by an item whose hint speaks of uninstalling', async () => {
    await open('/market/installed/', newList([CARD]));
    drawMenu('vendor.chat', ['Access']);
    document.querySelector('.menu-popup-item')?.setAttribute('title', 'Удалить приложение');
    expect(await openAccess()).toBe(true);
    expect(clicked).toEqual([]);
  });

  it('is given up when no menu comes', async () => {
    await open('/market/installed/', newList([CARD]));
    expect(await openAccess()).toBe(false);
    expect(clicked).toEqual(['']);
  });

  it('is opened by the button of the old list whose handler says so', async () => {
    const foreign = oldRow('<a>Other</a>', [UNINSTALL_BUTTON.replace('vendor.chat', 'other.app'), RIGHTS_BUTTON]);
    await open(
      '/marketplace/installed/',
      oldList(foreign, oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON, RIGHTS_BUTTON])),
    );
    for (const button of document.querySelectorAll('button')) {
      const handler = button.getAttribute('onclick') ?? '';
      button.textContent = button.closest('.rest-mp-installed-item')?.textContent?.includes('Other')
        ? 'foreign'
        : handler;
    }
    vi.stubGlobal('BX', { rest: { Marketplace: { setRights: () => undefined } } });
    expect(await openAccess()).toBe(true);
    expect(clicked).toEqual([RIGHTS_BUTTON]);
  });

  it.each([
    ['has run its scripts', () => document.dispatchEvent(new Event('DOMContentLoaded'))],
    ['is loaded', () => window.dispatchEvent(new Event('load'))],
    ['has had its time', () => vi.advanceTimersByTimeAsync(1_000)],
  ])('is opened in a page that is still loading only when it %s: before, nobody hears the press', async (_, go) => {
    await open('/marketplace/installed/', oldList(oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON, RIGHTS_BUTTON])));
    vi.stubGlobal('BX', { rest: { Marketplace: { setRights: () => undefined } } });
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    const answer = scene.says({ type: 'market.openAccess', code: 'vendor.chat' });
    await scene.rest(500);
    expect(clicked).toHaveLength(0);
    await go();
    expect(await answer).toBe(true);
    expect(clicked).toHaveLength(1);
  });

  it('is opened in the newer list at once, loading or not: its scripts have drawn it', async () => {
    await open('/market/installed/', newList([CARD]));
    menuAfter(['Access', 'Uninstall']);
    vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    const answer = scene.says({ type: 'market.openAccess', code: 'vendor.chat' });
    await scene.rest(100);
    expect(clicked).toEqual(['', 'Access']);
    expect(await answer).toBe(true);
  });

  it('is not opened by a handler that does anything else', async () => {
    const handler = `BX.rest.Marketplace.setRights('17'); ${UNINSTALL_BUTTON}`;
    await open('/marketplace/installed/', oldList(oldRow('<a>ChatApp</a>', [handler])));
    expect(await openAccess()).toBeUndefined();
    expect(clicked).toEqual([]);
  });
});

describe('a frame without the application', () => {
  it.each([
    ['/market/installed/', newList([OTHER])],
    ['/market/detail/vendor.chat/', newWindow('vendor.chat', true)],
    ['/marketplace/installed/', oldList(oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON]))],
  ])('does not answer: %s', async (address, html) => {
    await open(address, html);
    expect(await openAccess()).toBeUndefined();
    expect(clicked).toEqual([]);
  });
});
