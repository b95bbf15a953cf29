import { useState } from 'preact/hooks';
import { dayOf } from '../../components/dashboard/report-period.ts';
import type {
  FilePortalChoice,
  SaveChoices,
  SaveFilePartProps,
  SaveState,
} from '../../components/dashboard/settings/SaveFilePart.tsx';
import type { WrittenFile } from '../../domain/settings-file/write.ts';
import { FILE_PARTS } from '../../domain/settings-text.ts';
import { ask, download } from './ask.ts';

/** Saves settings as a file; all of them until somebody chooses otherwise. */
export function useSaveFile(portals: readonly FilePortalChoice[]): SaveFilePartProps {
  const [chosen, setChosen] = useState<SaveChoices | null>(null);
  const [state, setState] = useState<SaveState>('none');
  const choices = chosen ?? { parts: FILE_PARTS, portals: portals.map(({ key }) => key), isForOthers: false };

  const save = async () => {
    const contents = contentsOf(choices);
    if (!contents.hasPreferences && contents.portals.length === 0) return setState('nothing');
    setState('preparing');
    try {
      const { text, masked, isTooLarge } = await ask<WrittenFile>({ type: 'export.wanted', contents });
      if (isTooLarge) return setState('tooLarge');
      download(`latchdesk-settings-${dayOf(Date.now())}.json`, 'application/json', text);
      setState({ masked });
    } catch (error) {
      console.error('Latchdesk: a settings file could not be made', error);
      setState('failed');
    }
  };
  return {
    portals,
    choices,
    state,
    onChoose: (next) => {
      setChosen(next);
      setState('none');
    },
    onSave: () => void save(),
  };
}

function contentsOf({ parts, portals, isForOthers }: SaveChoices) {
  const has = (part: (typeof FILE_PARTS)[number]) => parts.includes(part);
  return {
    portals: has('settings') || has('notes') || has('register') ? [...portals] : [],
    hasPreferences: has('preferences'),
    hasSettings: has('settings'),
    hasNotes: has('notes') && !isForOthers,
    hasRegister: has('register') && !isForOthers,
    hasUsers: !isForOthers,
  };
}
