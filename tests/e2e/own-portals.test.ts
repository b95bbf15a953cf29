/** A portal on an address of its own, in a folder: added, used like any other, marked, paused, shut out and forgotten. */
import type { Page } from '@playwright/test';
import { labelOf } from '../../domain/portals/known-portal.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { drawnByUs, expectNothingDrawn } from './drawn.ts';
import {
  allText,
  clickSpoken,
  expect,
  expectChip,
  openPanel,
  readings,
  ru,
  spoken,
  test,
  type Workplace,
} from './fixture.ts';
import { creations, expectCard, FULL, newDialogButton, openDialogs, openList } from './guarding.ts';
import {
  giveHost,
  givenHosts,
  noteRequests,
  OWN_ADDRESS,
  OWN_PATTERN,
  portalScriptsIn,
  requestsIn,
  takeHost,
} from './hosts.ts';
import {
  addForm,
  addOwnPortal,
  expectState,
  openDashboard,
  openDetails,
  pane,
  portalRow,
  submitAddress,
  typeAddress,
  portalsWords as words,
} from './portals-page.ts';
import { rowsNaming } from './stored.ts';

const { origin: ORIGIN, host: HOST } = new URL(OWN_ADDRESS);
/** What the portal is called as long as nobody has named it. */
const NAME = labelOf({ label: '', origin: ORIGIN, prefix: '/intranet/' });

test.beforeEach(({ workplace }) => workplace.director('own').reset());

const openOwn = (workplace: Workplace, page = 'stream/'): Promise<Page> => workplace.open(`/intranet/${page}`, 'own');

test.describe('a portal on its own address', () => {
  test('is added by the form and the press on it, which asks for this host alone', async ({ workplace }) => {
    const page = await openOwn(workplace);
    await giveHost(workplace);
    const dashboard = await openDashboard(workplace, 'portals');
    await noteRequests(dashboard);
    await typeAddress(dashboard, 'portal.example/intranet/stream/?from=menu');
    await expect(addForm(dashboard).getByText(words.add.understood(OWN_ADDRESS))).toBeVisible();
    expect(await requestsIn(dashboard)).toEqual([]);
    await expectNothingDrawn(page);

    await submitAddress(dashboard);
    await expect(addForm(dashboard).getByText(words.add.added(HOST))).toBeVisible();
    expect(await requestsIn(dashboard)).toEqual([OWN_PATTERN]);
    // The page was open before.
    await expectChip(page, '3/5');
    await expectState(dashboard, NAME, 'works');
    const patterns = await portalScriptsIn(dashboard);
    expect(patterns).toContain(`${OWN_ADDRESS}*`);
    // Nothing of the same host outside of its folder is touched.
    expect(patterns.filter((pattern) => !pattern.startsWith(OWN_ADDRESS))).toEqual([]);
  });

  test('has the chip, the panel and the way to a dialog in its folder', async ({ workplace }) => {
    workplace.director('own').reset({ quickAccess: false });
    await addOwnPortal(workplace);
    const page = await openOwn(workplace);
    await expectChip(page, '3/5');
    await openPanel(page);
    const row = (await spoken(page)).find(({ role, name }) => role === 'button' && /открыт/.test(name));
    const opened = workplace.context.waitForEvent('page');
    await clickSpoken(page, 'button', row?.name ?? '');
    expect((await opened).url()).toMatch(/^https:\/\/portal\.example\/intranet\/online\/\?IM_DIALOG=(chat)?\d+/);
  });

  test('is read at the root of its host and guarded in its folder', async ({ workplace }) => {
    const director = workplace.director('own');
    director.reset({ dialogs: openDialogs(5) });
    await addOwnPortal(workplace);
    const page = await openOwn(workplace, 'online/?IM_DIALOG=chat901');
    await expectChip(page, '5/5');
    await openList(page);
    await newDialogButton(page).click();
    await expectCard(page, FULL);
    expect(creations(director)).toBe(0);
    expect(director.unknownCalls()).toEqual([]);
  });

  test('is there again after the browser was restarted', async ({ workplace }) => {
    await addOwnPortal(workplace);
    await workplace.restart();
    await expectChip(await openOwn(workplace), '3/5');
    const dashboard = await openDashboard(workplace, 'portals');
    await expectState(dashboard, NAME, 'works');
    expect(await givenHosts(dashboard)).toContain(OWN_PATTERN);
  });
});

