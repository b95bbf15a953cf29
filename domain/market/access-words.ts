/** The access list in a sentence: what is not known is said, and never counted as none. */
import type { AccessTexts } from '../market-text.ts';
import type { AccessSummary } from './view.ts';

/** Whom the list lets in. */
export function accessSentence(text: AccessTexts, access: AccessSummary | null): string {
  if (!access) return text.notRead;
  const { entries, employees, isWhole } = access;
  if (entries === 0) {
    if (employees === null) return text.everyoneUncounted;
    return isWhole ? text.everyone(employees) : text.everyoneAtLeast(employees);
  }
  if (employees === null) return text.someUncounted(entries);
  if (isWhole) return employees === 0 ? text.nobody(entries) : text.some(entries, employees);
  // "At least none" says nothing.
  return employees === 0 ? text.someUncounted(entries) : text.someAtLeast(entries, employees);
}

/** What is wrong with the list, the worst first. */
export function accessWarnings(text: AccessTexts, { length, drops }: AccessSummary): string[] {
  return [...(drops === 'none' ? [] : [text.drops[drops]]), ...(length === 'fits' ? [] : [text.length[length]])];
}

/** True when the list wants somebody to look: it is open to all, lets nobody in, or will lose entries. */
export const wantsLook = ({ entries, employees, isWhole, length, drops }: AccessSummary): boolean =>
  entries === 0 || (employees === 0 && isWhole) || length !== 'fits' || drops !== 'none';
