// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  INSTALL_BUTTON,
  LOADING,
  newCard,
  newList,
  oldList,
  oldRow,
  RIGHTS_BUTTON,
  strip,
  tab,
  UNINSTALL_BUTTON,
} from '../../bitrix24/market-pages.ts';
import { MarketScene, startWith } from './scene.ts';

const LIST = '/market/installed/';
const CHAT = newCard({ code: 'vendor.chat', name: 'ChatApp', developer: 'ChatApp' });
const OTHER = newCard({ code: 'other.app', name: 'Other' });

let scene: MarketScene;
const open = async (address: string, html: string) => {
  scene = new MarketScene(address, html);
  return scene.begin();
};
const detail = (name: string, ...buttons: string[]) => `<div class="market-detail">
  <div class="market-detail__header-fixed_info-name">${name}</div>
  <div class="market-detail__header-fixed_block-btn">${buttons.join('')}</div></div>`;
const UNINSTALL = '<button class="ui-btn ui-btn-light-border">Uninstall</button>';
const INSTALL = '<button class="ui-btn ui-btn-success">Install</button>';

beforeEach(() => {
  vi.restoreAllMocks();
});
afterEach(() => {
  expect(scene.clicks).not.toHaveBeenCalled();
  scene.end();
});

describe('the list of installed applications', () => {
  it('is told once, as old as the page it came with', async () => {
    await open(LIST, newList([CHAT, OTHER]));
    expect(scene.sights('apps')).toHaveLength(1);
    expect(scene.sights('apps')[0]).toMatchObject({
      generation: 'new',
      provesAbsence: true,
      shownSince: scene.loadedAt,
      apps: [{ code: 'vendor.chat', presence: 'active' }, { code: 'other.app' }],
    });
    document.body.append(document.createElement('p'));
    await scene.rest();
    document.querySelector('.market-catalog__elements')?.classList.add('re-rendered');
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(1);
  });

  it('came with the page when the page was not complete yet, else with its change', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('interactive');
    await open(LIST, newList([CHAT]));
    expect(scene.sights('apps').at(-1)?.shownSince).toBe(scene.loadedAt);
    state.mockReturnValue('complete');
    await scene.show(LOADING);
    const before = Date.now();
    await scene.show(newList([CHAT]));
    expect(scene.sights('apps')).toHaveLength(2);
    expect(scene.sights('apps').at(-1)?.shownSince).toBeGreaterThanOrEqual(before);
  });

  it('is not told while it loads', async () => {
    await open(LIST, LOADING);
    await scene.show(`${LOADING}${newList([])}`);
    expect(scene.sights('apps')).toEqual([]);
  });

  it('is not told while the page is being parsed', async () => {
    const state = vi.spyOn(document, 'readyState', 'get').mockReturnValue('loading');
    await open(LIST, newList([OTHER]));
    expect(scene.sights('apps')).toEqual([]);
    document.body.innerHTML = newList([OTHER, CHAT]);
    state.mockReturnValue('interactive');
    document.dispatchEvent(new Event('DOMContentLoaded'));
    await scene.rest();
    expect(scene.sights('apps').map(({ apps }) => apps.length)).toEqual([2]);
  });

  it('is told anew after it was loaded anew, even when it is equal', async () => {
    await open(LIST, newList([CHAT]));
    await scene.show(LOADING);
    await scene.show(newList([CHAT]));
    expect(scene.sights('apps')).toHaveLength(2);
    expect(scene.sights('apps')[1]?.shownSince).toBeGreaterThan(scene.loadedAt);
  });

  it('is told anew, too, when it was loaded into the same place', async () => {
    await open(LIST, newList([CHAT]));
    const container = document.querySelector('#market-catalog-container-id');
    container?.insertAdjacentHTML('afterbegin', '<img class="market-skeleton-img">');
    await scene.rest();
    const before = Date.now();
    document.querySelector('img')?.remove();
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(2);
    expect(scene.sights('apps')[1]?.shownSince).toBeGreaterThanOrEqual(before);
  });

  it('does not grow younger by what is appended when it is scrolled', async () => {
    await open(LIST, newList([CHAT], '2'));
    expect(scene.sights('apps')[0]?.provesAbsence).toBe(false);
    document.querySelector('.market-catalog__elements')?.insertAdjacentHTML('beforeend', OTHER);
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(2);
    expect(scene.sights('apps')[1]).toMatchObject({ provesAbsence: true, shownSince: scene.loadedAt });
  });

  it('is younger when something has gone from it', async () => {
    await open(LIST, newList([CHAT, OTHER], '1'));
    document.querySelector('[data-app-code="vendor.chat"]')?.remove();
    await scene.rest();
    expect(scene.sights('apps')[1]?.apps).toHaveLength(1);
    expect(scene.sights('apps')[1]?.shownSince).toBeGreaterThan(scene.loadedAt);
  });

  it('is believed to be empty only when it stays so', async () => {
    scene = new MarketScene(LIST, newList([], '0'));
    const begun = scene.begin();
    await begun;
    expect(scene.sights('apps')).toEqual([]);
    document.querySelector('.market-catalog__elements')?.insertAdjacentHTML('beforeend', CHAT);
    await scene.rest();
    expect(scene.sights('apps').map(({ apps }) => apps.length)).toEqual([1]);
    await scene.show(newList([], '0'));
    await scene.rest(2_000);
    expect(scene.sights('apps').at(-1)).toMatchObject({ apps: [], provesAbsence: true });
  });

  it('of the old Marketplace is told with codes and numbers', async () => {
    await open('/marketplace/installed/', oldList(oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON, RIGHTS_BUTTON])));
    expect(scene.sights('apps')[0]).toMatchObject({
      ...{ generation: 'old', provesAbsence: false, shownSince: scene.loadedAt },
      apps: [{ code: 'vendor.chat', appId: 17, presence: 'active' }],
    });
  });

  it('cuts what the background would not take', async () => {
    await open(LIST, newList([newCard({ code: 'long.name', name: 'x'.repeat(900) })]));
    expect(scene.sights('apps')[0]?.apps[0]?.name).toHaveLength(300);
  });
});

