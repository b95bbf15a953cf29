/** How long and how large the parts of a rule may be: for the check, and for fields that let nobody type more. */
import { LONGEST_TOPIC } from '../drafts.ts';
import { LONGEST_ALIAS, LONGEST_TAG } from '../notes.ts';

/** Texts, in UTF-16 units. */
export const LONGEST = {
  id: 64,
  name: 100,
  title: LONGEST_TOPIC,
  text: 4_000,
  alias: LONGEST_ALIAS,
  tag: LONGEST_TAG,
  journal: 500,
  value: 200,
  cron: 100,
  timeZone: 60,
  origin: 300,
} as const;

export const MOST_ORIGINS = 100;

/** From and up to, both included; whole numbers. */
export const RANGES = {
  version: [1, 1_000_000_000],
  count: [1, 100],
  hours: [1, 720],
  pendingHours: [0, 720],
  days: [1, 366],
  repeatDays: [0, 30],
  deadlineDays: [0, 366],
  /** A week. */
  minutes: [0, 10_080],
} as const satisfies Record<string, readonly [number, number]>;

/** Of one document, in UTF-16 units. */
export const LARGEST_RULE = 65_536;
/** As much as a page may send. */
export const LARGEST_RULES_FILE = 2_000_000;
