import type { AccessQuery } from './link-protocol.ts';

/** False when a reading has nothing to look at for requests of access. */
export const asksForSomething = ({ carriers, known, wantsCarriers, wantsNotifications }: AccessQuery): boolean =>
  carriers.length > 0 || known.length > 0 || wantsCarriers || wantsNotifications;
