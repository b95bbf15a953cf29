/** What is posted to a webhook. Its JSON Schema is `public/schemas/event.schema.json`. */
import { findSecrets, maskSecrets } from '../secrets.ts';
import { oneLine } from '../templates.ts';
import type { RuleEvent } from './event.ts';
import { FACT_NAMES, type Facts, type FactValue } from './facts.ts';
import type { Rule, TriggerKind } from './rule.ts';

/** Version of the body's shape; it grows when a field changes its meaning or goes. */
export const EVENT_SCHEMA = 1;

/** The key of the call is not in it: it stands in the headers. */
export interface EventBody {
  schema: typeof EVENT_SCHEMA;
  type: `latchdesk.${TriggerKind}`;
  /** ISO 8601 in UTC, as all times. */
  occurredAt: string;
  rule: Pick<Rule, 'id' | 'name' | 'version'>;
  portal: { host: string; name: string };
  /** What it is about, e.g. `chat:77`. */
  object: string;
  /** What could not be read is null. */
  facts: Facts;
  /** The rule's own words. */
  note: string;
  /** Sent because a person wanted to see it arrive; nothing has happened. */
  isTest: boolean;
}

export interface EventParts {
  event: RuleEvent;
  rule: Pick<Rule, 'id' | 'name' | 'version'>;
  portal: { host: string; label: string };
  note: string;
  isTest?: boolean;
}

const LONGEST_TEXT = 500;
const MOST_ENTRIES = 50;

/** Puts the body together; the same parts give the same text, letter by letter. */
export function eventBody({ event, rule, portal, note, isTest = false }: EventParts): EventBody {
  return {
    schema: EVENT_SCHEMA,
    type: `latchdesk.${event.kind}`,
    occurredAt: new Date(event.at).toISOString(),
    rule: { id: rule.id, name: plain(rule.name), version: rule.version },
    portal: { host: portal.host, name: plain(portal.label) },
    object: plain(event.object),
    facts: factsOf(event.facts),
    note,
    isTest,
  };
}

/** Only facts of the list, in its order: an object keeps the order in which somebody happened to fill it. */
function factsOf(facts: Facts): Facts {
  const known = FACT_NAMES.filter((name) => facts[name] !== undefined);
  return Object.fromEntries(known.map((name) => [name, sentValue(facts[name] ?? null)]));
}

function sentValue(value: FactValue): FactValue {
  if (typeof value === 'string') return plain(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  return Array.isArray(value) ? value.slice(0, MOST_ENTRIES).map((entry) => plain(String(entry))) : value;
}

/** Without control characters and without what nobody should send. */
function plain(text: string): string {
  const readable = oneLine(text.slice(0, LONGEST_TEXT * 4));
  return maskSecrets(readable, findSecrets(readable)).slice(0, LONGEST_TEXT).toWellFormed();
}
