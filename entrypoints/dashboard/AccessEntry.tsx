import { useSelector } from '@xstate/store-preact';
import { useState } from 'preact/hooks';
import { EntryForm } from '../../components/dashboard/access/EntryForm.tsx';
import { type EnteredAccess, entryOf, newEntry } from '../../components/dashboard/access/entry.ts';
import type { DialogChoice } from '../../components/dashboard/access/fields.tsx';
import type { SaveState } from '../../components/dashboard/access/SaveLine.tsx';
import { ask } from './ask.ts';
import { dashboardStore } from './dashboard-store.ts';

interface AccessEntryProps {
  portalKey: string;
  presetDays: number;
  now: number;
  dialogs: readonly DialogChoice[];
  onSaved: (id: string) => void;
  onClose: () => void;
}

async function enter(key: string, record: EnteredAccess): Promise<string | null> {
  try {
    return await ask<string | null>({ type: 'access.entered', key, record });
  } catch (error) {
    console.error('Latchdesk: an access could not be written down', error);
    return null;
  }
}

/** The form for a new record; what is typed stays when it is closed, and when saving fails. */
export function AccessEntry({ portalKey: key, presetDays, now, dialogs, onSaved, onClose }: AccessEntryProps) {
  const known = useSelector(dashboardStore, (snapshot) => snapshot.context.entries[key]);
  const [fresh] = useState(() => newEntry(crypto.randomUUID(), now, presetDays));
  const [state, setState] = useState<SaveState>('typing');
  const texts = known ?? fresh;
  const save = async () => {
    const record = entryOf(texts, Date.now());
    if (!record) return;
    setState('saving');
    const id = await enter(key, record);
    if (id === null) return setState('notSaved');
    dashboardStore.trigger.entryDone({ key });
    onSaved(id);
  };
  return (
    <EntryForm
      texts={texts}
      now={now}
      dialogs={dialogs}
      state={state}
      onChange={(changes) => {
        dashboardStore.trigger.entryTyped({ key, texts: { ...texts, ...changes } });
        setState('typing');
      }}
      onSave={() => void save()}
      onClose={onClose}
    />
  );
}
