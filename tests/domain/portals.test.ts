import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanLabel,
  type KnownPortal,
  LONGEST_LABEL,
  labelOf,
  nextColour,
  PORTAL_COLOURS,
  type PortalColour,
  withPause,
} from '../../domain/portals/known-portal.ts';
import { covers } from '../../domain/portals/match-pattern.ts';
import {
  PORTAL_SCRIPT,
  type PortalScripts,
  reconcile,
  type ScriptRegistration,
} from '../../domain/portals/reconcile.ts';
import { edgesOf } from '../../domain/portals/wrong-portal.ts';

const known = (host: string, changes: Partial<KnownPortal> = {}): KnownPortal => ({
  origin: `https://${host}`,
  prefix: '/',
  source: 'added',
  pattern: `https://${host}/*`,
  label: '',
  colour: 'indigo',
  pause: null,
  addedAt: 1,
  ...changes,
});

describe('the colour of a portal', () => {
  it('is another one as long as there are any, then the least used', () => {
    const portals: KnownPortal[] = [];
    const colours = Object.keys(PORTAL_COLOURS);
    for (const _ of colours) portals.push(known('a.ru', { colour: nextColour(portals) }));
    expect(portals.map(({ colour }) => colour)).toEqual(colours);
    expect(nextColour(portals.filter(({ colour }) => colour !== 'teal'))).toBe('teal');
    expect(nextColour([...portals, ...portals.slice(0, 3)])).toBe(colours[3]);
  });

  it.each(Object.entries(PORTAL_COLOURS))('%s carries white letters', (_name, colour) => {
    expect(contrastWithWhite(colour)).toBeGreaterThanOrEqual(4.5);
  });
});

describe('the label of a portal', () => {
  it('is the user’s, else the address', () => {
    expect(labelOf(known('portal.example.ru', { label: 'Север' }))).toBe('Север');
    expect(labelOf(known('www.example.ru:8443', { prefix: '/intranet/' }))).toBe('example.ru:8443/intranet');
  });

  it('is one line without signs that could make it read otherwise', () => {
    expect(cleanLabel('  Север\n\u202eгю\u200b  Юг ')).toBe('Север гю Юг');
    expect(cleanLabel('\u0000\t')).toBe('');
  });

  it('is cut between characters', () => {
    const cut = cleanLabel('😀'.repeat(30));
    expect(cut).toBe('😀'.repeat(LONGEST_LABEL));
  });
});

describe('a pause', () => {
  it('is the user’s to begin and to end', () => {
    const paused = withPause(known('a.ru'), true, 5);
    expect(paused.pause).toEqual({ by: 'user', since: 5 });
    expect(withPause(paused, true, 9)).toBe(paused);
    expect(withPause(paused, false, 9).pause).toBeNull();
  });

  it('for want of a permission does not end by a press in Latchdesk', () => {
    const shut = known('a.ru', { pause: { by: 'permission', since: 1 } });
    expect(withPause(shut, false, 9)).toBe(shut);
  });
});

describe('the edge against the wrong portal', () => {
  const portals = [known('a.ru', { label: 'A', colour: 'red' }), known('b.ru', { label: 'B' }), known('c.ru')];
  const tab = (tabId: number, host: string, isPrivate = false) => ({ tabId, origin: `https://${host}`, isPrivate });

  it('is on every page while several portals are open', () => {
    expect(edgesOf([tab(1, 'a.ru'), tab(2, 'a.ru'), tab(3, 'b.ru')], portals)).toEqual([
      { tabId: 1, label: 'A', colour: 'red' },
      { tabId: 2, label: 'A', colour: 'red' },
      { tabId: 3, label: 'B', colour: 'indigo' },
    ]);
  });

  it('is on none while there is one portal, however many tabs it has and whatever else is open', () => {
    expect(edgesOf([tab(1, 'a.ru'), tab(2, 'a.ru'), tab(3, 'elsewhere.ru')], portals)).toEqual([]);
  });

  it('does not count a paused portal', () => {
    const [first, ...rest] = portals.map((portal) => withPause(portal, portal.label === 'A', 1));
    expect(edgesOf([tab(1, 'a.ru'), tab(2, 'b.ru')], first ? [first, ...rest] : [])).toEqual([]);
  });

  it('tells nothing across the border of a private window', () => {
    expect(edgesOf([tab(1, 'a.ru'), tab(2, 'b.ru', true)], portals)).toEqual([]);
    expect(edgesOf([tab(1, 'a.ru', true), tab(2, 'b.ru', true)], portals)).toHaveLength(2);
  });
});

describe('a permission', () => {
  it.each([
    [true, 'https://a.ru/*', 'https://a.ru/*'],
    [true, 'https://a.ru/', 'https://a.ru:8443/*'],
    [true, 'https://a.ru:*/*', 'https://a.ru:8443/*'],
    [true, '*://a.ru/*', 'https://a.ru/*'],
    [true, 'https://*.bitrix24.ru/*', 'https://demo.bitrix24.ru/*'],
    [true, 'https://*.bitrix24.ru/*', 'https://*.bitrix24.ru/*'],
    [true, 'https://*/*', 'https://a.ru/*'],
    [true, '<all_urls>', 'http://a.ru/*'],
    [true, 'https://[::1]/*', 'https://[::1]/*'],
    [false, 'https://a.ru:8443/*', 'https://a.ru/*'],
    [false, 'http://a.ru/*', 'https://a.ru/*'],
    [false, 'https://*.a.ru/*', 'https://ba.ru/*'],
    [false, 'https://b.a.ru/*', 'https://a.ru/*'],
    [false, 'https://b.a.ru/*', 'https://*.a.ru/*'],
    [false, 'nonsense', 'https://a.ru/*'],
    [false, '<all_urls>', 'nonsense'],
  ])('is %s: %s covers %s', (expected, granted, wanted) => {
    expect(covers(granted, wanted)).toBe(expected);
  });
});

