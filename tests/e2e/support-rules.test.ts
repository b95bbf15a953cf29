/** The rules of support dialogs, S1 to S11, each met in the product, on a Russian and on an English portal. */
import type { Page } from '@playwright/test';
import { closeRequest, openRequest } from '../../domain/templates.ts';
import {
  cardText,
  chatTitle,
  choose,
  creations,
  dialogOf,
  expectCard,
  expectCardsReady,
  expectField,
  expectHint,
  expectNoCard,
  field,
  hintText,
  isChosen,
  newDialogButton,
  openDialogs,
  openList,
  openMessenger,
  picture,
  press,
  pressNewDialog,
  sendings,
  stage,
  TONGUES,
  type Tongue,
  type,
  writtenIn,
} from './cards.ts';
import { allText, clickSpoken, expect, expectChip, expectNoChip, findSpoken, openPanel, test } from './fixture.ts';
import type { Workplace } from './workplace.ts';

/** The messenger with the portal's list of dialogs beside the main chat. */
async function openListOf(workplace: Workplace, tongue: Tongue): Promise<Page> {
  const page = await openMessenger(workplace, tongue, tongue.main);
  await openList(page);
  return page;
}

const ISO = (daysAgo: number) => new Date(Date.now() - daysAgo * 86_400_000).toISOString();

