import { useEffect, useRef, useState } from 'preact/hooks';
import type { SelfTestPartProps } from '../../components/dashboard/health/SelfTestPart.tsx';
import { type SelfTestRun, selfTestVerdict } from '../../domain/health/self-test.ts';
import { ask } from './ask.ts';

/** ms between two looks while a test runs. */
const STEP = 1_000;

interface Known {
  run: SelfTestRun | null;
  running: SelfTestPartProps['running'];
}

const NOTHING: Known = { run: null, running: 'none' };

/** The last self-test of a portal, followed while it runs; `onDone` once it has run through. */
export function useSelfTest(key: string | null, onDone: () => void) {
  const [known, setKnown] = useState<Known>(NOTHING);
  const isRunning = known.running === 'running';
  /** Grows with each beginning and each portal: what was asked before tells nothing of what is now. */
  const turn = useRef(0);

  const take = (run: SelfTestRun | null) =>
    setKnown((before) => {
      // Whoever is asked now has been started anew: what ran is lost with the one who ran it.
      if (!run) return before.running === 'running' ? { ...before, running: 'interrupted' } : before;
      return { run, running: selfTestVerdict(run) === null ? 'running' : 'none' };
    });
  const look = async () => {
    if (key === null) return;
    const mine = turn.current;
    try {
      const run = await ask<SelfTestRun | null>({ type: 'selfTest.wanted', key });
      if (mine === turn.current) take(isRun(run) ? run : null);
    } catch (error) {
      console.error('Latchdesk: the self-test cannot be followed, it is asked for again', error);
    }
  };
  const begin = async () => {
    if (key === null) return;
    turn.current += 1;
    setKnown((before) => ({ ...before, running: 'beginning' }));
    try {
      const run = await ask<SelfTestRun | null>({ type: 'selfTest.begun', key });
      if (!isRun(run)) throw new Error('The background began no self-test');
      take(run);
    } catch (error) {
      console.error('Latchdesk: the self-test could not be started', error);
      setKnown((before) => ({ ...before, running: 'beginFailed' }));
    }
  };

  useEffect(() => {
    turn.current += 1;
    setKnown(NOTHING);
    void look();
  }, [key]);
  useEffect(() => {
    if (!isRunning) return;
    const timer = setInterval(() => void look(), STEP);
    return () => {
      clearInterval(timer);
      onDone();
    };
  }, [isRunning, key]);
  return { ...known, onBegin: () => void begin() };
}

const isRun = (told: SelfTestRun | null): told is SelfTestRun => typeof told?.startedAt === 'number';
