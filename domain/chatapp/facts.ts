/** What is known of a portal where employees work with ChatApp; each fact carries where it came from. */

/**
 * Why a fact is not known. `insideChatApp`: only its own pages show it, and nobody has been asked yet; `outdated`: it was
 * told before a reinstall.
 */
export type Unread = 'insideChatApp' | 'outdated' | 'notRead' | 'refused' | 'notAvailable' | 'failed';

/** `at` in epoch ms; `by` is the name of the person who said it. */
export type Fact<T> =
  | { from: 'read'; value: T; at: number }
  | { from: 'entered'; value: T; at: number; by: string }
  | { from: 'nowhere'; why: Unread };

export type KnownFact<T> = Exclude<Fact<T>, { from: 'nowhere' }>;

/** True for a fact that was read or told. */
export const isKnown = <T>(fact: Fact<T>): fact is KnownFact<T> => fact.from !== 'nowhere';

/**
 * `integrator`: a partner's employee with wide rights. `installer`: may install applications, and is no administrator.
 * Whether ChatApp takes these two for administrators is not published.
 */
export type Standing = 'administrator' | 'integrator' | 'installer' | 'employee';

/** An active account. Who was dismissed is not in the list, and may still be in a queue or an access list. */
export interface Employee {
  id: string;
  name: string;
  /** Ids; empty for an account outside the structure. */
  departments: readonly string[];
  standing: Fact<Standing>;
  /** Has an account of their own in the ChatApp project, linked to this employee. */
  personalAccount: Fact<boolean>;
}

export interface Staff {
  employees: readonly Employee[];
  /** False while pages are missing; counts are "at least" then. */
  isWhole: boolean;
}

export interface Department {
  id: string;
  name: string;
  /** Id of the parent; null for the root. It may lead nowhere, or round in a circle. */
  parent: string | null;
  /** User id; null: none. */
  head: string | null;
}

/** One entry of the application's access list. */
export interface AccessEntry {
  code: string;
  name: string;
  /** Null when the portal does not know it any more: its own window drops such an entry with the next save. */
  provider: string | null;
}

/** A member of a line's queue as it was entered: a department counts as itself, not as its people. */
export interface QueueEntry {
  kind: 'user' | 'department';
  id: string;
}

export interface Line {
  id: string;
  name: string;
  isActive: boolean;
  /** As it was set, persons and departments. */
  queue: Fact<readonly QueueEntry[]>;
  /** User ids that the portal itself makes of the queue. */
  members: Fact<readonly string[]>;
  /** A channel of ChatApp is connected to it. */
  isConnected: Fact<boolean>;
  /** How it spreads conversations; null: not told. */
  order: 'evenly' | 'strictly' | 'all' | null;
}

/** How far a right reaches; own and department go by the line's queue. */
export type Reach = 'none' | 'own' | 'department' | 'any';

/** A role on Open Channels, as given to an access code. Null: the reach was not read. */
export interface RoleGrant {
  code: string;
  roleName: string;
  viewsLines: Reach | null;
  joins: Reach | null;
}

/** The three options of ChatApp Dialog. */
export type Option = 'password' | 'personal' | 'responsible';

/** What has to be there before personal accounts work; the fourth step is the option itself. */
export type Step = 'linked' | 'invited' | 'synchronised';

export interface ChatAppFacts {
  staff: Fact<Staff>;
  departments: Fact<readonly Department[]>;
  installation: Fact<'finished' | 'unfinished' | 'absent'>;
  /** Empty: everyone. */
  accessList: Fact<readonly AccessEntry[]>;
  lines: Fact<readonly Line[]>;
  roles: Fact<readonly RoleGrant[]>;
  options: Readonly<Record<Option, Fact<boolean>>>;
  steps: Readonly<Record<Step, Fact<boolean>>>;
  /** Epoch ms of the last installation that followed a removal; null: none is known. */
  reinstalledAt: number | null;
}

/** The employees of a portal, none while they could not be read. */
export const employeesOf = ({ staff }: ChatAppFacts): readonly Employee[] =>
  isKnown(staff) ? staff.value.employees : [];
