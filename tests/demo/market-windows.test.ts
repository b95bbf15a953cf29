// @vitest-environment happy-dom
/** What the scripts of the Market's pages do, in a page without a browser around it. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isAccessDialogOpen } from '../../bitrix24/market-access-dialog.ts';
import { readInstalledApps } from '../../bitrix24/market-list.ts';
import { readAppPage, readInstallWindow } from '../../bitrix24/market-page.ts';
import { findUninstallWindow } from '../../bitrix24/market-uninstall.ts';
import { CHATAPP_CODES } from '../../demo/model/market-apps.ts';
import { eachWithVisitor } from './visitor.ts';

const visit = eachWithVisitor();
const code = CHATAPP_CODES.demo;
const POPUP = `#market_delete_confirm_popup_${CSS.escape(code)}`;
const reload = vi.fn();
let showEnd: () => void = () => undefined;

const find = (selector: string, inside: ParentNode = document): HTMLElement => {
  const element = inside.querySelector<HTMLElement>(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
};
const press = (selector: string, inside?: ParentNode) => find(selector, inside).click();
const box = (selector: string) => find(selector) as HTMLInputElement;
const chatCard = () => find(`[data-app-code="${code}"]`);
const call = (method: string) => visit.director.calls().findLast((each) => each.method === method);
const pressItem = (menu: string, text: string) => {
  const items = [...find(`[id="menu-popup-${menu}"]`).querySelectorAll<HTMLElement>('.menu-popup-item')];
  items.find((item) => item.textContent === text)?.click();
};
const pressUninstall = () => {
  press('.market-catalog__elements-item_btn-more', chatCard());
  pressItem(`list-item-menu-${code}`, 'Удалить');
};
/** Runs what an attribute of an old page says, as a browser would. */
const pressOld = (text: string) => {
  const button = [...document.querySelectorAll('button')].find((each) => each.textContent === text);
  new Function(button?.getAttribute('onclick') ?? 'throw new Error("No such button")')();
};

/** Opens a page and runs its scripts on it. */
async function open(path: string, script: 'new-market' | 'old-market'): Promise<void> {
  const { text } = await visit.visitor.open(path);
  document.body.innerHTML = /<body[^>]*>([\s\S]*)<\/body>/.exec(text)?.[1] ?? '';
  // biome-ignore lint/suspicious/noExplicitAny: happy-dom's own door
  (window as any).happyDOM.setURL(`https://demo.bitrix24.ru${path}`);
  vi.spyOn(location, 'reload').mockImplementation(reload);
  vi.resetModules();
  for (const name of ['core', 'events', 'requests']) await import(`../../demo/pages/bx/${name}.js`);
  BX.message({ bitrix_sessid: visit.visitor.token, SITE_ID: 's1' });
  await import(`../../demo/pages/market/${script}.js`);
}

async function openList(): Promise<void> {
  await open('/market/installed/', 'new-market');
  await vi.waitFor(chatCard);
}

declare const BX: { message(codes: object): void; onCustomEvent(...args: unknown[]): void };

beforeEach(() => {
  vi.stubGlobal('fetch', async (path: string, { headers, body }: { headers?: object; body: FormData }) => {
    const form = new URLSearchParams([...body].map(([name, value]) => [name, String(value)]));
    const type = { 'Content-Type': 'application/x-www-form-urlencoded' };
    const answer = await visit.visitor.ask(path, {
      method: 'POST',
      headers: { ...headers, ...type },
      body: form.toString(),
    });
    return { json: async () => JSON.parse(answer.text), text: async () => answer.text };
  });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(told: (entries: object[]) => void) {
        showEnd = () => told([{ isIntersecting: true }]);
      }
      observe() {
        return undefined;
      }
      disconnect() {
        return undefined;
      }
    },
  );
});

afterEach(() => {
  vi.unstubAllGlobals();
  reload.mockClear();
  document.body.replaceChildren();
});

