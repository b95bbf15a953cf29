/**
 * What goes wrong around requests for access: messages that change, vanish, arrive unseen, twice, or from somebody else.
 * Never a second banner, never "granted" without a proof, never a record that is lost.
 */
import type { Page } from '@playwright/test';
import { ACCESS_TEXTS } from '../../demo/model/access-texts.ts';
import type { Director, ScenarioChanges } from '../../demo/portal.ts';
import { accessLine } from '../../domain/access/lines.ts';
import { DAY } from '../../domain/access/record.ts';
import {
  accessWords,
  answers,
  ask,
  bannersOf,
  bannerText,
  bannerTitle,
  countBanners,
  expectBanner,
  expectFrames,
  expectLookedAt,
  expectNoBanner,
  expectStates,
  historyOf,
  journalOf,
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
} from './access.ts';
import { openDialogs, picture, RU, stage, TONGUES, type Tongue } from './cards.ts';
import { allText, clickSpoken, expect, expectChip, expectNoChip, openPanel, readings, test } from './fixture.ts';
import type { Workplace } from './workplace.ts';

const words = accessWords(RU);
const { banner, shared, native } = words;
const asked = (days: number, isAssumed = false) =>
  shared.title.request(shared.length.asked(shared.days(days), isAssumed));
const REQUEST = asked(21);

// Each of them waits for several readings, and the portal is not read more often than every three seconds.
test.describe.configure({ timeout: 90_000 });

/** A page of the portal that has looked for requests: what comes now is news. */
async function begin(
  workplace: Workplace,
  scenario: ScenarioChanges = {},
  tongue: Tongue = RU,
): Promise<{ director: Director; page: Page }> {
  const director = stage(workplace, tongue, { dialogs: openDialogs(2), ...scenario });
  const page = await workplace.open('/stream/', tongue.place);
  await expectLookedAt(workplace, tongue);
  return { director, page };
}

/** The same with a request that is on show. */
async function beginAsked(workplace: Workplace, scenario: ScenarioChanges = {}) {
  const { director, page } = await begin(workplace, scenario);
  const messageId = ask(director);
  await expectBanner(page, REQUEST);
  return { director, page, messageId };
}

/** Waits until the portal has been read once more, whatever came of it. */
async function expectReadAgain(workplace: Workplace, tongue: Tongue = RU): Promise<void> {
  const before = (await itemsAndTime(workplace, tongue)).readAt ?? 0;
  const { key } = await itemsAndTime(workplace, tongue);
  const readAgain = async () => {
    await workplace.say({ type: 'reading.wanted', key });
    return (await itemsAndTime(workplace, tongue)).readAt ?? 0;
  };
  await expect.poll(readAgain, { message: 'one more reading', timeout: 20_000 }).toBeGreaterThan(before);
}

async function itemsAndTime(workplace: Workplace, tongue: Tongue) {
  const view = (await workplace.views()).find(({ origin }) => new URL(origin).hostname === tongue.host);
  if (!view) throw new Error(`${tongue.host} is not known`);
  return { key: view.key, readAt: view.register.readAt };
}

