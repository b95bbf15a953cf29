/** The cards: what stands between a person and a limit of the portal. Injected where a dialog with support is on show. */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { CardsStart, TabMessage } from '../../bitrix24/surface-protocol.ts';
import styles from '../../components/cards/cards.css?inline';
import { ask } from '../../link/ask.ts';
import type { IsolatedScope, PageSide } from '../../link/page-side.ts';
import { contentBrowser, isExtensionAlive } from '../../platform/content-browser.ts';
import { makeHost } from '../overlay/host.ts';
import { Cards } from './Cards.tsx';
import { type CardsStore, createCardsStore } from './cards-store.ts';
import { ComposerFlow } from './composer-flow.ts';
import { DialogFlow } from './dialog-flow.ts';
import { GuardFlow } from './guard-flow.ts';
import { watchNewDialogButton } from './new-dialog-button.ts';
import { TypedTexts } from './typed-texts.ts';
import type { CardsWorld } from './world.ts';

const HOST_NAME = 'latchdesk-cards';

const scope = globalThis as IsolatedScope;

function makeWorld(store: CardsStore, page: PageSide): CardsWorld {
  const texts = new TypedTexts(store);
  const guard = new GuardFlow(store, page, texts);
  return {
    store,
    page,
    texts,
    guard,
    composer: new ComposerFlow(store, page, texts),
    dialog: new DialogFlow(store, page),
  };
}

/** Takes what the background tells this tab; the answer to a card says that it is on show. */
function follow({ store, guard, dialog }: CardsWorld, look: () => void): () => void {
  const listener = (message: TabMessage, _sender: unknown, respond: (answer: true) => void): undefined => {
    if (message.type === 'view.changed' && message.view.key === store.getSnapshot().context.view.key) {
      store.trigger.changed({ view: message.view });
      guard.take(message.guard);
      look();
    } else if (message.type === 'card.show') {
      respond(true);
      if (message.card.kind === 'newDialog') guard.begin(message.card.origin);
      else void dialog.show(message.card);
    }
  };
  contentBrowser.runtime.onMessage.addListener(listener as never);
  return () => contentBrowser.runtime?.onMessage.removeListener(listener as never);
}

/** Everything that listens in the page; returns how to leave it. */
function listen(world: CardsWorld): () => void {
  const { store, page, composer, dialog, guard, texts } = world;
  const look = () => {
    store.trigger.changed({ dialogId: page.layout.dialogId });
    composer.look();
    dialog.look();
  };
  const save = () => void texts.flush();
  const move = () => store.trigger.moved();
  const leave = [
    follow(world, look),
    page.onLayout(look),
    watchNewDialogButton({ isStopped: guard.isStopped }),
    composer.watch(),
  ];
  addEventListener('pagehide', save);
  document.addEventListener('visibilitychange', save);
  addEventListener('resize', move);
  look();
  return () => {
    for (const stop of leave) stop();
    removeEventListener('pagehide', save);
    document.removeEventListener('visibilitychange', save);
    removeEventListener('resize', move);
  };
}

async function start(): Promise<void> {
  const page = scope.latchdeskLink?.page;
  if (!page || scope.latchdeskCards?.isAlive()) return;
  // What an older version left behind hands over what was typed and could not be saved.
  const typed = scope.latchdeskCards?.remove() ?? [];
  for (const left of document.querySelectorAll(HOST_NAME)) left.remove();

  let world: CardsWorld | undefined;
  let leave: (() => void) | undefined;
  scope.latchdeskCards = {
    isAlive: isExtensionAlive,
    remove: () => {
      leave?.();
      return world?.texts.unsaved ?? [];
    },
  };
  const first = await ask<CardsStart>({ type: 'cards.started' });
  if (!first) {
    delete scope.latchdeskCards;
    return;
  }
  await page.refreshLayout();
  world = makeWorld(createCardsStore(first), page);
  for (const texts of typed) world.texts.keep(texts);
  const { host, container } = makeHost(styles, HOST_NAME);
  document.documentElement.append(host);
  const stop = listen(world);
  leave = () => {
    stop();
    render(null, container);
    host.remove();
  };
  render(<Cards world={world} />, container);
  if (first.card?.kind === 'newDialog') world.guard.begin(first.card.origin);
  else if (first.card) void world.dialog.show(first.card);
}

export default defineUnlistedScript(() => void start());
