/** The portal's message field in a dialog with support: what would go wrong is said before it does, once. */
import type { Page } from '@playwright/test';
import { closeRequest } from '../../domain/templates.ts';
import type { DraftView } from '../../domain/view.ts';
import { cdpOf } from '../../scripts/lib/surface.mjs';
import {
  cardText,
  chatTitle,
  choose,
  dialogOf,
  expectCard,
  expectField,
  expectHint,
  expectNoCard,
  field,
  hasCard,
  openDialogs,
  openList,
  openMessenger,
  picture,
  press,
  pressNewDialog,
  RU,
  sendButton,
  sendings,
  sentTo,
  stage,
  TONGUES,
  type Tongue,
  writtenIn,
} from './cards.ts';
import { expect, expectChip, isFirefox, listenFor, openChatOnPage, test } from './fixture.ts';
import type { Workplace } from './workplace.ts';

const CREATED = { id: 950, title: 'Created', status: 'new' } as const;
const CLOSED = { id: 960, title: 'Closed', status: 'close' } as const;
const FULL = { dialogs: [...openDialogs(5), CREATED, CLOSED] };

const draftsOf = async (workplace: Workplace, { host }: Tongue): Promise<DraftView[]> =>
  (await workplace.views()).find((view) => view.host.split(':')[0] === host)?.drafts ?? [];

/** Switches to another chat of the open messenger. */
async function goTo(page: Page, dialogId: string, title: string): Promise<void> {
  await openChatOnPage(page, dialogId);
  await expect(chatTitle(page)).toHaveText(title);
  await field(page).waitFor();
}

