/** Five dialogs are open and a sixth is wanted: each way out of it, driven to its end. */
import type { Page } from '@playwright/test';
import type { JournalEntry } from '../../domain/journal.ts';
import { closeRequest, openRequest } from '../../domain/templates.ts';
import type { PortalView } from '../../domain/view.ts';
import { placeOf } from '../../scripts/lib/surface.mjs';
import {
  cardText,
  chatTitle,
  choose,
  creations,
  dialogOf,
  EN,
  expectCard,
  expectField,
  expectHint,
  expectNoCard,
  field,
  hasCard,
  isChosen,
  newDialogButton,
  openDialogs,
  openList,
  openMessenger,
  press,
  pressNewDialog,
  RU,
  sendings,
  sentTo,
  stage,
  type Tongue,
  type,
  writtenIn,
} from './cards.ts';
import { clickSpoken, expect, expectChip, findSpoken, openPanel, test, until } from './fixture.ts';
import type { Workplace } from './workplace.ts';

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();

/** The card that says that nothing is free, in the messenger with the portal's list. */
async function openFullCard(workplace: Workplace, tongue: Tongue, what = tongue.cards.guard.fullGrey): Promise<Page> {
  const page = await openMessenger(workplace, tongue, tongue.main);
  await openList(page);
  await pressNewDialog(page);
  await expectCard(page, tongue.text.slots.full(5), what);
  return page;
}

/** Parks a question while every place is taken. */
async function park(page: Page, { cards }: Tongue, topic: string, question: string): Promise<void> {
  await press(page, new RegExp(`^${cards.guard.ways.park.title}`));
  await type(page, cards.park.topic, topic);
  await type(page, cards.park.text, question);
  await press(page, cards.park.park);
  await expectCard(page, cards.park.parked);
  await press(page, cards.park.done);
}

const viewOf = async (workplace: Workplace, { host }: Tongue): Promise<PortalView> => {
  const view = (await workplace.views()).find((each) => each.host.split(':')[0] === host);
  if (!view) throw new Error(`${host} is not known`);
  return view;
};

const journalOf = async (workplace: Workplace, tongue: Tongue): Promise<JournalEntry[]> => {
  const { key } = await viewOf(workplace, tongue);
  return workplace.say({ type: 'journal.wanted', key, from: 0, until: Date.now() + 60_000 });
};

