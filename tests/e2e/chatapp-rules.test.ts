/**
 * ChatApp's rules as the section tells them, from real readings through a tab of the portal: whom the access list lets
 * in, what each option does, who starts conversations, and what ChatApp does not state.
 */
import type { Page } from '@playwright/test';
import type { ScenarioChanges } from '../../demo/portal.ts';
import { picture, TONGUES } from './cards.ts';
import {
  block,
  changeRecord,
  employeesOf,
  explainOn,
  gateIn,
  goTo,
  lineNameOf,
  nameOf,
  openGates,
  openRead,
  pressReadAgain,
  sectionWords,
  sentenceOn,
  stageOn,
  tell,
  tellOptions,
  writingCalls,
} from './chatapp.ts';
import { expect, test, type Workplace } from './fixture.ts';

// A portal, the list of applications, and several readings.
test.describe.configure({ timeout: 90_000 });

const DAY = 86_400_000;
/** People of the demo portals. */
const [ME, OTHER_ADMINISTRATOR, SELLER, CARER, SUPPORTER, ACCOUNTANT, HOMELESS] = [
  1, 1010, 1011, 1015, 1014, 1017, 1019,
];
const DISMISSED = 1020;

for (const tongue of TONGUES) {
  const { language, text } = tongue;
  const words = sectionWords(tongue);
  const { chatapp, explainer } = words;
  const { access, options, accounts } = chatapp;
  const { finding, verdict, because, gate: gateNames } = explainer;
  const asSentence = (clause: string) => `${clause.charAt(0).toLocaleUpperCase()}${clause.slice(1)}`;
  const listBlock = (page: Page) => block(page, access.heading);

  const openWith = (workplace: Workplace, scenario: ScenarioChanges = {}) => openRead(workplace, tongue, scenario);
  const explain = (workplace: Workplace, page: Page, employee: number, line: number | null = null) =>
    explainOn(workplace, tongue, page, employee, line);

  test.describe(`in ${language}`, () => {
    test.use({ browserLocale: language === 'ru' ? 'ru-RU' : 'en-US' });

    test('C4/C6: an empty list is everyone, counted and warned of, with its age', async ({ workplace }, info) => {
      const { director, page } = await openWith(workplace);
      const all = employeesOf(director).length;
      expect(all).toBe(13);
      await expect(listBlock(page)).toContainText(access.everyone(chatapp.employees(all)));
      await expect(listBlock(page)).toContainText(access.everyoneWarning);
      await expect(listBlock(page)).toContainText(chatapp.source.read(text.age(Date.now(), Date.now())));
      await picture(page, info, 'everyone', tongue);
      await explain(workplace, page, ACCOUNTANT);
      const gates = await openGates(page, words, 'see');
      await expect(gateIn(gates, gateNames.accessList)).toContainText(asSentence(finding.listEmpty('')));
      await expect(gateIn(gates, gateNames.accessList)).toContainText(explainer.ruleName('C6'));
      expect(writingCalls(director)).toEqual([]);
    });

    for (const generation of ['new', 'old'] as const) {
      test(`C4/C6: users and departments in names and counts, on the ${generation} pages`, async ({
        workplace,
      }, info) => {
        const market = { generation, accessList: [`U${SELLER}`, 'DR10', 'D12'] };
        const { director, page } = await openWith(workplace, { market });
        const { departments } = director.staffState();
        const named = (id: number) => departments.find((each) => each.id === id)?.name ?? '';
        const row = (name: string) => listBlock(page).getByRole('row').filter({ hasText: name });
        // One person, six of sales and wholesale with their heads, four of customer care; two of them count twice.
        await expect(listBlock(page)).toContainText(access.some(3, chatapp.employees(8)));
        await expect(listBlock(page)).toContainText(access.administratorsToo);
        await expect(row(nameOf(director, SELLER))).toContainText(access.kind.user);
        await expect(row(nameOf(director, SELLER))).toContainText(chatapp.employees(1));
        await expect(row(named(10))).toContainText(access.kind.departmentTree);
        await expect(row(named(10))).toContainText(chatapp.employees(6));
        await expect(row(named(12))).toContainText(access.kind.department);
        await expect(row(named(12))).toContainText(chatapp.employees(4));
        await picture(page, info, `list-${generation}`, tongue);

        await explain(workplace, page, CARER);
        await expect(sentenceOn(page, words, 'see')).toContainText(
          finding.listed(explainer.code.department(named(12))),
        );
        await explain(workplace, page, ACCOUNTANT);
        await expect(sentenceOn(page, words, 'see')).toHaveText(
          `${because(verdict.see.no(nameOf(director, ACCOUNTANT)), finding.notListed(''))}.`,
        );
        await expect(stageOn(page, words, 'see')).toContainText(explainer.meets.words.noTabs);
        // What comes after a closed door is told as closed.
        await expect(sentenceOn(page, words, 'open')).toContainText(verdict.open.no(nameOf(director, ACCOUNTANT)));
        await explain(workplace, page, OTHER_ADMINISTRATOR);
        await expect(sentenceOn(page, words, 'see')).toContainText(finding.listExempt(''));
      });
    }

    test('C4/C6: a list near 2,000 characters and beyond is warned of, before and after', async ({ workplace }) => {
      const codes = (count: number) => Array.from({ length: count }, (_, n) => `U${5001 + n}`);
      const { director, page } = await openWith(workplace, {
        staff: { manyEmployees: 400 },
        market: { accessList: codes(200) },
      });
      await expect(listBlock(page)).toContainText(access.length(1199, 2000));
      await expect(listBlock(page)).not.toContainText(access.lengthAlways);
      director.setAccessList({ access: codes(310) });
      await pressReadAgain(page, words);
      await expect(listBlock(page)).toContainText(access.length(1859, 2000));
      await expect(listBlock(page)).toContainText(access.lengthNear);
      await expect(listBlock(page)).toContainText(access.lengthAlways);
      director.setAccessList({ access: codes(340) });
      await pressReadAgain(page, words);
      await expect(listBlock(page)).toContainText(access.length(2039, 2000));
      await expect(listBlock(page)).toContainText(access.lengthTooLong);
      await expect(listBlock(page)).toContainText(access.some(340, chatapp.employees(340)));
    });

    test('C4/C6: codes that nobody holds are told, and that the next save opens the list', async ({
      workplace,
    }, info) => {
      const { director, page } = await openWith(workplace, { market: { accessList: [`U${DISMISSED}`, 'D12'] } });
      await expect(listBlock(page)).toContainText(access.dropped(1));
      await expect(listBlock(page)).toContainText(`U${DISMISSED}`);
      await expect(listBlock(page)).toContainText(access.unlisted);
      await expect(listBlock(page)).not.toContainText(access.dropsToEveryone.title);
      director.setAccessList({ access: [`U${DISMISSED}`, 'D99'] });
      await pressReadAgain(page, words);
      await expect(listBlock(page)).toContainText(access.dropped(2));
      await expect(listBlock(page)).toContainText(access.forNobody.title);
      await expect(listBlock(page)).toContainText(access.dropsToEveryone.title);
      await picture(page, info, 'nobody', tongue);
    });

    test('C7: with access but outside the queue or without a role, it is told what else is needed', async ({
      workplace,
    }) => {
      // All departments have a role with every right.
      const roles = [{ code: 'DR1', role: 'administrator' }];
      const { director, page } = await openWith(workplace, { staff: { roles } });
      await tellOptions(page, { password: false, personal: false, responsible: false });
      const line = lineNameOf(director, 1);
      await explain(workplace, page, ACCOUNTANT, 1);
      await expect(sentenceOn(page, words, 'see')).toContainText(verdict.see.yes(nameOf(director, ACCOUNTANT)));
      // Not stated whether the queue is needed while everybody may start: never a verdict.
      await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.depends(nameOf(director, ACCOUNTANT)));
      await expect(stageOn(page, words, 'start')).toContainText(explainer.ambiguity.A6);
      await expect(stageOn(page, words, 'start')).toContainText(explainer.reading.optionAlone);
      await expect(stageOn(page, words, 'start')).toContainText(explainer.reading.queueAsWell);
      const gates = await openGates(page, words, 'start');
      await expect(gateIn(gates, gateNames.queue)).toContainText(
        asSentence(finding.queueOut(explainer.line.named(line))),
      );
      await expect(gateIn(gates, gateNames.queue)).toContainText(explainer.ruleName('C7'));
      await expect(gateIn(gates, gateNames.queue)).toContainText(explainer.state.missing);

      // Outside the structure: the role is given to departments.
      await explain(workplace, page, HOMELESS, 1);
      const without = await openGates(page, words, 'start');
      await expect(gateIn(without, gateNames.role)).toContainText(asSentence(finding.roleNone('')));
      await expect(gateIn(without, gateNames.role)).toContainText(explainer.ruleName('C7'));

      // In the queue and with a role there is nothing left to ask.
      await explain(workplace, page, SELLER, 1);
      await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.yes(nameOf(director, SELLER)));
    });

    test('C8: without restrictions whoever sees the application opens Dialog; C12: as the owner, which is warned of', async ({
      workplace,
    }, info) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false });
      await explain(workplace, page, ACCOUNTANT);
      await expect(sentenceOn(page, words, 'open')).toContainText(verdict.open.yes(nameOf(director, ACCOUNTANT)));
      await expect(stageOn(page, words, 'open')).toContainText(explainer.password.no);
      await expect(stageOn(page, words, 'open')).toContainText(explainer.account.owner);
      await openGates(page, words, 'open');
      await expect(stageOn(page, words, 'open')).toContainText(explainer.rule.C8);
      // The word is told with its author, never as if the portal had told it.
      const gates = await openGates(page, words, 'open');
      await expect(gateIn(gates, gateNames.password)).toContainText(explainer.state.entered);
      await expect(gateIn(gates, gateNames.password)).toContainText(nameOf(director, ME));

      await tell(page, { type: 'step.told', step: 'enabled', value: false });
      await goTo(workplace, tongue, page, 'accounts');
      await expect(page.getByText(accounts.worksAsOwner.title)).toBeVisible();
      await expect(page.getByText(accounts.worksAsOwner.text)).toBeVisible();
      await picture(page, info, 'owner', tongue);
    });

    test('C9/C10: the password is told to employees with and without an account, and not to administrators', async ({
      workplace,
    }) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: true, personal: false });
      await tell(page, { type: 'accounts.told', without: [String(ACCOUNTANT)] });
      await explain(workplace, page, SELLER);
      await expect(sentenceOn(page, words, 'open')).toContainText(verdict.open.yes(nameOf(director, SELLER)));
      await expect(stageOn(page, words, 'open')).toContainText(explainer.password.yes);
      // Whose account it is then, two rules tell differently.
      await expect(stageOn(page, words, 'open')).toContainText(explainer.ambiguity.A2);

      await explain(workplace, page, ACCOUNTANT);
      await expect(sentenceOn(page, words, 'open')).toContainText(verdict.open.no(nameOf(director, ACCOUNTANT)));
      await expect(stageOn(page, words, 'open')).toContainText(explainer.meets.words.loginForm);
      await expect(gateIn(await openGates(page, words, 'open'), gateNames.account)).toContainText(
        explainer.ruleName('C9'),
      );

      await explain(workplace, page, OTHER_ADMINISTRATOR);
      await expect(sentenceOn(page, words, 'open')).toContainText(
        verdict.open.yes(nameOf(director, OTHER_ADMINISTRATOR)),
      );
      await expect(stageOn(page, words, 'open')).toContainText(explainer.password.no);
      await expect(stageOn(page, words, 'open')).toContainText(explainer.ambiguity.A5);
      const gates = await openGates(page, words, 'open');
      await expect(gateIn(gates, gateNames.password)).toContainText(explainer.ruleName('C10'));
      await expect(gateIn(gates, gateNames.password)).toContainText(explainer.state.exempt);
    });

    test('C11: four steps are ticked off, taken back, and warned of when the last comes too early', async ({
      workplace,
    }, info) => {
      const { director, page } = await openWith(workplace);
      await goTo(workplace, tongue, page, 'accounts');
      const step = (title: string) => page.getByRole('listitem', { name: title });
      const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
      const { linked, invited, synchronised, enabled } = accounts.step;
      for (const { title } of [linked, invited, synchronised, enabled]) {
        await expect(step(title)).toContainText(accounts.state.unknown);
      }
      await expect(page.getByText(accounts.ownerUnknown.title)).toBeVisible();
      await expect(step(linked.title)).toContainText(accounts.next);

      await press(accounts.doneNamed(linked.title));
      await expect(step(linked.title)).toContainText(accounts.state.done);
      await expect(step(linked.title)).toContainText(nameOf(director, ME));
      await expect(step(invited.title)).toContainText(accounts.next);
      await press(accounts.notDoneNamed(invited.title));
      await press(accounts.doneNamed(enabled.title));
      await expect(page.getByText(accounts.tooEarly.title)).toBeVisible();
      await picture(page, info, 'too-early', tongue);

      // For an employee it is not stated what an open step comes to.
      await tellOptions(page, { password: false });
      await explain(workplace, page, SELLER);
      await expect(sentenceOn(page, words, 'open')).toContainText(verdict.open.depends(nameOf(director, SELLER)));
      await expect(stageOn(page, words, 'open')).toContainText(explainer.ambiguity.A3);

      await goTo(workplace, tongue, page, 'accounts');
      await press(accounts.doneNamed(invited.title));
      await press(accounts.doneNamed(synchronised.title));
      await expect(page.getByText(accounts.tooEarly.title)).toHaveCount(0);
      await expect(page.getByText(accounts.allDone)).toBeVisible();
      await expect(page.getByText(accounts.ownAccounts.title)).toBeVisible();
      await press(accounts.withdrawNamed(linked.title));
      await expect(step(linked.title)).toContainText(accounts.state.unknown);
      await expect(page.getByText(accounts.allDone)).toHaveCount(0);
      await page.reload();
      await expect(step(linked.title)).toContainText(accounts.state.unknown);
      await expect(step(synchronised.title)).toContainText(accounts.state.done);
    });

    test('C13–C15: with the option on only the queue may start, others are denied, administrators are exempt', async ({
      workplace,
    }, info) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false, responsible: true });
      const line = explainer.line.named(lineNameOf(director, 1));
      await explain(workplace, page, SELLER, 1);
      await expect(sentenceOn(page, words, 'start')).toHaveText(
        `${because(verdict.start.yes(nameOf(director, SELLER)), finding.queueNamed(line))}.`,
      );
      const open = await openGates(page, words, 'start');
      await expect(gateIn(open, gateNames.queue)).toContainText(explainer.ruleName('C13'));

      await explain(workplace, page, ACCOUNTANT, 1);
      await expect(sentenceOn(page, words, 'start')).toHaveText(
        `${because(verdict.start.no(nameOf(director, ACCOUNTANT)), finding.queueOut(line))}.`,
      );
      await expect(stageOn(page, words, 'start')).toContainText(explainer.meets.words.denied);
      const closed = await openGates(page, words, 'start');
      await expect(gateIn(closed, gateNames.queue)).toContainText(explainer.ruleName('C14'));
      await expect(gateIn(closed, gateNames.queue)).toContainText(explainer.gates.decides);
      await picture(page, info, 'denied', tongue);

      await explain(workplace, page, OTHER_ADMINISTRATOR, 1);
      await expect(sentenceOn(page, words, 'start')).toContainText(
        verdict.start.yes(nameOf(director, OTHER_ADMINISTRATOR)),
      );
      const exempt = await openGates(page, words, 'start');
      await expect(gateIn(exempt, gateNames.queue)).toContainText(explainer.ruleName('C15'));
      await expect(gateIn(exempt, gateNames.queue)).toContainText(explainer.state.exempt);
    });

    test('C13/A1: a department in the queue or another line’s queue is no verdict; both readings stand there', async ({
      workplace,
    }, info) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false, responsible: true });
      const line = explainer.line.named(lineNameOf(director, 2));
      // On the second line customer care stands as a department, and one of it by name.
      await explain(workplace, page, SUPPORTER, 2);
      await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.yes(nameOf(director, SUPPORTER)));
      await explain(workplace, page, CARER, 2);
      const card = stageOn(page, words, 'start');
      await expect(sentenceOn(page, words, 'start')).toHaveText(
        `${because(verdict.start.depends(nameOf(director, CARER)), finding.queueByDepartment(line))}.`,
      );
      await expect(card).toContainText(explainer.ambiguity.A1);
      await expect(card).toContainText(explainer.readings.heading);
      const reading = (condition: string) => card.locator('.readings li').filter({ hasText: condition });
      await expect(card.locator('.readings li')).toHaveCount(2);
      await expect(reading(explainer.reading.personsOnly)).toContainText(explainer.readings.answer.no);
      await expect(reading(explainer.reading.departmentsCount)).toContainText(explainer.readings.answer.yes);
      // Only one of them is how the portal itself counts.
      await expect(reading(explainer.reading.departmentsCount)).toContainText(explainer.readings.shown);
      await expect(reading(explainer.reading.personsOnly)).not.toContainText(explainer.readings.shown);
      await picture(page, info, 'department-entry', tongue);

      await explain(workplace, page, SELLER, 2);
      await expect(sentenceOn(page, words, 'start')).toContainText(finding.queueElsewhere(line));
      await expect(card).toContainText(explainer.reading.thisLineOnly);
      await expect(card).toContainText(explainer.reading.anyLine);
    });

    test('who can start on a line: everybody is in one of four groups, each with why', async ({ workplace }, info) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false, responsible: true });
      await goTo(workplace, tongue, page, 'explain', 'w1');
      const group = page.getByRole('group', { name: explainer.whoCan.filter });
      // Three of the queue, and the two administrators.
      await expect(group).toContainText(explainer.whoCan.count.yes(5));
      await expect(group).toContainText(explainer.whoCan.count.unknown(0));
      const rows = page.locator('table.windowed tbody tr');
      await expect(rows).toHaveCount(5);
      for (const id of [ME, OTHER_ADMINISTRATOR, SELLER]) {
        await expect(rows.filter({ hasText: nameOf(director, id) })).toHaveCount(1);
      }
      await group.getByRole('button').nth(1).click();
      const accountant = rows.filter({ hasText: nameOf(director, ACCOUNTANT) });
      await expect(accountant).toContainText(finding.queueOut(explainer.line.named(lineNameOf(director, 1))).slice(1));
      await picture(page, info, 'who-can', tongue);
      await accountant.getByRole('button').click();
      await expect(sentenceOn(page, words, 'start')).toContainText(verdict.start.no(nameOf(director, ACCOUNTANT)));
    });

    test('two employees side by side: what differs first, and which question they part at', async ({
      workplace,
    }, info) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false, responsible: true });
      await goTo(workplace, tongue, page, 'explain', `c${SELLER},${ACCOUNTANT},1`);
      const pair = page.locator('.explain-pair');
      await expect(pair).toContainText(explainer.compare.parting(explainer.stage.start));
      const queue = pair.getByRole('row').filter({ has: page.getByRole('rowheader', { name: gateNames.queue }) });
      await expect(queue).toContainText(explainer.state.found);
      await expect(queue).toContainText(explainer.state.missing);
      await picture(page, info, 'compared', tongue);
      // "It works for me" of an administrator says nothing: exempt stands where the other is stopped.
      await goTo(workplace, tongue, page, 'explain', `c${ME},${ACCOUNTANT},1`);
      await expect(queue).toContainText(explainer.state.exempt);
      await expect(pair).toContainText(nameOf(director, ME));
    });

    test('texts for the employee and for a colleague are copied as they stand, in either language', async ({
      workplace,
    }) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false, responsible: true });
      await workplace.context.grantPermissions(['clipboard-read', 'clipboard-write']);
      await explain(workplace, page, ACCOUNTANT, 1);
      const { letters } = explainer;
      await page.getByRole('button', { name: letters.heading }).click();
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const fix = explainer.fix.addToQueue(explainer.line.named(lineNameOf(director, 1)));
      await page.getByRole('button', { name: letters.copyEmployee }).click();
      await expect.poll(copied).toContain(letters.greeting(nameOf(director, ACCOUNTANT)));
      const own = await copied();
      expect(own).toContain(letters.stage(letters.stageOf.start, letters.verdict.no));
      expect(own).toContain(letters.todo(fix));
      expect(own).toContain(letters.byAdministrator);
      await page.getByRole('button', { name: letters.copyColleague }).click();
      await expect.poll(copied).toContain(letters.who(nameOf(director, ACCOUNTANT), String(ACCOUNTANT)));
      const asked = await copied();
      expect(asked).toContain(letters.todo(fix));
      expect(asked).toContain(letters.where(letters.placeOf.lineQueue));
      expect(asked).toContain(letters.careful);
      expect(asked.endsWith('\n')).toBe(true);
    });

    test('before an option is switched: for whom something changes, from what to what', async ({ workplace }, info) => {
      const { director, page } = await openWith(workplace);
      await tellOptions(page, { password: false, personal: false, responsible: false });
      await goTo(workplace, tongue, page, 'options');
      const { change } = options;
      const part = block(page, change.heading);
      // Everybody but the two administrators is asked for a password.
      await expect(part).toContainText(change.count(11, 13));
      const rows = part.locator('table.windowed tbody tr');
      await expect(rows).toHaveCount(11);
      await expect(rows.filter({ hasText: nameOf(director, SELLER) })).toContainText(
        change.fromTo(change.password.no, change.password.yes),
      );
      await expect(rows.filter({ hasText: nameOf(director, ME) })).toHaveCount(0);
      await part.getByLabel(change.option, { exact: true }).selectOption('responsible');
      await part.getByLabel(change.line, { exact: true }).selectOption('1');
      await expect(rows.filter({ hasText: nameOf(director, ACCOUNTANT) })).toContainText(change.verdict.no);
      await expect(rows.filter({ hasText: nameOf(director, ME) })).toHaveCount(0);
      await expect(part).toContainText(change.lead);
      await picture(page, info, 'change', tongue);
    });

    test('the questions about options come once, after 90 days, and after a reinstall again', async ({ workplace }) => {
      const { director, page } = await openWith(workplace);
      await goTo(workplace, tongue, page, 'options');
      await expect(page.getByText(options.due(3))).toBeVisible();
      await expect(page.getByText(options.dueWhy.neverAsked)).toHaveCount(3);
      const card = (name: string) => page.getByRole('listitem').filter({ has: page.getByRole('heading', { name }) });
      const password = card(options.change.name.password);
      await password.getByRole('button', { name: options.answer.on, exact: true }).click();
      await expect(password).toContainText(nameOf(director, ME));
      await expect(page.getByText(options.due(2))).toBeVisible();
      await expect(password).not.toContainText(options.dueWhy.neverAsked);

      await page.clock.install({ time: Date.now() + 91 * DAY });
      await page.reload();
      await expect(password).toContainText(options.dueWhy.old);
      await page.clock.setSystemTime(Date.now());
      await page.reload();
      await expect(password).toContainText(nameOf(director, ME));
      await expect(password).not.toContainText(options.dueWhy.old);

      await changeRecord(page, { reinstalledAt: Date.now() });
      await page.reload();
      await expect(password).toContainText(options.dueWhy.reinstalled);
      await expect(password).toContainText(options.mayBeReset);
      await password.getByRole('button', { name: options.answer.on, exact: true }).click();
      await expect(password).not.toContainText(options.dueWhy.reinstalled);
      // The first answer stays to be looked up.
      await expect(password.getByText(options.history)).toBeVisible();
    });
  });
}
