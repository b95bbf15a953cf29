/**
 * What a rule may look at and name in its texts: a closed list. A fact that could not be read is null, and a condition
 * about it is neither met nor unmet.
 */

export type FactType = 'text' | 'number' | 'flag' | 'list' | 'time';

/** Times are ISO 8601 in UTC. */
export const FACTS = {
  'event.at': 'time',
  'portal.name': 'text',
  'portal.host': 'text',
  'slots.used': 'number',
  'slots.limit': 'number',
  'slots.free': 'number',
  'dialogs.waiting': 'number',
  'drafts.parked': 'number',
  'dialog.id': 'text',
  'dialog.name': 'text',
  'dialog.tags': 'list',
  'dialog.ticket': 'text',
  'dialog.isMain': 'flag',
  'dialog.unread': 'number',
  'dialog.waitsHours': 'number',
  'access.running': 'number',
  'access.pending': 'number',
  'access.overdue': 'number',
  'access.state': 'text',
  'access.requester': 'text',
  'access.ticket': 'text',
  'access.daysLeft': 'number',
  'access.endsAt': 'time',
  'access.isCertain': 'flag',
  'app.name': 'text',
  'app.code': 'text',
} as const satisfies Record<string, FactType>;

export type FactName = keyof typeof FACTS;
export type FactValue = string | number | boolean | readonly string[] | null;
export type Facts = Partial<Record<FactName, FactValue>>;

export const FACT_NAMES = Object.keys(FACTS) as FactName[];
