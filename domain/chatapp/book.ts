/** What is kept of whom ChatApp serves on one portal: what a reading told, what people said, and when. */

import type { Difference } from '../market/compare.ts';
import type { ReinstallRun } from '../market/reinstall.ts';
import type { AccessEntry, ChatAppFacts, Department, Employee, Fact, Line, Option, Reach, RoleGrant } from './facts.ts';
import type { AccountStep, StepFacts } from './personal-steps.ts';

export const MOST_EMPLOYEES = 20_000;
export const MOST_DEPARTMENTS = 2_000;

/** An employee as the portal lists them; who is an administrator comes apart. */
export type ListedEmployee = Pick<Employee, 'id' | 'name' | 'departments'>;

/** What one reading through a tab told; each part with its time, or why there is none. */
export interface ChatAppReading {
  /** Epoch ms. */
  startedAt: number;
  me: { id: string; name: string; isAdministrator: boolean | null };
  staff: Fact<{ employees: readonly ListedEmployee[]; isWhole: boolean }>;
  /** User ids of the portal's administrators. */
  administrators: Fact<readonly string[]>;
  departments: Fact<readonly Department[]>;
  accessList: Fact<readonly AccessEntry[]>;
  lines: Fact<readonly Line[]>;
  roles: Fact<readonly RoleGrant[]>;
}

export const READING_PARTS = ['staff', 'departments', 'accessList', 'lines', 'roles'] as const;
export type ReadingPart = (typeof READING_PARTS)[number];

/** What a person told of an option; null: that they do not know after all. */
export interface OptionAnswer {
  option: Option;
  value: boolean | null;
  /** Epoch ms. */
  at: number;
  /** Name of the administrator. */
  by: string;
}

/** Who has an account of their own in ChatApp: all but these. */
export interface AccountsTold {
  without: readonly string[];
  /** Highest user id on the list when it was said: about whoever came later nobody has said anything. */
  newest: number;
  at: number;
  by: string;
}

/** How far a right of a role reaches: the portal shows it on a page that nobody has read so far. */
export interface RoleReach {
  /** Name of the role as the portal shows it. */
  role: string;
  right: 'viewsLines' | 'joins';
  reach: Reach;
  at: number;
  by: string;
}

/** More roles than that are nobody's portal. */
export const MOST_REACHES = 200;

/** The stored form. */
export interface ChatAppRecord {
  reading: ChatAppReading | null;
  options: Readonly<Record<Option, Fact<boolean>>>;
  /** Every answer that was given, the newest last, cut to `MOST_ANSWERS`. */
  answers: readonly OptionAnswer[];
  steps: StepFacts;
  accounts: AccountsTold | null;
  installation: Fact<'finished' | 'unfinished' | 'absent'>;
  roleReaches: readonly RoleReach[];
  reinstalledAt: number | null;
}

export const MOST_ANSWERS = 200;

/** What the dashboard asks for and explains from. */
export interface ChatAppBook {
  facts: ChatAppFacts;
  steps: StepFacts;
  answers: readonly OptionAnswer[];
  accounts: AccountsTold | null;
  /** Name of whoever is signed in, as the portal told it: it stands under what they say. Empty: not known. */
  me: { id: string; name: string };
  /** True while a tab of the portal is open that can be asked to read. */
  canRead: boolean;
  /** True while nothing may be read: it is switched off for all portals. */
  isReadingOff: boolean;
  run: ReinstallRun | null;
  /** Earlier reinstalls, the newest first. */
  earlier: readonly ReinstallRun[];
  /** Of the run, once there are two records. */
  differences: readonly Difference[] | null;
}

/** What somebody says of the four steps, the options and the accounts. */
export type ChatAppWord =
  /** Null: not known after all. */
  | { type: 'option.told'; option: Option; value: boolean | null }
  | { type: 'role.told'; role: string; right: RoleReach['right']; reach: Reach | null }
  | { type: 'step.told'; step: AccountStep; value: boolean }
  | { type: 'step.withdrawn'; step: AccountStep }
  | { type: 'accounts.told'; without: readonly string[] }
  | { type: 'installation.told'; value: 'finished' | 'unfinished' };

/** Why nothing was read. `switchedOff`: the user or the policy has switched reading off for all portals. */
export type ReadTrouble = 'noTab' | 'notAdministrator' | 'busy' | 'failed' | 'switchedOff';
