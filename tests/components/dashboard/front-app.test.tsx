// @vitest-environment happy-dom
/** What is about all portals, as it is wired, with a background that answers what the test says. */

import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { OwnMessage } from '../../../core/own/own-protocol.ts';
import type { FrontView } from '../../../domain/front.ts';
import { NOTHING_MOVED } from '../../../domain/portals/moved.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import { DashboardApp } from '../../../entrypoints/dashboard/DashboardApp.tsx';
import { dashboardStore } from '../../../entrypoints/dashboard/dashboard-store.ts';
import { showKeptFront } from '../../../entrypoints/dashboard/front-flow.ts';
import { hashOf, parsePlace, placeOf } from '../../../entrypoints/dashboard/place.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { dialog, HOUR, NOW, portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front, knownPortal, manyPortals } from './fronts.ts';
import { governance } from './pages.tsx';

type Message = { type: string } & Record<string, unknown>;
type Answer = (message: Message) => unknown;

const scene = vi.hoisted(() => ({
  listeners: new Set<(message: unknown) => void>(),
  kept: new Set<(changes: object, area: string) => void>(),
  front: {} as Record<string, unknown>,
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
  request: (_wanted: unknown): Promise<boolean> => Promise.resolve(false),
  created: [] as unknown[],
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = () => ({ addListener: () => undefined, removeListener: () => undefined });
  const on = <T,>(heard: Set<T>) => ({
    addListener: (listener: T) => heard.add(listener),
    removeListener: (listener: T) => heard.delete(listener),
  });
  const runtime = {
    onMessage: on(scene.listeners),
    sendMessage: (message: unknown) => scene.send(message),
    getURL: (path: string) => `chrome-extension://latchdesk${path}`,
  };
  const storage = { session: { get: async () => scene.front }, onChanged: on(scene.kept) };
  const permissions = {
    contains: async () => false,
    getAll: async () => ({ origins: ['https://*.bitrix24.ru/*'] }),
    request: (wanted: unknown) => scene.request(wanted),
    onAdded: event(),
    onRemoved: event(),
  };
  const tabs = { query: async () => [], create: async (tab: unknown) => void scene.created.push(tab) };
  return { browser: { runtime, storage, permissions, tabs } };
});

const words = en.messages;
const VIEW = portal({ used: 5, view: { dialogs: [dialog(1), dialog(2)] } });
const OTHER = portal({
  view: { key: 'https://other.bitrix24.ru|5', origin: 'https://other.bitrix24.ru', host: 'other.bitrix24.ru' },
});
const asked: Message[] = [];
const wantedOf = (type: string) => asked.filter((message) => message.type === type);

/** Opens the page; every message about all portals has to be one that the background would take. */
function open(hash: string, answers: Record<string, Answer> = {}) {
  const all: Record<string, Answer> = { 'front.wanted': () => front([VIEW]), 'governance.wanted': () => governance() };
  location.hash = hash;
  scene.send = async (message) => {
    const { type } = message as Message;
    if (v.safeParse(v.object({ type: v.picklist(OWN_TYPES) }), message).success)
      expect(v.safeParse(OwnMessage, message).issues).toBeUndefined();
    asked.push(message as Message);
    return { ...all, ...answers }[type]?.(message as Message) ?? null;
  };
  dashboardStore.trigger.moved({ place: parsePlace(hash) });
  return drawDashboard(en, <DashboardApp language="en" />);
}
const OWN_TYPES = [
  ...['front.wanted', 'rest.asked', 'firstRun.finished', 'portal.added', 'portal.changed', 'portal.removed'],
  ...['move.planned', 'portal.moved'],
  ...['watch.changed', 'watch.resumed', 'preferences.changed', 'governance.wanted', 'palette.wanted'],
];

/** The background has kept a newer front. */
const keep = (told: FrontView) =>
  act(() => {
    for (const heard of scene.kept) heard({ front: { newValue: told } }, 'session');
  });
const go = (hash: string) =>
  act(() => {
    location.hash = hash;
    window.dispatchEvent(new Event('hashchange'));
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  asked.length = 0;
  scene.created.length = 0;
  scene.front = {};
  scene.request = async () => false;
  // As far back as a clock may be set: nothing of the test before stays.
  dashboardStore.trigger.frontTold({ front: front([], { at: 0 }) });
  dashboardStore.trigger.portalAdded();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('the page begins with all portals, in one question, without any dialogs of the past', async () => {
  open('', { 'front.wanted': () => front(manyPortals(50)) });
  await screen.findByText('What needs you on 50 portals');
  expect(asked.map(({ type }) => type)).toEqual(['front.wanted']);
});

test('an address that changes before the page listens is followed', async () => {
  const drawn = open('#overview');
  drawn.unmount();
  location.hash = '#portals';
  drawDashboard(en, <DashboardApp language="en" />);
  await screen.findByRole('heading', { level: 1, name: en.messages.rail.section.portals });
});

test('what was kept is there before the background answers', async () => {
  scene.front = { front: front([VIEW]) };
  await showKeptFront();
  open('', { 'front.wanted': () => new Promise(() => undefined) });
  expect(screen.getByText('What needs you on 1 portal')).toBeDefined();
});

test('an older front never takes the place of a newer one', async () => {
  open('', { 'front.wanted': () => front([VIEW, OTHER]) });
  await screen.findByText('What needs you on 2 portals');
  keep(front([VIEW], { at: NOW - 1 }));
  expect(screen.getByText('What needs you on 2 portals')).toBeDefined();
  keep(front([VIEW], { at: NOW + 1 }));
  expect(screen.getByText('What needs you on 1 portal')).toBeDefined();
});

test('after the clock was set back, what is told then is believed', async () => {
  open('', { 'front.wanted': () => front([VIEW, OTHER]) });
  await screen.findByText('What needs you on 2 portals');
  keep(front([VIEW], { at: NOW - HOUR }));
  expect(screen.getByText('What needs you on 1 portal')).toBeDefined();
});

test('a portal that has not changed stays the same for its section, whatever happens on another one', () => {
  dashboardStore.trigger.frontTold({ front: front([VIEW, OTHER]) });
  const [first, second] = dashboardStore.getSnapshot().context.views;
  const changed = { ...OTHER, slots: { ...OTHER.slots, used: 1 } };
  dashboardStore.trigger.frontTold({ front: structuredClone(front([VIEW, changed], { at: NOW + 1 })) });
  const { views } = dashboardStore.getSnapshot().context;
  expect(views[0]).toBe(first);
  expect(views[1]).not.toBe(second);
  expect(views[1]?.slots.used).toBe(1);
});

test('without an answer what was kept stays, says how old it is, and is asked for again', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  dashboardStore.trigger.frontTold({ front: front([VIEW], { at: NOW - HOUR }) });
  let isThere = false;
  open('', {
    'front.wanted': () => (isThere ? front([VIEW, OTHER]) : Promise.reject(new Error('no answer'))),
  });
  const line = await screen.findByText(words.frame.stale('13:05'));
  isThere = true;
  fireEvent.click(screen.getByRole('button', { name: words.state.retry }));
  await screen.findByText('What needs you on 2 portals');
  expect(line.isConnected).toBe(false);
});

test('sections about all portals need none, the others say what to do first', async () => {
  open('#portals', { 'front.wanted': () => front([]) });
  await screen.findByText(words.portals.none.title);
  go('#report');
  await screen.findByText(words.start.none.title);
  go('#start');
  await screen.findByRole('heading', { name: words.rail.section.start });
});

test('portals that nobody has opened lead to where they are opened', async () => {
  open('#drafts', { 'front.wanted': () => front([], { known: [knownPortal()] }) });
  await screen.findByText(words.start.noneOpened.title);
  expect(screen.getByRole('link', { name: words.start.toPortals }).getAttribute('href')).toBe('#portals');
});

test('while Latchdesk changes nothing, the page says so', async () => {
  const preferences = { ...DEFAULT_PREFERENCES, isReadOnly: true };
  open('#portals', { 'front.wanted': () => front([VIEW], { preferences }) });
  await screen.findByText(words.frame.readOnly.user);
  cleanup();
  open('#portals', { 'front.wanted': () => front([VIEW], { preferences, isManaged: true, at: NOW + 1 }) });
  await screen.findByText(words.frame.readOnly.managed);
});

test('everything is put off until tomorrow, and that shows at once', async () => {
  const rest = { at: NOW, until: NOW + 9 * HOUR, known: [] };
  open('', { 'rest.asked': () => front([VIEW], { rest, at: NOW + 1 }) });
  fireEvent.click(await screen.findByRole('button', { name: words.overview.rest }));
  await screen.findByText(/^Put off: 1\./);
  expect(wantedOf('rest.asked')).toEqual([{ type: 'rest.asked', isOn: true }]);
});

test('what could not be put off is said', async () => {
  open('', { 'rest.asked': () => null });
  fireEvent.click(await screen.findByRole('button', { name: words.overview.rest }));
  await screen.findByText(words.overview.restFailed);
});

test('a line of what needs somebody leads to where it is done', async () => {
  open('', { 'card.wanted': () => 'shown' });
  fireEvent.click(await screen.findByRole('button', { name: /All 5 dialogs are in use/ }));
  await waitFor(() => expect(wantedOf('card.wanted')).toHaveLength(1));
  expect(wantedOf('card.wanted')[0]).toMatchObject({ key: VIEW.key, card: { kind: 'newDialog' } });
});

test('a portal of the table opens its dialogs', async () => {
  open('');
  const table = await screen.findByRole('table', { name: words.overview.portals });
  fireEvent.click(within(table).getByRole('button', { name: /demo\.bitrix24\.ru/ }));
  expect(location.hash).toBe(hashOf(placeOf('dialogs', VIEW.key)));
});

/** Types an address into the form that adds a portal. */
async function typeAddress(typed: string) {
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: words.portals.add.address });
  fireEvent.input(field, { target: { value: typed } });
  return field;
}
const submit = () => fireEvent.click(screen.getByRole('button', { name: words.portals.add.submit }));

