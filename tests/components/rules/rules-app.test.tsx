// @vitest-environment happy-dom
/** The rules page as it is wired, with a background that checks and keeps what it is told. */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Rule } from '../../../domain/rules/rule.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { DashboardApp } from '../../../entrypoints/dashboard/DashboardApp.tsx';
import { dashboardStore } from '../../../entrypoints/dashboard/dashboard-store.ts';
import { parsePlace } from '../../../entrypoints/dashboard/place.ts';
import { loadSection } from '../../../entrypoints/dashboard/sections.ts';
import { wipe } from '../../../entrypoints/dashboard/wipe-flow.ts';
import { en as dashboard } from '../../../locales/dashboard/en.ts';
import { en } from '../../../locales/rules/en.ts';
import { en as runs } from '../../../locales/runs/en.ts';
import { problem } from '../../../locales/runs/problems-en.ts';
import { drawDashboard } from '../dashboard/drawing.tsx';
import { front } from '../dashboard/fronts.ts';
import { card, FakeBackground, readyRule } from './background.ts';

const scene = vi.hoisted(() => ({ send: (_message: unknown): Promise<unknown> => Promise.resolve(null) }));

vi.mock('../../../platform/browser.ts', () => {
  const event = () => ({ addListener: () => undefined, removeListener: () => undefined });
  const runtime = { onMessage: event(), sendMessage: (message: unknown) => scene.send(message) };
  const storage = { session: { get: async () => ({}) }, onChanged: event() };
  const permissions = {
    contains: async () => false,
    getAll: async () => ({ origins: [] }),
    request: async () => false,
    onAdded: event(),
    onRemoved: event(),
  };
  return { browser: { runtime, storage, permissions, tabs: { query: async () => [] } } };
});

const words = en.messages;
const { editor, list, template, deed } = words;
const destinations = runs.messages.destination.heading;

/** Opens the page as the address says; the address is followed as the browser would. */
async function open(hash: string, changes: Partial<RulesView> = {}) {
  const background = new FakeBackground(changes);
  scene.send = background.send;
  location.hash = hash;
  dashboardStore.trigger.moved({ place: parsePlace(hash) });
  const drawn = drawDashboard(dashboard, <DashboardApp language="en" />);
  await screen.findByRole('heading', { name: dashboard.messages.rail.section.rules });
  return { background, ...drawn };
}

/** The page is left and opened again, as by a reload. */
function reload() {
  cleanup();
  drawDashboard(dashboard, <DashboardApp language="en" />);
}

/** happy-dom tells of a new address later than a browser. */
const follow = () =>
  act(() => {
    dashboardStore.trigger.moved({ place: parsePlace(location.hash) });
  });
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const type = (label: string, value: string) => fireEvent.input(screen.getByLabelText(label), { target: { value } });
const choose = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });
const inWords = () => screen.getByRole('region', { name: editor.inWords }).textContent;
const take = (name: string) => press(list.of(words.creating.take, name));

beforeEach(async () => {
  await loadSection('rules');
  sessionStorage.clear();
  dashboardStore.trigger.frontTold({ front: front([], { at: 0 }) });
});
afterEach(cleanup);