for (const tongue of TONGUES) {
  const { language, place, host, main, text, cards } = tongue;
  test.describe(`in ${language}`, () => {
    test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

    test.describe('S1: one dialog settles one question', () => {
      test('the first new dialog comes with the reason, and once understood it is never told again', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openListOf(workplace, tongue);
        const openAnother = async (count: number) => {
          await pressNewDialog(page);
          await expectCard(page, cards.rename.title);
          expect(creations(director)).toBe(count);
        };
        await openAnother(1);
        await expectHint(page, cards.hint.oneQuestion);
        await picture(page, info, 'S1-hint', tongue);
        await press(page, cards.hint.dismiss.oneQuestion);
        await expect.poll(() => hintText(page)).toBe('');

        await press(page, cards.rename.later);
        await openAnother(2);
        expect(await hintText(page)).toBe('');

        await page.reload();
        await expectCardsReady(page);
        await openList(page);
        await openAnother(3);
        expect(await hintText(page)).toBe('');
      });

      test('the card of the last free place says it, too, and opens the dialog when it is told to', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(4) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await expectCard(page, cards.guard.near, cards.guard.nearWhat, cards.guard.oneQuestion);
        await picture(page, info, 'S1-near', tongue);
        expect(creations(director)).toBe(0);
        await press(page, cards.guard.openNew);
        await expectCard(page, cards.rename.title);
        expect(creations(director)).toBe(1);
      });

      test('a second question in a dialog that has one is noticed beside the field, and may wait', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openMessenger(workplace, tongue, 'chat901');
        const second =
          language === 'ru' ? 'И ещё один вопрос: как выгрузить отчёт?' : 'One more question: how to export a report?';
        await field(page).pressSequentially(second);
        await expectCard(page, cards.composer.titleTopic, cards.composer.secondTopic);
        await picture(page, info, 'S1-second-topic', tongue);
        await expect(field(page)).toBeFocused();
        await press(page, cards.composer.parkTopic);
        await expectHint(page, cards.hint.parked);
        await expect(field(page)).toHaveValue(second);
        expect(sendings(director)).toBe(0);
      });
    });

    test.describe('S2: only an administrator or an integrator can write to support', () => {
      test('an employee meets neither chip nor card, and the portal’s button is the portal’s', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(5), user: { role: 'employee' } });
        const page = await workplace.open(`/online/?IM_DIALOG=${main}`, place);
        await expectNoChip(workplace, page, 'notAdministrator');
        await openList(page);
        await pressNewDialog(page);
        director.setLimit(7);
        await expect(newDialogButton(page)).not.toHaveClass(/--disabled/);
        await pressNewDialog(page);
        await expect.poll(() => creations(director)).toBe(1);
        expect(await page.locator('latchdesk-cards, latchdesk-overlay').count()).toBe(0);
        await picture(page, info, 'S2-employee', tongue);

        const popup = await workplace.openPopup();
        await expect.poll(() => allText(popup)).toContain(text.unsupported.notAdministrator.what);
        await picture(popup, info, 'S2-popup', tongue);
      });

      test('on a portal without support there is neither chip nor card, and the popup says why', async ({
        workplace,
      }) => {
        stage(workplace, tongue, { supportBot: false });
        const page = await workplace.open('/online/', place);
        await expectNoChip(workplace, page, 'noSupportBot');
        expect(await page.locator('latchdesk-cards').count()).toBe(0);
        const popup = await workplace.openPopup();
        await expect.poll(() => allText(popup)).toContain(text.unsupported.noSupportBot.what);
      });
    });

    test.describe('S3: a new dialog is opened in support chat, sidebar, all chats', () => {
      test('the panel leads there; the portal’s own button has the focus and waits to be pressed', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await workplace.open('/stream/', place);
        await expectChip(page, '2/5');
        await openPanel(page);
        await press(page, text.panel.newDialog);
        await expectHint(page, cards.hint.pressOpenNew);
        await expect(newDialogButton(page)).toBeFocused();
        await picture(page, info, 'S3-panel', tongue);
        expect(creations(director)).toBe(0);
        await page.keyboard.press('Enter');
        await expectCard(page, cards.rename.title);
        expect(creations(director)).toBe(1);
      });

      test('so does the popup, in the tab of the portal', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await workplace.open('/stream/', place);
        await expectChip(page, '2/5');
        const popup = await workplace.openPopup();
        await press(popup, tongue.popup.newDialogNamed(host));
        await expectHint(page, cards.hint.pressOpenNew);
        await expect(newDialogButton(page)).toBeFocused();
        await picture(page, info, 'S3-popup', tongue);
        expect(creations(director)).toBe(0);
        await pressNewDialog(page);
        await expectCard(page, cards.rename.title);
        expect(creations(director)).toBe(1);
      });

      test('without a tab of the portal one is opened, and at the limit the card comes first', async ({
        workplace,
      }) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(5) });
        const page = await workplace.open('/stream/', place);
        await expectChip(page, '5/5');
        const popup = await workplace.openPopup();
        await page.close();
        const opened = workplace.context.waitForEvent('page');
        await press(popup, tongue.popup.newDialogNamed(host));
        const later = await opened;
        await expectCard(later, text.slots.full(5), cards.guard.fullWhat);
        expect(later.url()).toContain('/online/');
        expect(creations(director)).toBe(0);
      });
    });

    test.describe('S4: the list has all dialogs, active and resolved', () => {
      test('the panel lists both, and the search finds what was resolved long ago', async ({ workplace }, info) => {
        const old = language === 'ru' ? 'Права доступа к отделу продаж' : 'Access rights of the sales team';
        stage(workplace, tongue, {
          dialogs: [
            ...openDialogs(2),
            { id: 950, title: 'Created', status: 'new' },
            { id: 960, title: 'Resolved', status: 'close', date: ISO(1) },
            { id: 970, title: old, status: 'close', date: ISO(700) },
          ],
          many: 70,
        });
        const page = await workplace.open('/stream/', place);
        await expectChip(page, '2/5');
        await openPanel(page);
        const said = await allText(page);
        for (const name of ['Question 901', 'Question 902', 'Created']) expect(said).toContain(name);
        expect(said).not.toContain('Resolved');
        await clickSpoken(page, 'button', new RegExp(`^${text.dialogs.closed(66)}`));
        await expect.poll(() => allText(page)).toContain('Resolved');
        expect(await allText(page)).not.toContain(old);

        await clickSpoken(page, 'textbox', text.search.label);
        await page.keyboard.type(old.split(' ').slice(-2).join(' '));
        await expect.poll(() => allText(page)).toContain(text.search.found(1));
        await picture(page, info, 'S4-search', tongue);
        await clickSpoken(page, 'button', new RegExp(`^${old}`));
        await expect(chatTitle(page)).toHaveText(old);
      });
    });

    test.describe('S5: what is unread shows in the list and in the total', () => {
      test('per dialog and in all, with the number itself where the portal stops at 99', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, {
          dialogs: [
            { id: 901, title: 'Noisy', status: 'open', unread: 128 },
            { id: 902, title: 'Quiet', status: 'open', unread: 3 },
            { id: 903, title: 'Read', status: 'open' },
          ],
        });
        const page = await workplace.open('/online/', place);
        await expectChip(page, '3/5', text.dialogs.unreadTotal(2, 131));
        await openPanel(page);
        const row = async (name: string) => (await findSpoken(page, 'button', new RegExp(`^${name}`)))?.name;
        expect(await row('Noisy')).toContain(text.dialogs.unread(128));
        expect(await row('Quiet')).toContain(text.dialogs.unread(3));
        expect(await row('Read')).not.toMatch(/\d+ (непрочит|unread)/);
        const said = await allText(page);
        expect(said).toContain(text.dialogs.unreadTotal(2, 131));
        const portals = page.locator('.bx-im-list-recent-item__wrap[data-id="chat901"]');
        await expect(portals).toContainText('99+');
        await picture(page, info, 'S5-unread', tongue);
        director.reply({ dialogId: 'chat901' });
        await expect.poll(() => row('Noisy')).toContain(text.dialogs.unread(129));
        await expectChip(page, '3/5', text.dialogs.unreadTotal(2, 132));
      });
    });

    test.describe('S6: the title is only a number until it is renamed', () => {
      const name = language === 'ru' ? 'Почта не приходит' : 'Mail does not arrive';

      test('the nudge renames it through the portal and believes only the portal’s event', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await press(page, cards.hint.dismiss.oneQuestion);
        await expect(chatTitle(page)).toHaveText(language === 'ru' ? /^Вопрос в поддержку/ : /^Helpdesk request/);
        const title = (await chatTitle(page).textContent()) ?? '';
        await expectCard(page, cards.rename.title, cards.rename.why(title));
        await picture(page, info, 'S6-nudge', tongue);
        await type(page, cards.rename.field, name);
        await press(page, cards.rename.name);
        await expectHint(page, cards.hint.renamed);
        await expect(chatTitle(page)).toHaveText(name);
        expect(director.state().dialogs.filter(({ title }) => title === name)).toHaveLength(1);
        await picture(page, info, 'S6-renamed', tongue);
      });

      test('a name that the portal keeps to itself stays as a name for the user alone', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2), takesRenames: false });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await press(page, cards.hint.dismiss.oneQuestion);
        await expectCard(page, cards.rename.title);
        await type(page, cards.rename.field, name);
        await press(page, cards.rename.name);
        await expectCard(page, cards.rename.title, cards.rename.refused);
        await picture(page, info, 'S6-refused', tongue);
        const titles = director.state().dialogs.map(({ title }) => title);
        expect(titles).not.toContain(name);
        await press(page, cards.rename.later);
        await openPanel(page);
        await expect.poll(async () => (await findSpoken(page, 'button', new RegExp(`^${name}`)))?.name).toBeTruthy();
        await picture(page, info, 'S6-alias', tongue);
      });

      test('while nothing is free the portal is not asked: it would take the news of the renaming for a message', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(4) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await press(page, cards.guard.openNew);
        await expectCard(page, cards.rename.title);
        director.openDialog({ title: 'Meanwhile' });
        await expectCard(page, cards.rename.title, cards.rename.risky);
        expect(await cardText(page, cards.rename.title)).not.toContain(`\n${cards.rename.name}\n`);
        await type(page, cards.rename.field, name);
        await picture(page, info, 'S6-risky', tongue);
        await press(page, cards.rename.alias);
        await openPanel(page);
        await expect.poll(async () => (await findSpoken(page, 'button', new RegExp(`^${name}`)))?.name).toBeTruthy();
        expect(director.state().dialogs.map(({ title }) => title)).not.toContain(name);
      });

      test('the topic of a question that waited is the name that is proposed', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(5) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await press(page, new RegExp(`^${cards.guard.ways.park.title}`));
        await expectCard(page, cards.park.title, cards.park.what);
        await type(page, cards.park.topic, name);
        await type(page, cards.park.text, 'Since Monday.');
        await picture(page, info, 'S6-parking', tongue);
        await press(page, cards.park.park);
        await expectCard(page, cards.park.parked, cards.park.parkedWhat, cards.park.waiting(1));
        await picture(page, info, 'S6-parked', tongue);
        await press(page, cards.park.done);

        director.closeDialog({ dialogId: 'chat903' });
        await expectCard(page, cards.offer.title(1), cards.offer.what, name);
        await picture(page, info, 'S6-offer', tongue);
        await press(page, cards.offer.useNamed(name));
        await expectCard(page, cards.guard.near);
        await press(page, cards.guard.openNew);
        await expectCard(page, name, 'Since Monday.', cards.draft.put);
        await picture(page, info, 'S6-draft', tongue);
        await press(page, cards.shell.close);
        await expectCard(page, cards.rename.title);
        expect(await writtenIn(page, cards.rename.field)).toBe(name);
        await press(page, cards.rename.name);
        await expect(chatTitle(page)).toHaveText(name);
      });
    });

    test.describe('S7 and S8: the main chat is where technical support turns to', () => {
      test('it is in the list under its name, and holds a place while it is open', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2), mainChat: { status: 'open', unread: 2 } });
        const page = await workplace.open('/stream/', place);
        await expectChip(page, '3/5');
        await openPanel(page);
        const title = dialogOf(director, main).title;
        const row = await findSpoken(page, 'button', new RegExp(`^${title}.*${text.dialogs.mainChat}`));
        expect(row?.name).toContain(text.dialogs.unread(2));
        await picture(page, info, 'S8-main-chat', tongue);
        await clickSpoken(page, 'button', row?.name ?? '');
        await expect(chatTitle(page)).toHaveText(title);
        director.closeDialog({ dialogId: main });
        await expectChip(page, '2/5');
      });
    });

    test.describe('S9: so many dialogs may be open as the portal says', () => {
      /** Presses the portal's button, reads the card, takes a picture and closes it. */
      const reads = async (
        page: Page,
        info: Parameters<typeof picture>[1],
        shot: string,
        title: string,
        ...said: string[]
      ) => {
        await pressNewDialog(page);
        await expectCard(page, title, ...said);
        await picture(page, info, shot, tongue);
        await page.keyboard.press('Escape');
        await expectNoCard(page, title);
      };

      test('5, 3, a single one, none at all, more than the limit: each has words of its own', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(3), limit: 3 });
        const page = await openListOf(workplace, tongue);
        const { guard } = cards;
        await expectChip(page, '3/3', text.slots.full(3));
        await reads(page, info, 'S9-3-of-3', text.slots.full(3), guard.fullGrey);

        director.setLimit(1);
        await expectChip(page, text.chip.single, text.slots.single);
        await reads(page, info, 'S9-single', text.slots.single, guard.single);

        director.setLimit(-1);
        await expectChip(page, text.chip.off, text.slots.switchedOff);
        await reads(page, info, 'S9-off', text.slots.switchedOff, guard.off);

        director.openDialog({ title: 'Fourth' });
        director.openDialog({ title: 'Fifth' });
        director.setLimit(5);
        await expectChip(page, '5/5', text.slots.full(5));
        await reads(page, info, 'S9-5-of-5', text.slots.full(5), guard.fullGrey);

        director.openDialog({ title: 'Sixth' });
        await expectChip(page, '6/5', text.slots.over(6, 5));
        await reads(page, info, 'S9-6-of-5', guard.over(6, 5), guard.overWhy, guard.fullGrey);
        expect(creations(director)).toBe(0);
      });

      test('without a limit nothing is stopped, and the portal’s grey button is explained', async ({
        workplace,
      }, info) => {
        stage(workplace, tongue, { dialogs: openDialogs(7), limit: 0 });
        const page = await openListOf(workplace, tongue);
        await expectChip(page, '∞ 7', text.slots.unlimited(7));
        await pressNewDialog(page);
        await expectHint(page, cards.hint.greyUnlimited);
        await picture(page, info, 'S9-unlimited', tongue);
        expect(await cardText(page, text.slots.full(7))).toBe('');
      });

      test('a limit that changes while the card is open changes the card', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(5) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await expectCard(page, text.slots.full(5));
        director.setLimit(-1);
        await expectCard(page, text.slots.switchedOff, cards.guard.off);
        director.setLimit(5);
        await expectCard(page, text.slots.full(5));
        director.setLimit(8);
        await expectCard(page, cards.guard.freed, cards.guard.freedWhat);
        await expect(newDialogButton(page)).not.toHaveClass(/--disabled/);
        expect(await cardText(page, cards.guard.freed)).not.toContain(cards.guard.greyProceed);
        await picture(page, info, 'S9-freed', tongue);
        expect(creations(director)).toBe(0);
        await press(page, cards.guard.openNew);
        await expectCard(page, cards.rename.title);
        expect(creations(director)).toBe(1);
      });

      test('nobody is locked out: with a reason the press goes on to the portal, which may not react', async ({
        workplace,
      }, info) => {
        stage(workplace, tongue, { dialogs: openDialogs(5) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await expectCard(page, text.slots.full(5), cards.guard.greyAnyway);
        await press(page, cards.guard.continueAnyway);
        await expectCard(page, cards.override.title, cards.override.what, cards.override.reasonHint);
        await picture(page, info, 'S9-override', tongue);
        await type(page, cards.override.reason, 'Urgent');
        await press(page, cards.override.go);
        await expectHint(page, cards.hint.greyFull);
        await picture(page, info, 'S9-grey', tongue);
      });
    });

    test.describe('S10: at the limit, support is asked to close what is resolved', () => {
      test('one press prepares the message in the dialog itself, and nothing is sent', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(5) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await press(page, new RegExp(`^${cards.guard.ways.closeRequest.title}`));
        await expectCard(page, cards.close.title, cards.close.what, cards.close.noneChosen);
        await choose(page, 'checkbox', /^Question 902/);
        expect(await isChosen(page, 'checkbox', /^Question 902/)).toBe(true);
        const draft = closeRequest(language, 'Question 902');
        await expectCard(page, cards.close.title, draft);
        await picture(page, info, 'S10-close', tongue);
        await press(page, cards.close.place('Question 902'));
        await expectCard(page, cards.close.title, cards.close.placed, cards.close.allPlaced);
        await expect(chatTitle(page)).toHaveText('Question 902');
        await expectField(page, draft);
        await picture(page, info, 'S10-placed', tongue);
        expect(sendings(director)).toBe(0);
      });
    });

    test.describe('S11: with all of them needed, support is asked to open the new one', () => {
      test('the question goes into a request in an open dialog, and nothing is sent', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(5) });
        const page = await openListOf(workplace, tongue);
        await pressNewDialog(page);
        await press(page, new RegExp(`^${cards.guard.ways.openRequest.title}`));
        await expectCard(page, cards.ask.title, cards.ask.what, cards.shell.onlyPlaced);
        await choose(page, 'radio', /^Question 903/);
        const question = language === 'ru' ? 'Не приходят письма' : 'Mail does not arrive';
        await type(page, cards.ask.question, question);
        const [greeting = ''] = openRequest(language, question, []).split(':');
        await expectCard(page, cards.ask.title, `${greeting.split('.')[0]}`, question);
        const request = (await writtenIn(page, cards.ask.message)) ?? '';
        for (const { title } of openDialogs(5)) expect(request).toContain(title);
        expect(request).toMatch(new RegExp(`${question}$`));
        await picture(page, info, 'S11-ask', tongue);
        await press(page, cards.close.place('Question 903'));
        await expectCard(page, cards.ask.title, cards.close.placed);
        await expect(chatTitle(page)).toHaveText('Question 903');
        await expectField(page, request);
        await picture(page, info, 'S11-placed', tongue);
        expect(sendings(director)).toBe(0);
      });
    });
  });
}
