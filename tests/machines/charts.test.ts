import { describe, expect, it } from 'vitest';
import { type AnyStateMachine, type AnyStateNode, createActor, type Snapshot } from 'xstate';
import { getShortestPaths } from 'xstate/graph';
import { DAY } from '../../domain/access/record.ts';
import { limitFromPortal, NUMBERS_KEEP_FOR } from '../../domain/slots.ts';
import { accessGrant } from '../../machines/access-grant.ts';
import { newDialogGuard } from '../../machines/new-dialog-guard.ts';
import { parkedDraft } from '../../machines/parked-draft.ts';
import { partnerRequest } from '../../machines/partner-request.ts';
import { portalSession } from '../../machines/portal-session.ts';
import { supportSlots } from '../../machines/support-slots.ts';

const AT = Date.UTC(2026, 10, 20, 9);

const told = (used: number, limit: number | null, at = AT) => ({
  type: 'numbers.told' as const,
  used,
  created: 0,
  limit: limit === null ? null : limitFromPortal(limit),
  atMost: false,
  source: 'portal' as const,
  at,
});

const SLOT_EVENTS = [
  ...[1, 4, 5, 6].map((used) => told(used, 5)),
  ...[0, 1, -1].map((limit) => told(2, limit)),
  { type: 'numbers.confirmed' as const, at: AT + 1 },
  { type: 'clock.advanced' as const, now: AT + NUMBERS_KEEP_FOR + 5 },
];

const SESSION_EVENTS = [
  { type: 'page.supported' as const, at: AT },
  { type: 'portal.unsupported' as const, reason: 'oldMessenger' as const, at: AT },
  { type: 'portal.unsupported' as const, reason: 'notAdministrator' as const, at: AT },
  { type: 'reading.succeeded' as const, at: AT },
  { type: 'reading.failed' as const, failure: 'serverError' as const, at: AT },
  { type: 'reading.failed' as const, failure: 'signedOut' as const, at: AT },
  { type: 'user.signedOut' as const, at: AT },
];

const ANSWERS = ['pass', 'near', 'full', 'over', 'off', 'single', 'unlimited', 'unsure'] as const;

/** One of each kind is enough to find every way. */
const PATH_ANSWERS = ['pass', 'near', 'full', 'off', 'single'] as const;

const GUARD_EVENTS = [
  ...PATH_ANSWERS.map((answer) => ({ type: 'button.pressed' as const, answer, origin: 'panel' as const, at: AT })),
  ...PATH_ANSWERS.map((answer) => ({ type: 'slots.told' as const, answer })),
  ...(['closeRequest', 'openRequest', 'park', 'override'] as const).map((way) => ({
    type: 'way.chosen' as const,
    way,
  })),
  { type: 'went.back' as const },
  { type: 'proceeded' as const },
  { type: 'draft.saved' as const, draftId: 'd' },
  { type: 'overridden' as const, reason: 'urgent' },
  { type: 'card.closed' as const },
];

const DRAFT_EVENTS = [
  { type: 'parked' as const },
  { type: 'slot.freed' as const, at: AT },
  { type: 'slots.taken' as const },
  { type: 'snoozed' as const, until: AT },
  { type: 'used' as const },
  { type: 'discarded' as const },
  { type: 'restored' as const },
];

const REQUEST_EVENTS = [
  { type: 'request.verified' as const },
  { type: 'request.confirmed' as const },
  { type: 'request.rejected' as const },
  { type: 'request.returned' as const },
  { type: 'answer.unclear' as const, at: AT },
];

const GRANT_EVENTS = [
  ...REQUEST_EVENTS,
  { type: 'access.granted' as const, at: AT, days: 7, daysSource: 'parsed' as const },
  { type: 'access.granted' as const, at: AT + DAY, answeredAt: null },
  { type: 'access.declined' as const, at: AT },
  { type: 'access.revoked' as const, at: null },
  { type: 'access.ended' as const, at: AT },
  { type: 'start.set' as const, at: AT + DAY },
  { type: 'length.set' as const, days: 7, source: 'parsed' as const },
  ...[0, 5, 9].map((days) => ({ type: 'clock.advanced' as const, now: AT + days * DAY })),
  ...(['pending', 'granted', 'declined', 'revoked', 'ended', 'unknown'] as const).map((to) => ({
    type: 'corrected' as const,
    to,
    at: AT,
  })),
];

