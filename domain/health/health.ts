/**
 * How the sources of one portal are, worked out from what is told of them. Nothing here looks anywhere: whoever reads,
 * hears or parses says how it went, in the order in which it happened. Plain data, so that it can be stored.
 */
import { codeOrNothing, commandName } from './plain-codes.ts';
import type { Absence, HealthSource, SourceFailure } from './sources.ts';

export interface SourceHealth {
  state: 'ok' | 'absent' | 'broken';
  /** Set for `absent`. */
  absence: Absence | null;
  /** Epoch ms of the last time it told something; null: never. */
  okAt: number | null;
  /** Epoch ms of the first failure since then; null while it is not broken. */
  brokenSince: number | null;
  /** The last failure; it stays when the source has recovered. */
  lastError: SourceError | null;
  /** Failures one after another; 0 while it is not broken. */
  failures: number;
  /** Answers or events of a shape that nobody knows, since the count began. */
  malformed: number;
  /** Epoch ms of the last of them. */
  malformedAt: number | null;
}

export interface SourceError {
  at: number;
  failure: SourceFailure;
  /** A status or an error code of the portal; empty where it is neither. */
  code: string;
}

/** A command of the portal's live connection or of a bot's button that Latchdesk does not know. */
export interface UnknownCommand {
  name: string;
  count: number;
  firstAt: number;
  lastAt: number;
}

export interface PortalHealth {
  sources: Partial<Record<HealthSource, SourceHealth>>;
  unknownCommands: readonly UnknownCommand[];
  /** Epoch ms since which malformed payloads and unknown commands are counted; null: nothing was told yet. */
  since: number | null;
}

export type HealthEvent = {
  /** Epoch ms. */
  at: number;
} & (
  | { type: 'source.told'; source: HealthSource }
  | { type: 'source.failed'; source: HealthSource; failure: SourceFailure; detail: string }
  | { type: 'source.absent'; source: HealthSource; absence: Absence }
  | { type: 'payload.malformed'; source: HealthSource; count: number }
  | { type: 'command.unknown'; name: string }
  /** A person has seen the counts and wants to see only what is new. */
  | { type: 'counts.cleared' }
);

export const HEALTH_UNKNOWN: PortalHealth = { sources: {}, unknownCommands: [], since: null };

/** More names than that are noise, or somebody who makes them up. */
export const MOST_COMMANDS = 50;
/** A count that stands still says "at least". */
export const MOST_COUNTED = 1_000_000;

const NOT_SEEN: SourceHealth = {
  state: 'ok',
  absence: null,
  okAt: null,
  brokenSince: null,
  lastError: null,
  failures: 0,
  malformed: 0,
  malformedAt: null,
};

/** The health after something was told. */
export function healthAfter(health: PortalHealth, event: HealthEvent): PortalHealth {
  if (event.type === 'counts.cleared') return withoutCounts(health, event.at);
  const since = health.since ?? event.at;
  if (event.type === 'command.unknown') {
    return { ...health, since, unknownCommands: withCommand(health.unknownCommands, event.name, event.at) };
  }
  const before = health.sources[event.source];
  // An event that nobody understood does not mean that the source was ever seen to work.
  const after = sourceAfter(before ?? NOT_SEEN, event);
  return { ...health, since, sources: { ...health.sources, [event.source]: after } };
}

type SourceEvent = Extract<HealthEvent, { source: HealthSource }>;

function sourceAfter(health: SourceHealth, event: SourceEvent): SourceHealth {
  const { at } = event;
  switch (event.type) {
    case 'source.told':
      return { ...health, state: 'ok', absence: null, okAt: at, brokenSince: null, failures: 0 };
    case 'source.absent':
      return { ...health, state: 'absent', absence: event.absence, brokenSince: null, failures: 0 };
    case 'source.failed':
      return {
        ...health,
        state: 'broken',
        absence: null,
        brokenSince: health.brokenSince ?? at,
        failures: atMost(health.failures + 1),
        lastError: { at, failure: event.failure, code: codeOrNothing(event.detail) },
      };
    case 'payload.malformed':
      return { ...health, malformed: atMost(health.malformed + Math.max(0, event.count)), malformedAt: at };
  }
}

/** Names stay in the order of their first sight; one more than there is room for pushes out the one not seen longest. */
function withCommand(commands: readonly UnknownCommand[], text: string, at: number): readonly UnknownCommand[] {
  const name = commandName(text);
  const known = commands.find((command) => command.name === name);
  if (known) {
    const again = { ...known, count: atMost(known.count + 1), lastAt: at };
    return commands.map((command) => (command === known ? again : command));
  }
  const added = [...commands, { name, count: 1, firstAt: at, lastAt: at }];
  if (added.length <= MOST_COMMANDS) return added;
  const oldest = commands.reduce((one, other) => (other.lastAt < one.lastAt ? other : one));
  return added.filter((command) => command !== oldest);
}

function withoutCounts(health: PortalHealth, at: number): PortalHealth {
  const cleared = Object.entries(health.sources).map(([source, each]) => [
    source,
    { ...each, malformed: 0, malformedAt: null },
  ]);
  return { sources: Object.fromEntries(cleared), unknownCommands: [], since: at };
}

const atMost = (count: number): number => Math.min(MOST_COUNTED, Math.floor(count));
