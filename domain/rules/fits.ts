/** What goes together: operators with facts, facts and actions with what starts a rule. */
import { FACT_NAMES, FACTS, type FactName, type FactType } from './facts.ts';
import type { Action, Operator, TriggerKind } from './rule.ts';

/** In the order in which they are offered. */
export const OPERATORS_OF: Readonly<Record<FactType, readonly Operator[]>> = {
  text: ['equals', 'differs', 'contains', 'lacks', 'isKnown'],
  number: ['atLeast', 'atMost', 'equals', 'differs', 'isKnown'],
  flag: ['equals', 'differs', 'isKnown'],
  list: ['contains', 'lacks', 'isKnown'],
  time: ['atLeast', 'atMost', 'isKnown'],
};

/** What a value is, that a fact of this type is compared with; a time is ISO 8601, a list is asked for one entry. */
export const VALUE_TYPE_OF = {
  text: 'string',
  number: 'number',
  flag: 'boolean',
  list: 'string',
  time: 'string',
} as const satisfies Record<FactType, 'string' | 'number' | 'boolean'>;

/** What an event may be about, besides its portal. */
export type Subject = 'dialog' | 'access' | 'app';

/** Requests come in a dialog; where nobody knows in which, its facts are not known. */
const OF_ACCESS: readonly Subject[] = ['access', 'dialog'];

const SUBJECT_OF: Readonly<Partial<Record<TriggerKind, readonly Subject[]>>> = {
  'dialog.opened': ['dialog'],
  'dialog.closed': ['dialog'],
  'dialog.renamed': ['dialog'],
  'support.answered': ['dialog'],
  'answer.waits': ['dialog'],
  'message.refused': ['dialog'],
  'access.requested': OF_ACCESS,
  'access.granted': OF_ACCESS,
  'access.ends': OF_ACCESS,
  'access.overdue': OF_ACCESS,
  'access.revoked': OF_ACCESS,
  'access.declined': OF_ACCESS,
  'access.ticketClosed': OF_ACCESS,
  'wipe.attempted': ['app'],
  'reinstall.finished': ['app'],
  'reinstall.stopped': ['app'],
  'appAccess.emptied': ['app'],
};

/** Numbers of the whole portal, although they are named like those of one access. */
const OF_PORTAL: readonly FactName[] = ['access.running', 'access.pending', 'access.overdue'];

/** True when such events are about something of this kind. */
export const isAbout = (trigger: TriggerKind, subject: Subject): boolean =>
  SUBJECT_OF[trigger]?.includes(subject) ?? false;

/** What has to be there for the fact to be known; null: the portal is enough. */
function subjectOfFact(fact: FactName): Subject | null {
  if (OF_PORTAL.includes(fact)) return null;
  const [subject] = fact.split('.');
  return subject === 'dialog' || subject === 'access' || subject === 'app' ? subject : null;
}

export const isFactOf = (trigger: TriggerKind, fact: FactName): boolean => {
  const subject = subjectOfFact(fact);
  return subject === null || isAbout(trigger, subject);
};

/** The facts that conditions and texts of a rule with this trigger may name. */
export const factsOf = (trigger: TriggerKind): FactName[] => FACT_NAMES.filter((fact) => isFactOf(trigger, fact));

export const isFactName = (name: string): name is FactName => Object.hasOwn(FACTS, name);

/** True for an action that is done to the dialog of the event. */
export function needsDialog(action: Action): boolean {
  if (action.kind === 'draft' || action.kind === 'open') return action.place === 'dialog';
  return action.kind === 'alias' || action.kind === 'tag' || action.kind === 'note';
}
