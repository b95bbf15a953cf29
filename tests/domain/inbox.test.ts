import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import type { InboxPortal } from '../../domain/inbox/portal-items.ts';
import { restEndsAt, restUntilTomorrow } from '../../domain/inbox/rest.ts';
import type { RunView } from '../../domain/market/view.ts';
import type { PortalView } from '../../domain/view.ts';
import {
  DAY,
  dialog,
  grant,
  HOUR,
  lastKnown,
  lookalike,
  MINUTE,
  NOW,
  parked,
  partner,
  portal,
  request,
  unsupported,
  withAccess,
} from '../components/samples.ts';
import { NO_MARKET } from '../market-samples.ts';

const FREE = portal();
const at = (host: string, view: PortalView): PortalView => ({ ...view, key: `https://${host}|1`, host });
const kinds = (...portals: InboxPortal[]) => inboxOf(portals, null, NOW).items.map(({ reason }) => reason.kind);

const asks = withAccess([request({ banner: 'request' })]);
const overdue = withAccess([grant(-2, { banner: 'overdue' })]);
const ending = withAccess([grant(2, { banner: 'ending' })]);
const imitated = withAccess([lookalike({ banner: 'lookalike' })]);
const full = portal({ used: 5 });
const over = portal({ used: 6 });
const waits = portal({
  view: { dialogs: [dialog(2, { attention: { kind: 'waiting', since: NOW - 26 * HOUR, worked: 9 * HOUR } })] },
});
const refused = portal({ view: { dialogs: [dialog(2, { attention: { kind: 'refused', since: NOW - HOUR } })] } });
const idle = portal({ view: { dialogs: [dialog(2, { attention: { kind: 'idle', since: NOW - 9 * DAY, days: 7 } })] } });
const offered = portal({ view: { drafts: [parked({ state: 'offered', offeredAt: NOW - HOUR })] } });
const signedOut = lastKnown('signedOut');
const broken = lastKnown('serverError');

const run = (changes: Partial<RunView> = {}): RunView => ({
  id: 'r1',
  code: 'chatapp',
  name: 'ChatApp',
  appId: 12,
  state: 'absent',
  checks: [],
  press: null,
  finishedBy: null,
  stop: null,
  stoppedIn: null,
  startedAt: NOW - DAY,
  changedAt: NOW - HOUR,
  recorded: null,
  differences: null,
  ...changes,
});
const reinstalls = (changes: Partial<RunView> = {}) =>
  portal({ view: { market: { ...NO_MARKET, run: run(changes) } } });

const EVERYTHING = [
  signedOut,
  broken,
  idle,
  offered,
  waits,
  reinstalls(),
  ending,
  full,
  over,
  refused,
  overdue,
  asks,
  imitated,
];

