/** Second half of `npm start`, run with the project's Node by start.mjs: demo portal, browser, window or tour. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openChromium } from './lib/chromium.mjs';
import { Ending } from './lib/ending.mjs';
import { inRoot } from './lib/places.mjs';
import { main, say, since, Trouble } from './lib/say.mjs';
import { pinInToolbar } from './lib/toolbar.mjs';
import { playTour } from './tour/play.mjs';

const task = JSON.parse(process.env.LATCHDESK_SHOW ?? '{}');
const locale = task.lang === 'en' ? 'en-GB' : 'ru-RU';
const ending = new Ending();

await main(async () => {
  try {
    return await (task.tour === null ? showWindow() : showTour());
  } finally {
    await ending.now();
  }
});

async function startPortal() {
  const demo = inRoot('demo/portal.ts');
  if (!fs.existsSync(demo))
    throw new Trouble('The demo portal is missing (demo/portal.ts).', 'check out the whole repository.');
  const { startPortal: start } = await import(demo);
  const portal = await start({});
  ending.add('demo portal', () => portal.close());
  portal.director('demo').reset({ user: { language: task.lang } });
  portal.director('second').reset({ user: { language: task.lang } });
  return portal;
}

async function showWindow() {
  const portal = await startPortal();
  const profile = inRoot('.demo/profile');
  pinInToolbar(profile, task.extension);
  const { context } = await openChromium({
    ...task,
    port: portal.port,
    profile,
    headless: false,
    locale,
    viewport: null,
  });
  ending.add('browser', () => context.close());
  const { demo, second } = portal.origins;
  const first = context.pages()[0] ?? (await context.newPage());
  await first.goto(`${demo}/stream/`);
  for (const place of [`${demo}/online/`, `${demo}/__director/`]) {
    const page = await context.newPage();
    await page.goto(place);
  }
  await first.bringToFront();
  say(`The demo portal is open in a browser window: ${demo}/stream/`);
  say(`Play situations on ${demo}/__director/, the second portal is ${second}/stream/`);
  say('Close the window or press Ctrl-C to end.');
  await Promise.race([ending.asked, new Promise((resolve) => context.once('close', resolve))]);
  if (task.keep && !ending.isAsked) await serve(portal);
}

async function showTour() {
  const start = Date.now();
  const portal = await startPortal();
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'latchdesk-tour-'));
  ending.add('profile', () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const opened = await openChromium({ ...task, port: portal.port, profile, locale });
  ending.add('browser', () => opened.context.close());
  const dir = path.resolve(task.tour);
  const tour = playTour({ portal, opened, dir, language: task.lang, isStopped: () => ending.isAsked });
  const failed = await Promise.race([tour, ending.asked.then(() => null)]);
  if (failed === null) return 130;
  if (!failed)
    say(`The tour ended well in ${since(start)}; the pictures are in ${path.relative(process.cwd(), dir) || '.'}.`);
  if (task.keep) await serve(portal);
  return failed ? 1 : 0;
}

async function serve(/** @type {{port: number, origins: {demo: string}}} */ portal) {
  say(`Still serving on port ${portal.port}; a browser reaches it with the switches`);
  say(`--ignore-certificate-errors --host-resolver-rules="MAP *.bitrix24.ru 127.0.0.1:${portal.port}"`);
  say('Press Ctrl-C to end.');
  await ending.asked;
}
