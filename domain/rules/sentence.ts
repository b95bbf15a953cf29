/** A rule in plain words. */
import type { CountedTrigger, RulesMessages } from '../rules-text.ts';
import type { DraftAction, DraftCondition, DraftTrigger, RuleDraft } from './draft.ts';
import { FACTS } from './facts.ts';
import { isFactName } from './fits.ts';
import { timingOf } from './rhythm.ts';

/** Names of what a rule knows by its address or id only; null: it is not here. */
export interface RuleNames {
  portal: (origin: string) => string;
  destination: (id: string) => string | null;
}

type Words = Pick<RulesMessages, 'sentence' | 'fact' | 'allOf' | 'anyOf'>;

/** "When …, if …: do this and that." Null while a number is missing: nothing wrong is said. */
export function ruleSentence(words: Words, rule: RuleDraft, names: RuleNames): string | null {
  if (!hasAllNumbers(rule)) return null;
  const { sentence: say } = words;
  const { conditions, actions, workingHours, cooldown } = rule;
  const when = [`${triggerWords(words, rule.trigger)} ${portalWords(words, rule.portals, names)}`];
  const join = conditions.match === 'all' ? words.allOf : words.anyOf;
  if (conditions.list.length > 0)
    when.push(say.conditions(join(conditions.list.map((condition) => conditionWords(words, condition)))));
  const done = actions.map((action) => actionWords(words, action, names));
  const minutes = Number(cooldown.minutes);
  return [
    say.whole(when.join(', '), done.length > 0 ? words.allOf(done) : say.noActions),
    workingHours === 'any' ? '' : say.hours[workingHours],
    minutes > 0 ? say.cooldown[cooldown.per](minutes) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const NUMBER_OF: Readonly<Record<CountedTrigger, string>> = {
  'slots.reached': 'count',
  'answer.waits': 'hours',
  'access.requested': 'pendingHours',
  'access.ends': 'days',
  'access.overdue': 'repeatDays',
};
const isCounted = (kind: string): kind is CountedTrigger => Object.hasOwn(NUMBER_OF, kind);

/** The field that holds the trigger's number; null: it has none. */
export const numberFieldOf = (kind: string): string | null => (isCounted(kind) ? NUMBER_OF[kind] : null);

const isWhole = (value: unknown) => Number.isInteger(value);

function hasAllNumbers({ trigger, conditions, actions, cooldown }: RuleDraft): boolean {
  const field = numberFieldOf(trigger.kind);
  return (
    (field === null || isWhole(trigger[field])) &&
    isWhole(cooldown.minutes) &&
    conditions.list.every(({ fact, is, value }) => is === 'isKnown' || FACTS[fact] !== 'number' || isNumber(value)) &&
    actions.every(hasItsNumber)
  );
}

const isNumber = (value: unknown) => typeof value === 'number' && Number.isFinite(value);

const hasItsNumber = ({ kind, days, deadlineDays }: DraftAction): boolean =>
  (kind !== 'report' || isWhole(days)) && (kind !== 'task' || deadlineDays === null || isWhole(deadlineDays));

function triggerWords({ sentence: say }: Words, trigger: DraftTrigger): string {
  const { kind } = trigger;
  if (isCounted(kind)) return say.when[kind](Number(trigger[NUMBER_OF[kind]]));
  return kind === 'schedule' ? scheduleWords(say, trigger) : say.when[kind];
}

function scheduleWords(say: Words['sentence'], trigger: DraftTrigger): string {
  const cron = textOf(trigger.cron);
  const { rhythm, at, day } = timingOf(cron);
  const isOfDay = rhythm === 'week' || rhythm === 'month';
  const when = rhythm === 'own' ? say.rhythm.own(cron) : isOfDay ? say.rhythm[rhythm](day, at) : say.rhythm[rhythm](at);
  return say.inZone(when, textOf(trigger.timeZone));
}

function portalWords({ sentence: say, allOf }: Words, portals: RuleDraft['portals'], names: RuleNames): string {
  if (portals === 'all') return say.anyPortal;
  return portals.length > 0 ? say.onPortals(allOf(portals.map(names.portal)), portals.length) : say.noPortal;
}

/** One condition, as the sentence of its rule says it. */
export function conditionWords(
  { sentence: say, fact: facts }: Pick<Words, 'sentence' | 'fact'>,
  { fact, is, value }: DraftCondition,
): string {
  const name = facts[fact];
  const type = FACTS[fact];
  if (is === 'isKnown') return say.holds.isKnown(name);
  if (type === 'flag') return say.flag[(value === true) === (is !== 'differs') ? 'yes' : 'no'](name);
  const text = textOf(value);
  const shown = type === 'number' ? say.number(Number(value)) : text.trim() ? say.quoted(text) : say.noText;
  if (type === 'list' && (is === 'contains' || is === 'lacks')) return say.listHolds[is](name, shown);
  return say.holds[is](name, shown);
}

function actionWords(words: Words, action: DraftAction, names: RuleNames): string {
  const { action: say } = words.sentence;
  const named = (value: unknown) => titleWords(words, value);
  switch (action.kind) {
    case 'notify':
      return say.notify(named(action.title));
    case 'draft':
      return say.draft[action.place === 'dialog' ? 'dialog' : 'newDialog'](named(action.title));
    case 'alias':
    case 'tag':
    case 'note':
    case 'journal':
      return say[action.kind](named(action.text));
    case 'offer':
      return say.offer;
    case 'open':
      return say.open[textOf(action.place) as keyof typeof say.open] ?? say.open.drafts;
    case 'task':
      return taskWords(words, action, names);
    case 'webhook':
      return say.webhook(destinationWords(words, action.destination, names));
    case 'report':
      return say.report(Number(action.days));
  }
}

function taskWords(words: Words, { through, title, deadlineDays }: DraftAction, names: RuleNames): string {
  const { action: say } = words.sentence;
  const named = titleWords(words, title);
  const task =
    through === 'session' || through === 'form'
      ? say.task[through](named)
      : say.task.destination(named, destinationWords(words, through, names));
  return deadlineDays === null ? task : say.deadline(task, Number(deadlineDays));
}

function destinationWords({ sentence: say }: Words, id: unknown, names: RuleNames): string {
  const name = names.destination(textOf(id));
  return name === null ? say.someDestination : say.quoted(name);
}

/** Signs that a sentence shows of a text. */
const LONGEST_SHOWN = 80;

/** The beginning of a text in quotation marks, with the facts it names by their names. */
function titleWords({ sentence: say, fact: facts }: Words, value: unknown): string {
  const text = textOf(value).trim().replace(/\s+/g, ' ');
  if (text === '') return say.untitled;
  const named = text.replace(/\{([a-zA-Z.]{1,40})\}/g, (whole, name: string) =>
    isFactName(name) ? `[${facts[name]}]` : whole,
  );
  const signs = [...named];
  return say.quoted(signs.length > LONGEST_SHOWN ? `${signs.slice(0, LONGEST_SHOWN).join('')}…` : named);
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
