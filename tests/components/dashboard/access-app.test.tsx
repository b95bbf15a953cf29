// @vitest-environment happy-dom
/** The register as it is wired, with a background that answers what the test says. */
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/preact';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SurfaceMessage } from '../../../bitrix24/surface-protocol.ts';
import { OwnMessage } from '../../../core/own/own-protocol.ts';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { DashboardApp } from '../../../entrypoints/dashboard/DashboardApp.tsx';
import { dashboardStore } from '../../../entrypoints/dashboard/dashboard-store.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { dialog, NOW, portal } from '../samples.ts';
import { grant, HISTORY, integrator, request, signIns } from './access-samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front } from './fronts.ts';
import { governance } from './pages.tsx';

type Message = { type: string } & Record<string, unknown>;
type Answer = (message: Message) => unknown;

const scene = vi.hoisted(() => ({
  listeners: new Set<(message: unknown) => void>(),
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = () => ({ addListener: () => undefined, removeListener: () => undefined });
  const onMessage = {
    addListener: (listener: (message: unknown) => void) => scene.listeners.add(listener),
    removeListener: (listener: (message: unknown) => void) => scene.listeners.delete(listener),
  };
  const permissions = { contains: async () => false, onAdded: event(), onRemoved: event() };
  const runtime = { onMessage, sendMessage: (message: unknown) => scene.send(message) };
  const storage = { session: { get: async () => ({}) }, onChanged: event() };
  return { browser: { runtime, storage, permissions } };
});

const words = en.messages.register;
const VIEW = portal({ view: { dialogs: [dialog(1), dialog(2)] } });
const KEY = encodeURIComponent(VIEW.key);
const asked: Message[] = [];
const wantedOf = (type: string) => asked.filter((message) => message.type === type);

/** Opens the page at an address; every message has to be one that the background would take. */
function open(hash: string, rows: () => RegisterRow[] | null, answers: Record<string, Answer> = {}) {
  const all: Record<string, Answer> = {
    'front.wanted': () => front([VIEW]),
    'governance.wanted': () => governance(),
    'register.wanted': rows,
    'history.wanted': () => HISTORY,
    'access.told': () => true,
    ...answers,
  };
  location.hash = hash;
  scene.send = async (message) => {
    expect(v.safeParse(v.union([SurfaceMessage, OwnMessage]), message).issues).toBeUndefined();
    asked.push(message as Message);
    return all[(message as Message).type]?.(message as Message) ?? null;
  };
  const drawn = drawDashboard(en, <DashboardApp language="en" />);
  act(() => void window.dispatchEvent(new Event('hashchange')));
  return drawn;
}

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name });
const type = (element: HTMLElement, value: string) => fireEvent.input(element, { target: { value } });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  asked.length = 0;
  dashboardStore.trigger.entryDone({ key: VIEW.key });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

test('a change on the portal shows by itself', async () => {
  let rows = [request()];
  open(`#access/${KEY}`, () => rows);
  await screen.findByRole('article', { name: /Support asks/ });
  rows = [grant({ id: '9:1300' })];
  act(() => {
    for (const hear of scene.listeners) hear({ type: 'view.changed', view: { ...VIEW } });
  });
  await screen.findByRole('article', { name: /ends in 11 days/ }, { timeout: 3_000 });
});

test('a register that does not load offers another try', async () => {
  let isThere = false;
  open(`#access/${KEY}`, () => (isThere ? [] : null));
  await screen.findByRole('alert');
  isThere = true;
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByText(words.none.title);
});

test('revoking opens the message and says where it was opened', async () => {
  open(`#access/${KEY}`, () => [grant()], { 'access.opened': () => 'inPage' });
  fireEvent.click(await screen.findByRole('button', { name: words.revoke }));
  await screen.findByText(words.opened.inPage);
  expect(wantedOf('access.opened')).toEqual([{ type: 'access.opened', key: VIEW.key, id: '9:1204' }]);
});

test('a review is told and shown; one that could not be kept says so', async () => {
  let isKept = false;
  open(`#access/${KEY}`, () => [integrator()], { 'access.told': () => isKept });
  const press = async () => fireEvent.click(await screen.findByRole('button', { name: /^Reviewed: / }));
  await press();
  await screen.findByText(words.notDone);
  isKept = true;
  await press();
  await waitFor(() => expect(screen.queryByText(words.notDone)).toBeNull());
  expect(wantedOf('access.told').at(-1)).toMatchObject({ id: 'integrator:31', event: { type: 'reviewed' } });
});

test('a row opens the details, and their history is asked for', async () => {
  open(`#access/${KEY}`, () => [grant()]);
  fireEvent.click(await screen.findByRole('button', { name: /^Поддержка Битрикс24/ }));
  await screen.findByText(/Entered in the register/);
  expect(location.hash).toBe(`#access/${KEY}/9%3A1204`);
  expect(wantedOf('history.wanted')).toEqual([{ type: 'history.wanted', key: VIEW.key, id: '9:1204' }]);
});

test('an address of a record that is not there says so', async () => {
  open(`#access/${KEY}/9:404`, () => [grant()]);
  await screen.findByText(words.pane.gone);
});

