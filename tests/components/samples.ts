/** Portals in every state the surfaces draw, for the tests of components and texts. */

import type { AccessItem, GrantView, IntegratorView, LookalikeView, PartnerView } from '../../domain/access/view.ts';
import { DEFAULT_CHIP_PLACE } from '../../domain/chip.ts';
import { type Limit, slotLevel } from '../../domain/slots.ts';
import type {
  DialogView,
  DraftView,
  PortalView,
  ReadFailure,
  SessionView,
  SlotsView,
  UnsupportedReason,
} from '../../domain/view.ts';
import { NO_WATCH } from '../../domain/watch/watch.ts';
import { NO_ACCESS } from '../access-records.ts';
import { NO_MARKET } from '../market-samples.ts';
import { UNTOLD } from '../readings.ts';

export const NOW = new Date(2025, 11, 12, 14, 5).getTime();
export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

export function dialog(chatId: number, changes: Partial<DialogView> = {}): DialogView {
  return {
    chatId,
    dialogId: `chat${chatId}`,
    isMain: false,
    title: `Question ${chatId}`,
    status: 'open',
    lastActivityAt: NOW - 3 * HOUR,
    unread: 0,
    openSeenAt: NOW - DAY,
    ...UNTOLD,
    alias: '',
    tags: [],
    isNudged: false,
    isRefusalNew: false,
    attention: null,
    ...changes,
  };
}

export function parked(changes: Partial<DraftView> = {}): DraftView {
  return {
    id: '3f0c8a54-2f4e-4b7e-9d3a-6f1f0c6f2a11',
    kind: 'parked',
    state: 'waiting',
    title: 'Печать чеков',
    excerpt: 'Чеки не печатаются',
    dialogId: null,
    createdAt: NOW - DAY,
    changedAt: NOW - DAY,
    offeredAt: null,
    snoozedUntil: 0,
    ...changes,
  };
}

export function closedDialogs(count: number): DialogView[] {
  return Array.from({ length: count }, (_, index) =>
    dialog(90_000 - index, { status: 'close', openSeenAt: null, lastActivityAt: NOW - (20 + index) * DAY }),
  );
}

interface Changes {
  used?: number | null;
  limit?: Limit | null;
  session?: Partial<SessionView>;
  slots?: Partial<SlotsView>;
  view?: Partial<PortalView>;
}

export function portal({
  used = 3,
  limit = { kind: 'count', max: 5 },
  session,
  slots,
  view,
}: Changes = {}): PortalView {
  const dialogs = view?.dialogs ?? [dialog(1, { isMain: true, dialogId: '7', title: null, unread: 2 }), dialog(2)];
  return {
    key: 'https://demo.bitrix24.ru|1',
    origin: 'https://demo.bitrix24.ru',
    host: 'demo.bitrix24.ru',
    prefix: '/',
    label: 'demo.bitrix24.ru',
    colour: 'indigo',
    pause: null,
    isReadOnly: false,
    watch: NO_WATCH,
    featuresOff: [],
    userId: '1',
    botId: '7',
    language: 'ru',
    session: { state: 'live', reason: null, failure: null, since: NOW - HOUR, ...session },
    slots: {
      level: used === null || limit === null ? 'unread' : slotLevel(used, limit),
      used,
      created: 0,
      limit,
      limitSource: 'portal',
      atMost: false,
      source: 'portal',
      at: used === null ? null : NOW - 2 * MINUTE,
      stale: false,
      ...slots,
    },
    dialogs,
    market: NO_MARKET,
    dialogTotal: dialogs.length,
    unread: { dialogs: 1, messages: 2 },
    reading: false,
    chip: DEFAULT_CHIP_PLACE,
    access: NO_ACCESS,
    register: { items: [], readAt: null, presetDays: 21 },
    toFinish: [],
    drafts: [],
    settings: { knowsOneQuestion: true, warnsOfSecrets: true, hiddenCards: [] },
    ...view,
  };
}

const NOTHING = { used: null, limit: null, view: { dialogs: [], unread: { dialogs: 0, messages: 0 } } } as const;

export const FAILURES: readonly ReadFailure[] = [
  'signedOut',
  'offline',
  'timeout',
  'serverError',
  'notJson',
  'unexpectedShape',
  'tokenRefused',
  'refused',
];
export const REASONS: readonly UnsupportedReason[] = [
  'oldMessenger',
  'noSupportBot',
  'notAdministrator',
  'paused',
  'noPermission',
  'policy',
];

export const neverRead = (failure: ReadFailure | null = null): PortalView =>
  portal({ ...NOTHING, view: { ...NOTHING.view, dialogs: [] }, session: failed(failure) });

export const lastKnown = (failure: ReadFailure): PortalView =>
  portal({ session: failed(failure), slots: { stale: true, at: NOW - 50 * MINUTE } });

export const unsupported = (reason: UnsupportedReason): PortalView =>
  portal({ ...NOTHING, view: { ...NOTHING.view, dialogs: [] }, session: { state: 'unsupported', reason } });

