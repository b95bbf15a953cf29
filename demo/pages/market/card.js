import { confirmUninstall, makeConfirmNode } from './confirm.js';
import { inSlider, isInSlider, make, words } from './dom.js';
import { openInstall } from './install.js';
import { showMenu } from './menu.js';
import { editRights } from './rights.js';

const ITEM = 'market-catalog__elements-item';

/** A card of an installed application. It tells the code and never the number; without a name where there is none. */
export function makeCard(item) {
  const { CODE: code, APP_NAME: name, UNPUBLISHED: unpublished } = item;
  const confirmNode = makeConfirmNode(name);
  const state = unpublished === 'Y' ? ' --unpublished' : '';
  const hint = make('div', { className: `${ITEM}_info-status`, textContent: words.unpublished });
  return make('div', { className: `${ITEM} --installed${state}`, data: { appCode: code } }, [
    pageLink(code, `${ITEM}_img-link`, '', [make('img', { className: `${ITEM}_img`, alt: '' })]),
    make('div', { className: `${ITEM}_info` }, [
      pageLink(code, `${ITEM}_info-title`, name, [name]),
      make('span', { className: `${ITEM}_info-partner`, textContent: item.PARTNER_NAME }),
      ...(unpublished === 'Y' ? [hint] : []),
    ]),
    make('div', { className: `${ITEM}_btn-block` }, buttons(item, confirmNode)),
    make('div', { style: { display: 'none' } }, [confirmNode]),
  ]);
}

/** Pages of applications open in a slider, or within the one that is there. */
function pageLink(code, className, title, children) {
  const href = `/market/detail/${encodeURIComponent(code)}/`;
  const link = make('a', { className, title, href }, children);
  link.addEventListener('click', (event) => {
    event.preventDefault();
    if (isInSlider()) location.assign(inSlider(href));
    else BX.SidePanel.Instance.open(inSlider(href));
  });
  return link;
}

function buttons({ CODE: code, BUTTONS }, confirmNode) {
  const update = make('button', { type: 'button', className: 'ui-btn ui-btn-xs ui-btn-success' }, [words.update]);
  update.addEventListener('click', () => openInstall({ code }));
  const more = make('button', {
    type: 'button',
    className: `ui-btn ui-btn-xs ui-btn-light ${ITEM}_btn-more`,
    textContent: '⋯',
  });
  const access = { text: words.access, onPress: () => void editRights(code) };
  const onDone = () => BX.Event.EventEmitter.emit('market:refreshUri');
  const remove = { text: words.removeNew, onPress: () => confirmUninstall({ code, node: confirmNode, onDone }) };
  more.addEventListener('click', () => {
    const items = [...(BUTTONS.RIGHTS === 'Y' ? [access] : []), ...(BUTTONS.DELETE === 'Y' ? [remove] : [])];
    showMenu(`list-item-menu-${code}`, more, items);
  });
  return [...(BUTTONS.UPDATE === 'Y' ? [update] : []), more];
}

/** A card of the catalogue, which is not installed. */
export const makeCatalogueCard = (name, n) =>
  make('div', { className: ITEM, data: { appCode: `catalogue.app${n}` } }, [
    make('a', { className: `${ITEM}_info-title`, title: name, href: '#', textContent: name }),
  ]);
