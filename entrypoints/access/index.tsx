/** The access banner: who asks for access to the portal, and whose access ends. Injected where there is a word to say. */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { TabMessage } from '../../bitrix24/surface-protocol.ts';
import styles from '../../components/access/access.css?inline';
import type { PortalView } from '../../domain/view.ts';
import { ask, askAgain } from '../../link/ask.ts';
import type { IsolatedScope } from '../../link/page-side.ts';
import { contentBrowser, isExtensionAlive } from '../../platform/content-browser.ts';
import { makeHost } from '../overlay/host.ts';
import { AccessHost } from './AccessHost.tsx';
import { AccessFlow } from './access-flow.ts';
import { AccessStore } from './access-store.ts';
import { MarksWatch } from './marks.ts';
import { watchPresses } from './presses.ts';

const HOST_NAME = 'latchdesk-access';

const scope = globalThis as IsolatedScope & { latchdeskAccess?: { isAlive(): boolean; remove(): void } };

/** Takes what the background tells this tab. */
function follow(store: AccessStore, marks: MarksWatch): () => void {
  const listener = (message: TabMessage, _sender: unknown, respond: (answer: true) => void): undefined => {
    const { key } = store.state.view;
    if (message.type === 'access.isThere') respond(true);
    else if (message.type === 'view.changed' && message.view.key === key) {
      store.change({ view: message.view });
      marks.look();
    } else if (message.type === 'access.mark' && message.key === key) marks.want(message.id);
  };
  contentBrowser.runtime.onMessage.addListener(listener as never);
  // After an update the browser's API is gone and the listener with it.
  return () => contentBrowser.runtime?.onMessage.removeListener(listener as never);
}

/** Everything that listens in the page; returns how to leave it. */
function listen(store: AccessStore): () => void {
  const page = scope.latchdeskLink?.page;
  const items = () => store.state.view.register.items;
  const marks = new MarksWatch({
    items,
    dialogId: () => page?.layout.dialogId ?? '',
    show: (shown) => store.change({ marks: shown }),
  });
  const look = () => marks.look();
  const leave = [
    follow(store, marks),
    watchPresses({
      items,
      tell: (id, event) => void askAgain({ type: 'access.told', key: store.state.view.key, id, event }),
    }),
    page?.onLayout(look),
  ];
  document.addEventListener('visibilitychange', look);
  void page?.refreshLayout().then(look);
  look();
  return () => {
    for (const stop of leave) stop?.();
    document.removeEventListener('visibilitychange', look);
    marks.stop();
  };
}

async function start(): Promise<void> {
  if (scope.latchdeskAccess?.isAlive()) return;
  // What an older version left behind, whichever of its scripts still runs.
  scope.latchdeskAccess?.remove();
  for (const left of document.querySelectorAll(HOST_NAME)) left.remove();

  let remove: (() => void) | undefined;
  scope.latchdeskAccess = { isAlive: isExtensionAlive, remove: () => remove?.() };
  const view = await ask<PortalView>({ type: 'overlay.started' });
  if (!view) {
    delete scope.latchdeskAccess;
    return;
  }
  const store = new AccessStore(view);
  const { host, container } = makeHost(styles, HOST_NAME);
  const stop = listen(store);
  remove = () => {
    stop();
    render(null, container);
    host.remove();
  };
  document.documentElement.append(host);
  render(<AccessHost world={{ store, flow: new AccessFlow(store) }} />, container);
}

export default defineUnlistedScript(() => void start());
