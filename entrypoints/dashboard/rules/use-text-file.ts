import { useState } from 'preact/hooks';
import { dayOf } from '../../../components/dashboard/report-period.ts';
import type { FileState } from '../../../components/rules/transfer/SaveButton.tsx';
import { download } from '../ask.ts';

/** Saves what the background has written as a JSON file. */
export function useTextFile(name: string): { file: FileState; save: (load: () => Promise<string | null>) => void } {
  const [file, setFile] = useState<FileState>('none');
  const save = async (load: () => Promise<string | null>) => {
    setFile('preparing');
    try {
      const text = await load();
      if (typeof text !== 'string') throw new Error('the background gave no file');
      download(`latchdesk-${name}-${dayOf(Date.now())}.json`, 'application/json', text);
      setFile('none');
    } catch (error) {
      console.error(`Latchdesk: the file of ${name} could not be made`, error);
      setFile('failed');
    }
  };
  return { file, save: (load) => void save(load) };
}
