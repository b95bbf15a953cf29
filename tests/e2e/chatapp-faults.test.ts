/**
 * What goes wrong around the section about ChatApp: rights that are missing, lists that are long, broken or refused,
 * sessions that end, pages that are closed, names that are hostile. What was read stays, what was not is said.
 */
import type { Page } from '@playwright/test';
import { inExtensionWorld } from '../../scripts/bench/worlds.mjs';
import { viewOf } from './access.ts';
import { EN, RU, stage } from './cards.ts';
import {
  addressOf,
  askFrom,
  block,
  bookOn,
  confirmChatApp,
  employeesOf,
  explainOn,
  gateIn,
  goTo,
  nameOf,
  openChatApp,
  openGates,
  openPortal,
  openRead,
  pressReadAgain,
  readAgainButton,
  readEverything,
  readingCalls,
  readLine,
  sectionWords,
  sentenceOn,
  stageOn,
  tellOptions,
} from './chatapp.ts';
import { expect, expectChip, expectNoChip, test } from './fixture.ts';

// A portal, the list of applications, and several readings.
test.describe.configure({ timeout: 90_000 });

const words = sectionWords(RU);
const { chatapp, explainer } = words;
const { access, reading } = chatapp;
const { finding, verdict } = explainer;
const HOUR = 3_600_000;
const [ME, SELLER, ACCOUNTANT, HOMELESS, PARTNER] = [1, 1011, 1017, 1019, 3101];
const EVERYBODY = 13;

const listBlock = (page: Page) => block(page, access.heading);
/** How often the portal was asked for employees or departments. */
const asked = (director: Parameters<typeof readingCalls>[0]) => readingCalls(director).length;

test.describe('rights', () => {
  test('an employee is told that only administrators may see this, and nothing is read', async ({ workplace }) => {
    const director = stage(workplace, RU, { user: { role: 'employee' } });
    const portalPage = await workplace.open('/stream/');
    await expectNoChip(workplace, portalPage, 'notAdministrator');
    const page = await openChatApp(workplace, RU, 'state');
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.trouble.notAdministrator.title);
    expect((await bookOn(page)).facts.staff).toEqual({ from: 'nowhere', why: 'notRead' });
    expect(asked(director)).toBeLessThanOrEqual(1);
    await goTo(workplace, RU, page, 'explain');
    await expect(page.getByText(explainer.none.unread.title)).toBeVisible();
  });

  test('rights that are taken away between two readings: what was read before stays, with its age', async ({
    workplace,
  }) => {
    const { director, page } = await openRead(workplace, RU);
    director.setRole('employee');
    await page.clock.install({ time: Date.now() + 2 * HOUR });
    await page.reload();
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.trouble.notAdministrator.title);
    await expect(readLine(page)).toContainText(reading.at(RU.text.age(Date.now() - 2 * HOUR, Date.now())));
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY)));
  });

  test('an integrator’s own account is in no list: that is said, never guessed', async ({ workplace }) => {
    const { page } = await openRead(workplace, RU, { staff: { integrators: 2 } }, 'explain');
    await expect(page.getByText(explainer.integrators)).toBeVisible();
    await expect(
      page.getByRole('status').filter({ hasText: explainer.picker.shown(EVERYBODY, EVERYBODY) }),
    ).toBeVisible();
    await goTo(workplace, RU, page, 'explain', `e${PARTNER}`);
    await expect(page.getByText(explainer.none.goneEmployee.title)).toBeVisible();
    await page.getByRole('button', { name: explainer.picker.another }).click();
    await expect(page.getByLabel(explainer.picker.label, { exact: true })).toBeVisible();
  });

  for (const adminList of ['absent', 'refused'] as const) {
    test(`a list of administrators that is ${adminList}: only about oneself anything is known`, async ({
      workplace,
    }) => {
      const { director, page } = await openRead(workplace, RU, { staff: { adminList } });
      await expect(page.getByText(chatapp.administrators.unknown)).toBeVisible();
      await tellOptions(page, { password: true, personal: false, responsible: true });
      await explainOn(workplace, RU, page, ACCOUNTANT, 1);
      await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.unknown(nameOf(director, ACCOUNTANT)));
      await expect(stageOn(page, words, 'start')).toContainText(finding.standingUnread(''));
      await explainOn(workplace, RU, page, ME, 1);
      await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.yes(nameOf(director, ME)));
    });
  }
});