for (const tongue of TONGUES) {
  const { language, cards } = tongue;
  const { composer } = cards;

  test.describe(`while every place is taken, in ${language}`, () => {
    test('a dialog without a place says so before a key was pressed, and leaves the field in reach', async ({
      workplace,
    }, info) => {
      const director = stage(workplace, tongue, FULL);
      const page = await openMessenger(workplace, tongue, 'chat950');
      await expectCard(page, composer.titleNoSlot, composer.noSlotNew(5));
      await picture(page, info, 'composer-new', tongue);
      await goTo(page, 'chat960', 'Closed');
      await expectCard(page, composer.titleNoSlot, composer.noSlotClosed(5));
      await picture(page, info, 'composer-closed', tongue);
      await field(page).click();
      await page.keyboard.type('Still here');
      await expect(field(page)).toHaveValue('Still here');

      // A dialog that holds a place has nothing to be warned of.
      await goTo(page, 'chat901', 'Question 901');
      await expectNoCard(page, composer.titleNoSlot);
      await goTo(page, 'chat950', 'Created');
      await expectCard(page, composer.titleNoSlot);
      director.closeDialog({ dialogId: 'chat902' });
      await expectNoCard(page, composer.titleNoSlot);
    });

    test('Enter is stopped once, and so is the send button, with the text still there', async ({ workplace }, info) => {
      const director = stage(workplace, tongue, FULL);
      const page = await openMessenger(workplace, tongue, 'chat950');
      await field(page).fill('Mail does not arrive');
      await field(page).press('Enter');
      await expectCard(page, composer.titleNoSlot, composer.stopped, composer.noSlotNew(5), composer.sendAnyway);
      await picture(page, info, 'composer-stopped', tongue);
      await expect(field(page)).toHaveValue('Mail does not arrive');
      await page.keyboard.press('Escape');
      await expect(field(page)).toBeFocused();
      await expect.poll(() => cardText(page, composer.titleNoSlot)).not.toContain(composer.stopped);

      await sendButton(page).click();
      await expectCard(page, composer.titleNoSlot, composer.stopped);
      await press(page, cards.shell.back);
      await expect(field(page)).toHaveValue('Mail does not arrive');
      expect(sendings(director)).toBe(0);
    });

    test('the text can wait for a free place', async ({ workplace }, info) => {
      const director = stage(workplace, tongue, FULL);
      const page = await openMessenger(workplace, tongue, 'chat960');
      await field(page).fill('Mail does not arrive. Since Monday.');
      await field(page).press('Enter');
      await expectCard(page, composer.titleNoSlot, composer.stopped);
      await press(page, composer.park);
      await expectHint(page, cards.hint.parked);
      await picture(page, info, 'composer-parked', tongue);
      await expect(field(page)).toHaveValue('Mail does not arrive. Since Monday.');
      expect(sendings(director)).toBe(0);
      expect(await draftsOf(workplace, tongue)).toMatchObject([
        {
          kind: 'parked',
          state: 'waiting',
          title: 'Mail does not arrive',
          excerpt: 'Mail does not arrive. Since Monday.',
        },
      ]);
      director.closeDialog({ dialogId: 'chat902' });
      await expectCard(page, cards.offer.title(1), 'Mail does not arrive');
    });

    test('what is let through passes at the next Enter; the portal refuses it silently, and the text is not lost', async ({
      workplace,
    }, info) => {
      const director = stage(workplace, tongue, FULL);
      const page = await openMessenger(workplace, tongue, 'chat950');
      const letThrough = async (text: string) => {
        await field(page).fill(text);
        await field(page).press('Enter');
        await expectCard(page, composer.titleNoSlot, composer.stopped);
        const before = sendings(director);
        await press(page, composer.sendAnyway);
        await expectHint(page, cards.hint.sendNow);
        await expect(field(page)).toBeFocused();
        expect(sendings(director)).toBe(before);
        await page.keyboard.press('Enter');
        await expect.poll(() => sentTo(director, 'chat950')).toContain(text);
        expect(sendings(director)).toBe(before + 1);
      };
      await letThrough('Mail does not arrive');
      expect(
        dialogOf(director, 'chat950').messages.find(({ text }) => text === 'Mail does not arrive')?.params,
      ).toEqual({
        IS_DELIVERED: 'N',
      });
      // In the chat it looks sent.
      await expect(page.locator('.bx-im-message-base__wrap.--self')).toContainText('Mail does not arrive');
      await expect(page.locator('.bx-im-message-base__wrap.--has-error')).toHaveCount(0);
      await expectCard(page, cards.refused.title, cards.refused.meaning, cards.refused.park, cards.refused.keep);
      expect(await writtenIn(page, cards.refused.text)).toBe('Mail does not arrive');
      await picture(page, info, 'composer-refused', tongue);
      // It is kept before anybody has answered the card.
      expect(await draftsOf(workplace, tongue)).toMatchObject([{ kind: 'refused', excerpt: 'Mail does not arrive' }]);
      await press(page, cards.refused.keep);
      await expectNoCard(page, cards.refused.title);
      await expect
        .poll(() => draftsOf(workplace, tongue))
        .toMatchObject([{ kind: 'message', dialogId: 'chat950', excerpt: 'Mail does not arrive' }]);
    });
  });
}

const { text, cards } = RU;
const { composer } = cards;

test('a refusal that nobody could foresee is told, too, with the text from the chat; it can be parked', async ({
  workplace,
}) => {
  const director = stage(workplace, RU, { dialogs: [...openDialogs(3), CREATED] });
  const page = await openMessenger(workplace, RU, 'chat950');
  await expectChip(page, '3/5');
  director.setLimit(3, { push: false });
  await field(page).fill('Не приходит почта');
  await field(page).press('Enter');
  await expectCard(page, cards.refused.title, cards.refused.meaning);
  expect(await writtenIn(page, cards.refused.text)).toBe('Не приходит почта');
  await press(page, cards.refused.park);
  await expectHint(page, cards.hint.parked);
  await expectNoCard(page, cards.refused.title);
  const [parked] = await draftsOf(workplace, RU);
  expect(parked).toMatchObject({ kind: 'parked', title: 'Не приходит почта' });
});

