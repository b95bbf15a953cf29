import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { route } from '../../core/router.ts';
import { dialog, messageIn, START, statusOf } from '../readings.ts';
import { dialogs, MINUTE, PORTAL, SECOND, World, worldThatRead } from './world.ts';

// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` } },
}));

beforeEach(() => void vi.spyOn(console, 'warn').mockReturnValue(undefined));
afterEach(() => vi.restoreAllMocks());

/** A surface in a tab, or with null one of the extension's own pages, tells the background something. */
function wish(world: World, message: object, tabId: number | null = 1): Promise<unknown> {
  const sender =
    tabId === null
      ? { id: 'ours', url: 'chrome-extension://ours/dashboard.html' }
      : { id: 'ours', url: `${world.tab(tabId).origin}/stream/`, frameId: 0, tab: { id: tabId } };
  return route(message, sender as Runtime.MessageSender, world.application);
}

const KEY = `${PORTAL}|1`;
const HOUR = 60 * MINUTE;
const ID = '6f0b1f0a-3b44-4b8e-9a1c-7d0f3b1c2a11';
const QUESTION = { id: ID, kind: 'parked' as const, title: 'Почта', text: 'مرحبا 👩‍👩‍👧', dialogId: null };

const guard = (world: World, event: object, tabId = 1) => wish(world, { type: 'guard.told', key: KEY, event }, tabId);
const press = (world: World, tabId = 1) => guard(world, { type: 'button.pressed', origin: 'portalButton' }, tabId);
const park = async (world: World) => {
  await wish(world, { type: 'draft.kept', key: KEY, draft: QUESTION });
  return wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'parked' } });
};
/** The tab that was asked to reads the portal: these dialogs are open there, the others of five are closed. */
async function confirm(world: World, open: number[]): Promise<void> {
  expect(world.tab(1).asked).toContain('read');
  world.now += 1_000;
  const listed = [1, 2, 3, 4, 5].map((id) => dialog(id, { status: open.includes(id) ? 'open' : 'close' }));
  await world.read(1, listed);
}
const draftStates = async (world: World) => (await world.view()).drafts.map(({ state }) => state);
const entries = async (world: World) =>
  (await wish(world, { type: 'journal.wanted', key: KEY, from: 0, until: world.now + 1 }, null)) as { kind: string }[];

describe('the guard of a tab', () => {
  it('is restored with its card after the background was killed', async () => {
    const world = await worldThatRead(5);
    await press(world);
    await guard(world, { type: 'way.chosen', way: 'park' });
    await world.restart();
    expect(await wish(world, { type: 'cards.started' }, 1)).toMatchObject({
      guard: { state: 'parking', answer: 'full' },
    });
  });

  it('is one for each tab', async () => {
    const world = await worldThatRead(5);
    await world.open(2);
    expect(await press(world, 1)).toMatchObject({ guard: { state: 'fullCard' } });
    expect(await press(world, 2)).toMatchObject({ guard: { state: 'fullCard' } });
    expect(await guard(world, { type: 'card.closed' }, 1)).toEqual({ guard: null });
    expect(await wish(world, { type: 'cards.started' }, 2)).toMatchObject({ guard: { state: 'fullCard' } });
  });

  it('hears that a slot is free without being asked', async () => {
    const world = await worldThatRead(5);
    await press(world);
    world.now += 1_000;
    await world.event(1, statusOf(2, 'close'));
    expect(world.tab(1).guards.at(-1)).toMatchObject({ state: 'freedCard', answer: 'near' });
  });

  it('writes the reason into the journal when somebody goes on all the same', async () => {
    const world = await worldThatRead(5);
    await press(world);
    await guard(world, { type: 'way.chosen', way: 'override' });
    await guard(world, { type: 'overridden', reason: '  the shop is down ' });
    expect(await entries(world)).toContainEqual({
      at: world.now,
      kind: 'guard.overridden',
      reason: 'the shop is down',
      used: 5,
      max: 5,
    });
  });

  it('goes on without a reason for nobody', async () => {
    const world = await worldThatRead(5);
    await press(world);
    await guard(world, { type: 'way.chosen', way: 'override' });
    expect(await guard(world, { type: 'overridden', reason: '   ' })).toBeUndefined();
    expect(JSON.stringify(await entries(world))).not.toContain('overridden');
  });

  it('does not outlive its tab for long', async () => {
    const world = await worldThatRead(5);
    await press(world);
    world.now += 25 * HOUR;
    await world.open(2);
    await world.restart();
    expect(await wish(world, { type: 'cards.started' }, 1)).toMatchObject({ guard: null });
  });
});