test.describe('a message that changes', () => {
  test('edited to say “granted” while its buttons still ask: it still asks', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.editMessage({ messageId, text: ACCESS_TEXTS.ru.answered.allow(null, '21 день') });
    await expectReadAgain(workplace);
    await expectStates(workplace, RU, 'pending');
    await expectBanner(page, REQUEST);
    expect(await countBanners(page)).toBe(1);
  });

  test('edited to another length: the banner follows, in one record', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.editMessage({ messageId, text: ACCESS_TEXTS.ru.request('14 дней') });
    await expectBanner(page, asked(14));
    expect(await onlyGrant(workplace, RU)).toMatchObject({ state: 'pending', days: 14, daysSource: 'parsed' });
    expect(await countBanners(page)).toBe(1);
  });

  for (const [how, deletion] of [
    ['without a trace', { completely: true }],
    ['leaving an empty place', {}],
    ['as older portals tell it', { event: 'single' }],
  ] as const) {
    test(`deleted ${how} before an answer: unclear, and the record stays`, async ({ workplace }) => {
      const { director, page, messageId } = await beginAsked(workplace);
      director.deleteMessage({ messageId, ...deletion });
      await expectStates(workplace, RU, 'unknown');
      await expectNoBanner(page);
      expect(await onlyGrant(workplace, RU)).toMatchObject({ startsAt: null, endsAt: null, answeredBy: null });
      const dashboard = await openRegister(workplace, RU);
      await expect.poll(() => allText(dashboard)).toContain(shared.state.vendor.unknown);
    });
  }

  test('deleted while the access runs: that proves nothing, and the clock goes on', async ({ workplace }, info) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.answerAccess({ messageId, answer: 'allow', by: 'me' });
    await expectBanner(page, shared.title.answeredElsewhere.granted);
    await pressInBanner(page, banner.button.understood);
    director.deleteMessage({ messageId, completely: true });
    await expect
      .poll(async () => (await onlyGrant(workplace, RU)).copies.map(({ keyboard }) => keyboard), { timeout: 15_000 })
      .toEqual(['gone']);
    const grant = await onlyGrant(workplace, RU);
    expect(grant.state).toBe('granted');
    await openPanel(page);
    expect(await allText(page)).toContain(accessLine(RU.text, grant, Date.now()));
    await picture(page, info, 'deleted-running', RU);
  });
});

test.describe('an answer that nobody here saw', () => {
  test('given in the desktop application: granted, and said to be answered elsewhere', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.answerAccess({ messageId, answer: 'allow', by: 'me' });
    await expectBanner(page, shared.title.answeredElsewhere.granted);
    expect(await onlyGrant(workplace, RU)).toMatchObject({ state: 'granted', answeredBy: 'elsewhere', reason: '' });
    expect(await countBanners(page)).toBe(1);
  });

  test('buttons that go without a word are unclear, until a person says how it was', async ({ workplace }, info) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.removeKeyboard({ messageId });
    await expectBanner(page, shared.title.unclear);
    await expectStates(workplace, RU, 'unknown');
    expect(await onlyGrant(workplace, RU)).toMatchObject({ startsAt: null, endsAt: null });
    await pressInBanner(page, banner.button.tellHow);
    await expectBanner(page, shared.title.unclear, banner.unclear.what, banner.unclear.ask);
    await picture(page, info, 'unclear', RU);
    await pressInBanner(page, banner.button.granted);
    await expectStates(workplace, RU, 'granted');
    await expectNoBanner(page);
    expect(await onlyGrant(workplace, RU)).toMatchObject({ answeredBy: 'entered', days: 21 });
  });

  test('only a notice in words tells it: granted for as long as the notice says', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace, { access: { tone: false, leavesText: true } });
    director.answerAccess({ messageId, answer: 'allow' });
    await expectBanner(page, shared.title.answeredElsewhere.granted);
    expect(await onlyGrant(workplace, RU)).toMatchObject({ state: 'granted', days: 21, answeredBy: 'elsewhere' });
  });

  test('words and colour that contradict each other count as nothing', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.answerAccess({ messageId, answer: 'deny', tone: 'positive', leavesText: true });
    await expectBanner(page, shared.title.unclear);
    await expectStates(workplace, RU, 'unknown');
    expect(await onlyGrant(workplace, RU)).toMatchObject({ startsAt: null, endsAt: null });
  });

  test('allowed and later ended by a colleague: both are noticed', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.answerAccess({ messageId, answer: 'allow', leavesRevokeButton: true });
    await expectBanner(page, shared.title.answeredElsewhere.granted);
    await expectStates(workplace, RU, 'granted');
    director.answerAccess({ messageId, answer: 'end' });
    await expectStates(workplace, RU, 'revoked');
    await expectNoBanner(page);
  });

  test('the button that ends an access goes without a word: nobody says that it ended', async ({ workplace }, info) => {
    const { director, page, messageId } = await beginAsked(workplace);
    director.answerAccess({ messageId, answer: 'allow', leavesRevokeButton: true });
    await expectBanner(page, shared.title.answeredElsewhere.granted);
    director.removeKeyboard({ messageId });
    await expectBanner(page, shared.title.unclearEnd);
    await pressInBanner(page, banner.button.tellHow);
    await expectBanner(page, shared.title.unclearEnd, banner.unclear.endWhat);
    await picture(page, info, 'unclear-end', RU);
    await expectStates(workplace, RU, 'unknown');
    expect((await onlyGrant(workplace, RU)).endedAt).toBeNull();
    await pressInBanner(page, banner.button.stillOpen);
    await expectStates(workplace, RU, 'granted');
  });

  test('a press that the portal answers with nothing grants nothing', async ({ workplace }) => {
    const { director, messageId } = await beginAsked(workplace, { access: { answersPresses: false } });
    const chat = await openAtMessage(workplace, RU, RU.main, messageId);
    await expectBanner(chat, REQUEST);
    await pressNative(chat, messageId, native.allow);
    await expect.poll(() => presses(director)).toBe(1);
    await expectReadAgain(workplace);
    await expectStates(workplace, RU, 'pending');
    await expectBanner(chat, REQUEST);
    expect(answers(director)).toEqual(['pending']);
  });

  test('a press here that came too late is not called an answer of ours', async ({ workplace }) => {
    const { director, messageId } = await beginAsked(workplace, { access: { answersPresses: false } });
    const chat = await openAtMessage(workplace, RU, RU.main, messageId);
    await expectBanner(chat, REQUEST);
    await pressNative(chat, messageId, native.allow);
    await expect.poll(() => presses(director)).toBe(1);
    director.answerAccess({ messageId, answer: 'deny', by: 'colleague' });
    await expectBanner(chat, shared.title.answeredElsewhere.declined);
    expect(await onlyGrant(workplace, RU)).toMatchObject({
      state: 'declined',
      answeredBy: 'elsewhere',
      startsAt: null,
    });
  });
});

