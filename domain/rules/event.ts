/** Something that has happened and may start rules. */
import type { Facts } from './facts.ts';
import type { TriggerKind } from './rule.ts';

export interface RuleEvent {
  /** Its identity: `eventId` of the other fields. The same event has the same one wherever and whenever it is noticed. */
  id: string;
  kind: TriggerKind;
  /** Key of the portal (`${origin}|${userId}`). */
  portal: string;
  /** What it is about, e.g. `chat:77`, `record:…`, `run:…`, `slots`, `portal`. */
  object: string;
  /** Tells one event about an object from the next, e.g. the number of its journal entry or `since:1700000000000`. */
  version: string;
  /** Epoch ms. */
  at: number;
  facts: Facts;
  /** Of `slots.reached`: the number of open dialogs before. */
  from?: number;
}

export const eventId = ({
  portal,
  kind,
  object,
  version,
}: Pick<RuleEvent, 'portal' | 'kind' | 'object' | 'version'>): string => [portal, kind, object, version].join(' ');
