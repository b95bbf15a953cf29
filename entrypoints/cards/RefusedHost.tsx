import { RefusedCard } from '../../components/cards/RefusedCard.tsx';
import { useText } from '../../components/text-context.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import { copyText } from '../../platform/clipboard.ts';
import type { CardsState } from './cards-store.ts';
import { hideHere } from './hide-here.ts';
import { inCorner } from './place.ts';
import type { CardsWorld } from './world.ts';

interface RefusedHostProps {
  state: CardsState;
  world: CardsWorld;
  refused: NonNullable<CardsState['refused']>;
  now: number;
}

/** The card of a message that the portal did not deliver. */
export function RefusedHost({ state, world, refused, now }: RefusedHostProps) {
  const words = useText();
  const dialog = state.view.dialogs.find(({ chatId }) => chatId === refused.chatId);
  return (
    <RefusedCard
      onHideHere={hideHere(world, 'refused')}
      place={inCorner(state.view)}
      dialogName={dialog ? nameOf(words, dialog) : ''}
      since={refused.since}
      now={now}
      text={refused.text}
      onPark={() => void world.dialog.refusal.keep('parked')}
      onKeep={() => void world.dialog.refusal.keep('message')}
      onCopy={copyText}
      onClose={() => world.dialog.refusal.see()}
    />
  );
}
