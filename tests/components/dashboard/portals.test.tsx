// @vitest-environment happy-dom
/** Portals as a whole: what the form says to every address, and what is set for one portal. */
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { parsePortalAddress } from '../../../bitrix24/portal-address.ts';
import { AddPortal, type AddPortalProps } from '../../../components/dashboard/portals/AddPortal.tsx';
import { ForgottenProof } from '../../../components/dashboard/portals/ForgetPart.tsx';
import type { Moving } from '../../../components/dashboard/portals/MovePart.tsx';
import { PortalPane, type PortalPaneProps } from '../../../components/dashboard/portals/PortalPane.tsx';
import { PortalsPage, type PortalsPageProps } from '../../../components/dashboard/portals/PortalsPage.tsx';
import { type PortalEntry, portalEntries, portalState } from '../../../components/dashboard/portals/portal-state.ts';
import { ReadOnlyContext } from '../../../components/dashboard/read-only-context.ts';
import type { AddressChoices } from '../../../domain/portals/address.ts';
import { PORTAL_COLOURS } from '../../../domain/portals/known-portal.ts';
import { type MoveNumbers, NOTHING_MOVED } from '../../../domain/portals/moved.ts';
import type { AddRefusal } from '../../../domain/portals-text.ts';
import type { PortalView } from '../../../domain/view.ts';
import { DEFAULT_WATCH } from '../../../domain/watch/schedule.ts';
import { NEVER_WATCHED, type Watch, type WatchStopReason } from '../../../domain/watch/watch.ts';
import { DASHBOARD_LOCALES } from '../../../locales/dashboard/catalogue.ts';
import { en } from '../../../locales/dashboard/en.ts';
import { PseudoTexts } from '../../locales/PseudoTexts.tsx';
import { hardCodedTexts } from '../../locales/pseudo.ts';
import { allText, expectAccessible, LEAKS } from '../drawing.tsx';
import { DAY, HOUR, MINUTE, NOW, portal } from '../samples.ts';
import { drawDashboard } from './drawing.tsx';
import { front, knownPortal, manyPortals } from './fronts.ts';

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const words = en.messages.portals;
const NO_CHOICES: AddressChoices = { isOnPremise: false, takesHttp: false };

function form(typed: string, changes: Partial<AddPortalProps> = {}) {
  const choices = changes.choices ?? NO_CHOICES;
  const props: AddPortalProps = {
    ...{ typed, choices, answer: parsePortalAddress(typed, choices), outcome: null },
    ...{ onType: vi.fn(), onChoices: vi.fn(), onSubmit: vi.fn(), onOpen: vi.fn() },
    ...changes,
  };
  return <AddPortal {...props} />;
}

/** What people paste, and what is said to it. */
const REFUSED: [string, AddRefusal][] = [
  ['', 'empty'],
  ['https://one.example.ru https://two.example.ru', 'several'],
  ['our portal', 'notAnAddress'],
  ['ftp://portal.example.ru', 'otherScheme'],
  ['https://anna:secret@portal.example.ru', 'signIn'],
  ['http://portal.example.ru', 'http'],
  ['https://www.bitrix24.ru', 'vendor'],
  ['https://shop.b24site.ru', 'publicSite'],
  ['https://portal.local', 'local'],
  ['https://рortal.example.ru', 'mixedLetters'],
];

const ELSEWHERE = 'https://new.bitrix24.ru';
const MUCH: MoveNumbers = {
  parts: { dialogs: 21, notes: 5, drafts: 1, access: 2, journal: 1_204, chatapp: 3, rules: 4, settings: 1 },
  ...{ joined: 3, bothKept: 1, left: 12, unmet: 1 },
};
const MOVED = { moved: MUCH, removed: 1_250, at: NOW };

