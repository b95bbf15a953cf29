/** Live events: strange ones, foreign ones, many at once, and ones that cross a reading on its way. */
import type { Director } from '../../demo/portal.ts';
import { holdReading, rewriteReadings } from './answers.ts';
import { allText, chipText, expect, expectChip, listenFor, openPanel, readings, ru, test } from './fixture.ts';

const OPEN = (id: number, title = `Question ${id}`) => ({ id, title, status: 'open' as const });

const push = (director: Director, command: string, params: unknown) =>
  director.push({ command, params: params as never });

/** Something every page hears, after everything that was sent before it. */
async function expectHeard(page: Parameters<typeof expectChip>[0], director: Director, slots: string): Promise<void> {
  director.openDialog({ title: 'The last to come' });
  await expectChip(page, slots);
}

test.describe('events and readings that cross', () => {
  test('an event that overtakes the first answer is in the number, or the number admits its doubt', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: [OPEN(901)] });
    const page = await workplace.open('/auth/');
    const reading = await holdReading(page);
    await page.goto(`${workplace.portal.origins.demo}/stream/`);
    await reading.answered;
    const heard = await listenFor(page, 'changeMultidialogStatus');
    director.openDialog({ title: 'Opened while the answer was on its way' });
    await heard();
    await reading.release();
    await expect.poll(() => chipText(page)).not.toBe('');
    const text = await chipText(page);
    if (!text.startsWith('2/5 ')) expect(text).toContain(ru.stale.short);
  });

  test('an event that overtakes a later answer stays', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: [OPEN(901), OPEN(902)] });
    const page = await workplace.open('/stream/');
    await expectChip(page, '2/5');
    const reading = await holdReading(page);
    await page.reload();
    await reading.answered;
    director.closeDialog({ dialogId: 'chat901' });
    director.openDialog({ title: 'New' });
    director.openDialog({ title: 'Newer' });
    director.setLimit(9);
    await expectChip(page, '3/9');
    await reading.release();
    await expect.poll(() => readings(director).length).toBeGreaterThan(1);
    await expect
      .poll(async () => (await workplace.views()).map(({ reading: isReading }) => isReading))
      .toEqual([false]);
    await expectChip(page, '3/9');
  });
});

test.describe('events that are not about slots', () => {
  test('typing, hiding, other bots, ordinary chats and phantom dialogs change nothing and cause no reading', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ dialogs: [OPEN(901), OPEN(902), { id: 903, title: 'Done', status: 'close' }] });
    const page = await workplace.open('/online/');
    await expectChip(page, '2/5');
    director.clearCalls();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));

    director.typing({ dialogId: 'chat901' });
    director.hide({ dialogId: 'chat903' });
    const message = { id: 1, date: new Date().toISOString(), text: 'Hi', senderId: 2 };
    push(director, 'messageChat', {
      chatId: 31,
      dialogId: 'chat31',
      chat: {},
      users: {},
      multidialog: [],
      message,
      counter: 4,
    });
    push(director, 'message', { chatId: 32, dialogId: 2, chat: [], users: {}, multidialog: null, message, counter: 4 });
    for (const isSupport of [true, false, undefined]) {
      const multidialog = { chatId: 77, dialogId: 'chat77', botId: 41, isSupport, status: 'open' };
      push(director, 'changeMultidialogStatus', { multidialog, chat: { id: 77, name: 'Partner' } });
      push(director, 'addMultidialog', { multidialog: { ...multidialog, chatId: 78, dialogId: 'chat78' }, count: 90 });
    }
    push(director, 'changeMultidialogSessionsLimit', { botId: '41', limit: 2 });
    push(director, 'readMessageChat', { chatId: 31, dialogId: 'chat31', counter: 0 });
    push(director, 'chatRename', { chatId: 31, name: 'Not ours' });

    await expectHeard(page, director, '3/5');
    expect(readings(director)).toEqual([]);
    await openPanel(page);
    const text = await allText(page);
    expect(text).not.toContain('Partner');
    expect(text).not.toContain('Not ours');
    expect(errors).toEqual([]);
  });

  test('where no dialog tells which bot is the support’s, another bot’s limit is not taken for its', async ({
    workplace,
  }) => {
    const director = workplace.director();
    const page = await workplace.open('/auth/');
    await rewriteReadings(page, (answer) => {
      Object.assign(answer.result.result.list, { multidialogs: [], chats: [] });
      return answer;
    });
    await page.goto(`${workplace.portal.origins.demo}/stream/`);
    await expectChip(page, '0/5');
    push(director, 'changeMultidialogSessionsLimit', { botId: 41, limit: 2 });
    await expectChip(page, '0/5');
    await expectHeard(page, director, '1/5');
  });
});

test('a burst of three hundred events ends at the right numbers', async ({ workplace }) => {
  const director = workplace.director();
  director.reset({ dialogs: [OPEN(901), OPEN(902), OPEN(903)], limit: 20 });
  const pages = [await workplace.open('/online/'), await workplace.open('/stream/')];
  for (const page of pages) await expectChip(page, '3/20');
  // One reading may follow if the burst is too much.
  await workplace.pauseOver();
  director.clearCalls();
  for (let round = 0; round < 60; round += 1) {
    director.reply({ dialogId: 'chat901', text: `Answer ${round}` });
    director.rename({ dialogId: 'chat902', title: `Name ${round}` });
    director.typing({ dialogId: 'chat903' });
    director.setLimit(10 + (round % 7));
    push(director, 'changeMultidialogStatus', {
      multidialog: {
        chatId: 903,
        dialogId: 'chat903',
        botId: '5',
        isSupport: true,
        status: round % 2 ? 'open' : 'close',
      },
    });
  }
  director.setLimit(8);
  director.openDialog({ title: 'Fourth' });
  for (const page of pages) await expectChip(page, '4/8');
  const [page] = pages;
  if (page) await openPanel(page);
  if (page) await expect.poll(() => allText(page)).toContain('Name 59');
  if (page) expect(await allText(page)).toContain(ru.dialogs.unread(60));
  expect(readings(director).length).toBeLessThan(2);
});

test('a rename that wakes the bot at the limit changes names and unread numbers, not slots', async ({ workplace }) => {
  const director = workplace.director();
  const open = [1, 2, 3, 4, 5].map((n) => OPEN(900 + n));
  director.reset({ dialogs: [...open, { id: 910, title: 'Without a session', status: 'new' }], renameWakesBot: true });
  const page = await workplace.open('/online/');
  await expectChip(page, '5/5', ru.slots.full(5));
  await page.evaluate(
    () =>
      new Promise((resolve) => {
        const { BX } = window as unknown as { BX: { rest: { callMethod(...of: unknown[]): void } } };
        BX.rest.callMethod('im.chat.updateTitle', { DIALOG_ID: 'chat910', TITLE: 'A name of its own' }, resolve);
      }),
  );
  await openPanel(page);
  await expect.poll(() => allText(page)).toContain('A name of its own');
  expect(await chipText(page)).toContain(ru.slots.full(5));
  expect(await chipText(page)).toMatch(/^5\/5 /);
});