function failed(failure: ReadFailure | null): Partial<SessionView> {
  if (failure === null) return { state: 'unknown' };
  return { state: failure === 'signedOut' ? 'signedOut' : 'degraded', failure };
}

/** All that can need a person, and all that a row can tell. */
export const NEEDY: PortalView = portal({
  used: 4,
  view: {
    dialogs: [
      dialog(1, {
        isMain: true,
        dialogId: '7',
        title: null,
        turn: { author: 'me', since: NOW - 26 * HOUR, at: NOW, source: 'event' },
      }),
      dialog(2, {
        alias: 'Касса на складе',
        tags: ['касса', 'склад', 'срочно', 'чеки', 'ФН'],
        ticket: '4711',
        attention: { kind: 'waiting', since: NOW - 5 * HOUR, worked: 5 * HOUR },
        turn: { author: 'support', since: NOW - 5 * HOUR, at: NOW - 4 * HOUR, source: 'event' },
      }),
      dialog(3, {
        attention: { kind: 'idle', since: NOW - 9 * DAY, days: 7 },
        turn: { author: 'me', since: NOW - 9 * DAY, at: NOW - 9 * DAY, source: 'portal' },
      }),
      dialog(4, { status: 'new', unread: 'some', lastActivityAt: null }),
      ...closedDialogs(1).map((closed) => ({
        ...closed,
        refusedAt: NOW - HOUR,
        attention: { kind: 'refused' as const, since: NOW - HOUR },
      })),
    ],
    toFinish: [
      { chatId: 90_000, reason: 'closedUnread', since: NOW - DAY, looksFinished: false },
      { chatId: 3, reason: 'answeredIdle', since: NOW - 9 * DAY, looksFinished: true },
      { chatId: 2, reason: 'waitingForMe', since: NOW - 5 * HOUR, looksFinished: false },
      { chatId: 4, reason: 'unknownTurn', since: null, looksFinished: false },
      { chatId: 1, reason: 'lastWordMine', since: NOW - 26 * HOUR, looksFinished: false },
    ],
    drafts: [parked({ state: 'offered', offeredAt: NOW - HOUR })],
  },
});

const COPY = {
  carrier: 'message',
  messageId: 501,
  chatId: 7,
  dialogId: '7',
  sentAt: NOW - 2 * HOUR,
  keyboard: 'answers',
  answers: null,
} as const;

function common(id: string) {
  return {
    id,
    origin: 'detected' as const,
    copies: [COPY],
    sender: { kind: 'assistant' as const, id: '6', name: 'Марта', isVerified: true },
    confidence: 0.9,
    because: [],
    asksForPassword: false,
    namesOutsideAddress: false,
    requestedAt: NOW - 2 * HOUR,
    answeredAt: null,
    answeredBy: null,
    answerer: '',
    ticket: '',
    dialog: null,
    reason: '',
    isReasonAsked: true,
    snoozedUntil: 0,
    setAsideAt: null,
    changedAt: NOW - 2 * HOUR,
    banner: null,
    dialogName: '',
  };
}

/** A request of support that waits for an answer. */
export const request = (changes: Partial<GrantView> = {}): GrantView => ({
  ...common('7:501'),
  kind: 'vendor',
  state: 'pending',
  days: 21,
  daysSource: 'parsed',
  unbelievedDays: null,
  startsAt: null,
  endsAt: null,
  endedAt: null,
  ticketClosedAt: null,
  ...changes,
});

/** An access with so many days of the calendar left; below zero it should have ended. */
export const grant = (left: number, changes: Partial<GrantView> = {}): GrantView =>
  request({
    id: `7:${600 + left}`,
    state: left < 0 ? 'overdue' : left <= 3 ? 'ending' : 'granted',
    answeredAt: NOW + (left - 21) * DAY,
    startsAt: NOW + (left - 21) * DAY,
    endsAt: NOW + left * DAY + (left === 0 ? HOUR : 0),
    ...changes,
  });

export const lookalike = (changes: Partial<LookalikeView> = {}): LookalikeView => ({
  ...common('31:77'),
  kind: 'lookalike',
  state: 'warned',
  sender: { kind: 'bot', id: '31', name: 'Поддержка Битрикс24', isVerified: false },
  count: 1,
  lastAt: NOW - 5 * MINUTE,
  ...changes,
});

export const partner = (changes: Partial<PartnerView> = {}): PartnerView => ({
  ...common('7:502'),
  kind: 'partner',
  state: 'pending',
  partnerName: 'Север',
  startsAt: null,
  endedAt: null,
  ...changes,
});

