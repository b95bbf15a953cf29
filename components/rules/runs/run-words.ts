/** What happened and what was looked at, in words. */

import type { RuleEvent } from '../../../domain/rules/event.ts';
import { FACTS, type FactName, type FactValue } from '../../../domain/rules/facts.ts';
import type { RuleRun, RunState } from '../../../domain/rules/run.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import type { Messages } from '../../../domain/text.ts';
import type { IconName } from '../../Icon.tsx';
import type { RunsWords } from './runs-text-context.ts';

/** The sign of each state: with its word, colour is never needed to tell them apart. */
export const STATE_SIGN: Record<RunState, { icon: IconName; tone: 'good' | 'plain' | 'warning' | 'danger' | 'quiet' }> =
  {
    dry: { icon: 'details', tone: 'quiet' },
    planned: { icon: 'clock', tone: 'plain' },
    running: { icon: 'refresh', tone: 'plain' },
    waiting: { icon: 'clock', tone: 'plain' },
    done: { icon: 'roomy', tone: 'good' },
    failed: { icon: 'cross', tone: 'danger' },
    uncertain: { icon: 'near', tone: 'warning' },
    skipped: { icon: 'aside', tone: 'quiet' },
  };

/** Facts that name what an event is about, the most telling first. */
const SUBJECTS: readonly FactName[] = ['dialog.name', 'app.name', 'access.requester'];

/** What has happened, and to what. */
export function eventSentence({ runs }: RunsWords, { kind, facts }: Pick<RuleEvent, 'kind' | 'facts'>): string {
  const subject = SUBJECTS.map((name) => facts[name]).find((value) => typeof value === 'string' && value !== '');
  return subject === undefined ? runs.event[kind] : runs.eventOf(runs.event[kind], String(subject));
}

/** How a value of a fact reads; what could not be read is never nothing. */
export function factText(
  { runs }: RunsWords,
  text: Messages,
  fact: FactName,
  value: FactValue | undefined,
  now: number,
): string {
  if (value === null || value === undefined) return runs.value.unknown;
  if (typeof value === 'boolean') return value ? runs.value.yes : runs.value.no;
  if (typeof value === 'number') return text.number(value);
  if (typeof value !== 'string') return value.length > 0 ? value.join(', ') : runs.value.empty;
  const at = FACTS[fact] === 'time' ? Date.parse(value) : Number.NaN;
  if (!Number.isNaN(at)) return text.time(at, now);
  return value === '' ? runs.value.empty : value;
}

/** How the user calls a portal; its host where it is not known any more. */
export function portalName({ portals }: Pick<RulesView, 'portals'>, key: string): string {
  const known = portals.find((portal) => portal.key === key);
  if (known) return known.label;
  const [origin = ''] = key.split('|');
  return URL.canParse(origin) ? new URL(origin).host : origin;
}

/** JSON with line breaks; anything else as it is. */
export function prettyBody(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch (error) {
    // Shown as it goes out: a body need not be JSON.
    if (error instanceof SyntaxError) return body;
    throw error;
  }
}

export interface RunFilter {
  /** Null: of all rules. */
  ruleId: string | null;
  state: RunState | 'any';
  query: string;
}

/** The runs that a filter leaves; every word of the query has to be somewhere in what the row says. */
export function filterRuns(runs: readonly RuleRun[], filter: RunFilter, textOf: (run: RuleRun) => string): RuleRun[] {
  const words = filter.query.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return runs.filter((run) => {
    if (filter.ruleId !== null && run.ruleId !== filter.ruleId) return false;
    if (filter.state !== 'any' && run.state !== filter.state) return false;
    if (words.length === 0) return true;
    const text = textOf(run).toLocaleLowerCase();
    return words.every((word) => text.includes(word));
  });
}
