// @vitest-environment happy-dom
/** Health and privacy as they are wired, with a background that answers what the test says. */
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FrontView } from '../../../domain/front.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import { HealthSection } from '../../../entrypoints/dashboard/HealthSection.tsx';
import { PrivacySection } from '../../../entrypoints/dashboard/PrivacySection.tsx';
import { wipeStore } from '../../../entrypoints/dashboard/wipe-flow.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { NOW, portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { healthOf, KEY, MIXED_HEALTH, runOf, told } from './health-samples.tsx';
import { calls, governance, parts } from './privacy-samples.tsx';

type Message = { type: string } & Record<string, unknown>;
type Answers = Record<string, (message: Message) => unknown>;

const scene = vi.hoisted(() => ({
  send: (_message: unknown): Promise<unknown> => Promise.resolve(null),
}));

vi.mock('../../../platform/browser.ts', () => {
  const event = { addListener: () => undefined, removeListener: () => undefined };
  return {
    browser: {
      runtime: { onMessage: event, sendMessage: (message: unknown) => scene.send(message) },
      storage: { session: { get: async () => ({}) }, onChanged: event },
    },
  };
});

const asked: Message[] = [];
const wantedOf = (type: string) => asked.filter((message) => message.type === type);

function answering(answers: Answers): void {
  scene.send = async (message) => {
    asked.push(message as Message);
    return answers[(message as Message).type]?.(message as Message) ?? null;
  };
}

const VIEW = portal();
const FRONT: FrontView = {
  at: NOW,
  portals: [VIEW],
  known: [
    {
      ...{ origin: VIEW.origin, prefix: '/', source: 'manifest', pattern: `${VIEW.origin}/*` },
      ...{ label: '', colour: 'indigo', pause: null, addedAt: NOW },
    },
  ],
  ruleNeeds: [],
  rest: null,
  preferences: DEFAULT_PREFERENCES,
  isManaged: false,
  isFirstRunDone: true,
};

const common = { now: NOW, language: 'en' } as const;
const health = (of: typeof VIEW | null = VIEW) => <HealthSection portal={of} front={FRONT} {...common} />;
const privacy = (front: FrontView | null = FRONT) => (
  <PrivacySection portal={front?.portals[0] ?? null} front={front} {...common} />
);
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => {
  asked.length = 0;
  wipeStore.trigger.told({ outcome: null });
});
afterEach(cleanup);

describe('health', () => {
  const words = en.messages.health;

  test('is asked for its portal, and again when somebody wants to look', async () => {
    let view = MIXED_HEALTH;
    answering({ 'health.wanted': () => view });
    drawDashboard(en, health());
    await screen.findByText('1 source is broken');
    view = healthOf(told('list'));
    press(words.lookAgain);
    await screen.findByText(words.verdict.fine.title);
    expect(wantedOf('health.wanted')).toEqual([
      { type: 'health.wanted', key: KEY },
      { type: 'health.wanted', key: KEY },
    ]);
  });

  test('that could not be loaded leaves the self-test and the diagnostics', async () => {
    answering({ 'diagnostics.wanted': () => 'Latchdesk 0.1.0\n' });
    drawDashboard(en, health());
    await screen.findByText(en.messages.state.failed.title);
    press(words.diagnostics.prepare);
    expect(await screen.findByDisplayValue(/Latchdesk 0\.1\.0/)).toBeDefined();
    expect(screen.getByRole('button', { name: words.selfTest.begin })).toBeDefined();
  });

  test.each([
    ['newer', new Error('The database has version 9, this Latchdesk knows 5')],
    ['quota', new Error('QuotaExceededError: no room')],
    ['gone', new Error('DatabaseClosedError Database has been closed')],
  ] as const)('tells of a storage that is %s by its error', async (trouble, error) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answering({ 'health.wanted': () => Promise.reject(error) });
    drawDashboard(en, health());
    await screen.findByText(words.database[trouble].title);
  });

  test.each(['blocked', 'gone'] as const)(
    'tells of a storage that is %s by the answer, without any portal',
    async (reason) => {
      answering({ 'front.wanted': () => ({ trouble: 'database', reason }) });
      drawDashboard(en, health(null));
      await screen.findByText(words.database[reason].title);
      expect(screen.queryByText(words.noPortal.title)).toBeNull();
    },
  );

  test('without a portal says what to do', async () => {
    answering({ 'front.wanted': () => ({ ...FRONT, portals: [], known: [] }) });
    drawDashboard(en, health(null));
    await screen.findByText(words.noPortal.title);
  });

  test('counts begin anew for this portal', async () => {
    answering({ 'health.wanted': () => MIXED_HEALTH, 'health.cleared': () => healthOf(told('list')) });
    drawDashboard(en, health());
    await screen.findByText('supportAccessAsk');
    press(words.counts.clear);
    await screen.findByText(words.counts.none.title);
    expect(wantedOf('health.cleared')).toEqual([{ type: 'health.cleared', key: KEY }]);
  });

  test('a self-test is followed to its end, and the sources are looked at again', async () => {
    const runs = [runOf({}, 'page'), runOf({}, 'list'), runOf({})];
    answering({
      'health.wanted': () => MIXED_HEALTH,
      'selfTest.begun': () => runs.shift(),
      'selfTest.wanted': () => (wantedOf('selfTest.begun').length > 0 ? runs.shift() : null),
    });
    drawDashboard(en, health());
    await screen.findByText(words.selfTest.never);
    press(words.selfTest.begin);
    await screen.findByText('Step 3 of 9: Page');
    await screen.findByText('Step 5 of 9: Dialogs', undefined, { timeout: 3_000 });
    await screen.findByText(words.selfTest.passed.title, undefined, { timeout: 3_000 });
    await waitFor(() => expect(wantedOf('health.wanted')).toHaveLength(2));
  });

  test('a self-test whose background is gone is told as broken off', async () => {
    answering({ 'health.wanted': () => MIXED_HEALTH, 'selfTest.begun': () => runOf({}, 'list') });
    drawDashboard(en, health());
    press(words.selfTest.begin);
    await screen.findByText('Step 5 of 9: Dialogs');
    await screen.findByText(words.selfTest.interrupted.title, undefined, { timeout: 3_000 });
  });

  test('a self-test that did not begin says so', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answering({ 'health.wanted': () => MIXED_HEALTH });
    drawDashboard(en, health());
    press(words.selfTest.begin);
    await screen.findByText(words.selfTest.beginFailed);
  });

  test('diagnostics that cannot be made say so', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answering({ 'diagnostics.wanted': () => Promise.reject(new Error('gone')) });
    drawDashboard(en, health());
    press(words.diagnostics.prepare);
    await screen.findByText(words.diagnostics.failed);
  });
});

