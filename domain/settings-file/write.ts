/** Writes the settings file: what is named here goes in and nothing else, and what looks like a secret is masked. */
import type { DialogNote } from '../notes.ts';
import { findSecrets, maskSecrets } from '../secrets.ts';
import type { Settings } from '../settings.ts';
import { FILE_FORMAT, FILE_SCHEMA, type FileNote, LARGEST_FILE } from './file.ts';
import type { Here, PortalHere } from './here.ts';
import { type FileRecord, toFileRecord } from './register.ts';

export interface Contents {
  /** Portals by key. */
  portals: readonly string[];
  /** Preferences of all portals. */
  hasPreferences: boolean;
  /** Settings of the portals, with the place of the chip, name and colour. */
  hasSettings: boolean;
  /** Names, tags and notes of dialogs. */
  hasNotes: boolean;
  /** The register of access, with names of people. */
  hasRegister: boolean;
  /** False: for somebody else, so without the user's number; notes and register are one person's and stay out. */
  hasUsers: boolean;
}

export interface WrittenFile {
  text: string;
  /** Texts in which something looked like a secret. */
  masked: number;
  /** It could not be read again; fewer portals, or none of the notes, would fit. */
  isTooLarge: boolean;
}

/** The file with what was chosen; `savedAt` in epoch ms. */
export function writeSettingsFile(here: Here, contents: Contents, savedAt: number): WrittenFile {
  const mask = new Mask();
  const chosen = here.portals.filter(({ key }) => contents.portals.includes(key));
  const { language, isReadOnly, featuresOff } = here.preferences;
  const file = {
    format: FILE_FORMAT,
    schema: FILE_SCHEMA,
    savedAt: new Date(savedAt).toISOString(),
    ...(contents.hasPreferences ? { preferences: { language, isReadOnly, featuresOff } } : {}),
    portals: chosen.map((portal) => filePortal(portal, contents, mask)),
  };
  const text = `${JSON.stringify(file, null, 2)}\n`;
  return { text, masked: mask.count, isTooLarge: text.length > LARGEST_FILE };
}

function filePortal(portal: PortalHere, contents: Contents, mask: Mask) {
  const { address, prefix, userId, notes, records } = portal;
  const { hasSettings, hasUsers, hasNotes, hasRegister } = contents;
  return {
    address,
    prefix,
    ...(hasUsers ? { userId } : {}),
    ...(hasSettings ? portalSettings(portal, mask) : {}),
    ...(hasUsers && hasNotes ? { notes: notes.filter(isWritten).map((note) => fileNote(note, mask)) } : {}),
    ...(hasUsers && hasRegister ? { register: records.flatMap((each) => fileRecord(toFileRecord(each), mask)) } : {}),
  };
}

function portalSettings({ settings, chip, look }: PortalHere, mask: Mask) {
  return {
    settings: fileSettings(settings),
    chip: { edge: chip.edge, offset: chip.offset, isHidden: chip.isHidden },
    ...(look ? { look: { label: mask.text(look.label), colour: look.colour } } : {}),
  };
}

/** Field by field: what a later version puts beside the settings is not theirs. */
function fileSettings(settings: Settings) {
  const { waitingHours, idleDays, knowsOneQuestion, warnsOfSecrets, hiddenCards } = settings;
  const { accessDays, accessReminders, integratorReviewDays, guardsOthers } = settings;
  const { timeZone, weekdays, from, until, holidays, workdays } = settings.workingTime;
  return {
    workingTime: { timeZone, weekdays, from, until, holidays, workdays },
    ...{ waitingHours, idleDays, knowsOneQuestion, warnsOfSecrets, hiddenCards },
    ...{ accessDays, accessReminders, integratorReviewDays, guardsOthers },
  };
}

const isWritten = ({ alias, text, taskUrl, ticket, tags }: DialogNote): boolean =>
  [alias, text, taskUrl, ticket, ...tags].some(Boolean);

function fileNote({ chatId, alias, tags, text, taskUrl, ticket }: DialogNote, mask: Mask): FileNote {
  return {
    chatId,
    alias: mask.text(alias),
    tags: tags.map((tag) => mask.text(tag)),
    text: mask.text(text),
    // An address with dots in it leads nowhere.
    taskUrl: mask.isClean(taskUrl) ? taskUrl : '',
    ticket: mask.text(ticket),
  };
}

function fileRecord(record: FileRecord | null, mask: Mask): FileRecord[] {
  if (record === null) return [];
  const { reason, answerer, ticket } = record;
  const texts = { reason: mask.text(reason), answerer: mask.text(answerer), ticket: mask.text(ticket) };
  return [record.kind === 'vendor' ? { ...record, ...texts } : { ...record, ...texts, name: mask.text(record.name) }];
}

/** Masks what looks like a secret and counts the texts. */
class Mask {
  count = 0;

  text(text: string): string {
    return this.isClean(text) ? text : maskSecrets(text, findSecrets(text));
  }

  isClean(text: string): boolean {
    const isClean = findSecrets(text).length === 0;
    if (!isClean) this.count += 1;
    return isClean;
  }
}
