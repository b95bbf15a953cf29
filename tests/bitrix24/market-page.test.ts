// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isAccessDialogOpen } from '../../bitrix24/market-access-dialog.ts';
import { readAppFrame, readAppPage, readInstallWindow } from '../../bitrix24/market-page.ts';
import { appPath, detailPath, installedPath, linePath, marketPageAt } from '../../bitrix24/market-places.ts';
import { at, INSTALL_BUTTON, oldRow, pageOf, UNINSTALL_BUTTON } from './market-pages.ts';

const DETAIL = at('/market/detail/vendor.chat/?from=installed');
const OLD_DETAIL = at('/marketplace/detail/vendor.chat/');
const detail = (buttons: string) => `
  <div class="market-detail"><div class="market-detail__header-fixed">
    <div class="market-detail__header-fixed_info-name">ChatApp</div>
    <div class="market-detail__header-fixed_block-btn">${buttons}</div>
  </div><div class="reviews"><button class="ui-btn ui-btn-light-border">All reviews</button></div></div>`;
const button = (look: string, text: string) => `<button class="ui-btn ${look}">${text}</button>`;
const presence = (buttons: string) => readAppPage(pageOf(detail(buttons)), DETAIL)?.presence;

afterEach(() => vi.restoreAllMocks());

describe('the page of an application', () => {
  it('shows it installed by the buttons that only an installed one has, in any language', () => {
    expect(presence(button('ui-btn-light-border', 'Desinstalar'))).toBe('active');
    expect(presence(button('ui-btn-success', 'Обновить') + button('ui-btn-light-border', 'Удалить'))).toBe('active');
  });

  it('shows it absent by a single button to install', () => {
    expect(presence(button('ui-btn-success', 'Установить'))).toBe('absent');
    expect(readAppPage(pageOf(detail(button('ui-btn-success', 'Install'))), DETAIL)).toEqual({
      ...{ generation: 'new', code: 'vendor.chat', name: 'ChatApp', presence: 'absent', needsSubscription: false },
    });
  });

  it('shows neither while it loads or offers only an update', () => {
    expect(presence('')).toBe('unknown');
    expect(presence(button('ui-btn-success', 'Update'))).toBe('unknown');
    expect(readAppPage(pageOf('<div class="market-detail"></div>'), DETAIL)?.presence).toBe('unknown');
    expect(readAppPage(pageOf(''), DETAIL)).toBeNull();
    expect(readAppPage(pageOf(detail('')), at('/market/installed/'))).toBeNull();
  });

  it('of the old Marketplace tells it by inline handlers', () => {
    const old = (...handlers: string[]) => readAppPage(pageOf(oldRow('', handlers)), OLD_DETAIL);
    expect(old(INSTALL_BUTTON, UNINSTALL_BUTTON)).toMatchObject({ code: 'vendor.chat', presence: 'active' });
    expect(old(INSTALL_BUTTON)).toMatchObject({ presence: 'absent', needsSubscription: false });
    expect(old('BX.rest.Marketplace.buySubscription(this, {})')).toMatchObject({
      ...{ presence: 'unknown', needsSubscription: true },
    });
  });
});

describe('the window for installing', () => {
  it('is seen in both generations, with what it says', () => {
    const current = '<div class="market-popup"><div id="market-license-error"> Accept the terms </div></div>';
    expect(readInstallWindow(pageOf(current))).toEqual({
      ...{ generation: 'new', isInProgress: false, error: 'Accept the terms', appId: null },
    });
    const running = '<div class="market-popup"><div class="market-install-loader"></div></div>';
    expect(readInstallWindow(pageOf(running))).toMatchObject({ isInProgress: true, error: '', appId: null });
    const old = `<div id="BXAppInstallPopup|/marketplace/detail/x/" style="display: block">
      <div id="mp_detail_error">Subscription is needed</div><span class="popup-window-button-wait"></span></div>`;
    expect(readInstallWindow(pageOf(old))).toEqual({
      ...{ generation: 'old', isInProgress: true, error: 'Subscription is needed', appId: null },
    });
  });

  it('is not there once put away', () => {
    expect(readInstallWindow(pageOf('<div style="display: none"><div class="market-popup"></div></div>'))).toBeNull();
    expect(readInstallWindow(pageOf('<p></p>'))).toBeNull();
  });
});

