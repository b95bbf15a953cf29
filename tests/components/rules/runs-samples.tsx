/** Rules with runs of every kind, and destinations, for the tests of what they show. */
import type { ComponentChildren } from 'preact';
import { RunsTextContext } from '../../../components/rules/runs/runs-text-context.ts';
import type { DestinationView } from '../../../domain/rules/destination.ts';
import { eventId, type RuleEvent } from '../../../domain/rules/event.ts';
import type { Facts } from '../../../domain/rules/facts.ts';
import type { Rule, TriggerKind } from '../../../domain/rules/rule.ts';
import type { CallProblem, Outcome, RuleRun, RunState } from '../../../domain/rules/run.ts';
import type { RuleCard, RulesView } from '../../../domain/rules/view.ts';
import { rulesLocaleFor } from '../../../locales/rules/catalogue.ts';
import { runsLocaleFor } from '../../../locales/runs/catalogue.ts';
import { pseudoLocale } from '../../locales/pseudo.ts';
import { HOUR, MINUTE, NOW } from '../samples.ts';

export const PORTAL_KEY = 'https://demo.bitrix24.ru|1';
export const SECRET_ADDRESS = 'https://hooks.example.org/in/0f4e-9a77-SECRET';

export const rule = (changes: Partial<Rule> = {}): Rule => ({
  schema: 1,
  id: 'answer-waits',
  name: 'Ответ ждёт',
  version: 3,
  portals: 'all',
  trigger: { kind: 'answer.waits', hours: 4 },
  conditions: { match: 'all', list: [] },
  actions: [{ kind: 'webhook', destination: 'd1', note: '' }],
  cooldown: { minutes: 0, per: 'rule' },
  workingHours: 'any',
  mode: 'single',
  caps: { runsPerHour: 20 },
  ...changes,
});

export const card = (changes: Partial<Rule> = {}): RuleCard => ({
  rule: rule(changes),
  state: 'on',
  offBecause: null,
  changedAt: NOW - HOUR,
  lastRunAt: null,
  counts: { done: 0, dry: 0, failed: 0, uncertain: 0, waiting: 0, skipped: 0 },
  missing: [],
});

export const destination = (changes: Partial<DestinationView> = {}): DestinationView => ({
  id: 'd1',
  name: 'Склад n8n',
  kind: 'webhook',
  host: 'hooks.example.org',
  isPrivateAllowed: false,
  knowsKeys: false,
  agreedAt: NOW - HOUR,
  addressVersion: 4,
  failures: 0,
  restsUntil: 0,
  maskedAddress: 'https://hooks.example.org/…',
  hasKey: true,
  usedBy: ['Ответ ждёт'],
  ...changes,
});

export const rulesView = (changes: Partial<RulesView> = {}): RulesView => ({
  at: NOW,
  isPaused: false,
  isReadOnly: false,
  isOff: false,
  cards: [card()],
  destinations: [destination()],
  uncertain: [],
  canNotify: true,
  portals: [{ key: PORTAL_KEY, origin: 'https://demo.bitrix24.ru', label: 'Ромашка' }],
  ...changes,
});

export function event(kind: TriggerKind, facts: Facts = {}, at = NOW - 2 * HOUR): RuleEvent {
  const named = { kind, portal: PORTAL_KEY, object: 'chat:77', version: `since:${at}` };
  return { ...named, id: eventId(named), at, facts };
}

export const BODY = JSON.stringify({ schema: 1, type: 'latchdesk.answer.waits', note: 'пароль: Qwerty12!' });

export const run = (changes: Partial<RuleRun> = {}): RuleRun => ({
  key: 'run-1',
  ruleId: 'answer-waits',
  ruleVersion: 3,
  ruleName: 'Ответ ждёт',
  portal: PORTAL_KEY,
  event: event('answer.waits', { 'dialog.name': 'Почта' }),
  actionIndex: 0,
  state: 'done',
  verdicts: [],
  skipped: null,
  rendered: {
    action: { kind: 'webhook', destination: 'd1', note: 'Ждёт' },
    body: BODY,
    goesTo: 'hooks.example.org',
  },
  attempts: [attempt({ kind: 'done', status: 200, answer: 'ok' })],
  nextAt: null,
  isRepeatable: false,
  plannedAt: NOW - HOUR,
  changedAt: NOW - HOUR,
  ...changes,
});

export const attempt = (outcome: Outcome, at = NOW - HOUR) => ({ at, endedAt: at + 240, outcome });

export const uncertain = (key = 'u1', changes: Partial<RuleRun> = {}): RuleRun =>
  run({ key, state: 'uncertain', attempts: [attempt({ kind: 'uncertain', problem: 'timeout' })], ...changes });

export const STATES: readonly RunState[] = [
  ...(['dry', 'planned', 'running', 'waiting'] as const),
  ...(['done', 'failed', 'uncertain', 'skipped'] as const),
];

export const CALL_PROBLEMS: readonly CallProblem[] = [
  ...(['offline', 'network', 'timeout', 'tooManyRequests', 'unavailable', 'serverError', 'refused'] as const),
  ...(['redirected', 'answerUnclear', 'signedOut', 'noPermission', 'noConsent', 'noDestination'] as const),
  ...(['notAllowedAddress', 'tooLarge', 'breakerOpen', 'notPossible', 'nothingThere', 'interrupted'] as const),
];

/** One run in every state, the newest first. */
export const EVERY_STATE = STATES.map((state, index) =>
  run({
    ...{ key: `run-${state}`, state, plannedAt: NOW - index * MINUTE },
    ...(state === 'skipped' ? { skipped: 'condition', rendered: null, actionIndex: -1, attempts: [] } : {}),
    ...(state === 'waiting'
      ? {
          nextAt: NOW + 5 * MINUTE,
          attempts: [attempt({ kind: 'retry', problem: 'unavailable', status: 503, after: null })],
        }
      : {}),
  }),
);

/** The words of a language, or texts that nobody speaks. */
export function WithRunsTexts({
  of,
  isPseudo = false,
  children,
}: {
  of: string;
  isPseudo?: boolean;
  children: ComponentChildren;
}) {
  const [runs, rules] = [runsLocaleFor(of), rulesLocaleFor(of)];
  const words = isPseudo
    ? { runs: pseudoLocale(runs).messages, rules: pseudoLocale(rules).messages }
    : { runs: runs.messages, rules: rules.messages };
  return <RunsTextContext.Provider value={words}>{children}</RunsTextContext.Provider>;
}
