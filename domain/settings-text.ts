/** The words for what is set for all portals: preferences, what the organisation fixes, settings as a file. */
import type { PolicyName } from './policy.ts';
import type { Feature } from './preferences.ts';
import type { DifferenceField } from './settings-file/difference.ts';
import type { Refusal } from './settings-file/file.ts';
import type { LeftPortal } from './settings-file/plan.ts';

/** A short title and what it means. */
interface Told {
  title: string;
  text: string;
}

/** Parts of a settings file that somebody chooses. */
export const FILE_PARTS = ['preferences', 'settings', 'notes', 'register'] as const;
export type FilePart = (typeof FILE_PARTS)[number];

/** Why a part of a file was left out. */
export type SkippedWhy = 'wrongValue' | 'unknownName' | 'tooMany' | 'twice';

/** Where in a file a part was left out. */
export type SkippedPlace = 'file' | 'preferences' | 'settings' | 'chip' | 'look' | 'notes' | 'register' | 'portal';

export interface AllPortalsMessages {
  heading: Told;
  /** Of the settings of the portal that is chosen. */
  onePortal: { title: (name: string) => string; text: string };
  noPortal: string;
  language: Told & { label: string; ofPortal: string };
  features: Told;
  feature: Record<Feature, Told>;
  readOnly: Told & { label: string; hint: string };
  fixed: (policy: PolicyName) => string;
  /** Beside a card of one portal. */
  offForAll: string;
  policy: Told & { problems: string };
  copy: Told & {
    button: (count: number) => string;
    noOthers: string;
    loading: string;
    same: string;
    unread: (names: string) => string;
    ask: (count: number) => string;
    take: string;
    leave: string;
    taken: (count: number) => string;
    notTaken: (names: string) => string;
  };
  difference: {
    field: Record<DifferenceField, string>;
    /** Heads of a table. */
    what: string;
    here: string;
    afterwards: string;
    weaker: string;
    ofPortal: string;
    ofComputer: string;
    on: string;
    off: string;
    nothing: string;
    never: string;
    hours: (count: number) => string;
    days: (count: number) => string;
    dates: (count: number) => string;
    left: string;
    right: string;
    place: (edge: string, percent: string) => string;
    hidden: string;
    unnamed: string;
  };
  /** Saving and loading. */
  files: Told;
  save: Told & {
    what: string;
    part: Record<FilePart, string>;
    portals: string;
    all: string;
    forOthers: string;
    forOthersHint: string;
    button: string;
    preparing: string;
    saved: (masked: number) => string;
    tooLarge: string;
    nothing: string;
    failed: string;
  };
  load: Told & {
    choose: string;
    drop: string;
    what: string;
    acrossUsers: string;
    acrossUsersHint: string;
    reading: string;
    unreadable: string;
    refusal: Record<Refusal, Told>;
    file: (name: string, savedAt: string | null) => string;
    nothing: string;
    all: string;
    isNew: string;
    user: (id: string) => string;
    notes: (added: number, filled: number) => string;
    differing: (count: number) => string;
    records: (count: number) => string;
    knownRecords: (count: number) => string;
    left: string;
    why: Record<LeftPortal['why'], string>;
    skipped: (count: number) => string;
    skippedPlace: Record<SkippedPlace, string>;
    skippedWhy: Record<SkippedWhy, string>;
    /** "Portal 3 of the file: notes", where something was left out. */
    inPortal: (position: number, place: string) => string;
    moreSkipped: (count: number) => string;
    weaker: string;
    take: string;
    leave: string;
    taking: string;
    taken: (settings: number, notes: number, records: number, portals: number) => string;
    partly: (missing: string) => string;
    preferencesMissing: string;
    changed: string;
    readOnly: string;
    failed: string;
  };
}
