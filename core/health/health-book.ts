/** How the sources of each portal are, told by whoever reads, hears or parses; kept in the database. */
import type { HealthView } from '../../domain/health/view.ts';

export class HealthBook {
  view(_key: string): Promise<HealthView> {
    throw new Error('not built yet');
  }

  clear(_key: string): Promise<void> {
    throw new Error('not built yet');
  }

  diagnostics(): Promise<string> {
    throw new Error('not built yet');
  }
}