const listNow = () => readInstalledApps(document, location);

describe('the new list', () => {
  test('comes late, and is read as the whole list then', async () => {
    await open('/market/installed/', 'new-market');
    expect(listNow()).toBeNull();
    await vi.waitFor(chatCard);
    const list = listNow();
    expect(list).toMatchObject({ generation: 'new', provesAbsence: true });
    expect(list?.apps.find((app) => app.code === code)).toMatchObject({ name: 'ChatApp', presence: 'active' });
  });

  test('goes on when its end comes into view', async () => {
    visit.director.reset({ market: { many: 30 } });
    await openList();
    expect(listNow()).toMatchObject({ provesAbsence: false, apps: { length: 20 } });
    showEnd();
    await vi.waitFor(() => expect(listNow()).toMatchObject({ provesAbsence: true, apps: { length: 35 } }));
  });

  test('has no name for what left the Market, and other things instead of the list at the same address', async () => {
    visit.director.reset({ market: { isUnpublished: true, keepsAddress: true } });
    await openList();
    expect(listNow()?.apps.find((app) => app.code === code)).toMatchObject({ name: '', isUnpublished: true });
    await open('/market/', 'new-market');
    await vi.waitFor(() => find('.market-catalog__elements'));
    press('.market-toolbar__popup-target');
    pressItem('toolbar-popup-menu', 'Установленные приложения');
    await vi.waitFor(chatCard);
    expect(location.pathname).toBe('/market/');
  });

  test('takes the address of its own from the menu, unless told otherwise', async () => {
    await open('/market/', 'new-market');
    press('.market-toolbar__popup-target');
    pressItem('toolbar-popup-menu', 'Установленные приложения');
    await vi.waitFor(chatCard);
    expect(location.pathname).toBe('/market/installed/');
  });
});

describe('the new window to uninstall', () => {
  test('has one box, beside those that all cards hide, and a label that leads nowhere', async () => {
    await openList();
    pressUninstall();
    expect(document.querySelectorAll('[name="delete-data"]').length).toBe(5);
    expect(find(POPUP).querySelectorAll('[name="delete-data"]').length).toBe(1);
    press('label', find(POPUP));
    expect(findUninstallWindow(document, null)?.facts).toMatchObject({ code, name: 'ChatApp', sentTick: false });
  });

  test('shows a tick again that was cancelled, until the cards are other ones', async () => {
    await openList();
    pressUninstall();
    box(`${POPUP} [name="delete-data"]`).checked = true;
    press('.popup-window-button-link-cancel', find(POPUP));
    expect(document.querySelector(POPUP)).toBeNull();
    pressUninstall();
    expect(findUninstallWindow(document, null)?.facts.sentTick).toBe(true);
    press('.popup-window-button-link-cancel', find(POPUP));
    BX.onCustomEvent(window, 'onPullEvent-market', ['rerender', {}, {}]);
    pressUninstall();
    expect(findUninstallWindow(document, null)?.facts.sentTick).toBe(false);
  });

  test('stays while all cards are drawn anew, and sends what it shows', async () => {
    await openList();
    const before = chatCard();
    pressUninstall();
    box(`${POPUP} [name="delete-data"]`).checked = true;
    BX.onCustomEvent(window, 'onPullEvent-market', ['rerender', {}, {}]);
    expect(chatCard()).not.toBe(before);
    press('.popup-window-button-decline', find(POPUP));
    await vi.waitFor(() => expect(document.querySelector(`[data-app-code="${code}"]`)).toBeNull());
    expect(call('market.Application.uninstall')?.params).toMatchObject({ code, clean: 'Y' });
    await vi.waitFor(() => expect(listNow()).toMatchObject({ provesAbsence: true, apps: { length: 4 } }));
    expect(reload).not.toHaveBeenCalled();
  });

  test('says why not, in the portal’s words and without a question', async () => {
    visit.director.veto('Сначала закройте смену');
    await openList();
    pressUninstall();
    press('.popup-window-button-decline', find(POPUP));
    await vi.waitFor(() => expect(findUninstallWindow(document, null)?.refusal).toBe('Сначала закройте смену'));
    expect(call('market.Application.uninstall')?.params).toMatchObject({ clean: 'N' });
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
    expect(document.querySelector(POPUP)).toBeNull();
  });
});

