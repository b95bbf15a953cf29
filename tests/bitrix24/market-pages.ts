/** Pages of the Market and around it as the portal draws them, cut down to what a reader may meet. */

/** A page of its own, so that no test meets what another one left. */
export function pageOf(html: string): Document {
  const page = document.implementation.createHTMLDocument('portal');
  page.body.innerHTML = html;
  return page;
}

export const at = (address: string) => {
  const { pathname, search } = new URL(address, 'https://demo.bitrix24.ru');
  return { pathname, search };
};

export function find<T extends Element = HTMLElement>(page: Document, selector: string): T {
  const element = page.querySelector<T>(selector);
  if (!element) throw new Error(`The page has no ${selector}`);
  return element;
}

interface Card {
  code: string;
  name?: string;
  developer?: string;
  states?: string;
  isTicked?: boolean;
}

/** A card of the new list, with its own hidden box for "delete data". */
export const newCard = ({ code, name = '', developer = '', states = '--installed', isTicked }: Card): string => `
  <div class="market-catalog__elements-item ${states}" data-app-code="${code}">
    <a class="market-catalog__elements-item_info-title" title="${name}" href="/market/detail/${code}/">${name}</a>
    <span class="market-catalog__elements-item_info-partner">${developer}</span>
    <div style="display: none"><div class="market_delete_confirm">
      <input type="checkbox" name="delete-data" ${isTicked ? 'checked' : ''}><label for="delete_data">delete</label>
    </div></div>
  </div>`;

export const newList = (cards: readonly string[], counter: string | null = String(cards.length)): string => `
  <div id="market-catalog-container-id" class="market-catalog">
    <span class="market-catalog__title_name">Installed apps</span>
    ${counter === null ? '' : `<span class="market-catalog__title_counter">${counter}</span>`}
    <div class="market-catalog__elements">${cards.join('')}</div>
  </div>`;

export const LOADING =
  '<div id="market-catalog-container-id" class="market-catalog"><img class="market-skeleton-img"></div>';

/** A row of the old list; its buttons are all that tells codes. */
export const oldRow = (title: string, buttons: readonly string[], developer = 'A vendor'): string => `
  <div class="rest-mp-installed-item">
    <div class="rest-mp-installed-item-content">
      <div class="rest-mp-installed-item-content-title"> ${title} </div>
      <div class="rest-mp-installed-item-content-developer">${developer}</div>
    </div>
    <div class="rest-mp-installed-item-param-buttons">
      ${buttons.map((onclick) => `<button onclick="${onclick}"><i>Press</i></button>`).join('')}
    </div>
  </div>`;

export const oldList = (...rows: string[]): string =>
  `<div class="rest-mp-installed" id="mp-installed-block">${rows.join('')}</div>`;

export const UNINSTALL_BUTTON = "BX.rest.Marketplace.uninstallConfirm('vendor.chat')";
export const RIGHTS_BUTTON = "BX.rest.Marketplace.setRights('17');";
export const INSTALL_BUTTON =
  "BX.Market.Application.install({'CODE':'vendor.chat','VERSION':'3','url':'/marketplace/detail/vendor.chat/'});";

const window_ = (id: string, content: string, isShown: boolean, hasConfirm = true) => `
  <div id="${id}" class="popup-window" style="display: ${isShown ? 'block' : 'none'}">
    <div id="popup-window-content-${id}" class="popup-window-content">${content}</div>
    <div class="popup-window-buttons">
      ${hasConfirm ? '<span class="popup-window-button popup-window-button-decline"><b>Delete</b></span>' : ''}
      <span class="popup-window-button popup-window-button-link popup-window-button-link-cancel">Cancel</span>
    </div>
  </div>`;

const checked = (isTicked: boolean) => (isTicked ? 'checked' : '');

export const newWindow = (code: string, isTicked: boolean, name = 'ChatApp', isShown = true): string =>
  window_(
    `market_delete_confirm_popup_${code}`,
    `<div class="market_delete_confirm"><div class="market_delete_confirm_text">Вы уверены, что хотите удалить
      приложение "${name}"?</div><div class="market_delete_confirm_cb"><input type="checkbox" name="delete-data"
      ${checked(isTicked)}><label for="delete_data">удалить настройки и данные приложения</label></div></div>`,
    isShown,
  );

export const oldWindow = (isTicked: boolean, isShown = true): string =>
  window_(
    'mp_delete_confirm_popup',
    `<div class="mp_delete_confirm"><div class="mp_delete_confirm_text">Are you sure you want to delete the
      application?</div><div class="mp_delete_confirm_cb"><input type="checkbox" name="delete_data" id="delete_data"
      ${checked(isTicked)}><label for="delete_data">delete application settings and data</label></div></div>`,
    isShown,
  );

/** The old window once the portal has refused: its words instead of the question. */
export const refusedWindow = (message: string): string =>
  window_(
    'mp_delete_confirm_popup',
    `<div class="mp_delete_confirm"><div class="mp_delete_confirm_text">${message}</div></div>`,
    true,
    false,
  );

export const strangeWindow = (isTicked: boolean): string =>
  window_('some_new_popup', `<input type="checkbox" name="deleteAppData" ${checked(isTicked)}> delete`, true);

/** A tab of the current strip. */
export const tab = (id: number | string, title: string, more = ''): string => `
  <div class="main-buttons-item ${more.includes('--hidden') ? '--hidden' : ''}" id="menu_${id}"
    data-disabled="${more.includes('disabled')}" data-id="${typeof id === 'number' ? `tab_rest_${id}` : id}">
    <span class="main-buttons-item-text"><span class="main-buttons-item-text-title">
      <span class="main-buttons-item-text-box">${title}</span></span></span>
  </div>`;

export const strip = (...tabs: string[]): string => `
  <div class="crm-entity-section crm-entity-section-tabs" data-role="crm-item-detail-container">
    <div class="main-buttons"><div class="main-buttons-inner-container" id="crm_scope_detail_c_deal">
      ${tabs.join('')}${tab('crm_rest_marketplace', 'Market')}
    </div></div>
  </div>`;

/** Start data of a card as the portal prints it: each tab's options have an id of their own, the card's. */
export const startData = (...tabs: readonly [id: number, appId: number][]): string => {
  const list = tabs.map(
    ([id, appId]) =>
      `{'id':'tab_rest_${id}','name':'x','loader':{'serviceUrl':'/bitrix/components/bitrix/app.layout/lazyload.ajax.php?sessid=secret',` +
      `'componentData':{'template':'','params':{'PLACEMENT_OPTIONS':{'ID':'999'},'PLACEMENT_ID':'${id}',` +
      `'PLACEMENT':'CRM_DEAL_DETAIL_TAB','ID':'${appId}'}}}}`,
  );
  return `BX.Crm.EntityDetailManager.create('deal_15',{'tabs':[{'id':'main'},${list.join(',')}]});`;
};

/** A script as an element; set as text, so that nothing runs it. */
export function addScript(parent: Element, text: string): void {
  const script = parent.ownerDocument.createElement('script');
  script.type = 'text/plain';
  script.textContent = text;
  parent.append(script);
}