test('a portal is added after the browser was asked in the very press', async () => {
  const known = { ...knownPortal(), origin: 'https://portal.example.ru' };
  open('#portals', { 'portal.added': () => ({ origin: known.origin, isKnown: false }) });
  await typeAddress('https://portal.example.ru/intranet/crm/');
  const order: string[] = [];
  scene.request = async (wanted) => {
    order.push('browser asked');
    expect(wanted).toEqual({ origins: ['https://portal.example.ru/*'] });
    return true;
  };
  asked.length = 0;
  submit();
  // Before anything was waited for, and before the background knows.
  expect(order).toEqual(['browser asked']);
  expect(asked).toEqual([]);
  await screen.findByText(words.portals.add.added('portal.example.ru'));
  expect(wantedOf('portal.added')).toEqual([
    {
      type: 'portal.added',
      address: 'https://portal.example.ru/intranet/crm/',
      choices: { isOnPremise: false, takesHttp: false },
    },
  ]);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: words.portals.add.address }).value).toBe('');
  fireEvent.click(screen.getByRole('button', { name: words.portals.add.open }));
  await waitFor(() => expect(scene.created).toEqual([{ url: 'https://portal.example.ru/intranet/' }]));
});

test('a refusal of the browser is said, nothing is added, and the typed text stays in every section', async () => {
  open('#portals');
  await typeAddress('https://portal.example.ru');
  submit();
  await screen.findByText(new RegExp(words.portals.add.refusal.denied.what));
  expect(wantedOf('portal.added')).toEqual([]);
  go('#overview');
  await screen.findByText('What needs you on 1 portal');
  go('#portals');
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: words.portals.add.address });
  expect(field.value).toBe('https://portal.example.ru');
});

