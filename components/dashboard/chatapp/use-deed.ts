import { useEffect, useRef, useState } from 'preact/hooks';

export type DeedState = 'none' | 'doing' | 'done' | 'failed';

/** Runs one thing at a time and tells what became of it. */
export function useDeed(): {
  state: DeedState;
  run: (deed: () => Promise<boolean>) => Promise<boolean>;
  forget: () => void;
} {
  const [state, setState] = useState<DeedState>('none');
  const isThere = useRef(true);
  const isDoing = useRef(false);
  useEffect(
    () => () => {
      isThere.current = false;
    },
    [],
  );
  const run = async (deed: () => Promise<boolean>) => {
    if (isDoing.current) return false;
    isDoing.current = true;
    setState('doing');
    const isDone = await deed();
    isDoing.current = false;
    if (isThere.current) setState(isDone ? 'done' : 'failed');
    return isDone;
  };
  return { state, run, forget: () => setState('none') };
}
