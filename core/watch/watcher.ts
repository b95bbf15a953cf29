/** Reads portals that no tab shows, where somebody has asked for it. */
import type { Own } from '../own/own-protocol.ts';

export class Watcher {
  change(_message: Own<'watch.changed'>): Promise<void> {
    throw new Error('not built yet');
  }

  resume(_key: string): Promise<void> {
    throw new Error('not built yet');
  }
}
