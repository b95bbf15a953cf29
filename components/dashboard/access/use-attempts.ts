import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** Counts how often somebody wanted to save a form; each time the first field with a problem takes the focus. */
export function useAttempts(): { form: RefObject<HTMLFormElement>; attempts: number; attempt: () => void } {
  const form = useRef<HTMLFormElement>(null);
  const [attempts, setAttempts] = useState(0);
  useEffect(() => {
    if (attempts > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [attempts]);
  return { form, attempts, attempt: () => setAttempts((count) => count + 1) };
}
