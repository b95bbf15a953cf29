/** Whatever happens to the tab, the background, the extension, the browser or the portal: what was typed is found again. */
import type { Page } from '@playwright/test';
import type { Card } from '../../bitrix24/surface-protocol.ts';
import { rewriteReadings } from './answers.ts';
import {
  chipText,
  clickSpoken,
  expect,
  expectChip,
  findSpoken,
  isFirefox,
  ru,
  spoken,
  test,
  until,
} from './fixture.ts';
import {
  cardsReady,
  cardTitles,
  creations,
  expectCard,
  FULL,
  FULL_UNSEEN,
  keepBusy,
  messageField,
  NEAR,
  newDialogButton,
  openDialogs,
  openList,
  openWithList,
  textIn,
  typeIn,
  viewOf,
  words,
} from './guarding.ts';
import type { Workplace } from './workplace.ts';

const { park, draft: preview, offer } = words;

/** Presses the portal's button at the limit and goes to the card in which a question is parked. */
async function beginParking(page: Page): Promise<void> {
  await newDialogButton(page).click();
  await expectCard(page, FULL);
  await clickSpoken(page, 'button', new RegExp(`^${words.guard.ways.park.title}`));
  await expectCard(page, park.title);
}

async function finishParking(page: Page): Promise<void> {
  await clickSpoken(page, 'button', park.park);
  await expectCard(page, park.parked);
}

async function parkQuestion(page: Page, topic: string, text: string): Promise<void> {
  await beginParking(page);
  await typeIn(page, park.topic, topic);
  await typeIn(page, park.text, text);
  await finishParking(page);
  await clickSpoken(page, 'button', park.done);
  await expect.poll(() => cardTitles(page)).toEqual([]);
}

/** Five open dialogs, the list beside the first one. */
async function openAtLimit(workplace: Workplace): Promise<Page> {
  workplace.director().reset({ dialogs: openDialogs(5) });
  return openWithList(workplace);
}

/** Shows a card as the panel and the popup do. */
const showCard = (workplace: Workplace, card: Card, userId = '1') =>
  workplace.say({ type: 'card.wanted', key: `${workplace.portal.origins.demo}|${userId}`, card });

const excerpts = async (workplace: Workplace) =>
  (await viewOf(workplace)).drafts.map(({ excerpt, state }) => [excerpt, state]);

/** Waits until a text is in the database. */
const expectKept = (workplace: Workplace, excerpt: string) =>
  expect.poll(async () => (await excerpts(workplace)).map(([text]) => text), { message: 'kept' }).toContain(excerpt);

const offered = (page: Page, title: string) =>
  until(() => findSpoken(page, 'article', title), { message: `the offer of “${title}”`, timeout: 12_000 });

/** Kills the background while it is busy: what is told it meanwhile gets no answer. */
async function killInTheMiddleOf(workplace: Workplace, act: () => Promise<void>): Promise<void> {
  test.skip(isFirefox, 'in Firefox a busy background cannot be ended, and its pages wait with it');
  await keepBusy(workplace, 60_000);
  await act();
  await workplace.killWorker();
}

