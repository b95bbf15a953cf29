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
import { allText, expect, isFirefox, openPanel, test } from './fixture.ts';
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
  settingsOf,
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
  const { language, place, host, main, text } = tongue;
  const words = accessWords(tongue);
  const { banner, shared, native, register } = words;
  const { form, history, signIns } = register;
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
        test.skip(isFirefox, 'Firefox ESR 153 crashes when it is asked what stands on this page after a correction');
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const messageId = ask(director, { days: 14, ticket: '4711' });
        await expectStates(workplace, tongue, 'pending');
        const page = await openRegister(workplace, tongue);
        await expect
          .poll(() => allText(page))
          .toContain(accessTitle(shared, await onlyGrant(workplace, tongue), Date.now()));
        await expect(page.getByRole('table', { name: register.register })).toContainText(shared.state.vendor.pending);
        await picture(page, info, 'register-request', tongue);

        director.answerAccess({ messageId, answer: 'allow', by: 'colleague' });
        const state = page.getByRole('table', { name: register.register });
        await expect(state).toContainText(shared.state.vendor.granted);
        await expect(state).toContainText(register.answeredBy.elsewhere);
        await expect(state).toContainText('4711');
        await state.getByRole('rowheader').getByRole('button').click();
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
        await expectHistory(
          page,
          history.heading,
          history.state(shared.state.vendor.granted, shared.state.vendor.revoked),
        );
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
        await enter(workplace, tongue, {
          ...byPhone,
          requestedAt: daysAgo(200),
          startsAt: daysAgo(200),
          state: 'ended',
        });
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
        await choose(filter.period, dashboardText.report.period.days30);
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

    test.describe('what nobody could see is written down by hand', () => {
      test('an access: a length from the usual ones or one’s own, and nothing that makes no sense', async ({
        workplace,
      }, info) => {
        stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const page = await openRegister(workplace, tongue);
        await press(page, register.record);
        const pad = page.getByRole('complementary', { name: form.title });
        await expect(pad.getByRole('group', { name: form.days }).locator('label')).toHaveText([
          '1',
          '3',
          '7',
          '14',
          '21',
        ]);
        await expect(pad.getByRole('radio', { name: '21', exact: true })).toBeChecked();
        await picture(page, info, 'record-form', tongue);

        const own = pad.getByRole('textbox', { name: form.ownDays });
        await own.fill('400');
        await expect(pad).toContainText(form.problem.days);
        await pad.getByLabel(form.grantedAt).fill(momentText(Date.now() + 5 * DAY));
        await press(page, form.save);
        await expect(pad).toContainText(form.problem.future);
        await expect(pad).toContainText(form.fix);
        await picture(page, info, 'record-problems', tongue);
        expect(await registerOf(workplace, tongue)).toEqual([]);

        const began = daysAgo(1);
        await pad.getByLabel(form.requestedAt).fill(momentText(began));
        await pad.getByLabel(form.grantedAt).fill(momentText(began));
        for (const days of ['1', '3', '14', '7']) {
          await pad.getByRole('radio', { name: days, exact: true }).check();
          await expect(own).toHaveValue('');
        }
        await pad.getByRole('textbox', { name: form.answerer }).fill('Olga');
        await pad.getByRole('textbox', { name: form.ticket }).fill('4711');
        await pad.getByRole('combobox', { name: form.dialog }).selectOption({ label: 'Question 902' });
        await pad.getByRole('textbox', { name: form.reason }).fill('By phone');
        await press(page, form.save);
        await expect(detailsOf(page)).toContainText(shared.sender.entered);
        const grant = await onlyGrant(workplace, tongue);
        expect(grant).toMatchObject({
          ...{ origin: 'entered', state: 'granted', days: 7, daysSource: 'entered', answeredBy: 'entered' },
          ...{ answerer: 'Olga', ticket: '4711', reason: 'By phone', dialog: { chatId: 902, source: 'entered' } },
        });
        expect(grant.endsAt).toBe((grant.startsAt ?? 0) + 7 * DAY);
        await picture(page, info, 'recorded', tongue);

        // An own number counts as well.
        await press(page, register.record);
        await own.fill('10');
        await press(page, form.save);
        await expect.poll(async () => (await registerOf(workplace, tongue)).length).toBe(2);
        expect((await registerOf(workplace, tongue)).map((row) => (row.kind === 'vendor' ? row.days : 0))).toContain(
          10,
        );
      });

      test('a partner without an end, and an integrator’s account that is reviewed and goes', async ({
        workplace,
      }, info) => {
        stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const page = await openRegister(workplace, tongue);
        const pad = page.getByRole('complementary', { name: form.title });
        await press(page, register.record);
        await pad.getByRole('combobox', { name: form.kind }).selectOption({ label: register.kind.partner });
        await expect(pad).toContainText(form.kindHint.partner);
        await expect(pad.getByRole('radio')).toHaveCount(0);
        await press(page, form.save);
        await expect(pad).toContainText(form.problem.partnerMissing);
        await pad.getByRole('textbox', { name: form.partnerName }).fill('Fair Wind');
        await press(page, form.save);
        await expect(page.getByRole('heading', { name: shared.title.partnerState.active('Fair Wind') })).toBeVisible();
        await expect(page.getByRole('table', { name: register.register })).toContainText(register.noEnd);

        await press(page, register.record);
        await pad.getByRole('combobox', { name: form.kind }).selectOption({ label: register.kind.integrator });
        await pad.getByRole('textbox', { name: form.name }).fill('Ilya Sokol');
        await pad.getByRole('textbox', { name: form.userId }).fill('77');
        await pad.getByLabel(form.since).fill(momentText(daysAgo(120)));
        await press(page, form.save);
        const accounts = page.getByRole('region', { name: register.integrators.title });
        await expect(accounts).toContainText('Ilya Sokol');
        await expect(accounts).toContainText(register.integrators.text);
        await picture(page, info, 'register-integrator', tongue);
        await page.getByRole('button', { name: register.reviewedNamed('Ilya Sokol') }).click();
        await expectHistory(page, history.heading, history.reviewed);

        await press(page, form.correct);
        await detailsOf(page)
          .getByRole('combobox', { name: form.state })
          .selectOption({ label: form.integratorAnswer });
        await press(page, form.save);
        await expect(detailsOf(page)).toContainText(shared.title.integratorGone('Ilya Sokol'));
        await expect(accounts).toHaveCount(0);
        const { present, gone } = shared.state.integrator;
        await expectHistory(page, history.heading, history.state(present, gone));
        await picture(page, info, 'register-integrator-gone', tongue);
      });
    });

    test.describe('it leaves as a file or on paper', () => {
      const formula = '=HYPERLINK("https://evil.example","x")';

      test('CSV and JSON hold what is on show with the whole history, and nothing that a spreadsheet would run', async ({
        workplace,
      }, info) => {
        stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        await enter(workplace, tongue, { ...byPhone, reason: formula, answerer: '+Olga', ticket: '@4711' });
        await enter(workplace, tongue, { kind: 'integrator', name: '-Sokol', userId: '77', since: daysAgo(90) });
        const page = await openRegister(workplace, tongue);
        await expect(page.getByRole('table', { name: register.register })).toContainText('-Sokol');
        const csv = await savedFile(page, dashboardText.file.csv);
        const separator = language === 'ru' ? ';' : ',';
        const [head = ''] = csv.text.split('\r\n');
        expect(csv.name).toMatch(
          new RegExp(`^latchdesk-access-${host.replaceAll('.', '\\.')}-\\d{4}-\\d{2}-\\d{2}\\.csv$`),
        );
        expect(head.startsWith(`\uFEFF${register.fileColumn.kind}${separator}`)).toBe(true);
        expect(head.split(separator).at(-1)).toBe(register.fileColumn.history);
        expect(csv.text).toContain(`"'${formula.replaceAll('"', '""')}"`);
        for (const harmless of ["'+Olga", "'@4711", "'-Sokol"]) expect(csv.text).toContain(harmless);
        expect(csv.text).not.toMatch(/(^|[;,\n"])[=+@-]/);
        expect(csv.text).toContain(history.seen(shared.state.vendor.granted));

        const json = await savedFile(page, dashboardText.file.json);
        const records = JSON.parse(json.text);
        expect(records).toHaveLength(2);
        const grant = records.find(({ kind }: { kind: string }) => kind === 'vendor');
        expect(grant).toMatchObject({ reason: formula, days: 7, daysSource: 'entered', ticket: '@4711' });
        expect(grant.startsAt).toMatch(/^\d{4}-\d{2}-\d{2}T.*Z$/);
        expect(grant.history[0]).toMatchObject({ by: 'you', inWords: history.seen(shared.state.vendor.granted) });

        // A filter narrows the file down to what is on show.
        await page
          .getByRole('combobox', { name: register.filter.kind, exact: true })
          .selectOption({ label: register.kind.integrator });
        await expect(page.getByRole('search').getByRole('status')).toHaveText(register.filter.shown(1, 2));
        const narrowed = JSON.parse((await savedFile(page, dashboardText.file.json)).text);
        expect(narrowed.map(({ kind }: { kind: string }) => kind)).toEqual(['integrator']);
        await picture(page, info, 'register-export', tongue);
      });

      test('on paper stand all records in full, and no buttons', async ({ workplace }, info) => {
        stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const ended = Array.from({ length: 60 }, (_, n) => {
          const at = daysAgo(30 + n);
          return {
            ...byPhone,
            state: 'ended',
            requestedAt: at,
            startsAt: at,
            endedAt: at + DAY,
            ticket: `${5000 + n}`,
          };
        });
        await enter(workplace, tongue, ...ended, byPhone);
        const page = await openRegister(workplace, tongue);
        await expect(page.getByRole('search').getByRole('status')).toHaveText(register.filter.shown(61, 61));
        // The browser's own dialog would stop the test; what stands on the page at that moment is what goes on the paper.
        await page.evaluate(() => {
          window.print = () => {
            document.body.dataset.printed = String(document.querySelectorAll('.register-print tbody tr').length);
          };
        });
        await press(page, register.print);
        await expect.poll(() => page.evaluate(() => document.body.dataset.printed)).toBe('61');
        await page.emulateMedia({ media: 'print' });
        const paper = page.locator('.register-print');
        await expect(paper).toBeVisible();
        await expect(paper).toContainText(host);
        await expect(paper).toContainText(register.counts(61, 0, 1, 0));
        for (const ticket of ['4711', '5000', '5059']) await expect(paper).toContainText(ticket);
        await expect(paper).toContainText(shared.state.vendor.granted);
        expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
        await page.setViewportSize({ width: 794, height: 1123 });
        await picture(page, info, 'register-print', tongue);
        await page.emulateMedia({ media: 'screen' });
        await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
        await expect(paper).toHaveCount(0);
      });
    });

    test.describe('who signed in', () => {
      /** An access that runs, with its details open on the dashboard. */
      const openGranted = async (
        workplace: Parameters<typeof openRegister>[0],
        eventLog: 'open' | 'absent' | 'refused',
      ) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2), access: { eventLog } });
        const tab = await openQuietPage(workplace, tongue);
        const messageId = ask(director, { days: 7 });
        await expectStates(workplace, tongue, 'pending');
        director.answerAccess({ messageId, answer: 'allow', by: 'colleague' });
        await expectStates(workplace, tongue, 'granted');
        const page = await openRegister(workplace, tongue);
        await page.getByRole('rowheader').getByRole('button').click();
        return { director, tab, page, part: page.getByRole('region', { name: signIns.heading }) };
      };

      test('an account that is not in the employee list is marked as that, and not called support', async ({
        workplace,
      }, info) => {
        const { director, page, part } = await openGranted(workplace, 'open');
        director.signIn({ kind: 'controller', ip: '203.0.113.99' });
        director.signIn({ kind: 'employee', ip: '198.51.100.7' });
        const logCalls = () => director.calls().filter(({ method }) => method.includes('eventlog'));
        await expect(part.getByRole('button', { name: signIns.look, exact: true })).toBeVisible();
        expect(logCalls()).toEqual([]);
        await part.getByRole('button', { name: signIns.look, exact: true }).click();
        const support = part.getByRole('row').filter({ hasText: '203.0.113.99' });
        await expect(support).toContainText(signIns.kind.unlisted);
        await expect(part.getByRole('row').filter({ hasText: '198.51.100.7' }).first()).toContainText(
          signIns.kind.employee,
        );
        await expect(part).toContainText(signIns.noProof);
        await expect(support).not.toContainText(register.kind.vendor);
        await expectHistory(page, history.heading, history.signIns(2, 1));
        await picture(page, info, 'sign-ins', tongue);
        await part.scrollIntoViewIfNeeded();
        await picture(page, info, 'sign-ins-part', tongue);
        expect(logCalls().length).toBeGreaterThan(0);

        // Once read it stays, for those who come later.
        await page.reload();
        await expect(part).toContainText('203.0.113.99');
      });

      for (const [eventLog, trouble] of [
        ['refused', signIns.trouble.refused],
        ['absent', signIns.trouble.notAvailable],
      ] as const) {
        test(`a log that is ${eventLog} is told calmly, and the record stays as it is`, async ({ workplace }, info) => {
          const { part } = await openGranted(workplace, eventLog);
          await part.getByRole('button', { name: signIns.look, exact: true }).click();
          await expect(part).toContainText(trouble.title);
          await expect(part).toContainText(trouble.text);
          await part.scrollIntoViewIfNeeded();
          await picture(part.page(), info, `sign-ins-${eventLog}`, tongue);
          await expectStates(workplace, tongue, 'granted');
        });
      }

      test('without an open tab of the portal nobody can look, and it says what to do', async ({ workplace }, info) => {
        const { tab, page, part } = await openGranted(workplace, 'open');
        await tab.close();
        await part.getByRole('button', { name: signIns.look, exact: true }).click();
        await expect(part).toContainText(signIns.trouble.noTab.title);
        await expect(part).toContainText(signIns.trouble.noTab.text);
        expect(await onlyGrant(workplace, tongue)).toMatchObject({ state: 'granted', signIns: null });
        await part.scrollIntoViewIfNeeded();
        await picture(page, info, 'sign-ins-no-tab', tongue);
      });
    });

    test.describe('what is set for the portal', () => {
      test('the usual length and the days of reminders hold from then on', async ({ workplace }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        await openQuietPage(workplace, tongue);
        const page = await openSection(workplace, tongue, 'settings');
        const part = page.getByRole('group', { name: register.settings.days });
        await part.scrollIntoViewIfNeeded();
        await expect(part.getByRole('radio', { name: '21', exact: true })).toBeChecked();
        await part.getByRole('radio', { name: '14', exact: true }).check();
        const reminders = page.getByRole('textbox', { name: register.settings.reminders });
        await expect(reminders).toHaveValue('7, 3, 1');
        await reminders.fill('soon');
        await expect(page.getByText(register.settings.remindersProblem)).toBeVisible();
        await reminders.fill('12, 5');
        await picture(page, info, 'access-settings', tongue);
        const stored = async () => (await settingsOf(workplace, tongue)).accessReminders;
        await expect.poll(stored).toEqual([12, 5]);

        ask(director, { days: null });
        await expectStates(workplace, tongue, 'pending');
        expect(await onlyGrant(workplace, tongue)).toMatchObject({ days: 14, daysSource: 'preset' });
        const dashboard = await openRegister(workplace, tongue);
        await press(dashboard, register.record);
        await expect(dashboard.getByRole('radio', { name: '14', exact: true })).toBeChecked();
        await expect(
          dashboard.getByText(shared.length.known(shared.days(14), shared.length.source.preset)).first(),
        ).toBeVisible();

        // Twelve days before the end, and not a week: as it was set.
        const past = daysAgo(2.5);
        const [id = ''] = await enter(workplace, tongue, { ...byPhone, requestedAt: past, startsAt: past, days: 14 });
        const reminded = async () =>
          (await historyOf(workplace, tongue, id)).flatMap(({ change }) =>
            change.kind === 'reminded' ? [change.reminder] : [],
          );
        await expect.poll(reminded).toEqual([{ kind: 'before', days: 12 }]);
        await letDaysPass(workplace, 4.5);
        await expect.poll(reminded, { timeout: 15_000 }).toEqual([{ kind: 'before', days: 12 }]);
        await letDaysPass(workplace, 2.1);
        await expect.poll(reminded, { timeout: 15_000 }).toEqual([
          { kind: 'before', days: 12 },
          { kind: 'before', days: 5 },
        ]);
      });
    });

    test.describe('when the question is closed', () => {
      test('the dashboard says so beside the access that still runs, and ends nothing by itself', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const tab = await openQuietPage(workplace, tongue);
        const [id = ''] = await enter(workplace, tongue, { ...byPhone, chatId: 902 });
        const page = await openRegister(workplace, tongue);
        director.closeDialog({ dialogId: 'chat902' });
        await expectBanner(tab, shared.title.ticketClosed, banner.button.revoke);
        await page.getByRole('rowheader').getByRole('button').click();
        await expectHistory(page, history.heading, history.ticketClosed);
        await picture(page, info, 'ticket-closed', tongue);
        await picture(tab, info, 'ticket-closed-banner', tongue);
        await expectStates(workplace, tongue, 'granted');
        await pressInBanner(tab, banner.button.revoke);
        await expectBanner(tab, shared.title.ticketClosed, banner.openedNote.chat);
        await openDetails(tab, words);
        await expectBanner(tab, shared.title.ticketClosed, banner.revoke.title, banner.revoke.noMessage);
        await expectStates(workplace, tongue, 'granted');
        expect(
          (await historyOf(workplace, tongue, id)).filter(({ change }) => change.kind === 'ticketClosed'),
        ).toHaveLength(1);
      });
    });

    test.describe('when the time is up', () => {
      test('banner, panel, popup, dashboard and badge say that it should have ended, and none that it has', async ({
        workplace,
      }, info) => {
        const director = stage(workplace, tongue, { dialogs: openDialogs(2) });
        const tab = await openQuietPage(workplace, tongue);
        const messageId = ask(director, { days: 7 });
        const chat = await openAtMessage(workplace, tongue, main, messageId);
        await expectBanner(chat, shared.title.request(shared.length.asked(shared.days(7), false)));
        await pressNative(chat, messageId, native.allow);
        await expectBanner(tab, banner.answered.granted);
        await pressInBanner(tab, banner.button.skip);
        await expectNoBanner(tab);
        await chat.close();

        await letDaysPass(workplace, 5);
        await expectStates(workplace, tongue, 'ending');
        const ending = await onlyGrant(workplace, tongue);
        await expectBanner(tab, shared.title.granted(clockWords(shared, ending, Date.now())), banner.button.revoke);
        await picture(tab, info, 'clock-ending', tongue);

        await letDaysPass(workplace, 3);
        await expectStates(workplace, tongue, 'overdue');
        const grant = await onlyGrant(workplace, tongue);
        const title = accessTitle(shared, grant, Date.now());
        expect(title).toContain(shared.date(grant.endsAt ?? 0, Date.now()));
        await expectBanner(tab, title, banner.button.revoke);
        await picture(tab, info, 'clock-overdue', tongue);
        const later = await workplace.open('/online/', place);
        await expectBanner(later, title);
        await openDetails(later, words);
        await expectBanner(later, title, ...banner.revoke.steps);
        expect(await bannerButtons(later)).not.toContain(banner.button.keep);
        await picture(later, info, 'clock-overdue-details', tongue);

        const line = accessLine(text, grant, Date.now());
        await openPanel(tab);
        await expect.poll(() => allText(tab)).toContain(line);
        await picture(tab, info, 'clock-overdue-panel', tongue);
        const own = await workplace.openPopup();
        await expect.poll(() => allText(own)).toContain(line);
        await expect.poll(async () => (await workplace.badge(own)).text).toContain('!');
        await picture(own, info, 'clock-overdue-popup', tongue);
        const page = await openRegister(workplace, tongue);
        await expect(page.getByRole('heading', { name: title })).toBeVisible();
        await expect(page.getByRole('table', { name: register.register })).toContainText(shared.state.vendor.overdue);
        await picture(page, info, 'clock-overdue-dashboard', tongue);

        // A person looked: it is over. Nothing says so any more.
        await pressInBanner(later, banner.button.ended);
        await expectStates(workplace, tongue, 'ended');
        for (const each of [tab, later]) await expectNoBanner(each);
        await expect.poll(async () => (await workplace.badge(own)).text).not.toContain('!');
        const kinds = (await historyOf(workplace, tongue, grant.id)).flatMap(({ change }) =>
          change.kind === 'state' ? `${change.to} ${change.why}` : [],
        );
        expect(kinds.slice(-3)).toEqual(['ending clock', 'overdue clock', 'ended person']);
      });
    });
  });
}
