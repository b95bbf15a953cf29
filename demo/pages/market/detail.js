import { confirmUninstall, makeConfirmNode } from './confirm.js';
import { make, start, words } from './dom.js';
import { openInstall } from './install.js';
import { showMenu } from './menu.js';
import { editRights } from './rights.js';

const HEADER = 'market-detail__header-fixed';

/** The page of one application: two headers with the same buttons, which nothing but class and text tells apart. */
export function drawDetail(container, app) {
  if (!app) {
    container.replaceChildren(make('div', { className: 'market-not-found', textContent: words.notFound }));
    return;
  }
  const confirmNode = makeConfirmNode(app.isUnpublished ? '' : app.name);
  const name = app.isUnpublished ? '' : app.name;
  const header = (prefix, menu) =>
    make('div', { className: prefix }, [
      make('span', { className: `${prefix}_info-name`, textContent: name }),
      make('div', { className: `${prefix}_block-btn` }, buttons(app, confirmNode)),
      ...(app.isActive && start.isAdministrator ? [moreButton(app, menu)] : []),
    ]);
  const hint = make('div', { className: 'market-detail__status', textContent: words.unpublished });
  container.replaceChildren(
    make('div', { className: 'market-detail' }, [
      header('market-detail__header', 'detail-popup-menu-1'),
      header(HEADER, 'detail-popup-menu-2'),
      ...(app.isUnpublished ? [hint] : []),
      make('p', { textContent: `${words.developer}: ${app.developer}` }),
      make('p', { className: 'market-detail__about', textContent: words.about }),
      make('div', { style: { display: 'none' } }, [confirmNode]),
    ]),
  );
}

function buttons(app, confirmNode) {
  const { code, isActive, isUnpublished, hasUpdate } = app;
  if (!isActive) return isUnpublished ? [] : [installButton(code)];
  const remove = () => confirmUninstall({ code, node: confirmNode, onDone: () => location.reload() });
  return [
    ...(hasUpdate && start.isAdministrator
      ? [button(words.update, 'ui-btn-success', () => openInstall({ code }))]
      : []),
    ...(app.mayOpen ? [openLink(app)] : []),
    ...(start.isAdministrator ? [button(words.removeNew, 'ui-btn-light-border', remove)] : []),
  ];
}

function installButton(code) {
  if (start.isAdministrator) return button(words.install, 'ui-btn-success', () => openInstall({ code }));
  const refused = button(words.install, 'ui-btn-success ui-btn-disabled', () => undefined);
  return Object.assign(refused, { disabled: true, title: words.installDenied });
}

const openLink = ({ id }) =>
  make('a', { className: 'ui-btn ui-btn-light-border', href: `/marketplace/app/${id}/`, target: '_top' }, [words.open]);

function button(text, kind, onPress) {
  const node = make('button', { type: 'button', className: `ui-btn ${kind}`, textContent: text });
  node.addEventListener('click', onPress);
  return node;
}

function moreButton({ code }, menu) {
  const more = button('⋯', `ui-btn-light ${HEADER}_more-btn`, () => {
    showMenu(menu, more, [{ text: words.access, onPress: () => void editRights(code) }]);
  });
  return more;
}
