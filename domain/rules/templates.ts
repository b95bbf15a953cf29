/** Rules that are ready to be tried: what they do stands here, their words come from the locale. */
import { RULE_SCHEMA, type Rule } from './rule.ts';

/** Texts may name the facts that the comment lists, in braces. */
export interface TemplateWords {
  /** `dialog.name`, `dialog.waitsHours`, `dialog.ticket`, `portal.name` */
  answerWaits: { name: string; title: string; text: string };
  /** A task. `access.requester`, `access.endsAt`, `access.ticket`, `portal.name` */
  accessEnds: { name: string; title: string; text: string };
  slotFree: { name: string };
  /** `access.requester`, `access.ticket`, `portal.name` */
  requestPending: { name: string; title: string; text: string };
  /** `access.requester`, `access.endsAt`, `access.ticket`, `portal.name` */
  accessOverdue: { name: string; title: string; text: string };
  /** What the receiver is told besides the event. `app.name`, `app.code`, `portal.name` */
  wipeAttempted: { name: string; note: string };
  /** A task with a list of things to check. `app.name`, `app.code`, `portal.name` */
  reinstalled: { name: string; title: string; text: string };
  weeklyReport: { name: string };
}

export type TemplateId = keyof TemplateWords;

/** What is left out: the template's own id, and the time zone of this computer. */
export interface TemplatePlace {
  id?: string;
  timeZone?: string;
}

export interface RuleTemplate {
  id: TemplateId;
  /** A draft of a rule: that of `wipeAttempted` becomes one when its destination is chosen. */
  make: (words: TemplateWords, place?: TemplatePlace) => Rule;
}

type Own = Pick<Rule, 'trigger' | 'actions'> & Partial<Pick<Rule, 'conditions' | 'workingHours' | 'cooldown'>>;

const template = <Id extends TemplateId>(
  id: Id,
  ownOf: (words: TemplateWords[Id], timeZone: string) => Own,
): RuleTemplate => ({
  id,
  make: (words, place = {}) => ({
    schema: RULE_SCHEMA,
    id: place.id ?? id,
    name: words[id].name,
    version: 1,
    portals: 'all',
    conditions: { match: 'all', list: [] },
    cooldown: { minutes: 0, per: 'rule' },
    workingHours: 'any',
    mode: 'single',
    caps: { runsPerHour: 10 },
    ...ownOf(words[id], place.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone),
  }),
});

/** In the order in which they are offered. */
export const TEMPLATES: readonly RuleTemplate[] = [
  template('answerWaits', ({ title, text }) => ({
    trigger: { kind: 'answer.waits', hours: 24 },
    actions: [{ kind: 'notify', title, text }],
    workingHours: 'later',
  })),
  template('accessEnds', ({ title, text }) => ({
    trigger: { kind: 'access.ends', days: 2 },
    actions: [{ kind: 'task', through: 'session', title, text, deadlineDays: 2 }],
  })),
  template('slotFree', () => ({
    trigger: { kind: 'slots.freed' },
    conditions: { match: 'all', list: [{ fact: 'drafts.parked', is: 'atLeast', value: 1 }] },
    actions: [{ kind: 'offer' }],
  })),
  template('requestPending', ({ title, text }) => ({
    trigger: { kind: 'access.requested', pendingHours: 4 },
    actions: [{ kind: 'notify', title, text }],
  })),
  template('accessOverdue', ({ title, text }) => ({
    trigger: { kind: 'access.overdue', repeatDays: 1 },
    actions: [{ kind: 'notify', title, text }],
  })),
  template('wipeAttempted', ({ note }) => ({
    trigger: { kind: 'wipe.attempted' },
    // Chosen by the user: nothing is sent to where nobody has agreed to.
    actions: [{ kind: 'webhook', destination: '', note }],
  })),
  template('reinstalled', ({ title, text }) => ({
    trigger: { kind: 'reinstall.finished' },
    actions: [{ kind: 'task', through: 'session', title, text, deadlineDays: 1 }],
  })),
  template('weeklyReport', (_, timeZone) => ({
    trigger: { kind: 'schedule', cron: '0 9 * * 1', timeZone },
    actions: [{ kind: 'report', days: 7 }],
  })),
];
