/** The real world outside of rules. */
import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import { remember, rememberedValue } from '../../platform/session-memory.ts';
import { type Outside, PATIENCE } from './outside.ts';

const Manner = v.object({ rest: v.picklist([2, 3]), knowsKeys: v.boolean() });

const nameOf = (origin: string): string => `tasks ${origin}`;

export const browserOutside: Outside = {
  now: () => Date.now(),
  isOnline: () => navigator.onLine,
  isAllowed: (pattern) => browser.permissions.contains({ origins: [pattern] }),
  fetch: (address, init) => fetch(address, init),
  patience: PATIENCE,
  taskManner: async (origin) => {
    const manner = v.safeParse(Manner, await rememberedValue(nameOf(origin)));
    return manner.success ? manner.output : undefined;
  },
  keepTaskManner: (origin, manner) => remember(nameOf(origin), manner),
};