test('with a free place nothing is stopped, in a created dialog, a closed one, and where there is no limit', async ({
  workplace,
}) => {
  const director = stage(workplace, RU, { dialogs: [...openDialogs(4), CREATED, CLOSED] });
  const page = await openMessenger(workplace, RU, 'chat950');
  await expectChip(page, '4/5');
  for (const [dialogId, title] of [
    ['chat950', 'Created'],
    ['chat960', 'Closed'],
  ] as const) {
    await goTo(page, dialogId, title);
    await field(page).fill(`Into ${title}`);
    await field(page).press('Enter');
    await expect.poll(() => sentTo(director, dialogId)).toContain(`Into ${title}`);
    await expect(field(page)).toHaveValue('');
  }
  director.setLimit(0);
  await expectChip(page, '∞ 4');
  await field(page).fill('Without a limit');
  await sendButton(page).click();
  await expect.poll(() => sentTo(director, 'chat960')).toContain('Without a limit');
  expect(await hasCard(page, composer.titleNoSlot)).toBe(false);
});

test('“not now” puts the warning away for this dialog; a message is stopped all the same', async ({ workplace }) => {
  const director = stage(workplace, RU, FULL);
  const page = await openMessenger(workplace, RU, 'chat950');
  await expectCard(page, composer.titleNoSlot);
  await press(page, composer.dismiss);
  await expectNoCard(page, composer.titleNoSlot);
  await field(page).pressSequentially('Почта');
  director.reply({ dialogId: 'chat901' });
  await expectChip(page, '5/5', text.dialogs.unreadTotal(1, 1));
  expect(await hasCard(page, composer.titleNoSlot)).toBe(false);
  await field(page).press('Enter');
  await expectCard(page, composer.titleNoSlot, composer.stopped);
  expect(sendings(director)).toBe(0);
});

test('what could be finished is one press away from the warning', async ({ workplace }) => {
  stage(workplace, RU, FULL);
  const page = await openMessenger(workplace, RU, 'chat950');
  await press(page, composer.whichFinished);
  await expectCard(page, text.slots.full(5), cards.guard.toFinish, 'Question 901', 'Question 905');
});

test('a new line and an input method at work are never stopped', async ({ workplace }) => {
  const director = stage(workplace, RU, FULL);
  const page = await openMessenger(workplace, RU, 'chat950');
  await expectCard(page, composer.titleNoSlot);
  await field(page).fill('Первая');
  await field(page).press('Shift+Enter');
  await page.keyboard.type('вторая');
  await expect(field(page)).toHaveValue('Первая\nвторая');
  expect(await cardText(page, composer.titleNoSlot)).not.toContain(composer.stopped);

  const heard = await page.evaluateHandle(() => {
    const keys: string[] = [];
    addEventListener('keydown', (event) => keys.push(`${event.key} ${event.isComposing} ${event.defaultPrevented}`));
    return keys;
  });
  test.skip(isFirefox, 'no input method can be played in Firefox; up to here the test has passed');
  const cdp = await cdpOf(page);
  await cdp.send('Input.imeSetComposition', { text: 'にほん', selectionStart: 3, selectionEnd: 3 });
  await page.keyboard.press('Enter');
  expect(await heard.jsonValue()).toEqual(['Enter true false']);
  expect(await cardText(page, composer.titleNoSlot)).not.toContain(composer.stopped);
  await cdp.send('Input.insertText', { text: '日本' });
  await page.keyboard.press('Enter');
  await expectCard(page, composer.titleNoSlot, composer.stopped);
  expect(sendings(director)).toBe(0);
});

