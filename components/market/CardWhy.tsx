import type { MarketCard } from '../../domain/market-text.ts';
import { useMarketText } from './market-text-context.ts';

interface WhyButtonProps {
  isOpen: boolean;
  onToggle: () => void;
}

/** The question mark in the head of a card. */
export function WhyButton({ isOpen, onToggle }: WhyButtonProps) {
  const { shell } = useMarketText();
  return (
    <button
      type="button"
      class="icon-button market-why"
      aria-label={shell.why}
      title={shell.why}
      aria-expanded={isOpen}
      onClick={onToggle}
    >
      <span aria-hidden="true">?</span>
    </button>
  );
}

/** Why the card is seen, and how to see it no more where that may be chosen. */
export function CardWhy({ card, onHideHere }: { card: MarketCard; onHideHere: (() => void) | null }) {
  const text = useMarketText();
  return (
    <div class="desk-card-why quiet">
      <p>{text.why[card]}</p>
      <p>{text.independent}.</p>
      {onHideHere && (
        <>
          <button type="button" class="text-button" onClick={onHideHere}>
            {text.shell.hideHere}
          </button>
          <p>{text.hideMeans[card]}</p>
        </>
      )}
    </div>
  );
}

/** After an update: what is on show is cut off from the rest. */
export function UpdatedLine({ onReload }: { onReload: () => void }) {
  const { shell } = useMarketText();
  return (
    <div class="market-line-warning" role="status">
      <p>{shell.updated}</p>
      <button type="button" class="button" onClick={onReload}>
        {shell.reload}
      </button>
    </div>
  );
}
