import { useEffect, useRef, useState } from 'preact/hooks';
import type { Answer } from '../../components/dashboard/States.tsx';

interface About {
  /** What is asked for; another one starts anew. */
  subject: string;
  /** Changes when the answer may be another one by now; then it is asked again without being taken away. */
  stamp: unknown;
}

/** ms: many changes in a row are one refresh. */
const PAUSE = 600;

/** Asks the background and follows what changes; an answer that is overtaken by another question is dropped. */
export function useAnswer<T>(load: () => Promise<T | null>, { subject, stamp }: About) {
  const [answer, setAnswer] = useState<Answer<T>>({ state: 'loading' });
  const turn = useRef(0);
  const asked = useRef<string | null>(null);

  const run = async () => {
    turn.current += 1;
    const mine = turn.current;
    const value = await load().catch((error) => {
      console.error('Latchdesk: the background does not answer the dashboard', error);
      return null;
    });
    if (mine !== turn.current) return;
    // In Firefox a background that was ended has answered nothing; elsewhere that is an error.
    if (value !== null && value !== undefined) setAnswer({ state: 'ready', value, isRefreshFailed: false });
    else setAnswer((known) => (known.state === 'ready' ? { ...known, isRefreshFailed: true } : { state: 'failed' }));
  };
  const start = () => {
    setAnswer({ state: 'loading' });
    void run();
  };

  useEffect(() => {
    if (asked.current !== subject) {
      asked.current = subject;
      start();
      return;
    }
    const timer = setTimeout(run, PAUSE);
    return () => clearTimeout(timer);
  }, [subject, stamp]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  return { answer, retry: start, refresh: run, setAnswer };
}
