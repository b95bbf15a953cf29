/** Who is signed in, and what a page that was left open may still know. */
import { chipText, clickSpoken, expect, expectChip, expectNoChip, listenFor, openPanel, ru, test } from './fixture.ts';

const OPEN = (id: number, title = `Question ${id}`) => ({ id, title, status: 'open' as const });
const open = (count: number) => Array.from({ length: count }, (_, index) => OPEN(901 + index));
test.describe('who is signed in', () => {
  test('signing out in another tab is seen in all, signing in again too', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await openPanel(page);
    const other = await workplace.open('/online/');
    await expectChip(other, '3/5');

    director.setRole('signedOut');
    await other.goto(`${workplace.portal.origins.demo}/auth/`);
    await expectChip(page, '?', ru.trouble.signedOut.short);
    expect((await workplace.badge()).text).toBe('?');
    await expectNoChip(workplace, other, 'signedOut');

    director.setRole('administrator');
    director.openDialog({ title: 'Meanwhile' });
    await other.goto(`${workplace.portal.origins.demo}/stream/`);
    await expectChip(other, '4/5');
    await expectChip(page, '4/5', ru.slots.near);
  });

  test('another user on the same host gets numbers of their own; the old page never takes them for its user’s', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const old = await workplace.open('/stream/');
    await expectChip(old, '3/5');
    director.reset({ user: { id: 2 }, dialogs: open(5) });
    director.expireToken();
    const page = await workplace.open('/stream/');
    await expectChip(page, '5/5');
    await expectChip(old, '?', ru.trouble.signedOut.short);

    const key = `${workplace.portal.origins.demo}|1`;
    expect(await workplace.say({ type: 'reading.wanted', key })).toBe(false);
    const views = await workplace.views();
    expect(views.find(({ userId }) => userId === '1')?.slots.used).toBe(3);
    expect(views.find(({ userId }) => userId === '1')?.session.state).toBe('signedOut');
    expect(await chipText(page)).toMatch(/^5\/5 /);
  });

  test('a page that was left open reads nothing of the user who is signed in now', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.reset({ user: { id: 2 }, dialogs: open(5) });
    director.expireToken();
    await openPanel(page);
    await clickSpoken(page, 'button', ru.panel.readAgain);
    await expectChip(page, '?', ru.trouble.signedOut.short);
    expect(await chipText(page)).not.toContain('5/5');
  });

  test('a connection that comes back in the old user’s page is nothing to read for', async ({ workplace }) => {
    const director = workplace.director();
    const old = await workplace.open('/stream/');
    await expectChip(old, '3/5');
    director.reset({ user: { id: 2 }, dialogs: open(5) });
    await expectChip(await workplace.open('/stream/'), '5/5');
    await workplace.pauseOver();
    director.dropConnection();
    await expect.poll(() => director.state().connections, { timeout: 15_000 }).toBe(2);
    await workplace.fence();
    const views = (await workplace.views()).filter(({ origin }) => origin === workplace.portal.origins.demo);
    expect(views.map(({ userId, slots, session }) => [userId, slots.used, session.state]).sort()).toEqual([
      ['1', 3, 'signedOut'],
      ['2', 5, 'live'],
    ]);
  });

  test('an administrator who becomes an employee loses the chip, and gets it back with the right', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.setRole('employee');
    await page.reload();
    await expect.poll(() => chipText(page)).toBe('');
    director.setRole('integrator');
    await page.reload();
    await expectChip(page, '3/5');
  });

  test('a second tab that says the user is no administrator any more ends it in both', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/online/');
    await expectChip(page, '3/5');
    // A page that contradicts what was read is asked at most every few seconds.
    await workplace.pauseOver();
    director.setRole('employee');
    const other = await workplace.open('/online/');
    await expect.poll(() => chipText(other)).toBe('');
    await expect.poll(() => chipText(page)).toBe('');
    await expect(workplace.badge()).resolves.toMatchObject({ text: '' });
  });

  test('an employee who signs in after an administrator sees no chip, whatever the old page hears', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const old = await workplace.open('/stream/');
    await expectChip(old, '3/5');
    director.reset({ user: { id: 9, role: 'employee' } });
    const page = await workplace.open('/stream/');
    await expectNoChip(workplace, page, 'notAdministrator');
    const heard = await listenFor(old, 'changeMultidialogStatus');
    director.openDialog({ title: 'Heard by the old page' });
    await heard();
    await expectNoChip(workplace, page, 'notAdministrator');
  });

  test('another language is spoken in every open page at once', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
    director.setLanguage('en');
    const other = await workplace.open('/stream/');
    await expectChip(other, '3/5', '3 of 5 in use, 2 free');
    await expectChip(page, '3/5', '3 of 5 in use, 2 free');
  });
});
