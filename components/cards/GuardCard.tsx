import { fullTitle } from '../../domain/card-sentences.ts';
import type { CardMessages } from '../../domain/cards-text.ts';
import type { Messages } from '../../domain/text.ts';
import { useCardText, useText } from '../text-context.ts';
import { CardShell } from './CardShell.tsx';
import { GuardAsk } from './GuardAsk.tsx';
import { GuardClose } from './GuardClose.tsx';
import { GuardBlocked, GuardFreed, GuardFull, GuardNear } from './GuardNumbers.tsx';
import { GuardOverride, GuardParked, GuardParking } from './GuardParking.tsx';
import type { GuardCardProps } from './guard-props.ts';

const CONTENTS = {
  nearCard: GuardNear,
  fullCard: GuardFull,
  offCard: GuardBlocked,
  singleCard: GuardBlocked,
  freedCard: GuardFreed,
  draftClose: GuardClose,
  draftAskSupport: GuardAsk,
  parking: GuardParking,
  parked: GuardParked,
  overriding: GuardOverride,
} as const;

/** Stands between the press on "new dialog" and what comes of it; one card for every state of the chart. */
export function GuardCard(props: GuardCardProps) {
  const text = useText();
  const cardText = useCardText();
  const { state } = props;
  const Contents = CONTENTS[state];
  return (
    <CardShell
      kind="guard"
      title={titleOf(cardText, text, props)}
      // While drafts are put into fields, the portal's field must stay in reach.
      modal={state === 'draftClose' || state === 'draftAskSupport' ? undefined : 'dialog'}
      place={props.place}
      onHideHere={props.onHideHere}
      onClose={props.onClose}
    >
      {/* A new state draws new buttons: none must turn into another one under the finger. */}
      <Contents key={state} {...props} />
    </CardShell>
  );
}

function titleOf(text: CardMessages, { slots: words }: Messages, { state, slots }: GuardCardProps): string {
  switch (state) {
    case 'nearCard':
      return text.guard.near;
    case 'fullCard':
      return fullTitle(text, words.full, slots);
    case 'offCard':
      return words.switchedOff;
    case 'singleCard':
      return words.single;
    case 'freedCard':
      return text.guard.freed;
    case 'draftClose':
      return text.close.title;
    case 'draftAskSupport':
      return text.ask.title;
    case 'parking':
      return text.park.title;
    case 'parked':
      return text.park.parked;
    case 'overriding':
      return text.override.title;
  }
}
