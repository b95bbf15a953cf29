/** A browser in which `hooks.example` is a real receiver of webhooks, and the way a person sets it up. */
import type { Page } from '@playwright/test';
import type { DestinationView } from '../../domain/rules/destination.ts';
import type { RulesView } from '../../domain/rules/view.ts';
import { Receiver } from '../receiver/receiver.ts';
import { askFrom } from './chatapp.ts';
import { test as base, expect } from './fixture.ts';
import { giveHost } from './hosts.ts';
import type { RuleWords } from './rule-pages.ts';
import type { Workplace } from './workplace.ts';

/** What must be found nowhere but in the table of secrets. */
export const PATH_SECRET = 'Zq7pathsecret41';
export const ADDRESS = `https://hooks.example/in/${PATH_SECRET}`;
const PATTERN = 'https://hooks.example/*';
export const RECEIVER_NAME = 'n8n';

export const test = base.extend<object, { receiver: Receiver }>({
  receiver: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
    async ({}, use) => {
      const receiver = await Receiver.start('hooks.example');
      await use(receiver);
      await receiver.close();
    },
    { scope: 'worker' },
  ],
  hosts: async ({ receiver }, use) => {
    receiver.reset();
    await use({ 'hooks.example': receiver.port });
    receiver.release();
  },
});

/** Sets the receiver up in the form on show, sees what would be sent, and agrees; the signing key, which is shown once. */
export async function addDestination(
  page: Page,
  workplace: Workplace,
  { runs }: RuleWords,
  { knowsKeys = true }: { knowsKeys?: boolean } = {},
): Promise<string> {
  const { destination: words } = runs;
  // The browser's own question is answered with yes.
  await giveHost(workplace, PATTERN);
  await page.getByRole('button', { name: words.add, exact: true }).click();
  const form = page.getByRole('form', { name: words.form.new });
  await form.getByLabel(words.form.name, { exact: true }).fill(RECEIVER_NAME);
  await form.getByLabel(words.form.address, { exact: true }).fill(ADDRESS);
  if (knowsKeys) await form.getByLabel(words.form.repeats).check();
  await form.getByRole('button', { name: words.form.save, exact: true }).click();
  const key = await page.getByLabel(words.key.label, { exact: true }).inputValue();
  await page.getByRole('button', { name: words.key.putAway, exact: true }).click();
  const consent = page.getByRole('region', { name: words.consent.heading(RECEIVER_NAME) });
  await expect(consent).toContainText('X-Idempotency-Key');
  await consent.getByRole('button', { name: words.consent.agree, exact: true }).click();
  await expect(consent).toContainText(words.consent.agreed);
  await consent.getByRole('button', { name: words.consent.close, exact: true }).click();
  return key;
}

/** The only destination. */
export async function destinationOf(page: Page): Promise<DestinationView> {
  const { destinations } = await askFrom<RulesView>(page, { type: 'rules.wanted' });
  const [destination] = destinations;
  if (destinations.length !== 1 || !destination) throw new Error('not one destination');
  return destination;
}
