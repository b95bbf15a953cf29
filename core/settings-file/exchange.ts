/** Saves settings as a file and takes them from one. */
import type { ImportOutcome, ImportPreview } from '../../domain/settings-file/preview.ts';
import type { WrittenFile } from '../../domain/settings-file/write.ts';
import type { Own } from '../own/own-protocol.ts';

export class Exchange {
  write(_contents: Own<'export.wanted'>['contents']): Promise<WrittenFile> {
    throw new Error('not built yet');
  }

  plan(_message: Own<'import.planned'>): Promise<ImportPreview> {
    throw new Error('not built yet');
  }

  take(_message: Own<'import.taken'>): Promise<ImportOutcome> {
    throw new Error('not built yet');
  }
}
