import type { ComponentChildren } from 'preact';

const ID = 'rule-destinations';

/** Brings the part about destinations into sight and gives it the focus. */
export function toDestinations(): void {
  const part = document.getElementById(ID);
  part?.scrollIntoView?.({ block: 'start' });
  part?.focus();
}

/** The place that buttons for destinations lead to. */
export const ToDestinations = ({ children }: { children: ComponentChildren }) => (
  <div id={ID} class="rule-destinations" tabIndex={-1}>
    {children}
  </div>
);
