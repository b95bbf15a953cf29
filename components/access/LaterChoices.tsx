import { useState } from 'preact/hooks';
import type { SnoozeChoice } from '../../domain/snooze.ts';
import { Icon } from '../Icon.tsx';
import { useBannerText } from './banner-text-context.ts';

const CHOICES = ['hour', 'tomorrow', 'threeDays'] as const satisfies readonly SnoozeChoice[];

/** Puts a decision off: nothing reminds of it until then. */
export function LaterChoices({ label, onSnooze }: { label: string; onSnooze: (choice: SnoozeChoice) => void }) {
  const { later } = useBannerText();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" class="text-button fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="chevron" />
        {label}
      </button>
      {isOpen &&
        CHOICES.map((choice) => (
          <button key={choice} type="button" class="button" onClick={() => onSnooze(choice)}>
            {later[choice]}
          </button>
        ))}
    </>
  );
}
