import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Own } from '../../../core/own/own-protocol.ts';
import type { ImportPreview } from '../../../domain/settings-file/preview.ts';
import { TAKE_ALL } from '../../domain/settings-file/samples.ts';
import { PORTAL, SECOND, World } from '../world.ts';

const KEY = `${PORTAL}|1`;
const ID = '6f6f2f4e-6c2f-4d1c-9f0a-1d2b3c4d5e6f';
type Contents = Own<'export.wanted'>['contents'];
const ALL: Contents = {
  portals: [KEY],
  hasPreferences: true,
  hasSettings: true,
  hasNotes: true,
  hasRegister: true,
  hasUsers: true,
};

const worlds: World[] = [];
const newWorld = () => {
  const world = new World();
  worlds.push(world);
  return world;
};
afterEach(() => {
  vi.restoreAllMocks();
  for (const world of worlds.splice(0)) world.database.close();
});

let world: World;
beforeEach(async () => {
  world = newWorld();
  await world.open(1);
  await world.read(1);
});

const wishes = (where = world) => where.application.wishes;
const changeSettings = (changes: object, where = world, key = KEY) =>
  wishes(where).changeSettings({ type: 'settings.changed', key, changes });
const changeNote = (changes: object, where = world) =>
  wishes(where).changeNote({ type: 'note.changed', key: KEY, chatId: 1, changes });
const write = (contents = ALL) => world.application.own.exchange.write(contents);
const plan = (text: string, where = world, choices = TAKE_ALL) =>
  where.application.own.exchange.plan({ type: 'import.planned', text, choices });
const take = (text: string, mark: string, where = world, choices = TAKE_ALL) =>
  where.application.own.exchange.take({ type: 'import.taken', text, choices, plan: mark });
const file = (...portals: object[]) => JSON.stringify({ format: 'latchdesk.settings', schema: 1, portals });

type Planned = Extract<ImportPreview, { why: null }>;
function planned(preview: ImportPreview): Planned {
  if (preview.why !== null) throw new Error(`refused: ${preview.why}`);
  return preview;
}

/** Looks at a file and takes it. */
async function takeFile(text: string, where = world) {
  const { mark } = planned(await plan(text, where));
  return take(text, mark, where);
}

async function fill() {
  await changeSettings({ waitingHours: 8, hiddenCards: ['rename'] });
  await changeNote({ alias: 'Mail', tags: ['CRM'], text: 'Ask on Monday' });
  const record = {
    ...{ kind: 'vendor' as const, id: ID, state: 'granted' as const, requestedAt: 1, startsAt: world.now, days: 7 },
    ...{ ticket: '22910', chatId: null, reason: 'Mail', answerer: 'Irina' },
  };
  await world.application.access.enter({ type: 'access.entered', key: KEY, record });
  await world.application.governance.change({ language: 'en' });
}

describe('a file that was saved in one browser', () => {
  test('brings another one to the same, in memory and in the database', async () => {
    await fill();
    const { text, isTooLarge, masked } = await write();
    expect([isTooLarge, masked]).toEqual([false, 0]);
    const other = newWorld();
    await other.open(1);
    await other.read(1);
    expect(await takeFile(text, other)).toMatchObject({ result: 'taken', portals: 1, notes: 1, records: 1 });
    const seen = async () => ({
      settings: await wishes(other).settings(KEY),
      note: (await wishes(other).details(KEY, 1))?.note,
      records: (await other.application.access.register(KEY)).map(({ id, state }) => [id, state]),
      language: (await other.application.governance.view()).preferences.language,
    });
    const inMemory = await seen();
    expect(inMemory).toMatchObject({
      settings: { waitingHours: 8, hiddenCards: ['rename'] },
      note: { alias: 'Mail', tags: ['CRM'], text: 'Ask on Monday' },
      records: [[ID, 'granted']],
      language: 'en',
    });
    await other.restart();
    expect(await seen()).toEqual(inMemory);
    expect(planned(await plan(text, other)).plan.steps).toEqual([]);
  });

  test('shows the pages of the portal what has changed', async () => {
    await changeSettings({ hiddenCards: ['rename'] });
    const { text } = await write();
    await changeSettings({ hiddenCards: [] });
    await takeFile(text);
    expect(world.tab(1).views.at(-1)?.settings.hiddenCards).toEqual(['rename']);
  });

  test('for somebody else has no user, no note and no record in it', async () => {
    await fill();
    const { text } = await write({ ...ALL, hasUsers: false });
    expect(text).not.toContain('userId');
    expect(text).not.toContain('Monday');
    expect(text).not.toContain('Irina');
  });

  test('names the texts in which a secret was masked', async () => {
    await changeNote({ text: 'password: Zx9!kq2Lm' });
    const { text, masked } = await write();
    expect(masked).toBe(1);
    expect(text).not.toContain('Zx9!kq2Lm');
  });
});

