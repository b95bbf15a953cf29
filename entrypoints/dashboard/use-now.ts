import { useEffect, useState } from 'preact/hooks';

/** Often enough for "2 minutes ago". */
const STEP = 30_000;

/** Epoch ms, moving on while the page is open. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP);
    return () => clearInterval(timer);
  }, []);
  return now;
}
