import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Runtime } from 'webextension-polyfill';
import { route } from '../../../core/router.ts';
import { leftovers } from '../../../database/wipe.ts';
import type { MoveOutcome, MovePreview } from '../../../domain/portals/moved.ts';
import { accessReading, sighting } from '../../access-records.ts';
import { dialogs, PORTAL, SECOND, type World, worldThatRead } from '../world.ts';

// The polyfill refuses to load outside an extension.
vi.mock('webextension-polyfill', () => ({
  default: { runtime: { id: 'ours', getURL: (path: string) => `chrome-extension://ours${path}` } },
}));

const OWN = 'https://portal.example.ru';
const OLD_KEY = `${PORTAL}|1`;
const NEW_KEY = `${SECOND}|1`;
const ID = '6f0b1f0a-3b44-4b8e-9a1c-7d0f3b1c2a11';
let world: World;

/** As the dashboard asks it. */
const ask = <T>(message: object): Promise<T> =>
  route(
    message,
    { id: 'ours', url: 'chrome-extension://ours/dashboard.html' } as Runtime.MessageSender,
    world.application,
  ) as Promise<T>;
const plan = (from = PORTAL, to = SECOND) => ask<MovePreview>({ type: 'move.planned', from, to });
const move = (from = PORTAL, to = SECOND) => ask<MoveOutcome>({ type: 'portal.moved', from, to });
const note = (key: string, changes: object) => ask({ type: 'note.changed', key, chatId: 1, changes });
const knownOrigins = async () => (await world.application.own.front.view()).known.map(({ origin }) => origin);
const noteOf = async (key: string) =>
  (await ask<{ note: { text: string } }>({ type: 'details.wanted', key, chatId: 1 })).note;

beforeEach(async () => {
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  world = await worldThatRead(3);
  await note(OLD_KEY, { alias: 'Почта', text: 'Просили логи' });
  world.now += 60_000;
  await world.readAccess(1, accessReading([sighting({ sentAt: world.now })]), dialogs(3));
  await world.open(2, { origin: SECOND });
  await world.read(2, dialogs(2));
});
afterEach(() => vi.restoreAllMocks());

describe('a portal that moved', () => {
  it('is told in numbers before anything happens', async () => {
    const before = await leftovers(world.database, null);
    expect(await plan()).toMatchObject({ parts: { notes: 1, access: 1, dialogs: 2 }, joined: 0, unmet: 0 });
    expect(await leftovers(world.database, null)).toEqual(before);
  });

  it('is whole at the new address, also on the pages that are open, and the old one is proven to be gone', async () => {
    const outcome = await move();
    expect(outcome).toMatchObject({ moved: { parts: { notes: 1 } }, left: [] });
    expect(await leftovers(world.database, PORTAL)).toEqual([]);
    expect(await knownOrigins()).toEqual([SECOND]);
    expect(
      world
        .tab(2)
        .views.at(-1)
        ?.dialogs.find(({ chatId }) => chatId === 1),
    ).toMatchObject({ alias: 'Почта' });
    expect(world.tab(1).views.at(-1)).toMatchObject({ session: { state: 'unsupported' }, dialogs: [] });
    expect(world.front?.portals.map(({ key }) => key)).toEqual([NEW_KEY]);
    expect(world.tab(2).views.at(-1)?.register.items).toMatchObject([{ kind: 'vendor', state: 'pending' }]);
  });

  it('is read at its new address afterwards', async () => {
    world.now += 600_000;
    world.tab(2).asked = [];
    await move();
    expect(world.tab(2).asked).toContain('read');
  });

  it('stays after the background was killed', async () => {
    await move();
    await world.restart();
    expect(await noteOf(NEW_KEY)).toMatchObject({ text: 'Просили логи' });
    expect(await world.application.view(OLD_KEY)).toBeUndefined();
  });

  it('loses no text that is typed at either address in the same moment', async () => {
    const draft = (text: string) => ({ id: `${text}${ID.slice(1)}`, kind: 'parked', title: '', text, dialogId: null });
    const work = [
      ask({ type: 'draft.kept', key: OLD_KEY, draft: draft('a') }),
      ask({ type: 'draft.kept', key: NEW_KEY, draft: draft('b') }),
    ];
    await Promise.all([...work, move()]);
    await ask({ type: 'draft.kept', key: NEW_KEY, draft: draft('c') });
    await world.restart();
    const texts = (await world.database.drafts.toArray()).map(({ portal, text }) => [portal, text]);
    expect(texts.sort()).toEqual([
      [NEW_KEY, 'a'],
      [NEW_KEY, 'b'],
      [NEW_KEY, 'c'],
    ]);
  });

  it('of an address that was added gives its permission back', async () => {
    world.browser.granted.push(`${OWN}/*`);
    await world.application.own.portals.add({
      ...{ type: 'portal.added', address: OWN, choices: { isOnPremise: false, takesHttp: false } },
    });
    expect(await move(OWN, SECOND)).toMatchObject({ left: [] });
    expect(world.browser.dropped).toEqual([`${OWN}/*`]);
    expect(world.browser.scripted).toEqual([]);
  });
});

describe('nothing is moved', () => {
  it('where there is nowhere to go', async () => {
    expect(await move(PORTAL, PORTAL)).toEqual({ refusal: 'same' });
    expect(await move(PORTAL, OWN)).toEqual({ refusal: 'unknown' });
    expect(await plan(OWN, SECOND)).toEqual({ refusal: 'unknown' });
    expect(await knownOrigins()).toEqual([PORTAL, SECOND]);
  });

  it('to an address that the organisation has not named', async () => {
    world.managed = { portals: ['demo.bitrix24.ru'] };
    await world.application.policyChanged();
    expect(await move()).toEqual({ refusal: 'policy' });
  });

  it('while Latchdesk is read-only', async () => {
    await world.application.own.governance.change({ isReadOnly: true });
    const before = await leftovers(world.database, PORTAL);
    expect(await move()).toEqual({ refused: 'readOnly' });
    expect(await leftovers(world.database, PORTAL)).toEqual(before);
  });

  it('when the database does not take it, and both portals are on show as before', async () => {
    const before = await leftovers(world.database, PORTAL);
    world.database.knownPortals.hook('deleting', () => {
      throw new Error('The disk is full');
    });
    await expect(move()).rejects.toThrow();
    const lasting = ['calls', 'health'];
    const rest = (all: typeof before) => all.filter(({ table }) => !lasting.includes(table));
    expect(rest(await leftovers(world.database, PORTAL))).toEqual(rest(before));
    expect(world.tab(1).views.at(-1)?.session.state).toBe('live');
  });

  it('for a page of a portal', async () => {
    const sender = { id: 'ours', url: `${PORTAL}/stream/`, frameId: 0, tab: { id: 1 } } as Runtime.MessageSender;
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    await route({ type: 'portal.moved', from: PORTAL, to: SECOND }, sender, world.application);
    expect(await knownOrigins()).toEqual([PORTAL, SECOND]);
  });
});
