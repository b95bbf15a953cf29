import { RenameNudge } from '../../components/cards/RenameNudge.tsx';
import { useText } from '../../components/text-context.ts';
import { titleOf } from '../../domain/dialog-names.ts';
import type { CardsState, Renaming } from './cards-store.ts';
import { hideHere } from './hide-here.ts';
import { inCorner } from './place.ts';
import type { CardsWorld } from './world.ts';

interface RenameHostProps {
  state: CardsState;
  world: CardsWorld;
  renaming: Renaming;
}

/** The question how a new dialog shall be called. */
export function RenameHost({ state, world, renaming }: RenameHostProps) {
  const words = useText();
  const dialog = state.view.dialogs.find(({ chatId }) => chatId === renaming.chatId);
  if (!dialog) return null;
  return (
    <RenameNudge
      onHideHere={hideHere(world, 'rename')}
      place={inCorner(state.view)}
      title={renaming.title || titleOf(words, dialog)}
      suggestion={renaming.suggestion}
      value={renaming.value}
      phase={renaming.phase}
      isRisky={world.dialog.naming.isRisky(renaming.dialogId)}
      onChange={(value) => world.store.trigger.changed({ renaming: { ...renaming, value, phase: 'idle' } })}
      onName={(name) => void world.dialog.naming.rename(name)}
      onAlias={(name) => world.dialog.naming.alias(name)}
      onLater={() => world.dialog.naming.nameLater()}
    />
  );
}