describe('nothing is taken', () => {
  test('by looking', async () => {
    await plan(file({ address: PORTAL, userId: '1', settings: { idleDays: 9 } }));
    expect((await wishes().settings(KEY))?.idleDays).toBe(3);
  });

  test('that was changed meanwhile in another dashboard', async () => {
    const text = file({ address: PORTAL, userId: '1', settings: { idleDays: 9 } });
    const { mark } = planned(await plan(text));
    await changeSettings({ idleDays: 5 });
    expect(await take(text, mark)).toEqual({ result: 'changed' });
    expect((await wishes().settings(KEY))?.idleDays).toBe(5);
  });

  test('twice, when two dashboards take the same file at once', async () => {
    const text = file({ address: PORTAL, userId: '1', settings: { idleDays: 9 } });
    const { mark } = planned(await plan(text));
    const results = await Promise.all([take(text, mark), take(text, mark)]);
    expect(results.map(({ result }) => result)).toEqual(['taken', 'changed']);
  });

  test('while Latchdesk is read-only', async () => {
    const text = file({ address: PORTAL, userId: '1', settings: { idleDays: 9 } });
    const { mark } = planned(await plan(text));
    await world.application.governance.change({ isReadOnly: true });
    expect(await take(text, mark)).toEqual({ result: 'readOnly' });
  });

  test.each([
    ['', 'empty'],
    ['no file of ours', 'notJson'],
    ['{"format":"other"}', 'notOurs'],
    ['{"format":"latchdesk.settings","schema":99,"portals":[]}', 'newerVersion'],
    [`${'['.repeat(50)}${']'.repeat(50)}`, 'tooDeep'],
  ])('of a file that is refused', async (text, why) => {
    expect(await plan(text)).toEqual({ why });
    expect(await take(text, 'any')).toEqual({ result: 'failed' });
  });

  test('of what a hostile file says of the prototype', async () => {
    const text = `{"format":"latchdesk.settings","schema":1,"portals":[{"address":"${PORTAL}","userId":"1",
      "settings":{"__proto__":{"idleDays":60},"constructor":{"prototype":{"isOurs":true}},"idleDays":9}}]}`;
    await takeFile(text);
    expect((await wishes().settings(KEY))?.idleDays).toBe(9);
    expect(({} as Record<string, unknown>).isOurs).toBeUndefined();
  });
});

describe('what the policy fixes', () => {
  test('stays, and the row says so', async () => {
    world.managed = { settings: { idleDays: 2 } };
    await world.application.policyChanged();
    const text = file({ address: PORTAL, userId: '1', settings: { idleDays: 9, waitingHours: 8 } });
    const { rows } = planned(await plan(text)).plan.steps[0] ?? { rows: [] };
    expect(rows).toMatchObject([
      { field: 'waitingHours', lock: null },
      { field: 'idleDays', lock: 'settings' },
    ]);
    expect(await takeFile(text)).toMatchObject({ result: 'taken', settings: 1 });
    world.managed = null;
    await world.application.policyChanged();
    expect(await wishes().settings(KEY)).toMatchObject({ idleDays: 3, waitingHours: 8 });
  });

  test('a language that nothing serves is left out and named', async () => {
    const text = JSON.stringify({ format: 'latchdesk.settings', schema: 1, preferences: { language: 'de' } });
    const preview = planned(await plan(text));
    expect(preview.plan.rows).toEqual([]);
    expect(preview.skipped).toEqual([{ field: 'preferences.language', why: 'wrongValue' }]);
  });
});