test.describe('secrets', () => {
  const PASSWORD = 'Логин ivanov, пароль: Zx81-kVn!2';
  const WEBHOOK = 'Вебхук https://demo.bitrix24.ru/rest/1/a1b2c3d4e5f6g7h8/crm.deal.list.json';

  for (const [kind, message, secret, excerpt] of [
    ['password', PASSWORD, 'Zx81-kVn!2', 'Zx••••'],
    ['webhook', WEBHOOK, 'a1b2c3d4e5f6g7h8', 'a1••••'],
  ] as const) {
    test(`a ${kind} stops the message once, and is shown so that nobody can read it`, async ({ workplace }, info) => {
      const director = stage(workplace, RU, { dialogs: openDialogs(2) });
      const page = await openMessenger(workplace, RU, 'chat901');
      await field(page).fill(message);
      await expectCard(page, composer.titleSecret, composer.secretBefore(cards.shell.secret[kind]));
      await field(page).press('Enter');
      const found = composer.secretFound(cards.shell.secret[kind], excerpt);
      await expectCard(page, composer.titleSecret, composer.stopped, composer.secretsWhat, found);
      await picture(page, info, `composer-${kind}`, RU);
      expect(await cardText(page, composer.titleSecret)).not.toContain(secret);
      expect(sendings(director)).toBe(0);
      await press(page, composer.backToText);
      await expect(field(page)).toBeFocused();
      await expect(field(page)).toHaveValue(message);

      await page.keyboard.press('Enter');
      await press(page, composer.sendAnyway);
      await expectHint(page, cards.hint.sendNow);
      await page.keyboard.press('Enter');
      await expect.poll(() => sentTo(director, 'chat901')).toContain(message);
      expect(sendings(director)).toBe(1);
    });
  }

  test('without a place and with a secret there is one question, not two', async ({ workplace }) => {
    const director = stage(workplace, RU, FULL);
    const page = await openMessenger(workplace, RU, 'chat950');
    await field(page).fill(PASSWORD);
    await field(page).press('Enter');
    await expectCard(page, composer.titleBoth, composer.noSlotNew(5), composer.secretsWhat);
    await press(page, composer.sendAnyway);
    await page.keyboard.press('Enter');
    await expect.poll(() => sentTo(director, 'chat950')).toContain(PASSWORD);
  });
});

test('chats that are no dialog with support are left alone, whatever is written in them', async ({ workplace }) => {
  const director = stage(workplace, RU, FULL);
  // Our cards are there and at work before the other chats are entered.
  const page = await openMessenger(workplace, RU, 'chat950');
  await expectCard(page, composer.titleNoSlot);
  const partner = String(Number(RU.main) + 1);
  for (const dialogId of ['chat410', '1002', partner]) {
    await openChatOnPage(page, dialogId);
    await expectNoCard(page, composer.titleNoSlot);
    const heard = await listenFor(page, dialogId.startsWith('chat') ? 'messageChat' : 'message');
    const before = sendings(director);
    await field(page).fill('пароль: Zx81-kVn!2 и ещё один вопрос: как выгрузить отчёт?');
    await field(page).press('Enter');
    await heard();
    expect(sendings(director)).toBe(before + 1);
    for (const title of [composer.titleNoSlot, composer.titleSecret, composer.titleBoth, composer.titleTopic]) {
      expect(await hasCard(page, title)).toBe(false);
    }
  }
});

test('what stands in the field already is not written over by a prepared text: it goes below', async ({
  workplace,
}, info) => {
  const director = stage(workplace, RU, { dialogs: openDialogs(5) });
  const page = await openMessenger(workplace, RU, 'chat902');
  await field(page).fill('Мой черновик');
  // The portal keeps what stands in the field, and gives it back a moment after the field is drawn again.
  await goTo(page, RU.main, dialogOf(director, RU.main).title);
  await openList(page);
  await pressNewDialog(page);
  await press(page, new RegExp(`^${cards.guard.ways.closeRequest.title}`));
  await choose(page, 'checkbox', /^Question 902/);
  await press(page, cards.close.place('Question 902'));
  await expectCard(page, cards.close.title, cards.close.problem.occupied('Question 902'));
  await picture(page, info, 'composer-occupied', RU);
  await expectField(page, 'Мой черновик');
  await press(page, cards.close.below);
  await expectCard(page, cards.close.title, cards.close.placed);
  await expectField(page, `Мой черновик\n${closeRequest('ru', 'Question 902')}`);
  expect(sendings(director)).toBe(0);
});
