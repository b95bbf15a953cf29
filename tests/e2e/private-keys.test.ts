import { expect, expectChip, findSpoken, openPanel, ru, test, until } from './fixture.ts';

test('a page hears nothing of what is typed into the panel’s search, and the search hears all of it', async ({
  workplace,
}) => {
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  await page.evaluate(() => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    for (const type of ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste']) {
      window.addEventListener(
        type,
        (event) => heard.push(`${type} ${(event as KeyboardEvent).key ?? ''}${(event as InputEvent).data ?? ''}`),
        true,
      );
    }
  });
  await openPanel(page);
  await page.keyboard.press('/');
  await page.keyboard.type('zxqj');
  await until(async () => (await findSpoken(page, 'textbox', ru.search.label))?.value === 'zxqj', {
    message: 'the text in the search field',
  });
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);

  // The page hears its own keys as before.
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  await page.locator('body').click({ position: { x: 5, y: 5 } });
  await page.keyboard.press('k');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toContain('keydown k');
});
