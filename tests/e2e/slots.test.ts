import { chipText, expect, expectChip, expectNoChip, openChatOnPage, ru, test } from './fixture.ts';

const OPEN = (id: number, title = `Question ${id}`) => ({ id, title, status: 'open' as const });
const open = (count: number) => Array.from({ length: count }, (_, index) => OPEN(901 + index));

test.describe('the chip shows the true number of slots', () => {
  test('on the plain page, on the messenger page and inside the slider', async ({ workplace }) => {
    const plain = await workplace.open('/stream/');
    await expectChip(plain, '3/5', ru.slots.roomy(3, 5));
    await expectChip(await workplace.open('/online/'), '3/5');
    await openChatOnPage(plain, 'chat500');
    await plain.waitForSelector('.bx-im-messenger__container');
    await expectChip(plain, '3/5');
  });

  test('after each kind of live event, without a request', async ({ workplace }) => {
    const director = workplace.director();
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    director.clearCalls();

    const { dialogId } = director.openDialog({ title: 'Fourth' });
    await expectChip(page, '4/5', ru.slots.near);
    director.openDialog({ title: 'Fifth' });
    await expectChip(page, '5/5', ru.slots.full(5));
    director.openDialog({ title: 'Sixth, past the limit' });
    await expectChip(page, '6/5', ru.slots.over(6, 5));
    director.closeDialog({ dialogId });
    await expectChip(page, '5/5');
    director.setLimit(7);
    await expectChip(page, '5/7');

    const reads = director.calls().filter((call) => JSON.stringify(call).includes('Network.Chat'));
    expect(reads).toEqual([]);
  });

  test('created dialogs hold no slot', async ({ workplace }) => {
    workplace.director().reset({ dialogs: [...open(2), { id: 990, title: 'New', status: 'new' }] });
    await expectChip(await workplace.open(), '2/5');
  });

  test('the main chat counts although the portal lists it twice, the second time as closed', async ({ workplace }) => {
    workplace.director().reset({ dialogs: open(2), mainChat: { status: 'open', duplicate: true } });
    await expectChip(await workplace.open(), '3/5');
  });

  test('six of five is shown as it is', async ({ workplace }) => {
    workplace.director().reset({ dialogs: open(6) });
    await expectChip(await workplace.open(), '6/5');
  });

  test('limit 0 means unlimited, 1 a single conversation, −1 switched off', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: open(2), limit: 0 });
    const page = await workplace.open();
    await expectChip(page, '∞ 2', ru.slots.unlimited(2));
    director.setLimit(1);
    await expectChip(page, ru.chip.single, ru.slots.single);
    director.setLimit(-1);
    await expectChip(page, ru.chip.off, ru.slots.switchedOff);
    director.setLimit(5);
    await expectChip(page, '2/5');
  });

  test('two thousand dialogs are read at once', async ({ workplace }) => {
    workplace.director().reset({ dialogs: open(4), many: 2_000 });
    await expectChip(await workplace.open(), '4/5', ru.slots.near);
  });

  test('an integrator sees it, an employee and a guest do not', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ user: { role: 'integrator' } });
    const page = await workplace.open();
    await expectChip(page, '3/5');

    director.reset({ user: { role: 'employee', id: 9 } });
    await page.reload();
    await expectNoChip(workplace, page, 'notAdministrator');

    director.setRole('signedOut');
    await page.reload();
    await expectNoChip(workplace, page, 'signedOut');
  });

  test('nothing appears on the old messenger, without a support bot, and on pages that are no portal', async ({
    workplace,
  }) => {
    const director = workplace.director();
    director.reset({ messenger: 'v1' });
    const page = await workplace.open();
    await expectNoChip(workplace, page, 'oldMessenger');
    const asked = director.calls().filter((call) => JSON.stringify(call).includes('Network.Chat'));
    expect(asked).toEqual([]);

    director.reset({ supportBot: false });
    await page.reload();
    await expectNoChip(workplace, page, 'noSupportBot');

    await page.goto('https://www.bitrix24.ru/');
    await expectNoChip(workplace, page, 'noPortal');
  });

  test('a slider iframe gets no second chip', async ({ workplace }) => {
    const page = await workplace.open('/stream/');
    await expectChip(page, '3/5');
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.src = '/stream/?IFRAME=Y&IFRAME_TYPE=SIDE_SLIDER';
      document.body.append(frame);
      return new Promise((resolve) => frame.addEventListener('load', resolve));
    });
    // By the time a later event has come through, so has everything in the frame.
    workplace.director().openDialog({ title: 'Fourth' });
    await expectChip(page, '4/5');
    for (const frame of page.frames()) {
      expect(await frame.locator('latchdesk-overlay').count()).toBe(frame === page.mainFrame() ? 1 : 0);
    }
  });

  test('two portals do not mix, and the badge counts what needs somebody, the more pressing portal first', async ({
    workplace,
  }) => {
    workplace.director('second').reset({ dialogs: open(5), limit: 5 });
    const demo = await workplace.open('/stream/');
    const second = await workplace.open('/stream/', 'second');
    await expectChip(demo, '3/5');
    await expectChip(second, '5/5', 'All 5 dialogs are in use');
    expect(await chipText(second)).not.toMatch(/[а-я]/i);
    const badge = await workplace.badge();
    // All places taken here, an answer that waits there.
    expect(badge.text).toBe('2');
    const [, first, other] = badge.title.split('\n');
    expect(first).toContain('second.bitrix24.com: 5/5');
    expect(other).toContain('demo.bitrix24.ru: 3/5');
  });

  test('the portal in English speaks English', async ({ workplace }) => {
    workplace.director().reset({ user: { language: 'en' }, dialogs: open(4) });
    await expectChip(await workplace.open(), '4/5', 'One dialog left');
  });
});
