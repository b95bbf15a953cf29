import type { ComponentChildren } from 'preact';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Empty } from '../States.tsx';
import { useExplainer } from './explainer-context.ts';

interface BlankProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

/** An empty state with the way to read again. */
export function Blank({ title, text, children }: BlankProps) {
  const { explainer, chatapp } = useDashboardText();
  const { book, onReadAgain } = useExplainer();
  return (
    <Empty title={title} text={text}>
      {!book.canRead && !book.isReadingOff && <p class="quiet">{explainer.none.unreadNoTab}</p>}
      {book.isReadingOff && <p class="quiet">{chatapp.reading.trouble.switchedOff.text}</p>}
      <div class="inline-actions">
        {!book.isReadingOff && (
          <button type="button" class="button strong" onClick={onReadAgain}>
            {explainer.readAgain}
          </button>
        )}
        {children}
      </div>
    </Empty>
  );
}
