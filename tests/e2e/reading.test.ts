import { expect, expectChip, readings, ru, test } from './fixture.ts';

test.describe('reading the portal', () => {
  test('one request serves all tabs, and it does not make the user look active', async ({ workplace }) => {
    const director = workplace.director();
    director.clearCalls();
    const pages = [
      await workplace.open('/stream/'),
      await workplace.open('/stream/'),
      await workplace.open('/stream/'),
    ];
    for (const page of pages) await expectChip(page, '3/5');
    expect(readings(director)).toHaveLength(1);
    expect(readings(director).map((call) => call.refreshedActivity)).toEqual([false]);
    expect(director.unknownCalls()).toEqual([]);
  });

  test('an expired token is renewed once and the number is right', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.reset({ dialogs: [] });
    director.setLimit(4, { push: false });
    await page.reload();
    director.expireToken();
    await expectChip(page, '0/4');
  });

  for (const kind of ['500', 'html', 'cutOff', 'wrongShape'] as const) {
    test(`when the portal answers with ${kind}, the last good number stays with its age`, async ({ workplace }) => {
      const director = workplace.director();
      const page = await workplace.open('/stream/');
      await expectChip(page, '3/5');
      director.fault({ kind, match: 'batch' });
      await page.reload();
      await expectChip(page, '3/5', ru.chip.stale('', '').slice(0, 9));
      director.clearFaults();
      await page.reload();
      await expectChip(page, '3/5', ru.slots.roomy(3, 5));
    });
  }

  test('a portal that could never be read shows no number but the reason', async ({ workplace }) => {
    workplace.director().fault({ kind: '500', match: 'batch' });
    await expectChip(await workplace.open('/stream/'), '?', ru.chip.unknown(ru.trouble.serverError.short));
  });

  test('a session that ended says so', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.expireSession();
    await expectChip(page, '?', ru.trouble.signedOut.short);
  });

  test('events that were missed while the connection was down are made up for by one reading', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await workplace.pauseOver();
    director.dropConnection({ block: true });
    director.openDialog({ title: 'Not heard' });
    director.restoreConnection({ lose: true });
    await expect(async () => expectChip(page, '4/5')).toPass({ timeout: 20_000 });
  });

  test('events of a wrong shape change nothing', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const params of [
      {},
      { multidialog: { chatId: 'x', isSupport: true, status: 'open' } },
      { multidialog: [] },
      { multidialog: { chatId: 501, dialogId: 'chat501', botId: 5, isSupport: true, status: 'exploded' } },
      { multidialog: { chatId: 9999, dialogId: 'chat9999', botId: 77, isSupport: false, status: 'open' } },
    ]) {
      director.push({ command: 'changeMultidialogStatus', params: params as never });
    }
    director.push({ command: 'changeMultidialogSessionsLimit', params: { botId: 5, limit: 'many' } as never });
    director.push({ command: 'changeMultidialogSessionsLimit', params: { botId: 77, limit: 99 } as never });
    director.openDialog({ title: 'After all that' });
    await expectChip(page, '4/5');
    expect(errors.filter((message) => /latchdesk/i.test(message))).toEqual([]);
  });
});
