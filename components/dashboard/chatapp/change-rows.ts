/** What an option changes for whom, in words. */
import type { Option } from '../../../domain/chatapp/facts.ts';
import type { Ability, Change } from '../../../domain/chatapp/who-can.ts';
import { CHANGE_COLUMNS, type ChangeColumn, type ChatAppMessages } from '../../../domain/chatapp-text.ts';
import type { FileContents } from './chatapp-props.ts';

type Words = ChatAppMessages['options']['change'];
export type Side = Exclude<ChangeColumn, 'employee'>;
export const SIDES = CHANGE_COLUMNS.filter((column): column is Side => column !== 'employee');

/** One side of what an employee can do, in a word. */
export function abilityWord(side: Side, ability: Ability, words: Words): string {
  switch (side) {
    case 'open':
      return words.verdict[ability.open];
    case 'start':
      return words.verdict[ability.start];
    case 'password':
      return words.password[ability.asksPassword.value];
    case 'account':
      return words.account[ability.account.value];
  }
}

/** "no → yes", or the word alone where nothing changes. */
export function changeWord(side: Side, { before, after }: Change, words: Words): string {
  const [was, becomes] = [abilityWord(side, before, words), abilityWord(side, after, words)];
  return was === becomes ? was : words.fromTo(was, becomes);
}

/** Whether a side differs before and after. */
export const isChanged = (side: Side, { before, after }: Change, words: Words): boolean =>
  abilityWord(side, before, words) !== abilityWord(side, after, words);

const valuesOf = ({ open, start, asksPassword, account }: Ability) => [open, start, asksPassword.value, account.value];

/** How many employees ChatApp's texts, or what could not be read, leave open. */
export function openOnes(changes: readonly Change[]): { depends: number; unknown: number } {
  const count = (value: 'depends' | 'unknown') =>
    changes.filter(({ before, after }) => [...valuesOf(before), ...valuesOf(after)].includes(value)).length;
  return { depends: count('depends'), unknown: count('unknown') };
}

/** The changes for a file. */
export function changeFile(changes: readonly Change[], option: Option, becomes: boolean, words: Words): FileContents {
  const columns = [
    { name: words.column.employee },
    ...SIDES.flatMap((side) => [{ name: words.before(words.column[side]) }, { name: words.after(words.column[side]) }]),
  ];
  const sidesOf = ({ before, after }: Change) =>
    SIDES.flatMap((side) => [abilityWord(side, before, words), abilityWord(side, after, words)]);
  return {
    columns,
    cells: changes.map((change) => [change.name, ...sidesOf(change)]),
    plain: { option, becomes, changes },
  };
}
