/** The words of the dashboard's first page; every language has to supply them. */

/** What the three numbers count. */
const OVERVIEW_TOTALS = ['requests', 'grants', 'dialogs'] as const;
export type OverviewTotal = (typeof OVERVIEW_TOTALS)[number];

/** Columns of the table of portals. */
export const PORTAL_COLUMNS = ['portal', 'slots', 'access', 'watch', 'age'] as const;
export type PortalColumn = (typeof PORTAL_COLUMNS)[number];

/** Columns of exported portals. */
export const PORTAL_EXPORT_COLUMNS = [
  'portal',
  'address',
  'user',
  'colour',
  'state',
  'open',
  'limit',
  'slotsSource',
  'slotsAt',
  'requests',
  'grants',
  'overdue',
  'accessAt',
  'watch',
] as const;
export type PortalExportColumn = (typeof PORTAL_EXPORT_COLUMNS)[number];

export interface OverviewMessages {
  lead: (portals: number) => string;
  /** Everything rests until nine tomorrow morning. */
  rest: string;
  restHint: string;
  resting: (count: number, until: string) => string;
  restingNothing: (until: string) => string;
  wake: string;
  restFailed: string;
  openFailed: string;
  numbers: string;
  total: Record<OverviewTotal, string>;
  /** Where each number comes from. */
  source: Record<OverviewTotal, string>;
  overdue: (count: number) => string;
  noneOverdue: string;
  fullPortals: (count: number) => string;
  noneFull: string;
  noneWaits: string;
  /** How long the oldest of them has waited. */
  waitsSince: (age: string) => string;
  readOf: (read: number, total: number) => string;
  oldest: (age: string) => string;
  notReadWhy: string;
  portals: string;
  search: string;
  searchHint: string;
  shown: (shown: number, total: number) => string;
  noneFound: string;
  column: Record<PortalColumn | PortalExportColumn, string>;
  user: (id: string) => string;
  pending: (count: number) => string;
  running: (count: number) => string;
  overdueShort: (count: number) => string;
  noAccess: string;
  neverLooked: string;
  notOpened: string;
  neverRead: string;
  openDialogs: (name: string) => string;
  none: { title: string; text: string };
  begin: string;
  managePortals: string;
}
