/** The overlay: one closed shadow root in the page's top frame with the chip and the panel. Injected on demand. */
import { render } from 'preact';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import styles from '../../components/styles.css?inline';
import type { PortalView } from '../../domain/view.ts';
import { ask } from '../../link/ask.ts';
import { isExtensionAlive } from '../../platform/content-browser.ts';
import { HOST_NAME, makeHost } from './host.ts';
import { Overlay } from './Overlay.tsx';

const scope = globalThis as { latchdeskOverlay?: { isAlive(): boolean; remove(): void } };

async function start(): Promise<void> {
  if (scope.latchdeskOverlay?.isAlive()) return;
  // What an older version left behind, whichever of its scripts still runs.
  scope.latchdeskOverlay?.remove();
  for (const left of document.querySelectorAll(HOST_NAME)) left.remove();

  let remove: (() => void) | undefined;
  scope.latchdeskOverlay = { isAlive: isExtensionAlive, remove: () => remove?.() };
  const first = await ask<PortalView>({ type: 'overlay.started' });
  if (!first) {
    delete scope.latchdeskOverlay;
    return;
  }
  const { host, container } = makeHost(styles);
  remove = () => {
    render(null, container);
    host.remove();
  };
  document.documentElement.append(host);
  render(<Overlay first={first} />, container);
}

export default defineUnlistedScript(() => void start());
