/**
 * A whole reinstall with a listener in front of every script of the extension: nothing that changes the portal was ours,
 * nothing was written into its pages but the tick that was taken away, and no token of an application was read.
 */
import type { CDPSession, Frame, Page } from '@playwright/test';
import type { Call } from '../../demo/portal.ts';
import { TOKEN_MARK } from '../../demo/server/pages/app-layout.ts';
import { cdpOf } from '../../scripts/lib/surface.mjs';
import { RU } from './cards.ts';
import { test as base, expect, isFirefox, until, Workplace } from './fixture.ts';
import {
  appOf,
  boxIn,
  CLEAN,
  expectGuard,
  expectNoGuard,
  expectRun,
  GENERATIONS,
  marketWords,
  openChatAppPart,
  portalOf,
  pressOurs,
  stageMarket,
  tickedWindow,
  uninstallButton,
  watchScriptedClicks,
} from './market.ts';
import { beginRecorded, compare, goToInstall, install, openDeal, type Walk, walkOn } from './reinstalling.ts';
import { hear, tap } from './wiretap.ts';

/** The workplace with the listener in its extension. */
const test = base.extend({
  workplace: async ({ portal }, use) => {
    portal.director('demo').reset();
    portal.director('second').reset();
    const workplace = new Workplace(portal);
    tap(workplace, TOKEN_MARK);
    await workplace.start('ru-RU');
    await use(workplace);
    await workplace.end();
  },
});

test.describe.configure({ timeout: 180_000 });
test.skip(
  isFirefox,
  'Firefox does not tell what the scripts of an extension say in a page, so the listener is not heard',
);

const words = marketWords(RU);

/** All that only asks. Whatever is not known to do so counts as a change. */
const ASKS =
  /(^batch|[./ ](get\w*|list|load\w*|info|current|fields|read|search|config|filterApps|lazyload\.ajax\.php|count|tail|admin)|^profile|^filterApps|^access_dialog\.php)$/i;

/** Actions of a script of the portal are told by a field. */
const namesOf = ({ methods, params }: Call): string[] =>
  methods.map((method) =>
    method === 'app.layout/ajax.php' ? `${method} ${(params as { action?: string }).action}` : method,
  );

const changes = (calls: readonly Call[]): string[] =>
  calls
    .filter(({ kind }) => kind === 'rest' || kind === 'ajax')
    .flatMap(namesOf)
    .filter((method) => !ASKS.test(method));

for (const generation of GENERATIONS) {
  test(`a full reinstall on ${generation} pages: no change is ours, one tick is taken away, no token is read`, async ({
    workplace,
  }) => {
    const director = stageMarket(workplace, RU, generation, { market: { accessList: ['U1003'] } });
    const walk = walkOn(workplace, RU, generation, director);
    const { no } = CLEAN[generation];
    const scripted = await watchScriptedClicks(workplace);
    const { tapped, logs } = hear(workplace);
    const messages = await hearMessages(walk);

    // Until the person presses, nothing changes: begin, open everything, record, tick, be stopped, untick.
    const page = await beginRecorded(walk);
    const card = await openDeal(page, walk);
    await openOwnTab(card);
    await page.goBack();
    await page.goto(`${new URL(page.url()).origin}/${generation === 'new' ? 'market' : 'marketplace'}/installed/`);
    const window = await tickedWindow(page, generation, words, appOf(director));
    await uninstallButton(window).click();
    await expectGuard(page, words.ours.guard.title.chatApp);
    await pressOurs(page, words.ours.guard.untick);
    await expectNoGuard(page);
    await expect(boxIn(window)).not.toBeChecked();
    expect(changes(director.calls())).toEqual([]);

    // One press, one change.
    const uninstalled = generation === 'new' ? 'market.Application.uninstall' : 'rest.php uninstall';
    await uninstallButton(window).click();
    await expectRun(workplace, RU, 'absent');
    expect(changes(director.calls())).toEqual([uninstalled]);
    expect(director.calls().find(({ method }) => method === uninstalled)?.params).toMatchObject({ clean: no });

    // Then consents and "Install", by hand; the installer of the application is the portal's own.
    const place = await goToInstall(page, walk);
    expect(changes(director.calls())).toEqual([uninstalled]);
    const application = await install(place, walk);
    const installed = generation === 'new' ? 'market.Application.install' : 'rest.Application.install';
    const all = [uninstalled, installed, 'app.layout/ajax.php set_installed'];
    expect(changes(director.calls())).toEqual(all);

    await openOwnTab(await openDeal(application, walk));
    await compare(application, walk);
    const dashboard = await openChatAppPart(workplace, RU, 'reinstall');
    await pressOurs(dashboard, words.dashboard.chatapp.reinstall.act.close);
    await expectRun(workplace, RU, 'done');
    expect(changes(director.calls())).toEqual(all);

    // Of what our scripts did in pages only the tick is left, and the focus that was given back.
    expect(scripted).toEqual([]);
    const box = generation === 'new' ? 'input[delete-data]' : 'input#delete_data[delete_data]';
    expect(tapped.filter(({ kind }) => kind === 'write').map(({ name, at }) => `${at} ${name}`)).toEqual([
      `${box} checked`,
    ]);
    expect(tapped.filter(({ kind }) => kind === 'act').map(({ name, at }) => `${at} ${name}`)).toEqual([
      `${box} dispatchEvent input`,
      `${box} dispatchEvent change`,
    ]);
    expect(tapped.filter(({ kind }) => kind === 'token')).toEqual([]);

    // Nor is one kept, said or logged anywhere.
    expect(logs.join('\n')).not.toContain(TOKEN_MARK);
    const said = await messages();
    expect(said.length).toBeGreaterThan(20);
    expect(said.join('\n')).not.toContain(TOKEN_MARK);
    const kept = await everythingKept(dashboard);
    expect(kept).toContain(appOf(director).code);
    expect(kept).not.toContain(TOKEN_MARK);
  });
}