test.describe('long and foreign texts', () => {
  test('20,000 characters with emoji and from right to left are kept, offered and put into the field to the last one', async ({
    workplace,
  }) => {
    test.slow();
    const director = workplace.director();
    const page = await openAtLimit(workplace);
    // A pair of code units stands astride the end of what a list shows, and another one at the very end.
    const start = `${'ш'.repeat(199)}🧷 مرحبا بالعالم 👩‍👩‍👧‍👦 `;
    const end = ' \u202Eשלום\u202C 🏳️‍🌈🔏';
    const text =
      start + `${'Слово 12345. '.repeat(50)}\n`.repeat(50).slice(0, 20_000 - start.length - end.length) + end;
    expect(text).toHaveLength(20_000);
    await parkQuestion(page, 'Длинный 🧵', text);

    await workplace.killWorker();
    director.closeDialog({ dialogId: 'chat905' });
    await offered(page, 'Длинный 🧵');
    const broken = (await spoken(page)).filter(({ name }) => /\uFFFD|[\uD800-\uDBFF](?![\uDC00-\uDFFF])/.test(name));
    expect(broken.map(({ name }) => name)).toEqual([]);

    await clickSpoken(page, 'button', offer.useNamed('Длинный 🧵'));
    await expectCard(page, NEAR);
    await clickSpoken(page, 'button', words.guard.openNew);
    await expectCard(page, 'Длинный 🧵');
    expect(await textIn(page, preview.text)).toBe(text);
    await clickSpoken(page, 'button', preview.put);
    await until(() => findSpoken(page, null, preview.phase.placed), { message: 'in the field', timeout: 12_000 });
    expect((await messageField(page).inputValue()).trim()).toBe(text);
  });
});

test.describe('without a connection', () => {
  test('a question is parked all the same, and offered when the portal is back', async ({ workplace }) => {
    test.slow();
    const director = workplace.director();
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.topic, 'Offline');
    await workplace.context.setOffline(true);
    director.dropConnection({ block: true });
    // The portal's own client tells a loss after five seconds.
    await until(() => chipText(page).then((text) => text.includes(ru.trouble.offline.short)), { timeout: 20_000 });
    await typeIn(page, park.text, 'Typed without a network');
    await finishParking(page);
    expect(await excerpts(workplace)).toEqual([['Typed without a network', 'waiting']]);

    director.closeDialog({ dialogId: 'chat905' });
    await workplace.context.setOffline(false);
    director.restoreConnection({ lose: true });
    await expect.poll(() => chipText(page), { message: 'the new number', timeout: 40_000 }).toMatch(/^4\/5 /);
    await clickSpoken(page, 'button', park.done);
    await offered(page, 'Offline');
  });
});

test.describe('when the background dies', () => {
  test('between keystrokes, the text is whole', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.text, 'One ');
    for (const word of ['two ', 'three ', 'four']) {
      await workplace.killWorker();
      await page.keyboard.type(word);
    }
    await expectKept(workplace, 'One two three four');
  });

  test('while it keeps a text, the text is kept by the next one', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await killInTheMiddleOf(workplace, async () => {
      await typeIn(page, park.text, 'Told to nobody');
      await until(() => findSpoken(page, null, words.shell.saving.saving), { message: 'that it is being saved' });
    });
    await expectKept(workplace, 'Told to nobody');
    await until(() => findSpoken(page, null, words.shell.saving.saved), { message: 'that it is saved' });
  });

  test('between keeping and parking, and while it parks, the question is parked', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.text, 'First');
    await expectKept(workplace, 'First');
    await workplace.killWorker();
    await finishParking(page);
    await clickSpoken(page, 'button', park.done);

    await beginParking(page);
    await typeIn(page, park.text, 'Second');
    await expectKept(workplace, 'Second');
    await killInTheMiddleOf(workplace, () => clickSpoken(page, 'button', park.park));
    await expectCard(page, park.parked);
    expect(await excerpts(workplace)).toEqual([
      ['First', 'waiting'],
      ['Second', 'waiting'],
    ]);
  });

  test('while it hears of the press, the card goes its way all the same', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await killInTheMiddleOf(workplace, async () => {
      await newDialogButton(page).click();
      await expectCard(page, FULL);
    });
    await clickSpoken(page, 'button', new RegExp(`^${words.guard.ways.park.title}`));
    await expectCard(page, park.title);
    await typeIn(page, park.text, 'The background never heard of this card');
    await expectKept(workplace, 'The background never heard of this card');
    await expectCard(page, park.title);
    await finishParking(page);
  });

  test('between parking and a free slot, the question is offered', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await parkQuestion(page, 'Wait for it', 'Here');
    await workplace.killWorker();
    workplace.director().closeDialog({ dialogId: 'chat905' });
    await workplace.killWorker();
    await offered(page, 'Wait for it');
  });
});

