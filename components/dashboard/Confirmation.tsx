import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** ms in which a question can be taken in before the press that cannot be undone is taken. */
const ARMED_AFTER = 1_500;

/** False for a moment after a question has come up. */
export function useArmed(): boolean {
  const [isArmed, setArmed] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setArmed(true), ARMED_AFTER);
    return () => clearTimeout(timer);
  }, []);
  return isArmed;
}

interface ConfirmationProps {
  question: string;
  back: string;
  go: string;
  /** False: the press is not taken now. */
  isReady?: boolean;
  /** What came of the press, below the buttons. */
  status?: ComponentChildren;
  children?: ComponentChildren;
  onBack: () => void;
  onGo: () => void;
}

/** The one question before something is lost; the focus begins at the way back, and Esc goes it. */
export function Confirmation(props: ConfirmationProps) {
  const { question, back, go, isReady = true, status, children, onBack, onGo } = props;
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  return (
    <fieldset
      class="preview confirmation"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // Only this question is closed, not what stands around it.
        event.preventDefault();
        onBack();
      }}
    >
      <legend class="notice-what">{question}</legend>
      {children}
      <div class="inline-actions">
        <button type="button" class="button" ref={first} onClick={onBack}>
          {back}
        </button>
        <button type="button" class="button danger-button" aria-disabled={!isReady} onClick={() => isReady && onGo()}>
          {go}
        </button>
      </div>
      {status}
    </fieldset>
  );
}
