/** What there is in this browser, as far as a settings file is about it. */
import type { AccessRecord } from '../access/record.ts';
import type { ChipPlace } from '../chip.ts';
import type { DialogNote } from '../notes.ts';
import type { Preferences } from '../preferences.ts';
import type { Settings } from '../settings.ts';
import type { PortalLook } from './file.ts';

export interface PortalHere {
  key: string;
  /** Origin. */
  address: string;
  /** `/`, or the folder the portal lives in. */
  prefix: string;
  userId: string;
  settings: Settings;
  chip: ChipPlace;
  /** Null where the portal has no name or colour of its own. */
  look: PortalLook | null;
  notes: readonly DialogNote[];
  records: readonly AccessRecord[];
}

export interface Here {
  preferences: Preferences;
  portals: readonly PortalHere[];
}
