import { describe, expect, it } from 'vitest';
import { badgeFor } from '../../core/badge.ts';
import type { AccessTotals } from '../../domain/access/view.ts';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import { byUrgency, type InboxItem } from '../../domain/inbox/item.ts';
import type { Limit, SlotLevel } from '../../domain/slots.ts';
import { slotLevel } from '../../domain/slots.ts';
import type { PortalView, SessionView, SlotsView } from '../../domain/view.ts';
import { NO_WATCH } from '../../domain/watch/watch.ts';
import { NO_ACCESS } from '../access-records.ts';
import { NO_MARKET } from '../market-samples.ts';

const NOW = Date.UTC(2026, 10, 20, 9);
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const FIVE: Limit = { kind: 'count', max: 5 };

interface Shown {
  used?: number | null;
  limit?: Limit;
  session?: Partial<SessionView>;
  slots?: Partial<SlotsView>;
  unread?: PortalView['unread'];
  reading?: boolean;
  access?: Partial<AccessTotals>;
}

function portal(
  host: string,
  { used = 3, limit = FIVE, session, slots, unread, reading = false, access }: Shown = {},
): PortalView {
  const level: SlotLevel | 'unread' = used === null ? 'unread' : slotLevel(used, limit);
  return {
    key: `https://${host}|1`,
    origin: `https://${host}`,
    host,
    prefix: '/',
    label: host,
    colour: 'indigo',
    pause: null,
    isReadOnly: false,
    watch: NO_WATCH,
    featuresOff: [],
    userId: '1',
    botId: '5',
    language: 'ru',
    session: { state: 'live', reason: null, failure: null, since: NOW, ...session },
    slots: {
      level,
      used,
      created: 0,
      limit: used === null ? null : limit,
      limitSource: 'portal',
      atMost: false,
      source: 'portal',
      at: used === null ? null : NOW,
      stale: false,
      ...slots,
    },
    dialogs: [],
    dialogTotal: 0,
    unread: unread ?? { dialogs: 0, messages: 0 },
    reading,
    chip: { edge: 'right', offset: 62, isHidden: false },
    toFinish: [],
    drafts: [],
    market: NO_MARKET,
    access: { ...NO_ACCESS, ...access },
    register: { items: [], readAt: null, presetDays: 21 },
    settings: { knowsOneQuestion: true, warnsOfSecrets: true, hiddenCards: [] },
  };
}

/** What needs a person, as the inbox tells it; the register is in the totals here. */
function itemsOf(views: readonly PortalView[]): InboxItem[] {
  const about = ({ key, host, access, session }: PortalView): InboxItem[] => {
    const item = (kind: 'request' | 'overdue', at: number | null): InboxItem => ({
      ...{ id: `${key}|${kind}`, portal: key, host, at },
      reason:
        kind === 'request'
          ? { kind, recordId: 'r', days: 21, daysSource: 'parsed' }
          : { kind, recordId: 'r', endsAt: at, daysSource: 'parsed' },
    });
    const asks = access.pending > 0 && session.state !== 'signedOut';
    return [
      ...(asks ? [item('request', access.pendingSince)] : []),
      ...(access.overdue > 0 ? [item('overdue', access.nextEndAt)] : []),
    ];
  };
  return byUrgency([...inboxOf(views, null, NOW).items, ...views.flatMap(about)]);
}

const badge = (...views: PortalView[]) => badgeFor({ portals: views, items: itemsOf(views) }, 'en', NOW);
const text = (shown: Shown) => badge(portal('demo.bitrix24.ru', shown)).text;

describe('the badge’s few characters', () => {
  it.each<[string, Shown]>([
    ['3/5', {}],
    ['6/5', { used: 6 }],
    ['0/5', { used: 0 }],
    ['10/9', { used: 10, limit: { kind: 'count', max: 9 } }],
    ['12', { used: 12, limit: { kind: 'count', max: 20 } }],
    ['9999', { used: 9_999 }],
    ['999+', { used: 12_345 }],
    ['7', { used: 7, limit: { kind: 'unlimited' } }],
    ['999+', { used: 10_000, limit: { kind: 'unlimited' } }],
    ['', { used: 0, limit: { kind: 'unlimited' } }],
    ['', { used: 1, limit: { kind: 'single' } }],
    ['', { used: 0, limit: { kind: 'off' } }],
    ['?', { session: { state: 'signedOut', failure: 'signedOut' } }],
    ['?', { used: null, session: { state: 'degraded', failure: 'serverError' } }],
    ['', { used: null, session: { state: 'unknown' }, reading: true }],
  ])('are %j', (expected, shown) => {
    expect(text(shown)).toBe(expected);
    expect(expected.length).toBeLessThanOrEqual(4);
  });

  it('are none without portals, and for a portal that is not ours', () => {
    expect(badge().text).toBe('');
    expect(badge(portal('a.bitrix24.ru', { session: { state: 'unsupported', reason: 'oldMessenger' } })).text).toBe('');
  });
});

describe('of many portals the badge shows', () => {
  const roomy = portal('a.bitrix24.ru');
  const near = portal('b.bitrix24.ru', { used: 4 });
  const full = portal('c.bitrix24.ru', { used: 5 });
  const over = portal('d.bitrix24.ru', { used: 6 });

  it('the fullest one while nothing needs anybody', () => {
    expect(badge(roomy, near).text).toBe('4/5');
    expect(badge(near, roomy).text).toBe('4/5');
  });

  it('how many things need somebody', () => {
    expect(badge(over, roomy, full).text).toBe('2');
    expect(badge(roomy, full, over).text).toBe('2');
  });
});

