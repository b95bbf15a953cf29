/**
 * An application that is uninstalled and installed again without losing anything, one chart for each try; the run is
 * its stored form. A person does every step in the portal; the chart hears what pages show of it.
 *
 *   checked ── record.taken ─▶ recorded ── uninstall.pressed ─▶ uninstalling ── seen: absent ─▶ absent
 *      │                           ▲                              │ │ │                           │ install.seen
 *      │ checks.told: no           └───── seen: still active ─────┘ │ └── seen: absent, wiped     ▼
 *      ▼                                                            │            ▼             installing
 *   stopped ◀────────────── uninstall.refused ──────────────────────┘        dataWiped            │ seen: active
 *      ▲                                                                                          ▼
 *      └── install.refused (absent, installing)        done ◀─ compared ◀── record.taken ── finishing
 *          run.stopped (any that is open)                 comparison.closed
 *
 * A step that nobody saw is skipped: absent follows from checked and recorded as well, finishing from absent. A press
 * leads to uninstalling from checked, finishing, compared and a veto, too; what is seen absent again is absent. Only a
 * page that was drawn after the present state began can contradict it (`since`). A press that may have wiped counts
 * until a veto takes it back. An unfinished installation shows its tabs to nobody, so new tabs prove the end; without
 * them a person's word does, and only then a record is the one to compare. `run.resumed` leads from stopped to where
 * it was; so does what a page shows, unless a person stopped it. Time moves nothing.
 */
import { assign, setup, transition } from 'xstate';
import { saysNewNo, stoppingCheck } from '../domain/market/checks.ts';
import { hasNewTabs, isNews, pressAfter } from '../domain/market/evidence.ts';
import {
  NEW_CONTEXT,
  REINSTALL_STATES,
  type ReinstallContext,
  type ReinstallEvent,
  type ReinstallRun,
  type ReinstallState,
} from '../domain/market/reinstall.ts';

const chart = setup({
  types: { context: {} as ReinstallContext, events: {} as ReinstallEvent },
  actions: {
    takeChecks: assign(({ event }) => (event.type === 'checks.told' ? { checks: event.checks } : {})),
    takeBefore: assign(({ event }) =>
      event.type === 'record.taken' ? { before: event.record, since: event.record.takenAt } : {},
    ),
    takeAfter: assign(({ event }) => (event.type === 'record.taken' ? { after: event.record } : {})),
    takeProof: assign(({ context }) => ({ finishedBy: context.finishedBy ?? ('tabs' as const) })),
    takeFinish: assign(({ event }) => (event.type === 'finish.seen' ? { finishedBy: event.by } : {})),
    takePress: assign(({ context, event }) =>
      event.type === 'uninstall.pressed' ? { press: pressAfter(context.press, event), since: event.at } : {},
    ),
    forgetPress: assign(() => ({ press: null })),
    voidPress: assign(({ context }) => ({ press: context.press && { ...context.press, hadNoEffect: true } })),
    takeTime: assign(({ event }) => ('at' in event ? { since: event.at } : {})),
    beginAnew: assign(() => ({ after: null, finishedBy: null })),
    takeVeto: assign(({ event }) =>
      event.type === 'uninstall.refused'
        ? { press: null, stop: { kind: 'vetoed' as const, message: event.message }, stoppedIn: 'recorded' as const }
        : {},
    ),
    takeRefusal: assign(({ event }) =>
      event.type === 'install.refused'
        ? {
            stop: { kind: 'installRefused' as const, refusal: event.refusal, message: event.message },
            stoppedIn: 'absent' as const,
          }
        : {},
    ),
    takeCheckStop: assign(({ event }, { state }: { state: ReinstallState }) => {
      const check = event.type === 'checks.told' ? stoppingCheck(event.checks) : null;
      return check ? { stop: { kind: 'check' as const, check }, stoppedIn: state } : {};
    }),
    takeStop: assign((_, { state }: { state: ReinstallState }) => ({
      stop: { kind: 'byUser' as const },
      stoppedIn: state,
    })),
    forgetStop: assign(() => ({ stop: null, stoppedIn: null })),
  },
  guards: {
    saysNo: ({ context, event }) => event.type === 'checks.told' && saysNewNo(context.checks, event.checks),
    isGone: ({ context, event }) => isNews(context.since, event, 'absent'),
    isGoneWithData: ({ context, event }) => isNews(context.since, event, 'absent') && context.press?.wipes === true,
    isThere: ({ context, event }) => isNews(context.since, event, 'active'),
    isThereUnrecorded: ({ context, event }) => isNews(context.since, event, 'active') && context.before === null,
    isProvenOrTold: ({ context, event }) =>
      event.type === 'record.taken' && (context.finishedBy !== null || hasNewTabs(context.before, event.record)),
    isVetoed: ({ context }) => context.stop?.kind === 'vetoed',
    isInstallRefused: ({ context }) => context.stop?.kind === 'installRefused',
    isGoneAfterVeto: ({ context, event }) => context.stop?.kind === 'vetoed' && isNews(context.since, event, 'absent'),
    isThereAfterRefusal: ({ context, event }) =>
      context.stop?.kind === 'installRefused' && isNews(context.since, event, 'active'),
    isClearedNow: ({ context, event }) => isCleared(context, event) && context.stoppedIn === 'checked',
    isClearedRecorded: ({ context, event }) => isCleared(context, event) && context.stoppedIn === 'recorded',
  },
});

