/** Reads a settings file. The file may be anybody's: it is believed field by field, and no name in it is ever used. */
import * as v from 'valibot';
import { MOST_DIALOGS } from '../../domain/ledger.ts';
import {
  FILE_SCHEMA,
  type FilePortal,
  type FileSettings,
  MOST_FILE_PORTALS,
  type Refusal,
  refusalOf,
  type SettingsFile,
} from '../../domain/settings-file/file.ts';
import { Chip, Frame, Look, Note, PortalHead, RegisterEntry } from './file-schema.ts';
import {
  PREFERENCES_FIELDS,
  SETTINGS_FIELDS,
  type Skipped,
  takeFields,
  WORKING_TIME_FIELDS,
} from './settings-schema.ts';

export type FileReading =
  | { why: Refusal }
  /** `skipped` names the first parts that were left out, `skippedCount` tells how many there were. */
  | { why: null; file: SettingsFile; skipped: readonly Skipped[]; skippedCount: number };

const MOST_SKIPPED = 50;
const MOST_RECORDS = 5_000;
/** Reads the text of a file; never throws. */
export function readSettingsFile(fileText: string): FileReading {
  const withoutMark = fileText.replace(/^\uFEFF/, '');
  const refusal = refusalOf(withoutMark);
  if (refusal) return { why: refusal };
  let json: unknown;
  try {
    json = JSON.parse(withoutMark);
  } catch {
    return { why: 'notJson' };
  }
  const frame = v.safeParse(Frame, json);
  if (!frame.success) return { why: 'notOurs' };
  if (frame.output.schema > FILE_SCHEMA) return { why: 'newerVersion' };
  if (frame.output.portals.length > MOST_FILE_PORTALS) return { why: 'tooMany' };
  return new Parts(frame.output).result();
}

class Parts {
  readonly #frame: v.InferOutput<typeof Frame>;
  readonly #skipped: Skipped[] = [];
  #skippedCount = 0;

  constructor(frame: v.InferOutput<typeof Frame>) {
    this.#frame = frame;
  }

  result(): FileReading {
    const { savedAt, preferences, portals } = this.#frame;
    const at = typeof savedAt === 'string' ? Date.parse(savedAt) : Number.NaN;
    const file: SettingsFile = {
      savedAt: at >= 0 ? at : null,
      preferences: takeFields(preferences, PREFERENCES_FIELDS, this.#skipIn('preferences')),
      portals: this.#distinct(portals.flatMap((each, index) => this.#portal(each, `portals.${index}`) ?? [])),
    };
    return { why: null, file, skipped: this.#skipped, skippedCount: this.#skippedCount };
  }

  #portal(value: unknown, place: string): FilePortal | null {
    const skip = this.#skipIn(place);
    const portal = value as Record<string, unknown> | null;
    const head = v.safeParse(PortalHead, portal);
    if (!head.success || portal === null) {
      skip('address', 'wrongValue');
      return null;
    }
    const { address, prefix, userId } = head.output;
    const isPersonal = userId !== null;
    return {
      address,
      prefix,
      userId,
      settings: this.#settings(portal.settings, `${place}.settings`),
      chip: this.#one(portal.chip, Chip, `${place}.chip`),
      look: this.#one(portal.look, Look, `${place}.look`),
      // Chats and records are somebody's: without the user nobody knows whose.
      notes: isPersonal ? this.#list(portal.notes, Note, MOST_DIALOGS, `${place}.notes`, (note) => note.chatId) : [],
      register: isPersonal
        ? this.#list(portal.register, RegisterEntry, MOST_RECORDS, `${place}.register`, (record) => record.id)
        : [],
    };
  }

  #settings(value: unknown, place: string): FileSettings {
    const { workingTime, ...schemas } = SETTINGS_FIELDS;
    const skip = this.#skipIn(place);
    const { workingTime: hours, ...rest } = (value ?? {}) as Record<string, unknown>;
    const settings: FileSettings = takeFields(rest, schemas, skip);
    const time = takeFields(hours, WORKING_TIME_FIELDS, this.#skipIn(`${place}.workingTime`));
    return Object.keys(time).length > 0 ? { ...settings, workingTime: time } : settings;
  }

  #one<T>(value: unknown, schema: v.GenericSchema<unknown, T>, place: string): T | null {
    if (value === undefined || value === null) return null;
    const parsed = v.safeParse(schema, value);
    if (!parsed.success) this.#skip(place, 'wrongValue');
    return parsed.success ? parsed.output : null;
  }

  /** Entries that fit, each once; of a list that nobody could have written none. */
  #list<T>(
    value: unknown,
    schema: v.GenericSchema<unknown, T>,
    most: number,
    place: string,
    idOf: (entry: T) => unknown,
  ) {
    if (value === undefined || value === null) return [];
    if (!Array.isArray(value) || value.length > most) {
      this.#skip(place, Array.isArray(value) ? 'tooMany' : 'wrongValue');
      return [];
    }
    const found = new Map<unknown, T>();
    for (const [index, each] of value.entries()) {
      const entry = this.#one(each ?? false, schema, `${place}.${index}`);
      if (entry !== null && found.has(idOf(entry))) this.#skip(`${place}.${index}`, 'twice');
      else if (entry !== null) found.set(idOf(entry), entry);
    }
    return [...found.values()];
  }

  #distinct(portals: FilePortal[]): FilePortal[] {
    const byKey = new Map<string, FilePortal>();
    for (const portal of portals) {
      const key = `${portal.address}|${portal.userId ?? ''}`;
      if (byKey.has(key)) this.#skip('portals', 'twice');
      else byKey.set(key, portal);
    }
    return [...byKey.values()];
  }

  #skipIn(place: string) {
    return (field: string, why: Skipped['why']) => this.#skip(field ? `${place}.${field}` : place, why);
  }

  #skip(field: string, why: Skipped['why']): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < MOST_SKIPPED) this.#skipped.push({ field, why });
  }
}