describe('a parked question', () => {
  it('is offered as soon as a slot is free, with one notification, and waits again when the slot is taken', async () => {
    const world = await worldThatRead(5);
    await park(world);
    expect(await draftStates(world)).toEqual(['waiting']);
    world.now += MINUTE;
    await world.event(1, statusOf(2, 'close'));
    expect(await draftStates(world)).toEqual(['offered']);
    await confirm(world, [1, 3, 4, 5]);
    expect(world.notifications).toHaveLength(1);
    expect(world.notifications[0]?.message).toContain('Почта');
    world.now += MINUTE;
    await world.event(1, statusOf(2, 'open'));
    expect(await draftStates(world)).toEqual(['waiting']);
  });

  it('is told to nobody on the word of a page alone', async () => {
    const world = await worldThatRead(5);
    await park(world);
    world.now += MINUTE;
    await world.event(1, statusOf(2, 'close'));
    expect(world.notifications).toEqual([]);
    await confirm(world, [1, 2, 3, 4, 5]);
    expect(world.notifications).toEqual([]);
    expect(await draftStates(world)).toEqual(['waiting']);
  });

  it('is whole after the background was killed between keeping and parking', async () => {
    const world = await worldThatRead(5);
    await wish(world, { type: 'draft.kept', key: KEY, draft: QUESTION });
    await world.restart();
    expect(await draftStates(world)).toEqual(['written']);
    expect(await wish(world, { type: 'draft.wanted', key: KEY, id: ID })).toMatchObject(QUESTION);
  });

  it('is not offered while nobody knows the numbers', async () => {
    const world = await worldThatRead(5);
    await park(world);
    world.tabs.clear();
    world.now += 2 * HOUR;
    await world.application.check();
    expect(await draftStates(world)).toEqual(['waiting']);
  });

  it('that was put off is told once more when its rest is over', async () => {
    const world = await worldThatRead(3);
    await park(world);
    const told = world.notifications.length;
    const until = world.now + 10 * MINUTE;
    await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'snoozed', until } });
    await world.ring();
    expect(world.now).toBe(until);
    expect(world.notifications).toHaveLength(told + 1);
    await world.restart();
    await world.application.check();
    expect(world.notifications).toHaveLength(told + 1);
  });

  it('comes back when it was discarded by mistake', async () => {
    const world = await worldThatRead(5);
    await park(world);
    await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'discarded' } });
    expect(await draftStates(world)).toEqual([]);
    await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'restored' } });
    expect(await draftStates(world)).toEqual(['waiting']);
  });

  it('with a password in its topic leaves none in the journal', async () => {
    const world = await worldThatRead(5);
    await wish(world, { type: 'draft.kept', key: KEY, draft: { ...QUESTION, title: 'пароль: Tr4vel!Kit9' } });
    await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'parked' } });
    expect((await entries(world)).map(({ kind }) => kind)).toContain('draft.parked');
    expect(JSON.stringify(await entries(world))).not.toContain('Tr4vel');
  });

  it('is used once', async () => {
    const world = await worldThatRead(3);
    await park(world);
    expect(await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'used' } })).toBe(true);
    expect(await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'used' } })).toBe(false);
  });

  it('of 20,000 characters is kept to the last one', async () => {
    const world = await worldThatRead(5);
    const text = '👍'.repeat(10_000);
    expect(await wish(world, { type: 'draft.kept', key: KEY, draft: { ...QUESTION, text } })).toBe(true);
    expect(await wish(world, { type: 'draft.wanted', key: KEY, id: ID })).toMatchObject({ text });
  });
});

describe('what a tab asks for', () => {
  it('is refused for a portal that is not its own', async () => {
    const world = await worldThatRead(3);
    await world.open(2, { origin: SECOND });
    await wish(world, { type: 'draft.kept', key: KEY, draft: QUESTION });
    expect(await wish(world, { type: 'draft.wanted', key: KEY, id: ID }, 2)).toBeNull();
    expect(await wish(world, { type: 'search.wanted', key: KEY, query: 'Question', limit: 5 }, 2)).toBeNull();
  });

  it('is never the journal or the report', async () => {
    const world = await worldThatRead(3);
    const period = { from: 0, until: world.now };
    expect(await wish(world, { type: 'journal.wanted', key: KEY, ...period }, 1)).toBeNull();
    expect(await wish(world, { type: 'report.wanted', key: KEY, ...period }, 1)).toBeNull();
  });
});

