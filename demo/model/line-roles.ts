/** Roles on Open Channels: they hold for all lines at once. */
import { STAFF_WORDS } from './staff-names.ts';
import type { PortalState } from './state.ts';

export type Reach = 'none' | 'own' | 'department' | 'any';

/** Viewing lines, changing them, joining conversations; in this order. */
const RIGHTS: Record<string, readonly [Reach, Reach, Reach]> = {
  administrator: ['any', 'any', 'any'],
  chief: ['any', 'department', 'department'],
  manager: ['any', 'none', 'own'],
};

export interface LineRole {
  id: number;
  key: string;
  name: string;
  rights: readonly [Reach, Reach, Reach];
}

/** The roles of a portal: the three that all have, and whatever else is given to somebody. */
export function lineRoles({ staff, scenario }: PortalState): LineRole[] {
  const words = STAFF_WORDS[scenario.user.language].roles;
  const keys = [...new Set([...Object.keys(RIGHTS), ...staff.roles.map(({ role }) => role)])];
  return keys.map((key, n) => {
    return { id: n + 1, key, name: words[key] ?? key, rights: RIGHTS[key] ?? ['own', 'none', 'own'] };
  });
}