describe('the page of an application', () => {
  const path = `/market/detail/${code}/`;

  test('has its buttons twice, and starts anew once it is uninstalled', async () => {
    await open(path, 'new-market');
    await vi.waitFor(() => find('.market-detail'));
    expect(readAppPage(document, location)).toMatchObject({ name: 'ChatApp', presence: 'active' });
    const all = [...document.querySelectorAll<HTMLElement>('button.ui-btn-light-border')];
    expect(all).toHaveLength(2);
    all[1]?.click();
    press('.popup-window-button-decline', find(POPUP));
    await vi.waitFor(() => expect(reload).toHaveBeenCalled());
  });

  test('installs in three steps, and not without consent', async () => {
    visit.director.uninstallApp();
    await open(path, 'new-market');
    await vi.waitFor(() => find('.market-detail'));
    expect(readAppPage(document, location)?.presence).toBe('absent');
    press('.market-detail__header-fixed_block-btn .ui-btn-success');
    press('#market-install-popup .ui-btn-success');
    expect(readInstallWindow(document)?.error).toBe('Отметьте все согласия, чтобы продолжить');
    for (const each of document.querySelectorAll<HTMLInputElement>('.market-popup input')) each.checked = true;
    press('#market-install-popup .ui-btn-success');
    expect(readInstallWindow(document)).toMatchObject({ isInProgress: true, error: '' });
    await vi.waitFor(() => find('.market-popup[data-step="3"]'));
    expect(find('.market-popup a').getAttribute('href')).toMatch(/^\/marketplace\/app\/\d+\/$/);
  });

  test('names who sells what is missing, above all frames', async () => {
    visit.director.reset({ market: { wantsSubscription: true } });
    visit.director.uninstallApp();
    await open(path, 'new-market');
    await vi.waitFor(() => find('.market-detail'));
    press('.market-detail__header-fixed_block-btn .ui-btn-success');
    for (const each of document.querySelectorAll<HTMLInputElement>('.market-popup input')) each.checked = true;
    press('#market-install-popup .ui-btn-success');
    await vi.waitFor(() => expect(readInstallWindow(document)?.error).toContain('подписка'));
    expect(find('.ui-info-helper').dataset.code).toBe('limit_market_plus');
  });

  test('offers an employee a button that does nothing', async () => {
    visit.director.uninstallApp();
    visit.director.setRole('employee');
    await open(path, 'new-market');
    await vi.waitFor(() => find('.market-detail'));
    expect(find('.market-detail button')).toMatchObject({
      disabled: true,
      title: expect.stringContaining('обратитесь'),
    });
  });
});

