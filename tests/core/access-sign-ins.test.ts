import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SignIn, SignIns } from '../../domain/access/record.ts';
import { START } from '../readings.ts';
import { PORTAL, World } from './world.ts';

const KEY = `${PORTAL}|1`;
const ID = '6f6f2f4e-6c2f-4d1c-9f0a-1d2b3c4d5e6f';
const ROW: SignIn = { at: START, userId: '9001', name: '', address: '203.0.113.24', account: 'unlisted' };

const found = (state: SignIns['state'], rows: SignIn[] = []): SignIns => ({
  ...{ at: START, from: START, until: START, isCut: false },
  ...{ state, rows },
});

let world: World;

beforeEach(async () => {
  world = new World();
  await world.open(1);
  await world.application.access.enter({
    type: 'access.entered',
    key: KEY,
    record: {
      ...{ kind: 'vendor', id: ID, state: 'granted', requestedAt: START, startsAt: START, days: 7 },
      ...{ ticket: '', chatId: null, reason: '', answerer: '' },
    },
  });
});

afterEach(() => world.database.close());

const look = () => world.application.access.signIns({ type: 'signIns.wanted', key: KEY, id: ID });
const kept = async () => {
  const [row] = await world.application.access.register(KEY);
  return row?.kind === 'vendor' ? row.signIns : null;
};

describe('sign-ins during an access', () => {
  it('are read by an open tab, kept with the access and noted in its history', async () => {
    world.tab(1).signIns = found('read', [ROW]);
    expect(await look()).toMatchObject({ state: 'read', rows: [ROW] });
    expect(await kept()).toMatchObject({ state: 'read', rows: [ROW] });
    const history = await world.application.access.history({ type: 'history.wanted', key: KEY, id: ID });
    expect(history.at(-1)?.change).toEqual({ kind: 'signIns', count: 1, unlisted: 1 });
  });

  it('cannot be read without a tab, which is no failure of the portal', async () => {
    world.tab(1).manner = 'gone';
    expect(await look()).toBeNull();
    expect(await kept()).toBeNull();
  });

  it('are asked for in the next tab when one cannot tell', async () => {
    await world.open(2);
    world.tab(1).signIns = found('failed');
    world.tab(2).signIns = found('read', [ROW]);
    expect(await look()).toMatchObject({ state: 'read' });
    world.tab(2).signIns = found('failed');
    expect(await look()).toMatchObject({ state: 'failed' });
  });

  it('stay as they were read when the log is closed later', async () => {
    world.tab(1).signIns = found('read', [ROW]);
    await look();
    world.tab(1).signIns = found('refused');
    expect(await look()).toMatchObject({ state: 'refused' });
    expect(await kept()).toMatchObject({ state: 'read', rows: [ROW] });
  });
});