describe.each(DASHBOARD_LOCALES)('in $language', (locale) => {
  const own = locale.messages.portals;

  test.each(REFUSED)('the address “%s” is refused in a sentence with a next step', async (typed, refusal) => {
    expect(parsePortalAddress(typed)).toEqual({ refusal });
    const { container } = drawDashboard(locale, form(typed, { outcome: { kind: 'refused', refusal } }));
    const { what, next } = own.add.refusal[refusal];
    expect(screen.getByRole('status').textContent).toContain(`${what}. ${next}.`);
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe(typed);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(['noPermission', 'policy', 'denied', 'failed'] as const)(
    'the answer “%s” keeps what was typed',
    (refusal) => {
      drawDashboard(locale, form('https://portal.example.ru', { outcome: { kind: 'refused', refusal } }));
      expect(screen.getByRole('status').textContent).toContain(own.add.refusal[refusal].what);
      expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('https://portal.example.ru');
    },
  );

  test.each([
    ['a portal in a folder', 'https://portal.example.ru/intranet/crm/', {}],
    ['a name of another alphabet', 'https://портал.рф', {}],
    ['an address that bears the vendor’s name', 'https://bitrix24.example.ru', {}],
    ['a cloud portal', 'demo.bitrix24.ru', {}],
    ['a local portal', 'https://portal.local', { choices: { isOnPremise: true, takesHttp: false } }],
    ['a portal without encryption', 'http://10.0.0.5', { choices: { isOnPremise: true, takesHttp: true } }],
    ['while it is added', 'https://portal.example.ru', { outcome: { kind: 'adding' } }],
    ['one that was added', '', { outcome: { kind: 'added', host: 'portal.example.ru', isKnown: false } }],
    ['one that was there', '', { outcome: { kind: 'added', host: 'portal.example.ru', isKnown: true } }],
  ] as const)('the form for %s reads well and passes axe', async (_name, typed, changes) => {
    const { container } = drawDashboard(locale, form(typed, changes));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each([
    ['portals of all kinds', {}],
    ['no portals', { entries: [], total: 0 }],
    ['a search without a hit', { entries: [], total: 300, query: 'x' }],
    ['a portal that moved', { moved: { from: 'Client A', to: 'Client B', outcome: { ...MOVED, left: [] } } }],
    [
      'a portal of which something came back',
      { moved: { from: 'Client A', to: 'Client B', outcome: { ...MOVED, left: [{ table: 'dialogs', rows: 2 }] } } },
    ],
    ['a portal that was forgotten', { forgotten: { name: 'Client A', proof: { at: NOW, removed: 812, left: [] } } }],
    [
      'a portal of which something is left',
      { forgotten: { name: 'Client A', proof: { at: NOW, removed: 3, left: [{ table: 'journal', rows: 2 }] } } },
    ],
  ])('%s read well and pass axe', async (_name, changes) => {
    const { container } = drawDashboard(locale, <main>{page(changes)}</main>);
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(Object.entries(ENTRIES))('what is set for %s reads well and passes axe', async (_name, entry) => {
    const { container } = drawDashboard(locale, <main>{pane(entry)}</main>);
    fireEvent.click(screen.getByRole('button', { name: own.forget.begin }));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each([
    ['nothing is chosen', { to: '', plan: null }],
    ['it is counted', { to: ELSEWHERE, plan: 'counting' }],
    ['it could not be counted', { to: ELSEWHERE, plan: 'failed' }],
    ['much goes over', { to: ELSEWHERE, plan: MUCH }],
    ['nothing goes over', { to: ELSEWHERE, plan: NOTHING_MOVED }],
    ['it is moved', { to: ELSEWHERE, plan: MUCH, state: 'underWay' }],
    ['it could not be moved', { to: ELSEWHERE, plan: MUCH, state: 'failed' }],
    ...(['same', 'unknown', 'policy'] as const).map(
      (refusal) => [`it is refused (${refusal})`, { to: ELSEWHERE, plan: { refusal } }] as const,
    ),
  ] as const)('moving a portal reads well and passes axe when %s', async (_name, moving) => {
    const { container } = drawDashboard(locale, <main>{movingPane(moving)}</main>);
    fireEvent.click(screen.getByRole('button', { name: own.move.begin }));
    expect(allText(container)).not.toMatch(LEAKS);
    await expectAccessible(container);
  });

  test.each(STOPS)('watching that stopped because of “%s” says so with a next step', (reason) => {
    const stop = { reason, since: NOW - HOUR };
    const watch: Watch = { ...WATCHED, state: { ...NEVER_WATCHED, stop }, plan: { kind: 'stopped', ...stop } };
    drawDashboard(locale, pane(entryOf([read({ watch })])));
    const { what, next } = own.watch.stopped[reason];
    expect(screen.getByText(new RegExp(what)).textContent).toContain(next);
    expect(screen.getByRole('button', { name: own.watch.resume })).toBeDefined();
  });

  test('nothing is written in another place than the catalogues', () => {
    const { container } = render(
      <PseudoTexts of={locale.language}>
        {page({ children: pane(ENTRIES['a portal that is watched'] as PortalEntry) })}
      </PseudoTexts>,
    );
    const data = ['https://demo.bitrix24.ru', 'demo.bitrix24.ru', 'portal.example.ru/intranet', 'Client A'];
    expect(hardCodedTexts(container, data)).toEqual([]);
  });
});

const WATCHED: Watch = {
  settings: { ...DEFAULT_WATCH, isOn: true },
  state: { ...NEVER_WATCHED, knownAt: NOW - HOUR },
  plan: { kind: 'planned', at: NOW + 7 * MINUTE, because: 'interval' },
};
const STOPS: WatchStopReason[] = [
  ...(['signedOut', 'noPermission', 'failing', 'oldMessenger', 'noSupportBot'] as const),
  ...(['notAdministrator', 'paused', 'policy'] as const),
];

/** happy-dom knows no `:disabled` that comes from around a field. */
const isDisabled = (field: HTMLElement) => field.closest('fieldset')?.disabled === true;
const read = (view: Partial<PortalView> = {}) => portal({ view });
const UNOPENED = knownPortal({
  ...{ origin: 'https://portal.example.ru', prefix: '/intranet/', source: 'added' },
  pattern: 'https://portal.example.ru/*',
});

const entryOf = (
  views: PortalView[],
  changes: Partial<PortalEntry['portal']> = {},
  isGranted: boolean | null = true,
): PortalEntry => ({
  portal: knownPortal(changes),
  label: 'demo.bitrix24.ru',
  address: 'demo.bitrix24.ru',
  ...{ views, isGranted },
});

const ENTRIES: Record<string, PortalEntry> = {
  'a portal that works': entryOf([read()]),
  'a portal that is watched': entryOf([read({ watch: WATCHED })]),
  'a portal of two users': entryOf([read(), read({ key: 'https://demo.bitrix24.ru|9', userId: '9' })]),
  'a paused portal': entryOf([read()], { pause: { by: 'user', since: NOW - DAY } }),
  'a portal without a permission': entryOf([read()], { pause: { by: 'permission', since: NOW - DAY } }, false),
  'a portal nobody has opened': { ...entryOf([], UNOPENED, null), address: 'portal.example.ru/intranet' },
  'a portal whose quiet hours never end': entryOf([read({ watch: { ...WATCHED, plan: { kind: 'never' } } })]),
};

const movingPane = (moving: Partial<Moving>, changes: Partial<PortalPaneProps> = {}) =>
  pane(entryOf([read()], { source: 'added' }), {
    others: [{ origin: ELSEWHERE, label: 'new.bitrix24.ru' }],
    moving: { to: '', plan: null, state: 'none', ...moving },
    ...changes,
  });

function page(changes: Partial<PortalsPageProps> = {}) {
  const entries = portalEntries([...front().known, UNOPENED], [portal()], () => true, 'en');
  const props: PortalsPageProps = {
    ...{ entries, total: entries.length, selected: null, query: '', forgotten: null, moved: null, now: NOW },
    add: form('').props as AddPortalProps,
    edge: { isOn: false, isFixed: false, isFailed: false, onChange: vi.fn() },
    ...{ onSelect: vi.fn(), onQuery: vi.fn(), onDismissProof: vi.fn() },
    ...changes,
  };
  return <PortalsPage {...props} />;
}

function pane(entry: PortalEntry, changes: Partial<PortalPaneProps> = {}) {
  const { label, colour, pause } = entry.portal;
  const props: PortalPaneProps = {
    ...{ entry, now: NOW, saving: null, isRefused: false, isWatchOff: false, forgetting: 'none' },
    marks: { label, colour, isPaused: pause?.by === 'user' },
    ...{ onChange: vi.fn(), onBlur: vi.fn(), onAllow: vi.fn(), onOpen: vi.fn(), onClose: vi.fn() },
    ...{ onWatch: vi.fn(), onResume: vi.fn(), onForget: vi.fn() },
    ...{ others: [], moving: { to: '', plan: null, state: 'none' }, onChoose: vi.fn(), onMove: vi.fn() },
    ...changes,
  };
  return <PortalPane {...props} />;
}

describe('the form', () => {
  test('asks about a server of one’s own only where that changes something', () => {
    drawDashboard(en, form('https://portal.example.ru'));
    expect(screen.queryByRole('checkbox')).toBeNull();
    cleanup();
    const onChoices = vi.fn();
    drawDashboard(en, form('https://portal.local', { onChoices }));
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(words.add.onPremise) }));
    expect(onChoices).toHaveBeenCalledWith({ isOnPremise: true });
  });

  test('offers no way without encryption before the server is one’s own, and warns then', () => {
    drawDashboard(en, form('http://portal.example.ru'));
    expect(screen.queryByRole('checkbox', { name: words.add.takesHttp })).toBeNull();
    cleanup();
    drawDashboard(en, form('http://portal.example.ru', { choices: { isOnPremise: true, takesHttp: false } }));
    expect(screen.getByText(words.add.plainWarning)).toBeDefined();
    expect(screen.getByRole('checkbox', { name: words.add.takesHttp })).toBeDefined();
  });

  test('shows the Latin form of a name of another alphabet, and what bears the vendor’s name', () => {
    drawDashboard(en, form('https://портал.рф'));
    expect(screen.getByText(/xn--80awhdgm\.xn--p1ai\. Compare/)).toBeDefined();
    cleanup();
    drawDashboard(en, form('https://bitrix24.example.ru'));
    expect(screen.getByText(words.add.vendorNamed)).toBeDefined();
  });

  test('says of a cloud portal that it is known, and opens it', () => {
    const onOpen = vi.fn();
    const onSubmit = vi.fn();
    drawDashboard(en, form('demo.bitrix24.ru', { onOpen, onSubmit }));
    expect(screen.getByText(words.add.cloud('demo.bitrix24.ru'))).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: words.add.open }));
    expect(onOpen).toHaveBeenCalledOnce();
    expect(onSubmit).not.toHaveBeenCalled();
  });

  test('is sent by Enter, once', () => {
    const onSubmit = vi.fn();
    const { redraw } = drawDashboard(en, form('https://portal.example.ru', { onSubmit }));
    fireEvent.submit(screen.getByRole('form', { name: words.add.heading }));
    redraw(form('https://portal.example.ru', { onSubmit, outcome: { kind: 'adding' } }));
    fireEvent.submit(screen.getByRole('form', { name: words.add.heading }));
    expect(onSubmit).toHaveBeenCalledOnce();
  });

  test('leads back into the field after a refusal', () => {
    const { redraw } = drawDashboard(en, form('our portal'));
    redraw(form('our portal', { outcome: { kind: 'refused', refusal: 'notAnAddress' } }));
    const field = screen.getByRole('textbox');
    expect(document.activeElement).toBe(field);
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  test('cannot be used while Latchdesk changes nothing', () => {
    const onSubmit = vi.fn();
    drawDashboard(
      en,
      <ReadOnlyContext.Provider value={true}>
        {form('https://portal.example.ru', { onSubmit })}
      </ReadOnlyContext.Provider>,
    );
    fireEvent.submit(screen.getByRole('form', { name: words.add.heading }));
    expect(onSubmit).not.toHaveBeenCalled();
    expect(isDisabled(screen.getByRole('textbox'))).toBe(true);
  });
});

describe('the list', () => {
  test.each([
    ['works', entryOf([read()])],
    ['paused', ENTRIES['a paused portal'] as PortalEntry],
    ['noPermission', ENTRIES['a portal without a permission'] as PortalEntry],
    ['noPermission', entryOf([read()], {}, false)],
    ['notOpened', ENTRIES['a portal nobody has opened'] as PortalEntry],
    ['policy', entryOf([portal({ session: { state: 'unsupported', reason: 'policy' } })])],
    ['signedOut', entryOf([portal({ session: { state: 'signedOut' } })])],
    ['aside', entryOf([portal({ session: { state: 'unsupported', reason: 'noSupportBot' } })])],
  ] as const)('says “%s”', (state, entry) => {
    expect(portalState(entry)).toBe(state);
    drawDashboard(en, page({ entries: [entry] }));
    expect(within(screen.getByRole('table')).getByText(words.state[state])).toBeDefined();
  });

  test('has the whole width while no portal is opened beside it', () => {
    const { container } = drawDashboard(en, page({ children: [null, false] }));
    expect(container.querySelector('.split')?.getAttribute('data-open')).toBe('false');
  });

  test('of 300 portals draws what is in sight, and opens one by keyboard', () => {
    const views = manyPortals(300);
    const entries = portalEntries(front(views).known, views, () => true, 'en');
    const onSelect = vi.fn();
    drawDashboard(en, page({ entries, total: 300, onSelect }));
    const table = screen.getByRole('table', { name: words.list });
    expect(table.getAttribute('aria-rowcount')).toBe('301');
    const rows = within(table).getAllByRole('button');
    expect(rows.length).toBeLessThan(60);
    rows[0]?.focus();
    fireEvent.keyDown(rows[0] as HTMLElement, { key: 'End' });
    fireEvent.click(document.activeElement as HTMLElement);
    expect(onSelect.mock.calls[0]?.[0]).toMatchObject({ label: 'client-300.bitrix24.ru' });
  });
});

describe('what is set for a portal', () => {
  test('is its colour, one of eight that have names', () => {
    const onChange = vi.fn();
    drawDashboard(en, pane(entryOf([read()]), { onChange }));
    const colours = screen.getAllByRole('radio');
    expect(colours).toHaveLength(Object.keys(PORTAL_COLOURS).length);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Blue' }).checked).toBe(true);
    fireEvent.click(screen.getByRole('radio', { name: 'Teal' }));
    expect(onChange).toHaveBeenCalledWith({ colour: 'teal' });
  });

  test('is its name, as long as it fits', () => {
    const onChange = vi.fn();
    drawDashboard(en, pane(entryOf([read()]), { onChange }));
    const field = screen.getByRole('textbox', { name: words.label });
    fireEvent.input(field, { target: { value: 'Client A' } });
    fireEvent.input(field, { target: { value: 'x'.repeat(25) } });
    expect(onChange.mock.calls).toEqual([[{ label: 'Client A' }]]);
    expect(screen.getByText(words.labelProblem(24))).toBeDefined();
  });

  test('is a pause, and a pause of the browser is ended where it was made', () => {
    const onChange = vi.fn();
    drawDashboard(en, pane(entryOf([read()]), { onChange }));
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(words.pause) }));
    expect(onChange).toHaveBeenCalledWith({ isPaused: true });
    cleanup();
    const onAllow = vi.fn();
    drawDashboard(en, pane(ENTRIES['a portal without a permission'] as PortalEntry, { onAllow, isRefused: true }));
    expect(screen.queryByRole('checkbox', { name: new RegExp(words.pause) })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: words.permission.allow }));
    expect(onAllow).toHaveBeenCalledOnce();
    expect(screen.getByText(words.permission.refused)).toBeDefined();
  });

  test('is watching, for each user, with its interval and its quiet hours', () => {
    const onWatch = vi.fn();
    const { key } = read();
    drawDashboard(en, pane(ENTRIES['a portal that is watched'] as PortalEntry, { onWatch }));
    expect(screen.getByText('Next reading: 14:12')).toBeDefined();
    fireEvent.change(screen.getByRole('combobox', { name: words.watch.every }), { target: { value: '120' } });
    fireEvent.input(screen.getByRole('textbox', { name: words.watch.from }), { target: { value: '21:30' } });
    fireEvent.input(screen.getByRole('textbox', { name: words.watch.from }), { target: { value: 'late' } });
    fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(words.watch.quiet) }));
    fireEvent.click(screen.getByRole('checkbox', { name: words.watch.on }));
    expect(onWatch.mock.calls).toEqual([
      [key, { every: 120 }],
      [key, { quiet: { timeZone: '', from: 21 * 60 + 30, until: 7 * 60 } }],
      [key, { quiet: null }],
      [key, { isOn: false }],
    ]);
    expect(screen.getByText(words.watch.timeProblem)).toBeDefined();
  });

  test('is no watching where it is switched off for all, but it can be stopped', () => {
    drawDashboard(en, pane(entryOf([read()]), { isWatchOff: true }));
    expect(screen.getByText(words.watch.switchedOff)).toBeDefined();
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: words.watch.on }).disabled).toBe(true);
    cleanup();
    drawDashboard(en, pane(ENTRIES['a portal that is watched'] as PortalEntry, { isWatchOff: true }));
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: words.watch.on }).disabled).toBe(false);
  });

  test('cannot be changed while Latchdesk changes nothing, but watching can be stopped', () => {
    drawDashboard(
      en,
      <ReadOnlyContext.Provider value={true}>
        {pane(ENTRIES['a portal that is watched'] as PortalEntry)}
      </ReadOnlyContext.Provider>,
    );
    expect(isDisabled(screen.getByRole('textbox', { name: words.label }))).toBe(true);
    expect(isDisabled(screen.getByRole('combobox'))).toBe(true);
    expect(screen.getByRole<HTMLInputElement>('checkbox', { name: words.watch.on }).disabled).toBe(false);
  });
});

