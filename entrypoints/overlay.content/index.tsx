/** The overlay: one closed shadow root in the page's top frame with the chip and the panel. Injected on demand. */
import { render } from 'preact';
import { createShadowRootUi } from 'wxt/utils/content-script-ui/shadow-root';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { CLOUD_MATCHES } from '../../bitrix24/addresses.ts';
import styles from '../../components/styles.css?inline';
import type { PortalView } from '../../domain/view.ts';
import { Overlay } from './Overlay.tsx';
import { ask } from './overlay-actions.ts';

const scope = globalThis as { latchdeskOverlay?: { isAlive(): boolean; remove(): void } };

export default defineContentScript({
  matches: CLOUD_MATCHES,
  registration: 'runtime',
  async main(context) {
    if (scope.latchdeskOverlay?.isAlive()) return;
    scope.latchdeskOverlay?.remove();
    let ui: { remove(): void } | undefined;
    scope.latchdeskOverlay = { isAlive: () => context.isValid, remove: () => ui?.remove() };

    const first = await ask<PortalView>({ type: 'overlay.started' });
    if (!first) {
      delete scope.latchdeskOverlay;
      return;
    }
    const created = await createShadowRootUi(context, {
      name: 'latchdesk-overlay',
      mode: 'closed',
      position: 'overlay',
      anchor: 'html',
      append: 'last',
      // Keys pressed in our surfaces are ours: the portal closes a chat on Esc, and does so on key up.
      isolateEvents: ['keydown', 'keyup', 'keypress'],
      css: styles,
      onMount(container) {
        render(<Overlay first={first} />, container);
        return container;
      },
      onRemove: (container) => container && render(null, container),
    });
    created.mount();
    ui = created;
  },
});