test.describe('people and lists', () => {
  test('departments that lie below each other are counted once and explained', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU, {
      staff: { departmentCycle: true },
      market: { accessList: ['DR10'] },
    });
    await expect(listBlock(page)).toContainText(access.some(1, chatapp.employees(6)));
    await explainOn(workplace, RU, page, SELLER);
    await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.yes(nameOf(director, SELLER)));
    await explainOn(workplace, RU, page, ACCOUNTANT);
    await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.no(nameOf(director, ACCOUNTANT)));
  });

  test('an employee without a department is in none: no list of departments lets them in', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU, { market: { accessList: ['DR1'] } });
    await explainOn(workplace, RU, page, HOMELESS);
    await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.no(nameOf(director, HOMELESS)));
    await explainOn(workplace, RU, page, ACCOUNTANT);
    await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.yes(nameOf(director, ACCOUNTANT)));
  });

  for (const [manyEmployees, manyDepartments, mostBatches] of [
    [120, 0, 3],
    [5_000, 300, 6],
  ] as const) {
    test(`${manyEmployees} employees more: all are read in few batches, found and explained`, async ({ workplace }) => {
      const { director, page } = await openRead(workplace, RU, { staff: { manyEmployees, manyDepartments } });
      await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(employeesOf(director).length)));
      const before = director.calls().length;
      await pressReadAgain(page, words);
      const calls = director.calls().slice(before);
      const lists = calls.filter(({ methods }) => methods.some((each) => /^(user|department)\.get$/.test(each)));
      expect(lists.length).toBeLessThanOrEqual(mostBatches);
      for (const { methods } of lists) expect(methods.length).toBeLessThanOrEqual(50);
      const pages = lists.flatMap(({ methods }) => methods.filter((each) => each === 'user.get'));
      expect(pages.length).toBe(Math.ceil((EVERYBODY + manyEmployees) / 50));

      await goTo(workplace, RU, page, 'explain');
      const last = employeesOf(director).at(-1)?.id ?? 0;
      await page.getByLabel(explainer.picker.label, { exact: true }).fill(String(last));
      await page
        .getByRole('rowheader', { name: nameOf(director, last), exact: true })
        .getByRole('button')
        .click();
      await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.yes(nameOf(director, last)));
    });
  }

  test('the token expires in the middle of a long list: the list is whole all the same', async ({ workplace }) => {
    const { page } = await openRead(workplace, RU, { staff: { manyEmployees: 400, userListBreaksAt: 100 } });
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY + 400)));
    await expect(readLine(page)).not.toContainText(reading.notWhole);
  });

  test('the middle of a long list cannot be read: “at least”, and said to be not whole', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU, { staff: { manyEmployees: 400 } });
    // The first page comes, the pages after it do not.
    director.fault({ kind: '500', match: 'user.get', skip: 1 });
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.notWhole);
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.atLeast(chatapp.employees(50))));
    await goTo(workplace, RU, page, 'explain');
    await expect(page.getByText(explainer.notWhole)).toBeVisible();
    director.clearFaults();
    await pressReadAgain(page, words);
    await expect(readLine(page)).not.toContainText(reading.notWhole);
  });

  test('a portal without Open Channels says so, and explains what is left', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU, { staff: { openLines: false } });
    await expect(readLine(page)).toContainText(`${reading.part.lines}: ${reading.why.notAvailable.title}`);
    await goTo(workplace, RU, page, 'explain', 'w');
    await expect(page.getByText(explainer.none.linesFailed.title)).toBeVisible();
    await explainOn(workplace, RU, page, SELLER);
    await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.yes(nameOf(director, SELLER)));
    await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.unknown(nameOf(director, SELLER)));
  });

  test('an application that left the Market has no name, and is confirmed and read all the same', async ({
    workplace,
  }) => {
    await openPortal(workplace, RU, { market: { isUnpublished: true, accessList: ['U1011'] } });
    await confirmChatApp(workplace, RU, { name: '' });
    const page = await openChatApp(workplace, RU, 'state');
    await expect(page.getByText(chatapp.identity.knownNameless)).toBeVisible();
    await expect(page.getByText(chatapp.identity.unpublished)).toBeVisible();
    await readEverything(page);
    await expect(listBlock(page)).toContainText(access.some(1, chatapp.employees(1)));
  });
});

