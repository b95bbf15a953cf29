/** The file that settings are saved to: what is in it, how large it may be, and what is refused unread. */
import type { ChipPlace } from '../chip.ts';
import type { KnownPortal } from '../portals/known-portal.ts';
import type { Preferences } from '../preferences.ts';
import type { Settings } from '../settings.ts';
import type { WorkingTime } from '../working-time.ts';
import type { FileRecord } from './register.ts';

/** Tells the file from every other JSON. */
export const FILE_FORMAT = 'latchdesk.settings';
/** Raise when a field changes its meaning; what is only added needs no new number. */
export const FILE_SCHEMA = 1;

/** In UTF-16 units. Notes and register of many portals stay far below it. */
export const LARGEST_FILE = 16_000_000;
/** Of the file on the disk: a unit takes up to three bytes there. What is larger is not even loaded. */
export const LARGEST_BYTES = LARGEST_FILE * 3;
/** A file of ours is nested seven deep. */
const DEEPEST = 12;
/** Values, counted by what separates them. */
const MOST_VALUES = 1_000_000;

export const MOST_FILE_PORTALS = 1_000;

/** How a person tells this portal from others. */
export type PortalLook = Pick<KnownPortal, 'label' | 'colour'>;

/** Settings as a file has them: what it leaves out stays as it is, also of the working time. */
export interface FileSettings extends Partial<Omit<Settings, 'workingTime'>> {
  workingTime?: Partial<WorkingTime>;
}

export interface FileNote {
  chatId: number;
  alias: string;
  tags: readonly string[];
  text: string;
  taskUrl: string;
  ticket: string;
}

export interface FilePortal {
  /** Origin. */
  address: string;
  /** `/`, or the folder the portal lives in. */
  prefix: string;
  /** Null: for whoever uses Latchdesk there. */
  userId: string | null;
  settings: FileSettings;
  chip: ChipPlace | null;
  look: PortalLook | null;
  notes: readonly FileNote[];
  register: readonly FileRecord[];
}

export interface SettingsFile {
  /** Epoch ms; null: the file does not say. */
  savedAt: number | null;
  preferences: Partial<Preferences>;
  portals: readonly FilePortal[];
}

export type Refusal = 'empty' | 'tooLarge' | 'tooDeep' | 'tooMany' | 'notJson' | 'notOurs' | 'newerVersion';

/** Why a text is not even parsed; null when it may be. One pass, and no memory beyond the text. */
export function refusalOf(text: string): Refusal | null {
  if (text.length > LARGEST_FILE) return 'tooLarge';
  if (text.trim() === '') return 'empty';
  let depth = 0;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = endOfString(text, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        if (depth > DEEPEST) return 'tooDeep';
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
        break;
      case COMMA:
        values += 1;
        if (values > MOST_VALUES) return 'tooMany';
    }
  }
  return null;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The position of the quote that ends a string; the end of the text where none does. */
function endOfString(text: string, from: number): number {
  for (let at = from + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit === BACKSLASH) at += 1;
    else if (unit === QUOTE) return at;
  }
  return text.length;
}
