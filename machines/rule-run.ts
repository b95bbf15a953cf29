/**
 * One action of a rule for one event; the run's row is its stored form.
 *
 *   matched ── tried ──▶ dry
 *      │ └──── refused ─▶ skipped
 *      │ planned           ▲ refused
 *      ▼                   │
 *   planned ───────────────┴───────────────┐
 *      │ started  ▲ repeated               │
 *      ▼          └─────────── uncertain ──┼── confirmed ─▶ done
 *   running ── doubted ──────────▶ ▲       │
 *      │ ├──── succeeded ─▶ done   │       │
 *      │ ├──── failed ────▶ failed │       │
 *      │ └──── delayed ───▶ waiting ── refused, started as in planned
 *
 * `planned` is written before anything is done, `running` right before the call. Who finds `running` after a start of the
 * background knows only that nobody knows: `doubted`. `postponed` moves the time of what is planned or waits.
 */
import { assign, setup, transition } from 'xstate';
import type { RuleRun, SkipReason } from '../domain/rules/run.ts';

export interface RuleRunContext {
  /** Epoch ms before which nothing is done; null: it may be done, or nothing is left to do. */
  nextAt: number | null;
  skipped: SkipReason | null;
  isRepeatable: boolean;
}

export type RuleRunEvent =
  /** The rule is dry: it only says what it would do. */
  | { type: 'tried' }
  | { type: 'planned'; at: number | null }
  | { type: 'refused'; because: SkipReason }
  | { type: 'started'; isRepeatable: boolean }
  | { type: 'succeeded' }
  | { type: 'failed' }
  /** It has not been done, and is tried again. */
  | { type: 'delayed'; until: number }
  /** Nobody knows whether it has been done. */
  | { type: 'doubted' }
  /** The destination rests, so it is not even tried. */
  | { type: 'postponed'; until: number }
  /** Once more with the same key: by itself where that is harmless, else because a person says so. */
  | { type: 'repeated'; at: number | null }
  /** A person knows that it was done. */
  | { type: 'confirmed' };

const chart = setup({
  types: { context: {} as RuleRunContext, events: {} as RuleRunEvent },
  actions: {
    takeTime: assign(({ event }) =>
      event.type === 'planned' || event.type === 'repeated'
        ? { nextAt: event.at }
        : event.type === 'delayed' || event.type === 'postponed'
          ? { nextAt: event.until }
          : {},
    ),
    takeReason: assign(({ event }) => (event.type === 'refused' ? { skipped: event.because, nextAt: null } : {})),
    takeStart: assign(({ event }) =>
      event.type === 'started' ? { isRepeatable: event.isRepeatable, nextAt: null } : {},
    ),
  },
});

const REFUSED = { target: 'skipped', actions: 'takeReason' } as const;
const BEFORE_THE_CALL = { refused: REFUSED, started: { target: 'running', actions: 'takeStart' } } as const;

export const ruleRun = chart.createMachine({
  id: 'rule-run',
  context: { nextAt: null, skipped: null, isRepeatable: false },
  initial: 'matched',
  states: {
    matched: { on: { tried: 'dry', planned: { target: 'planned', actions: 'takeTime' }, refused: REFUSED } },
    dry: {},
    planned: { on: { ...BEFORE_THE_CALL, postponed: { target: 'waiting', actions: 'takeTime' } } },
    running: {
      on: {
        succeeded: 'done',
        failed: 'failed',
        delayed: { target: 'waiting', actions: 'takeTime' },
        doubted: 'uncertain',
      },
    },
    waiting: { on: { ...BEFORE_THE_CALL, postponed: { actions: 'takeTime' } } },
    uncertain: { on: { repeated: { target: 'planned', actions: 'takeTime' }, confirmed: 'done', refused: REFUSED } },
    done: {},
    failed: {},
    skipped: {},
  },
});

/** A run after an event, at a moment; the same object when its chart does not follow the event. */
export function runAfter(run: RuleRun, event: RuleRunEvent, now: number): RuleRun {
  return followed(run, run.state, event, now);
}

/** What becomes of a run whose event has just matched its rule. */
export function runFrom(run: Omit<RuleRun, 'state'>, event: RuleRunEvent, now: number): RuleRun {
  return followed({ ...run, state: 'skipped' }, 'matched', event, now);
}

function followed(run: RuleRun, state: RuleRun['state'] | 'matched', event: RuleRunEvent, now: number): RuleRun {
  const { nextAt, skipped, isRepeatable } = run;
  const before = ruleRun.resolveState({ value: state, context: { nextAt, skipped, isRepeatable } });
  const [after] = transition(ruleRun, before, event);
  const isSame = after.value === state && after.context.nextAt === nextAt;
  return isSame ? run : { ...run, ...after.context, state: after.value as RuleRun['state'], changedAt: now };
}