test.describe('a tab that is left in the middle of a word', () => {
  test('loaded again, it shows the card with the text', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.topic, 'Half');
    await typeIn(page, park.text, 'a sentence that was nev');
    await page.keyboard.type('er');
    await page.reload();
    await expectCard(page, park.title);
    await expect.poll(() => textIn(page, park.text)).toBe('a sentence that was never');
    expect(await textIn(page, park.topic)).toBe('Half');
    await finishParking(page);
    expect(await excerpts(workplace)).toEqual([['a sentence that was never', 'waiting']]);
  });

  test('loaded again while the last keys are still on their way, it has them, too', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.text, 'first');
    await expectKept(workplace, 'first');
    // A background that is busy leaves the text on its way for long; slow typing, so that it has left before the end.
    await keepBusy(workplace, 6_000);
    await page.keyboard.type(' and so on', { delay: 300 });
    await page.reload();
    await expectCard(page, park.title);
    await expect.poll(() => textIn(page, park.text)).toBe('first and so on');
  });

  test('closed, the next tab’s card has it', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.text, 'Closed in the middle of thi');
    await page.keyboard.type('s');
    // As a person closes a tab: a page of Firefox that is ended without being asked sends nothing off.
    await Promise.all([page.waitForEvent('close'), page.close({ runBeforeUnload: isFirefox })]);
    const next = await openWithList(workplace, 'chat902');
    await beginParking(next);
    await expect.poll(() => textIn(next, park.text)).toBe('Closed in the middle of this');
  });

  test('the question for support is in the card again', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await newDialogButton(page).click();
    await clickSpoken(page, 'button', new RegExp(`^${words.guard.ways.openRequest.title}`));
    await expectCard(page, words.ask.title);
    await typeIn(page, words.ask.question, 'Where is the inv');
    await page.keyboard.type('oice?');
    await page.reload();
    await expectCard(page, words.ask.title);
    await expect.poll(() => textIn(page, words.ask.question)).toBe('Where is the invoice?');
  });

  test('a note on a dialog is there again', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await showCard(workplace, { kind: 'dialog', chatId: 902 });
    await typeIn(page, words.dialog.note, 'Ask Irene about th');
    await page.keyboard.type('is');
    await page.reload();
    await cardsReady(page);
    await showCard(workplace, { kind: 'dialog', chatId: 902 });
    await expect.poll(() => textIn(page, words.dialog.note)).toBe('Ask Irene about this');
  });

  test('a question that two tabs have found is parked in either, and none of them is stuck', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.text, 'Found by both');
    await expectKept(workplace, 'Found by both');
    const other = await openWithList(workplace, 'chat902');
    await beginParking(other);
    await expect.poll(() => textIn(other, park.text)).toBe('Found by both');
    await finishParking(page);
    await finishParking(other);
    expect(await excerpts(workplace)).toEqual([['Found by both', 'waiting']]);
  });

  for (const more of ['', ' in the first tab']) {
    test(`what two tabs make of one question, the first one adding “${more}”, is two questions in the end`, async ({
      workplace,
    }) => {
      const page = await openAtLimit(workplace);
      await beginParking(page);
      await typeIn(page, park.text, 'Begun');
      await expectKept(workplace, 'Begun');
      const other = await openWithList(workplace, 'chat902');
      await beginParking(other);
      await expect.poll(() => textIn(other, park.text)).toBe('Begun');
      await clickSpoken(other, 'textbox', park.text);
      await other.keyboard.press('End');
      await other.keyboard.type(' and ended in the second');
      await finishParking(other);
      if (more) await page.keyboard.type(more);
      await finishParking(page);
      expect(await excerpts(workplace)).toEqual([
        ['Begun and ended in the second', 'waiting'],
        [`Begun${more}`, 'waiting'],
      ]);
    });
  }
});