describe('a new rule', () => {
  test('begins with a ready one, is saved as it is, and then shows what it would have done', async () => {
    const { background } = await open('#rules/new');
    take(template.requestPending.name);
    expect(inWords()).toContain('When a request for access has been without an answer for 4 hours on any portal');
    press(editor.save);
    expect(await screen.findByText(deed.saved)).toBeDefined();
    follow();
    const [message] = background.of('rule.saved');
    expect(message).toMatchObject({ version: null, rule: { trigger: { kind: 'access.requested', pendingHours: 4 } } });
    expect(location.hash).toBe(`#rules/${(message?.rule as Rule | undefined)?.id}`);
    expect(await screen.findByText(words.page.nextDry.text)).toBeDefined();
    await waitFor(() => expect(background.of('rule.rehearsed')).toHaveLength(1));
    expect(screen.getByRole('button', { name: list.of(list.switchOn, template.requestPending.name) })).toBeDefined();
  });

  test('is one press away where there is none yet; with one of them the page is about it', async () => {
    await open('#rules');
    take(template.requestPending.name);
    follow();
    expect(location.hash).toBe('#rules/new');
    expect(screen.getByLabelText<HTMLInputElement>(editor.field.name).value).toBe(template.requestPending.name);
    expect(screen.queryByText(words.page.goesOnEditing)).toBeNull();
    press(editor.cancel);
    press(editor.discard);
    follow();
    press(list.create);
    follow();
    expect(screen.getByText(words.creating.lead)).toBeDefined();
    cleanup();
    await open('#rules', { cards: [card({ rule: readyRule(0) })] });
    expect(screen.queryByText(words.creating.templates)).toBeNull();
  });

  test('that was only looked at makes room for another one; what was typed does not', async () => {
    const nameNow = () => screen.getByLabelText<HTMLInputElement>(editor.field.name).value;
    const goHome = () => {
      location.hash = '#rules';
      follow();
    };
    await open('#rules');
    take(template.requestPending.name);
    follow();
    goHome();
    take(template.slotFree.name);
    follow();
    expect(nameNow()).toBe(template.slotFree.name);
    type(editor.field.name, 'Mine');
    goHome();
    take(template.requestPending.name);
    follow();
    expect(nameNow()).toBe('Mine');
    expect(screen.getByText(words.page.goesOnEditing)).toBeDefined();
  });

  test('shows where it may send only where it does', async () => {
    await open('#rules/new');
    take(words.creating.own.title);
    expect(screen.queryByRole('region', { name: destinations })).toBeNull();
    choose(editor.field.kind, 'webhook');
    expect(screen.getByRole('region', { name: destinations })).toBeDefined();
  });

  test('with something missing stays as it was typed, says at the field what is wrong, and leads there', async () => {
    const { background } = await open('#rules/new');
    take(words.creating.own.title);
    type(editor.field.text, 'What was typed');
    press(editor.save);
    const name = screen.getByLabelText(editor.field.name);
    await waitFor(() => expect(document.activeElement).toBe(name));
    expect(name.getAttribute('aria-invalid')).toBe('true');
    const described = name.getAttribute('aria-describedby') ?? '';
    expect(document.getElementById(described)?.textContent).toContain(problem.missing.what);
    expect(screen.getByLabelText<HTMLTextAreaElement>(editor.field.text).value).toBe('What was typed');
    press(editor.within(editor.action(1), editor.field.title));
    expect(document.activeElement).toBe(screen.getByLabelText(editor.field.title));
    type(editor.field.name, 'Mine');
    await waitFor(() => expect(name.getAttribute('aria-invalid')).toBeNull());
    expect(background.of('rule.saved')).toHaveLength(1);
    expect(location.hash).toBe('#rules/new');
  });

  test('that goes to no destination yet says so at its field', async () => {
    await open('#rules/new');
    take(template.wipeAttempted.name);
    press(editor.save);
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(editor.field.destination)));
    press(editor.addDestination);
    expect((document.activeElement as HTMLElement).id).toBe('rule-destinations');
  });

  test('is kept as it is typed, for a page may be gone before it is drawn again', async () => {
    await open('#rules/new');
    take(words.creating.own.title);
    const name = screen.getByLabelText<HTMLInputElement>(editor.field.name);
    name.value = 'Typed just now';
    name.dispatchEvent(new Event('input', { bubbles: true }));
    // What is left to do when a page is left at once.
    await Promise.resolve();
    await Promise.resolve();
    expect(Object.values(sessionStorage).join()).toContain('Typed just now');
  });

  test('is still there after a reload, until it is closed with one question', async () => {
    await open('#rules/new');
    take(template.answerWaits.name);
    type(editor.field.hours, 'two days');
    expect(screen.getByText(editor.incomplete)).toBeDefined();
    reload();
    expect((await screen.findByLabelText<HTMLInputElement>(editor.field.hours)).value).toBe('two days');
    expect(screen.getByText(words.page.goesOnEditing)).toBeDefined();
    press(editor.cancel);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: editor.goOn }));
    press(editor.discard);
    follow();
    expect(location.hash).toBe('#rules');
    expect(Object.keys(sessionStorage)).toEqual([]);
  });

  test('survives a background that does not answer', async () => {
    const { background } = await open('#rules/new');
    background.failing.add('rule.saved');
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    take(template.slotFree.name);
    press(editor.save);
    expect(await screen.findByText(editor.notSaved)).toBeDefined();
    background.failing.clear();
    press(editor.save);
    expect(await screen.findByText(deed.saved)).toBeDefined();
    vi.restoreAllMocks();
  });
});

