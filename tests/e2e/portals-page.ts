/** The dashboard's section about portals as a person uses it. */
import { expect, type Locator, type Page } from '@playwright/test';
import type { PortalState } from '../../domain/portals-text.ts';
import { dashboardLocaleFor } from '../../locales/dashboard/catalogue.ts';
import { giveHost, OWN_ADDRESS } from './hosts.ts';
import type { Workplace } from './workplace.ts';

export const portalsWords = dashboardLocaleFor('ru').messages.portals;

/** A section of the dashboard as a page of its own; `detail` is what stands behind it in the address. */
export async function openDashboard(workplace: Workplace, section: string, detail = ''): Promise<Page> {
  const page = await workplace.context.newPage();
  const rest = detail && `/${encodeURIComponent(detail)}`;
  await page.goto(workplace.ownAddress(`dashboard.html#${section}${rest}`));
  return page;
}

/** The section with the details of one portal open. */
export const openDetails = (workplace: Workplace, origin: string): Promise<Page> =>
  openDashboard(workplace, 'portals', origin);

export const addForm = (page: Page, words = portalsWords): Locator =>
  page.getByRole('form', { name: words.add.heading });

/** Types an address into the form. */
export const typeAddress = (page: Page, address: string, words = portalsWords): Promise<void> =>
  addForm(page, words).getByLabel(words.add.address, { exact: true }).fill(address);

/** Presses the button that adds what is typed. */
export const submitAddress = (page: Page, words = portalsWords): Promise<void> =>
  addForm(page, words).getByRole('button', { name: words.add.submit }).click();

/** The whole way: permission, form, press; answers the dashboard's page. */
export async function addOwnPortal(workplace: Workplace): Promise<Page> {
  await giveHost(workplace);
  const page = await openDashboard(workplace, 'portals');
  await typeAddress(page, OWN_ADDRESS);
  await submitAddress(page);
  await expect(addForm(page).getByText(portalsWords.add.added(new URL(OWN_ADDRESS).host))).toBeVisible();
  return page;
}

/** The row of one portal in the list. */
export const portalRow = (page: Page, name: string): Locator =>
  page.getByRole('table', { name: portalsWords.list }).getByRole('row').filter({ hasText: name });

/** Waits until the list says how a portal stands. */
export const expectState = (page: Page, name: string, state: PortalState): Promise<void> =>
  expect(portalRow(page, name)).toContainText(portalsWords.state[state]);

/** The details of a portal. */
export const pane = (page: Page, name: string): Locator =>
  page.getByRole('complementary', { name: portalsWords.details(name) });
