/** The background may die at any moment; the browser restarts; the extension is updated. Nothing may disagree afterwards. */
import type { Page } from '@playwright/test';
import { chipText, clickSpoken, expect, expectChip, openPanel, ru, test, until, type Workplace } from './fixture.ts';

/** Slots as the database has them, read from an extension page without going through the background. */
const storedSlots = (popup: Page): Promise<string> =>
  popup.evaluate(async () => {
    const request = <T>(wanted: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        wanted.onsuccess = () => resolve(wanted.result);
        wanted.onerror = () => reject(wanted.error);
      });
    const database = await request(indexedDB.open('latchdesk'));
    const transaction = database.transaction(['portals', 'dialogs', 'snapshots']);
    const [row] = await request(transaction.objectStore('portals').getAll());
    const dialogs = await request(transaction.objectStore('dialogs').getAll());
    const snapshots = await request(transaction.objectStore('snapshots').getAll());
    database.close();
    const chart = snapshots.find((snapshot) => snapshot.machine === 'support-slots');
    const used = dialogs.filter((dialog) => dialog.status === 'open').length;
    return `${used}/${row.limit}` === `${chart.snapshot.context.used}/${chart.snapshot.context.limit.max}`
      ? `${used}/${row.limit}`
      : `dialogs ${used}/${row.limit}, chart ${chart.snapshot.context.used}/${chart.snapshot.context.limit.max}`;
  });

async function expectAgreement(workplace: Workplace, page: Page, popup: Page, slots: string): Promise<void> {
  await expectChip(page, slots);
  await expect.poll(() => storedSlots(popup), { message: 'the database' }).toBe(slots);
  await expect.poll(async () => (await workplace.badge(popup)).text, { message: 'the badge' }).toBe(slots);
}

test('badge, chip and database agree however often the background is killed', async ({ workplace }) => {
  test.setTimeout(120_000);
  const director = workplace.director();
  const popup = await workplace.openPopup();
  const opened: string[] = [];
  const open = () => opened.push(director.openDialog({ title: `Opened ${opened.length}` }).dialogId);
  const close = () => director.closeDialog({ dialogId: opened.pop() ?? '' });
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  let page: Page | undefined;

  const situations: [string, string, () => Promise<void>][] = [
    [
      'before the first page says anything',
      '3/5',
      async () => {
        await workplace.killWorker();
        page = await workplace.open('/stream/');
      },
    ],
    [
      'while a reading is under way',
      '3/5',
      async () => {
        director.fault({ kind: 'slow', match: 'batch', ms: 1_200, times: 1 });
        const reloaded = page?.reload();
        await until(() => director.calls().some((call) => call.methods.includes('imbot.Network.Chat.list')));
        await workplace.killWorker();
        await reloaded;
      },
    ],
    [
      'just before an event',
      '4/5',
      async () => {
        await workplace.killWorker();
        open();
      },
    ],
    [
      'in the moment of an event',
      '5/5',
      async () => {
        open();
        await workplace.killWorker();
      },
    ],
    [
      'a breath after an event',
      '6/5',
      async () => {
        open();
        await wait(15);
        await workplace.killWorker();
      },
    ],
    [
      'between two events',
      '4/5',
      async () => {
        close();
        await wait(250);
        await workplace.killWorker();
        close();
      },
    ],
    [
      'when the limit changes',
      '4/7',
      async () => {
        director.setLimit(7);
        await wait(5);
        await workplace.killWorker();
      },
    ],
    [
      'in the middle of many events',
      '4/5',
      async () => {
        for (const limit of [3, 9, 4, 6]) director.setLimit(limit);
        await workplace.killWorker();
        director.setLimit(5);
      },
    ],
    [
      'while the panel is open',
      '5/5',
      async () => {
        if (page) await openPanel(page);
        await workplace.killWorker();
        open();
      },
    ],
    [
      'twice in a row, with a page load between',
      '6/5',
      async () => {
        await workplace.killWorker();
        open();
        await page?.reload();
        await workplace.killWorker();
      },
    ],
  ];

  for (const [moment, slots, play] of situations) {
    await test.step(`killed ${moment}: ${slots}`, async () => {
      await play();
      if (page) await expectAgreement(workplace, page, popup, slots);
    });
  }
});

test('after a browser restart the badge is there before any page is, and old numbers carry their time', async ({
  workplace,
}) => {
  await expectChip(await workplace.open('/stream/'), '3/5');
  await workplace.restart();
  await expect.poll(async () => (await workplace.badge()).text).toBe('3/5');
  workplace.director().openDialog({ title: 'Meanwhile' });
  await expectChip(await workplace.open('/stream/'), '4/5');
});

test('an update while pages are open leaves one chip that works, without a reload', async ({ workplace }) => {
  const director = workplace.director();
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));

  await workplace.updateExtension();
  director.openDialog({ title: 'After the update' });
  await expectChip(page, '4/5');
  await expect.poll(() => page.locator('latchdesk-overlay').count()).toBe(1);
  await openPanel(page);
  expect(errors).toEqual([]);
});

test('numbers that nothing confirms grow stale, and say so', async ({ workplace }) => {
  const page = await workplace.open('/stream/');
  await expectChip(page, '3/5');
  const director = workplace.director();
  director.fault({ kind: '500', match: 'batch' });
  await openPanel(page);
  await clickSpoken(page, 'button', ru.panel.readAgain);
  await expect.poll(() => chipText(page)).toContain(ru.trouble.serverError.short);
  await expectChip(page, '3/5');
  director.clearFaults();
  await clickSpoken(page, 'button', ru.panel.readAgain);
  await expectChip(page, '3/5', ru.slots.roomy(3, 5));
});