test.describe('a request that is far back in its chat', () => {
  /** More than the portal gives at once. */
  const TALK = 70;

  test('stays known, and its answer is noticed', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    for (let n = 0; n < TALK; n += 1) director.reply({ dialogId: RU.main, text: `Проверяем ${n}` });
    await expectReadAgain(workplace);
    await expectStates(workplace, RU, 'pending');
    await expectBanner(page, REQUEST);
    director.answerAccess({ messageId, answer: 'deny' });
    await expectBanner(page, shared.title.answeredElsewhere.declined);
  });

  test('is found when nobody was there while the talk went on', async ({ workplace }) => {
    const { director, page } = await begin(workplace);
    await page.close();
    ask(director);
    for (let n = 0; n < TALK; n += 1) director.reply({ dialogId: RU.main, text: `Проверяем ${n}` });
    await expectBanner(await workplace.open('/stream/'), REQUEST);
  });
});

test.describe('more than one', () => {
  test('two requests at once are two records in one banner, answered one by one', async ({ workplace }, info) => {
    const { director, page } = await begin(workplace);
    const first = ask(director, { ticket: '4711' });
    const second = ask(director, { ticket: '4712', days: 7 });
    await expectStates(workplace, RU, 'pending', 'pending');
    await expect.poll(() => bannerText(page)).toContain(banner.more(1));
    expect(await countBanners(page)).toBe(1);
    await pressInBanner(page, banner.more(1));
    await expect.poll(() => bannerText(page)).toContain(banner.moreList);
    await picture(page, info, 'two-requests', RU);

    const chat = await openAtMessage(workplace, RU, RU.main, second);
    await expect(nativeButton(chat, second, native.deny)).toBeVisible();
    await expect.poll(() => countBanners(chat)).toBe(1);
    await pressNative(chat, second, native.deny);
    const stateOf = async (ticket: string) =>
      (await registerOf(workplace, RU)).find((row) => row.ticket === ticket)?.state;
    await expect.poll(() => stateOf('4712'), { timeout: 15_000 }).toBe('declined');
    expect(await stateOf('4711')).toBe('pending');
    expect(await messageOnPage(chat, first).count()).toBe(1);
    await expectBanner(chat, REQUEST, banner.more(1));
  });

  test('the same request in two chats is one record and one banner, and one answer settles it', async ({
    workplace,
  }, info) => {
    const { director, page } = await begin(workplace);
    const copies = director.askForAccess({ from: 'both' });
    expect(copies).toHaveLength(2);
    await expectBanner(page, REQUEST);
    await expect
      .poll(async () => (await onlyGrant(workplace, RU)).copies.length, { message: 'both copies', timeout: 15_000 })
      .toBe(2);
    await openDetails(page, words);
    await expectBanner(page, REQUEST, banner.place.main(''));
    expect(await countBanners(page)).toBe(1);
    await picture(page, info, 'two-chats', RU);

    const { dialogId = '', messageId = 0 } = copies[1] ?? {};
    const chat = await openAtMessage(workplace, RU, dialogId, messageId);
    await expectBanner(chat, REQUEST);
    await pressNative(chat, messageId, native.allow);
    await expectBanner(chat, banner.answered.granted);
    expect(await onlyGrant(workplace, RU)).toMatchObject({ state: 'granted', answeredBy: 'here' });
    expect(answers(director)).toEqual(['granted']);
    const opened = (await journalOf(workplace, RU)).filter(({ kind }) => kind === 'access.granted');
    expect(opened).toHaveLength(1);
  });
});

