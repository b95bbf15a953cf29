/** The coloured edge that keeps people from working on the wrong portal. */
import type { Page } from '@playwright/test';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import { placeOf, type Spoken } from '../../scripts/lib/surface.mjs';
import { expect, expectChip, spoken, test, type Workplace } from './fixture.ts';
import { openDashboard, openDetails, pane, portalsWords as words } from './portals-page.ts';

const DEMO = 'demo.bitrix24.ru';
const SECOND = 'second.bitrix24.com';

/** What a screen reader says of the edge, in the language of the portal's user. */
const said = (language: 'ru' | 'en', label: string): string => backgroundLocaleFor(language).messages.edgeName(label);

const edgeOf = async (page: Page): Promise<Spoken | undefined> =>
  (await spoken(page)).find(({ role }) => role === 'note');

const expectEdge = (page: Page, name: string): Promise<void> =>
  expect.poll(async () => (await edgeOf(page))?.name ?? '', { message: 'the edge', timeout: 12_000 }).toBe(name);

/** Waits until the edge is gone; one that was never there needs a fence before. */
const expectNoEdge = (page: Page): Promise<void> =>
  expect.poll(() => page.locator('latchdesk-edge').count(), { message: 'no edge', timeout: 12_000 }).toBe(0);

/** Ticks what draws edges, or takes the tick away; answers the dashboard's page. */
async function switchEdges(workplace: Workplace, isOn: boolean): Promise<Page> {
  const dashboard = await openDashboard(workplace, 'portals');
  const box = dashboard.getByRole('checkbox', { name: words.edge.on });
  await expect(box).toBeEnabled();
  await box.setChecked(isOn);
  await expect(box).toBeChecked({ checked: isOn });
  return dashboard;
}

/** A page of each portal that has its chip. */
async function openBoth(workplace: Workplace): Promise<{ demo: Page; second: Page }> {
  const demo = await workplace.open('/stream/');
  await expectChip(demo, '3/5');
  const second = await workplace.open('/stream/', 'second');
  await expectChip(second, '3/5');
  return { demo, second };
}

test.beforeEach(({ workplace }) => workplace.director('second').reset({ user: { language: 'en' } }));

test('nobody sees an edge who has not asked for it', async ({ workplace }) => {
  const { demo, second } = await openBoth(workplace);
  const dashboard = await openDashboard(workplace, 'portals');
  const box = dashboard.getByRole('checkbox', { name: words.edge.on });
  await expect(box).toBeEnabled();
  await expect(box).not.toBeChecked();
  await workplace.fence();
  await expectNoEdge(demo);
  await expectNoEdge(second);
});

test('pages of two portals say which is which, and one portal alone needs no edge', async ({ workplace }) => {
  const { demo, second } = await openBoth(workplace);
  await switchEdges(workplace, true);
  await expectEdge(demo, said('ru', DEMO));
  await expectEdge(second, said('en', SECOND));
  // Another page of the same portal has one as well, and does not make the other portal two.
  const another = await workplace.open('/online/');
  await expectEdge(another, said('ru', DEMO));
  await second.close();
  await expectNoEdge(demo);
  await expectNoEdge(another);
  const again = await workplace.open('/stream/', 'second');
  await expectEdge(again, said('en', SECOND));
  await expectEdge(demo, said('ru', DEMO));
});

test('the edge bears the name and the colour of the portal, as soon as they change', async ({ workplace }) => {
  const { demo, second } = await openBoth(workplace);
  await switchEdges(workplace, true);
  await expectEdge(demo, said('ru', DEMO));
  const details = await openDetails(workplace, workplace.portal.origins.demo);
  await pane(details, DEMO).getByLabel(words.label, { exact: true }).fill('Живой склад');
  await pane(details, DEMO).getByLabel(words.label, { exact: true }).press('Tab');
  await expectEdge(demo, said('ru', 'Живой склад'));
  await expectEdge(second, said('en', SECOND));
});

test('the edge takes no press and no place: what lies below it works', async ({ workplace }) => {
  const { demo } = await openBoth(workplace);
  const height = () => demo.evaluate(() => document.documentElement.scrollHeight);
  const before = await height();
  await switchEdges(workplace, true);
  await expectEdge(demo, said('ru', DEMO));
  expect(await height()).toBe(before);
  await demo.evaluate(() => {
    const button = Object.assign(document.createElement('button'), { textContent: 'Of the page', id: 'below' });
    button.style.cssText = 'position:fixed;inset:0 0 auto;height:24px';
    button.addEventListener('click', () => button.setAttribute('data-pressed', ''));
    document.body.append(button);
  });
  await demo.bringToFront();
  const { x, y, height: high } = await placeOf(demo, (await edgeOf(demo)) as Spoken);
  expect(high).toBeLessThan(20);
  await demo.mouse.click(x, y);
  await expect(demo.locator('#below')).toHaveAttribute('data-pressed', '');
});

test('the edge comes back to a page that is loaded anew, also when the background was killed', async ({
  workplace,
}) => {
  const { demo, second } = await openBoth(workplace);
  await switchEdges(workplace, true);
  await expectEdge(demo, said('ru', DEMO));
  await workplace.killWorker();
  await demo.reload();
  await expectEdge(demo, said('ru', DEMO));
  await expectEdge(second, said('en', SECOND));
});

test('a portal that is paused has no edge and gives none to the other', async ({ workplace }) => {
  const { demo, second } = await openBoth(workplace);
  await switchEdges(workplace, true);
  await expectEdge(demo, said('ru', DEMO));
  const details = await openDetails(workplace, workplace.portal.origins.second);
  await pane(details, SECOND).getByRole('checkbox', { name: words.pause }).check();
  await expectNoEdge(demo);
  await expectNoEdge(second);
});

test('edges go when they are switched off', async ({ workplace }) => {
  const { demo, second } = await openBoth(workplace);
  await switchEdges(workplace, true);
  await expectEdge(second, said('en', SECOND));
  await switchEdges(workplace, false);
  await expectNoEdge(demo);
  await expectNoEdge(second);
});
