/**
 * Smoke test of the built extension in a real Firefox, with the shipped manifest on the demo portal. Prints a line for
 * each sentence that holds and writes `{passed, failed}` to the file after `--report`. Run by scripts/test.mjs.
 */
import fs from 'node:fs';
import puppeteer from 'puppeteer-core';
import { Ending } from '../../scripts/lib/ending.mjs';
import { inRoot } from '../../scripts/lib/places.mjs';
import { main } from '../../scripts/lib/say.mjs';
import { until } from '../../scripts/lib/surface.mjs';
import { Overlay } from './shadow.mjs';

/** Hosts that Firefox shall look for on this machine. */
const HOSTS = 'demo.bitrix24.ru,second.bitrix24.com';
const NEW_DIALOG = '.bx-im-sidebar-multidialog-detail__scope .bx-im-sidebar-detail-header__add-button button';
const TITLE = 'Печать ценников не работает';
const MORE = '.market-catalog__elements-item_btn-more';

const ending = new Ending();
const count = { passed: 0, failed: 0 };

await main(async () => {
  try {
    await Promise.race([smoke(), ending.asked]);
    if (ending.isAsked) return 130;
    const report = process.argv[process.argv.indexOf('--report') + 1];
    if (process.argv.includes('--report') && report) fs.writeFileSync(report, JSON.stringify(count));
    return count.failed === 0 ? 0 : 1;
  } finally {
    await ending.now();
  }
});

async function smoke() {
  const { startPortal } = await import(inRoot('demo/portal.ts'));
  const portal = await startPortal({});
  ending.add('demo portal', () => portal.close());
  const director = portal.director('demo');
  const browser = await openFirefox();

  await holds('the extension installs', () => browser.installExtension(inRoot('.output/firefox-mv3')));
  const page = await browser.newPage();
  // Match patterns ignore the port, so the shipped ones apply.
  await page.goto(`${portal.origins.demo}:${portal.port}/stream/`);
  const overlay = new Overlay(page);
  const shows = (/** @type {string} */ label) =>
    until(async () => (await overlay.chip())?.label === label, {
      timeout: 20_000,
      message: async () => `the chip ${label}, it is ${(await overlay.chip())?.label ?? 'away'}`,
    });

  await holds('the chip shows three of five on a plain page', () => shows('3/5'));
  await holds('a dialog that support opens is counted at once', () => {
    director.openDialog({ title: TITLE });
    return shows('4/5');
  });
  await holds('the panel lists it', async () => {
    await overlay.clickChip();
    await until(async () => (await overlay.panel())?.includes(TITLE), { message: `“${TITLE}” in the panel` });
  });
  await holds('a dialog that support closes is free again', () => {
    const { dialogId } = director.state().dialogs.find((/** @type {{title: string}} */ { title }) => title === TITLE);
    director.closeDialog({ dialogId });
    return shows('3/5');
  });
  await holds('the messenger’s page shows the same count', async () => {
    await page.goto(`${portal.origins.demo}:${portal.port}/online/`);
    await shows('3/5');
  });
  await holds('at the limit the portal’s button for a new dialog is stopped by a card', async () => {
    director.openDialog({ title: 'Четвёртый' });
    director.openDialog({ title: 'Пятый' });
    await page.goto(`${portal.origins.demo}:${portal.port}/online/?IM_DIALOG=5`);
    await shows('5/5');
    await press(page, '.bx-im-chat-header__icon.--panel', '.bx-im-sidebar-multidialog-preview__container');
    await press(page, '.bx-im-sidebar-multidialog-preview__container', NEW_DIALOG);
    await until(
      async () => {
        await page.click(NEW_DIALOG);
        return (await overlay.card())?.includes('Все 5 диалогов заняты');
      },
      { timeout: 20_000, message: 'the card of a full house' },
    );
  });
  await holds('a question is parked there and kept', async () => {
    await overlay.clickInCard('Отложить вопрос');
    await until(async () => (await overlay.card())?.includes('Отложить вопрос'), { message: 'the form' });
    await page.keyboard.type('Почта');
    await page.keyboard.press('Tab');
    await page.keyboard.type('Письма не приходят');
    await overlay.clickInCard('Отложить');
    await until(async () => (await overlay.card())?.includes('Вопрос отложен'), {
      message: async () => `the question to be parked, the card says ${await overlay.card()}`,
    });
  });

  const says = (/** @type {string} */ words) =>
    until(async () => (await overlay.banner())?.includes(words), {
      timeout: 20_000,
      message: async () => `“${words}” in the access banner, it says ${await overlay.banner()}`,
    });
  await holds('a request for access is said on a page without a messenger', async () => {
    await page.goto(`${portal.origins.demo}:${portal.port}/stream/`);
    await shows('5/5');
    director.askForAccess({ from: 'support' });
    await says('просит доступ к порталу');
  });
  await holds('the portal’s own answer to it is recognised', async () => {
    // Room for the chat beside its list.
    await page.setViewport({ width: 1400, height: 900 });
    await page.goto(`${portal.origins.demo}:${portal.port}/online/?IM_DIALOG=5`);
    await says('просит доступ к порталу');
    await page.waitForSelector('.bx-im-keyboard-button__container');
    await page.click('.bx-im-keyboard-button__container');
    await says('Доступ разрешён');
  });

  const { chatApp } = director.marketState();
  await holds('an uninstallation with the box ticked is stopped by a card', async () => {
    await page.goto(`${portal.origins.demo}:${portal.port}/market/installed/`);
    await page.waitForSelector(`[data-app-code="${chatApp}"] ${MORE}`);
    await page.click(`[data-app-code="${chatApp}"] ${MORE}`);
    await clickText(page, '.menu-popup-item', 'Удалить');
    const box = await page.waitForSelector(`[id="market_delete_confirm_popup_${chatApp}"] input[name="delete-data"]`);
    await box?.click();
    await page.waitForSelector('latchdesk-market');
    await page.click(`[id="market_delete_confirm_popup_${chatApp}"] .popup-window-button-decline`);
    await until(async () => (await overlay.guard())?.includes('Галочка сотрёт'), {
      message: async () => `the card of the guard, it says ${await overlay.guard()}`,
    });
    if (director.marketState().uninstallations.length > 0) throw new Error('the portal has uninstalled it');
  });
}

