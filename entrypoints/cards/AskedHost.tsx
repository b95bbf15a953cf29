import type { CardsState } from './cards-store.ts';
import { DetailsHost } from './DetailsHost.tsx';
import { OfferHost } from './OfferHost.tsx';
import { QuestionHost } from './QuestionHost.tsx';
import type { CardsWorld } from './world.ts';

interface AskedHostProps {
  state: CardsState;
  world: CardsWorld;
  asked: NonNullable<CardsState['asked']>;
  now: number;
}

/** A card that somebody asked for. */
export function AskedHost({ state, world, asked, now }: AskedHostProps) {
  switch (asked.kind) {
    case 'dialog':
      return (
        state.details && (
          <DetailsHost key={asked.chatId} details={state.details} state={state} world={world} now={now} />
        )
      );
    case 'question':
      return <QuestionHost state={state} world={world} dialogId={asked.dialogId} now={now} />;
    case 'drafts':
      return <OfferHost state={state} world={world} now={now} isAll />;
  }
}
