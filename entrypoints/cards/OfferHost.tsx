import { ParkedOffer } from '../../components/cards/ParkedOffer.tsx';
import { snoozeUntil } from '../../domain/snooze.ts';
import type { DraftView } from '../../domain/view.ts';
import type { CardsState } from './cards-store.ts';
import { hideHere } from './hide-here.ts';
import { inCorner } from './place.ts';
import type { CardsWorld } from './world.ts';

/** Questions whose slot is free, the oldest first. */
export const offered = ({ view }: CardsState): DraftView[] =>
  view.drafts.filter((draft) => draft.state === 'offered' && draft.snoozedUntil <= Date.now());

interface OfferHostProps {
  state: CardsState;
  world: CardsWorld;
  now: number;
  /** All kept texts instead of those on offer. */
  isAll?: boolean;
}

/** Parked questions and other kept texts. */
export function OfferHost({ state, world, now, isAll = false }: OfferHostProps) {
  const { store, dialog, guard } = world;
  const shown = isAll
    ? state.view.drafts.filter((draft) => draft.kind !== 'sent' && draft.excerpt.trim() !== '')
    : offered(state);
  const discarded = new Set(state.discarded.map(({ id }) => id));
  const close = () => store.trigger.changed({ asked: null, discarded: [] });
  const use = (id: string) => {
    const draft = state.view.drafts.find((each) => each.id === id);
    if (draft?.dialogId && draft.kind !== 'parked') return void dialog.drafts.preview(id, draft.dialogId);
    close();
    dialog.drafts.use(id);
    guard.begin('panel');
  };
  const discard = (id: string) => {
    const draft = state.view.drafts.find((each) => each.id === id);
    if (draft) store.trigger.changed({ discarded: [...state.discarded, draft], asked: { kind: 'drafts' } });
    void dialog.background.tellDraft(id, { type: 'discarded' });
  };
  const undo = (id: string) => {
    store.trigger.changed({ discarded: state.discarded.filter((draft) => draft.id !== id) });
    void dialog.background.tellDraft(id, { type: 'restored' });
  };
  const later = (id: string, until: 'hour' | 'tomorrow') =>
    void dialog.background.tellDraft(id, { type: 'snoozed', until: snoozeUntil(until, now) });
  const restAll = () => {
    for (const { id } of shown) later(id, 'hour');
  };
  return (
    <ParkedOffer
      onHideHere={isAll ? undefined : hideHere(world, 'parkedOffer')}
      place={inCorner(state.view)}
      questions={[
        ...shown.filter(({ id }) => !discarded.has(id)).map((draft) => ({ ...draft, isDiscarded: false })),
        ...state.discarded.map((draft) => ({ ...draft, isDiscarded: true })),
      ].map(({ id, title, excerpt, createdAt, isDiscarded }) => ({
        id,
        title,
        text: excerpt,
        parkedAt: createdAt,
        isDiscarded,
      }))}
      now={now}
      isFree={offered(state).length > 0}
      onUse={use}
      onLater={later}
      onDiscard={discard}
      onUndo={undo}
      onClose={isAll ? close : restAll}
    />
  );
}