describe('what stands where an application should be', () => {
  const FORM = `<div class="app-frame-layout"></div><div style="display: none">
    <form name="appform_abc" action="https://app.vendor.example:8443/handler?DOMAIN=demo&amp;APP_SID=secret">
      <input type="hidden" name="AUTH_ID" value="token"><input type="hidden" name="REFRESH_ID" value="token">
    </form></div>`;

  it('tells the origin of its server and reads no token, in no way', () => {
    const page = pageOf(FORM);
    const forbidden = [
      vi.spyOn(HTMLInputElement.prototype, 'value', 'get'),
      vi.spyOn(HTMLFormElement.prototype, 'elements', 'get'),
      vi.spyOn(Element.prototype, 'outerHTML', 'get'),
      vi.spyOn(Element.prototype, 'innerHTML', 'get'),
    ];
    const attributes = vi.spyOn(HTMLInputElement.prototype, 'getAttribute');
    expect(readAppFrame(page)).toEqual({ trouble: null, origin: 'https://app.vendor.example:8443' });
    expect(attributes).not.toHaveBeenCalledWith('value');
    for (const spy of forbidden) expect(spy).not.toHaveBeenCalled();
  });

  it('may be drawn before its form, or without a readable address', () => {
    expect(readAppFrame(pageOf('<div class="app-frame-layout"></div>'))).toEqual({ trouble: null, origin: null });
    expect(readAppFrame(pageOf('<form name="appform_a" action="/local"></form>'))).toEqual({
      trouble: null,
      origin: null,
    });
    const script = '<form name="appform_a" action="javascript:alert(1)"></form>';
    expect(readAppFrame(pageOf(script))).toEqual({ trouble: null, origin: null });
    expect(readAppFrame(pageOf('<form name="other" action="https://a.example/"></form>'))).toBeNull();
  });

  it.each([
    ['notFinished', 'The application has not yet been completely installed. Please contact somebody.'],
    ['notFinished', 'Приложение ещё не установлено до конца. Обратитесь к администратору.'],
    ['notInstalled', 'Application is not installed. Please contact your intranet administrator.'],
    ['notInstalled', 'Приложение не установлено. Обратитесь к администратору портала.'],
    ['noRights', "You don't have permissions to access this application."],
    ['noRights', 'У вас недостаточно прав для доступа к данному приложению.'],
    ['notFound', 'Application was not found.'],
    ['notFound', 'Приложение не найдено.'],
    ['oldTab', 'Cannot show the app in the current context.'],
    ['oldTab', 'Невозможно отобразить приложение в текущем контексте.'],
    ['denied', 'Access denied.'],
    ['denied', 'Нет доступа'],
    ['other', 'Kein Zugriff'],
  ])('tells %s by the portal’s words "%s"', (trouble, words) => {
    const error = `<div class="app-layout-subscribe-renew app-layout-error-block"><p>${words}</p></div>`;
    expect(readAppFrame(pageOf(error))).toEqual({ trouble, origin: null });
  });
});

describe('the dialog of access', () => {
  it('is open while it is drawn, and not once it is put away', () => {
    const dialog = (display: string) => `<div id="BXUserRights" style="display: ${display}"></div>`;
    expect(isAccessDialogOpen(pageOf(dialog('block')))).toBe(true);
    expect(isAccessDialogOpen(pageOf(dialog('none')))).toBe(false);
    expect(isAccessDialogOpen(pageOf(''))).toBe(false);
  });
});

describe('addresses', () => {
  const page = (address: string) => {
    const { pathname, search } = at(address);
    return marketPageAt(pathname, search);
  };

  it.each([
    ['/market/installed/', { page: 'installed', generation: 'new', isWhole: true }],
    ['/market/installed/?updates=Y&IFRAME=Y', { page: 'installed', generation: 'new', isWhole: false }],
    ['/marketplace/installed/', { page: 'installed', generation: 'old', isWhole: true }],
    ['/site/marketplace/detail/vendor.chat/', { page: 'detail', generation: 'old', code: 'vendor.chat' }],
    ['/marketplace/app/17/', { page: 'app', appId: 17, code: null }],
    ['/marketplace/app/vendor.chat/', { page: 'app', appId: null, code: 'vendor.chat' }],
    ['/contact_center/lines_edit/?ID=3&PAGE=queue-crm', { page: 'line', line: 3 }],
    ['/services/contact_center/', { page: 'contactCenter' }],
    ['/crm/deal/details/15/', { page: 'card', card: 'deal' }],
    ['/crm/type/128/details/4/', { page: 'card', card: 'dynamic_128' }],
    ['/market/detail/%E0%A4%A/', null],
    ['/market/', null],
    ['/crm/deal/', null],
  ])('%s', (address, expected) => {
    expect(page(address)).toEqual(expected);
  });

  it('lead where they say', () => {
    expect(page(installedPath('old'))).toMatchObject({ page: 'installed', generation: 'old' });
    expect(page(detailPath('new', 'vendor.chat'))).toMatchObject({ page: 'detail', code: 'vendor.chat' });
    expect(page(appPath({ appId: 17, code: 'x' }))).toMatchObject({ appId: 17 });
    expect(page(appPath({ appId: null, code: 'vendor.chat' }))).toMatchObject({ code: 'vendor.chat' });
    expect(page(linePath(3))).toEqual({ page: 'line', line: 3 });
  });
});
