/** What is known of an application on a portal at one moment, so that two moments can be compared. */
import type { AccessEntry, Line, QueueEntry } from '../chatapp/facts.ts';
import type { Source } from '../source.ts';

/** Why a part is not known. `notShown`: no page that shows it was open. `refused`: the portal said no. */
export type NotReadReason = 'notShown' | 'refused' | 'failed' | 'unexpectedShape';

/** A part of the record with where it came from and when (epoch ms), or why nobody knows. Never an empty guess. */
export type Part<T> =
  | { state: 'read'; value: T; source: Source; at: number }
  | { state: 'notRead'; reason: NotReadReason };

export type QueueOrder = NonNullable<Line['order']>;

/** An Open Channel. */
export interface LineRecord {
  id: string;
  name: string;
  isActive: boolean;
  /** Null where the portal did not tell. */
  order: QueueOrder | null;
  queue: readonly QueueEntry[];
}

/** A tab of the application in a CRM card; its number is another one after every reinstall. */
export interface TabRecord {
  placementId: number;
  /** As the portal shows it: users may have renamed it, and it may be cut short. */
  title: string;
  isHidden: boolean;
}

/** The application's tabs in the cards of one type, such as `deal`. */
export interface CardTabs {
  card: string;
  tabs: Part<TabRecord[]>;
}

/** A tile of the Contact Center. */
export interface TileRecord {
  connectorId: string;
  title: string;
}

/** An application before or after a reinstall. */
export interface AppRecord {
  /** Epoch ms. */
  takenAt: number;
  /** Its code in the Market. */
  code: string;
  name: string;
  /** Its number on this portal; null when no page told it. */
  appId: number | null;
  /** Empty: everyone. */
  access: Part<AccessEntry[]>;
  lines: Part<LineRecord[]>;
  /** One entry for each type of card that was looked at. */
  tabs: CardTabs[];
  tiles: Part<TileRecord[]>;
}

/** What no page and no call shows anybody but the application itself; it can only be tried out. */
export const NEVER_READ = ['robots', 'connectorsOfLines', 'optionsInside'] as const;
export type NeverRead = (typeof NEVER_READ)[number];

/** Numbers of all tabs in the cards that could be read. */
export const placementIdsOf = ({ tabs }: Pick<AppRecord, 'tabs'>): number[] =>
  tabs.flatMap(({ tabs: part }) => (part.state === 'read' ? part.value.map(({ placementId }) => placementId) : []));
