/** The last calls to portals, without what was asked and answered. */
import type { Call } from '../../domain/calls/calls.ts';

export class CallLog {
  recent(): Promise<Call[]> {
    throw new Error('not built yet');
  }
}