test('texts of different cards do not overwrite each other', async ({ workplace }) => {
  const page = await openAtLimit(workplace);
  await newDialogButton(page).click();
  await clickSpoken(page, 'button', new RegExp(`^${words.guard.ways.openRequest.title}`));
  await typeIn(page, words.ask.question, 'A question for a new dialog');
  await clickSpoken(page, 'button', words.shell.back);
  await expectCard(page, FULL);
  await clickSpoken(page, 'button', new RegExp(`^${words.guard.ways.park.title}`));
  await expectCard(page, park.title);
  await page.keyboard.press('Escape');
  await beginParking(page);
  await typeIn(page, park.topic, 'Topic');
  await page.keyboard.press('Escape');

  await showCard(workplace, { kind: 'question', dialogId: 'chat902' });
  await typeIn(page, words.question.topic, 'Prepared with the form');
  await expect
    .poll(async () => (await viewOf(workplace)).drafts.map(({ title }) => title))
    .toContain('Prepared with the form');
  await until(() => findSpoken(page, null, words.shell.saving.saved), { message: 'that it is saved' });
  await clickSpoken(page, 'button', words.question.park);
  await expect.poll(() => cardTitles(page)).toEqual([]);
  const { drafts } = await viewOf(workplace);
  expect(drafts.map(({ title, excerpt, state }) => [title, excerpt.split('\n')[0], state])).toEqual([
    ['Topic', 'A question for a new dialog', 'written'],
    ['Prepared with the form', expect.stringContaining('Prepared with the form'), 'waiting'],
  ]);
});

test.describe('when the extension is updated', () => {
  test('the open card goes on with what the old one could not save, and a press is answered by the new one', async ({
    workplace,
  }) => {
    const page = await openAtLimit(workplace);
    await beginParking(page);
    await typeIn(page, park.topic, 'Before');
    await typeIn(page, park.text, 'Saved, ');
    await expectKept(workplace, 'Saved, ');
    test.skip(isFirefox, 'in Firefox a busy background cannot be ended, and its pages wait with it');
    await keepBusy(workplace, 60_000);
    await page.keyboard.insertText('and not saved.');
    await workplace.updateExtension();
    await expect
      .poll(() => textIn(page, park.text), { message: 'the new card has it all', timeout: 12_000 })
      .toBe('Saved, and not saved.');
    await expectKept(workplace, 'Saved, and not saved.');
    await expectCard(page, park.title);
    expect(await textIn(page, park.topic)).toBe('Before');
    await expect(page.locator('latchdesk-cards')).toHaveCount(1);

    await page.keyboard.press('Escape');
    await expect.poll(() => cardTitles(page)).toEqual([]);
    const refused: string[] = [];
    page.on('console', (message) => /was not answered/.test(message.text()) && refused.push(message.text()));
    await newDialogButton(page).focus();
    await page.keyboard.press('Enter');
    await expectCard(page, FULL);
    await clickSpoken(page, 'button', new RegExp(`^${words.guard.ways.park.title}`));
    await expect.poll(() => textIn(page, park.text)).toBe('Saved, and not saved.');
    await finishParking(page);
    expect(refused).toEqual([]);
    expect(await excerpts(workplace)).toEqual([['Saved, and not saved.', 'waiting']]);
  });

  test('a card that cannot save says so and offers to copy, and stays until its text is copied', async ({
    workplace,
  }) => {
    test.skip(
      isFirefox,
      'Firefox ends the scripts of an extension that is switched off: its card says nothing any more',
    );
    test.slow();
    const director = workplace.director();
    director.reset(FULL_UNSEEN);
    const page = await openWithList(workplace);
    await beginParking(page);
    await workplace.setEnabled(false);
    await typeIn(page, park.text, 'Nobody is left to keep this');
    await until(() => findSpoken(page, null, words.shell.saving.notSaved), { message: 'that it is not saved' });

    await workplace.setEnabled(true);
    await workplace.updateExtension();
    // The new version is there: its chip follows what happens.
    director.closeDialog({ dialogId: 'chat904' });
    await expectChip(page, '4/5');
    await expect(page.locator('latchdesk-cards')).toHaveCount(2);
    expect(await textIn(page, park.text)).toBe('Nobody is left to keep this');
    await workplace.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.bringToFront();
    await clickSpoken(page, 'button', words.shell.copy);

    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('Nobody is left to keep this');
  });

  test('one that was switched off stands in nobody’s way', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(4) });
    const page = await openWithList(workplace);
    await workplace.setEnabled(false);
    await newDialogButton(page).click();
    await expect.poll(() => creations(director)).toBe(1);
    expect(await cardTitles(page)).toEqual([]);
  });
});