test.describe('sessions and pages', () => {
  test('signed out between two readings: it fails in words, and the last good value stays with its age', async ({
    workplace,
  }) => {
    const { director, page } = await openRead(workplace, RU);
    director.expireSession();
    await page.clock.install({ time: Date.now() + 2 * HOUR });
    await page.reload();
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.trouble.failed.title);
    await expect(readLine(page)).toContainText(reading.at(RU.text.age(Date.now() - 2 * HOUR, Date.now())));
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY)));
  });

  test('somebody else signs in in the tab: nothing is read with their session for the one before', async ({
    workplace,
  }) => {
    const { director, page, portalPage } = await openRead(workplace, RU);
    const address = await addressOf(workplace, RU, 'state');
    director.reset({ user: { id: 1010, name: 'Олег Седов' } });
    await portalPage.reload();
    await expect.poll(async () => (await workplace.views()).length).toBe(2);
    await page.goto(address);
    await page.reload();
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.trouble.noTab.title);
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY)));
    expect(asked(director)).toBe(0);
  });

  test('no page of the portal is open: that is said, with a way to open one, and reading works then', async ({
    workplace,
  }) => {
    const { page, portalPage } = await openRead(workplace, RU);
    await portalPage.close();
    await page.reload();
    await expect(readLine(page)).toContainText(reading.trouble.noTab.title);
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.trouble.noTab.title);
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY)));
    const opening = workplace.context.waitForEvent('page');
    await readLine(page).getByRole('link', { name: reading.openPortal }).click();
    await expectChip(await opening, '3/5');
    await pressReadAgain(page, words);
    await expect(readLine(page)).not.toContainText(reading.trouble.noTab.title);
  });

  test('offline nothing is lost: the last good value with its age, and fresh ones once the network is back', async ({
    workplace,
  }) => {
    const { director, page } = await openRead(workplace, RU);
    const { at } = (await bookOn(page)).facts.staff as { at: number };
    await workplace.context.setOffline(true);
    director.setAccessList({ access: ['U1011'] });
    await pressReadAgain(page, words);
    await expect(readLine(page)).toContainText(reading.trouble.failed.title);
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY)));
    expect((await bookOn(page)).facts.staff).toMatchObject({ from: 'read', at });
    await workplace.context.setOffline(false);
    await pressReadAgain(page, words);
    await expect(listBlock(page)).toContainText(access.some(1, chatapp.employees(1)));
    expect(((await bookOn(page)).facts.staff as { at: number }).at).toBeGreaterThan(at);
  });

  test('one part fails: it keeps its last good value and its own age, the others are fresh', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU);
    const before = (await bookOn(page)).facts;
    director.fault({ kind: '500', match: 'getRights' });
    director.setEmployee({ id: 1099, firstName: 'Новая', lastName: 'Сотрудница', departments: [13] });
    await pressReadAgain(page, words);
    await expect.poll(async () => (await bookOn(page)).facts.accessList).toEqual(before.accessList);
    await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(EVERYBODY + 1)));
    // The oldest part tells how old the whole is.
    const { accessList, staff } = (await bookOn(page)).facts as unknown as Record<string, { at: number }>;
    expect(accessList?.at).toBeLessThan(staff?.at ?? 0);
  });

  test('a second wish to read while the first is under way is told so, and the portal is read once', async ({
    workplace,
  }) => {
    const { director, page } = await openRead(workplace, RU);
    const second = await openChatApp(workplace, RU, 'state');
    director.fault({ kind: 'slow', match: 'user.get', ms: 4_000, times: 1 });
    const before = asked(director);
    await readAgainButton(page, words).click();
    await expect(readLine(page)).toContainText(reading.busy);
    await expect.poll(() => asked(director)).toBe(before + 1);
    await pressReadAgain(second, words);
    await expect(readLine(second)).toContainText(reading.trouble.busy.title);
    await expect(readAgainButton(page, words)).toHaveAttribute('aria-disabled', 'false');
    expect(asked(director)).toBe(before + 1);
  });

  test('what was read of one portal is nothing to another', async ({ workplace }) => {
    const { page } = await openRead(workplace, RU);
    const own = await bookOn(page);
    expect(own.facts.staff.from).toBe('read');
    await openPortal(workplace, EN);
    const other = await openChatApp(workplace, EN, 'state');
    await expect(readLine(other)).toContainText(reading.never);
    expect((await bookOn(other)).facts.staff).toEqual({ from: 'nowhere', why: 'notRead' });
    await goTo(workplace, EN, other, 'explain');
    await expect(other.getByText(explainer.none.unread.title)).toBeVisible();
    // A key of another portal is no way around it.
    expect(await bookOn(page)).toEqual(own);
  });

  test('the browser is closed and opened again: everything is there, with its age', async ({ workplace }) => {
    const { page } = await openRead(workplace, RU, { market: { accessList: ['U1011'] } });
    await tellOptions(page, { password: true });
    const before = await bookOn(page);
    const address = await addressOf(workplace, RU, 'state');
    await workplace.restart();
    const again = await workplace.context.newPage();
    await again.clock.install({ time: Date.now() + 2 * HOUR });
    await again.goto(address);
    await expect(listBlock(again)).toContainText(access.some(1, chatapp.employees(1)));
    await expect(readLine(again)).toContainText(reading.at(RU.text.age(Date.now() - 2 * HOUR, Date.now())));
    await expect(readLine(again)).toContainText(reading.trouble.noTab.title);
    expect(await bookOn(again)).toMatchObject({ facts: before.facts, answers: before.answers });
  });

  test('the background is killed while it reads: nothing that was there is lost, and it reads again', async ({
    workplace,
  }) => {
    const { director, page } = await openRead(workplace, RU);
    const before = await bookOn(page);
    director.fault({ kind: 'slow', match: 'user.get', ms: 3_000, times: 1 });
    const calls = asked(director);
    await readAgainButton(page, words).click();
    await expect.poll(() => asked(director)).toBe(calls + 1);
    await workplace.killWorker();
    await expect(readLine(page)).toContainText(reading.trouble.failed.title);
    expect((await bookOn(page)).facts).toEqual(before.facts);
    await expect(readAgainButton(page, words)).toHaveAttribute('aria-disabled', 'false');
    await pressReadAgain(page, words);
    await expect(readLine(page)).not.toContainText(reading.trouble.failed.title);
    expect(((await bookOn(page)).facts.staff as { at: number }).at).toBeGreaterThan(
      (before.facts.staff as { at: number }).at,
    );
  });
});

