import { useState } from 'preact/hooks';
import { becauseWords } from '../../domain/access/sentences.ts';
import { useAccessText } from '../text-context.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';

/** Why a banner is there, what it is based on, and how to have none of them. */
export function BannerWhy({ item, isReadOnly, onHideHere }: BannerProps) {
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
        {!isReadOnly && (
          <button type="button" class="text-button" onClick={onHideHere}>
            {text.hideHere}
          </button>
        )}
      </div>
      {isExplained && (
        <div class="access-part quiet">
          <p>{text.whyText}</p>
          {item.banner !== 'lookalike' && <Because item={item} />}
          <p>{text.independent}.</p>
        </div>
      )}
    </footer>
  );
}

function Because({ item }: Pick<BannerProps, 'item'>) {
  const { becauseTitle } = useBannerText();
  if (item.because.length === 0) return null;
  return (
    <>
      <p>{becauseTitle}:</p>
      <Reasons item={item} />
    </>
  );
}

/** The reasons of the verdict, a sentence each. */
export function Reasons({ item }: Pick<BannerProps, 'item'>) {
  const words = useAccessText();
  if (item.because.length === 0) return null;
  return (
    <ul class="access-rules">
      {item.because.map((reason) => (
        <li key={reason}>{becauseWords(words, reason)}</li>
      ))}
    </ul>
  );
}
