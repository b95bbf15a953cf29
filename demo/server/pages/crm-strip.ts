/** The tabs of a CRM card, as its two generations draw them. */
import type { CardType } from '../../model/card-tabs.ts';
import { escapeHtml } from './document.ts';

export interface StripTab {
  id: string;
  title: string;
  isHidden: boolean;
  isCrowded: boolean;
  /** What the portal loads into the pane; for tabs of applications alone. */
  params?: Record<string, unknown>;
}

/** Longer names are cut in the menu. */
const LONGEST = 22;

/** The menu that users can edit: what is put away or does not fit stays in the page and is offered under "More". */
export function newStrip(type: CardType, tabs: readonly StripTab[], more: string): string {
  const container = `crm_scope_detail_c_${type}${type === 'deal' ? '_0' : ''}_p`;
  const items = tabs.map((tab) => menuItem(container, tab));
  return `<div class="crm-entity-section crm-entity-section-tabs" data-role="crm-item-detail-container">
<div class="main-buttons"><div class="main-buttons-inner-container" id="${container}">${items.join('')}</div>
<div class="main-buttons-item main-buttons-item-more" id="${container}_more_button" role="button" tabindex="0">
<span class="main-buttons-item-text-title">${more}</span></div></div></div>`;
}

function menuItem(container: string, { id, title, isHidden, isCrowded }: StripTab): string {
  const item = JSON.stringify({ ID: id, TEXT: title, IS_DISABLED: isHidden, IS_LOCKED: false, SORT: false });
  const text = title.length > LONGEST ? `${title.slice(0, LONGEST - 3).trimEnd()}...` : title;
  return `<div class="main-buttons-item${isCrowded ? ' --hidden' : ''}" id="${container}_${id}" data-id="${id}" data-disabled="${isHidden}" data-item="${escapeHtml(item)}" title="${escapeHtml(title)}">
<span class="main-buttons-item-link"><span class="main-buttons-item-text"><span class="main-buttons-item-text-title">${escapeHtml(text)}</span></span></span></div>`;
}

/** The older list; what somebody put away stays there without being shown. */
export function oldStrip(guid: string, tabs: readonly StripTab[]): string {
  const items = tabs.map(({ id, title, isHidden }, n) => {
    const current = n === 0 ? ' crm-entity-section-tab-current' : '';
    return `<li class="crm-entity-section-tab${current}" data-tab-id="${id}"${isHidden ? ' data-put-away' : ''}><a class="crm-entity-section-tab-link" href="#">${escapeHtml(title)}</a></li>`;
  });
  return `<div class="crm-entity-section crm-entity-section-tabs">
<ul class="crm-entity-section-tabs-container" id="${guid}_tabs_menu">${items.join('')}</ul></div>`;
}