describe('the old window to uninstall', () => {
  const openOld = () => open('/marketplace/installed/?FIND=chatapp', 'old-market');

  test('sends the first box of the page, which may be one that was put away', async () => {
    await openOld();
    pressOld('Удалить');
    box('#delete_data').checked = true;
    press('.popup-window-button-link-cancel');
    pressOld('Удалить');
    expect(document.querySelectorAll('#mp_delete_confirm_popup')).toHaveLength(2);
    const found = findUninstallWindow(document, { code, name: 'ChatApp' });
    expect(found?.facts).toMatchObject({ shownTick: false, sentTick: true });
    press('.popup-window-button-decline', found?.element);
    await vi.waitFor(() => expect(reload).toHaveBeenCalled());
    expect(call('rest.php uninstall')?.params).toMatchObject({ code, clean: 'true' });
    expect(visit.director.marketState().uninstallations).toMatchObject([{ wiped: true }]);
  });

  test('takes an empty array for success', async () => {
    await openOld();
    visit.director.expireToken();
    pressOld('Удалить');
    press('.popup-window-button-decline');
    await vi.waitFor(() => expect(reload).toHaveBeenCalled());
    expect(visit.director.marketState().uninstallations).toEqual([]);
  });

  test('says why not in the window', async () => {
    visit.director.veto('Сначала закройте смену');
    await openOld();
    pressOld('Удалить');
    press('.popup-window-button-decline');
    await vi.waitFor(() => expect(findUninstallWindow(document, null)?.refusal).toBe('Сначала закройте смену'));
    expect(reload).not.toHaveBeenCalled();
  });

  test.each([
    [false, '[id^="BXAppInstallPopup|"]'],
    [true, '.market-popup'],
  ])('has a neighbour for installing, of the new pages: %s', async (mixesInstall, selector) => {
    visit.director.reset({ market: { mixesInstall } });
    visit.director.uninstallApp();
    await openOld();
    pressOld('Установить');
    find(selector);
    expect(readInstallWindow(document)?.generation).toBe(mixesInstall ? 'new' : 'old');
  });
});

describe('the dialog of access', () => {
  const SELECTED = 'access_selected_item_';
  const selected = () => {
    const items = find('#BXUserRights').querySelectorAll(`[id^="${SELECTED}"]`);
    return [...items].map(({ id }) => id.slice(SELECTED.length));
  };
  const opened = () => vi.waitFor(() => expect(isAccessDialogOpen(document)).toBe(true));
  const pressAccess = async () => {
    press('.market-catalog__elements-item_btn-more', chatCard());
    pressItem(`list-item-menu-${code}`, 'Доступ');
    await opened();
  };

  test('shows the list by its codes, and writes it whole', async () => {
    visit.director.setAccessList({ access: ['U1001', 'DR10'] });
    await openList();
    await pressAccess();
    expect(selected()).toEqual(['U1001', 'DR10']);
    press('#access_selected_item_U1001 .bx-finder-box-selected-item-icon');
    press('.bx-finder-box-item[data-code="D12"]');
    expect(find('#access_sel_count_intranet').textContent).toBe('(2)');
    press('#BXUserRights .popup-window-button-accept');
    await vi.waitFor(() => expect(call('market.Application.setRights')?.outcome).toBe('success'));
    expect(visit.director.marketState().apps[0]?.access).toEqual(['DR10', 'D12']);
    expect(isAccessDialogOpen(document)).toBe(false);
  });

  test('drops who is offered by nobody, and so may open the application to everybody', async () => {
    visit.director.setAccessList({ access: ['U424242'] });
    await openList();
    await pressAccess();
    expect(selected()).toEqual([]);
    press('#BXUserRights .popup-window-button-accept');
    await vi.waitFor(() => expect(visit.director.marketState().apps[0]?.access).toEqual([]));
  });

  test('is loaded once, and is the same for the next application', async () => {
    await openList();
    await pressAccess();
    const dialog = find('#BXUserRights');
    press('#BXUserRights .popup-window-button-link-cancel');
    await pressAccess();
    expect(find('#BXUserRights')).toBe(dialog);
    expect(visit.director.calls().filter(({ method }) => method === 'access_dialog.php')).toHaveLength(1);
  });

  test('knows its application by number in the old pages', async () => {
    visit.director.setAccessList({ access: ['D10'] });
    await open('/marketplace/installed/?FIND=chatapp', 'old-market');
    pressOld('Права доступа');
    await opened();
    expect(selected()).toEqual(['D10']);
    press('#access_selected_item_D10 .bx-finder-box-selected-item-icon');
    press('#BXUserRights .popup-window-button-accept');
    await vi.waitFor(() => expect(visit.director.marketState().apps[0]?.access).toEqual([]));
    expect(call('rest.php set_app_rights')?.params).toEqual({ action: 'set_app_rights', app_id: '41' });
  });
});