test.describe('a request that no live event tells', () => {
  test('sent while nobody was there: found when a page is opened', async ({ workplace }) => {
    const director = stage(workplace, RU, { dialogs: openDialogs(2) });
    ask(director);
    const page = await workplace.open('/stream/');
    await expectBanner(page, REQUEST);
    await expectStates(workplace, RU, 'pending');
  });

  test('sent and answered while the connection was down: both are found when it is back', async ({ workplace }) => {
    const { director, page } = await begin(workplace);
    await workplace.pauseOver();
    director.dropConnection({ block: true });
    const messageId = ask(director);
    director.restoreConnection({ lose: true });
    await expectBanner(page, REQUEST);

    await workplace.pauseOver();
    director.dropConnection({ block: true });
    director.answerAccess({ messageId, answer: 'deny' });
    director.restoreConnection({ lose: true });
    await expectBanner(page, shared.title.answeredElsewhere.declined);
    await expectStates(workplace, RU, 'declined');
  });

  test('sent while the portal answered every reading with an error: found once it answers', async ({ workplace }) => {
    const { director, page } = await begin(workplace);
    director.fault({ kind: '500', match: 'batch' });
    const before = readings(director).length;
    ask(director);
    await expect.poll(() => readings(director).length, { timeout: 15_000 }).toBeGreaterThan(before);
    expect(await bannerText(page)).toBe('');
    director.clearFaults();
    await expectReadAgain(workplace);
    await expectBanner(page, REQUEST);
    await expectStates(workplace, RU, 'pending');
  });

  test('on a portal whose REST entrance knows only older methods, it is found and its answer, too', async ({
    workplace,
  }) => {
    const { messageId, director, page } = await beginAsked(workplace, { access: { messagesOverRest: false } });
    const chat = await openAtMessage(workplace, RU, RU.main, messageId);
    await expectBanner(chat, REQUEST);
    await pressNative(chat, messageId, native.allow);
    await expectBanner(page, banner.answered.granted);
    expect(answers(director)).toEqual(['granted']);
  });
});

