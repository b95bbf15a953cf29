import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inboxBadge, MOST_CHARACTERS } from '../../domain/inbox/badge.ts';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import { byNeed } from '../../domain/inbox/portal-order.ts';
import { restUntilTomorrow } from '../../domain/inbox/rest.ts';
import type { RunView } from '../../domain/market/view.ts';
import type { Limit } from '../../domain/slots.ts';
import type { PortalView } from '../../domain/view.ts';
import {
  dialog,
  grant,
  HOUR,
  lastKnown,
  NOW,
  neverRead,
  portal,
  request,
  STATES,
  unsupported,
  withAccess,
} from '../components/samples.ts';
import { NO_MARKET } from '../market-samples.ts';

const RUN: RunView = {
  ...{ id: 'r1', code: 'chatapp', name: 'ChatApp', appId: 12, state: 'checked', checks: [] },
  ...{ press: null, finishedBy: null, stop: null, stoppedIn: null, recorded: null, differences: null },
  ...{ startedAt: NOW - HOUR, changedAt: NOW - HOUR },
};
const at = (host: string, view: PortalView): PortalView => ({ ...view, key: `https://${host}|1`, host });
const badge = (...portals: PortalView[]) => inboxBadge(portals, inboxOf(portals, null, NOW).items);

const waits = (count = 1): PortalView =>
  portal({
    view: {
      dialogs: Array.from({ length: count }, (_, index) =>
        dialog(index + 1, { attention: { kind: 'waiting', since: NOW - 26 * HOUR, worked: 9 * HOUR } }),
      ),
    },
  });
const asks = withAccess([request({ banner: 'request' })]);
const signedOut = lastKnown('signedOut');
const reinstalls = (state: RunView['state']) => portal({ view: { market: { ...NO_MARKET, run: { ...RUN, state } } } });

describe('the badge of one portal', () => {
  const count = (max: number): Limit => ({ kind: 'count', max });

  it.each<[string, PortalView]>([
    ['3/5', portal()],
    ['6/5', portal({ used: 6 })],
    ['10/9', portal({ used: 10, limit: count(9) })],
    ['12', portal({ used: 12, limit: count(20) })],
    ['999+', portal({ used: 12_345 })],
    ['7', portal({ used: 7, limit: { kind: 'unlimited' } })],
    ['', portal({ used: 0, limit: { kind: 'unlimited' } })],
    ['', portal({ used: 1, limit: { kind: 'single' } })],
    ['', portal({ used: 0, limit: { kind: 'off' } })],
    ['?', signedOut],
    ['?', neverRead('serverError')],
    ['', { ...neverRead(), reading: true }],
    ['', unsupported('oldMessenger')],
    ['3/5', waits(2)],
    ['!', asks],
  ])('is %j', (text, view) => {
    expect(badge(view).text).toBe(text);
  });
});

describe('the badge of many portals', () => {
  const quiet = at('a.bitrix24.ru', portal());

  it('leaves out portals that are not ours, so that one that is keeps its numbers', () => {
    expect(badge(at('a.bitrix24.ru', unsupported('oldMessenger')), at('b.bitrix24.ru', waits(2))).text).toBe('3/5');
  });

  it('counts what needs a person on all of them', () => {
    expect(badge(quiet, at('b.bitrix24.ru', waits(2)), at('c.bitrix24.ru', portal({ used: 5 }))).text).toBe('3');
  });

  it('shows the places of the fullest when nothing needs anybody', () => {
    expect(badge(quiet, at('b.bitrix24.ru', portal({ used: 4 }))).text).toBe('4/5');
    expect(badge(quiet, at('b.bitrix24.ru', signedOut)).text).toBe('3/5');
  });

  it('has a sign for what lets somebody in, with their number', () => {
    const overdue = at('c.bitrix24.ru', withAccess([grant(-2, { banner: 'overdue' })], unsupported('noSupportBot')));
    expect(badge(quiet, at('b.bitrix24.ru', asks)).text).toBe('!');
    expect(badge(at('a.bitrix24.ru', asks), at('b.bitrix24.ru', waits(3)), overdue).text).toBe('!2');
    const many = Array.from({ length: 1_200 }, (_, index) => at(`p${index}.bitrix24.ru`, asks));
    expect(badge(...many).text).toBe('!99+');
  });

  it('is never longer than four characters, whatever the portals are like', () => {
    const views = fc.array(fc.constantFrom(...Object.values(STATES), asks, waits(1_200)), { maxLength: 8 });
    fc.assert(
      fc.property(views, (some) => {
        const { text } = badge(...some.map((view, index) => at(`p${index}.bitrix24.ru`, view)));
        expect(text.length).toBeLessThanOrEqual(MOST_CHARACTERS);
      }),
    );
  });
});

