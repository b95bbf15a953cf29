/** Notifications, which no page shows: what the browser was asked to show is noted in the background. */
import type { Workplace } from './workplace.ts';

export interface Shown {
  id: string;
  title: string;
  message: string;
}

/** Notes them from now on, until the background ends; they are shown all the same. */
export async function noteNotifications(workplace: Workplace): Promise<void> {
  const worker = await workplace.worker();
  await worker.evaluate(() => {
    const scope = globalThis as unknown as {
      shown?: Shown[];
      chrome: { notifications: { create: (id: string, options: Shown, ...rest: unknown[]) => unknown } };
    };
    if (scope.shown) return;
    const shown: Shown[] = [];
    scope.shown = shown;
    const { notifications } = scope.chrome;
    const create = notifications.create.bind(notifications);
    notifications.create = (id, options, ...rest) => {
      shown.push({ id, title: options.title, message: options.message });
      return create(id, options, ...rest);
    };
  });
}

/** What was shown since then because of a rule, the oldest first. */
export async function shownByRules(workplace: Workplace): Promise<Shown[]> {
  const worker = await workplace.worker();
  const shown = await worker.evaluate(() => (globalThis as unknown as { shown?: Shown[] }).shown ?? []);
  return shown.filter(({ id }) => id.startsWith('rule|'));
}