test.describe('an address that is not taken', () => {
  const REFUSED = [
    ['', 'empty'],
    ['https://www.bitrix24.ru/features/', 'vendor'],
    ['192.168.0.5', 'local'],
    ['http://portal.example/intranet/', 'http'],
    ['ftp://portal.example/', 'otherScheme'],
    ['https://admin:secret@portal.example/', 'signIn'],
    ['portal.example other.example', 'several'],
    ['https://pоrtal.example/', 'mixedLetters'],
    ['портал завода', 'notAnAddress'],
  ] as const;

  for (const language of ['ru', 'en'] as const) {
    test.describe(language, () => {
      test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

      test('is refused with the reason, stays in the field, and nothing is asked of the browser', async ({
        workplace,
      }) => {
        const { portals } = dashboardLocaleFor(language).messages;
        const dashboard = await openDashboard(workplace, 'portals');
        const form = addForm(dashboard, portals);
        await noteRequests(dashboard);
        for (const [address, refusal] of REFUSED) {
          await typeAddress(dashboard, address, portals);
          await submitAddress(dashboard, portals);
          const { what, next } = portals.add.refusal[refusal];
          await expect(form.getByRole('status'), address).toHaveText(`${what}. ${next}.`);
          await expect(form.getByRole('textbox')).toHaveValue(address);
          await expect(form.getByRole('textbox')).toBeFocused();
        }
        expect(await requestsIn(dashboard)).toEqual([]);
        await expect(dashboard.getByText(portals.none.title)).toBeVisible();
      });
    });
  }

  test('is taken when it is of a server of one’s own and somebody says so', async ({ workplace }) => {
    const dashboard = await openDashboard(workplace, 'portals');
    const form = addForm(dashboard);
    await typeAddress(dashboard, 'http://192.168.0.5:8080/');
    await form.getByRole('checkbox', { name: words.add.onPremise }).check();
    await expect(form.getByText(words.add.plainWarning)).toBeVisible();
    await expect(form.getByText(words.add.willAsk)).toBeHidden();
    await form.getByRole('checkbox', { name: words.add.takesHttp }).check();
    await expect(form.getByText(words.add.understood('http://192.168.0.5:8080/'))).toBeVisible();
    await expect(form.getByText(words.add.willAsk)).toBeVisible();
  });

  test('stays in the field when the browser’s question is answered with no', async ({ workplace }) => {
    const dashboard = await openDashboard(workplace, 'portals');
    await noteRequests(dashboard, false);
    await typeAddress(dashboard, OWN_ADDRESS);
    await submitAddress(dashboard);
    await expect(addForm(dashboard).getByRole('status')).toContainText(words.add.refusal.denied.what);
    await expect(addForm(dashboard).getByRole('textbox')).toHaveValue(OWN_ADDRESS);
    expect(await requestsIn(dashboard)).toEqual([OWN_PATTERN]);
    await expect(dashboard.getByText(words.none.title)).toBeVisible();
    expect(await portalScriptsIn(dashboard)).toEqual([]);
  });
});