export const integrator = (changes: Partial<IntegratorView> = {}): IntegratorView => ({
  ...common('0b0f6b0e-6ad1-4a53-9a43-3f9d4a2c1e11'),
  kind: 'integrator',
  origin: 'entered',
  copies: [],
  state: 'present',
  sender: { kind: 'person', id: '', name: 'Иван Петров', isVerified: false },
  userId: '',
  since: NOW - 200 * DAY,
  isSinceKnown: true,
  reviewedAt: NOW - 40 * DAY,
  endedAt: null,
  ...changes,
});

/** A portal with these requests and accesses; the numbers are those of the items. */
export function withAccess(items: AccessItem[], view: PortalView = portal()): PortalView {
  const pending = items.filter((item) => item.kind === 'vendor' && item.state === 'pending');
  const overdue = items.filter(({ state }) => state === 'overdue').length;
  const ends = items.flatMap((item) => (item.kind === 'vendor' ? (item.endsAt ?? []) : []));
  return {
    ...view,
    register: { items, readAt: NOW - 5 * MINUTE, presetDays: 21 },
    access: {
      pending: pending.length,
      pendingSince: pending.length > 0 ? Math.min(...pending.map(({ requestedAt }) => requestedAt)) : null,
      running: ends.length,
      overdue,
      warnings: items.filter(({ state }) => state === 'warned').length,
      nextEndAt: ends.length > 0 ? Math.min(...ends) : null,
    },
  };
}

/** Every state by name. */
export const STATES: Record<string, PortalView> = {
  roomy: portal(),
  near: portal({ used: 4 }),
  full: portal({ used: 5 }),
  over: portal({ used: 6, slots: { created: 2 } }),
  'far over a large limit': portal({ used: 47, limit: { kind: 'count', max: 40 } }),
  unlimited: portal({ used: 7, limit: { kind: 'unlimited' } }),
  single: portal({ used: 1, limit: { kind: 'single' } }),
  'switched off': portal({
    used: 0,
    limit: { kind: 'off' },
    view: { dialogs: [], unread: { dialogs: 0, messages: 0 } },
  }),
  'not read yet': neverRead(),
  'being read': { ...neverRead(), reading: true },
  'assumed limit': portal({ slots: { limitSource: 'assumed', source: 'event' } }),
  'at most': portal({ used: 5, slots: { atMost: true, source: 'page' } }),
  'created, not started': portal({ slots: { created: 1 } }),
  stale: portal({ slots: { stale: true, at: NOW - 30 * HOUR } }),
  'no dialogs': portal({ used: 0, view: { dialogs: [], unread: { dialogs: 0, messages: 0 } } }),
  'only closed dialogs': portal({ used: 0, view: { dialogs: closedDialogs(3) } }),
  'all kinds of dialogs': portal({
    view: {
      dialogs: [
        dialog(1, { isMain: true, title: null, unread: 1_250 }),
        dialog(2, { status: 'new', title: null, lastActivityAt: null, unread: 'some' }),
        dialog(3, { unread: 'unknown', title: 'x'.repeat(300) }),
        ...closedDialogs(60),
      ],
      dialogTotal: 500,
      unread: { dialogs: 3, messages: null },
    },
  }),
  needy: NEEDY,
  'parked questions': portal({ used: 5, view: { drafts: [parked(), parked({ id: 'b' })] } }),
  ...Object.fromEntries(FAILURES.map((failure) => [`last known, ${failure}`, lastKnown(failure)])),
  ...Object.fromEntries(FAILURES.map((failure) => [`never read, ${failure}`, neverRead(failure)])),
  ...Object.fromEntries(REASONS.map((reason) => [`unsupported, ${reason}`, unsupported(reason)])),
  'no access, looked': withAccess([]),
  'access asked': withAccess([request()]),
  'access asked, length assumed': withAccess([request({ daysSource: 'preset', dialogName: 'Печать чеков' })]),
  'looks like a request': withAccess([request({ state: 'seen' })]),
  'access put off': withAccess([request({ snoozedUntil: NOW + HOUR })]),
  'access set aside': withAccess([request({ setAsideAt: NOW - MINUTE })]),
  'access open': withAccess([grant(12)]),
  'access ending': withAccess([grant(3, { ticketClosedAt: NOW - HOUR })]),
  'access, last day': withAccess([grant(0)]),
  'access overdue': withAccess([grant(-2, { daysSource: 'preset' })]),
  'access entered by hand': withAccess([grant(5, { origin: 'entered', copies: [], daysSource: 'entered' })]),
  'answer unclear': withAccess([request({ state: 'unknown', banner: 'unclear' })]),
  'access refused': withAccess([request({ state: 'declined', banner: 'answeredElsewhere' })]),
  'imitated request': withAccess([lookalike()]),
  'imitated requests': withAccess([lookalike({ count: 3 })]),
  'partner asks': withAccess([partner()]),
  'partner active': withAccess([partner({ state: 'active', startsAt: NOW - 30 * DAY })]),
  integrator: withAccess([integrator()]),
  'everything of access': withAccess(
    [lookalike(), request(), partner(), grant(-2), grant(2), grant(12), integrator()],
    NEEDY,
  ),
};
