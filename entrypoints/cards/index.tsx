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
import { offerHandover, takeOver } from './handover.ts';
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

/** Takes what the background tells this tab; the answer to a card says whether it is on show. */
function follow({ store, guard, dialog }: CardsWorld, look: () => void): () => void {
  const listener = (message: TabMessage, _sender: unknown, respond: (isShown: boolean) => void): undefined => {
    const { key } = store.getSnapshot().context.view;
    if (message.type === 'view.changed' && message.view.key === key) {
      store.trigger.changed({ view: message.view });
      guard.take(message.guard);
      look();
    } else if (message.type === 'card.show') {
      respond(message.key === key);
      if (message.key !== key) return;
      if (message.card.kind === 'newDialog') guard.begin(message.card.origin, message.card.isLastTry);
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
  const saveNow = () => texts.leave();
  const move = () => store.trigger.moved();
  const leave = [
    follow(world, look),
    page.onLayout(look),
    watchNewDialogButton({ isStopped: guard.isStopped }),
    composer.watch(),
  ];
  addEventListener('pagehide', saveNow);
  document.addEventListener('visibilitychange', save);
  addEventListener('resize', move);
  look();
  return () => {
    for (const stop of leave) stop();
    removeEventListener('pagehide', saveNow);
    document.removeEventListener('visibilitychange', save);
    removeEventListener('resize', move);
  };
}

function draw(world: CardsWorld): void {
  const { host, container } = makeHost(styles, HOST_NAME);
  const stop = listen(world);
  offerHandover(container, () => {
    stop();
    // A text that cannot be handed over stays on show: it says that it is not saved, and offers to copy.
    if (world.texts.isKnown) {
      render(null, container);
      host.remove();
    }
    return world.texts.unsaved;
  });
  document.documentElement.append(host);
  render(<Cards world={world} />, container);
}

async function start(): Promise<void> {
  const page = scope.latchdeskLink?.page;
  if (!page || scope.latchdeskCards?.isAlive()) return;
  scope.latchdeskCards = { isAlive: isExtensionAlive };
  const first = await ask<CardsStart>({ type: 'cards.started' });
  if (!first) {
    delete scope.latchdeskCards;
    return;
  }
  await page.refreshLayout();
  const world = makeWorld(createCardsStore(first), page);
  for (const texts of takeOver(document.querySelectorAll(HOST_NAME), first.view.drafts)) world.texts.keep(texts);
  // An older card whose text could not be taken over is still on show: not two at once.
  if (document.querySelector(HOST_NAME)) world.guard.close();
  draw(world);
  if (world.texts.unsaved.length > 0) await world.texts.flush();
  world.guard.resume();
  if (first.card?.kind === 'newDialog') world.guard.begin(first.card.origin, first.card.isLastTry);
  else if (first.card) void world.dialog.show(first.card);
}

export default defineUnlistedScript(() => void start());
