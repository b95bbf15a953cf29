import { Icon } from '../Icon.tsx';
import { usePopupText, useText } from '../text-context.ts';
import type { PortalOutcome } from './portal-actions.ts';

interface OutcomeProps {
  kind: PortalOutcome;
  /** What the portal is called, where it does not stand on the portal's own card. */
  place?: string;
}

/** What did not work, or what was done without anything else to see. */
export function Outcome({ kind, place = '' }: OutcomeProps) {
  const text = useText();
  const popup = usePopupText();
  const words = { ...popup, requestNowhere: text.panel.requestNowhere, dialogFailed: text.panel.openFailed }[kind];
  const isDone = kind === 'factsCopied';
  return (
    <p class={isDone ? 'action-done' : 'action-failure'} role="status">
      <Icon name={isDone ? 'roomy' : 'near'} />
      <span>{place ? `${place}: ${words}` : words}</span>
    </p>
  );
}