test('an address that is none is refused without asking the browser', async () => {
  const request = vi.fn(async () => true);
  scene.request = request;
  open('#portals');
  const field = await typeAddress('our portal');
  submit();
  expect(screen.getByText(new RegExp(words.portals.add.refusal.notAnAddress.what))).toBeDefined();
  expect(request).not.toHaveBeenCalled();
  expect(field.value).toBe('our portal');
});

test.each([
  ['a refusal of the policy', () => ({ refusal: 'policy' }), words.portals.add.refusal.policy.what],
  ['no answer', () => null, words.portals.add.refusal.failed.what],
])('%s is said', async (_name, answer, said) => {
  scene.request = async () => true;
  open('#portals', { 'portal.added': answer });
  await typeAddress('https://portal.example.ru');
  submit();
  await screen.findByText(new RegExp(said));
});

const PANE = `#portals/${encodeURIComponent(VIEW.origin)}`;

test('name, colour and pause are saved for the portal of the address', async () => {
  open(PANE, { 'portal.changed': () => front([VIEW], { at: NOW + 1 }) });
  fireEvent.click(await screen.findByRole('radio', { name: 'Red' }));
  await waitFor(() => expect(wantedOf('portal.changed')).toHaveLength(1));
  fireEvent.input(screen.getByRole('textbox', { name: words.portals.label }), { target: { value: 'Client A' } });
  await waitFor(() => expect(wantedOf('portal.changed')).toHaveLength(2));
  fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(words.portals.pause) }));
  await waitFor(() => expect(wantedOf('portal.changed')).toHaveLength(3));
  expect(wantedOf('portal.changed').map(({ origin, changes }) => ({ origin, changes }))).toEqual([
    { origin: VIEW.origin, changes: { colour: 'red' } },
    { origin: VIEW.origin, changes: { label: 'Client A' } },
    { origin: VIEW.origin, changes: { isPaused: true } },
  ]);
});

