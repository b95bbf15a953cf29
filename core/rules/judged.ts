/** What rules have said, made ready to be written: runs with their rendered actions, marks, and who said no. */
import type { RuleStart } from '../../database/rule-plan.ts';
import type { RuleMarkRow } from '../../database/schema.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import type { RuleRow } from '../../domain/rules/rule.ts';
import type { RenderedAction, RuleRun, SkipReason, Verdict } from '../../domain/rules/run.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { runFrom } from '../../machines/rule-run.ts';
import type { ActionPerformer } from './contract.ts';
import { runKey } from './run-key.ts';

/** An event and a rule that waits for such. */
export interface Candidate {
  row: RuleRow;
  event: RuleEvent;
  world: RuleWorld;
  /** It comes up again as long as things are as they are. */
  isTimed: boolean;
}

/** A rule that is to be started. */
export interface Begun extends Candidate {
  verdicts: readonly Verdict[];
  /** Epoch ms before which it waits for working hours. */
  waitsUntil: number | null;
}

/** A rule that has said no. */
export interface Refused extends Pick<Candidate, 'row' | 'event'> {
  because: SkipReason;
  verdicts: readonly Verdict[];
}

/** The mark of an event, and a run for each action. */
export async function startOf(
  { row, event, world, verdicts, waitsUntil }: Begun,
  performer: Pick<ActionPerformer, 'render'>,
  now: number,
): Promise<RuleStart> {
  const chartEvent = row.state === 'on' ? ({ type: 'planned', at: waitsUntil } as const) : ({ type: 'tried' } as const);
  const runs = row.rule.actions.map(async (action, actionIndex) => {
    const key = await runKey(row.id, row.rule.version, event.id, actionIndex);
    const rendered = renderedBy(() => performer.render(action, row.rule, event, world));
    return runFrom({ ...newRun(row, event, verdicts, now), key, actionIndex, rendered }, chartEvent, now);
  });
  return { mark: markOf(row, event, now), runs: await Promise.all(runs) };
}

/** The run that tells of a rule that said no; it has no key yet. */
export const skippedRun = ({ row, event, because, verdicts }: Refused, now: number): RuleRun =>
  runFrom(newRun(row, event, verdicts, now), { type: 'refused', because }, now);

/** That an event has started a rule at this moment. */
export const markOf = ({ id }: RuleRow, { portal, id: event, object }: RuleEvent, at: number): RuleMarkRow => ({
  ...{ portal, ruleId: id, event, object, at },
});

/** Null for what cannot be put together: that rule fails by itself, and the others go on. */
function renderedBy(render: () => RenderedAction): RenderedAction | null {
  try {
    return render();
  } catch (error) {
    console.error('Latchdesk: an action of a rule could not be put together', error);
    return null;
  }
}

const newRun = ({ rule }: RuleRow, event: RuleEvent, verdicts: readonly Verdict[], now: number) => ({
  key: '',
  ruleId: rule.id,
  ruleVersion: rule.version,
  ruleName: rule.name,
  portal: event.portal,
  event,
  actionIndex: -1,
  verdicts,
  skipped: null,
  rendered: null,
  attempts: [],
  nextAt: null,
  isRepeatable: false,
  plannedAt: now,
  changedAt: now,
});