test.describe('a portal that was added', () => {
  test('carries the name and the colour that somebody gave it', async ({ workplace }) => {
    await addOwnPortal(workplace);
    await expectChip(await openOwn(workplace), '3/5');
    const dashboard = await openDetails(workplace, ORIGIN);
    await pane(dashboard, NAME).getByLabel(words.label, { exact: true }).fill('Завод');
    await pane(dashboard, NAME).getByLabel(words.label, { exact: true }).press('Tab');
    await expect(portalRow(dashboard, 'Завод')).toContainText(HOST);
    await pane(dashboard, 'Завод').getByRole('radio', { name: words.colourName.green }).check();
    const popup = await workplace.openPopup();
    const card = popup.getByRole('article', { name: `Завод, ${HOST}` });
    await expect(card).toHaveAttribute('style', /#1b7f4b/);
    await dashboard.reload();
    await expect(pane(dashboard, 'Завод').getByRole('radio', { name: words.colourName.green })).toBeChecked();
  });

  test('leaves its open pages when it is paused, and comes back to them', async ({ workplace }) => {
    const director = workplace.director('own');
    // The portal's own page reads the list as well, in another way.
    const ownReadings = () => readings(director).filter(({ kind }) => kind === 'rest');
    director.reset({ dialogs: openDialogs(3) });
    await addOwnPortal(workplace);
    const page = await openOwn(workplace);
    await expectChip(page, '3/5');
    const dashboard = await openDetails(workplace, ORIGIN);
    expect(await drawnByUs(page)).not.toEqual([]);
    const pause = pane(dashboard, NAME).getByRole('checkbox', { name: words.pause });
    await pause.check();
    await expectState(dashboard, NAME, 'paused');
    await expectNothingDrawn(page);
    const before = ownReadings().length;
    // A page that comes meanwhile is left alone as well: its events are not heard, its buttons not held up.
    const other = await openOwn(workplace, 'online/?IM_DIALOG=chat901');
    director.openDialog({ title: 'Meanwhile' });
    await openList(other);
    await newDialogButton(other).click();
    await expect.poll(() => creations(director)).toBe(1);
    await workplace.fence();
    await expectNothingDrawn(other);
    await expectNothingDrawn(page);
    expect(ownReadings()).toHaveLength(before);
    const popup = await workplace.openPopup();
    await expect.poll(() => allText(popup)).toContain(ru.unsupported.paused.what);

    await pause.uncheck();
    await expectChip(page, '4/5');
    await expectChip(other, '4/5');
    await expectState(dashboard, NAME, 'works');
  });

  test('is paused with a word when the browser takes the permission away, and works once it is back', async ({
    workplace,
  }) => {
    await addOwnPortal(workplace);
    const page = await openOwn(workplace);
    await expectChip(page, '3/5');
    await takeHost(workplace);
    await expectNothingDrawn(page);
    const popup = await workplace.openPopup();
    await expect.poll(() => allText(popup)).toContain(ru.unsupported.noPermission.what);
    const dashboard = await openDetails(workplace, ORIGIN);
    await expectState(dashboard, NAME, 'noPermission');
    await expect(pane(dashboard, NAME).getByText(words.permission.missing)).toBeVisible();
    expect(await portalScriptsIn(dashboard)).toEqual([]);

    await giveHost(workplace);
    await pane(dashboard, NAME).getByRole('button', { name: words.permission.allow }).click();
    await expectState(dashboard, NAME, 'works');
    await expectChip(page, '3/5');
    await expect.poll(() => allText(popup)).not.toContain(ru.unsupported.noPermission.what);
  });

  test('is forgotten with its permission and its scripts, and that is proven', async ({ workplace }) => {
    await addOwnPortal(workplace);
    await expectChip(await workplace.open(), '3/5');
    const page = await openOwn(workplace);
    await expectChip(page, '3/5');
    const dashboard = await openDetails(workplace, ORIGIN);
    await pane(dashboard, NAME).getByRole('button', { name: words.forget.begin }).click();
    await expect(pane(dashboard, NAME).getByText(words.forget.permissionGoes)).toBeVisible();
    const confirm = pane(dashboard, NAME).getByRole('button', { name: words.forget.confirm });
    await expect(confirm).toHaveAttribute('aria-disabled', 'false');
    await confirm.click();
    await expect(dashboard.getByText(words.forget.nothingLeft)).toBeVisible();
    await expect(portalRow(dashboard, NAME)).toHaveCount(0);
    await expect(portalRow(dashboard, 'demo.bitrix24.ru')).toHaveCount(1);
    await expectNothingDrawn(page);
    expect(await givenHosts(dashboard)).toEqual([]);
    expect(await portalScriptsIn(dashboard)).toEqual([]);
    expect(await rowsNaming(dashboard, HOST)).toEqual([]);
    expect((await rowsNaming(dashboard, 'demo.bitrix24.ru')).length).toBeGreaterThan(0);
    // Nor does a page bring it back.
    await page.reload();
    await workplace.fence();
    expect(await rowsNaming(dashboard, HOST)).toEqual([]);
  });
});
