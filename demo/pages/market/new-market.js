import { drawDetail } from './detail.js';
import { inSlider, isInSlider, start, words } from './dom.js';
import './info-helper.js';
import { drawCatalogue, InstalledList } from './list.js';
import { showMenu } from './menu.js';

/** Pages of the new Market: drawn late, and changed without a page being loaded. */
const DRAWN_AFTER = 120;

const container = document.getElementById('market-catalog-container-id');
const list = new InstalledList(container);
let content = start.content;

setTimeout(draw, DRAWN_AFTER);
BX.Event.EventEmitter.subscribe('market:refreshUri', () => content === 'list' && void list.refresh());
BX.addCustomEvent(window, 'onPullEvent-market', (command) => command === 'rerender' && rerender());
window.addEventListener('popstate', () => location.reload());

const more = document.querySelector('.market-toolbar__popup-target');
more.addEventListener('click', () => {
  showMenu('toolbar-popup-menu', more, [...(start.isAdministrator ? [installedItem()] : []), ...openableItems()]);
});

function draw() {
  if (content === 'list') void list.refresh();
  else rerender();
}

function rerender() {
  if (content === 'list') list.rerender();
  else if (content === 'main') drawCatalogue(container);
  else drawDetail(container, start.app);
}

function installedItem() {
  return {
    text: words.installed,
    href: '/market/installed/',
    className: 'market-toolbar-menu-item',
    data: { loadContent: 'list', sliderIgnoreAutobinding: 'true' },
    onPress: (event) => {
      event.preventDefault();
      showList();
    },
  };
}

/** Those that the user may open; administrators may open all. */
function openableItems() {
  const items = start.openable.map(({ name, href }) => ({
    text: name,
    href,
    className: 'market-toolbar-menu-item',
  }));
  return items.length > 0 ? [{ isDelimiter: true }, ...items] : [];
}

function showList() {
  content = 'list';
  const path = '/market/installed/';
  if (!start.keepsAddress) history.pushState(null, '', isInSlider() ? inSlider(path) : path);
  document.title = words.installed;
  void list.refresh();
}
