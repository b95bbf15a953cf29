import { useRef, useState } from 'preact/hooks';
import type { LoadRulesProps, LoadState, TakeOutcome } from '../../../components/rules/transfer/LoadRules.tsx';
import type { RulesImportPlan, RulesView } from '../../../domain/rules/view.ts';
import { ask } from '../ask.ts';

/** Larger than any file of rules; what the background takes at most. */
const LARGEST_BYTES = 2_000_000;

interface ChosenFile {
  name: string;
  text: string;
}

const NO_FILE: ChosenFile = { name: '', text: '' };

/** Looks at a file of rules and takes what was chosen of it. */
export function useRuleFile(onView: (next: RulesView) => void): LoadRulesProps {
  const [file, setFile] = useState(NO_FILE);
  const [state, setState] = useState<LoadState>({ phase: 'none' });
  const [outcome, setOutcome] = useState<TakeOutcome | null>(null);
  /** An answer that is overtaken by another file is dropped. */
  const turn = useRef(0);

  const look = async (text: string) => {
    turn.current += 1;
    const mine = turn.current;
    const next = await planOf(text);
    if (mine === turn.current) setState(next);
  };
  const choose = async (chosen: File) => {
    turn.current += 1;
    const mine = turn.current;
    setOutcome(null);
    setFile({ name: chosen.name, text: '' });
    if (chosen.size > LARGEST_BYTES) return setState({ phase: 'tooLarge' });
    setState({ phase: 'reading' });
    const text = await textOf(chosen);
    if (mine !== turn.current) return;
    if (text === null) return setState({ phase: 'unreadable' });
    setFile({ name: chosen.name, text });
    await look(text);
  };
  const take = async (ids: string[]) => {
    if (state.phase !== 'shown') return;
    const { plan } = state;
    setState({ phase: 'taking', plan });
    const taken = await takeRules(file.text, plan.mark, ids);
    if (taken === 'noAnswer') return setState({ phase: 'noAnswer' });
    if (taken === 'changed') {
      setOutcome({ kind: 'changedMeanwhile' });
      return look(file.text);
    }
    setOutcome({ kind: 'taken', count: ids.length });
    setState({ phase: 'none' });
    onView(taken);
  };
  const leave = () => {
    turn.current += 1;
    setFile(NO_FILE);
    setOutcome(null);
    setState({ phase: 'none' });
  };
  return {
    ...{ fileName: file.name, state, outcome },
    onFile: (chosen) => void choose(chosen),
    onTake: (ids) => void take(ids),
    onLeave: leave,
  };
}

async function textOf(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch (error) {
    console.warn('Latchdesk: a file of rules could not be read', error);
    return null;
  }
}

async function planOf(text: string): Promise<LoadState> {
  try {
    const plan = await ask<RulesImportPlan | null>({ type: 'rules.importPlanned', text });
    return plan ? { phase: 'shown', plan } : { phase: 'noAnswer' };
  } catch (error) {
    console.error('Latchdesk: the background does not look at a file of rules', error);
    return { phase: 'noAnswer' };
  }
}

async function takeRules(text: string, mark: string, ids: string[]): Promise<RulesView | 'changed' | 'noAnswer'> {
  try {
    return (await ask<RulesView | null>({ type: 'rules.importTaken', text, mark, ids })) ?? 'changed';
  } catch (error) {
    console.error('Latchdesk: the background did not take a file of rules', error);
    return 'noAnswer';
  }
}
