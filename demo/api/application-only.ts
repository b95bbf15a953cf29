/** Methods that are there for applications alone: a page's session is turned away. */
import type { Method } from './methods.ts';

const NO_CONTEXT: Method = () => ({
  error: { code: 'ACCESS_DENIED', message: 'Access denied! Application context required', status: 403 },
});

const WRONG_TYPE: Method = () => ({
  error: { code: 'WRONG_AUTH_TYPE', message: 'Current authorization type is denied for this method', status: 403 },
});

/** The refusal of a method that only applications may call; nothing for any other. */
export function refusalFor(name: string): Method | undefined {
  if (/^imconnector\./i.test(name)) return WRONG_TYPE;
  return /^(?:placement|event)\.|^app\.info$/i.test(name) ? NO_CONTEXT : undefined;
}
