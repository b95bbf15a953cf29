/** Why an employee can or cannot work with ChatApp: three questions, gate by gate. */
import type { ChatAppFacts, Employee } from './facts.ts';
import { openStage, type Sides } from './open-stage.ts';
import { type ReadyFacts, readyFacts } from './ready.ts';
import { seeStage } from './see-stage.ts';
import { type Aspect, behind, type Stage } from './stage.ts';
import { startStage } from './start-stage.ts';
import type { SeeOutcome } from './tables.ts';

export interface Explanation extends Sides {
  employee: { id: string; name: string };
  /** Null: any line that works. */
  line: string | null;
  stages: { see: Stage; open: Stage; start: Stage };
  /** What opening the application itself gives. */
  app: Aspect<SeeOutcome['app']>;
}

/**
 * Explains what an employee can do. `line` is the line on which a conversation would start; null: any that works.
 * For many employees, make the facts ready once and pass them as `ready`.
 */
export function explain(
  employee: Employee,
  facts: ChatAppFacts,
  line: string | null = null,
  ready: ReadyFacts = readyFacts(facts),
): Explanation {
  const see = seeStage(employee, ready);
  const own = openStage(employee, ready);
  const open = behind(see.stage, own.stage);
  const start = behind(open, startStage(employee, ready, line).stage);
  return {
    employee: { id: employee.id, name: employee.name },
    line,
    stages: { see: see.stage, open, start },
    app: see.derived,
    ...own.derived,
  };
}