describe('notes', () => {
  it('stay when the portal no longer lists the dialog, and are back with it', async () => {
    const world = await worldThatRead(3);
    await wish(world, { type: 'note.changed', key: KEY, chatId: 2, changes: { alias: 'Mail outage', tags: ['mail'] } });
    world.now += MINUTE;
    await world.read(1, [dialog(1), dialog(3)]);
    await world.restart();
    world.now += MINUTE;
    await world.read(1, [dialog(1), dialog(2), dialog(3)]);
    const found = (await world.view()).dialogs.find(({ chatId }) => chatId === 2);
    expect(found).toMatchObject({ alias: 'Mail outage', tags: ['mail'] });
  });

  it('are found by the search, also in closed dialogs, at once after a change', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, [dialog(1), dialog(2, { status: 'close', title: 'Old' })]);
    const search = (query: string) => wish(world, { type: 'search.wanted', key: KEY, query, limit: 5 });
    expect(await search('outage')).toEqual([]);
    await wish(world, { type: 'note.changed', key: KEY, chatId: 2, changes: { text: 'the outage of May' } });
    expect(await search('outage')).toMatchObject([{ chatId: 2, status: 'close' }]);
  });

  it('refuse a task address that is none', async () => {
    const world = await worldThatRead(1);
    const changes = { taskUrl: 'javascript:alert(1)' };
    expect(await wish(world, { type: 'note.changed', key: KEY, chatId: 1, changes })).toBeUndefined();
  });
});

describe('whose turn it is', () => {
  it('follows the messages, since the first one in a row, however often each is told', async () => {
    const world = await worldThatRead(1);
    for (const [minutes, author] of [
      [1, 'me'],
      [2, 'support'],
      [3, 'support'],
      [3, 'support'],
    ] as const) {
      world.now = START + minutes * MINUTE;
      await world.event(1, messageIn(1, { author, lastActivityAt: START + minutes * MINUTE }));
    }
    expect((await world.view()).dialogs[0]?.turn).toMatchObject({ author: 'support', since: START + 2 * MINUTE });
    const told = (await entries(world)).map(({ kind }) => kind).filter((kind) => kind !== 'slots.counted');
    expect(told).toEqual(['user.wrote', 'support.answered']);
  });

  it('is still support’s after its bot has greeted', async () => {
    const world = await worldThatRead(1);
    world.now += MINUTE;
    await world.event(1, messageIn(1, { author: 'me', lastActivityAt: world.now }));
    world.now += MINUTE;
    await world.event(1, messageIn(1, { isByPerson: false, lastActivityAt: world.now }));
    expect((await world.view()).dialogs[0]?.turn?.author).toBe('me');
  });

  it('is unknown after a message that nobody heard', async () => {
    const world = await worldThatRead(1);
    world.now += MINUTE;
    await world.event(1, messageIn(1, { lastActivityAt: world.now }));
    world.now += HOUR;
    await world.read(1, [dialog(1, { lastActivityAt: world.now - MINUTE })]);
    expect((await world.view()).dialogs[0]?.turn).toBeNull();
  });

  it('brings one notification when the answer has waited long enough, not another after a restart', async () => {
    const world = await worldThatRead(1);
    world.now += MINUTE;
    await world.event(1, messageIn(1, { lastActivityAt: world.now }));
    const isWaiting = async () => (await world.view()).dialogs[0]?.attention?.kind === 'waiting';
    for (let rings = 0; rings < 60 && !(await isWaiting()); rings += 1) await world.ring();
    expect(world.notifications).toEqual([]);
    await world.read(1, [dialog(1, { lastActivityAt: START + MINUTE })]);
    expect(world.notifications).toHaveLength(1);
    await world.restart();
    await world.application.check();
    expect(world.notifications).toHaveLength(1);
    expect((await world.view()).dialogs[0]?.attention).toMatchObject({ kind: 'waiting' });
  });
});

describe('what a page knows of old messages', () => {
  it('tells whose turn it is, and is no news for the journal', async () => {
    const world = await worldThatRead(1);
    world.now += MINUTE;
    const lastWord = { author: 'support' as const, at: START - 400 * HOUR };
    await world.tell(1, {
      type: 'chats.told',
      userId: '1',
      chats: [{ chatId: 1, unread: 0, lastWord }],
      at: world.now,
    });
    world.now += MINUTE;
    await world.read(1, [dialog(1, { lastWord })]);
    expect((await world.view()).dialogs[0]?.turn).toMatchObject({ author: 'support', source: 'page' });
    expect((await entries(world)).map(({ kind }) => kind)).not.toContain('support.answered');
  });
});