/** Presses the first of these with a text in it. @param {import('puppeteer-core').Page} page @param {string} what @param {string} text */
async function clickText(page, what, text) {
  const found = await until(
    async () => {
      const all = await page.$$(what);
      const texts = await Promise.all(all.map((each) => each.evaluate((node) => node.textContent)));
      return all[texts.findIndex((each) => each?.includes(text))];
    },
    { timeout: 20_000, message: `“${text}” to press` },
  );
  await found.click();
}

/** Presses until what shall follow is there. @param {import('puppeteer-core').Page} page @param {string} what @param {string} then */
async function press(page, what, then) {
  if (await page.$(then)) return;
  await page.waitForSelector(what);
  await page.click(what);
  await page.waitForSelector(then);
}

async function openFirefox() {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env.FIREFOX ?? '/usr/bin/firefox',
    headless: true,
    acceptInsecureCerts: true,
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
    extraPrefsFirefox: { 'network.dns.localDomains': HOSTS, 'intl.accept_languages': 'ru,en' },
  });
  ending.add('Firefox', () => browser.close());
  return browser;
}

/** @param {string} sentence @param {() => unknown} check */
async function holds(sentence, check) {
  try {
    // Every sentence builds on the one before: after a failure the rest would only wait in vain.
    if (count.failed) throw new Error('not tried, because the one before failed');
    await check();
    count.passed += 1;
    process.stdout.write(`ok - ${sentence}\n`);
  } catch (error) {
    count.failed += 1;
    process.stdout.write(`not ok - ${sentence}: ${error.message}\n`);
  }
}
