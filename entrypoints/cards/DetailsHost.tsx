import { useEffect, useRef, useState } from 'preact/hooks';
import { DialogCard } from '../../components/cards/DialogCard.tsx';
import type { Saving } from '../../domain/cards-text.ts';
import type { DialogNote } from '../../domain/notes.ts';
import { dialogAddress } from '../../domain/portals/address.ts';
import { type SnoozeChoice, snoozeUntil } from '../../domain/snooze.ts';
import type { DialogDetails } from '../../domain/view.ts';
import { copyText } from '../../platform/clipboard.ts';
import type { CardsState } from './cards-store.ts';
import { inCorner } from './place.ts';
import type { CardsWorld } from './world.ts';

const PAUSE = 300;

interface DetailsHostProps {
  details: DialogDetails;
  state: CardsState;
  world: CardsWorld;
  now: number;
}

type Changes = Partial<Omit<DialogNote, 'chatId' | 'snoozedAt' | 'changedAt'>>;

/** The details of one dialog, saved as they are typed. */
export function DetailsHost({ details, state, world, now }: DetailsHostProps) {
  const [note, setNote] = useState<DialogNote>(details.note);
  const [saving, setSaving] = useState<Saving>('saved');
  const unsaved = useRef<Changes>({});
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const { view } = state;
  // Status and turn go on while the card is open.
  const dialog = view.dialogs.find(({ chatId }) => chatId === details.chatId) ?? details;
  const hasTaskProblem = !isTaskUrl(note.taskUrl);

  const save = async () => {
    clearTimeout(timer.current);
    removeEventListener('beforeunload', leave.current);
    const changes = unsaved.current;
    if (Object.keys(changes).length === 0) return;
    unsaved.current = {};
    if (await world.dialog.background.note(details.chatId, changes)) {
      setSaving(Object.keys(unsaved.current).length === 0 ? 'saved' : 'saving');
      return;
    }
    unsaved.current = { ...changes, ...unsaved.current };
    setSaving('notSaved');
  };
  const leave = useRef(() => void save());
  useEffect(() => {
    addEventListener('pagehide', leave.current);
    return () => {
      removeEventListener('pagehide', leave.current);
      leave.current();
    };
  }, []);

  const change = (changes: Changes) => {
    setNote((before) => ({ ...before, ...changes }));
    const { taskUrl, ...others } = changes;
    const isKept = taskUrl === undefined || isTaskUrl(taskUrl);
    unsaved.current = { ...unsaved.current, ...others, ...(taskUrl !== undefined && isKept && { taskUrl }) };
    setSaving(isKept ? 'saving' : 'notSaved');
    // In Firefox nothing that is said later than this leaves a closing tab.
    addEventListener('beforeunload', leave.current);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), PAUSE);
  };
  const snooze = (choice: SnoozeChoice) => change({ snoozedUntil: snoozeUntil(choice, now) });
  return (
    <DialogCard
      place={inCorner(state.view)}
      dialog={{ ...dialog, ticket: details.ticket }}
      note={note}
      now={now}
      turn={
        dialog.turn && { ...dialog.turn, worked: dialog.attention?.kind === 'waiting' ? dialog.attention.worked : null }
      }
      attention={dialog.attention}
      hasTaskProblem={hasTaskProblem}
      link={dialogAddress(view, dialog.dialogId)}
      saving={saving}
      onChange={change}
      onSnooze={snooze}
      onUnsnooze={() => change({ snoozedUntil: 0 })}
      onOpenDialog={(dialogId) => void world.page.openDialog(dialogId)}
      onCopy={copyText}
      onClose={() => world.store.trigger.changed({ asked: null, details: null })}
    />
  );
}

function isTaskUrl(url: string): boolean {
  return url === '' || (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol));
}