test.describe('when the browser is started again', () => {
  test('a question that waits is offered once a slot is free, and one whose slot became free meanwhile at once', async ({
    workplace,
  }) => {
    const director = workplace.director();
    await parkQuestion(await openAtLimit(workplace), 'Over night', 'Still wanted');
    await workplace.restart();
    const page = await openWithList(workplace);
    await expect.poll(async () => (await viewOf(workplace)).slots.used).toBe(5);
    expect(await findSpoken(page, 'article', 'Over night')).toBe(null);
    director.closeDialog({ dialogId: 'chat905' });
    await offered(page, 'Over night');

    director.openDialog({ title: 'Full again' });
    await expect.poll(() => findSpoken(page, 'article', 'Over night')).toBe(null);
    await workplace.stop();
    director.setLimit(9);
    await workplace.start();
    await offered(await openWithList(workplace), 'Over night');
    expect(await excerpts(workplace)).toEqual([['Still wanted', 'offered']]);
  });
});

test.describe('when the portal changes things meanwhile', () => {
  test('a new name is in the open card, and what was typed there stays', async ({ workplace }) => {
    const director = workplace.director();
    const page = await openAtLimit(workplace);
    await showCard(workplace, { kind: 'dialog', chatId: 902 });
    await typeIn(page, words.dialog.note, 'Half a no');
    director.rename({ dialogId: 'chat902', title: 'Renamed elsewhere' });
    await until(() => findSpoken(page, 'heading', 'Renamed elsewhere'), { message: 'the new name' });
    await page.keyboard.type('te');
    expect(await textIn(page, words.dialog.note)).toBe('Half a note');
  });

  test('a new dialog that was given its name elsewhere is not asked about any more', async ({ workplace }) => {
    const director = workplace.director();
    director.reset({ dialogs: openDialogs(2) });
    const page = await openWithList(workplace);
    await newDialogButton(page).click();
    const made = await until(() => director.state().dialogs.find(({ status }) => status === 'new'));
    const isAsked = () => findSpoken(page, 'region', words.rename.title);
    await until(isAsked, { message: 'the question for a name' });
    await typeIn(page, words.rename.field, 'Never to be us');
    director.rename({ dialogId: made.dialogId, title: 'Named elsewhere' });
    await expect.poll(isAsked).toBe(null);
    await page.reload();
    await cardsReady(page);
    await expect
      .poll(async () => (await viewOf(workplace)).dialogs.map(({ title }) => title))
      .toContain('Named elsewhere');
    await workplace.fence();
    expect(await isAsked()).toBe(null);
  });

  test('a dialog that the portal lists no more takes neither its note nor its texts along', async ({ workplace }) => {
    const page = await openAtLimit(workplace);
    await showCard(workplace, { kind: 'dialog', chatId: 903 });
    await typeIn(page, words.dialog.alias, 'My own name');
    await typeIn(page, words.dialog.note, 'My note');
    await showCard(workplace, { kind: 'question', dialogId: 'chat903' });
    await typeIn(page, words.question.topic, 'For this dialog');
    await expect
      .poll(async () => (await viewOf(workplace)).drafts.map(({ title }) => title))
      .toEqual(['For this dialog']);
    const known = async () => (await viewOf(workplace)).dialogs.find(({ chatId }) => chatId === 903);
    expect(await known()).toMatchObject({ alias: 'My own name' });

    let isListed = false;
    await rewriteReadings(page, (answer) => {
      const { list } = answer.result.result;
      if (isListed) return answer;
      list.multidialogs = list.multidialogs.filter(({ chatId }: { chatId: number }) => chatId !== 903);
      delete list.chats['903'];
      return answer;
    });
    await page.reload();
    await expect.poll(known, { timeout: 12_000 }).toBe(undefined);
    await workplace.killWorker();
    await cardsReady(page);
    await showCard(workplace, { kind: 'drafts' });
    await offered(page, 'For this dialog');
    await clickSpoken(page, 'button', offer.useNamed('For this dialog'));
    await expectCard(page, 'For this dialog');
    await expect.poll(() => textIn(page, preview.text)).toContain('For this dialog');

    isListed = true;
    await page.reload();
    await expect.poll(known, { timeout: 12_000 }).toMatchObject({ alias: 'My own name' });
    await cardsReady(page);
    await showCard(workplace, { kind: 'dialog', chatId: 903 });
    expect(await textIn(page, words.dialog.note)).toBe('My note');
  });
});