describe('the badge’s colour', () => {
  it.each<[string, PortalView[]]>([
    ['plain', [portal()]],
    ['warning', [portal({ used: 4 })]],
    ['danger', [portal({ used: 5 })]],
    ['warning', [portal({ used: 5, slots: { limitSource: 'assumed' } })]],
    ['quiet', [portal({ used: 5, slots: { stale: true } })]],
    ['quiet', [signedOut]],
    ['quiet', []],
    ['plain', [waits()]],
    ['plain', [reinstalls('checked')]],
    ['warning', [reinstalls('absent')]],
    ['danger', [asks]],
    ['danger', [at('a.bitrix24.ru', waits()), at('b.bitrix24.ru', portal({ used: 6 }))]],
    ['plain', [at('a.bitrix24.ru', waits()), at('b.bitrix24.ru', signedOut)]],
  ])('is %s', (tone, portals) => {
    expect(badge(...portals).tone).toBe(tone);
  });

  it('rests with what it stands for', () => {
    const portals = [portal({ used: 5 })];
    const rest = restUntilTomorrow(inboxOf(portals, null, NOW).items, NOW);
    expect(inboxBadge(portals, inboxOf(portals, rest, NOW).items)).toMatchObject({ text: '5/5', tone: 'plain' });
  });
});

describe('the badge’s tooltip', () => {
  it('is split by portal, the most pressing first, with the reasons of each', () => {
    const { parts } = badge(at('a.bitrix24.ru', portal()), at('b.bitrix24.ru', waits(2)), at('c.bitrix24.ru', asks));
    expect(parts.map(({ host, items }) => [host, items.map(({ reason }) => reason.kind)])).toEqual([
      ['c.bitrix24.ru', ['request']],
      ['b.bitrix24.ru', ['waiting', 'waiting']],
      ['a.bitrix24.ru', []],
    ]);
  });

  it('names twelve portals and counts the others', () => {
    const many = Array.from({ length: 50 }, (_, index) => at(`p${index}.bitrix24.ru`, portal()));
    const { parts, unnamedCount } = badge(...many, at('z.bitrix24.ru', asks));
    expect(parts).toHaveLength(12);
    expect(parts[0]?.host).toBe('z.bitrix24.ru');
    expect(unnamedCount).toBe(39);
  });
});

describe('portals in a list', () => {
  it('stand as their most urgent item does, then as full as they are, and uncertain ones last', () => {
    const portals = [
      at('a.bitrix24.ru', signedOut),
      at('b.bitrix24.ru', portal()),
      at('c.bitrix24.ru', portal({ used: 4 })),
      at('d.bitrix24.ru', waits()),
      at('e.bitrix24.ru', portal({ used: 5 })),
      at('f.bitrix24.ru', portal({ used: 8, slots: { stale: true } })),
      at('g.bitrix24.ru', asks),
    ];
    const hosts = byNeed(portals, inboxOf(portals, null, NOW).items).map(({ host }) => host[0]);
    expect(hosts.join('')).toBe('gedcbfa');
  });
});