for (const tongue of TONGUES) {
  const inTongue = accessWords(tongue);
  const { length, days: daysWords, title } = inTongue.shared;
  const askedIn = (days: number, isAssumed = false) => title.request(length.asked(daysWords(days), isAssumed));

  test.describe(`lengths in ${tongue.language}`, () => {
    test.use({ browserLocale: tongue.language === 'ru' ? 'ru-RU' : 'en-US' });

    test('three weeks in words are 21 days from the message', async ({ workplace }) => {
      const { director, page } = await begin(workplace, {}, tongue);
      ask(director, { days: tongue.language === 'ru' ? '3 недели' : '3 weeks' });
      await expectBanner(page, askedIn(21));
      expect(await onlyGrant(workplace, tongue)).toMatchObject({ days: 21, daysSource: 'parsed' });
    });

    test('400 days are not believed, and that is said', async ({ workplace }, info) => {
      const { director, page } = await begin(workplace, {}, tongue);
      ask(director, { days: 400 });
      await expectBanner(page, askedIn(21, true));
      await openDetails(page, inTongue);
      await expectBanner(page, askedIn(21, true), length.unbelieved(daysWords(400)), length.source.preset);
      await picture(page, info, 'unbelieved', tongue);
      expect(await onlyGrant(workplace, tongue)).toMatchObject({ days: 21, daysSource: 'preset', unbelievedDays: 400 });
    });
  });
}

test.describe('who only looks like support', () => {
  test('markup in a request stays text, and nothing of the message is kept', async ({ workplace }) => {
    const { director, page } = await begin(workplace);
    const marked =
      '<img src=x onerror="document.title=\'hacked\'">[B]Нужен временный доступ[/B] к порталу на <b>9</b> дней. [URL=https://example.org]Подробнее[/URL]';
    ask(director, { text: marked });
    await expectStates(workplace, RU, 'pending');
    const grant = await onlyGrant(workplace, RU);
    await expectBanner(page, asked(grant.days, grant.daysSource === 'preset'));
    expect(grant).toMatchObject({ days: 9, namesOutsideAddress: true });
    expect(await page.title()).not.toBe('hacked');
    expect(JSON.stringify(grant)).not.toMatch(/img|Подробнее|временный/);
  });

  test('letters of two alphabets in a colleague’s words are noticed: a warning', async ({ workplace }, info) => {
    const { director, page } = await begin(workplace);
    // The o, c and y of its «доступ» are Latin.
    const text = 'Поддержке Битрикс24 нужен дocтyп к порталу. Разрешите дocтуп на 21 день.';
    director.imitateRequest({ by: 'colleague', withButtons: false, text });
    await expectBanner(page, shared.title.lookalike(1), banner.note.doNotAnswer);
    await openDetails(page, words);
    await expectBanner(page, shared.title.lookalike(1), shared.because.mixedLetters, shared.because.senderIsPerson);
    await picture(page, info, 'mixed-letters', RU);
    await expectStates(workplace, RU, 'warned');
  });

  test('an employee who quotes a request is no warning, and a request after it is one', async ({ workplace }) => {
    const { director, page } = await begin(workplace);
    const rule = '-'.repeat(54);
    const quote = `${rule}\nПоддержка Битрикс24 [сегодня, 12:00]\n${ACCESS_TEXTS.ru.request('21 день')}\n${rule}\nЭто нам пришло в среду, я ответила.`;
    director.imitateRequest({ by: 'colleague', withButtons: false, text: quote });
    ask(director);
    await expectBanner(page, REQUEST);
    await expectReadAgain(workplace);
    await expectStates(workplace, RU, 'pending');
    expect(await countBanners(page)).toBe(1);
  });

  test('an unknown command of a proved bot is asked about, and nothing is framed as certain', async ({
    workplace,
  }, info) => {
    const { director, page } = await begin(workplace);
    const messageId = ask(director, { buttons: 'unknownCommand' });
    await expectBanner(page, shared.title.probable);
    await expectStates(workplace, RU, 'seen');
    await openDetails(page, words);
    await expectBanner(page, shared.title.probable, banner.probable.what, banner.probable.ask);
    await picture(page, info, 'probable', RU);
    await pressInBanner(page, banner.button.open);
    await expect(messageOnPage(page, messageId)).toBeInViewport();
    await expectFrames(page, banner.mark.unsure);
    await openDetails(page, words);
    await pressInBanner(page, banner.button.isNone);
    await expectNoBanner(page);
    await expectStates(workplace, RU, 'unknown');
  });

  test('a notification with buttons is only probably a request; a newcomer’s is none', async ({ workplace }, info) => {
    const { director, page } = await begin(workplace);
    director.announceUser();
    ask(director, { from: 'notification' });
    await expectBanner(page, shared.title.probable);
    await openDetails(page, words);
    await expectBanner(page, shared.title.probable, banner.place.notice(''));
    await picture(page, info, 'notification', RU);
    await pressInBanner(page, banner.button.isOne);
    await expectBanner(page, REQUEST);
    await expectStates(workplace, RU, 'pending');
  });
});