describe('forgetting a portal', () => {
  const ask = (changes: Partial<PortalPaneProps> = {}, entry = entryOf([read({ dialogTotal: 12 })])) => {
    const drawn = drawDashboard(en, pane(entry, changes));
    fireEvent.click(screen.getByRole('button', { name: words.forget.begin }));
    return drawn;
  };

  test('names what goes before anything goes', () => {
    ask();
    expect(screen.getByText('12 dialogs with your names, tags and notes')).toBeDefined();
    expect(screen.queryByText(/drafts/)).toBeNull();
    expect(screen.getByText(words.forget.comesBack)).toBeDefined();
    cleanup();
    ask({}, ENTRIES['a portal nobody has opened']);
    expect(screen.getByText(words.forget.permissionGoes)).toBeDefined();
  });

  test('begins with the way back, and erases only after the list could be read', () => {
    vi.useFakeTimers();
    const onForget = vi.fn();
    ask({ onForget });
    expect(document.activeElement).toBe(screen.getByRole('button', { name: words.forget.cancel }));
    fireEvent.click(screen.getByRole('button', { name: words.forget.confirm }));
    expect(onForget).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1_600));
    fireEvent.click(screen.getByRole('button', { name: words.forget.confirm }));
    expect(onForget).toHaveBeenCalledOnce();
  });

  test('is put off by Escape, which leaves the details open', () => {
    const onClose = vi.fn();
    ask({ onClose });
    fireEvent.keyDown(screen.getByRole('button', { name: words.forget.cancel }), { key: 'Escape' });
    expect(screen.queryByRole('button', { name: words.forget.confirm })).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.keyDown(screen.getByRole('button', { name: words.forget.begin }), { key: 'Escape' });
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('says when it did not work', () => {
    ask({ forgetting: 'failed' });
    expect(screen.getByText(words.forget.failed)).toBeDefined();
  });

  test('shows the proof, and what is left', () => {
    const proof = { at: NOW, removed: 812, left: [] };
    const onDismiss = vi.fn();
    const { redraw } = drawDashboard(en, <ForgottenProof name="Client A" now={NOW} {...{ proof, onDismiss }} />);
    expect(screen.getByRole('status').textContent).toContain(`812 records erased, 14:05. ${words.forget.nothingLeft}`);
    fireEvent.click(screen.getByRole('button', { name: words.forget.dismiss }));
    expect(onDismiss).toHaveBeenCalledOnce();
    const left = [{ table: 'journal', rows: 2 }];
    redraw(<ForgottenProof name="Client A" now={NOW} proof={{ ...proof, left }} onDismiss={onDismiss} />);
    expect(screen.getByRole('status').textContent).toContain('2 records are left');
  });
});

