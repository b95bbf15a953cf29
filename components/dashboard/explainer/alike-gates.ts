import type { Gate } from '../../../domain/chatapp/gates.ts';
import type { StageId } from '../../../domain/chatapp/stage.ts';
import { type Comparison, STAGES } from '../../../domain/chatapp/who-can.ts';

/** The gates at which both fare alike, in order. */
export function alikeGates({ first, differences }: Comparison): { stage: StageId; gate: Gate }[] {
  const differs = (stage: StageId, gate: Gate) =>
    differences.some((each) => each.stage === stage && (each.first ?? each.second)?.id === gate.id);
  return STAGES.flatMap((stage) =>
    first.stages[stage].gates.flatMap((gate) => (differs(stage, gate) ? [] : [{ stage, gate }])),
  );
}
