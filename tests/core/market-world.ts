/** What pages show and readings tell of an application, for tests of the background. */
import type { MarketSight } from '../../bitrix24/market-protocol.ts';
import type { ChatAppReading } from '../../domain/chatapp/book.ts';
import type { Fact } from '../../domain/chatapp/facts.ts';
import { START } from '../readings.ts';
import { PORTAL, World } from './world.ts';

export const CODE = 'vendor.messages24';
export const KEY = `${PORTAL}|1`;

const app = (code: string, name: string) => ({
  ...{ code, name, appId: null, developer: '', presence: 'active' as const },
  ...{ isUnpublished: false, needsSubscription: false },
});

type Sight<K extends MarketSight['kind']> = Extract<MarketSight, { kind: K }>;

/** A list of installed applications, whole and of the new Market, as a page shows it since `shownSince`. */
export const list = (shownSince: number, changes: Partial<Sight<'apps'>> = {}): MarketSight => ({
  ...{ kind: 'apps', generation: 'new', provesAbsence: true, shownSince },
  apps: [app(CODE, 'ChatApp'), app('vendor.forms', 'Forms')],
  ...changes,
});

export const listWithout = (shownSince: number): MarketSight =>
  list(shownSince, { apps: [app('vendor.forms', 'Forms')] });

export const page = (presence: 'active' | 'absent', shownSince: number): MarketSight => ({
  ...{ kind: 'appPage', generation: 'new', code: CODE, name: 'ChatApp', presence },
  ...{ needsSubscription: false, shownSince },
});

const TITLES = ['ChatApp', 'ChatApp Dialog'];

/** Tabs of a deal: those of the application with these numbers, and one of somebody else. */
export const tabs = (shownSince: number, ...ids: number[]): MarketSight => ({
  ...{ kind: 'tabs', card: 'deal', shownSince },
  tabs: [
    ...ids.map((placementId, n) => ({ placementId, title: TITLES[n] ?? '', isHidden: false, owner: null })),
    { placementId: 7, title: 'Forms', isHidden: false, owner: null },
  ],
});

export const tiles: MarketSight = {
  ...{ kind: 'tiles', shownSince: START },
  tiles: [
    { connectorId: 'wa', title: 'ChatApp - WhatsApp' },
    { connectorId: 'mail', title: 'Mail' },
  ],
};

const fact = <T>(value: T, at: number): Fact<T> => ({ from: 'read', value, at });

/** What a portal with three employees, one line and an access list of one tells. */
export const reading = (at: number, changes: Partial<ChatAppReading> = {}): ChatAppReading => ({
  startedAt: at,
  me: { id: '1', name: 'Irina Orlova', isAdministrator: true },
  staff: fact(
    {
      employees: ['1', '10', '11'].map((id) => ({ id, name: `Employee ${id}`, departments: ['1'] })),
      isWhole: true,
    },
    at,
  ),
  administrators: fact(['1'], at),
  departments: fact([{ id: '1', name: 'Company', parent: null, head: '1' }], at),
  accessList: fact([{ code: 'U10', name: 'Employee 10', provider: 'user' }], at),
  lines: fact(
    [
      {
        ...{ id: '1', name: 'Sales', isActive: true, order: 'evenly' as const },
        queue: fact([{ kind: 'user' as const, id: '10' }], at),
        members: fact(['10'], at),
        isConnected: { from: 'nowhere' as const, why: 'notAvailable' as const },
      },
    ],
    at,
  ),
  roles: fact([], at),
  ...changes,
});

/** A world whose tab 1 has read its portal, and where somebody has said which application it is. */
export async function worldWithApp(): Promise<World> {
  const world = new World();
  await world.open(1);
  await world.read(1);
  world.tab(1).chatapp = () => reading(world.now);
  await world.see(1, list(world.now));
  await world.application.market.confirm({ type: 'app.confirmed', key: KEY, code: CODE });
  await world.settle();
  return world;
}

export const market = async (world: World) => (await world.view()).market;

/** The state of the reinstall that is under way. */
export const runState = async (world: World) => (await market(world)).run?.state;
