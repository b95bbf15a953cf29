import { useEffect, useState } from 'preact/hooks';

const TICK = 30_000;

/** Epoch ms for ages on show; moves on only while `isWatched`, so that an idle page has no timer. */
export function useNow(isWatched: boolean): number {
  const [, setTicks] = useState(0);
  useEffect(() => {
    if (!isWatched) return undefined;
    const timer = setInterval(() => setTicks((ticks) => ticks + 1), TICK);
    return () => clearInterval(timer);
  }, [isWatched]);
  return Date.now();
}
