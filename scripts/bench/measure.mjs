/** Second half of `npm run bench`, run with the project's Node by bench.mjs: measures and reports. */
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { openChromium } from '../lib/chromium.mjs';
import { Ending } from '../lib/ending.mjs';
import { inRoot } from '../lib/places.mjs';
import { main, say } from '../lib/say.mjs';
import { measureAccess } from './access.mjs';
import { brokenLimits, measureBundles } from './bundles.mjs';
import { measureExplainer } from './explainer.mjs';
import { measureFront } from './front.mjs';
import { measureGuard } from './guard.mjs';
import { measureIdle } from './idle.mjs';
import { measureLive } from './live.mjs';
import { measureLoads } from './load.mjs';
import { measureMemory } from './memory.mjs';
import { slowTimes, writeReport } from './report.mjs';
import { measureRules } from './rules.mjs';
import { measureSearch } from './search.mjs';
import { measureTyping } from './typing.mjs';

const task = JSON.parse(process.env.LATCHDESK_BENCH ?? '{}');
const ending = new Ending();

await main(async () => {
  try {
    const result = await Promise.race([measure(), ending.asked.then(() => null)]);
    return result === null ? 130 : report(result);
  } finally {
    await ending.now();
  }
});

async function measure() {
  const bundles = measureBundles(task.extension);
  say('Explaining …');
  const explainer = measureExplainer();
  const { startPortal } = await import(inRoot('demo/portal.ts'));
  const portal = await startPortal({});
  ending.add('demo portal', () => portal.close());
  const bare = await openBrowser(portal.port, null);
  const extended = await openBrowser(portal.port, task.extension);
  const director = portal.director('demo');

  const { demo: origin } = portal.origins;
  const parts = { bare, extended, origin, director };
  // In a browser of its own: requests would stand in the badge of the rest, and the rest uses up the quick looks.
  say('Asking for access …');
  const asked = await openBrowser(portal.port, task.extension);
  const access = await measureAccess({ ...parts, extended: asked });
  await asked.context.close();
  director.reset();
  // Fifty portals would stand in the badge of the rest as well.
  say('Opening popup and dashboard with fifty portals …');
  const many = await openBrowser(portal.port, task.extension);
  const front = await measureFront({ extended: many, origin });
  say('Working a day for fifty portals …');
  const memory = await measureMemory({ extended: many, origin, director });
  await many.context.close();
  director.reset();
  say('Following a journal with a hundred rules …');
  const followed = await openBrowser(portal.port, task.extension);
  const rules = await measureRules({ extended: followed, origin });
  await followed.context.close();
  director.reset();
  say('Pressing the button for a new dialog …');
  const guard = await measureGuard(parts);
  say('Typing into the message field …');
  const typing = await measureTyping(parts);
  say('Sending live events …');
  const live = await measureLive(parts);
  say('Searching …');
  const search = await measureSearch(parts);
  director.reset();

  say(`Loading pages with and without the extension, ${task.pairs} pairs each …`);
  const loads = await measureLoads({ bare, extended, origin, pairs: task.pairs });
  const requests = () =>
    director.calls().map((/** @type {{kind: string, method: string}} */ { kind, method }) => `${kind} ${method}`);
  const idle = [];
  for (const page of ['/stream/', '/online/']) {
    say(`Watching an idle tab on ${page}, ${task.idle} s …`);
    const url = origin + page;
    const sendEvent = () => director.openDialog({});
    idle.push(await measureIdle({ bare, extended, url, seconds: task.idle, requests, sendEvent }));
  }
  return { bundles, explainer, guard, typing, live, access, search, loads, idle, front, memory, rules };
}

async function openBrowser(/** @type {number} */ port, /** @type {string | null} */ extension) {
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'latchdesk-bench-'));
  ending.add('profile', () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const opened = await openChromium({ browser: task.browser, extension, port, profile });
  ending.add('browser', () => opened.context.close());
  return opened;
}

/** @param {import('./report.mjs').Measured} measured @returns {number} the exit code */
function report(measured) {
  const text = writeReport({
    ...measured,
    browser: task.browser.name,
    pairs: task.pairs,
    load: (os.loadavg()[0] ?? 0).toFixed(1),
    processors: os.availableParallelism(),
  });
  process.stdout.write(`\n${text}`);
  if (task.write) {
    fs.writeFileSync(inRoot('docs/bench.md'), text);
    say('Written to docs/bench.md.');
  }
  const broken = [
    ...brokenLimits(measured.bundles),
    ...measured.idle
      .filter(({ requests }) => requests.length > 0)
      .map(
        ({ page, requests }) =>
          `idle tab ${page}: ${requests.length} requests (${[...new Set(requests)].join(', ')}), the limit is 0`,
      ),
  ];
  for (const { page, wakeups } of measured.idle) {
    const count = Object.values(wakeups.inPage).reduce((sum, times) => sum + times, 0);
    if (count > 0) broken.push(`idle tab ${page}: the extension's code was called ${count} times, the limit is 0`);
  }
  if (measured.idle.some(({ byEvent }) => Object.keys(byEvent.inPage).length === 0)) {
    broken.push('a live event woke nothing in the page, so the count of wake-ups cannot be trusted');
  }
  for (const sentence of slowTimes(measured)) process.stdout.write(`• ${sentence} (shown, not judged)\n`);
  for (const sentence of broken) process.stdout.write(`✗ ${sentence}\n`);
  if (!broken.length) say('All limits on bytes and on idle tabs are kept.');
  return broken.length ? 1 : 0;
}
