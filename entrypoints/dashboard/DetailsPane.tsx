import { useEffect, useState } from 'preact/hooks';
import { DialogPane, type DialogPaneProps } from '../../components/dashboard/DialogPane.tsx';
import { GonePane } from '../../components/dashboard/GonePane.tsx';
import { Saver } from '../../components/dashboard/saver.ts';
import type { Saving } from '../../domain/cards-text.ts';
import type { DialogNote } from '../../domain/notes.ts';
import { dialogAddress } from '../../domain/portals/address.ts';
import { snoozeUntil } from '../../domain/snooze.ts';
import type { DialogDetails, PortalView } from '../../domain/view.ts';
import { copyText } from '../../platform/clipboard.ts';
import { ask } from './ask.ts';
import type { useDetails } from './use-details.ts';

interface DetailsPaneProps {
  portal: PortalView;
  chatId: number;
  now: number;
  details: ReturnType<typeof useDetails>;
  onClose: () => void;
}

/** The details of one dialog; what is typed is saved as it is typed. */
export function DetailsPane({ portal, chatId, now, details, onClose }: DetailsPaneProps) {
  const { key } = portal;
  const dialog = details.known.get(chatId);
  const { edits, saving, saver, change } = useNoteEdits(key, chatId, (saved) => details.put([[chatId, saved]]));
  const [opening, setOpening] = useState<DialogPaneProps['opening']>('none');
  useEffect(() => void details.look(chatId), [portal]);

  if (dialog === undefined) return null;
  if (dialog === null) return <GonePane onClose={onClose} />;
  const note = { ...dialog.note, ...edits };
  return (
    <DialogPane
      dialog={dialog}
      note={note}
      now={now}
      hasTaskProblem={!isTaskUrl(note.taskUrl)}
      link={dialogAddress(portal, dialog.dialogId)}
      saving={saving}
      opening={opening}
      onChange={change}
      onBlur={() => void saver.flush()}
      onSnooze={(choice) => change({ snoozedUntil: snoozeUntil(choice, now) })}
      onUnsnooze={() => change({ snoozedUntil: 0 })}
      onOpenDialog={() => void open(key, dialog.dialogId).then(setOpening)}
      onCopy={copyText}
      onClose={onClose}
    />
  );
}

/** Keeps what is typed beside what is stored until the pane closes, so that an older answer never takes it away. */
function useNoteEdits(key: string, chatId: number, onSaved: (saved: DialogDetails) => void) {
  const [edits, setEdits] = useState<Partial<DialogNote>>({});
  const [saving, setSaving] = useState<Saving | null>(null);
  const [saver] = useState(
    () =>
      new Saver<DialogNote>(async (changes) => {
        const { chatId: _id, changedAt: _at, snoozedAt: _snoozed, tags, ...rest } = changes;
        const wanted = tags ? { ...rest, tags: [...tags] } : rest;
        const saved = await ask<DialogDetails | null>({ type: 'note.changed', key, chatId, changes: wanted });
        if (saved) onSaved(saved);
        return saved !== null;
      }, setSaving),
  );
  useEffect(() => () => void saver.flush(), []);
  const change = (changes: Partial<DialogNote>) => {
    setEdits((known) => ({ ...known, ...changes }));
    // An address that is none stays in the field, and the last good one stays stored.
    const { taskUrl, ...rest } = changes;
    const isGood = taskUrl !== undefined && isTaskUrl(taskUrl);
    if (isGood || Object.keys(rest).length > 0) saver.change(isGood ? { ...rest, taskUrl } : rest);
  };
  return { edits, saving, saver, change };
}

/** Empty, or the address of a page. */
const isTaskUrl = (text: string): boolean => text === '' || (/^https?:\/\//i.test(text) && URL.canParse(text));

async function open(key: string, dialogId: string): Promise<DialogPaneProps['opening']> {
  try {
    const how = await ask<'inPage' | 'inTab' | null>({ type: 'dialog.wanted', key, dialogId });
    return how === null ? 'failed' : how === 'inTab' ? 'inTab' : 'none';
  } catch (error) {
    console.error('Latchdesk: a dialog could not be opened', error);
    return 'failed';
  }
}
