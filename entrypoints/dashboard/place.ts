/**
 * Where in the dashboard somebody is, as the address tells it: `#dialogs/<key>/<chatId>` or `#access/<key>/<record>`, the
 * last two optional; `#access/<key>/new` is the form for a new record, `#chatapp/<key>/<tab>:<detail>` a part of ChatApp,
 * `#portals/<origin>` what is set for one portal, `#portals/new` the form to add one, `#rules/<id>` a rule, `#rules/new`
 * the way to one more.
 */
import { CHATAPP_TABS, type ChatAppTab } from '../../domain/chatapp-text.ts';
import { SECTIONS, type Section } from '../../domain/dashboard-text.ts';

export interface Place {
  section: Section;
  /** Key of the portal; null: whichever needs somebody most. */
  key: string | null;
  /** Dialog whose details are open. */
  chatId: number | null;
  /** Record of access whose details are open, or `NEW_RECORD`. */
  recordId: string | null;
  /** Of ChatApp. */
  tab?: ChatAppTab;
  /** What is on show in that part, such as an employee, the origin of a portal, or the id of a rule; null: nothing. */
  detail?: string | null;
}

export const NEW_RECORD = 'new';
export const NEW_PORTAL = 'new';
export const NEW_RULE = 'new';

/** A section as it is when nothing in it was opened. */
export const placeOf = (section: Section, key: string | null = null): Place => ({
  section,
  key,
  chatId: null,
  recordId: null,
});

const KEY = /^(https?:\/\/[^/|]+\|\d+)(?:\/([\w:-]{1,80}))?$/;
const CHATAPP = /^(https?:\/\/[^/|]+\|\d+)(?:\/([a-z]+)(?::([\w,:-]{0,80}))?)?$/;
const PORTAL = /^(?:https?:\/\/[^/|]{1,255}|new)$/;
const RULE = /^[\w-]{1,100}$/;
const CHAT_ID = /^[1-9]\d{0,14}$/;

/** Whatever cannot be understood is left out; without a section it is the overview. */
export function parsePlace(hash: string): Place {
  const [, name = '', rest = ''] = /^#?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  const section = SECTIONS.find((each) => each === name) ?? 'overview';
  if (section === 'chatapp') return chatAppPlace(decoded(rest));
  if (section === 'portals') return placeWithin('portals', PORTAL, decoded(rest));
  if (section === 'rules') return placeWithin('rules', RULE, decoded(rest));
  const [, key = null, detail = null] = KEY.exec(decoded(rest)) ?? [];
  if (section === 'access') return { section, key, chatId: null, recordId: detail };
  // What is no dialog makes the whole address doubtful.
  if (detail !== null && !CHAT_ID.test(detail)) return { section, key: null, chatId: null, recordId: null };
  return { section, key, chatId: detail === null ? null : Number(detail), recordId: null };
}

/** A part that does not exist makes only itself doubtful: the portal stays. */
function chatAppPlace(rest: string): Place {
  const [, key = null, name, detail] = CHATAPP.exec(rest) ?? [];
  const known = CHATAPP_TABS.find((each) => each === name);
  const at = known ? { tab: known, detail: detail || null } : { tab: CHATAPP_TABS[0], detail: null };
  return { section: 'chatapp', key, chatId: null, recordId: null, ...at };
}

/** A section about all portals, with what is on show in it. */
function placeWithin(section: Section, pattern: RegExp, rest: string): Place {
  const [, key = null] = KEY.exec(rest) ?? [];
  return { section, key, chatId: null, recordId: null, detail: pattern.test(rest) ? rest : null };
}

/** The part of an address behind the portal; null: nothing. */
function endOf({ section, chatId, recordId, tab, detail }: Place): string | number | null {
  if (section === 'access') return recordId;
  if (section === 'portals' || section === 'rules') return detail ?? null;
  if (section !== 'chatapp') return chatId;
  return tab ? (detail ? `${tab}:${detail}` : tab) : null;
}

export function hashOf(place: Place): string {
  const { section, key } = place;
  const parts = [section, key, endOf(place)].filter((part) => part !== null);
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
