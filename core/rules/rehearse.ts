/** What a rule would have done in the last days. Nothing is done, nothing is written. */
import type { JournalEntry } from '../../domain/journal.ts';
import { judge } from '../../domain/rules/conditions.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import { addStart, hindranceOf, noStarts, type RuleStarts } from '../../domain/rules/hindrance.ts';
import { hoursVerdict } from '../../domain/rules/hours.ts';
import { pastEvents } from '../../domain/rules/past-events.ts';
import type { Rule } from '../../domain/rules/rule.ts';
import type { SkipReason } from '../../domain/rules/run.ts';
import { manualEvent } from '../../domain/rules/timed-events.ts';
import type { Rehearsal } from '../../domain/rules/view.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import type { ActionPerformer } from './contract.ts';

const DAY = 86_400_000;
const LOOKS_BACK = 30;
/** Of each list; beyond it nobody reads on. */
const MOST_SHOWN = 100;

/** A portal that the rule is about, with its journal. */
export interface RehearsedPortal {
  world: RuleWorld;
  entries: (from: number, until: number) => Promise<readonly JournalEntry[]>;
}

interface Told {
  event: RuleEvent;
  world: RuleWorld;
}

/** Tries a rule against the journals of its portals. */
export async function rehearse(
  rule: Rule,
  portals: readonly RehearsedPortal[],
  render: ActionPerformer['render'],
  now: number,
): Promise<Rehearsal> {
  const events = await eventsOf(rule, portals, now);
  const wouldRun: Rehearsal['wouldRun'][number][] = [];
  const skipped: Rehearsal['skipped'][number][] = [];
  const starts = noStarts();
  for (const { event, world } of events) {
    const because = refusalOf(rule, event, world, starts);
    if (because) {
      skipped.push({ event, because });
      continue;
    }
    addStart(starts, event, event.at);
    wouldRun.push({ event, rendered: rule.actions.map((action) => render(action, rule, event, world)) });
  }
  return {
    ...{ days: LOOKS_BACK, events: events.length },
    wouldRun: wouldRun.slice(-MOST_SHOWN).reverse(),
    skipped: skipped.slice(-MOST_SHOWN).reverse(),
  };
}

async function eventsOf(rule: Rule, portals: readonly RehearsedPortal[], now: number): Promise<Told[]> {
  const from = now - LOOKS_BACK * DAY;
  const told: Told[] = [];
  for (const { world, entries } of portals) {
    // Nothing but a person starts it: what a press would do now is all there is to try.
    if (rule.trigger.kind === 'manual') told.push({ event: manualEvent(world, 'rehearsal', now), world });
    const past = { entries: await entries(from, now), from, until: now };
    told.push(...pastEvents(rule.trigger, world, past).map((event) => ({ event, world })));
  }
  return told.sort((a, b) => a.event.at - b.event.at);
}

/** In the order in which the engine asks. */
function refusalOf(rule: Rule, event: RuleEvent, world: RuleWorld, starts: RuleStarts): SkipReason | null {
  const hindrance = hindranceOf(rule, starts, event, event.at);
  if (hindrance === 'cooldown') return hindrance;
  if (hoursVerdict(rule, world.workingTime, event.at).kind === 'skip') return 'hours';
  return hindrance ?? (judge(rule, event).holds ? null : 'condition');
}
