/** Tries each reader of a portal, one after another. */
import type { SelfTestRun } from '../../domain/health/self-test.ts';

export class SelfTests {
  begin(_key: string): Promise<SelfTestRun> {
    throw new Error('not built yet');
  }

  last(_key: string): SelfTestRun | null {
    throw new Error('not built yet');
  }
}