const isCleared = ({ stop }: ReinstallContext, event: ReinstallEvent): boolean =>
  stop?.kind === 'check' && event.type === 'checks.told' && stoppingCheck(event.checks) === null;

const PRESSED = {
  'uninstall.pressed': { target: 'uninstalling', actions: ['takePress', 'beginAnew', 'forgetStop'] },
} as const;

const GONE = [
  { guard: 'isGoneWithData', target: 'dataWiped', actions: ['takeTime', 'forgetStop'] },
  { guard: 'isGone', target: 'absent', actions: ['takeTime', 'beginAnew', 'forgetStop'] },
] as const;

/** It was there again in between, so nothing of the earlier press holds any more. */
const AGAIN = {
  'uninstall.pressed': {
    target: 'uninstalling',
    actions: ['forgetPress', 'takePress', 'beginAnew', 'forgetStop'],
  },
  'application.seen': { guard: 'isGone', target: 'absent', actions: ['takeTime', 'forgetPress', 'beginAnew'] },
} as const;

const BACK = { guard: 'isThere', target: 'finishing', actions: ['takeTime', 'forgetStop'] } as const;

const REFUSED = { 'install.refused': { target: 'stopped', actions: 'takeRefusal' } } as const;

/** The checks may be told before and after the record. */
const checkedIn = <const T extends ReinstallState>(state: T) =>
  ({
    'checks.told': [
      {
        guard: 'saysNo',
        target: 'stopped',
        actions: ['takeChecks', { type: 'takeCheckStop', params: { state } }],
      },
      { actions: 'takeChecks' },
    ],
  }) as const;

const stoppable = <const T extends ReinstallState>(state: T) =>
  ({
    'run.stopped': { target: 'stopped', actions: { type: 'takeStop', params: { state } } },
  }) as const;

const resumed = REINSTALL_STATES.map((state) => ({
  guard: ({ context }: { context: ReinstallContext }) => context.stoppedIn === state,
  target: state,
  actions: 'forgetStop' as const,
}));

export const appReinstall = chart.createMachine({
  id: 'app-reinstall',
  context: NEW_CONTEXT,
  initial: 'checked',
  states: {
    checked: {
      on: {
        ...PRESSED,
        ...stoppable('checked'),
        ...checkedIn('checked'),
        'record.taken': { target: 'recorded', actions: 'takeBefore' },
        'application.seen': [...GONE],
      },
    },
    recorded: {
      on: {
        ...PRESSED,
        ...stoppable('recorded'),
        ...checkedIn('recorded'),
        'record.taken': { actions: 'takeBefore' },
        'application.seen': [...GONE],
      },
    },
    uninstalling: {
      on: {
        ...PRESSED,
        ...stoppable('uninstalling'),
        'uninstall.refused': { target: 'stopped', actions: 'takeVeto' },
        'application.seen': [
          ...GONE,
          { guard: 'isThereUnrecorded', target: 'checked', actions: ['takeTime', 'voidPress'] },
          { guard: 'isThere', target: 'recorded', actions: ['takeTime', 'voidPress'] },
        ],
      },
    },
    absent: {
      on: {
        ...REFUSED,
        ...stoppable('absent'),
        'install.seen': { target: 'installing', actions: 'takeTime' },
        'application.seen': BACK,
      },
    },
    installing: {
      on: {
        ...REFUSED,
        ...stoppable('installing'),
        'application.seen': [BACK, { guard: 'isGone', target: 'absent', actions: 'takeTime' }],
      },
    },
    finishing: {
      on: {
        ...AGAIN,
        ...stoppable('finishing'),
        'finish.seen': { actions: 'takeFinish' },
        'record.taken': { guard: 'isProvenOrTold', target: 'compared', actions: ['takeAfter', 'takeProof'] },
      },
    },
    compared: {
      on: {
        ...AGAIN,
        ...stoppable('compared'),
        'record.taken': { actions: 'takeAfter' },
        'comparison.closed': { target: 'done' },
      },
    },
    done: {},
    // What is left can still be compared with what was.
    dataWiped: { on: { 'record.taken': { actions: 'takeAfter' } } },
    stopped: {
      on: {
        'checks.told': [
          { guard: 'isClearedNow', target: 'checked', actions: ['takeChecks', 'forgetStop'] },
          { guard: 'isClearedRecorded', target: 'recorded', actions: ['takeChecks', 'forgetStop'] },
        ],
        'run.resumed': resumed,
        'uninstall.pressed': { guard: 'isVetoed', ...PRESSED['uninstall.pressed'] },
        'install.seen': { guard: 'isInstallRefused', target: 'installing', actions: ['takeTime', 'forgetStop'] },
        'application.seen': [
          { guard: 'isGoneAfterVeto', target: 'absent', actions: ['takeTime', 'beginAnew', 'forgetStop'] },
          { guard: 'isThereAfterRefusal', target: 'finishing', actions: ['takeTime', 'forgetStop'] },
        ],
      },
    },
  },
});

/** The run after an event; the same object when nothing of it changes. */
export function reinstallAfter(run: ReinstallRun, event: ReinstallEvent, now: number): ReinstallRun {
  const { id, code, state, startedAt, changedAt, ...context } = run;
  const [next] = transition(appReinstall, appReinstall.resolveState({ value: state, context }), event);
  const isSame =
    next.value === state &&
    (Object.keys(context) as (keyof ReinstallContext)[]).every((key) => next.context[key] === context[key]);
  return isSame ? run : { ...run, ...next.context, state: next.value, changedAt: now };
}
