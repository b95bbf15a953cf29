/** The rules of support access, A1 to A8, S7 and S8, each met in the product, on a Russian and on an English portal. */
import type { Page } from '@playwright/test';
import { ACCESS_TEXTS } from '../../demo/model/access-texts.ts';
import { TEXTS } from '../../demo/model/texts.ts';
import { accessLine } from '../../domain/access/lines.ts';
import { DAY } from '../../domain/access/record.ts';
import { clockWords } from '../../domain/access/sentences.ts';
import { spokenWithin } from '../../scripts/lib/surface.mjs';
import {
  accessWords,
  answers,
  ask,
  bannerButtons,
  bannerText,
  choose,
  countBanners,
  expectBanner,
  expectFrames,
  expectLookedAt,
  expectNoBanner,
  expectStates,
  frames,
  historyOf,
  messageOnPage,
  nativeButton,
  onlyGrant,
  openAtMessage,
  openDetails,
  openRegister,
  presses,
  pressInBanner,
  pressNative,
  registerOf,
  setting,
} from './access.ts';
import { chatTitle, openDialogs, picture, stage, TONGUES, type Tongue, type } from './cards.ts';
import { allText, clickSpoken, expect, expectChip, expectNoChip, openPanel, spoken, test } from './fixture.ts';
import type { Workplace } from './workplace.ts';

/** A page of the portal that has looked for requests: what comes now is news. */
async function openQuietPage(workplace: Workplace, tongue: Tongue, path = '/stream/'): Promise<Page> {
  const page = await workplace.open(path, tongue.place);
  await expectLookedAt(workplace, tongue);
  return page;
}

/** Names of all buttons in sight. */
const buttonsOf = async (page: Page): Promise<string[]> =>
  (await spoken(page)).filter(({ role }) => role === 'button').map(({ name }) => name);

/** What a page reads out at once. */
const spokenAlert = async (page: Page): Promise<string> =>
  (await spokenWithin(page, 'alert', '')).map(({ name }) => name).join('');

// Each of them waits for several readings, and the portal is not read more often than every three seconds.
test.describe.configure({ timeout: 90_000 });

