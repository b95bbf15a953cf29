import { selectable } from '../../model/market-access.ts';
import type { Language } from '../../model/scenario.ts';
import type { PortalState } from '../../model/state.ts';
import { escapeHtml } from './document.ts';

const PROVIDERS: Record<Language, [id: string, title: string][]> = {
  ru: [
    ['user', 'Пользователи'],
    ['intranet', 'Отделы'],
    ['other', 'Прочее'],
  ],
  en: [
    ['user', 'Users'],
    ['intranet', 'Departments'],
    ['other', 'Other'],
  ],
};

/** Contents of the dialog of access: what can be chosen, by its kind, beside what is chosen. */
export function accessDialog(state: PortalState): string {
  const { language } = state.scenario.user;
  const providers = PROVIDERS[language];
  const entries = selectable(state);
  const buttons = providers.map(([id, title], n) => {
    const mark = n === 0 ? ' access-provider-button-selected' : '';
    const count = `<span id="access_sel_count_${id}"></span>`;
    return `<a class="access-provider-button${mark}" id="access_btn_${id}" data-provider="${id}">${title} ${count}</a>`;
  });
  const panes = providers.map(([id], n) => {
    const items = entries.filter(({ provider }) => provider === id).map(offer);
    return `<div class="access-provider" id="access_provider_${id}"${n === 0 ? '' : ' hidden'}>${items.join('')}</div>`;
  });
  const chosen = providers.map(
    ([id, title]) =>
      `<div id="access_selected_provider_${id}"><b>${title}</b><div id="access_selected_items_${id}"></div></div>`,
  );
  return `<div class="access-dialog"><div class="access-providers">${buttons.join('')}</div>
<div class="access-panes">${panes.join('')}</div><div class="access-selected">${chosen.join('')}</div></div>`;
}

const offer = ({ id, provider, name }: ReturnType<typeof selectable>[number]): string =>
  `<div class="bx-finder-box-item" data-code="${id}" data-provider="${provider}">${escapeHtml(name)}</div>`;