describe('the form', () => {
  test('says the rule in words with every change', async () => {
    await open('#rules/new');
    take(template.answerWaits.name);
    type(editor.field.hours, '3');
    expect(inWords()).toContain('for 3 hours');
    choose(editor.field.trigger, 'schedule');
    expect(inWords()).toContain('Each Monday at 09:00');
    choose(editor.rhythm, 'month');
    choose(editor.dayOfMonth, '15');
    type(editor.time, '18:30');
    expect(inWords()).toContain('On day 15 of each month at 18:30');
    choose(editor.rhythm, 'own');
    type(editor.field.cron, '*/10 * * * *');
    expect(inWords()).toContain('On the schedule “*/10 * * * *”');
    fireEvent.click(screen.getByLabelText(editor.somePortals));
    fireEvent.click(screen.getByLabelText('Other'));
    expect(inWords()).toContain(' on Other:');
  });

  test('offers only facts that such an event knows, and comparisons that fit the fact', async () => {
    await open('#rules/new');
    take(template.slotFree.name);
    const optionsOf = (label: string) =>
      [...screen.getByLabelText<HTMLSelectElement>(label).options].map(({ value }) => value);
    expect(optionsOf(editor.field.fact)).not.toContain('dialog.name');
    expect(optionsOf(editor.field.is)).toEqual(['atLeast', 'atMost', 'equals', 'differs', 'isKnown']);
    choose(editor.field.trigger, 'support.answered');
    expect(optionsOf(editor.field.fact)).toContain('dialog.name');
    choose(editor.field.fact, 'dialog.isMain');
    choose(editor.field.value, 'false');
    expect(inWords()).toContain('the main support chat: no');
    choose(editor.field.is, 'isKnown');
    expect(screen.queryByLabelText(editor.field.value)).toBeNull();
  });

  test('adds, moves and takes away actions by buttons, and the focus goes along', async () => {
    await open('#rules/new');
    take(template.requestPending.name);
    press(editor.addAction);
    const kinds = () => screen.getAllByLabelText<HTMLSelectElement>(editor.field.kind);
    fireEvent.change(kinds()[1] as HTMLSelectElement, { target: { value: 'offer' } });
    expect(kinds().map(({ value }) => value)).toEqual(['notify', 'offer']);
    press(editor.moveUp(2));
    expect(kinds().map(({ value }) => value)).toEqual(['offer', 'notify']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: editor.moveUp(1) }));
    expect(screen.getByText(editor.moved(1))).toBeDefined();
    press(editor.moveUp(1));
    expect(kinds().map(({ value }) => value)).toEqual(['offer', 'notify']);
    press(editor.removeAction(1));
    expect(kinds().map(({ value }) => value)).toEqual(['notify']);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: editor.addAction }));
  });

  test('puts a fact where somebody was writing', async () => {
    await open('#rules/new');
    take(template.answerWaits.name);
    const title = screen.getByLabelText<HTMLInputElement>(editor.field.title);
    type(editor.field.title, 'In : look');
    title.setSelectionRange(3, 3);
    fireEvent.focusOut(title);
    choose(editor.insert, 'dialog.ticket');
    press(editor.insertButton);
    press(editor.insertButton);
    expect(title.value).toBe('In {dialog.ticket}{dialog.ticket}: look');
    expect(screen.getByText(editor.inserted(words.fact['dialog.ticket']))).toBeDefined();
  });
});

describe('the JSON view', () => {
  const area = () => screen.getByLabelText<HTMLTextAreaElement>(editor.jsonLabel);

  test('shows the same rule as the form, both ways', async () => {
    const { background } = await open('#rules/new');
    take(template.answerWaits.name);
    type(editor.field.hours, '7');
    press(editor.json);
    expect(JSON.parse(area().value).trigger).toEqual({ kind: 'answer.waits', hours: 7 });
    fireEvent.input(area(), { target: { value: area().value.replace('"hours": 7', '"hours": 9') } });
    expect(inWords()).toContain('for 9 hours');
    press(editor.form);
    expect(screen.getByLabelText<HTMLInputElement>(editor.field.hours).value).toBe('9');
    press(editor.save);
    expect(await screen.findByText(deed.saved)).toBeDefined();
    expect(background.of('rule.saved')[0]).toMatchObject({ rule: { trigger: { hours: 9 } } });
  });

  test('keeps a text that is no rule, says why, and opens no form for it', async () => {
    const { background } = await open('#rules/new');
    take(template.answerWaits.name);
    press(editor.json);
    fireEvent.input(area(), { target: { value: '{ "name": ' } });
    expect(screen.getByRole('button', { name: editor.form }).getAttribute('aria-disabled')).toBe('true');
    expect(await screen.findByText(new RegExp(problem.notJson.what))).toBeDefined();
    press(editor.form);
    expect(area().value).toBe('{ "name": ');
    press(editor.save);
    await waitFor(() => expect(document.activeElement).toBe(area()));
    expect(background.view.cards).toEqual([]);
  });

  test('names what the form has no field for', async () => {
    await open('#rules/new');
    take(template.answerWaits.name);
    press(editor.json);
    fireEvent.input(area(), { target: { value: JSON.stringify({ ...JSON.parse(area().value), script: 'x' }) } });
    expect(await screen.findByText('script')).toBeDefined();
    expect(screen.getByText(new RegExp(problem.unknownField.what))).toBeDefined();
  });
});