test.describe('when the portal fails', () => {
  /** Shows a text for the second dialog before it goes into its field. */
  async function prepare(workplace: Workplace): Promise<Page> {
    const page = await openAtLimit(workplace);
    await showCard(workplace, { kind: 'question', dialogId: 'chat902' });
    await typeIn(page, words.question.topic, 'Must not be lost');
    await expect.poll(async () => (await viewOf(workplace)).drafts.length).toBe(1);
    return page;
  }

  for (const [what, fail] of [
    ['answers 500', (workplace: Workplace) => workplace.director().fault({ kind: '500', match: 'im.v2.Chat.load' })],
    ['has ended the session', (workplace: Workplace) => workplace.director().expireSession()],
  ] as const) {
    test(`a text for a dialog that cannot be opened, because the portal ${what}, stays in the card and is kept`, async ({
      workplace,
    }) => {
      const director = workplace.director();
      const page = await prepare(workplace);
      fail(workplace);
      await clickSpoken(page, 'button', words.question.put('Question 902'));
      await until(() => findSpoken(page, null, preview.phase.notReady), {
        message: 'what went wrong',
        timeout: 12_000,
      });
      expect(await textIn(page, preview.text)).toContain('Must not be lost');

      director.clearFaults();
      await page.goto(`${workplace.portal.origins.demo}/auth/`);
      if (await page.locator('form button').count()) await page.locator('form button').click();
      await page.goto(`${workplace.portal.origins.demo}/online/?IM_DIALOG=chat902`);
      await cardsReady(page);
      await messageField(page).waitFor();
      await showCard(workplace, { kind: 'drafts' });
      await offered(page, 'Must not be lost');
      await clickSpoken(page, 'button', offer.useNamed('Must not be lost'));
      await clickSpoken(page, 'button', preview.put);
      await until(() => findSpoken(page, null, preview.phase.placed), { message: 'in the field', timeout: 12_000 });
      await expect(messageField(page)).toHaveValue(/Must not be lost/);
    });

    test(`a name that the portal does not take, because it ${what}, is kept for oneself, and says so`, async ({
      workplace,
    }) => {
      const director = workplace.director();
      director.reset({ dialogs: openDialogs(2) });
      const page = await openWithList(workplace);
      await newDialogButton(page).click();
      const made = await until(() => director.state().dialogs.find(({ status }) => status === 'new'));
      await until(() => findSpoken(page, 'region', words.rename.title), { message: 'the question for a name' });
      await typeIn(page, words.rename.field, 'Invoices');
      if (what === 'answers 500') director.fault({ kind: '500', match: 'im.chat.updateTitle' });
      else fail(workplace);
      await clickSpoken(page, 'button', words.rename.name);
      await until(() => findSpoken(page, null, words.rename.refused), { message: 'that it was refused' });
      expect(await textIn(page, words.rename.field)).toBe('Invoices');
      expect((await viewOf(workplace)).dialogs.find(({ chatId }) => chatId === made.chatId)?.alias).toBe('Invoices');
      expect(director.state().dialogs.find(({ chatId }) => chatId === made.chatId)?.title).not.toBe('Invoices');
    });
  }
});