const script = (host: string, name = 'link', changes: Partial<ScriptRegistration> = {}): ScriptRegistration => ({
  id: `${PORTAL_SCRIPT}https://${host}/|${name}`,
  js: [`${name}.js`],
  matches: [`https://${host}/*`, `https://${host}/x/*`],
  excludeMatches: [],
  allFrames: false,
  world: 'ISOLATED',
  ...changes,
});
const added = (host: string, changes: Partial<PortalScripts> = {}): PortalScripts => ({
  ...known(host),
  scripts: [script(host), script(host, 'bridge', { world: 'MAIN' })],
  ...changes,
});
const NOTHING = { unregister: [], register: [], pause: [], resume: [] };
const ids = (scripts: readonly ScriptRegistration[]) => scripts.map(({ id }) => id);

describe('scripts, permissions and portals', () => {
  const portal = added('a.ru');
  const allowed = [portal.pattern];

  it('that are in line need nothing, in whatever order the browser tells its lists', () => {
    const told = portal.scripts.map((each) => ({ ...each, matches: [...each.matches].reverse() }));
    expect(reconcile(told, allowed, [portal])).toEqual(NOTHING);
  });

  it('after an update, which takes registrations back, are registered again', () => {
    expect(reconcile([], allowed, [portal])).toEqual({ ...NOTHING, register: portal.scripts });
  });

  it('of a portal that was wiped go', () => {
    expect(reconcile(portal.scripts, allowed, [])).toEqual({ ...NOTHING, unregister: ids(portal.scripts) });
  });

  it('that were registered otherwise by an earlier version are replaced', () => {
    const old = [script('a.ru', 'link', { matches: ['https://a.ru/*'] }), script('a.ru', 'bridge', { world: 'MAIN' })];
    const [link] = portal.scripts;
    expect(reconcile(old, allowed, [portal])).toEqual({ ...NOTHING, unregister: [link?.id], register: [link] });
  });

  it('whose permission was taken away are paused, and go', () => {
    const plan = reconcile(portal.scripts, [], [portal]);
    expect(plan).toEqual({ ...NOTHING, unregister: ids(portal.scripts), pause: [portal.origin] });
  });

  it('whose permission is back go on by themselves', () => {
    const shut = added('a.ru', { pause: { by: 'permission', since: 1 } });
    expect(reconcile([], allowed, [shut])).toEqual({ ...NOTHING, register: shut.scripts, resume: [shut.origin] });
    expect(reconcile([], [], [shut])).toEqual(NOTHING);
  });

  it('that the user has paused stay paused', () => {
    const paused = added('a.ru', { pause: { by: 'user', since: 1 } });
    expect(reconcile(paused.scripts, allowed, [paused])).toEqual({ ...NOTHING, unregister: ids(paused.scripts) });
    expect(reconcile([], [], [paused])).toEqual(NOTHING);
  });

  it('of the manifest are paused without their permission, and never registered', () => {
    const cloud = added('demo.bitrix24.ru', { source: 'manifest', pattern: 'https://*.bitrix24.ru/*', scripts: [] });
    expect(reconcile([], [], [cloud])).toEqual({ ...NOTHING, pause: [cloud.origin] });
    expect(reconcile([], ['https://*.bitrix24.ru/*'], [cloud])).toEqual(NOTHING);
  });

  it('leaves scripts alone that are not of portals', () => {
    expect(reconcile([script('a.ru', 'market', { id: 'market-cards-pages' })], [], [])).toEqual(NOTHING);
  });

  it('are in line once the plan was carried out, whatever they were before', () => {
    const hosts = ['a.ru', 'b.ru', 'c.ru'];
    const pause = fc.constantFrom(null, { by: 'user', since: 1 } as const, { by: 'permission', since: 1 } as const);
    const portals = fc
      .subarray(hosts)
      .chain((some) => fc.tuple(...some.map((host) => pause.map((each) => added(host, { pause: each })))));
    const registered = fc.subarray(
      hosts.flatMap((host) => [script(host), script(host, 'bridge'), script(host, 'old')]),
    );
    const granted = fc.subarray([...hosts.map((host) => `https://${host}/*`), 'https://elsewhere.ru/*']);
    fc.assert(
      fc.property(registered, granted, portals, (scripts, patterns, some) => {
        const plan = reconcile(scripts, patterns, some);
        const left = [...scripts.filter(({ id }) => !plan.unregister.includes(id)), ...plan.register];
        const then = some.map((each) => ({ ...each, pause: pauseAfter(plan, each) }));
        expect(new Set(ids(left)).size).toBe(left.length);
        expect(reconcile(left, patterns, then)).toEqual(NOTHING);
      }),
    );
  });
});

function pauseAfter(plan: ReturnType<typeof reconcile>, { origin, pause }: PortalScripts): PortalScripts['pause'] {
  if (plan.resume.includes(origin)) return null;
  return plan.pause.includes(origin) ? { by: 'permission', since: 2 } : pause;
}

function contrastWithWhite(colour: (typeof PORTAL_COLOURS)[PortalColour]): number {
  const light = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  const [red = 0, green = 0, blue = 0] = light;
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
