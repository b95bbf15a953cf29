/** What a reinstall left as it was and what it did not, in words. */

import type { ReinstallMessages } from '../../../domain/chatapp-reinstall-text.ts';
import type { ChatAppMessages } from '../../../domain/chatapp-text.ts';
import type { Difference, RecordPart } from '../../../domain/market/compare.ts';
import type { QueueOrder } from '../../../domain/market/record.ts';
import { memberName, type Names } from './chatapp-words.ts';

export interface DifferenceLine {
  kind: Difference['kind'];
  part: string;
  /** What it is about; empty for a whole part. */
  what: string;
  /** What became of it. */
  result: string;
  before: string;
  after: string;
}

type CompareWords = ReinstallMessages['compare'];

/** A difference in words. */
export function differenceLine(difference: Difference, names: Names, words: ChatAppMessages): DifferenceLine {
  const { compare, record } = words.reinstall;
  const nothing = { kind: difference.kind, what: '', before: '', after: '' };
  if (difference.kind === 'neverRead') {
    const { title, text } = compare.never[difference.what];
    return { ...nothing, part: title, result: text };
  }
  if (difference.kind === 'notCompared') {
    const part = partName(difference.part, difference.card, compare);
    return { ...nothing, part, result: compare.notCompared[difference.side](part, record.why[difference.reason]) };
  }
  const about = { ...nothing, part: compare.part[difference.part], what: subjectName(difference, names, words) };
  if (difference.kind === 'newId') {
    const { before, after } = difference;
    return { ...about, result: compare.newNumber(before, after), before, after };
  }
  if (difference.kind === 'changed') {
    const { before, after } = difference;
    return { ...about, result: changeWords(difference, compare), before, after };
  }
  return { ...about, result: compare.group[difference.kind] };
}

const partName = (part: RecordPart, card: string | null, words: CompareWords): string =>
  card === null ? words.part[part] : `${words.part[part]}, ${words.inCard(cardName(card, words))}`;

/** Cards of one type by their name; those that a portal made itself have none that is known here. */
export const cardName = (card: string, words: CompareWords): string =>
  Object.hasOwn(words.card, card) ? words.card[card as keyof CompareWords['card']] : words.otherCard;

type Subject = Extract<Difference, { key: string }>;

function subjectName({ part, key, label, card }: Subject, names: Names, words: ChatAppMessages): string {
  const { compare } = words.reinstall;
  if (part === 'access' && key === 'list') return compare.accessList;
  if (part === 'application') return label || words.identity.nameless;
  if (part === 'tabs') return compare.tab(label, cardName(card ?? '', compare));
  if (part === 'queues') {
    const [, kind, id = ''] = key.split(':');
    return compare.inQueue(memberName(kind === 'department' ? 'department' : 'user', id, names, words), label);
  }
  return label || key;
}

function changeWords(difference: Extract<Difference, { kind: 'changed' }>, words: CompareWords): string {
  const { what, before, after } = difference;
  switch (what) {
    case 'everyone':
      return after === '0' ? words.nowEveryone : words.noLongerEveryone;
    case 'isHidden':
      return after === 'true' ? words.hidden : words.shown;
    case 'isActive':
      return after === 'true' ? words.activated : words.deactivated;
    case 'order':
      return words.orderChanged(orderName(before, words), orderName(after, words));
    default:
      return words.change[what](before, after);
  }
}

const orderName = (order: string, words: CompareWords): string =>
  Object.hasOwn(words.order, order) ? words.order[order as QueueOrder] : order;