test('watching is switched on for a user of the portal', async () => {
  open(PANE, { 'watch.changed': () => front([VIEW], { at: NOW + 1 }) });
  fireEvent.click(await screen.findByRole('checkbox', { name: words.portals.watch.on }));
  await waitFor(() =>
    expect(wantedOf('watch.changed')).toEqual([{ type: 'watch.changed', key: VIEW.key, changes: { isOn: true } }]),
  );
});

test('a portal is forgotten with a proof, which stays when the portal is gone', async () => {
  let isGone = false;
  open(PANE, {
    'front.wanted': () => (isGone ? front([], { at: NOW + 2 }) : front([VIEW])),
    'portal.removed': () => {
      isGone = true;
      return { at: NOW, removed: 812, left: [] };
    },
  });
  fireEvent.click(await screen.findByRole('button', { name: words.portals.forget.begin }));
  const confirm = screen.getByRole('button', { name: words.portals.forget.confirm });
  await waitFor(() => expect(confirm.getAttribute('aria-disabled')).toBe('false'), { timeout: 3_000 });
  fireEvent.click(confirm);
  await screen.findByText(new RegExp(words.portals.forget.nothingLeft));
  await screen.findByText(words.portals.none.title);
  expect(wantedOf('portal.removed')).toEqual([{ type: 'portal.removed', origin: VIEW.origin }]);
  expect(screen.getByText(new RegExp(words.portals.forget.nothingLeft))).toBeDefined();
});

const ELSEWHERE = portal({
  view: { key: 'https://new.bitrix24.ru|1', origin: 'https://new.bitrix24.ru', host: 'new.bitrix24.ru' },
});

