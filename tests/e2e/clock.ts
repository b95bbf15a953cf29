/** The clock of the background, which no person can move. */
import type { Workplace } from './workplace.ts';

/** Sets it so many ms from the real one, until the background ends. */
export async function moveClock(workplace: Workplace, by: number): Promise<void> {
  const worker = await workplace.worker();
  await worker.evaluate((ms) => {
    const scope = globalThis as unknown as { realNow?: () => number };
    scope.realNow ??= Date.now.bind(Date);
    const { realNow } = scope;
    Date.now = () => realNow() + ms;
  }, by);
}
