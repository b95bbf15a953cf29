/** What people complain of, and which checks answer it. */
import type { GateId } from '../../../domain/chatapp/gates.ts';
import type { StageId } from '../../../domain/chatapp/stage.ts';
import type { Symptom } from '../../../domain/explainer-text.ts';

interface Pointer {
  stages: readonly StageId[];
  gates: readonly GateId[];
}

export const POINTS_AT: Readonly<Record<Symptom, Pointer>> = {
  noTabs: { stages: ['see'], gates: ['installation', 'accessList'] },
  asksPassword: { stages: ['open'], gates: ['password', 'account'] },
  ownerSigns: { stages: ['open'], gates: ['personal', 'steps'] },
  denied: { stages: ['start'], gates: ['responsible', 'queue'] },
  // Whatever administrators are exempt from.
  onlyForMe: { stages: ['see', 'open', 'start'], gates: ['accessList', 'password', 'responsible', 'queue'] },
};