test('the coloured edge is switched here as well, unless somebody else decides', () => {
  const onChange = vi.fn();
  drawDashboard(en, page({ edge: { isOn: false, isFixed: false, isFailed: true, onChange } }));
  fireEvent.click(screen.getByRole('checkbox', { name: new RegExp(words.edge.on) }));
  expect(onChange).toHaveBeenCalledWith(true);
  expect(screen.getByText(words.saveFailed)).toBeDefined();
  cleanup();
  drawDashboard(en, page({ edge: { isOn: true, isFixed: true, isFailed: false, onChange } }));
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: new RegExp(words.edge.on) }).disabled).toBe(true);
  expect(screen.getByText(words.edge.fixed)).toBeDefined();
});

describe('moving a portal', () => {
  const begin = () => fireEvent.click(screen.getByRole('button', { name: words.move.begin }));

  test('asks where to, with the focus in the field, and tells the choice', () => {
    const onChoose = vi.fn();
    drawDashboard(en, movingPane({}, { onChoose }));
    begin();
    const field = screen.getByRole('combobox', { name: words.move.to });
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: ELSEWHERE } });
    expect(onChoose).toHaveBeenCalledWith(ELSEWHERE);
    expect(screen.queryByRole('button', { name: words.move.confirm })).toBeNull();
  });

  test('tells the numbers first, and takes the press only when they could be read', () => {
    vi.useFakeTimers();
    const onMove = vi.fn();
    drawDashboard(en, movingPane({ to: ELSEWHERE, plan: MUCH }, { onMove }));
    begin();
    expect(screen.getByText(words.move.part.journal(1_204))).toBeDefined();
    expect(screen.getByText(words.move.bothKept(1))).toBeDefined();
    expect(screen.getByText(words.move.noUndo)).toBeDefined();
    const confirm = screen.getByRole('button', { name: words.move.confirm });
    fireEvent.click(confirm);
    expect(onMove).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(1_500));
    fireEvent.click(confirm);
    expect(onMove).toHaveBeenCalledOnce();
  });

  test('Escape closes the question and nothing else, and the choice is taken back', () => {
    const onChoose = vi.fn();
    const onClose = vi.fn();
    drawDashboard(en, movingPane({ to: ELSEWHERE, plan: MUCH }, { onChoose, onClose }));
    begin();
    fireEvent.keyDown(screen.getByRole('combobox', { name: words.move.to }), { key: 'Escape' });
    expect(screen.queryByRole('combobox', { name: words.move.to })).toBeNull();
    expect(onChoose).toHaveBeenCalledWith('');
    expect(onClose).not.toHaveBeenCalled();
  });

  test('is not offered without another portal, nor while Latchdesk changes nothing', () => {
    drawDashboard(en, pane(entryOf([read()])));
    expect(screen.getByText(words.move.noOther)).toBeDefined();
    expect(screen.queryByRole('button', { name: words.move.begin })).toBeNull();
    cleanup();
    drawDashboard(en, <ReadOnlyContext.Provider value={true}>{movingPane({})}</ReadOnlyContext.Provider>);
    expect(screen.getByRole<HTMLButtonElement>('button', { name: words.move.begin }).disabled).toBe(true);
  });
});