for (const tongue of TONGUES) {
  const { language, place, host, main, text, popup } = tongue;
  const words = accessWords(tongue);
  const { banner, shared, native } = words;
  const { check } = banner;
  const asked = (days: number, isAssumed = false) =>
    shared.title.request(shared.length.asked(shared.days(days), isAssumed));

  test.describe(`in ${language}`, () => {
    test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

    test.describe('S7: an access request follows a difficult question', () => {
      const speaksOfAccess =
        language === 'ru'
          ? 'Передаю вопрос технической команде. Им понадобится доступ к вашему порталу.'
          : 'I pass this on to the technical team. They will need access to your account.';

      test('a request is linked with the dialog in which support spoke of access', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(3) });
        const page = await openQuietPage(workplace, tongue);
        director.reply({ dialogId: 'chat902', text: speaksOfAccess });
        ask(director);
        await expectBanner(page, asked(21));
        await openDetails(page, words);
        await expectBanner(page, asked(21), check.state.unknown, check.ticket.guess('Question 902'));
        await picture(page, info, 'S7-guess', tongue);
        expect((await onlyGrant(workplace, tongue)).dialog).toEqual({ chatId: 902, source: 'mentioned' });

        await choose(page, check.ticket.choose, 'Question 903');
        await expectBanner(page, asked(21), check.ticket.dialog('Question 903'));
        expect((await onlyGrant(workplace, tongue)).dialog).toEqual({ chatId: 903, source: 'entered' });
        await openPanel(page);
        expect(await allText(page)).toContain('Question 903');
      });

      test('when the linked question is closed during the access, it asks whether to revoke', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(1) });
        const page = await openQuietPage(workplace, tongue);
        const messageId = ask(director);
        await expectBanner(page, asked(21));
        await pressInBanner(page, banner.button.open);
        await pressNative(page, messageId, native.allow);
        await expectBanner(page, banner.answered.granted);
        await pressInBanner(page, banner.button.skip);
        await expectNoBanner(page);

        director.closeDialog({ dialogId: 'chat901' });
        await expectBanner(page, shared.title.ticketClosed, banner.button.revoke);
        await openDetails(page, words);
        await expectBanner(
          page,
          shared.title.ticketClosed,
          banner.ticketClosed,
          'Question 901',
          ...banner.revoke.steps,
        );
        await picture(page, info, 'S7-closed', tongue);
        await pressInBanner(page, banner.button.keep);
        await expectNoBanner(page);
        await expectStates(workplace, tongue, 'granted');
      });
    });

    test.describe('S8: a request comes to the main chat, wherever the person is', () => {
      test('every page of the portal says so in one banner, and the button leads to the message', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        const second = await workplace.open('/online/?IM_DIALOG=chat901', place);
        await chatTitle(second).waitFor();
        const messageId = ask(director);

        for (const each of [page, second]) await expectBanner(each, asked(21), shared.requested(''));
        const third = await workplace.open('/stream/', place);
        await expectBanner(third, asked(21));
        for (const each of [page, second, third]) expect(await countBanners(each)).toBe(1);
        // Read out when it came, by whichever page was first, and not again by one that was opened later.
        expect((await Promise.all([page, second].map(spokenAlert))).join(' ')).toContain(asked(21));
        expect(await spokenAlert(third)).toBe('');
        await picture(page, info, 'S8-banner', tongue);

        await openDetails(page, words);
        expect(await bannerText(page)).toContain(banner.place.main(''));
        expect(await bannerText(page)).toContain(banner.onlyMain);
        await picture(page, info, 'S8-details', tongue);

        await pressInBanner(page, banner.button.open);
        await expect(messageOnPage(page, messageId)).toBeInViewport();
        await expectFrames(page, banner.mark.answer, banner.mark.allow, banner.mark.deny);
        await expectBanner(page, asked(21), banner.openedNote.answer);
        await picture(page, info, 'S8-opened', tongue);
        expect(presses(director)).toBe(0);
        await expectStates(workplace, tongue, 'pending');
      });

      test('where the page has no messenger, the message opens in a tab of its own', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2), quickAccess: false });
        const page = await openQuietPage(workplace, tongue);
        const messageId = ask(director);
        await expectBanner(page, asked(21));
        const opening = workplace.context.waitForEvent('page');
        await pressInBanner(page, banner.button.open);
        const opened = await opening;
        await expect(messageOnPage(opened, messageId)).toBeInViewport();
        expect(new URL(opened.url()).searchParams.get('IM_DIALOG')).toBe(main);
        await expectFrames(opened, banner.mark.answer, banner.mark.allow, banner.mark.deny);
        await expectBanner(page, asked(21), banner.opened.inTab);
        await expect.poll(() => countBanners(opened)).toBe(1);
        await picture(page, info, 'S8-in-tab', tongue);
      });

      test('buttons whose meaning is not certain are framed without saying which is which', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        const messageId = ask(director, { commandParams: 'opaque', buttons: 'denyFirst' });
        await expectBanner(page, asked(21));
        await pressInBanner(page, banner.button.open);
        await expect(messageOnPage(page, messageId)).toBeInViewport();
        await expectFrames(page, banner.mark.unsure);
        await picture(page, info, 'S8-unsure', tongue);
      });
    });

    test.describe('A1: support has no access by default', () => {
      test('a request says so, and so does the register before there ever was one', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        const dashboard = await openRegister(workplace, tongue);
        await expect.poll(() => allText(dashboard)).toContain(words.register.nothingNow.text);
        await picture(dashboard, info, 'A1-register', tongue);

        ask(director);
        await expectBanner(page, asked(21));
        await openDetails(page, words);
        await expectBanner(page, asked(21), banner.rules.noAccessByDefault);
        await picture(page, info, 'A1-banner', tongue);
      });
    });

    test.describe('A2: a request is genuine only after a question', () => {
      const ticketRow = async (workplace: Workplace, scenario: object, wish: Parameters<typeof ask>[1]) => {
        const director = stage(workplace, tongue, scenario);
        const page = await openQuietPage(workplace, tongue);
        ask(director, wish);
        await expectBanner(page, asked(21));
        await openDetails(page, words);
        return page;
      };

      test('a number of the question in the message speaks for it', async ({ workplace }, info) => {
        const page = await ticketRow(workplace, { dialogs: openDialogs(2) }, { ticket: '4711' });
        await expectBanner(page, asked(21), `${check.state.ok}\n${check.ticket.number('4711')}`);
        expect(await bannerText(page)).not.toContain(check.state.warning);
        await picture(page, info, 'A2-ticket', tongue);
      });

      test('the only open question is proposed and not claimed', async ({ workplace }, info) => {
        const page = await ticketRow(workplace, { dialogs: openDialogs(1) }, {});
        await expectBanner(page, asked(21), `${check.state.unknown}\n${check.ticket.guess('Question 901')}`);
        await picture(page, info, 'A2-guess', tongue);
      });

      test('where nothing tells of a question, it says what to look for and lets one choose', async ({
        workplace,
      }, info) => {
        const page = await ticketRow(workplace, { dialogs: openDialogs(2) }, {});
        await expectBanner(page, asked(21), `${check.state.unknown}\n${check.ticket.none}`, check.ticket.choose);
        await picture(page, info, 'A2-no-question', tongue);
      });

      test('a password asked for and a foreign address speak against it', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        const trick =
          language === 'ru'
            ? 'Нужен доступ к порталу на 5 дней. Пришлите пароль администратора на https://bitrix24-help.example/login.'
            : 'We need access to your account for 5 days. Send the administrator’s password at https://bitrix24-help.example/login.';
        ask(director, { text: trick });
        await expectBanner(page, asked(5));
        await openDetails(page, words);
        await expectBanner(page, asked(5), check.password.warning, check.address.warning);
        await picture(page, info, 'A2-password', tongue);
      });
    });

    test.describe('A3: it arrives inside the portal, from the vendor’s own bot', () => {
      for (const from of ['support', 'assistant'] as const) {
        test(`the ${from} is said to be verified`, async ({ workplace }, info) => {
          const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
          const page = await openQuietPage(workplace, tongue);
          ask(director, { from });
          await expectBanner(page, asked(21));
          await openDetails(page, words);
          const name = { support: TEXTS[language].supportName, assistant: ACCESS_TEXTS[language].assistantName }[from];
          await expectBanner(
            page,
            asked(21),
            `${shared.sender.kind[from](name)}, ${shared.sender.verified}`,
            check.sender.ok,
            from === 'support' ? banner.place.main('') : banner.place.assistant(name),
          );
          // Of a request that came to the assistant's chat, it would not be true.
          expect((await bannerText(page)).includes(banner.onlyMain)).toBe(from === 'support');
          await picture(page, info, `A3-${from}`, tongue);
        });
      }

      const imitations = [
        ['a market bot with the support’s name', 'marketBot', 'senderIsApplication'],
        ['an application’s bot with the assistant’s name and code', 'appAssistant', 'senderIsApplication'],
        ['a colleague', 'colleague', 'senderIsPerson'],
      ] as const;
      for (const [who, by, because] of imitations) {
        test(`${who} is warned of and never taken for a request`, async ({ workplace }, info) => {
          const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
          const page = await openQuietPage(workplace, tongue);
          const [copy] = director.imitateRequest({ by });
          await expectBanner(page, shared.title.lookalike(1), banner.note.doNotAnswer);
          await openDetails(page, words);
          const { what, real, ask: doubt } = banner.lookalike;
          await expectBanner(page, shared.title.lookalike(1), what, real, doubt, shared.because[because]);
          expect(await bannerText(page)).toContain(check.sender.warning);
          expect(await bannerText(page)).not.toContain(check.state.ok);
          await picture(page, info, `A3-${by}`, tongue);
          await expectStates(workplace, tongue, 'warned');

          const chat = await openAtMessage(workplace, tongue, copy?.dialogId ?? '', copy?.messageId ?? 0);
          await expect(messageOnPage(chat, copy?.messageId ?? 0)).toBeInViewport();
          await expectBanner(chat, shared.title.lookalike(1));
          expect(await frames(chat)).toEqual([]);

          await pressInBanner(page, banner.button.understood);
          for (const each of [page, chat]) await expectNoBanner(each);
          await page.reload();
          await expectChip(page, '2/5');
          expect(await bannerText(page)).toBe('');
          await expectStates(workplace, tongue, 'dismissed');
        });
      }
    });

    test.describe('A4: the administrator decides', () => {
      test('both consequences stand side by side, and no button of ours grants or denies', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        const messageId = ask(director);
        await expectBanner(page, asked(21));
        const { button, fold, details, less, why, hideHere, answers: means, later, rules } = banner;
        expect(await bannerButtons(page)).toEqual([button.open, details, fold]);
        await openDetails(page, words);
        await expectBanner(page, asked(21), `${means.agree}\n`, means.agreeWhat, means.refuse, means.refuseWhat);
        await expectBanner(page, asked(21), rules.yours);
        await picture(page, info, 'A4', tongue);
        await pressInBanner(page, button.later);
        await pressInBanner(page, why);
        const { hour, tomorrow, threeDays } = later;
        const all = [button.open, less, fold, button.later, hour, tomorrow, threeDays, button.notMine, why, hideHere];
        expect(await bannerButtons(page)).toEqual(all);

        // All that there is to press elsewhere; the portal's own buttons are in no surface of ours.
        const surfaces = [await workplace.openPopup(), await openRegister(workplace, tongue)];
        await expect.poll(() => allText(surfaces[1] as Page)).toContain(asked(21));
        await openPanel(page);
        const names = (await Promise.all([page, ...surfaces].map(buttonsOf))).flat();
        const answerNames = new RegExp(
          `^(${native.allow}|${native.deny}|${banner.mark.allow}|${banner.mark.deny})`,
          'i',
        );
        expect(names.filter((name) => answerNames.test(name))).toEqual([]);
        expect(presses(director)).toBe(0);
        expect(answers(director)).toEqual(['pending']);
        expect(await messageOnPage(page, messageId).count()).toBe(0);
      });

      test('a decision can be put off, left to others, and taken back', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        ask(director);
        await expectBanner(page, asked(21));
        await openDetails(page, words);
        await pressInBanner(page, banner.button.later);
        await pressInBanner(page, banner.later.hour);
        await expect.poll(() => bannerButtons(page)).toEqual([banner.button.undo, banner.dismiss]);
        await picture(page, info, 'A4-later', tongue);
        await page.reload();
        await expectChip(page, '2/5');
        expect(await bannerText(page)).toBe('');

        await openPanel(page);
        await clickSpoken(page, 'button', text.access.takeBack);
        await expectBanner(page, asked(21));
        await page.keyboard.press('Escape');
        await openDetails(page, words);
        await pressInBanner(page, banner.button.notMine);
        await expect.poll(() => bannerText(page)).toContain(banner.putAway.setAside);
        await pressInBanner(page, banner.button.undo);
        await expectBanner(page, asked(21));
        expect(answers(director)).toEqual(['pending']);
      });
    });

    test.describe('A5: access lasts 21 days unless the message says otherwise', () => {
      const lengthOf = async (workplace: Workplace, days: number | null, preset: number | null) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        if (preset !== null) await setting(workplace, tongue, { accessDays: preset });
        ask(director, { days });
        return page;
      };
      const { parsed, preset } = shared.length.source;

      test('a length in the message counts, and it says where it is from', async ({ workplace }, info) => {
        const page = await lengthOf(workplace, 7, null);
        await expectBanner(page, asked(7));
        await openDetails(page, words);
        await expectBanner(page, asked(7), shared.length.known(shared.days(7), parsed));
        await picture(page, info, 'A5-parsed', tongue);
      });

      test('without one it is 21 days, marked as assumed', async ({ workplace }, info) => {
        const page = await lengthOf(workplace, null, null);
        await expectBanner(page, asked(21, true));
        await openDetails(page, words);
        await expectBanner(page, asked(21, true), shared.length.known(shared.days(21), preset));
        await picture(page, info, 'A5-assumed', tongue);
      });

      test('or what is set for the portal, marked as assumed as well', async ({ workplace }, info) => {
        const page = await lengthOf(workplace, null, 14);
        await expectBanner(page, asked(14, true));
        await openDetails(page, words);
        await expectBanner(page, asked(14, true), shared.length.known(shared.days(14), preset));
        await picture(page, info, 'A5-preset', tongue);
      });
    });

    test.describe('A6: an access can be revoked at any time', () => {
      test('“revoke” opens the place and frames the portal’s button; pressed there, it is recognised', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const page = await openQuietPage(workplace, tongue);
        const messageId = ask(director, { days: 2 });
        const chat = await openAtMessage(workplace, tongue, main, messageId);
        await expectBanner(chat, asked(2));
        await pressNative(chat, messageId, native.allow);
        await expectBanner(page, banner.answered.granted);
        await pressInBanner(page, banner.button.skip);
        const grant = await onlyGrant(workplace, tongue);
        const ending = shared.title.granted(clockWords(shared, grant, Date.now()));
        await expectBanner(page, ending, banner.button.revoke);
        await chat.close();

        await openDetails(page, words);
        await expectBanner(page, ending, banner.revoke.title, ...banner.revoke.steps);
        await picture(page, info, 'A6-ending', tongue);
        await pressInBanner(page, banner.button.revoke);
        await expect(nativeButton(page, messageId, native.end)).toBeInViewport();
        await expectFrames(page, banner.mark.revoke);
        await expectBanner(page, ending, banner.openedNote.revoke);
        await picture(page, info, 'A6-place', tongue);
        expect(answers(director)).toEqual(['granted']);

        await pressNative(page, messageId, native.end);
        await expectStates(workplace, tongue, 'revoked');
        await expectNoBanner(page);
        expect(answers(director)).toEqual(['ended']);
        await picture(page, info, 'A6-revoked', tongue);
      });
    });

    test.describe('A7: only administrators receive the request', () => {
      test('an employee gets nothing, and the popup says whom to ask', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        ask(director);
        // Nobody gets it but administrators; this one has just become an employee, with the message still in the chat.
        director.setRole('employee');
        const page = await workplace.open('/stream/', place);
        await expectNoChip(workplace, page, 'notAdministrator');
        expect(await page.locator('latchdesk-access').count()).toBe(0);
        expect(director.askForAccess()).toEqual([]);
        director.imitateRequest({ by: 'marketBot' });
        await workplace.fence(place === 'demo' ? 'second' : 'demo');
        expect(await page.locator('latchdesk-access').count()).toBe(0);
        expect(await registerOf(workplace, tongue)).toEqual([]);

        const own = await workplace.openPopup();
        const { what, next } = text.unsupported.notAdministrator;
        for (const said of [what, next, popup.onlyAdministrators]) {
          await expect.poll(() => allText(own)).toContain(said);
        }
        expect(await allText(own)).not.toContain(text.access.requestShort);
        await picture(own, info, 'A7-popup', tongue);
      });
    });

    test.describe('A8: support learns of the decision by itself', () => {
      for (const [answer, label] of [
        ['granted', native.allow],
        ['declined', native.deny],
      ] as const) {
        test(`after the answer “${answer}” nobody need write to support`, async ({ workplace }, info) => {
          const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
          await openQuietPage(workplace, tongue);
          const messageId = ask(director);
          const page = await openAtMessage(workplace, tongue, main, messageId);
          await expectBanner(page, asked(21));
          await pressNative(page, messageId, label);
          const said = answer === 'granted' ? shared.date(Date.now() + 21 * DAY, Date.now()) : banner.note.supportKnows;
          await expectBanner(page, banner.answered[answer], said, banner.note.supportKnows.split(',')[0] ?? '');
          await pressInBanner(page, banner.button.giveReason);
          await expectBanner(page, banner.answered[answer], banner.rules.tellsItself);
          await picture(page, info, `A8-${answer}`, tongue);
          const sent = director.calls().filter(({ methods }) => methods.includes('im.v2.Chat.Message.send'));
          expect(sent).toEqual([]);
        });
      }
    });

    test.describe('the whole way', () => {
      test('asked, allowed here, reason given once, counted down everywhere, revoked', async ({ workplace }, info) => {
        test.setTimeout(150_000);
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const other = await openQuietPage(workplace, tongue);
        const messageId = ask(director);
        const page = await openAtMessage(workplace, tongue, main, messageId);
        await expectBanner(page, asked(21));
        await pressNative(page, messageId, native.allow);
        await expectBanner(page, banner.answered.granted);
        await expectBanner(other, banner.answered.granted);

        await pressInBanner(page, banner.button.giveReason);
        await type(page, banner.reason.grantedLabel, 'CRM mail, ticket 4711');
        await type(page, banner.reason.ticket, '4711');
        await picture(page, info, 'whole-way-reason', tongue);
        await pressInBanner(page, banner.button.save);
        for (const each of [page, other]) await expectNoBanner(each);
        const grant = await onlyGrant(workplace, tongue);
        expect(grant).toMatchObject({
          state: 'granted',
          answeredBy: 'here',
          answerer: director.state().user.name,
          days: 21,
          daysSource: 'parsed',
          reason: 'CRM mail, ticket 4711',
          ticket: '4711',
        });
        expect(grant.endsAt).toBe((grant.startsAt ?? 0) + 21 * DAY);

        // Asked once: neither the next page nor the next reading asks again.
        await other.reload();
        await expectChip(other, '2/5');
        expect(await bannerText(other)).toBe('');

        const line = accessLine(text, grant, Date.now());
        await openPanel(other);
        await expect.poll(() => allText(other)).toContain(line);
        expect(await allText(other)).toContain(text.access.source.parsed);
        await picture(other, info, 'whole-way-panel', tongue);
        const own = await workplace.openPopup();
        await expect.poll(() => allText(own)).toContain(line);
        await picture(own, info, 'whole-way-popup', tongue);
        const dashboard = await openRegister(workplace, tongue);
        const title = shared.title.granted(clockWords(shared, grant, Date.now()));
        await expect.poll(() => allText(dashboard)).toContain(title);
        expect(await allText(dashboard)).toContain(shared.length.known(shared.days(21), shared.length.source.parsed));
        await picture(dashboard, info, 'whole-way-dashboard', tongue);

        await pressNative(page, messageId, native.end);
        await expectStates(workplace, tongue, 'revoked');
        const revoked = await onlyGrant(workplace, tongue);
        expect(revoked.endedAt).not.toBeNull();
        expect(answers(director)).toEqual(['ended']);
        for (const each of [other, own]) await expect.poll(() => allText(each)).not.toContain(line);
        await expect.poll(() => allText(dashboard)).toContain(shared.state.vendor.revoked);
        await picture(dashboard, info, 'whole-way-revoked', tongue);
        const steps = (await historyOf(workplace, tongue, revoked.id)).flatMap(({ change }) =>
          change.kind === 'state' ? `${change.from} ${change.to}` : [],
        );
        expect(steps).toEqual(['pending granted', 'granted revoked']);
        for (const each of [page, other]) expect(await bannerText(each)).toBe('');
      });

      test('asked and declined here', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const messageId = ask(director);
        const page = await openAtMessage(workplace, tongue, main, messageId);
        await expectBanner(page, asked(21));
        await pressNative(page, messageId, native.deny);
        await expectBanner(page, banner.answered.declined);
        await pressInBanner(page, banner.button.giveReason);
        await type(page, banner.reason.declinedLabel, 'Screenshots first');
        await picture(page, info, 'declined-reason', tongue);
        await pressInBanner(page, banner.button.save);
        await expectNoBanner(page);
        const { name } = director.state().user;
        expect(await onlyGrant(workplace, tongue)).toMatchObject({
          ...{ state: 'declined', answeredBy: 'here', answerer: name, reason: 'Screenshots first' },
          ...{ startsAt: null, endsAt: null },
        });
        const own = await workplace.openPopup();
        await expect.poll(() => allText(own)).toContain(host);
        expect(await allText(own)).not.toContain(text.access.requestShort);
      });

      for (const [answer, state] of [
        ['allow', 'granted'],
        ['deny', 'declined'],
      ] as const) {
        test(`answered by a colleague: ${state}, and said to be somebody else’s answer`, async ({
          workplace,
        }, info) => {
          const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
          const page = await openQuietPage(workplace, tongue);
          const messageId = ask(director);
          await expectBanner(page, asked(21));
          director.answerAccess({ messageId, answer, by: 'colleague' });
          await expectBanner(page, shared.title.answeredElsewhere[state]);
          await openDetails(page, words);
          await expectBanner(page, shared.title.answeredElsewhere[state], banner.elsewhere);
          await picture(page, info, `elsewhere-${state}`, tongue);
          expect(await onlyGrant(workplace, tongue)).toMatchObject({ state, answeredBy: 'elsewhere', answerer: '' });
          await pressInBanner(page, banner.button.understood);
          await expectNoBanner(page);
          await page.reload();
          await expectChip(page, '2/5');
          expect(await bannerText(page)).toBe('');
        });
      }
    });
  });
}
