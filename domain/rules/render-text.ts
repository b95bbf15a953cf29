/** Fills the texts of a rule in. What comes from a portal stays plain text, and secrets in it are masked. */
import { findSecrets, maskSecrets } from '../secrets.ts';
import { oneLine, withoutHidden } from '../templates.ts';
import type { Facts, FactValue } from './facts.ts';
import { FACTS } from './facts.ts';
import { isFactName } from './fits.ts';
import { LONGEST } from './limits.ts';

export interface FillWords {
  /** For a fact that could not be read. */
  notKnown: string;
  /** For an empty text or list. */
  none: string;
  yes: string;
  no: string;
}

const LONGEST_VALUE = 500;
/** Names and lists that are longer were not made by people; judging them costs time. */
const ENOUGH = 20_000;

/** The text with its placeholders filled: one pass, so that a value never names another fact. */
export function fillText(text: string, facts: Facts, words: FillWords): string {
  const filled = text.replace(/\{([a-zA-Z.]{1,40})\}/g, (_, name: string) => valueText(name, facts, words));
  // Once more over the whole: a word before the placeholder may tell that its value is a password.
  return cut(masked(withoutHidden(filled.slice(0, LONGEST.text * 2))), LONGEST.text);
}

function valueText(name: string, facts: Facts, words: FillWords): string {
  if (!isFactName(name)) return words.notKnown;
  const value = facts[name] ?? null;
  if (value === null || Number.isNaN(value)) return words.notKnown;
  if (FACTS[name] === 'time') return timeText(value) ?? words.notKnown;
  return cut(harmless(masked(oneLine(plainText(value, words).slice(0, ENOUGH)))), LONGEST_VALUE) || words.none;
}

function plainText(value: Exclude<FactValue, null>, words: FillWords): string {
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : value.join(', ');
}

/** "2026-11-21 01:19 UTC": the same in every language, and it says its zone. */
function timeText(value: FactValue): string | null {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

const masked = (text: string) => maskSecrets(text, findSecrets(text));

/** Neither a tag of a page nor a mention or link of the portal's own markup. */
const harmless = (text: string) => text.replace(/<(?=[a-z/!?])/gi, '‹').replace(/\[(\/?[\w*]+(?:=[^\]]*)?)\]/g, '($1)');

/** Never in the middle of a character. */
function cut(text: string, longest: number): string {
  const whole = text.toWellFormed();
  if (whole.length <= longest) return whole;
  const start = whole.slice(0, longest - 1);
  return `${start.isWellFormed() ? start : start.slice(0, -1)}…`;
}