test('support closes what it was asked to close, in each dialog’s own language, and the sixth is opened and named', async ({
  workplace,
}) => {
  const { text, cards } = RU;
  const director = stage(workplace, RU, {
    dialogs: [
      { id: 901, title: 'Не звонит телефония', status: 'open', date: daysAgo(12) },
      { id: 902, title: 'Helpdesk request - #12', status: 'open' },
      ...openDialogs(5).slice(2),
    ],
  });
  const page = await openFullCard(workplace, RU);
  await press(page, new RegExp(`^${cards.guard.ways.closeRequest.title}`));
  await expectCard(page, cards.close.title, cards.guard.looksFinished);
  // What was answered long ago is proposed, the rest is the user's choice.
  expect(await isChosen(page, 'checkbox', /^Не звонит телефония/)).toBe(true);
  expect(await isChosen(page, 'checkbox', /^Question 903/)).toBe(false);
  await choose(page, 'checkbox', /^Helpdesk request - #12/);

  const inRussian = closeRequest('ru', 'Не звонит телефония');
  const inEnglish = closeRequest('en', 'Helpdesk request - #12');
  const lastWordMine = cards.words.finishFor.lastWordMine(cards.duration(60_000));
  await press(page, cards.close.place('Не звонит телефония'));
  await expectCard(page, cards.close.title, cards.close.placed, cards.close.place('Helpdesk request - #12'));
  await expect(chatTitle(page)).toHaveText('Не звонит телефония');
  await expectField(page, inRussian);
  expect(sendings(director)).toBe(0);
  await field(page).press('Enter');
  await expect.poll(() => sentTo(director, 'chat901')).toContain(inRussian);
  // Now the last word is the user's, and the dialog stays picked.
  await expectCard(page, cards.close.title, new RegExp(`^Не звонит телефония ${lastWordMine}`, 'm'));
  expect(await isChosen(page, 'checkbox', /^Не звонит телефония/)).toBe(true);

  await press(page, cards.close.place('Helpdesk request - #12'));
  await expectCard(page, cards.close.title, cards.close.allPlaced);
  await expect(chatTitle(page)).toHaveText('Helpdesk request - #12');
  await expectField(page, inEnglish);
  await field(page).press('Enter');
  await expect.poll(() => sentTo(director, 'chat902')).toContain(inEnglish);
  expect(sendings(director)).toBe(2);

  director.closeDialog({ dialogId: 'chat901' });
  director.closeDialog({ dialogId: 'chat902', text: 'Closed. Have a nice day!' });
  await expectChip(page, '3/5');
  await expectCard(page, cards.close.title, cards.guard.freedMeanwhile);
  await press(page, cards.shell.back);
  await expectCard(page, cards.guard.freed, text.slots.roomy(3, 5));
  await press(page, cards.guard.openNew);
  await expectCard(page, cards.rename.title);
  expect(creations(director)).toBe(1);
  await type(page, cards.rename.field, 'Шестой вопрос');
  await press(page, cards.rename.name);
  await expect(chatTitle(page)).toHaveText('Шестой вопрос');
  await expectHint(page, cards.hint.renamed);
  expect(director.state().dialogs.find(({ title }) => title === 'Шестой вопрос')?.status).toBe('new');
});

test('support opens the sixth itself, past the limit, when it is asked in a dialog that is open', async ({
  workplace,
}) => {
  const { text, cards } = EN;
  const director = stage(workplace, EN, { dialogs: openDialogs(4), mainChat: { status: 'open' } });
  // The page takes its main chat for a closed one: its button is not grey.
  const page = await openFullCard(workplace, EN, cards.guard.fullWhat);
  await press(page, new RegExp(`^${cards.guard.ways.openRequest.title}`));
  await expectCard(page, cards.ask.title);
  // The main chat is proposed: it is about no question in particular.
  const main = dialogOf(director, EN.main).title;
  expect(await isChosen(page, 'radio', new RegExp(`^${main}`))).toBe(true);
  await type(page, cards.ask.question, 'Mail does not arrive since Monday.');
  await press(page, cards.close.place(main));
  await expectCard(page, cards.ask.title, cards.close.placed);
  const request = (await writtenIn(page, cards.ask.message)) ?? '';
  expect(request).toBe(
    openRequest('en', 'Mail does not arrive since Monday.', [
      'Question 904',
      'Question 903',
      'Question 902',
      'Question 901',
      main,
    ]),
  );
  await expectField(page, request);
  expect(sendings(director)).toBe(0);
  await press(page, cards.park.done);
  await field(page).press('Enter');
  await expect.poll(() => sentTo(director, EN.main)).toContain(request);

  const sixth = director.openDialog({ status: 'open' });
  director.reply({ dialogId: sixth.dialogId, text: 'Here is your new dialog.' });
  await expectChip(page, '6/5', text.slots.over(6, 5));
  expect(creations(director)).toBe(0);
  const { title } = dialogOf(director, sixth.dialogId);
  await openPanel(page);
  await clickSpoken(page, 'button', new RegExp(`^${title}`));
  await expectCard(page, cards.rename.title, cards.rename.why(title));
  await type(page, cards.rename.field, 'Mail since Monday');
  await press(page, cards.rename.name);
  await expect(chatTitle(page)).toHaveText('Mail since Monday');
  await expectHint(page, cards.hint.renamed);
  // The sixth holds a place like any other: what is written there arrives.
  await field(page).fill('It is about the newsletter.');
  await field(page).press('Enter');
  await expect.poll(() => sentTo(director, sixth.dialogId)).toContain('It is about the newsletter.');
  const params = dialogOf(director, sixth.dialogId).messages.at(-1)?.params;
  expect(params).toEqual({});
});

test('the question waits until a place is free, and then only its text is put into the new dialog’s field', async ({
  workplace,
}) => {
  const { cards } = RU;
  const director = stage(workplace, RU, { dialogs: openDialogs(5) });
  const page = await openFullCard(workplace, RU);
  await park(page, RU, 'Почта не приходит', 'С понедельника письма из CRM не доходят до клиентов.');

  director.closeDialog({ dialogId: 'chat902' });
  await expectCard(page, cards.offer.title(1), 'Почта не приходит', 'С понедельника письма из CRM');
  await press(page, cards.offer.useNamed('Почта не приходит'));
  await expectCard(page, cards.guard.near);
  expect(creations(director)).toBe(0);
  await press(page, cards.guard.openNew);
  await expectCard(page, 'Почта не приходит', cards.draft.put);
  expect(creations(director)).toBe(1);
  const dialogId = director.state().dialogs.find(({ status }) => status === 'new')?.dialogId ?? '';
  await expectField(page, '');
  await press(page, cards.draft.put);
  await expectCard(page, 'Почта не приходит', cards.draft.phase.placed);
  await expectField(page, 'С понедельника письма из CRM не доходят до клиентов.');
  await press(page, cards.shell.close);

  await expectCard(page, cards.rename.title);
  expect(await writtenIn(page, cards.rename.field)).toBe('Почта не приходит');
  await press(page, cards.rename.name);
  await expect(chatTitle(page)).toHaveText('Почта не приходит');
  await expectField(page, 'С понедельника письма из CRM не доходят до клиентов.');
  expect(sendings(director)).toBe(0);

  expect((await viewOf(workplace, RU)).drafts).toEqual([]);
  const told = (await journalOf(workplace, RU)).flatMap((entry) => ('draftId' in entry ? [entry.kind] : []));
  expect(told).toEqual(['draft.parked', 'draft.offered', 'draft.used']);
  await field(page).press('Enter');
  await expect.poll(() => sentTo(director, dialogId)).toHaveLength(1);
  expect(dialogOf(director, dialogId).messages.at(-1)?.params).toEqual({});
});

test('a question that waits is found in the panel of any page, beside the portal’s own bar, and used from there', async ({
  workplace,
}) => {
  const { text, cards } = EN;
  const director = stage(workplace, EN, { dialogs: openDialogs(5) });
  const messenger = await openFullCard(workplace, EN);
  await park(messenger, EN, 'Mail', 'Mail does not arrive.');
  const page = await workplace.open('/stream/', EN.place);
  await expectChip(page, '5/5');
  director.setLimit(9);
  await expectChip(page, '5/9');
  await openPanel(page);
  await press(page, text.parked.look);
  await expectCard(page, cards.offer.title(1), 'Mail does not arrive.');
  const card = await until(() => findSpoken(page, 'region', cards.offer.title(1)));
  const { x, width } = await placeOf(page, card);
  const bar = await page.locator('#bx-im-external-recent-list').boundingBox();
  expect(x + width / 2).toBeLessThan(bar?.x ?? 0);

  await press(page, cards.offer.useNamed('Mail'));
  await expectHint(page, cards.hint.pressOpenNew);
  await expect(newDialogButton(page)).toBeFocused();
  expect(creations(director)).toBe(0);
  await page.keyboard.press('Enter');
  await expectCard(page, 'Mail', 'Mail does not arrive.');
  await press(page, cards.draft.put);
  await expectField(page, 'Mail does not arrive.');
  expect(sendings(director)).toBe(0);
});

test('a question that waited goes into the dialog opened for it, not into one opened just before', async ({
  workplace,
}) => {
  const { text, cards } = RU;
  const director = stage(workplace, RU, { dialogs: openDialogs(5) });
  const page = await openFullCard(workplace, RU);
  await park(page, RU, 'Почта', 'Не приходит почта.');
  director.closeDialog({ dialogId: 'chat903' });
  await expectCard(page, cards.offer.title(1));

  await pressNewDialog(page);
  await press(page, cards.guard.openNew);
  await expectCard(page, cards.rename.title);
  const first = (await chatTitle(page).textContent()) ?? '';
  await press(page, cards.rename.later);
  await press(page, cards.offer.useNamed('Почта'));
  await expectCard(page, cards.guard.near);
  // Something else happens on the portal while the card is read.
  director.reply({ dialogId: 'chat901' });
  await expectChip(page, '4/5', text.dialogs.unreadTotal(1, 1));
  await press(page, cards.guard.openNew);
  await expect(chatTitle(page)).not.toHaveText(first);
  const second = (await chatTitle(page).textContent()) ?? '';
  await expectCard(page, 'Почта', cards.draft.forDialog(second));
  await press(page, cards.draft.put);
  await expectField(page, 'Не приходит почта.');
  await expect(chatTitle(page)).toHaveText(second);
});

test('a question that waits is offered after the browser was restarted, too', async ({ workplace }) => {
  const { cards } = RU;
  const director = stage(workplace, RU, { dialogs: openDialogs(5) });
  const page = await openFullCard(workplace, RU);
  await park(page, RU, 'Почта не приходит', 'С понедельника.');
  await workplace.restart();
  director.closeDialog({ dialogId: 'chat902' });
  const later = await openMessenger(workplace, RU, 'chat901');
  await expectCard(later, cards.offer.title(1), 'Почта не приходит');
});

test.describe('nobody is locked out', () => {
  test('whoever goes on needs a reason, the journal keeps it, and the portal’s grey button stays what it is', async ({
    workplace,
  }) => {
    const { cards } = EN;
    const director = stage(workplace, EN, { dialogs: openDialogs(5) });
    const page = await openFullCard(workplace, EN);
    await press(page, cards.guard.continueAnyway);
    await expectCard(page, cards.override.title, cards.guard.greyAnyway);
    // Without a reason there is no way on.
    await press(page, cards.override.go);
    expect(await hasCard(page, cards.override.title)).toBe(true);
    await type(page, cards.override.reason, 'Support told us to by telephone');
    await press(page, cards.override.go);
    await expectHint(page, cards.hint.greyFull);
    await expectNoCard(page, cards.override.title);
    expect(creations(director)).toBe(0);
    const overridden = (await journalOf(workplace, EN)).filter(({ kind }) => kind === 'guard.overridden');
    expect(overridden).toMatchObject([{ reason: 'Support told us to by telephone', used: 5, max: 5 }]);
  });

  test('where the portal’s page has miscounted and shows its button free, the press goes through once', async ({
    workplace,
  }) => {
    const { text, cards } = EN;
    // The page files the open main chat as closed and sees four of five.
    const director = stage(workplace, EN, { dialogs: openDialogs(4), mainChat: { status: 'open', duplicate: true } });
    const page = await openMessenger(workplace, EN, EN.main);
    await openList(page);
    await expect(newDialogButton(page)).not.toHaveClass(/--disabled/);
    await pressNewDialog(page);
    await expectCard(page, text.slots.full(5));
    expect(await cardText(page, text.slots.full(5))).not.toContain(cards.guard.greyAnyway);
    expect(creations(director)).toBe(0);
    await press(page, cards.guard.continueAnyway);
    await type(page, cards.override.reason, 'The page says there is room');
    await press(page, cards.override.go);
    await expect.poll(() => creations(director)).toBe(1);
    await pressNewDialog(page);
    await expectCard(page, text.slots.full(5));
    expect(creations(director)).toBe(1);
  });
});