const PARTNER_EVENTS = [
  ...REQUEST_EVENTS,
  { type: 'partner.accepted' as const, at: AT },
  { type: 'partner.accepted' as const, at: AT + DAY, answeredAt: null },
  { type: 'partner.declined' as const, at: AT },
  { type: 'partner.ended' as const, at: AT },
  { type: 'start.set' as const, at: AT + DAY },
  ...(['pending', 'active', 'declined', 'ended', 'unknown'] as const).map((to) => ({
    type: 'corrected' as const,
    to,
    at: AT,
  })),
];

/** What a state is, without what only the running actor knows. */
const essence = (snapshot: { value?: unknown; context?: unknown }) => ({
  value: snapshot.value,
  context: snapshot.context,
});

/** Names of all states without states of their own. */
function leavesOf(node: AnyStateNode): string[] {
  const children = Object.values(node.states);
  return children.length > 0 ? children.flatMap(leavesOf) : [node.key];
}

describe.each([
  ['portal-session', portalSession as AnyStateMachine, SESSION_EVENTS as { type: string }[]],
  ['support-slots', supportSlots as AnyStateMachine, SLOT_EVENTS as { type: string }[]],
  ['new-dialog-guard', newDialogGuard as AnyStateMachine, GUARD_EVENTS as { type: string }[]],
  ['parked-draft', parkedDraft as AnyStateMachine, DRAFT_EVENTS as { type: string }[]],
  ['access-grant', accessGrant as AnyStateMachine, GRANT_EVENTS as { type: string }[]],
  ['partner-request', partnerRequest as AnyStateMachine, PARTNER_EVENTS as { type: string }[]],
])('%s', (_name, machine, events) => {
  const paths = getShortestPaths(machine, { events, limit: 20_000 });

  it('reaches every state of its drawing', () => {
    const reached = new Set(paths.flatMap((path) => JSON.stringify(path.state.value).match(/\w+/g) ?? []));
    // A state that is left at once is never seen.
    const drawn = leavesOf(machine.root).filter((key) => key !== 'checking');
    expect(drawn.filter((key) => !reached.has(key))).toEqual([]);
  });

  it('behaves the same after it was stored and restored, in every reachable state', () => {
    for (const path of paths) {
      const original = createActor(machine, { snapshot: path.state as Snapshot<unknown> }).start();
      const stored = JSON.parse(JSON.stringify(original.getPersistedSnapshot()));
      for (const event of events) {
        const before = createActor(machine, { snapshot: path.state as Snapshot<unknown> }).start();
        const after = createActor(machine, { snapshot: stored }).start();
        before.send(event);
        after.send(event);
        expect(essence(after.getSnapshot())).toEqual(essence(before.getSnapshot()));
      }
    }
  });
});

describe('support-slots', () => {
  it.each([
    [0, 5, 'roomy'],
    [4, 5, 'near'],
    [5, 5, 'full'],
    [6, 5, 'over'],
    [3, 0, 'unlimited'],
    [1, 1, 'single'],
    [0, -1, 'switchedOff'],
  ])('%i used of limit %i is %s', (used, limit, level) => {
    const actor = createActor(supportSlots).start();
    actor.send(told(used, limit));
    expect(actor.getSnapshot().value.level).toBe(level);
  });

  it('falls back to an assumed five when the portal told no limit, and says so', () => {
    const actor = createActor(supportSlots).start();
    actor.send(told(5, null));
    expect(actor.getSnapshot().value.level).toBe('full');
    expect(actor.getSnapshot().context.limitSource).toBe('assumed');
  });

  it('grows stale only after its time and is fresh again when confirmed', () => {
    const actor = createActor(supportSlots).start();
    actor.send(told(3, 5));
    actor.send({ type: 'clock.advanced', now: AT + NUMBERS_KEEP_FOR - 1 });
    expect(actor.getSnapshot().value.freshness).toBe('fresh');
    actor.send({ type: 'clock.advanced', now: AT + NUMBERS_KEEP_FOR });
    expect(actor.getSnapshot().value.freshness).toBe('stale');
    actor.send({ type: 'numbers.confirmed', at: AT + NUMBERS_KEEP_FOR + 9 });
    expect(actor.getSnapshot().value.freshness).toBe('fresh');
    expect(actor.getSnapshot().context.at).toBe(AT + NUMBERS_KEEP_FOR + 9);
  });

  it('stays stale when an event moves the numbers on, until a reading', () => {
    const actor = createActor(supportSlots).start();
    const late = AT + NUMBERS_KEEP_FOR;
    actor.send(told(3, 5));
    actor.send({ type: 'clock.advanced', now: late });
    actor.send({ ...told(4, 5, late), source: 'event' });
    expect(actor.getSnapshot().value).toEqual({ level: 'near', freshness: 'stale' });
    expect(actor.getSnapshot().context.at).toBe(AT);
    actor.send(told(4, 5, late + 1));
    expect(actor.getSnapshot().value.freshness).toBe('fresh');
  });

  it('confirms nothing before it was read', () => {
    const actor = createActor(supportSlots).start();
    actor.send({ type: 'numbers.confirmed', at: AT });
    expect(actor.getSnapshot().context.at).toBeNull();
    expect(actor.getSnapshot().value.level).toBe('unread');
  });
});

