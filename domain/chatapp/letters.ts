/** Texts to copy: for the employee, and for a colleague who can put it right. */
import type { ExplainerMessages } from '../explainer-text.ts';
import type { Explanation } from './explain.ts';
import { asSentence, gateAt, verdictSentence, type Wording } from './explain-sentences.ts';
import { clauseOf, fixWords } from './finding.ts';
import type { Gate } from './gates.ts';
import type { StageId } from './stage.ts';
import { STAGES } from './who-can.ts';

/** What a letter needs beside the explanation. */
export interface LetterAbout extends Wording {
  host: string;
}

/** The first stage that is not open; null: all are. */
export const firstClosed = ({ stages }: Explanation): StageId | null =>
  STAGES.find((id) => stages[id].verdict !== 'yes') ?? null;

/** For the employee: what works, what does not, and that it is not their doing. */
export function letterToEmployee(explanation: Explanation, about: LetterAbout): string {
  const { words, text, now, host } = about;
  const { letters } = words;
  const closed = firstClosed(explanation);
  const states = STAGES.map((id) =>
    letters.stage(letters.stageOf[id], letters.verdict[explanation.stages[id].verdict]),
  );
  return paragraphs(
    [letters.greeting(explanation.employee.name)],
    [letters.about(host, text.date(now, now)), ...states],
    closed === null ? [letters.allGood] : causeLines(explanation, closed, about),
    closed === null ? [letters.refresh, letters.stillTrouble] : [letters.byAdministrator, letters.refresh],
  );
}

/** For a colleague: who, what happens, what to do and where. */
export function letterToColleague(explanation: Explanation, about: LetterAbout): string {
  const { words, text, now, host } = about;
  const { letters } = words;
  const { name, id } = explanation.employee;
  const closed = firstClosed(explanation);
  const gates = gatesToFix(explanation, about);
  return paragraphs(
    [letters.greetingColleague, letters.request(host)],
    [letters.who(name, id), letters.complaint(verdictSentence(explanation, closed ?? 'start', about))],
    gates.length === 0 ? [letters.allGood] : gates.flatMap((gate) => fixLines(gate, about)),
    closed === null ? [letters.stillTrouble] : [...uncertainLines(explanation, closed, words), letters.careful],
    [letters.check, letters.asOf(text.date(now, now))],
  );
}

const paragraphs = (...blocks: readonly (readonly string[])[]): string =>
  `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;

function causeLines(explanation: Explanation, closed: StageId, about: LetterAbout): string[] {
  const { words, directory } = about;
  if (explanation.stages[closed].verdict === 'unknown') return [words.letters.unknown];
  const gate = gateAt(explanation, explanation.stages[closed].deciding);
  const cause = gate ? [words.letters.cause(clauseOf(gate, directory, words))] : [];
  const todo = gatesToFix(explanation, about)
    .slice(0, 1)
    .flatMap((each) => fixWords(each, directory, words) ?? []);
  return [...cause, ...uncertainLines(explanation, closed, words), ...todo.map(words.letters.todo)];
}

const uncertainLines = ({ stages }: Explanation, closed: StageId, words: ExplainerMessages): string[] =>
  stages[closed].ambiguities.map((each) => words.letters.uncertain(words.ambiguity[each]));

function fixLines(gate: Gate, { words, directory }: LetterAbout): string[] {
  const fix = fixWords(gate, directory, words);
  return fix === null ? [] : [words.letters.todo(fix), words.letters.where(words.letters.placeOf[gate.place.kind])];
}

/** Gates that stand in the way of a conversation, the deciding one first, each thing to do once. */
function gatesToFix(explanation: Explanation, { words, directory }: LetterAbout): Gate[] {
  const deciding = STAGES.map((id) => gateAt(explanation, explanation.stages[id].deciding));
  const all = [...deciding, ...STAGES.flatMap((id) => explanation.stages[id].gates)];
  const found = new Map<string, Gate>();
  for (const gate of all) {
    if (!gate || gate.opens === 'yes') continue;
    const fix = fixWords(gate, directory, words);
    if (fix !== null && !found.has(fix)) found.set(fix, gate);
  }
  return [...found.values()];
}

/** One employee in one line of plain text. */
export const oneLine = (name: string, clause: string): string => (clause ? `${name}: ${asSentence(clause)}` : name);
