import type { FunctionComponent } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { PortalOutcome } from '../../components/popup/portal-actions.ts';
import type { FrontView } from '../../domain/front.ts';
import type { PaletteOverProps } from './PaletteOver.tsx';

interface DashboardPaletteProps {
  front: FrontView;
  language: string;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}

/** The palette over the page: by Ctrl+K everywhere, by `/` outside of fields. */
export function DashboardPalette({ front, language, isOpen, onToggle }: DashboardPaletteProps) {
  const [Over, setOver] = useState<FunctionComponent<PaletteOverProps> | null>(null);
  const [outcome, setOutcome] = useState<PortalOutcome | null>(null);
  const before = useRef<Element | null>(null);
  // Before anything is painted: who sees the page may press at once.
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!isWanted(event)) return;
      event.preventDefault();
      onToggle(true);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
  useEffect(() => {
    if (!isOpen) return;
    before.current = document.activeElement;
    setOutcome(null);
    if (Over) return;
    void import('./PaletteOver.tsx').then(
      ({ PaletteOver }) => setOver(() => PaletteOver),
      (error) => {
        console.error('Latchdesk: the search over everything could not be loaded', error);
        onToggle(false);
      },
    );
  }, [isOpen]);
  const close = () => {
    onToggle(false);
    if (before.current instanceof HTMLElement) before.current.focus();
  };
  return Over && <Over {...{ front, language, isOpen, outcome }} onOutcome={setOutcome} onClose={close} />;
}

function isWanted(event: KeyboardEvent): boolean {
  const { key, code, ctrlKey, metaKey, altKey, target } = event;
  if (event.defaultPrevented || event.isComposing || altKey) return false;
  // By its place: the key has another letter in Russian.
  if ((ctrlKey || metaKey) && (code === 'KeyK' || key === 'k')) return true;
  const isTyping = target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !isTyping;
}
