/** What every part of the explanation needs; worked out once for the facts, never stored. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { ChatAppBook } from '../../../domain/chatapp/book.ts';
import { type Directory, directoryOf } from '../../../domain/chatapp/directory.ts';
import type { Wording } from '../../../domain/chatapp/explain-sentences.ts';
import { type ChatAppFacts, type Employee, employeesOf, isKnown, type Line } from '../../../domain/chatapp/facts.ts';
import { byName } from '../../../domain/chatapp/people-search.ts';
import { type ReadyFacts, readyFacts } from '../../../domain/chatapp/ready.ts';
import type { ExplainerMessages } from '../../../domain/explainer-text.ts';
import type { MarketPlace } from '../../../domain/market/view.ts';
import type { Messages } from '../../../domain/text.ts';
import type { Copy } from '../../cards/CopyButton.tsx';

/** Facts made ready: looked up once, asked thousands of times. */
export interface ExplainerFacts {
  facts: ChatAppFacts;
  ready: ReadyFacts;
  directory: Directory;
  /** In the order of their names. */
  employees: readonly Employee[];
  byId: ReadonlyMap<string, Employee>;
  lines: readonly Line[];
}

/** Makes facts ready for the whole part; the result holds for these facts only. */
export function explainerFacts(told: ChatAppFacts, language: string, words: ExplainerMessages): ExplainerFacts {
  const facts = withNames(told, words);
  const employees = byName(employeesOf(facts), language);
  return {
    facts,
    ready: readyFacts(facts),
    directory: directoryOf(facts),
    employees,
    byId: new Map(employees.map((each) => [each.id, each])),
    lines: isKnown(facts.lines) ? facts.lines.value : [],
  };
}

/** An account without a name has to be called something. */
function withNames(facts: ChatAppFacts, { picker }: ExplainerMessages): ChatAppFacts {
  const { staff } = facts;
  if (!isKnown(staff) || staff.value.employees.every(({ name }) => name.trim())) return facts;
  const employees = staff.value.employees.map((each) =>
    each.name.trim() ? each : { ...each, name: picker.unnamed(each.id) },
  );
  return { ...facts, staff: { ...staff, value: { ...staff.value, employees } } };
}

/** The language of a text to copy, which need not be the dashboard's. */
export interface LetterLanguage {
  language: 'ru' | 'en';
  words: ExplainerMessages;
  text: Pick<Messages, 'age' | 'date'>;
}

export interface ExplainerAround extends ExplainerFacts {
  book: ChatAppBook;
  wording: Wording;
  /** Host of the portal. */
  host: string;
  language: string;
  letterLanguages: readonly LetterLanguage[];
  /** Addresses of the parts in which options and accounts are told. */
  answersAt: { options: string; accounts: string };
  onPlace: (place: MarketPlace) => void;
  onReadAgain: () => void;
  onCopy: Copy;
}

export const ExplainerContext = createContext<ExplainerAround | null>(null);

/** What surrounds a part of the explanation. */
export function useExplainer(): ExplainerAround {
  const around = useContext(ExplainerContext);
  if (!around) throw new Error('No facts to explain: wrap the component in <ExplainerContext.Provider value={around}>');
  return around;
}
