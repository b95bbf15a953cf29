/** The shape of a rule, field by field. The JSON Schema in `public/schemas` is made from it: `node scripts/schemas.mjs`. */
import * as v from 'valibot';
import { FACT_NAMES } from '../../domain/rules/facts.ts';
import { LONGEST, MOST_ORIGINS, RANGES } from '../../domain/rules/limits.ts';
import {
  MOST_ACTIONS,
  MOST_CONDITIONS,
  MOST_RUNS_PER_HOUR,
  OPEN_PLACES,
  OPERATORS,
  PLAIN_TRIGGERS,
  RULE_SCHEMA,
  type Rule,
} from '../../domain/rules/rule.ts';

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
/** Something has to stand in it. */
const filled = (longest: number) => v.pipe(v.string(), v.regex(/\S/), v.maxLength(longest));
const whole = ([from, upTo]: readonly [number, number]) =>
  v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(upTo));
const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]+$/), v.maxLength(LONGEST.id));
const Destination = v.pipe(Id, v.description('Id of a destination that is set up in Latchdesk.'));
/** An origin as the browser writes one; what else an address may have is looked at in `check-rule.ts`. */
const Origin = v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/?#@\\]+$/), v.maxLength(LONGEST.origin));

const Trigger = v.variant('kind', [
  v.strictObject({ kind: v.picklist(PLAIN_TRIGGERS) }),
  v.strictObject({ kind: v.literal('slots.reached'), count: whole(RANGES.count) }),
  v.strictObject({ kind: v.literal('answer.waits'), hours: whole(RANGES.hours) }),
  v.strictObject({ kind: v.literal('access.requested'), pendingHours: whole(RANGES.pendingHours) }),
  v.strictObject({ kind: v.literal('access.ends'), days: whole(RANGES.days) }),
  v.strictObject({ kind: v.literal('access.overdue'), repeatDays: whole(RANGES.repeatDays) }),
  v.strictObject({
    kind: v.literal('schedule'),
    cron: v.pipe(filled(LONGEST.cron), v.description('Five cron fields; not more often than every five minutes.')),
    timeZone: v.pipe(filled(LONGEST.timeZone), v.description('A name of the IANA time zone database.')),
  }),
]);

const Condition = v.strictObject({
  fact: v.picklist(FACT_NAMES),
  is: v.picklist(OPERATORS),
  value: v.exactOptional(
    v.union([filled(LONGEST.value), v.pipe(v.number(), v.minValue(-1e12), v.maxValue(1e12)), v.boolean()]),
  ),
});

const Action = v.variant('kind', [
  v.strictObject({ kind: v.literal('notify'), title: filled(LONGEST.title), text: text(LONGEST.text) }),
  v.strictObject({
    kind: v.literal('draft'),
    place: v.picklist(['dialog', 'newDialog']),
    title: text(LONGEST.title),
    text: filled(LONGEST.text),
  }),
  v.strictObject({ kind: v.literal('alias'), text: filled(LONGEST.alias) }),
  v.strictObject({ kind: v.literal('tag'), text: filled(LONGEST.tag) }),
  v.strictObject({ kind: v.literal('note'), text: filled(LONGEST.text) }),
  v.strictObject({ kind: v.literal('journal'), text: filled(LONGEST.journal) }),
  v.strictObject({ kind: v.literal('offer') }),
  v.strictObject({ kind: v.literal('open'), place: v.picklist(OPEN_PLACES) }),
  v.strictObject({
    kind: v.literal('task'),
    through: v.pipe(Id, v.description('"session", "form", or the id of a destination of the kind "portal".')),
    title: filled(LONGEST.title),
    text: text(LONGEST.text),
    deadlineDays: v.nullable(whole(RANGES.deadlineDays)),
  }),
  v.strictObject({ kind: v.literal('webhook'), destination: Destination, note: text(LONGEST.text) }),
  v.strictObject({ kind: v.literal('report'), days: whole(RANGES.days) }),
]);

export const RuleSchema: v.GenericSchema<unknown, Rule> = v.strictObject({
  schema: v.literal(RULE_SCHEMA),
  id: Id,
  name: filled(LONGEST.name),
  version: whole(RANGES.version),
  portals: v.union([v.literal('all'), v.pipe(v.array(Origin), v.minLength(1), v.maxLength(MOST_ORIGINS))]),
  trigger: Trigger,
  conditions: v.strictObject({
    match: v.picklist(['all', 'any']),
    list: v.pipe(v.array(Condition), v.maxLength(MOST_CONDITIONS)),
  }),
  actions: v.pipe(v.array(Action), v.minLength(1), v.maxLength(MOST_ACTIONS)),
  cooldown: v.strictObject({ minutes: whole(RANGES.minutes), per: v.picklist(['rule', 'object']) }),
  workingHours: v.picklist(['any', 'only', 'later']),
  mode: v.literal('single'),
  caps: v.strictObject({ runsPerHour: whole([1, MOST_RUNS_PER_HOUR]) }),
});
