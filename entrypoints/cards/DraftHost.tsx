import { DraftPreview } from '../../components/cards/DraftPreview.tsx';
import { useText } from '../../components/text-context.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import { findSecrets } from '../../domain/secrets.ts';
import { copyText } from '../../platform/clipboard.ts';
import type { CardsState } from './cards-store.ts';
import { inCorner } from './place.ts';
import type { CardsWorld } from './world.ts';

interface DraftHostProps {
  state: CardsState;
  world: CardsWorld;
  draft: NonNullable<CardsState['draft']>;
}

/** A kept text before it goes into the field of a dialog. */
export function DraftHost({ state, world, draft }: DraftHostProps) {
  const words = useText();
  const dialog = state.view.dialogs.find(({ dialogId }) => dialogId === draft.dialogId);
  const change = (text: string) => {
    world.store.trigger.changed({ draft: { ...draft, text, phase: 'preview' } });
    const known = state.view.drafts.find(({ id }) => id === draft.id);
    const { id, topic: title } = draft;
    world.texts.keep({ id, kind: known?.kind ?? 'message', title, text, dialogId: known?.dialogId ?? null });
  };
  return (
    <DraftPreview
      place={inCorner(state.view)}
      draftTitle={draft.topic}
      text={draft.text}
      dialogName={dialog ? nameOf(words, dialog) : null}
      phase={draft.phase}
      saving={state.saving}
      secretKinds={[...new Set(findSecrets(draft.text).map(({ kind }) => kind))]}
      onChange={change}
      onPlace={(how) => void world.dialog.drafts.place(how)}
      onCopy={copyText}
      onClose={() => world.store.trigger.changed({ draft: null })}
    />
  );
}