test.describe('a flood', () => {
  const MANY = 500;

  /** Readings that the flood may cost: they keep three seconds between them, and there are never more than twelve. */
  const expectFewReadings = (director: Director) => {
    expect(readings(director).length).toBeLessThanOrEqual(6);
    expect(director.calls().length).toBeLessThanOrEqual(60);
  };

  test('of 500 imitations is one warning, three notifications at most, and few readings', async ({
    workplace,
  }, info) => {
    const { director, page } = await begin(workplace);
    director.imitateRequest({ by: 'marketBot' });
    await expectBanner(page, shared.title.lookalike(1));
    director.clearCalls();
    director.imitateRequest({ by: 'marketBot', count: MANY });
    await expect
      .poll(() => bannerTitle(page), { message: 'the whole flood', timeout: 40_000 })
      .toBe(shared.title.lookalike(1 + MANY));
    expectFewReadings(director);
    expect(await countBanners(page)).toBe(1);
    await picture(page, info, 'flood-imitations', RU);
    await expectStates(workplace, RU, 'warned');
    const told = (await journalOf(workplace, RU)).filter(({ kind }) => kind === 'access.reminded');
    expect(told.length).toBeLessThanOrEqual(3);

    // A genuine request is found behind it.
    ask(director);
    await expect.poll(() => bannersOf(workplace, RU), { timeout: 20_000 }).toEqual(['lookalike', 'request']);
    await pressInBanner(page, banner.button.understood);
    await expectBanner(page, REQUEST);
  });

  test('of 500 requests loses none, in one banner, with three notifications at most', async ({ workplace }, info) => {
    test.setTimeout(150_000);
    const { director, page } = await begin(workplace);
    director.clearCalls();
    for (let n = 0; n < MANY; n += 1) ask(director, { ticket: String(10_000 + n) });
    await expect
      .poll(async () => (await registerOf(workplace, RU)).length, { message: 'all records', timeout: 90_000 })
      .toBe(MANY);
    const rows = await registerOf(workplace, RU);
    expect(new Set(rows.map(({ ticket }) => ticket)).size).toBe(MANY);
    expect(rows.every(({ state }) => state === 'pending')).toBe(true);
    expect(await countBanners(page)).toBe(1);
    await expectBanner(page, REQUEST, banner.more(MANY - 1));
    await picture(page, info, 'flood-requests', RU);
    const told = (await journalOf(workplace, RU)).filter(({ kind }) => kind === 'access.reminded');
    expect(told.length).toBeLessThanOrEqual(3);
    expect(readings(director).length).toBeLessThanOrEqual(20);
  });
});

