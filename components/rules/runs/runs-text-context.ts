import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { RulesMessages } from '../../../domain/rules-text.ts';
import type { RunsMessages } from '../../../domain/runs-text.ts';

/** Words of what rules did, and of rules themselves. */
export interface RunsWords {
  runs: RunsMessages;
  /** How the rules page calls what a rule is made of. */
  rules: RulesMessages;
}

/** The words of runs, destinations and rule files; their components need the contexts of the dashboard as well. */
export const RunsTextContext = createContext<RunsWords | null>(null);

/** The words of runs, destinations and rule files. */
export function useRunsText(): RunsWords {
  const words = useContext(RunsTextContext);
  if (!words) throw new Error('No words for runs: wrap the component in <RunsTexts>');
  return words;
}