test.describe('what nobody shall get', () => {
  const HOSTILE = '<img src=x onerror="document.title=1"><script>document.title=2</script>';
  const RTL = 'محمد \u202Eعلي';
  const LONG = 'Ж'.repeat(300);

  test('hostile names stay text: tags, right to left, three hundred letters', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU);
    director.setEmployee({ id: 1101, firstName: HOSTILE, lastName: '', departments: [13] });
    director.setEmployee({ id: 1102, firstName: RTL, lastName: '', departments: [13] });
    director.setEmployee({ id: 1103, firstName: LONG, lastName: '', departments: [13] });
    director.setDepartment({ id: 13, name: HOSTILE });
    director.setLine({ id: 1, name: HOSTILE, queue: [{ kind: 'user', id: 1101 }] });
    director.setAccessList({ access: ['U1101', 'U1102', 'U1103', 'D13'] });
    await readEverything(page);
    await tellOptions(page, { password: false, personal: false, responsible: true });
    const title = await page.title();
    await expect(page.getByText(HOSTILE).first()).toBeVisible();
    for (const [id, name] of [
      [1101, HOSTILE],
      [1102, RTL],
      [1103, LONG],
    ] as const) {
      await explainOn(workplace, RU, page, id, 1);
      const told = await sentenceOn(page, words, 'start').textContent();
      expect(told).toContain(name.slice(0, 60));
      const head = page.locator('.explanation h3');
      await expect(head).toHaveAttribute('dir', 'auto');
    }
    await goTo(workplace, RU, page, 'explain', 'w1');
    await expect(page.locator('.who-can')).toContainText(HOSTILE);
    expect(await page.locator('img, script:not([src])').count()).toBe(0);
    expect(await page.title()).toBe(title);
  });

  test('a dashboard that is looked at asks the portal for nothing', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU);
    const second = await openChatApp(workplace, RU, 'explain');
    const before = director.calls().filter(({ methods }) => methods.length > 0).length;
    const ours = () =>
      director
        .calls()
        .filter(({ methods, method }) =>
          [...methods, method].some((each) => /user\.|department|imopenlines|getRights|profile/i.test(each)),
        ).length;
    const then = ours();
    for (const tab of ['state', 'explain', 'options', 'accounts', 'reinstall'] as const) {
      await goTo(workplace, RU, page, tab);
      await page.locator('.chatapp-part').waitFor();
    }
    for (const id of [SELLER, ACCOUNTANT, HOMELESS]) await explainOn(workplace, RU, second, id, 1);
    await tellOptions(page, { password: true });
    // The whole way of another portal has had its time.
    await workplace.fence('second');
    expect(ours()).toBe(then);
    expect(before).toBeGreaterThan(0);
  });

  test('names of employees leave the background only for its own pages', async ({ workplace }) => {
    const { director, page } = await openRead(workplace, RU);
    const watched = await workplace.context.newPage();
    const inside = await inExtensionWorld(watched, workplace.extensionId);
    await watched.goto(`${workplace.portal.origins.demo}/stream/`);
    await expectChip(watched, '3/5');
    const { key } = await viewOf(workplace, RU);

    // Whatever is told to tabs from now on is written down there.
    const worker = await workplace.worker();
    await worker.evaluate(() => {
      const scope = globalThis as unknown as {
        told: string[];
        chrome: { tabs: { sendMessage(...args: unknown[]): unknown } };
      };
      scope.told = [];
      const { tabs } = scope.chrome;
      const send = tabs.sendMessage.bind(tabs);
      tabs.sendMessage = (...args) => {
        scope.told.push(JSON.stringify(args));
        return send(...args);
      };
    });
    await pressReadAgain(page, words);
    await tellOptions(page, { password: true });
    const told = await worker.evaluate(() => (globalThis as unknown as { told: string[] }).told);
    expect(told.join('\n')).toContain('chatapp.read');
    for (const { id, lastName } of employeesOf(director)) {
      if (id !== ME) expect(told.join('\n'), lastName).not.toContain(lastName);
    }

    const refused = (message: object) =>
      inside(`return (await chrome.runtime.sendMessage(${JSON.stringify(message)})) ?? 'nothing';`);
    expect(await refused({ type: 'market.started' }), 'the world can ask').not.toBe('nothing');
    expect(await refused({ type: 'book.wanted', key })).toBe('nothing');
    expect(await refused({ type: 'book.readAgain', key, parts: ['staff'] })).toBe('nothing');
    const word = { type: 'option.told', option: 'password', value: false };
    expect(await refused({ type: 'book.told', key, word })).toBe('nothing');
    expect(await askFrom(page, { type: 'book.wanted', key })).toMatchObject({ facts: { staff: { from: 'read' } } });
    await goTo(workplace, RU, page, 'explain', `e${SELLER}`);
    await expect(gateIn(await openGates(page, words, 'see'), explainer.gate.accessList)).toBeVisible();
  });
});