test('a correction is told in its parts; what was told is not told again after a failure', async () => {
  const failing = new Set(['corrected']);
  open(`#access/${KEY}/9:1204`, () => [grant()], {
    'access.told': ({ event }) => !failing.has((event as Message).type),
  });
  fireEvent.click(await screen.findByRole('button', { name: words.form.correct }));
  const form = within(screen.getByRole('form', { name: words.form.correct }));
  fireEvent.change(form.getByRole('combobox', { name: words.form.state }), { target: { value: 'revoked' } });
  type(form.getByRole('textbox', { name: words.form.reason }), 'Solved');
  fireEvent.click(form.getByRole('button', { name: words.form.save }));
  await screen.findByText(words.form.notSaved);
  expect(form.getByRole<HTMLTextAreaElement>('textbox', { name: words.form.reason }).value).toBe('Solved');
  failing.clear();
  fireEvent.click(form.getByRole('button', { name: words.form.save }));
  await screen.findByText(words.form.saved);
  expect(wantedOf('access.told').map(({ event }) => (event as Message).type)).toEqual([
    'answered',
    'corrected',
    'corrected',
  ]);
});

test('a correction that makes no sense is not told, and its field takes the focus', async () => {
  open(`#access/${KEY}/9:1204`, () => [grant()]);
  fireEvent.click(await screen.findByRole('button', { name: words.form.correct }));
  const days = await field(words.form.ownDays);
  type(days, '400');
  fireEvent.click(screen.getByRole('button', { name: words.form.save }));
  await screen.findByText(words.form.fix);
  expect(document.activeElement).toBe(days);
  expect(wantedOf('access.told')).toEqual([]);
});

test('sign-ins are read when that is pressed, and a log that cannot be reached says what to do', async () => {
  let found: ReturnType<typeof signIns> | null = null;
  open(`#access/${KEY}/9:1204`, () => [grant()], { 'signIns.wanted': () => found });
  const look = await screen.findByRole('button', { name: words.signIns.look });
  expect(wantedOf('signIns.wanted')).toEqual([]);
  fireEvent.click(look);
  await screen.findByText(words.signIns.trouble.noTab.text);
  found = signIns();
  fireEvent.click(screen.getByRole('button', { name: words.signIns.look }));
  await screen.findByText('203.0.113.9');
});

test('a record is written by hand, and its details open', async () => {
  const rows = [request()];
  open(`#access/${KEY}/new`, () => rows, {
    'access.entered': ({ record }) => {
      const { id } = record as { id: string };
      rows.push(grant({ id, origin: 'entered', ticket: '77' }));
      return id;
    },
  });
  type(await field(words.form.ticket), '77');
  fireEvent.click(screen.getByRole('radio', { name: '7' }));
  fireEvent.click(screen.getByRole('button', { name: words.form.save }));
  await screen.findByRole('complementary', { name: /^Details/ });
  const [{ record }] = wantedOf('access.entered') as [Message];
  expect(record).toMatchObject({ kind: 'vendor', state: 'granted', days: 7, ticket: '77' });
});

test('what was typed stays when it could not be saved, when the form is closed, and is the same record again', async () => {
  open(`#access/${KEY}/new`, () => []);
  type(await field(words.form.reason), 'Agreed by phone');
  fireEvent.click(screen.getByRole('button', { name: words.form.save }));
  await screen.findByText(words.form.notSaved);
  fireEvent.click(screen.getByRole('button', { name: words.form.cancel }));
  await waitFor(() => expect(screen.queryByRole('textbox', { name: words.form.reason })).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: words.record }));
  expect((await field(words.form.reason)).value).toBe('Agreed by phone');
  fireEvent.click(screen.getByRole('button', { name: words.form.save }));
  await waitFor(() => expect(wantedOf('access.entered')).toHaveLength(2));
  const ids = wantedOf('access.entered').map(({ record }) => (record as { id: string }).id);
  expect(ids[0]).toBe(ids[1]);
});

test('a number on its way to a longer one stays in its field', async () => {
  open(`#access/${KEY}/new`, () => []);
  const own = await field(words.form.ownDays);
  type(own, '1');
  expect(own.value).toBe('1');
  expect(screen.getByRole<HTMLInputElement>('radio', { name: '1' }).checked).toBe(false);
  type(own, '10');
  expect(own.value).toBe('10');
});

test('the file takes the history with it, and says so when that cannot be had', async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  open(`#access/${KEY}`, () => [grant()], { 'history.wanted': () => null });
  fireEvent.click(await screen.findByRole('button', { name: 'Save as JSON' }));
  await screen.findByText(en.messages.file.failed);
  expect(wantedOf('history.wanted')).toEqual([{ type: 'history.wanted', key: VIEW.key, id: null }]);
});

test('length, reminders and reviews are set for the portal', async () => {
  const { DEFAULT_SETTINGS } = await import('../../../domain/settings-defaults.ts');
  open(`#settings/${KEY}`, () => [], {
    'settings.wanted': () => DEFAULT_SETTINGS,
    'settings.changed': () => DEFAULT_SETTINGS,
  });
  fireEvent.click(await screen.findByRole('radio', { name: '7' }));
  type(await field(words.settings.reminders), '1, 14');
  type(await field(words.settings.review), '0');
  const told = () => Object.assign({}, ...wantedOf('settings.changed').map(({ changes }) => changes));
  await waitFor(() => expect(told()).toEqual({ accessDays: 7, accessReminders: [14, 1], integratorReviewDays: 0 }));
  type(await field(words.settings.reminders), '1, 99');
  await screen.findByText(words.settings.remindersProblem);
});
