import { useLayoutEffect } from 'preact/hooks';

/** Opens the palette with Ctrl+K, or Command and K, anywhere, and with a slash wherever nobody is typing. */
export function usePaletteKeys(onOpen: () => void): void {
  // Before anything is painted: who sees the page may press at once.
  useLayoutEffect(() => {
    const listener = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || !isPaletteKey(event)) return;
      event.preventDefault();
      onOpen();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [onOpen]);
}

/** By the place of the key: on another keyboard the same keys give other letters. */
function isPaletteKey({ code, key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return code === 'KeyK' || key.toLowerCase() === 'k';
  return !isTyping(target) && (key === '/' || (code === 'Slash' && !shiftKey));
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ['input', 'textarea', 'select'].includes(target.localName));
