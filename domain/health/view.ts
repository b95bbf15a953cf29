/** What a surface shows of a portal's health: one line a source, in ids. */
import type { PortalHealth, SourceError, SourceHealth, UnknownCommand } from './health.ts';
import { type Absence, type HealthSource, SOURCES } from './sources.ts';

/** `notSeen`: it has told nothing and failed in nothing yet; `old`: it worked, but too long ago to be sure. */
export type SourceState = 'ok' | 'old' | 'notSeen' | 'absent' | 'broken';

export interface SourceLine {
  source: HealthSource;
  state: SourceState;
  absence: Absence | null;
  okAt: number | null;
  brokenSince: number | null;
  lastError: SourceError | null;
  failures: number;
  malformed: number;
}

export interface HealthView {
  lines: readonly SourceLine[];
  unknownCommands: readonly UnknownCommand[];
  since: number | null;
  /** Sources that are broken. */
  broken: number;
  /** True when something wants a look: a broken source or a payload nobody understood. */
  isTroubled: boolean;
}

/** A source that is asked now and then is believed for a day. */
const OLD_AFTER = 24 * 3_600_000;

/** The health of a portal as it is shown at `now` (epoch ms). */
export function healthView(health: PortalHealth, now: number): HealthView {
  const lines = SOURCES.map((source) => lineOf(source, health.sources[source], now));
  const broken = lines.filter(({ state }) => state === 'broken').length;
  const { unknownCommands, since } = health;
  const isTroubled = broken > 0 || lines.some(({ malformed }) => malformed > 0);
  return { lines, unknownCommands, since: since === null ? null : Math.min(since, now), broken, isTroubled };
}

function lineOf(source: HealthSource, health: SourceHealth | undefined, now: number): SourceLine {
  // A clock that was put back must not show what is to come.
  const past = (at: number | null) => (at === null ? null : Math.min(at, now));
  const error = health?.lastError ?? null;
  return {
    source,
    state: stateOf(health, now),
    absence: health?.absence ?? null,
    okAt: past(health?.okAt ?? null),
    brokenSince: past(health?.brokenSince ?? null),
    lastError: error && { ...error, at: Math.min(error.at, now) },
    failures: health?.failures ?? 0,
    malformed: health?.malformed ?? 0,
  };
}

function stateOf(health: SourceHealth | undefined, now: number): SourceState {
  if (!health) return 'notSeen';
  if (health.state !== 'ok') return health.state;
  if (health.okAt === null) return 'notSeen';
  return now - health.okAt > OLD_AFTER ? 'old' : 'ok';
}