test('the listener hears what it is there for: a token, a write, a press', async ({ workplace }) => {
  const director = stageMarket(workplace, RU, 'new');
  const walk = walkOn(workplace, RU, 'new', director);
  const { tapped } = hear(workplace);
  const page = await beginRecorded(walk);
  await page.goto(`${new URL(page.url()).origin}/marketplace/app/${appOf(director).id}/`);
  await page.locator('form[name^="appform_"]').waitFor({ state: 'attached' });
  await inOurWorld(
    page,
    `(() => {
      const form = document.querySelector('form[name^="appform_"]');
      form.elements.AUTH_ID.value;
      form.querySelector('[name=REFRESH_ID]').getAttribute('value');
      form.outerHTML;
      new FormData(form).get('AUTH_ID');
      document.querySelector('script[data-app-script]').textContent;
      document.body.dataset.ours = '1';
      document.body.style.left = '1px';
      document.body.classList.add('ours');
      document.body.append('text');
      document.body.click();
    })()`,
  );
  const heard = () => tapped.map(({ kind, name }) => `${kind} ${name}`);
  await expect
    .poll(heard)
    .toEqual(
      expect.arrayContaining([
        ...['token value', 'token getAttribute', 'token outerHTML', 'token get', 'token textContent'],
        ...['write dataset.ours', 'write style.left', 'write add', 'write append', 'act click'],
      ]),
    );
});

/** Opens ChatApp's own tab in a card, so that its tokens are in the page. */
async function openOwnTab(card: Frame): Promise<void> {
  await card.locator('[data-id^="tab_rest_"]', { hasText: 'ChatApp' }).first().click();
  await card.locator('form[name^="appform_"] input[name="AUTH_ID"]').first().waitFor({ state: 'attached' });
}

/** Every message that reaches an extension page, as text. */
async function hearMessages({ workplace }: Walk): Promise<() => Promise<string[]>> {
  await portalSeen(workplace);
  const ear = await workplace.openPopup();
  await ear.evaluate(() => {
    const scope = globalThis as unknown as {
      heard: string[];
      chrome: { runtime: { onMessage: { addListener(take: (message: unknown) => void): void } } };
    };
    scope.heard = [];
    scope.chrome.runtime.onMessage.addListener((message) => void scope.heard.push(JSON.stringify(message)));
  });
  return () => ear.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
}

/** The portal is known before anybody listens. */
async function portalSeen(workplace: Workplace): Promise<void> {
  const page = await workplace.open('/stream/', RU.place);
  await portalOf(workplace, RU);
  await page.close();
}

/** The whole database and everything else that the extension keeps, as text. */
const everythingKept = (own: Page): Promise<string> =>
  own.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const kept: unknown[] = [];
    for (const { name } of await indexedDB.databases()) {
      const database = await asked(indexedDB.open(name ?? ''));
      for (const store of [...database.objectStoreNames]) {
        kept.push(await asked(database.transaction(store).objectStore(store).getAll()));
      }
      database.close();
    }
    const { chrome } = globalThis as unknown as {
      chrome: { storage?: Record<'local' | 'session', { get(of: null): Promise<unknown> }> };
    };
    if (chrome.storage) kept.push(await chrome.storage.local.get(null), await chrome.storage.session.get(null));
    return JSON.stringify([...kept, { ...localStorage }]);
  });

/** Runs code where our scripts run, which no page can. */
async function inOurWorld(page: Page, expression: string): Promise<void> {
  const cdp: CDPSession = await cdpOf(page);
  const contexts: { id: number; name: string; auxData?: { type?: string; isDefault?: boolean } }[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => void contexts.push(context));
  await cdp.send('Runtime.enable');
  const ours = await until(
    async () => {
      for (const { id, auxData } of contexts) {
        if (auxData?.type !== 'isolated') continue;
        const { result } = await cdp.send('Runtime.evaluate', { contextId: id, expression: 'globalThis.isTapped' });
        if (result.value === true) return { id };
      }
      return null;
    },
    { message: 'the world of our scripts' },
  );
  const { exceptionDetails } = await cdp.send('Runtime.evaluate', { contextId: ours.id, expression });
  expect(exceptionDetails).toBeUndefined();
}