describe('privacy', () => {
  const words = en.messages.privacy;
  const clean = { at: NOW, removed: 42, left: [] };
  const answers: Answers = {
    'sizes.wanted': ({ key }) => parts(key === null ? 40 : 1),
    'calls.wanted': () => calls(4),
    'governance.wanted': () => governance(),
    'front.wanted': () => FRONT,
  };

  /** Goes through the form, up to the press that wipes. */
  function wipe(begin: string, word: string, confirm: string): void {
    press(begin);
    fireEvent.input(screen.getByRole('textbox', { name: words.wipe.type(word) }), { target: { value: word } });
    press(confirm);
  }
  const wipeAll = () => wipe(words.wipe.beginAll, words.wipe.word, words.wipe.confirmAll);

  test('asks what is stored of this portal and of all', async () => {
    answering(answers);
    drawDashboard(en, privacy());
    await screen.findByText('1 record, about 300 bytes');
    expect(screen.getByText('40 records, about 12 kB')).toBeDefined();
    expect(wantedOf('sizes.wanted').map(({ key }) => key)).toEqual([null, KEY]);
  });

  test('half of the sizes is a failure and not an empty column', async () => {
    answering({ ...answers, 'sizes.wanted': ({ key }) => (key === null ? parts(40) : null) });
    drawDashboard(en, privacy());
    await screen.findByText(en.messages.state.failed.title);
    expect(screen.queryByText(words.stored.nothing)).toBeNull();
  });

  test('the switch follows what the background has saved', async () => {
    const effective = { ...DEFAULT_PREFERENCES, isReadOnly: true };
    answering({ ...answers, 'preferences.changed': () => governance({ effective, preferences: effective }) });
    drawDashboard(en, privacy());
    const box = await screen.findByRole<HTMLInputElement>('checkbox');
    fireEvent.click(box);
    await waitFor(() => expect(box.checked).toBe(true));
    expect(wantedOf('preferences.changed')).toEqual([{ type: 'preferences.changed', changes: { isReadOnly: true } }]);
  });

  test('one portal is wiped by its address; the proof stays when the portal is gone', async () => {
    answering({ ...answers, 'portal.removed': () => clean });
    const { redraw } = drawDashboard(en, privacy());
    wipe(words.wipe.begin, VIEW.host, words.wipe.confirm(VIEW.host));
    await screen.findByText(words.wipe.done.one(VIEW.host));
    expect(wantedOf('portal.removed')).toEqual([{ type: 'portal.removed', origin: VIEW.origin }]);
    await waitFor(() => expect(wantedOf('front.wanted')).toHaveLength(1));
    redraw(<div />);
    redraw(privacy({ ...FRONT, portals: [], known: [] }));
    expect(screen.getByText(words.wipe.done.one(VIEW.host))).toBeDefined();
    press(words.wipe.understood);
    expect(screen.queryByText(words.wipe.done.one(VIEW.host))).toBeNull();
  });

  test('after a wipe what is stored and called is asked for again', async () => {
    answering({ ...answers, 'all.wiped': () => clean });
    drawDashboard(en, privacy());
    await screen.findByText('1 record, about 300 bytes');
    wipeAll();
    await screen.findByText(words.wipe.proven);
    await waitFor(() => expect(wantedOf('sizes.wanted').length).toBeGreaterThan(2), { timeout: 3_000 });
    await waitFor(() => expect(wantedOf('calls.wanted').length).toBeGreaterThan(1));
  });

  test.each([
    ['is refused', () => null],
    ['breaks off', () => Promise.reject(new Error('database is gone'))],
    ['comes without a proof', () => ({ at: NOW })],
  ])('a wipe that %s is no success', async (_name, answer) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    answering({ ...answers, 'all.wiped': answer });
    drawDashboard(en, privacy());
    wipeAll();
    await screen.findByText(words.wipe.failed.title);
    expect(screen.queryByText(words.wipe.proven)).toBeNull();
  });

  test('is there when nothing can be read, with the way to wipe everything', async () => {
    answering({});
    drawDashboard(en, privacy(null));
    await waitFor(() => expect(screen.getAllByText(en.messages.state.failed.title)).toHaveLength(3));
    expect(screen.getByRole('button', { name: words.wipe.beginAll })).toBeDefined();
  });
});
