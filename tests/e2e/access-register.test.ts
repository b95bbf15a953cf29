/** The register of access: what it keeps, what a person adds and corrects, what leaves it, and what time does to it. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { accessLine } from '../../domain/access/lines.ts';
import { DAY } from '../../domain/access/record.ts';
import { accessTitle, clockWords } from '../../domain/access/sentences.ts';
import {
  accessWords,
  ask,
  bannerButtons,
  expectBanner,
  expectNoBanner,
  expectStates,
  historyOf,
  onlyGrant,
  openAtMessage,
  openDetails,
  openRegister,
  pressInBanner,
  pressNative,
  registerOf,
} from './access.ts';
import { openDialogs, picture, stage, TONGUES } from './cards.ts';
import { allText, expect, expectChip, openPanel, test } from './fixture.ts';
import {
  changesOf,
  dashboardWords,
  enter,
  expectHistory,
  historyLines,
  letDaysPass,
  openQuietPage,
  openSection,
  rowNames,
} from './register.ts';

// Each of them waits for several readings, and the portal is not read more often than every three seconds.
test.describe.configure({ timeout: 90_000 });

/** What the browser's own field for date and time takes. */
const momentText = (at: number): string => {
  const date = new Date(at);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}T${two(date.getHours())}:${two(date.getMinutes())}`;
};

const daysAgo = (days: number): number => Date.now() - days * DAY;

/** Presses a button that saves a file; answers what is in it. */
async function savedFile(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

for (const tongue of TONGUES) {
  const { language, place, host, main, text, popup } = tongue;
  const words = accessWords(tongue);
  const { banner, shared, native, register } = words;
  const { form, history, pane, signIns } = register;
  const dashboardText = dashboardWords(tongue);

  /** A plain access that somebody agreed to by phone. */
  const byPhone = {
    kind: 'vendor',
    state: 'granted',
    requestedAt: daysAgo(2),
    startsAt: daysAgo(2),
    days: 7,
    ticket: '4711',
    chatId: null,
    reason: 'CRM mail',
    answerer: 'Olga',
  } as const;

  const detailsOf = (page: Page) => page.getByRole('complementary');
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first().click();

  test.describe(`in ${language}`, () => {
    test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

    test.describe('what happened is kept', () => {
      test('a request and its answer stand there with their history; a correction is one more line, and none is lost', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const messageId = ask(director, { days: 14, ticket: '4711' });
        await expectStates(workplace, tongue, 'pending');
        const page = await openRegister(workplace, tongue);
        await expect.poll(() => allText(page)).toContain(accessTitle(shared, await onlyGrant(workplace, tongue), Date.now()));
        await expect(page.getByRole('table', { name: register.register })).toContainText(shared.state.vendor.pending);
        await picture(page, info, 'register-request', tongue);

        director.answerAccess({ messageId, answer: 'allow', by: 'colleague' });
        const state = page.getByRole('table', { name: register.register });
        await expect(state).toContainText(shared.state.vendor.granted);
        await expect(state).toContainText(register.answeredBy.elsewhere);
        await expect(state).toContainText('4711');
        await state.getByRole('button').first().click();
        const details = detailsOf(page);
        await expect(details).toContainText(history.seen(shared.state.vendor.pending));
        await expect(details).toContainText(history.state(shared.state.vendor.pending, shared.state.vendor.granted));
        await picture(page, info, 'register-history', tongue);
        const { id } = await onlyGrant(workplace, tongue);
        const [before, linesBefore] = [
          changesOf(await historyOf(workplace, tongue, id)),
          await historyLines(page, history.heading),
        ];

        await press(page, form.correct);
        await details.getByRole('textbox', { name: form.ownDays }).fill('5');
        await details.getByRole('textbox', { name: form.reason }).fill('CRM mail is late');
        await details.getByRole('textbox', { name: form.ticket }).fill('4712');
        await picture(page, info, 'register-correction', tongue);
        await press(page, form.save);
        await expectHistory(page, history.heading, history.fieldChanged(history.field.ticket, '4711', '4712'));
        await expectHistory(page, history.heading, history.fieldSet(history.field.reason, 'CRM mail is late'));
        await expectHistory(page, history.heading, shared.length.known(shared.days(5), shared.length.source.entered));
        const after = changesOf(await historyOf(workplace, tongue, id));
        expect(after.slice(0, before.length)).toEqual(before);
        expect(after.length).toBe(before.length + 3);
        expect((await historyLines(page, history.heading)).slice(-linesBefore.length)).toEqual(linesBefore);
        expect(await onlyGrant(workplace, tongue)).toMatchObject({
          days: 5,
          daysSource: 'entered',
          reason: 'CRM mail is late',
          ticket: '4712',
        });
        await picture(page, info, 'register-corrected', tongue);

        // What a person says of the end is a line as well, and the clock stops with it.
        await press(page, form.correct);
        await details.getByRole('combobox', { name: form.state }).selectOption({ label: form.vendorAnswer.revoked });
        await press(page, form.save);
        await expectHistory(page, history.heading, history.state(shared.state.vendor.granted, shared.state.vendor.revoked));
        expect(changesOf(await historyOf(workplace, tongue, id)).slice(0, after.length)).toEqual(after);
        await expectStates(workplace, tongue, 'revoked');
      });

      test('it is searched and filtered by kind, state and time, and says how many are left', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        ask(director);
        director.imitateRequest({ by: 'marketBot' });
        await expect.poll(async () => (await registerOf(workplace, tongue)).length, { timeout: 15_000 }).toBe(2);
        await enter(workplace, tongue, { ...byPhone, requestedAt: daysAgo(200), startsAt: daysAgo(200), state: 'ended' });
        const partner = { kind: 'partner', startsAt: daysAgo(40), reason: '', answerer: '' };
        await enter(workplace, tongue, { ...partner, partnerName: 'Fair Wind' });
        await enter(workplace, tongue, { kind: 'integrator', name: 'Ilya Sokol', userId: '77', since: daysAgo(90) });
        const page = await openRegister(workplace, tongue);
        const { filter, kind } = register;
        const told = page.getByRole('search').getByRole('status');
        const names = () => rowNames(page, register.register);
        const choose = (label: string, name: string) =>
          page.getByRole('combobox', { name: label, exact: true }).selectOption({ label: name });
        await expect(told).toHaveText(filter.shown(5, 5));
        await picture(page, info, 'register-all', tongue);

        await choose(filter.kind, kind.partner);
        await expect(told).toHaveText(filter.shown(1, 5));
        expect(await names()).toEqual(['Fair Wind']);
        await choose(filter.kind, filter.anyKind);
        await choose(filter.state, filter.group.past);
        await expect(told).toHaveText(filter.shown(1, 5));
        expect(await names()).toEqual([kind.vendor]);
        await choose(filter.state, filter.group.open);
        await expect(told).toHaveText(filter.shown(2, 5));
        await choose(filter.state, filter.anyState);
        await choose(filter.period, dashboardText.report.period.last30);
        await expect(told).toHaveText(filter.shown(2, 5));
        await choose(filter.period, filter.anyTime);

        await page.getByRole('searchbox', { name: filter.search }).fill('sokol');
        await expect(told).toHaveText(filter.shown(1, 5));
        expect(await names()).toEqual(['Ilya Sokol']);
        await page.getByRole('searchbox', { name: filter.search }).fill('4711 olga');
        await expect(told).toHaveText(filter.shown(1, 5));
        await picture(page, info, 'register-filtered', tongue);
        await page.getByRole('searchbox', { name: filter.search }).fill('nothing like that');
        await expect(page.getByText(register.noneFound.title)).toBeVisible();
        await press(page, register.clear);
        await expect(told).toHaveText(filter.shown(5, 5));
      });
    });
  });
}
