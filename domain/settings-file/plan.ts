/**
 * What taking a settings file would change, worked out before anything is taken. The plan is plain data: a surface shows
 * its rows, and whoever writes follows its steps. It is worked out anew when it is taken, and what differs from what was
 * shown (`isSamePlan`) is shown again.
 *
 * Rules: a setting takes the file's value; a note keeps what is written here and only fills what is empty; a record that
 * is here stays as it is; what IT has fixed stays fixed; nothing is ever removed.
 */
import type { AccessRecord } from '../access/record.ts';
import { type ChipPlace, DEFAULT_CHIP_PLACE } from '../chip.ts';
import type { DialogNote } from '../notes.ts';
import { lockedFields, type Policy, servesAddress } from '../policy.ts';
import type { Preferences } from '../preferences.ts';
import type { Settings } from '../settings.ts';
import { DEFAULT_SETTINGS } from '../settings-defaults.ts';
import { type DifferenceRow, preferenceRows, settingRows, takenFrom, valueRow } from './difference.ts';
import type { FilePortal, FileSettings, PortalLook, SettingsFile } from './file.ts';
import type { Here, PortalHere } from './here.ts';
import { mergeNotes, type NoteCounts } from './notes.ts';
import { fromFileRecord } from './register.ts';

export interface ImportChoices {
  preferences: boolean;
  settings: boolean;
  notes: boolean;
  register: boolean;
  /** A portal that is known here under other users only: its settings go to these. Notes and register never do. */
  acrossUsers: boolean;
}

export interface ImportPlan {
  preferences: Partial<Preferences>;
  /** What differs in the preferences; what differs in a portal is in its step. */
  rows: readonly DifferenceRow[];
  steps: readonly PortalStep[];
  /** Portals of the file that cannot be taken, by their place in it. */
  left: readonly LeftPortal[];
}

export interface PortalStep {
  address: string;
  prefix: string;
  userId: string;
  /** True when the portal was not known here: it comes with what Latchdesk begins with, changed by the file. */
  isNew: boolean;
  settings: Partial<Settings>;
  chip: ChipPlace | null;
  look: PortalLook | null;
  notes: readonly DialogNote[];
  records: readonly AccessRecord[];
  noteCounts: NoteCounts;
  /** Records of the file that are here already. */
  knownRecords: number;
  rows: readonly DifferenceRow[];
}

export interface LeftPortal {
  address: string;
  userId: string | null;
  /**
   * `otherUser`: known here, but not under this user; `noUser`: unknown here, and the file names no user; `noPortal`: an
   * address at which no portal can be.
   */
  why: 'otherUser' | 'noUser' | 'policy' | 'noPortal';
}

/** Works out what taking the file would change; `now` in epoch ms. */
export function planImport(
  file: SettingsFile,
  here: Here,
  choices: ImportChoices,
  policy: Policy,
  now: number,
): ImportPlan {
  const locks = lockedFields(policy);
  const rows = choices.preferences ? preferenceRows(here.preferences, file.preferences, locks) : [];
  const sorted = file.portals.map((portal) => targetsOf(portal, here, choices, policy));
  const targets = eachOnce(sorted.flatMap((each) => (Array.isArray(each) ? each : [])));
  const steps = targets.map((target) => stepOf(target, choices, policy, now));
  return {
    rows,
    preferences: takenFrom<Preferences>(file.preferences, rows),
    steps: steps.filter((step) => isWorthTaking(step, choices)),
    left: sorted.flatMap((each) => (Array.isArray(each) ? [] : [each])),
  };
}

/** True when two plans do the same; then nothing has changed since the first was shown. */
export const isSamePlan = (one: ImportPlan, other: ImportPlan): boolean => planText(one) === planText(other);

/** What a plan does, as a text: the same for plans that do the same. */
export const planText = (plan: ImportPlan): string =>
  JSON.stringify(plan, (name, value) => (name === 'changedAt' ? undefined : value));

interface Target {
  portal: FilePortal;
  here: PortalHere | null;
  userId: string;
  /** True for another user than the file's. */
  isOther: boolean;
}

/** What the file has for somebody wins over what it has for everybody. */
function eachOnce(targets: readonly Target[]): Target[] {
  const byKey = new Map<string, Target>();
  for (const target of [...targets].sort((one, other) => Number(one.isOther) - Number(other.isOther))) {
    const key = `${target.portal.address}|${target.userId}`;
    if (!byKey.has(key)) byKey.set(key, target);
  }
  return [...byKey.values()];
}

/** Whose portals the file's portal is for; why it is left where there is nobody. */
function targetsOf(
  portal: FilePortal,
  here: Here,
  { acrossUsers }: ImportChoices,
  policy: Policy,
): Target[] | LeftPortal {
  const { address, prefix, userId } = portal;
  const left = (why: LeftPortal['why']): LeftPortal => ({ address, userId, why });
  if (!servesAddress(policy, `${address}${prefix}`)) return left('policy');
  const known = here.portals.filter((each) => each.address === address);
  const own = known.find((each) => each.userId === userId);
  if (userId !== null && own) return [{ portal, here: own, userId, isOther: false }];
  if (known.length > 0 && (userId === null || acrossUsers))
    return known.map((each): Target => ({ portal, here: each, userId: each.userId, isOther: true }));
  if (userId === null) return left('noUser');
  return known.length > 0 ? left('otherUser') : [{ portal, here: null, userId, isOther: false }];
}

function stepOf(target: Target, choices: ImportChoices, policy: Policy, now: number): PortalStep {
  const { portal, here, userId, isOther } = target;
  const settings = here?.settings ?? DEFAULT_SETTINGS;
  const wanted = choices.settings ? wholeSettings(portal.settings, settings) : {};
  const rows = settingRows(settings, wanted, lockedFields(policy));
  const chip = choices.settings ? valueRow('chip', here?.chip ?? DEFAULT_CHIP_PLACE, portal.chip) : null;
  const look = choices.settings ? valueRow('look', here?.look ?? null, portal.look) : null;
  const merged = mergeNotes(here?.notes ?? [], choices.notes && !isOther ? portal.notes : [], now);
  const known = new Set(here?.records.map(({ id }) => id));
  const register = choices.register && !isOther ? portal.register : [];
  const added = register.filter(({ id }) => !known.has(id));
  return {
    address: portal.address,
    prefix: here?.prefix ?? portal.prefix,
    userId,
    isNew: here === null,
    settings: takenFrom<Settings>(wanted, rows),
    chip: chip && portal.chip,
    look: look && portal.look,
    notes: merged.notes,
    records: added.map((record) => fromFileRecord(record, now)),
    noteCounts: merged.counts,
    knownRecords: register.length - added.length,
    rows: [...rows, chip, look].filter((row) => row !== null),
  };
}

/** Working time is one value for whoever saves it: what the file leaves out of it stays. */
function wholeSettings({ workingTime, ...rest }: FileSettings, here: Settings): Partial<Settings> {
  return workingTime ? { ...rest, workingTime: { ...here.workingTime, ...workingTime } } : rest;
}

function isWorthTaking({ isNew, rows, notes, records }: PortalStep, choices: ImportChoices): boolean {
  return (isNew && choices.settings) || rows.length + notes.length + records.length > 0;
}