describe('a page that changes its address before its contents', () => {
  it('is not taken for the other list', async () => {
    await open(`${LIST}?updates=Y`, newList([OTHER]));
    expect(scene.sights('apps')[0]?.provesAbsence).toBe(false);
    scene.goTo(LIST);
    document.body.append(document.createElement('p'));
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(1);
    await scene.show(newList([OTHER, CHAT]));
    expect(scene.sights('apps')[1]).toMatchObject({ provesAbsence: true, apps: [{}, {}] });
  });

  it('is not taken for the page of the next application', async () => {
    await open('/market/detail/other.app/', detail('Other', UNINSTALL));
    scene.goTo('/market/detail/vendor.chat/');
    document.body.append(document.createElement('p'));
    await scene.rest();
    expect(scene.sights('appPage').map(({ code }) => code)).toEqual(['other.app']);
    await scene.show(detail('ChatApp', INSTALL));
    expect(scene.sights('appPage')[1]).toMatchObject({ code: 'vendor.chat', presence: 'absent' });
  });

  it('has the address of a slider above it', async () => {
    const rows = oldList(oldRow('<a>ChatApp</a>', [UNINSTALL_BUTTON]));
    await open('/marketplace/installed/', rows);
    const src = '/marketplace/detail/other.app/?IFRAME=Y&amp;IFRAME_TYPE=SIDE_SLIDER';
    document.body.insertAdjacentHTML('beforeend', `<iframe class="side-panel-iframe" srcdoc="" src="${src}"></iframe>`);
    scene.goTo('/marketplace/detail/other.app/');
    await scene.rest();
    expect(scene.sights('appPage')).toEqual([]);
    document.querySelector('iframe')?.remove();
    await scene.rest();
    expect(scene.sights('appPage')).toEqual([]);
  });

  it('has its own address again when a slider is put away', async () => {
    const slider = `<div id="overlay"><iframe class="side-panel-iframe" srcdoc="" src="${LIST}?IFRAME=Y"></iframe></div>`;
    await open(LIST, newList([CHAT]) + slider);
    expect(scene.sights('apps')).toEqual([]);
    document.querySelector('#overlay')?.setAttribute('style', 'display: none');
    await scene.rest();
    expect(scene.sights('apps')).toHaveLength(1);
  });

  it('by a slider with the page of an application is no such page', async () => {
    await open('/company/', `<a onclick="BX.UI.InfoHelper.show('limit')">Plans</a>`);
    scene.goTo('/marketplace/detail/vendor.chat/');
    await scene.show(`<a onclick="BX.UI.InfoHelper.show('limit')">All plans</a>`);
    expect(scene.sights('appPage')).toEqual([]);
  });
});