test.describe('the background dies', () => {
  test('between the press and its effect: it is recognised all the same as answered here', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace, { pace: { event: 1_200 } });
    const chat = await openAtMessage(workplace, RU, RU.main, messageId);
    await expectBanner(chat, REQUEST);
    await pressNative(chat, messageId, native.allow);
    await expect.poll(() => presses(director)).toBe(1);
    await workplace.killWorker();
    await expectBanner(chat, banner.answered.granted);
    await expectBanner(page, banner.answered.granted);
    expect(await onlyGrant(workplace, RU)).toMatchObject({ state: 'granted', answeredBy: 'here', days: 21 });
  });

  test('while the effect is being read: granted once', async ({ workplace }) => {
    const { director, messageId } = await beginAsked(workplace);
    const chat = await openAtMessage(workplace, RU, RU.main, messageId);
    await expectBanner(chat, REQUEST);
    director.fault({ kind: 'slow', match: 'batch', ms: 1_500, times: 1 });
    const before = readings(director).length;
    await pressNative(chat, messageId, native.allow);
    await expect.poll(() => readings(director).length, { timeout: 15_000 }).toBeGreaterThan(before);
    await workplace.killWorker();
    await expectBanner(chat, banner.answered.granted);
    const grant = await onlyGrant(workplace, RU);
    expect(grant).toMatchObject({ state: 'granted', answeredBy: 'here' });
    expect(grant.endsAt).toBe((grant.startsAt ?? 0) + 21 * DAY);
    const states = (await historyOf(workplace, RU, grant.id)).filter(({ change }) => change.kind === 'state');
    expect(states).toHaveLength(1);
  });

  test('again and again, and the browser is closed: request, record and clock are there afterwards', async ({
    workplace,
  }) => {
    test.setTimeout(150_000);
    const { director, messageId } = await beginAsked(workplace);
    await workplace.killWorker();
    await expectStates(workplace, RU, 'pending');
    await workplace.restart();
    await expectStates(workplace, RU, 'pending');
    const page = await workplace.open('/stream/');
    await expectBanner(page, REQUEST);
    expect(await countBanners(page)).toBe(1);

    director.answerAccess({ messageId, answer: 'allow', by: 'colleague' });
    await workplace.killWorker();
    // What was to be looked at in a moment is looked at by the alarm, which browsers ring after half a minute at best.
    await expect
      .poll(() => bannerTitle(page), { message: 'the answer is noticed', timeout: 75_000 })
      .toBe(shared.title.answeredElsewhere.granted);
    const grant = await onlyGrant(workplace, RU);
    await workplace.restart();
    expect(await onlyGrant(workplace, RU)).toMatchObject({ state: 'granted', endsAt: grant.endsAt });
    const own = await workplace.openPopup();
    await expect.poll(() => allText(own)).toContain(accessLine(RU.text, grant, Date.now()));
  });
});

test.describe('where Latchdesk stands aside', () => {
  test('an employee’s page has neither banner nor record, whatever arrives', async ({ workplace }) => {
    const director = stage(workplace, RU, { dialogs: openDialogs(2), user: { role: 'employee' } });
    const page = await workplace.open('/online/?IM_DIALOG=chat901');
    await expectNoChip(workplace, page, 'notAdministrator');
    director.imitateRequest({ by: 'colleague' });
    director.imitateRequest({ by: 'marketBot' });
    await workplace.fence('second');
    expect(await page.locator('latchdesk-access').count()).toBe(0);
    expect(await registerOf(workplace, RU)).toEqual([]);
  });

  test('a page with the old messenger has neither banner nor record', async ({ workplace }) => {
    const director = stage(workplace, RU, { dialogs: openDialogs(2), messenger: 'v1' });
    const page = await workplace.open('/online/');
    await expectNoChip(workplace, page, 'oldMessenger');
    ask(director);
    await workplace.fence('second');
    expect(await page.locator('latchdesk-access').count()).toBe(0);
    expect(await registerOf(workplace, RU)).toEqual([]);
  });

  test('hidden on a portal, no page says a word, and the record is there', async ({ workplace }) => {
    const { director, page, messageId } = await beginAsked(workplace);
    await openDetails(page, words);
    await pressInBanner(page, banner.hideHere);
    await expectNoBanner(page);
    const another = await workplace.open('/stream/');
    await expectChip(another, '2/5');
    director.answerAccess({ messageId, answer: 'allow' });
    await expectStates(workplace, RU, 'granted');
    for (const each of [page, another]) expect(await bannerText(each)).toBe('');
    await openPanel(another);
    await expect
      .poll(() => allText(another))
      .toContain(accessLine(RU.text, await onlyGrant(workplace, RU), Date.now()));
    await clickSpoken(another, 'button', RU.text.access.revoke);
    await expect(messageOnPage(another, messageId)).toBeInViewport();
  });
});
