import { useState } from 'preact/hooks';
import { FOR_GOOD, type SnoozeChoice } from '../../domain/snooze.ts';
import { Icon } from '../Icon.tsx';
import { useCardText, useText } from '../text-context.ts';

const CHOICES: readonly SnoozeChoice[] = ['hour', 'tomorrow', 'threeDays', 'untilUnsnoozed'];
interface SnoozeProps {
  /** Epoch ms until which the warnings rest. */
  until: number;
  now: number;
  onSnooze: (choice: SnoozeChoice) => void;
  onUnsnooze: () => void;
}

/** Lets a dialog's warnings rest, and says until when they do. */
export function Snooze({ until, now, onSnooze, onUnsnooze }: SnoozeProps) {
  const text = useText();
  const { dialog } = useCardText();
  const [isOpen, setOpen] = useState(false);
  if (until > now) {
    return (
      <div class="snooze">
        <span class="mark" data-tone="quiet">
          <Icon name="clock" />
          {until - now > FOR_GOOD ? dialog.snoozedForGood : dialog.snoozedUntil(text.clock(until, now))}
        </span>
        <button type="button" class="text-button" onClick={onUnsnooze}>
          {dialog.unsnooze}
        </button>
      </div>
    );
  }
  return (
    <div class="snooze">
      <button type="button" class="text-button fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="chevron" />
        {dialog.snoozeLabel}
      </button>
      {isOpen && (
        <div class="inline-actions">
          {CHOICES.map((choice) => (
            <button
              key={choice}
              type="button"
              class="button"
              onClick={() => {
                setOpen(false);
                onSnooze(choice);
              }}
            >
              {dialog.snooze[choice]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