describe('the page of an application', () => {
  it('is told when its buttons tell something', async () => {
    await open('/market/detail/vendor.chat/', detail('ChatApp'));
    expect(scene.sights('appPage')).toEqual([]);
    await scene.show(detail('ChatApp', UNINSTALL));
    expect(scene.sights('appPage')).toHaveLength(1);
    expect(scene.sights('appPage')[0]).toMatchObject({ code: 'vendor.chat', name: 'ChatApp', presence: 'active' });
  });

  it('in a slider is a page of its own', async () => {
    await open('/market/detail/vendor.chat/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER', detail('ChatApp', INSTALL));
    expect(scene.sights('appPage')[0]).toMatchObject({ presence: 'absent', shownSince: scene.loadedAt });
  });

  it('of the old Marketplace counts only what is about this application', async () => {
    const foreign = UNINSTALL_BUTTON.replace('vendor.chat', 'other.app');
    await open('/marketplace/detail/vendor.chat/', oldRow('', [INSTALL_BUTTON, foreign]));
    expect(scene.sights('appPage')[0]).toMatchObject({ code: 'vendor.chat', presence: 'absent' });
  });
});

describe('the application itself', () => {
  const FORM = `<div class="app-frame-layout" id="layout"><div id="hidden" style="display: none">
    <form name="appform_abc" action="https://app.vendor.example/handler?APP_SID=secret">
      <input type="hidden" name="AUTH_ID" value="token"><input type="hidden" name="REFRESH_ID" value="token">
    </form></div><script type="text/plain">AUTH_ID = 'token'</script></div>`;

  it('is told by what stands in its place, and no token is read in any way', async () => {
    scene = new MarketScene('/marketplace/app/17/', FORM);
    const inside = [...document.querySelectorAll('#layout, #layout *')];
    const forbidden = vi.fn();
    for (const element of inside) {
      for (const name of ['outerHTML', 'innerHTML', 'textContent', 'innerText', 'value', 'elements', 'attributes']) {
        Object.defineProperty(element, name, { configurable: true, get: () => forbidden(name) });
      }
      if (element.tagName !== 'INPUT') continue;
      // Looking for elements by selectors is no reading of what they hold.
      const read = element.getAttribute.bind(element);
      const selects = (name: string) =>
        ['id', 'class', 'style', 'name', 'type'].includes(name) ? read(name) : forbidden(name);
      Object.defineProperty(element, 'getAttribute', { value: selects });
      Object.defineProperty(element, 'dataset', { get: forbidden });
    }
    const copies = [vi.spyOn(globalThis, 'FormData'), vi.spyOn(globalThis, 'XMLSerializer')];
    vi.spyOn(Node.prototype, 'cloneNode').mockImplementation(forbidden);
    await scene.begin();
    document.querySelector('#layout')?.classList.add('app-loaded');
    await scene.rest();
    expect(scene.sights('appFrame')).toEqual([
      { kind: 'appFrame', appId: 17, code: null, trouble: null, shownSince: scene.loadedAt },
    ]);
    expect(JSON.stringify(scene.told)).not.toContain('token');
    expect(forbidden).not.toHaveBeenCalled();
    for (const copy of copies) expect(copy).not.toHaveBeenCalled();
  });

  it('says why it does not open', async () => {
    const words = 'The application has not yet been completely installed.';
    await open('/marketplace/app/vendor.chat/', `<div class="app-layout-error-block"><p>${words}</p></div>`);
    expect(scene.sights('appFrame')).toMatchObject([{ code: 'vendor.chat', appId: null, trouble: 'notFinished' }]);
  });
});

describe('cards of the CRM and the Contact Center', () => {
  it('tell the tabs of applications once for each change', async () => {
    await open('/crm/deal/details/15/', strip(tab(101, 'ChatApp'), tab(102, 'ChatApp Dialog')));
    expect(scene.sights('tabs')).toMatchObject([
      { card: 'deal', tabs: [{ placementId: 101, isHidden: false, owner: null }, { placementId: 102 }] },
    ]);
    document.body.append(document.createElement('p'));
    await scene.rest();
    expect(scene.sights('tabs')).toHaveLength(1);
    document.querySelector('[data-id="tab_rest_102"]')?.classList.add('--hidden');
    await scene.rest();
    expect(scene.sights('tabs')[1]?.tabs[1]).toMatchObject({ placementId: 102, isHidden: true });
    expect(scene.sights('tabs')[1]?.shownSince).toBe(scene.loadedAt);
  });

  it('tell the tiles', async () => {
    await open('/contact_center/', '<div><i class="ui-icon-service-chatapp_wa"></i>ChatApp WhatsApp</div>');
    expect(scene.sights('tiles')).toMatchObject([
      { tiles: [{ connectorId: 'chatapp_wa', title: 'ChatApp WhatsApp' }] },
    ]);
  });
});

