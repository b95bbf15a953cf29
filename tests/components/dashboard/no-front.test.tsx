// @vitest-environment happy-dom
/** The page as long as nothing was told of any portal. */
import { cleanup, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { DashboardApp } from '../../../entrypoints/dashboard/DashboardApp.tsx';
import { dashboardStore } from '../../../entrypoints/dashboard/dashboard-store.ts';
import { showKeptFront } from '../../../entrypoints/dashboard/front-flow.ts';
import { parsePlace } from '../../../entrypoints/dashboard/place.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { drawDashboard } from './drawing.tsx';
import { front } from './fronts.ts';

const scene = vi.hoisted(() => ({
  kept: {} as Record<string, unknown>,
  answer: (_message: unknown): Promise<unknown> => Promise.resolve(null),
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  const runtime = { onMessage: event, sendMessage: (message: unknown) => scene.answer(message) };
  const storage = { session: { get: async () => scene.kept }, onChanged: event };
  return { browser: { runtime, storage, permissions: { onAdded: event, onRemoved: event } } };
});

afterEach(cleanup);

const open = (hash: string) => {
  location.hash = hash;
  dashboardStore.trigger.moved({ place: parsePlace(hash) });
  return drawDashboard(en, <DashboardApp language="en" />);
};
const state = () => dashboardStore.getSnapshot().context.state;

test.each([[undefined], [{ at: 1, portals: 'all' }], ['front'], [{ portals: [], known: [] }]])(
  'what was kept as %o is passed over',
  async (kept) => {
    scene.kept = { front: kept };
    await showKeptFront();
    expect(state()).toBe('loading');
  },
);

test('until the background answers the page says that it loads', () => {
  scene.answer = () => new Promise(() => undefined);
  open('');
  expect(screen.getByText(en.messages.state.loading)).toBeDefined();
});

const { database } = en.messages.health;
test.each([
  ['no answer', () => null, en.messages.state.failed.title],
  ['a storage that is full', () => ({ trouble: 'database', reason: 'quota' }), database.quota.title],
  ['a storage that is blocked', () => Promise.reject(new Error('Upgrade blocked')), database.blocked.title],
])('with %s the page says so, offers another try and leads to what still works', async (_name, answer, said) => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  scene.answer = async () => answer();
  open('');
  const alert = await screen.findByRole('alert');
  await waitFor(() => expect(screen.getByRole('alert').textContent).toContain(said));
  expect(state()).toBe('error');
  expect(within(alert).getByRole('link').getAttribute('href')).toBe('#health');
});

test.each(['health', 'privacy'] as const)('the section “%s” is there whatever else fails', async (section) => {
  scene.answer = async () => null;
  open(`#${section}`);
  await waitFor(() => expect(state()).toBe('error'));
  await screen.findByRole('heading', { level: 1, name: en.messages.rail.section[section] });
});

test('another try that works shows what there is', async () => {
  scene.answer = async () => null;
  open('');
  const retry = await screen.findByRole('button', { name: en.messages.state.retry });
  scene.answer = async () => front([]);
  retry.click();
  await screen.findByText(en.messages.overview.none.title);
});
