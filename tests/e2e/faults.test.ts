/** Whatever the portal answers, and whether it answers: the last good number with its age, or why there is none. */
import type { Page } from '@playwright/test';
import { rewriteReadings } from './answers.ts';
import { allText, chipText, clickSpoken, expect, expectChip, openPanel, ru, test, until } from './fixture.ts';

/** The beginning of "As of 14:05, …", the sentence of a number that nothing backs right now. */
const AS_OF = ru.chip.stale('', '').split(' ,')[0] ?? '';

/** Asks for a reading as a person does, with the panel's own button. */
const readAgain = (page: Page) => clickSpoken(page, 'button', ru.panel.readAgain);

test.describe('a portal that does not answer', () => {
  test('a reading that takes too long is given up, the number keeps its time', async ({ workplace }) => {
    test.slow();
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
    director.fault({ kind: 'timeout', match: 'batch' });
    await openPanel(page);
    await readAgain(page);
    await until(() => chipText(page).then((text) => text.includes(ru.trouble.timeout.short)), { timeout: 25_000 });
    await expectChip(page, '3/5', AS_OF);
    expect(await allText(page)).toContain(ru.trouble.timeout.what);

    director.clearFaults();
    await readAgain(page);
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
  });

  test('nothing is shown before the first answer, and an answer that comes late is still taken', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.fault({ kind: 'slow', match: 'batch', ms: 4_000 });
    const page = await workplace.open('/stream/');
    await until(() => director.calls().some((call) => call.methods.includes('imbot.Network.Chat.list')));
    expect(await chipText(page)).toBe('');
    await expectChip(page, '3/5', ru.slots.roomy(3, 5));
  });

  test('without a network the number keeps its time, and comes back with the network by itself', async ({
    workplace,
  }) => {
    test.slow();
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await workplace.context.setOffline(true);
    director.dropConnection({ block: true });
    // The portal's own client tells a loss after five seconds.
    await until(() => chipText(page).then((text) => text.includes(ru.trouble.offline.short)), { timeout: 20_000 });
    await expectChip(page, '3/5', AS_OF);

    director.openDialog({ title: 'Opened meanwhile' });
    await workplace.context.setOffline(false);
    director.restoreConnection({ lose: true });
    await until(() => chipText(page).then((text) => text.startsWith('4/5 ')), { timeout: 40_000 });
    expect(await chipText(page)).toContain(ru.slots.near);
  });
});

test.describe('answers with odd contents', () => {
  test('phantom entries, foreign ids and repeated chats are not counted', async ({ workplace }) => {
    const page = await workplace.open('/auth/');
    await rewriteReadings(page, (answer) => {
      const { list, count } = answer.result.result;
      list.multidialogs.push(
        { status: 'open', botId: 5, chatId: 0, dialogId: 'chat0', dateMessage: null },
        { status: 'open', botId: 5, chatId: null, dialogId: null, dateMessage: null },
        { status: 'open', botId: 5, dialogId: 'chat990' },
        { status: '', botId: 5, chatId: 991, dialogId: 'chat991', dateMessage: null },
        { ...list.multidialogs.find((entry: { status: string }) => entry.status === 'open') },
        [],
        null,
      );
      count.chatIdsWithCounters = [null, undefined, 'x', 0, 424_242];
      return answer;
    });
    await page.goto(`${workplace.portal.origins.demo}/stream/`);
    await expectChip(page, '3/5');
    await openPanel(page);
    expect(await allText(page)).not.toMatch(/990|991|424242/);
  });

  test('a limit that the portal does not tell is assumed, and says so', async ({ workplace }) => {
    const page = await workplace.open('/auth/');
    await rewriteReadings(page, (answer) => {
      answer.result.result.count = { count: 8 };
      return answer;
    });
    await page.goto(`${workplace.portal.origins.demo}/stream/`);
    await expectChip(page, '3/~5', ru.chip.assumedLimit);
  });

  test('a total from another administrator’s cache changes nothing', async ({ workplace }) => {
    workplace.director().reset({ countDrift: 40 });
    await expectChip(await workplace.open('/stream/'), '3/5');
  });

  test('dialogs without a date are listed last among their like, and say that they have none', async ({
    workplace,
  }) => {
    workplace.director().reset({
      // Without the messenger's own data in the page, which may know the last message.
      quickAccess: false,
      dialogs: [
        { id: 901, title: 'Undated question', status: 'open', date: null },
        { id: 902, title: 'Dated question', status: 'open', date: new Date(Date.now() - 9e7).toISOString() },
      ],
    });
    const page = await workplace.open('/stream/');
    await expectChip(page, '2/5');
    await openPanel(page);
    const text = await allText(page);
    expect(text.indexOf('Dated question')).toBeGreaterThan(0);
    expect(text.indexOf('Undated question')).toBeGreaterThan(text.indexOf('Dated question'));
    expect(text).toContain(ru.dialogs.noActivity);
    expect(text).not.toMatch(/1970|Invalid|NaN/);
  });
});