test.describe('two users of one portal in one browser', () => {
  const signIn = (workplace: Workplace, id: number) => {
    workplace.director().reset({ user: { id }, dialogs: openDialogs(5) });
    workplace.director().expireToken();
  };

  test('the second one sees no text, note or card of the first one, who finds them all again', async ({
    workplace,
  }) => {
    test.slow();
    const director = workplace.director();
    const page = await openAtLimit(workplace);
    await showCard(workplace, { kind: 'dialog', chatId: 902 });
    await typeIn(page, words.dialog.alias, 'Of the first user');
    await expect
      .poll(async () => (await viewOf(workplace)).dialogs.map(({ alias }) => alias))
      .toContain('Of the first user');
    await clickSpoken(page, 'button', words.shell.close);
    await parkQuestion(page, 'Parked by the first', 'Private');
    await beginParking(page);
    await typeIn(page, park.text, 'Typed by the first');
    await expectKept(workplace, 'Typed by the first');

    signIn(workplace, 2);
    await page.reload();
    await cardsReady(page);
    await openList(page);
    expect(await cardTitles(page)).toEqual([]);
    await beginParking(page);
    expect(await textIn(page, park.text)).toBe('');
    await typeIn(page, park.text, 'Typed by the second');
    await expect.poll(async () => (await viewOf(workplace, '2')).drafts.length).toBe(1);
    await page.keyboard.press('Escape');
    director.closeDialog({ dialogId: 'chat905' });
    await expect.poll(async () => (await viewOf(workplace, '2')).slots.used).toBe(4);
    await showCard(workplace, { kind: 'drafts' }, '2');
    await until(() => findSpoken(page, 'region', offer.kept(1)), { message: 'the texts of the second user' });
    const told = (await spoken(page)).map(({ name, value }) => `${name} ${value}`).join('\n');
    expect(told).toContain('Typed by the second');
    expect(told).not.toMatch(/of the first user|by the first|Private/i);

    signIn(workplace, 1);
    await page.reload();
    await expectCard(page, park.title);
    await expect.poll(() => textIn(page, park.text)).toBe('Typed by the first');
    await page.keyboard.press('Escape');
    director.closeDialog({ dialogId: 'chat905' });
    await offered(page, 'Parked by the first');
    expect((await viewOf(workplace)).dialogs.map(({ alias }) => alias)).toContain('Of the first user');
    expect((await viewOf(workplace)).drafts.map(({ excerpt }) => excerpt)).toEqual(['Private', 'Typed by the first']);
  });

  test('a card that the second one asks for is not shown in the page that the first one left open', async ({
    workplace,
  }) => {
    const old = await openAtLimit(workplace);
    await parkQuestion(old, 'Parked by the first', 'Private');
    signIn(workplace, 2);
    const page = await openWithList(workplace);
    await parkQuestion(page, 'Parked by the second', 'Public');
    await old.bringToFront();
    await showCard(workplace, { kind: 'drafts' }, '2');
    await offered(page, 'Parked by the second');
    expect(await findSpoken(old, 'article', 'Parked by the first')).toBe(null);
  });
});
