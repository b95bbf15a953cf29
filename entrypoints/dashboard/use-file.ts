import { useState } from 'preact/hooks';
import type { FileButtonsProps, FileKind } from '../../components/dashboard/FileButtons.tsx';
import { dayOf } from '../../components/dashboard/report-period.ts';
import { type CsvCell, toCsv } from '../../domain/csv.ts';
import type { Section } from '../../domain/dashboard-text.ts';
import { download } from './ask.ts';

/** What a file holds, in either form. */
interface Contents {
  columns: readonly { name: string }[];
  cells: readonly (readonly CsvCell[])[];
  plain: unknown;
}

interface FileOptions {
  section: Section;
  host: string;
  language: string;
  contents: () => Contents | Promise<Contents>;
}

/** Saves a section's contents as a file. */
export function useFile({ section, host, language, contents }: FileOptions): FileButtonsProps {
  const [file, setFile] = useState<FileButtonsProps['file']>('none');
  const save = async (kind: FileKind) => {
    setFile('preparing');
    try {
      const { columns, cells, plain } = await contents();
      const name = `latchdesk-${section}-${host.replace(/[^\w.-]/g, '-')}-${dayOf(Date.now())}.${kind}`;
      // Excel in Russian splits on the semicolon, since the comma is its decimal sign.
      if (kind === 'csv') download(name, 'text/csv', toCsv(columns, cells, language === 'ru' ? ';' : ','));
      else download(name, 'application/json', `${JSON.stringify(plain, null, 2)}\n`);
      setFile('none');
    } catch (error) {
      console.error('Latchdesk: a file could not be made', error);
      setFile('failed');
    }
  };
  return { file, onSave: (kind) => void save(kind) };
}
