/** What people do with portals as a whole: add one, name and colour it, pause it, forget it. */
import type { AddedPortal } from '../../domain/portals/address.ts';
import type { WipeProof } from '../../domain/privacy.ts';
import type { Own } from '../own/own-protocol.ts';

export class PortalAdmin {
  add(_message: Own<'portal.added'>): Promise<AddedPortal> {
    throw new Error('not built yet');
  }

  change(_message: Own<'portal.changed'>): Promise<void> {
    throw new Error('not built yet');
  }

  remove(_origin: string): Promise<WipeProof> {
    throw new Error('not built yet');
  }

  wipeAll(): Promise<WipeProof> {
    throw new Error('not built yet');
  }
}
