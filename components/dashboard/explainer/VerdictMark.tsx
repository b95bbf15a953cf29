import type { GateState, Verdict } from '../../../domain/chatapp/gates.ts';
import { Icon, type IconName } from '../../Icon.tsx';

export const VERDICT_ICON: Record<Verdict, IconName> = {
  yes: 'roomy',
  no: 'cross',
  depends: 'near',
  unknown: 'unread',
};
export const VERDICT_TONE: Record<Verdict, string> = {
  yes: 'good',
  no: 'danger',
  depends: 'warning',
  unknown: 'quiet',
};

/** An answer as icon and word. */
export function VerdictMark({ verdict, word }: { verdict: Verdict; word: string }) {
  return (
    <span class="mark" data-tone={VERDICT_TONE[verdict]}>
      <Icon name={VERDICT_ICON[verdict]} />
      {word}
    </span>
  );
}

const STATE_ICON: Record<GateState, IconName> = {
  found: 'roomy',
  missing: 'cross',
  exempt: 'aside',
  ambiguous: 'near',
  couldNotRead: 'unread',
  entered: 'details',
};

/** The state of a gate as icon and word; how it bears on the answer is its colour, and told beside it. */
export function StateMark({ state, opens, word }: { state: GateState; opens: Verdict; word: string }) {
  return (
    <span class="mark" data-tone={opens === 'yes' ? 'plain' : VERDICT_TONE[opens]}>
      <Icon name={STATE_ICON[state]} />
      {word}
    </span>
  );
}
