import { useState } from 'preact/hooks';
import { becauseWords } from '../../domain/access/sentences.ts';
import { useAccessText, useText } from '../text-context.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';

/** Why a banner is there, what it is based on, and how to have none of them. */
export function BannerWhy({ item, onHideHere }: BannerProps) {
  const shared = useText();
  const words = useAccessText();
  const text = useBannerText();
  const [isExplained, setExplained] = useState(false);
  return (
    <footer class="access-why">
      <div class="access-actions">
        <button
          type="button"
          class="text-button"
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          {text.why}
        </button>
        <button type="button" class="text-button" onClick={onHideHere}>
          {shared.panel.hideHere}
        </button>
      </div>
      {isExplained && (
        <div class="access-part quiet">
          <p>{text.whyText}</p>
          {item.because.length > 0 && <p>{text.becauseTitle}:</p>}
          {item.because.length > 0 && (
            <ul class="access-rules">
              {item.because.map((reason) => (
                <li key={reason}>{becauseWords(words, reason)}</li>
              ))}
            </ul>
          )}
          <p>{shared.product.independent}.</p>
        </div>
      )}
    </footer>
  );
}
