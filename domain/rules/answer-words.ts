/** What rules say when they fill in a text or have done something; part of `background-text.ts`. */
import type { FillWords } from './render-text.ts';

export interface RuleAnswerWords {
  fill: FillWords;
  /** Why the portal makes no task, and what helps. */
  task: Record<'otherVersion' | 'signedOut' | 'noRight' | 'noPlan' | 'noScope', string>;
  taskMade: (id: string) => string;
  /** `code` is the portal's own word, empty where it gave none. */
  taskRefused: (code: string) => string;
  taskForm: string;
  /** The own name of a dialog stays. */
  aliasKept: string;
  noteFull: string;
  tagsFull: string;
  noRoomForDraft: string;
  noDialog: string;
  /** Nothing is parked, or no dialog is free. */
  nothingToOffer: string;
  mayNotNotify: string;
  /** Beside the words of the rule when an example is sent. */
  example: string;
  scopeFound: string;
  reportTitle: string;
  report: (days: number) => string;
}