describe('a rule that is there', () => {
  const mine = card({ rule: readyRule(0, { id: 'mine', version: 3 }) });
  const { name } = mine.rule;

  test('is switched on, tried out again and switched off, each told in words', async () => {
    await open('#rules', { cards: [mine] });
    press(list.of(list.switchOn, name));
    expect(await screen.findByText(deed.switchedOn)).toBeDefined();
    press(list.of(list.tryOut, name));
    expect(await screen.findByText(deed.switchedDry)).toBeDefined();
    press(list.of(list.switchOff, name));
    expect(await screen.findByText(deed.switchedOff)).toBeDefined();
  });

  test('cannot be switched on without its destination, says why, and leads there', async () => {
    const { background } = await open('#rules', { cards: [{ ...mine, missing: ['n8n'] }] });
    const button = screen.getByRole('button', { name: list.of(list.switchOn, name) });
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent).toBe(list.missing);
    fireEvent.click(button);
    expect(background.of('rule.switched')).toEqual([]);
    press(list.toDestinations);
    expect((document.activeElement as HTMLElement).id).toBe('rule-destinations');
  });

  test('is deleted after one question, and Esc takes the question back', async () => {
    const { background } = await open('#rules', { cards: [mine] });
    const remove = list.of(list.remove, name);
    press(remove);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: list.cancel }));
    fireEvent.keyDown(screen.getByRole('button', { name: list.cancel }), { key: 'Escape' });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: remove }));
    expect(background.of('rule.removed')).toEqual([]);
    press(remove);
    press(list.removeConfirm);
    const told = await screen.findByText(deed.removed);
    // Its own button is gone.
    await waitFor(() => expect(document.activeElement).toBe(told));
    expect(screen.getByText(list.none.title)).toBeDefined();
  });

  test('is edited as the version that was opened, and says when another window was faster', async () => {
    const { background } = await open('#rules', { cards: [mine] });
    press(list.of(list.edit, name));
    follow();
    type(editor.field.hours, '12');
    background.view = { ...background.view, cards: [{ ...mine, rule: { ...mine.rule, version: 4 } }] };
    press(editor.save);
    expect(await screen.findByText(editor.conflict)).toBeDefined();
    expect(screen.getByLabelText<HTMLInputElement>(editor.field.hours).value).toBe('12');
    background.view = { ...background.view, cards: [mine] };
    press(editor.save);
    expect(await screen.findByText(deed.saved)).toBeDefined();
    expect(background.of('rule.saved').at(-1)).toMatchObject({ version: 3, rule: { trigger: { hours: 12 } } });
    expect(screen.queryByLabelText(editor.field.hours)).toBeNull();
  });

  test('opens with what was typed and not saved, and forgets it when everything is wiped', async () => {
    await open('#rules/mine', { cards: [mine] });
    press(list.of(list.edit, name));
    type(editor.field.hours, '12');
    reload();
    expect((await screen.findByLabelText<HTMLInputElement>(editor.field.hours)).value).toBe('12');
    expect(screen.getByText(words.page.goesOnEditing)).toBeDefined();
    // Another section is on show then.
    cleanup();
    await wipe(null);
    expect(Object.keys(sessionStorage)).toEqual([]);
    reload();
    expect(await screen.findByRole('button', { name: list.of(list.edit, name) })).toBeDefined();
  });

  test('is started by hand where that is what starts it', async () => {
    const byHand = card({ rule: readyRule(0, { id: 'hand', trigger: { kind: 'manual' } }) });
    const { background } = await open('#rules/hand', { cards: [byHand] });
    choose(words.page.startPortal, 'https://other.bitrix24.ru|5');
    press(words.page.startButton);
    expect(await screen.findByText(words.page.started(1))).toBeDefined();
    expect(screen.getByText(words.page.nextDryByHand.text)).toBeDefined();
    expect(screen.queryByText(words.page.nextDry.text)).toBeNull();
    expect(background.of('rule.started')).toEqual([
      { type: 'rule.started', id: 'hand', portal: 'https://other.bitrix24.ru|5' },
    ]);
  });

  test('that is gone says so', async () => {
    await open('#rules/gone');
    expect(screen.getByText(words.page.gone.title)).toBeDefined();
  });
});

test('all rules are stopped and go on by a button', async () => {
  const { background } = await open('#rules', { cards: [card()] });
  press(words.status.pause);
  expect(await screen.findByText(words.status.paused.title)).toBeDefined();
  press(words.status.goOn);
  expect(await screen.findByText(words.status.works(0, 1))).toBeDefined();
  expect(background.of('rules.paused').map(({ isOn }) => isOn)).toEqual([true, false]);
});

test('the rail leads to the rules', async () => {
  await open('#rules');
  const rail = screen.getByRole('navigation', { name: dashboard.messages.rail.name });
  expect(within(rail).getByRole('link', { name: 'Rules' }).getAttribute('aria-current')).toBe('page');
});
