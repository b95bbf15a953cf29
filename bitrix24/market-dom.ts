/**
 * Where the pages of the Market, the Contact Center and the CRM cards have what a reinstall looks at: the registry of
 * selectors, and the few readings that all pages share. Whatever is not found is not known, and nothing is done.
 */

/** The list of installed applications, new Market: drawn anew at any time, 20 at once, more when scrolled. */
export const NEW_LIST = {
  /** The first is there while the list loads, and nothing else is then. */
  skeleton: '#market-catalog-container-id img.market-skeleton-img',
  grid: '.market-catalog__elements',
  card: '.market-catalog__elements-item',
  installed: '--installed',
  unpublished: '--unpublished',
  counter: '.market-catalog__title_counter',
  title: 'a.market-catalog__elements-item_info-title',
  developer: '.market-catalog__elements-item_info-partner',
  more: 'button.market-catalog__elements-item_btn-more',
  /** Before the code, in the id of the menu that "more" opens; its items have neither ids nor attributes. */
  menuPrefix: 'menu-popup-list-item-menu-',
  menuItem: '.menu-popup-item',
  pageSize: 20,
} as const;

/** The same, old Marketplace: rows without any attribute, so codes are in the text of inline handlers only. */
export const OLD_LIST = {
  container: '#mp-installed-block',
  row: '.rest-mp-installed-item',
  /** Holds plain text instead of a link where the application belongs to another region. */
  title: '.rest-mp-installed-item-content-title',
  developer: '.rest-mp-installed-item-content-developer',
} as const;

/** The page of one application, new Market: its buttons have neither ids nor names, and stand there twice. */
export const NEW_PAGE = {
  root: '.market-detail',
  /** The header that stays in view; how the other one is drawn is not known for sure. */
  buttons: '.market-detail__header-fixed_block-btn',
  name: '.market-detail__header-fixed_info-name',
  /** Install and Update. */
  success: '.ui-btn-success',
  /** Uninstall and Open: only where it is installed. */
  border: '.ui-btn-light-border',
} as const;

/** The window that asks whether to uninstall. */
export const UNINSTALL = {
  newPrefix: 'market_delete_confirm_popup_',
  oldId: 'mp_delete_confirm_popup',
  /** New Market: without an id, and once more in a hidden place for each card, so only ever looked for in the window. */
  newBox: 'input[type="checkbox"][name="delete-data"]',
  /** Old Marketplace: an id that every window ever opened on the page has again. */
  oldBox: 'input#delete_data',
  newText: '.market_delete_confirm_text',
  oldText: '.mp_delete_confirm_text',
  confirm: '.popup-window-button-decline',
  /** Any window of the portal; of use only for one that is none of the two. */
  anyWindow: '.popup-window, .ui-dialog, .ui-popup',
  anyBox: 'input[type="checkbox"][name*="delete" i][name*="data" i]',
} as const;

/** The window for installing. */
export const INSTALL = {
  newWindow: '.market-popup',
  newProgress: '.market-install-loader',
  newError: '#market-license-error',
  /** Old Marketplace: the rest of the id is an address. */
  oldWindow: '[id^="BXAppInstallPopup|"]',
  oldError: '#mp_detail_error, #mp_error',
} as const;

/** What stands in the place of an application that does not open. */
export const APP_ERROR = '.app-layout-error-block p, .app-layout-subscribe-renew p';
export const APP_LAYOUT = '.app-frame-layout';
/** Its other fields are the application's tokens. Only the origin of `action` may ever be read of it. */
export const APP_FORM = 'form[name^="appform_"]';

/** Tabs of a CRM card. */
export const TABS = {
  /** Current generation. What does not fit or was put away stays in the page. */
  strip: '.crm-entity-section-tabs .main-buttons-inner-container',
  item: '.main-buttons-item[data-id^="tab_rest_"]',
  itemTitle: '.main-buttons-item-text-title',
  isOverflowing: '--hidden',
  /** Older generation; the panes carry the same attribute. */
  oldStrip: 'ul.crm-entity-section-tabs-container',
  oldItem: 'li.crm-entity-section-tab[data-tab-id^="tab_rest_"]',
  /** Applications are loaded into these, with their tokens. */
  panes: '[data-tab-id]:not(li), .app-frame-layout, [id^="appframe_"]',
} as const;

/** Icon of a connector in the Contact Center; its class ends with the connector's id. */
export const TILE_ICON = '[class*="ui-icon-service-"]';

/** Longer texts of a page are cut: whoever reads them wants a name or a sentence. */
const LONGEST_TEXT = 300;

/** What an element says, without line breaks; empty when there is none. */
export const textOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT);

/** False for a window that the portal has put away: it stays in the page. */
export const isDrawn = (element: HTMLElement): boolean => element.style.display !== 'none';

/** Drawn, and not inside a window that is put away. */
export function isOnShow(element: HTMLElement): boolean {
  for (let each: HTMLElement | null = element; each; each = each.parentElement) if (!isDrawn(each)) return false;
  return true;
}

/** A code as the Market gives them; anything else is not believed. */
const CODE = /^[\w.-]{1,128}$/;

/** The code in a text; null when it is none. */
export const codeFrom = (text: string | null | undefined): string | null => (text && CODE.test(text) ? text : null);

/** The first argument of a call in an inline handler, read as text: `name('<this>'`. */
export function argumentIn(handlers: readonly string[], name: string): string | null {
  for (const handler of handlers) {
    const at = handler.indexOf(`${name}(`);
    const found = at < 0 ? null : /^\s*(['"])(.*?)\1/.exec(handler.slice(at + name.length + 1));
    if (found) return found[2] ?? null;
  }
  return null;
}

/** Inline handlers inside an element, as text. */
export const handlersIn = (element: Element): string[] =>
  [...element.querySelectorAll('[onclick]')].map((each) => (each.getAttribute('onclick') ?? '').slice(0, 2_000));
