import { useRef, useState } from 'preact/hooks';
import type { LoadFilePartProps, LoadState } from '../../components/dashboard/settings/LoadFilePart.tsx';
import { LARGEST_BYTES } from '../../domain/settings-file/file.ts';
import type { ImportChoices } from '../../domain/settings-file/plan.ts';
import type { ImportOutcome, ImportPreview } from '../../domain/settings-file/preview.ts';
import { ask } from './ask.ts';

const EVERYTHING: ImportChoices = {
  preferences: true,
  settings: true,
  notes: true,
  register: true,
  acrossUsers: false,
};

interface ChosenFile {
  name: string;
  text: string;
}

type Loading = Omit<LoadFilePartProps, 'languages' | 'now'>;

/** Looks at a settings file and takes it; `onTaken` when something here is another one now. */
export function useLoadFile(onTaken: () => void): Loading {
  const [file, setFile] = useState<ChosenFile>({ name: '', text: '' });
  const [choices, setChoices] = useState(EVERYTHING);
  const [state, setState] = useState<LoadState>({ phase: 'none' });
  const [outcome, setOutcome] = useState<ImportOutcome | null>(null);
  /** An answer that is overtaken by another file or choice is dropped. */
  const turn = useRef(0);

  const look = async ({ text }: ChosenFile, wanted: ImportChoices) => {
    turn.current += 1;
    const mine = turn.current;
    const next = await previewOf(text, wanted);
    if (mine === turn.current) setState(next);
  };

  const choose = async (chosen: File) => {
    turn.current += 1;
    const mine = turn.current;
    setOutcome(null);
    setFile({ name: chosen.name, text: '' });
    // What is too large is not even loaded.
    if (chosen.size > LARGEST_BYTES) return setState({ phase: 'refused', why: 'tooLarge' });
    setState({ phase: 'reading' });
    const text = await textOf(chosen);
    if (mine !== turn.current) return;
    if (text === null) return setState({ phase: 'unreadable' });
    const read = { name: chosen.name, text };
    setFile(read);
    await look(read, choices);
  };

  const take = async () => {
    if (state.phase !== 'shown') return;
    const { preview } = state;
    setState({ phase: 'taking', preview });
    const result = await takeFile(file.text, choices, preview.mark);
    setOutcome(result);
    if (result.result === 'taken' || result.result === 'partly') onTaken();
    if (result.result === 'taken') setState({ phase: 'none' });
    else await look(file, choices);
  };

  const leave = () => {
    turn.current += 1;
    setFile({ name: '', text: '' });
    setOutcome(null);
    setState({ phase: 'none' });
  };

  return {
    fileName: file.name,
    choices,
    state,
    outcome,
    onFile: (chosen) => void choose(chosen),
    onChoose: (next) => {
      setChoices(next);
      if (state.phase === 'shown') void look(file, next);
    },
    onTake: () => void take(),
    onLeave: leave,
  };
}

async function textOf(file: File): Promise<string | null> {
  try {
    return await file.text();
  } catch (error) {
    console.warn('Latchdesk: a settings file could not be read', error);
    return null;
  }
}

async function previewOf(text: string, choices: ImportChoices): Promise<LoadState> {
  try {
    const preview = await ask<ImportPreview | null>({ type: 'import.planned', text, choices });
    if (preview === null) return { phase: 'noAnswer' };
    return preview.why === null ? { phase: 'shown', preview } : { phase: 'refused', why: preview.why };
  } catch (error) {
    console.error('Latchdesk: the background does not look at a settings file', error);
    return { phase: 'noAnswer' };
  }
}

async function takeFile(text: string, choices: ImportChoices, plan: string): Promise<ImportOutcome> {
  try {
    return (await ask<ImportOutcome | null>({ type: 'import.taken', text, choices, plan })) ?? { result: 'failed' };
  } catch (error) {
    console.error('Latchdesk: the background did not take a settings file', error);
    return { result: 'failed' };
  }
}
