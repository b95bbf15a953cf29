/** Chromium below a workplace. */
import type { BrowserContext, Page } from '@playwright/test';
import { ensureBrowser } from '../../scripts/lib/browser.mjs';
import { openChromium } from '../../scripts/lib/chromium.mjs';
import type { Background, Engine, EngineOptions } from './engine.ts';

interface Scope {
  chrome: {
    developerPrivate: {
      updateProfileConfiguration(changes: { inDeveloperMode: boolean }): Promise<void>;
      updateExtensionConfiguration(changes: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
      reload(id: string, options: { failQuietly: boolean }): Promise<void>;
      addHostPermission(id: string, host: string): Promise<void>;
      removeHostPermission(id: string, host: string): Promise<void>;
    };
    management: { setEnabled(id: string, isEnabled: boolean): Promise<void> };
  };
}

export async function openInChromium(options: EngineOptions): Promise<Engine> {
  const { context, extensionId } = await openChromium({ browser: await ensureBrowser(), ...options });
  const id = extensionId ?? '';
  return {
    context,
    ownOrigin: `chrome-extension://${id}`,
    async background(): Promise<Background> {
      const running = context.serviceWorkers().find((worker) => worker.url().includes(id));
      return running ?? context.waitForEvent('serviceworker');
    },
    killBackground: () => closeWorkers(context, id),
    setEnabled: (isEnabled) =>
      onSettings(context, (page) =>
        page.evaluate(
          ([of, wanted]) => {
            const { management } = (globalThis as unknown as Scope).chrome;
            return management.setEnabled(of, wanted);
          },
          [id, isEnabled] as const,
        ),
      ),
    setHost: (pattern, isAllowed) =>
      onSettings(context, (page) =>
        page.evaluate(
          async ([of, host, wanted]) => {
            const { developerPrivate } = (globalThis as unknown as Scope).chrome;
            await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
            await developerPrivate[wanted ? 'addHostPermission' : 'removeHostPermission'](of, host);
          },
          [id, pattern, isAllowed] as const,
        ),
      ),
    allowPrivate: () =>
      onSettings(context, (page) =>
        page.evaluate(async (extensionId) => {
          const { developerPrivate } = (globalThis as unknown as Scope).chrome;
          await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
          await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
        }, id),
      ),
    takeUpdate: () =>
      onSettings(context, (page) =>
        page.evaluate(async (of) => {
          const { developerPrivate } = (globalThis as unknown as Scope).chrome;
          // Only a browser in developer mode takes a changed unpacked extension.
          await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
          await developerPrivate.reload(of, { failQuietly: false });
        }, id),
      ),
    close: () => context.close(),
    giveBack: () => context.close(),
  };
}

/** Works on the browser's page of extensions. */
async function onSettings(context: BrowserContext, work: (page: Page) => Promise<void>): Promise<void> {
  const settings = await context.newPage();
  await settings.goto('chrome://extensions/');
  await work(settings);
  await settings.close();
}

async function closeWorkers(context: BrowserContext, id: string): Promise<void> {
  const browser = context.browser();
  const page = context.pages()[0];
  if (!browser && !page) throw new Error('No page is open');
  const cdp = browser ? await browser.newBrowserCDPSession() : await context.newCDPSession(page as Page);
  const { targetInfos } = await cdp.send('Target.getTargets');
  const workers = targetInfos.filter((info) => info.type === 'service_worker' && info.url.includes(id));
  for (const { targetId } of workers) await cdp.send('Target.closeTarget', { targetId });
  await cdp.detach();
}
