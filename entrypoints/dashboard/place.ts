/**
 * Where in the dashboard somebody is, as the address tells it: `#dialogs/<key>/<chatId>` or `#access/<key>/<record>`, the
 * last two optional; `#access/<key>/new` is the form for a new record.
 */
import { SECTIONS, type Section } from '../../domain/dashboard-text.ts';

export interface Place {
  section: Section;
  /** Key of the portal; null: whichever needs somebody most. */
  key: string | null;
  /** Dialog whose details are open. */
  chatId: number | null;
  /** Record of access whose details are open, or `NEW_RECORD`. */
  recordId: string | null;
}

export const NEW_RECORD = 'new';

const KEY = /^(https?:\/\/[^/|]+\|\d+)(?:\/([\w:-]{1,80}))?$/;
const CHAT_ID = /^[1-9]\d{0,14}$/;

/** Whatever cannot be understood is left out; without a section it is the dialogs. */
export function parsePlace(hash: string): Place {
  const [, name = '', rest = ''] = /^#?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  const section = SECTIONS.find((each) => each === name) ?? 'dialogs';
  const [, key = null, detail = null] = KEY.exec(decoded(rest)) ?? [];
  if (section === 'access') return { section, key, chatId: null, recordId: detail };
  // What is no dialog makes the whole address doubtful.
  if (detail !== null && !CHAT_ID.test(detail)) return { section, key: null, chatId: null, recordId: null };
  return { section, key, chatId: detail === null ? null : Number(detail), recordId: null };
}

export function hashOf({ section, key, chatId, recordId }: Place): string {
  const detail = section === 'access' ? recordId : chatId;
  const parts = [section, key, detail].filter((part) => part !== null);
  return `#${parts.map((part) => encodeURIComponent(part)).join('/')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand, with a lonely per cent sign: no address of ours.
    return '';
  }
}