describe('the inbox', () => {
  it('puts what lets somebody in first, then what is lost or full, then what waits, and what cannot be read last', () => {
    const portals = EVERYTHING.map((view, index) => at(`p${index}.bitrix24.ru`, view));
    expect(kinds(...portals)).toEqual([
      'lookalike',
      'request',
      'overdue',
      'refused',
      'over',
      'full',
      'ending',
      'reinstall',
      'waiting',
      'parked',
      'idle',
      'signedOut',
      'unreadable',
    ]);
  });

  it('says nothing of a portal where nothing is the matter', () => {
    expect(kinds(FREE, portal({ used: 4 }), unsupported('oldMessenger'))).toEqual([]);
  });

  it('tells with each line where it is, since when, and what words need', () => {
    const [asked] = inboxOf([at('a.bitrix24.ru', asks)], null, NOW).items;
    expect(asked).toMatchObject({ portal: 'https://a.bitrix24.ru|1', host: 'a.bitrix24.ru', at: NOW - 2 * HOUR });
    expect(asked?.reason).toEqual({ kind: 'request', recordId: '7:501', days: 21, daysSource: 'parsed' });
    const [waiting] = inboxOf([waits], null, NOW).items;
    expect(waiting?.reason).toEqual({ kind: 'waiting', chatId: 2, worked: 9 * HOUR });
  });

  it('has what is older first among equals, and the access that ends first', () => {
    const late = at('a.bitrix24.ru', withAccess([request({ banner: 'request', requestedAt: NOW - HOUR })]));
    const early = at('b.bitrix24.ru', withAccess([request({ banner: 'request', requestedAt: NOW - DAY })]));
    expect(inboxOf([late, early], null, NOW).items.map(({ host }) => host)).toEqual(['b.bitrix24.ru', 'a.bitrix24.ru']);
    const three = at('a.bitrix24.ru', withAccess([grant(3, { banner: 'ending' })]));
    const one = at('b.bitrix24.ru', withAccess([grant(1, { banner: 'ending' })]));
    expect(inboxOf([three, one], null, NOW).items.map(({ host }) => host)).toEqual(['b.bitrix24.ru', 'a.bitrix24.ru']);
  });

  it('keeps its order whatever order the portals come in, and while nothing but time passes', () => {
    const portals = [...EVERYTHING, ...EVERYTHING].map((view, index) => at(`p${index}.bitrix24.ru`, view));
    const ids = (some: InboxPortal[], now: number) => inboxOf(some, null, now).items.map(({ id }) => id);
    const expected = ids(portals, NOW);
    const shuffled = fc.shuffledSubarray(portals, { minLength: portals.length });
    fc.assert(
      fc.property(shuffled, fc.integer({ min: 0, max: 30 * DAY }), (some, later) => {
        expect(ids(some, NOW + later)).toEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('of access the inbox follows the banner', () => {
  it('and is silent where it rests, was dismissed or is not the user’s to answer', () => {
    expect(kinds(withAccess([request(), grant(2), grant(-1), lookalike(), partner()]))).toEqual([]);
    expect(kinds(withAccess([request({ state: 'declined', banner: 'answeredElsewhere' })]))).toEqual([]);
  });

  it('and tells partners, likely requests, closed questions and unclear answers apart', () => {
    const items = [
      request({ id: '1:1', state: 'unknown', banner: 'unclear' }),
      grant(9, { id: '1:2', banner: 'ticketClosed', ticketClosedAt: NOW - HOUR }),
      partner({ banner: 'partner' }),
      request({ id: '1:3', state: 'seen', banner: 'probable' }),
    ];
    expect(kinds(withAccess(items))).toEqual(['probable', 'partner', 'ticketClosed', 'unclear']);
  });

  it('has one line for all imitations on a portal, so that they cannot push a true request away', () => {
    const flood = Array.from({ length: 19 }, (_, index) =>
      lookalike({ id: `31:${index}`, banner: 'lookalike', lastAt: NOW - index * MINUTE, count: 2 }),
    );
    const { items } = inboxOf([withAccess([...flood, request({ banner: 'request' })])], null, NOW);
    expect(items.map(({ reason }) => reason.kind)).toEqual(['lookalike', 'request']);
    expect(items[0]).toMatchObject({ at: NOW, reason: { recordId: '31:0', count: 38 } });
  });

  it('and still tells of ends where the user has left, but not what was asked', () => {
    const items = [
      request({ banner: 'request' }),
      grant(-2, { banner: 'overdue' }),
      lookalike({ banner: 'lookalike' }),
    ];
    expect(kinds(withAccess(items, signedOut))).toEqual(['overdue', 'signedOut']);
  });

  it('and tells all of it where dialogs cannot be read', () => {
    expect(kinds(withAccess([request({ banner: 'request' })], unsupported('noSupportBot')))).toEqual(['request']);
  });
});

describe('numbers that nobody backs', () => {
  it('never make a portal full', () => {
    expect(kinds(portal({ used: 6, slots: { stale: true } }))).toEqual([]);
    expect(kinds({ ...lastKnown('timeout'), slots: { ...over.slots, stale: true } })).toEqual(['unreadable']);
  });

  it('come after certain ones when only the limit is assumed', () => {
    const assumed = at('a.bitrix24.ru', portal({ used: 5, slots: { limitSource: 'assumed' } }));
    const { items } = inboxOf([assumed, at('b.bitrix24.ru', full)], null, NOW);
    expect(items.map(({ reason }) => 'isAssumed' in reason && reason.isAssumed)).toEqual([false, true]);
  });

  it('are no news while the computer has no network', () => {
    expect(kinds(lastKnown('offline'))).toEqual([]);
  });
});

describe('a reinstall', () => {
  it('is there until it is done, also where it was stopped half-way', () => {
    expect(kinds(reinstalls({ state: 'finishing' }))).toEqual(['reinstall']);
    expect(kinds(reinstalls({ state: 'stopped', stop: { kind: 'byUser' }, stoppedIn: 'absent' }))).toEqual([
      'reinstall',
    ]);
    expect(kinds(reinstalls({ state: 'done' }))).toEqual([]);
  });

  it('that was given up before anything was taken away needs nobody', () => {
    expect(kinds(reinstalls({ state: 'stopped', stop: { kind: 'byUser' }, stoppedIn: 'recorded' }))).toEqual([]);
  });
});

describe('what was put off by itself', () => {
  it('stays out: a parked question whose offer rests', () => {
    const resting = parked({ state: 'offered', offeredAt: NOW - HOUR, snoozedUntil: NOW + HOUR });
    expect(kinds(portal({ view: { drafts: [resting, parked()] } }))).toEqual([]);
  });

  it('stays out: a paused portal, but for accesses that end', () => {
    const items = [request({ banner: 'request' }), grant(-2, { banner: 'overdue' }), grant(1, { banner: 'ending' })];
    expect(kinds({ ...withAccess(items, over), isPaused: true })).toEqual(['overdue', 'ending']);
  });
});

describe('a rest until tomorrow', () => {
  const portals = [asks, full, waits].map((view, index) => at(`p${index}.bitrix24.ru`, view));
  const rest = restUntilTomorrow(inboxOf(portals, null, NOW).items, NOW);
  const morning = new Date(2025, 11, 13, 9).getTime();

  it('ends at nine in the morning', () => {
    expect(rest.until).toBe(morning);
    expect(inboxOf(portals, rest, morning - 1)).toMatchObject({ items: [], restingCount: 3, restsUntil: morning });
    expect(inboxOf(portals, rest, morning)).toMatchObject({ items: [{}, {}, {}], restingCount: 0, restsUntil: null });
  });

  it('is the same after a restart, from what was stored', () => {
    const stored = JSON.parse(JSON.stringify(rest));
    expect(inboxOf(portals, stored, NOW + HOUR).items).toEqual([]);
  });

  it('does not hide a request that came afterwards, however old its message is', () => {
    const news = at(
      'p9.bitrix24.ru',
      withAccess([request({ id: '7:900', banner: 'request', requestedAt: NOW - 5 * DAY })]),
    );
    expect(inboxOf([...portals, news], rest, NOW + HOUR).items.map(({ host }) => host)).toEqual(['p9.bitrix24.ru']);
  });

  it('does not hide an access that should have ended meanwhile, nor a known request that asks again', () => {
    const ended = at('p8.bitrix24.ru', overdue);
    const again = at('p0.bitrix24.ru', withAccess([request({ banner: 'request', requestedAt: NOW + MINUTE })]));
    const { items } = inboxOf([ended, again, ...portals.slice(1)], rest, NOW + HOUR);
    expect(items.map(({ host }) => host)).toEqual(['p0.bitrix24.ru', 'p8.bitrix24.ru']);
  });

  it('hides what else comes up: it was asked for all', () => {
    expect(inboxOf([at('new.bitrix24.ru', over), at('b.bitrix24.ru', refused)], rest, NOW + HOUR).items).toEqual([]);
  });

  it('has ended when the clock was set back by days, and when what was stored is spoiled', () => {
    expect(restEndsAt(rest, NOW - 3 * DAY)).toBeNull();
    expect(restEndsAt({ ...rest, until: Number.NaN }, NOW)).toBeNull();
    expect(restEndsAt(rest, NOW - HOUR)).toBe(morning);
  });

  it('never lasts longer than until the second morning, wherever it was asked for', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(2020, 0, 1), max: new Date(2040, 0, 1), noInvalidDate: true }), (date) => {
        const now = date.getTime();
        expect(restEndsAt(restUntilTomorrow([], now), now)).toBeGreaterThan(now);
      }),
    );
  });
});
