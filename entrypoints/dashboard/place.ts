/** Where in the dashboard somebody is, as the address tells it: `#dialogs/<key>/<chatId>`, the last two optional. */
import { SECTIONS, type Section } from '../../domain/dashboard-text.ts';

export interface Place {
  section: Section;
  /** Key of the portal; null: whichever needs somebody most. */
  key: string | null;
  /** Dialog whose details are open. */
  chatId: number | null;
}

const KEY = /^(https?:\/\/[^/|]+\|\d+)(?:\/([1-9]\d{0,14}))?$/;

/** Whatever cannot be understood is left out; without a section it is the dialogs. */
export function parsePlace(hash: string): Place {
  const [, name = '', rest = ''] = /^#?([^/]*)\/?(.*)$/.exec(hash) ?? [];
  const section = SECTIONS.find((each) => each === name) ?? 'dialogs';
  const [, key = null, chatId] = KEY.exec(decoded(rest)) ?? [];
  return { section, key, chatId: chatId === undefined ? null : Number(chatId) };
}

export function hashOf({ section, key, chatId }: Place): string {
  const parts = [section, ...(key === null ? [] : [encodeURIComponent(key)]), ...(chatId === null ? [] : [chatId])];
  return `#${parts.join('/')}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Typed by hand, with a lonely per cent sign: no address of ours.
    return '';
  }
}
