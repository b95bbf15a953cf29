/** The explanation of one employee in sentences; the words come from a language. */
import type { ExplainerMessages, Meeting } from '../explainer-text.ts';
import type { MarketPlace } from '../market/view.ts';
import type { Messages } from '../text.ts';
import type { ReadingId } from './ambiguities.ts';
import type { Directory } from './directory.ts';
import type { Explanation } from './explain.ts';
import { clauseOf } from './finding.ts';
import type { Gate, GateId, Place } from './gates.ts';
import { shortened } from './short-readings.ts';
import type { Aspect, Deciding, Stage, StageId } from './stage.ts';

/** What sentences are made with. */
export interface Wording {
  words: ExplainerMessages;
  text: Pick<Messages, 'age' | 'date'>;
  directory: Directory;
  /** Epoch ms. */
  now: number;
}

/** A clause as a sentence of its own. */
export const asSentence = (clause: string): string => {
  const [first = ''] = clause;
  const end = /[.?…]$/.test(clause) ? '' : '.';
  return `${first.toLocaleUpperCase()}${clause.slice(first.length)}${end}`;
};

/** The gate that decides, wherever it stands. */
export const gateAt = ({ stages }: Explanation, deciding: Deciding | null): Gate | null =>
  (deciding && stages[deciding.stage].gates.find(({ id }) => id === deciding.gate)) ?? null;

/** "Anna cannot start a conversation: not in the queue of the line “Sales”." */
export function verdictSentence(explanation: Explanation, id: StageId, { words, directory }: Wording): string {
  const stage = explanation.stages[id];
  const verdict = words.verdict[id][stage.verdict](explanation.employee.name);
  const gate = gateAt(explanation, stage.deciding);
  if (!gate || !isReason(stage, gate)) return asSentence(verdict);
  return asSentence(words.because(verdict, clauseOf(gate, directory, words)));
}

/** The last gate of an open stage need not be why it is open. */
function isReason({ id, verdict }: Stage, { state }: Gate): boolean {
  if (verdict !== 'yes') return true;
  return state === 'exempt' || (id !== 'open' && (state === 'found' || state === 'entered'));
}

/** Where a gate's fact comes from, and how old it is. */
export function sourceWords({ source, state }: Gate, { words: { source: words }, text, now }: Wording): string {
  if (source.from === 'nowhere') return words.nowhere[source.why];
  if (source.from === 'read') {
    const read = words.read(text.age(source.at, now));
    return state === 'couldNotRead' ? `${read}, ${words.unclear}` : read;
  }
  const date = text.date(source.at, now);
  return source.by.trim() ? words.entered(source.by.trim(), date) : words.enteredUnnamed(date);
}

export interface ReadingLine {
  sentence: string;
  isShown: boolean;
}

/** The readings behind a verdict that depends, without conditions that make no difference. */
export function readingLines({ readings }: Stage, words: ExplainerMessages): ReadingLine[] {
  const all = readings.map(({ takes, verdict: value, isShown }) => ({ takes, value, isShown }));
  return shortened(all).map(({ takes, value, covered }) => ({
    sentence: readingSentence(takes, words.readings.answer[value], words),
    isShown: covered.some(({ isShown }) => isShown),
  }));
}

/** The readings behind one side of an answer that depends. */
export const aspectLines = <T extends string>(
  { readings }: Aspect<T>,
  answers: Readonly<Record<T, string>>,
  words: ExplainerMessages,
): string[] => shortened(readings).map(({ takes, value }) => readingSentence(takes, answers[value], words));

function readingSentence(takes: readonly ReadingId[], answer: string, words: ExplainerMessages): string {
  const { and, line, otherwise } = words.readings;
  if (takes.length === 0) return asSentence(otherwise(answer));
  return asSentence(line(takes.map((each) => words.reading[each]).join(and), answer));
}

/** What the employee meets on the screen because of a stage that says no. */
export function meetingsAt(explanation: Explanation, id: StageId): Meeting[] {
  const stage = explanation.stages[id];
  const own = stage.deciding?.stage === id;
  if (stage.verdict !== 'no' || !own) return [];
  if (id === 'start') return ['denied'];
  if (id === 'open') return explanation.asksPassword.value === 'yes' ? ['loginForm'] : [];
  return meetingsOfApplication(explanation, stage);
}

function meetingsOfApplication({ app }: Explanation, { gates }: Stage): Meeting[] {
  const detail = gates.find(({ id }) => id === 'installation')?.detail;
  const state = detail?.kind === 'installation' ? detail.state : null;
  if (state === 'absent') return ['noTabs', 'notInstalled'];
  if (state === 'unfinished') {
    const page: Meeting[] =
      app.value === 'installerPage' ? ['installerPage'] : app.value === 'refused' ? ['notFinished'] : [];
    return ['noTabs', ...page];
  }
  return app.value === 'refused' ? ['noTabs', 'noRights'] : ['noTabs'];
}

/** The page of the portal where a gate is put right. */
export function marketPlaceOf(place: Place): MarketPlace {
  if (place.kind !== 'lineQueue') return { kind: PAGE_OF[place.kind] };
  const line = Number(place.line);
  return place.line !== null && Number.isInteger(line) ? { kind: 'line', line } : { kind: 'contactCenter' };
}

const PAGE_OF = {
  // Options and the project's employees are inside ChatApp itself.
  applicationPage: 'application',
  dialogOptions: 'application',
  projectEmployees: 'application',
  accessList: 'accessList',
  rolePermissions: 'rolePermissions',
  employees: 'employees',
} as const;

/** Gates that could not be read, each once, in order. */
export function unreadGates({ stages }: Explanation): Gate[] {
  const found = new Map<GateId, Gate>();
  for (const { gates } of [stages.see, stages.open, stages.start]) {
    for (const gate of gates) if (gate.state === 'couldNotRead' && !found.has(gate.id)) found.set(gate.id, gate);
  }
  return [...found.values()];
}

/** What can be done about a gate that could not be read. */
export type Remedy = 'readAgain' | 'answer' | 'openApplication' | 'askAdministrator' | 'lookYourself';

export function remedyFor({ source, id }: Gate): Remedy {
  // Pages show it by themselves, no reading asks for it.
  if (id === 'installation') return 'openApplication';
  // What only a person can tell is not read at the next try either.
  if (TOLD.includes(id)) return 'answer';
  if (source.from !== 'nowhere' || source.why === 'notAvailable') return 'lookYourself';
  return source.why === 'refused' ? 'askAdministrator' : 'readAgain';
}

const TOLD: readonly GateId[] = ['password', 'personal', 'responsible', 'steps', 'account'];
