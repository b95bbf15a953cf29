/** The keyboard alone, in pages of the extension. */
import type { Locator, Page } from '@playwright/test';

/** What has the focus, in words for whoever reads a failure. */
const focusedWords = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute('aria-label') ?? at?.textContent?.trim().slice(0, 40) ?? '';
  });

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Presses Tab until one thing has the focus; it must be there already, and nothing may catch the focus on the way. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const way: string[] = [];
  for (let presses = 0; presses < 150; presses += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press('Tab');
    way.push(await focusedWords(page));
  }
  throw new Error(`150 presses of Tab did not lead to ${target}, but through ${way.join(' | ')}`);
}

/** Goes there with Tab and presses a key. */
export async function pressOn(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}