describe('a portal that is new here', () => {
  const looked = (address: string, changes: object = {}) => ({
    ...{ address, userId: '7', settings: { idleDays: 9 }, look: { label: 'Acme', colour: 'red' } },
    ...changes,
  });

  test('of the cloud is there with its settings, name and colour', async () => {
    expect(await takeFile(file(looked(SECOND)))).toMatchObject({ result: 'taken', portals: 1 });
    const { known, portals } = await world.application.own.front.view();
    expect(known.find(({ origin }) => origin === SECOND)).toMatchObject({ label: 'Acme', colour: 'red', pause: null });
    expect(portals.find(({ origin }) => origin === SECOND)).toMatchObject({ label: 'Acme', colour: 'red' });
    expect((await wishes().settings(`${SECOND}|7`))?.idleDays).toBe(9);
  });

  test('with an address of its own waits for the permission', async () => {
    const address = 'https://portal.example:8443';
    await takeFile(file(looked(address, { prefix: '/intranet/' })));
    const { known } = await world.application.own.front.view();
    expect(known.find(({ origin }) => origin === address)).toMatchObject({
      ...{ source: 'added', prefix: '/intranet/', label: 'Acme', pause: { by: 'permission' } },
    });
    expect((await world.view('7', address)).session).toMatchObject({ state: 'unsupported', reason: 'noPermission' });
  });

  test('with an address that the browser allows already works at once', async () => {
    const address = 'https://portal.example:8443';
    world.browser.granted = ['<all_urls>'];
    await takeFile(file(looked(address)));
    expect((await world.application.own.front.view()).known.find(({ origin }) => origin === address)?.pause).toBeNull();
  });

  test.each(['https://helpdesk.bitrix24.ru', 'https://bitrix24.com', 'https://acme.bitrix24.site'])(
    'is left where no portal can be: %s',
    async (address) => {
      const { plan: found } = planned(await plan(file(looked(address))));
      expect(found.steps).toEqual([]);
      expect(found.left).toEqual([{ address, userId: '7', why: 'noPortal' }]);
    },
  );
});

describe('a portal that cannot be written', () => {
  beforeEach(async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    await world.open(2, { origin: SECOND });
    await world.read(2);
  });
  const text = file(
    {
      address: PORTAL,
      userId: '1',
      settings: { idleDays: 9 },
      notes: [{ chatId: 1, alias: 'Mail', tags: [], text: '', taskUrl: '', ticket: '' }],
    },
    { address: SECOND, userId: '1', settings: { idleDays: 9 } },
  );

  test('is left whole and named, the others are taken', async () => {
    const { mark } = planned(await plan(text));
    world.database.portals.hook('updating', (_changes, key) => {
      if (key === KEY) throw new Error('the disk is full');
    });
    expect(await take(text, mark)).toMatchObject({ result: 'partly', missing: [PORTAL], portals: 1 });
    expect(await wishes().settings(`${SECOND}|1`)).toMatchObject({ idleDays: 9 });
    expect(await wishes().settings(KEY)).toMatchObject({ idleDays: 3 });
    expect((await wishes().details(KEY, 1))?.note.alias).toBe('');
  });

  test('with all the others: nothing was taken, and it is said', async () => {
    const { mark } = planned(await plan(text));
    world.database.portals.hook('updating', () => {
      throw new Error('the disk is full');
    });
    expect(await take(text, mark)).toEqual({ result: 'failed' });
  });
});
