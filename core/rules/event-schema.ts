/** The shape of what is posted to webhooks. The JSON Schema in `public/schemas` is made from it: `node scripts/schemas.mjs`. */
import * as v from 'valibot';
import { EVENT_SCHEMA } from '../../domain/rules/event-body.ts';
import { FACT_NAMES, FACTS, type FactType } from '../../domain/rules/facts.ts';
import { TRIGGER_KINDS, type TriggerKind } from '../../domain/rules/rule.ts';

const text = (description: string) => v.pipe(v.string(), v.description(description));
/** ISO 8601 in UTC, as JavaScript writes it. */
const Time = v.pipe(v.string(), v.isoTimestamp());

const VALUES: Record<FactType, v.GenericSchema> = {
  text: v.string(),
  number: v.number(),
  flag: v.boolean(),
  list: v.array(v.string()),
  time: Time,
};

const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, v.optional(v.nullable(VALUES[FACTS[name]]))]));

const TYPES = TRIGGER_KINDS.map((kind): `latchdesk.${TriggerKind}` => `latchdesk.${kind}`);

/** A receiver that is built on it has to let further fields in: they may come within one version. */
export const EventSchema = v.pipe(
  v.object({
    schema: v.pipe(v.literal(EVENT_SCHEMA), v.description('Grows when a field changes its meaning or goes.')),
    type: v.picklist(TYPES),
    occurredAt: v.pipe(Time, v.description('When it happened, in UTC; the call may come later.')),
    rule: v.object({ id: v.string(), name: v.string(), version: v.pipe(v.number(), v.integer()) }),
    portal: v.object({ host: v.string(), name: text('As the user calls it.') }),
    object: text('What it is about, e.g. chat:77.'),
    facts: v.pipe(
      v.object(facts),
      v.description('What could not be read is null; what does not belong to it is left out.'),
    ),
    note: text('The words of the rule, filled in.'),
    isTest: v.pipe(v.boolean(), v.description('An example that a person has asked for; nothing has happened.')),
  }),
  v.description('What a rule posts to a webhook. Secrets in texts are replaced by dots.'),
);
