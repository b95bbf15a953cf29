import type { Inbox } from '../../domain/inbox/inbox.ts';
import { Icon } from '../Icon.tsx';
import { useText } from '../text-context.ts';
import { useInboxText } from './inbox-text-context.ts';

export interface RestLineProps {
  inbox: Inbox;
  now: number;
  /** Everything shall rest until tomorrow. */
  onRest: () => void;
  /** Nothing shall rest any more. */
  onWake: () => void;
}

/** Lets the inbox rest, and says what rests and until when. */
export function RestLine({ inbox, now, onRest, onWake }: RestLineProps) {
  const text = useText();
  const words = useInboxText();
  const { items, restingCount, restsUntil } = inbox;
  if (restsUntil !== null)
    return (
      <p class="rest-line quiet">
        <Icon name="clock" />
        <span>{words.resting(restingCount, text.clock(restsUntil, now))}</span>
        <button type="button" class="text-button" onClick={onWake}>
          {words.wake}
        </button>
      </p>
    );
  if (items.length === 0) return null;
  return (
    <button type="button" class="text-button rest-button" onClick={onRest}>
      {words.rest}
    </button>
  );
}