describe('portal-session', () => {
  it('remembers since when it fails, whatever the failures are', () => {
    const actor = createActor(portalSession).start();
    actor.send({ type: 'reading.failed', failure: 'serverError', at: AT });
    actor.send({ type: 'reading.failed', failure: 'timeout', at: AT + 60_000 });
    expect(actor.getSnapshot().context).toMatchObject({ reason: null, failure: 'timeout', since: AT });
  });

  it('keeps a reason that only a reading can lift when a page is seen', () => {
    const actor = createActor(portalSession).start();
    actor.send({ type: 'portal.unsupported', reason: 'notAdministrator', at: AT });
    actor.send({ type: 'page.supported', at: AT + 1 });
    expect(actor.getSnapshot().value).toBe('unsupported');
    actor.send({ type: 'reading.succeeded', at: AT + 2 });
    expect(actor.getSnapshot().value).toBe('live');
  });
});

describe('new-dialog-guard', () => {
  const pressed = (answer: (typeof ANSWERS)[number]) => {
    const actor = createActor(newDialogGuard).start();
    actor.send({ type: 'button.pressed', answer, origin: 'portalButton', at: AT });
    return actor;
  };

  it.each([
    ['pass', 'passed'],
    ['unsure', 'passed'],
    ['unlimited', 'passed'],
    ['near', 'nearCard'],
    ['full', 'fullCard'],
    ['over', 'fullCard'],
    ['off', 'offCard'],
    ['single', 'singleCard'],
  ] as const)('answers %s with %s', (answer, state) => {
    expect(pressed(answer).getSnapshot().value).toBe(state);
  });

  it('says so when a slot becomes free while the card is open, and when it is taken again', () => {
    const actor = pressed('full');
    actor.send({ type: 'slots.told', answer: 'near' });
    expect(actor.getSnapshot().value).toBe('freedCard');
    actor.send({ type: 'slots.told', answer: 'full' });
    expect(actor.getSnapshot().value).toBe('fullCard');
  });

  it('takes the last slot away from a card that is open in another tab', () => {
    const actor = pressed('near');
    actor.send({ type: 'slots.told', answer: 'full' });
    expect(actor.getSnapshot().value).toBe('fullCard');
  });

  it('does not take the card away from somebody who is writing', () => {
    const actor = pressed('full');
    actor.send({ type: 'way.chosen', way: 'park' });
    actor.send({ type: 'slots.told', answer: 'pass' });
    expect(actor.getSnapshot()).toMatchObject({ value: 'parking', context: { answer: 'pass' } });
  });

  it('goes on without a reason nowhere', () => {
    const actor = pressed('full');
    actor.send({ type: 'overridden', reason: 'not asked for' });
    expect(actor.getSnapshot()).toMatchObject({ value: 'fullCard', context: { reason: null } });
  });

  it('forgets an earlier question when the button is pressed anew', () => {
    const actor = pressed('full');
    actor.send({ type: 'way.chosen', way: 'park' });
    actor.send({ type: 'draft.saved', draftId: 'first' });
    actor.send({ type: 'button.pressed', answer: 'full', origin: 'popup', at: AT + 1 });
    expect(actor.getSnapshot()).toMatchObject({ value: 'fullCard', context: { draftId: null, origin: 'popup' } });
  });
});
