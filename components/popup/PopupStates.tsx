import { Icon } from '../Icon.tsx';
import { usePopupText, useText } from '../text-context.ts';

interface TroubleProps {
  /** When what is on show was put together; null: nothing is on show. */
  keptAt: number | null;
  now: number;
  onRetry: () => void;
}

/** The background does not answer. */
export function Trouble({ keptAt, now, onRetry }: TroubleProps) {
  const text = useText();
  const popup = usePopupText();
  return (
    <div class="notice" data-tone="warning" role="alert">
      <Icon name="near" size={16} />
      <div>
        <p class="notice-what">{keptAt === null ? popup.errorTitle : popup.keptTitle(text.clock(keptAt, now))}</p>
        <p>{keptAt === null ? popup.errorText : popup.keptText}.</p>
        <button type="button" class="button" onClick={onRetry}>
          {popup.retry}
        </button>
      </div>
    </div>
  );
}

/** No portal is known; the first steps on a page of their own are offered as long as nobody has put them away. */
export function NoPortals({ onFirstSteps }: { onFirstSteps: (() => void) | null }) {
  const popup = usePopupText();
  return (
    <div class="empty">
      <h2 class="empty-title">{popup.emptyTitle}</h2>
      <ol class="steps">
        {popup.emptySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      {onFirstSteps && (
        <button type="button" class="button" onClick={onFirstSteps}>
          {popup.firstSteps}
        </button>
      )}
    </div>
  );
}
