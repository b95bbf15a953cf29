/** A rule that posts: what a receiver does with calls, what an ended background leaves, and where secrets do not stand. */
import type { Page } from '@playwright/test';
import { RU, stage } from './cards.ts';
import { askFrom } from './chatapp.ts';
import { moveClock } from './clock.ts';
import { expect } from './fixture.ts';
import { openDialogs } from './guarding.ts';
import { keyOf } from './own-pages.ts';
import { addDestination, destinationOf, PATH_SECRET, test } from './receiving.ts';
import { openQuietPage } from './register.ts';
import { ruleWords } from './rule-pages.ts';
import { expectRuns, expectTrace, openNewestRun, openTallRules, runsOf } from './ruling.ts';
import { storedRows } from './stored.ts';
import type { Workplace } from './workplace.ts';

test.describe.configure({ timeout: 90_000 });

const words = ruleWords(RU.language);

/** A rule that posts when somebody presses for it, switched on; its id. */
async function makePosting(page: Page, workplace: Workplace): Promise<{ id: string; start: () => Promise<unknown> }> {
  const portal = await keyOf(workplace, RU.host);
  const { id: destination } = await destinationOf(page);
  const id = 'posts';
  const rule = {
    ...{ schema: 1, id, name: 'Сообщить', version: 1, portals: 'all', trigger: { kind: 'manual' } },
    ...{ conditions: { match: 'all', list: [] }, actions: [{ kind: 'webhook', destination, note: 'Смотрите' }] },
    ...{ cooldown: { minutes: 0, per: 'rule' }, workingHours: 'any', mode: 'single', caps: { runsPerHour: 10 } },
  };
  expect(await askFrom<{ kind: string }>(page, { type: 'rule.saved', rule, version: null })).toMatchObject({
    kind: 'saved',
  });
  await askFrom(page, { type: 'rule.switched', id, state: 'on' });
  return { id, start: () => askFrom(page, { type: 'rule.started', id, portal }) };
}

/** A portal that was seen, and the page of rules with a receiver that was agreed to. */
async function begin(workplace: Workplace, options: { knowsKeys?: boolean } = {}) {
  stage(workplace, RU, { dialogs: openDialogs(2) });
  await openQuietPage(workplace, RU);
  const page = await openTallRules(workplace);
  const signingKey = await addDestination(page, workplace, words, options);
  return { page, signingKey, ...(await makePosting(page, workplace)) };
}

/** Time passes for the background, which looks after its rules. */
async function passTime(workplace: Workplace, page: Page, ms: number): Promise<void> {
  await moveClock(workplace, ms);
  await askFrom(page, { type: 'rules.paused', isOn: false });
}

for (const status of [429, 503]) {
  test(`a receiver that answers ${status} is asked again when it said, and not before`, async ({
    workplace,
    receiver,
  }) => {
    const { page, id, start, signingKey } = await begin(workplace, { knowsKeys: false });
    receiver.signingKey = signingKey;
    receiver.next({ kind: 'error', status, retryAfter: '600' });
    const from = Date.now();
    await start();
    await expectRuns(page, id, 'waiting');
    const [waiting] = await runsOf(page, id);
    expect(waiting?.nextAt).toBeGreaterThanOrEqual(from + 600_000);
    expect(waiting?.attempts).toMatchObject([{ outcome: { kind: 'retry', status } }]);
    receiver.now = () => Date.now() + 700_000;
    await passTime(workplace, page, 700_000);
    await expectRuns(page, id, 'done');
    expect(receiver.deliveries.map(({ key }) => key)).toEqual([waiting?.key, waiting?.key]);
    expect([...receiver.done.values()]).toEqual([1]);
  });
}

test('a redirect is refused and not followed', async ({ workplace, receiver }) => {
  const { page, id, start } = await begin(workplace);
  receiver.next({ kind: 'redirect', status: 307, to: '/elsewhere' });
  await start();
  await expectRuns(page, id, 'failed');
  expect((await runsOf(page, id))[0]?.attempts).toMatchObject([{ outcome: { kind: 'failed', problem: 'redirected' } }]);
  expect(receiver.deliveries.map(({ path }) => path)).toEqual([`/in/${PATH_SECRET}`]);
});

test('a call that is cut off is not sent again by itself where the receiver knows no keys; a person decides', async ({
  workplace,
  receiver,
}) => {
  const { page, id, start } = await begin(workplace, { knowsKeys: false });
  receiver.next({ kind: 'cutAfter' });
  await start();
  await expectRuns(page, id, 'uncertain');
  expect(receiver.deliveries).toHaveLength(1);
  const { uncertain } = words.runs;
  const region = page.getByRole('region', { name: uncertain.heading });
  await region.getByRole('button', { name: new RegExp(`^${uncertain.decision.wasDone.button}`) }).click();
  await expectRuns(page, id, 'done');
  expect(receiver.deliveries).toHaveLength(1);
});

for (const knowsKeys of [true, false]) {
  const what = knowsKeys ? 'repeated with the same key' : 'left to a person';
  test(`a background that ends in the middle of a slow call: ${what}, and done once`, async ({
    workplace,
    receiver,
  }) => {
    const { page, id, start } = await begin(workplace, { knowsKeys });
    receiver.next({ kind: 'slow' });
    await start();
    await receiver.arrived(1);
    await workplace.killWorker();
    if (!knowsKeys) {
      await expectRuns(page, id, 'uncertain');
      expect(receiver.deliveries).toHaveLength(1);
    } else {
      await expect
        .poll(async () => (await runsOf(page, id)).map(({ attempts }) => attempts.length), { timeout: 15_000 })
        .not.toEqual([0]);
      await passTime(workplace, page, 60_000);
      await expectRuns(page, id, 'done');
      expect(new Set(receiver.deliveries.map(({ key }) => key)).size).toBe(1);
      expect(receiver.deliveries).toHaveLength(2);
    }
    expect([...receiver.done.values()]).toEqual([1]);
  });
}

test('address and key stand in the table of secrets and nowhere else', async ({ workplace, receiver }) => {
  const { page, id, start, signingKey } = await begin(workplace);
  receiver.signingKey = signingKey;
  await start();
  await expectRuns(page, id, 'done');
  const secrets = [PATH_SECRET, signingKey, signingKey.replace('whsec_', '')];
  const key = await keyOf(workplace, RU.host);
  const rows = await storedRows(page);
  for (const secret of secrets) {
    expect(new Set(rows.filter((row) => row.includes(secret)).map((row) => row.split(' ', 1)[0]))).toEqual(
      new Set(['secrets']),
    );
  }
  await page.goto(workplace.ownAddress('dashboard.html#rules/posts'));
  await page.reload();
  await expectTrace(page, words, 'done');
  const pane = await openNewestRun(page, words);
  const parts = ['hasPreferences', 'hasSettings', 'hasNotes', 'hasRegister', 'hasUsers'];
  const contents = { portals: [key], ...Object.fromEntries(parts.map((part) => [part, true])) };
  const told = [await pane.innerText(), await page.content()];
  for (const message of [
    { type: 'runs.exported' },
    { type: 'rules.exported', ids: null },
    { type: 'rules.wanted' },
    { type: 'journal.wanted', key, from: 0, until: Date.now() + 60_000 },
    { type: 'export.wanted', contents },
    { type: 'diagnostics.wanted' },
  ]) {
    const answer = await askFrom<unknown>(page, message);
    expect(answer, message.type).not.toBeNull();
    told.push(JSON.stringify(answer));
  }
  for (const each of told) for (const secret of secrets) expect(each).not.toContain(secret);
});