describe('a refused message', () => {
  it('is told by its mark and by the notice, and counts once', async () => {
    const world = await worldThatRead(5);
    world.now += MINUTE;
    await world.event(1, { type: 'message.refused', chatId: 2 });
    await world.event(1, messageIn(2, { author: 'system', isRefusal: true, lastActivityAt: world.now }));
    expect((await world.view()).dialogs.find(({ chatId }) => chatId === 2)).toMatchObject({ isRefusalNew: true });
    expect((await entries(world)).filter(({ kind }) => kind === 'message.refused')).toHaveLength(1);
    await wish(world, { type: 'note.changed', key: KEY, chatId: 2, changes: { refusalSeenAt: world.now + 1 } });
    expect((await world.view()).dialogs.find(({ chatId }) => chatId === 2)).toMatchObject({ isRefusalNew: false });
  });
});

describe('a notification that is pressed', () => {
  it('of a parked question shows the kept texts in a tab of the portal', async () => {
    const world = await worldThatRead(5);
    await park(world);
    world.now += MINUTE;
    await world.event(1, statusOf(2, 'close'));
    await confirm(world, [1, 3, 4, 5]);
    await world.application.tabs.openNotification(world.notifications[0]?.id ?? '');
    expect(world.tab(1).hasCards).toBe(true);
    expect(await wish(world, { type: 'cards.started' })).toMatchObject({ card: { kind: 'drafts' } });
  });

  it('opens the portal where no tab of it is open', async () => {
    const world = await worldThatRead(5);
    await park(world);
    world.tabs.clear();
    await world.application.tabs.openNotification(`offer|${KEY}|${ID}`);
    expect(world.openedUrls).toEqual([`${PORTAL}/online/?IM_DIALOG=5`]);
  });

  it('of a dialog opens it, and one that is not ours does nothing', async () => {
    const world = await worldThatRead(2);
    await world.application.tabs.openNotification(`attention|${KEY}|2`);
    expect(world.tab(1).asked).toContain('dialog.open');
    await world.application.tabs.openNotification('somebody else');
    expect(world.openedUrls).toEqual([]);
  });
});

describe('a text that was sent without a slot', () => {
  const sent = (world: World) =>
    wish(world, { type: 'draft.kept', key: KEY, draft: { ...QUESTION, kind: 'sent', dialogId: 'chat2' } });
  const kinds = async (world: World) => (await world.view()).drafts.map(({ kind, state }) => `${kind} ${state}`);

  it('is known to be refused when the portal says so, whichever comes first, and stays when a slot is free later', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, [dialog(1), dialog(2, { status: 'new' })], { limit: 1 });
    world.now += MINUTE;
    await world.event(1, { type: 'message.refused', chatId: 2 });
    await sent(world);
    expect(await kinds(world)).toEqual(['refused written']);
    world.now += MINUTE;
    await world.event(1, statusOf(2, 'open'));
    expect(await kinds(world)).toEqual(['refused written']);
  });

  it('needs no keeping once support has taken the dialog', async () => {
    const world = new World();
    await world.open(1);
    await world.read(1, [dialog(1), dialog(2, { status: 'new' })]);
    world.now += MINUTE;
    await sent(world);
    expect(await kinds(world)).toEqual(['sent written']);
    world.now += MINUTE;
    await world.event(1, statusOf(2, 'open'));
    expect(await kinds(world)).toEqual([]);
  });

  it('comes back as what it was when it was discarded by mistake', async () => {
    const world = await worldThatRead(5);
    await wish(world, { type: 'draft.kept', key: KEY, draft: { ...QUESTION, kind: 'message', dialogId: 'chat2' } });
    await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'discarded' } });
    await wish(world, { type: 'draft.told', key: KEY, id: ID, event: { type: 'restored' } });
    expect(await kinds(world)).toEqual(['message written']);
  });
});

describe('a browser that starts anew', () => {
  it('gives no card of yesterday to a tab of today', async () => {
    const world = await worldThatRead(5);
    await press(world);
    await world.restart();
    await world.application.browserStarted();
    expect(await wish(world, { type: 'cards.started' })).toMatchObject({ guard: null });
  });
});

describe('a reason', () => {
  it('that nobody was asked for is not written into the journal', async () => {
    const world = await worldThatRead(5);
    await press(world);
    await guard(world, { type: 'overridden', reason: 'made up' });
    expect(JSON.stringify(await entries(world))).not.toContain('made up');
  });
});

describe('two users of one portal', () => {
  it('have drafts, notes and guards of their own', async () => {
    const world = await worldThatRead(5);
    await park(world);
    await world.open(1, { userId: '2' });
    await world.read(1, dialogs(5));
    const second = await world.application.view(`${PORTAL}|2`);
    expect(second?.drafts).toEqual([]);
  });
});
