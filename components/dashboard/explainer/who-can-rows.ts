/** Who can start a conversation on a line, as rows of a table, of a file and of a text. */
import { departmentNames, lineName } from '../../../domain/chatapp/directory.ts';
import { explain } from '../../../domain/chatapp/explain.ts';
import { asSentence, gateAt } from '../../../domain/chatapp/explain-sentences.ts';
import type { Employee } from '../../../domain/chatapp/facts.ts';
import { clauseOf } from '../../../domain/chatapp/finding.ts';
import type { Gate, Verdict } from '../../../domain/chatapp/gates.ts';
import { oneLine } from '../../../domain/chatapp/letters.ts';
import type { WhoCan } from '../../../domain/chatapp/who-can.ts';
import type { CsvCell } from '../../../domain/csv.ts';
import { type ExplainerMessages, WHO_CAN_COLUMNS } from '../../../domain/explainer-text.ts';
import type { ExplainerFacts } from './explainer-context.ts';

export const VERDICTS = ['yes', 'no', 'depends', 'unknown'] as const satisfies readonly Verdict[];

export interface WhoCanRow {
  id: string;
  name: string;
  employee: Employee;
  verdict: Verdict;
}

/** The employees with one answer, in the order of their names. */
export function rowsWith(verdict: Verdict, { people }: WhoCan, { employees }: ExplainerFacts): WhoCanRow[] {
  const ids = new Set(people[verdict].map(({ id }) => id));
  return employees.flatMap((employee) =>
    ids.has(employee.id) ? [{ id: employee.id, name: employee.name, employee, verdict }] : [],
  );
}

/** The gate that decides for a row; asked only of rows that are on show. */
export function decidingOf({ employee }: WhoCanRow, line: string, { facts, ready }: ExplainerFacts): Gate | null {
  const explanation = explain(employee, facts, line, ready);
  return gateAt(explanation, explanation.stages.start.deciding);
}

/** Why a row has its answer, as a clause; empty where nothing decides. */
export function whyOf(row: WhoCanRow, line: string, facts: ExplainerFacts, words: ExplainerMessages): string {
  const gate = decidingOf(row, line, facts);
  return gate ? clauseOf(gate, facts.directory, words) : '';
}

/** What is on show as a plain text. */
export const whoCanText = (
  rows: readonly WhoCanRow[],
  line: string,
  facts: ExplainerFacts,
  words: ExplainerMessages,
): string => rows.map((row) => `${oneLine(row.name, whyOf(row, line, facts, words))}\n`).join('');

export interface WhoCanFile {
  columns: { name: string }[];
  cells: CsvCell[][];
  plain: unknown;
}

/** What is on show as the contents of a file. */
export function whoCanFile(
  rows: readonly WhoCanRow[],
  line: string,
  facts: ExplainerFacts,
  words: ExplainerMessages,
): WhoCanFile {
  const { column, fileColumn } = words.whoCan;
  const names = [...WHO_CAN_COLUMNS.map((each) => column[each]), fileColumn.rule, fileColumn.id, fileColumn.line];
  const all = rows.map((row) => {
    const gate = decidingOf(row, line, facts);
    const why = gate && asSentence(clauseOf(gate, facts.directory, words));
    return { row, gate, why, departments: departmentNames(row.employee, facts.directory, words) };
  });
  const on = lineName(line, facts.directory, words);
  return {
    columns: names.map((name) => ({ name })),
    cells: all.map(({ row, gate, why, departments }) => [
      row.name,
      departments.join(', '),
      words.verdictWord[row.verdict],
      why,
      gate && (gate.rule === 'platform' ? words.platform : gate.rule),
      row.id,
      on,
    ]),
    plain: all.map(({ row, gate, why, departments }) => ({
      id: row.id,
      name: row.name,
      departments,
      line: { id: line, name: on },
      canStart: row.verdict,
      decides: gate && { gate: gate.id, state: gate.state, rule: gate.rule, inWords: why },
    })),
  };
}