/** Chooses the new address and presses what moves. */
async function moveElsewhere(): Promise<void> {
  const { move } = words.portals;
  fireEvent.click(await screen.findByRole('button', { name: move.begin }));
  fireEvent.change(screen.getByRole('combobox', { name: move.to }), { target: { value: ELSEWHERE.origin } });
  const confirm = await screen.findByRole('button', { name: move.confirm });
  await waitFor(() => expect(confirm.getAttribute('aria-disabled')).toBe('false'), { timeout: 3_000 });
  fireEvent.click(confirm);
}

test('a portal is moved after its numbers were told, and the new one is on show with the proof', async () => {
  let isGone = false;
  open(PANE, {
    'front.wanted': () => (isGone ? front([ELSEWHERE], { at: NOW + 2 }) : front([VIEW, ELSEWHERE])),
    'move.planned': () => NOTHING_MOVED,
    'portal.moved': () => {
      isGone = true;
      return { moved: NOTHING_MOVED, removed: 812, left: [], at: NOW };
    },
  });
  await moveElsewhere();
  await screen.findByText(new RegExp(words.portals.move.nothingLeft));
  expect(wantedOf('portal.moved')).toEqual([{ type: 'portal.moved', from: VIEW.origin, to: ELSEWHERE.origin }]);
  expect(location.hash).toContain(encodeURIComponent(ELSEWHERE.origin));
});

test('what was not moved is not called moved', async () => {
  open(PANE, { 'front.wanted': () => front([VIEW, ELSEWHERE]), 'move.planned': () => NOTHING_MOVED });
  await moveElsewhere();
  await screen.findByText(words.portals.move.failed);
});

test('what could not be proved is not called forgotten', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  open(PANE, { 'portal.removed': () => null });
  fireEvent.click(await screen.findByRole('button', { name: words.portals.forget.begin }));
  const confirm = screen.getByRole('button', { name: words.portals.forget.confirm });
  await waitFor(() => expect(confirm.getAttribute('aria-disabled')).toBe('false'), { timeout: 3_000 });
  fireEvent.click(confirm);
  await screen.findByText(words.portals.forget.failed);
});

test('the coloured edge is switched among what the user has switched off', async () => {
  const preferences = { ...DEFAULT_PREFERENCES, featuresOff: ['badge', 'portalEdge'] } as const;
  const told = governance({ preferences, effective: preferences });
  open('#portals', { 'governance.wanted': () => told, 'preferences.changed': () => told });
  const edge = await screen.findByRole<HTMLInputElement>('checkbox', { name: new RegExp(words.portals.edge.on) });
  await waitFor(() => expect(edge.disabled).toBe(false));
  fireEvent.click(edge);
  await waitFor(() =>
    expect(wantedOf('preferences.changed')).toEqual([
      { type: 'preferences.changed', changes: { featuresOff: ['badge'] } },
    ]),
  );
});

test('the first steps end on the overview, once', async () => {
  open('#start', {
    'front.wanted': () => front([VIEW], { isFirstRunDone: false }),
    'firstRun.finished': () => front([VIEW], { at: NOW + 1 }),
  });
  fireEvent.click(await screen.findByRole('button', { name: words.start.done }));
  await waitFor(() => expect(location.hash).toBe('#overview'));
  expect(wantedOf('firstRun.finished')).toHaveLength(1);
});

test('the search over everything opens by key and by its button, and gives the focus back', async () => {
  open('#portals', { 'palette.wanted': () => [] });
  const field = await typeAddress('a/b');
  fireEvent.keyDown(field, { key: '/' });
  expect(screen.queryByRole('dialog')).toBeNull();
  field.focus();
  fireEvent.keyDown(field, { key: 'л', code: 'KeyK', ctrlKey: true });
  const palette = await screen.findByRole('dialog');
  fireEvent.keyDown(within(palette).getByRole('combobox'), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(document.activeElement).toBe(field);
  fireEvent.click(screen.getByRole('button', { name: words.frame.find }));
  await screen.findByRole('dialog');
});
