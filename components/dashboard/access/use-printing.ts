import { useEffect, useState } from 'preact/hooks';

/** True from just before the browser prints until it has, and a way to print. */
export function usePrinting(): { isPrinting: boolean; print: () => void } {
  const [isPrinting, setPrinting] = useState(false);
  useEffect(() => {
    const [start, end] = [() => setPrinting(true), () => setPrinting(false)];
    window.addEventListener('beforeprint', start);
    window.addEventListener('afterprint', end);
    return () => {
      window.removeEventListener('beforeprint', start);
      window.removeEventListener('afterprint', end);
    };
  }, []);
  const print = () => {
    setPrinting(true);
    // Printing stops the page at once: what goes on the paper has to be drawn first.
    setTimeout(() => window.print());
  };
  return { isPrinting, print };
}