describe('colours', () => {
  it.each<[string, Shown]>([
    ['#3d4eac', { used: 1 }],
    ['#f2b861', { used: 4 }],
    ['#b3261e', { used: 5 }],
    ['#b3261e', { used: 6 }],
    ['#5b6875', { used: 5, slots: { stale: true } }],
    ['#5b6875', { used: 5, session: { state: 'degraded', failure: 'timeout' } }],
    ['#5b6875', { session: { state: 'signedOut', failure: 'signedOut' } }],
  ])('are %s', (background, shown) => {
    expect(badge(portal('demo.bitrix24.ru', shown)).background).toBe(background);
  });

  it.each([1, 4, 5])('carry their text with enough contrast at %i of five', (used) => {
    const { background, colour } = badge(portal('demo.bitrix24.ru', { used }));
    expect(contrast(background, colour)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('access of support', () => {
  const pending = { pending: 1, pendingSince: NOW - 2 * HOUR };
  const overdue = { overdue: 1, running: 1, nextEndAt: NOW - DAY };
  const signedOut = { session: { state: 'signedOut', failure: 'signedOut' } } as const;
  const full = portal('a.bitrix24.ru', { used: 5 });

  it.each<[string, Shown]>([
    ['a request', { access: pending }],
    [
      'a request on a portal that was never read',
      { access: pending, used: null, reading: true, session: { state: 'unknown' } },
    ],
    ['an access that should have ended', { access: overdue }],
    ['one that should have ended, whoever is signed in', { access: overdue, ...signedOut }],
    [
      'one recorded by hand where nothing can be read',
      { access: overdue, used: null, session: { state: 'unsupported', reason: 'oldMessenger' } },
    ],
  ])('outranks every number: %s', (_what, shown) => {
    const { text, background, colour } = badge(full, portal('b.bitrix24.ru', shown));
    expect(text).toBe('!');
    expect(background).toBe('#b3261e');
    expect(contrast(background, colour)).toBeGreaterThanOrEqual(4.5);
  });

  it.each<[string, Shown]>([
    ['an access that runs', { access: { running: 1, nextEndAt: NOW + DAY } }],
    ['a warning', { access: { warnings: 1 } }],
    ['a request to somebody who is signed out: it may be answered by now', { access: pending, ...signedOut }],
  ])('leaves the numbers in place: %s', (_what, shown) => {
    expect(badge(full, portal('b.bitrix24.ru', shown)).text).toBe('1');
  });

  it('puts a request before an overdue access, and both before the dialogs', () => {
    const { title } = badge(
      full,
      portal('b.bitrix24.ru', { access: overdue }),
      portal('c.bitrix24.ru', { access: pending }),
    );
    expect(title.split('\n').map((line) => line.split(':')[0])).toEqual([
      'Latchdesk',
      'c.bitrix24.ru',
      'b.bitrix24.ru',
      'a.bitrix24.ru',
    ]);
  });

  it.each<[Partial<AccessTotals>, string]>([
    [pending, 'access request waiting for 2 h; 3/5'],
    [{ pending: 2, pendingSince: NOW - 3 * DAY }, '2 access requests waiting, the first for 3 days; 3/5'],
    [overdue, 'access should have ended; 3/5'],
    [{ warnings: 1 }, 'looks like an access request, but not from support; 3/5'],
    [{ running: 1, nextEndAt: NOW + 12 * DAY }, 'by the records access is open until 2 December; 3/5'],
    [{ ...pending, ...overdue }, 'access request waiting for 2 h; access should have ended; 3/5'],
    [NO_ACCESS, '3/5'],
  ])('is told in the tooltip before the dialogs: %o', (access, told) => {
    const [, line] = badge(portal('demo.bitrix24.ru', { access })).title.split('\n');
    expect(line?.startsWith(`demo.bitrix24.ru: ${told} · `)).toBe(true);
  });

  it('is told in Russian, and of a portal that is not ours', () => {
    const old = { session: { state: 'unsupported', reason: 'oldMessenger' }, used: null } as const;
    const views = [portal('demo.bitrix24.ru', { access: overdue, ...old })];
    const { title } = badgeFor({ portals: views, items: itemsOf(views) }, 'ru', NOW);
    expect(title).toBe('Latchdesk\ndemo.bitrix24.ru: доступ должен был закончиться; старый мессенджер');
  });
});

describe('the tooltip', () => {
  it('names every portal, the most pressing first, also those that are not ours', () => {
    const { title } = badge(
      portal('aside.bitrix24.ru', { session: { state: 'unsupported', reason: 'oldMessenger' } }),
      portal('roomy.bitrix24.ru', { unread: { dialogs: 2, messages: 7 } }),
      portal('full.bitrix24.ru', { used: 5 }),
    );
    const lines = title.split('\n');
    expect(lines[0]).toBe('Latchdesk');
    expect(lines.slice(1).map((line) => line.split(':')[0])).toEqual([
      'full.bitrix24.ru',
      'roomy.bitrix24.ru',
      'aside.bitrix24.ru',
    ]);
    expect(title).toContain('5/5 · All 5 dialogs are in use');
    expect(title).toContain('7 unread in 2 dialogs');
    expect(title).toContain('old messenger');
  });

  it('tells why a portal cannot be read, and shows no number then', () => {
    const { title } = badge(portal('demo.bitrix24.ru', { session: { state: 'signedOut', failure: 'signedOut' } }));
    expect(title).toContain('signed out');
    expect(title).not.toContain('3/5');
  });

  it('gives old numbers with the time they are from', () => {
    const { title } = badge(portal('demo.bitrix24.ru', { slots: { stale: true } }));
    expect(title).toMatch(/3\/5 · As of .*not confirmed since/);
  });
});

function contrast(one: string, other: string): number {
  const luminance = (hex: string): number => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
      const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 1, dark = 1] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
