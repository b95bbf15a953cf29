import { useId, useState } from 'preact/hooks';
import type { SnoozeChoice } from '../../../domain/snooze.ts';
import { Icon } from '../../Icon.tsx';
import { useCardText, useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';

const CHOICES: readonly SnoozeChoice[] = ['hour', 'tomorrow', 'threeDays'];

interface RestProps {
  /** Epoch ms until which nothing reminds of it. */
  until: number;
  now: number;
  onSnooze: (choice: SnoozeChoice) => void;
  onUnsnooze: () => void;
}

/** Lets the reminders of one record rest, and says until when they do. An end is never put off for good. */
export function Rest({ until, now, onSnooze, onUnsnooze }: RestProps) {
  const text = useText();
  const { dialog } = useCardText();
  const { register: words } = useDashboardText();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (until > now) {
    return (
      <div class="snooze">
        <span class="mark" data-tone="quiet">
          <Icon name="clock" />
          {words.rests(text.clock(until, now))}
        </span>
        <button type="button" class="text-button" onClick={onUnsnooze}>
          {words.unsnooze}
        </button>
      </div>
    );
  }
  return (
    <>
      <button
        type="button"
        class="text-button fold"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        <Icon name="chevron" />
        {words.snooze}
      </button>
      {isOpen && (
        <div class="inline-actions rest-choices" id={id}>
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
    </>
  );
}