describe('windows of the portal', () => {
  const install = (error: string, more = '') =>
    `<div class="market-popup"><div id="market-license-error">${error}</div>${more}</div>`;
  const PROGRESS = '<div class="market-install-loader"></div>';
  const PAGE = '/market/detail/vendor.chat/';

  it('for installing is told when it comes, once', async () => {
    await open(PAGE, install(''));
    await scene.show(`${install('')}<p></p>`);
    expect(scene.sights('install')).toEqual([{ kind: 'install', code: 'vendor.chat', refusal: null, message: '' }]);
  });

  it('for installing tells the number of the application once it leads there', async () => {
    await open(PAGE, install(''));
    await scene.show(install('', '<a class="ui-btn" href="/marketplace/app/118/?from=market">Open</a>'));
    expect(scene.sights('install').map(({ appId }) => appId)).toEqual([undefined, 118]);
  });

  it('for installing does not refuse by asking for a box', async () => {
    await open(PAGE, install('Accept the license agreement to continue'));
    await scene.show(install('Примите условия подписки на Маркет'));
    expect(scene.sights('install').map(({ refusal }) => refusal)).toEqual([null]);
  });

  it.each([
    ['subscription', 'Для продолжения установки приложения необходима подписка Битрикс24 Маркет Плюс'],
    ['subscription', 'Bitrix24 Market Plus subscription is required to continue installing the application.'],
    ['rights', 'Чтобы установить приложение, обратитесь к администратору вашего Битрикс24'],
    ['rights', 'To install the app, contact your Bitrix24 administrator.'],
  ])('for installing refuses for %s: "%s"', async (refusal, message) => {
    await open(PAGE, install(message));
    expect(scene.sights('install')).toMatchObject([{ refusal, message }]);
  });

  it('for installing refuses with any words once it has begun', async () => {
    await open(PAGE, install('Приложение не найдено'));
    await scene.show(install('', PROGRESS));
    await scene.show(install('Something went wrong'));
    await scene.show(install('Приложение не найдено'));
    expect(scene.sights('install').map(({ refusal }) => refusal)).toEqual([null, 'other', 'notFound']);
  });

  it('for installing is known by its address where the page is a list', async () => {
    const id = 'BXAppInstallPopup|/marketplace/detail/vendor.chat/?install=Y';
    await open('/marketplace/installed/', `<div id="${id}"></div>`);
    expect(scene.sights('install')[0]?.code).toBe('vendor.chat');
  });

  it('for access is told when it closes', async () => {
    await open(LIST, `${newList([CHAT])}<div id="BXUserRights" style="display: block"></div>`);
    expect(scene.sights('accessClosed')).toEqual([]);
    document.querySelector('#BXUserRights')?.setAttribute('style', 'display: none');
    await scene.rest();
    await scene.show(newList([CHAT]));
    expect(scene.sights('accessClosed')).toHaveLength(1);
  });
});

describe('the eye rests', () => {
  it('on a page that is none of its own', async () => {
    await open('/market/category/crm/', newList([newCard({ code: 'other.app', states: '' })]));
    expect(scene.count('market.seen')).toBe(0);
  });

  it('while nobody can see the page, and then does not take the contents for younger', async () => {
    await open(LIST, newList([CHAT, OTHER], '1'));
    const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    const hiddenAt = Date.now();
    document.dispatchEvent(new Event('visibilitychange'));
    document.querySelector('[data-app-code="other.app"]')?.remove();
    await scene.rest(60_000);
    expect(scene.sights('apps')).toHaveLength(1);
    hidden.mockReturnValue(false);
    document.dispatchEvent(new Event('visibilitychange'));
    await scene.rest();
    expect(scene.sights('apps')[1]).toMatchObject({ shownSince: hiddenAt });
  });

  it('between two looks, whatever happens on the page', async () => {
    await open(LIST, newList([CHAT], '9'));
    const reads = vi.spyOn(document, 'querySelectorAll');
    for (let change = 0; change < 30; change += 1) {
      document.body.append(document.createElement('p'));
      await vi.advanceTimersByTimeAsync(10);
    }
    const looks = reads.mock.calls.filter(([selector]) => selector.includes('market_delete_confirm_popup_')).length;
    expect(looks).toBeLessThanOrEqual(2);
  });
});

describe('a sight that nobody heard', () => {
  it('is told again', async () => {
    scene = new MarketScene(LIST, newList([CHAT]));
    let isDown = true;
    scene.background = (message) => (message.type === 'market.seen' && isDown ? undefined : startWith());
    await scene.begin();
    await scene.rest(6_000);
    isDown = false;
    const before = scene.count('market.seen');
    document.body.append(document.createElement('p'));
    await scene.rest();
    expect(scene.count('market.seen')).toBe(before + 1);
    expect(scene.sights('apps').at(-1)?.shownSince).toBe(scene.loadedAt);
  });
});
