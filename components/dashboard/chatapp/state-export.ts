/** The state of the application for a file: access list, queues and roles in names. */
import { accessListWords } from '../../../domain/chatapp/access-list.ts';
import type { ChatAppBook } from '../../../domain/chatapp/book.ts';
import { isKnown } from '../../../domain/chatapp/facts.ts';
import type { FileContents } from './chatapp-props.ts';
import { type Around, codeName, memberName, namesIn, sourceWords } from './chatapp-words.ts';

type Row = readonly [part: string, what: string, result: string | number];

/** Every line says of what, whom, and what about them; what was not read is there with the reason. */
export function stateFile({ facts }: ChatAppBook, around: Around): FileContents {
  const { words } = around;
  const { column } = words.reinstall.compare;
  const rows = [...entryRows(facts, around), ...lineRows(facts, around), ...roleRows(facts, around)];
  return {
    columns: [{ name: column.part }, { name: column.what }, { name: column.result }],
    cells: rows,
    plain: {
      accessList: facts.accessList,
      installation: facts.installation,
      lines: facts.lines,
      roles: facts.roles,
      options: facts.options,
      steps: facts.steps,
      rows: rows.map(([part, what, result]) => ({ part, what, result })),
    },
  };
}

type Facts = ChatAppBook['facts'];

function entryRows(facts: Facts, around: Around): Row[] {
  const { words } = around;
  const part = words.access.heading;
  const list = accessListWords(facts);
  if (list.kind === 'unread') return [[part, '', sourceWords(facts.accessList, around)]];
  if (list.kind === 'everyone')
    return [[part, words.access.kind.everyone, isKnown(facts.staff) ? list.count.employees : '']];
  return list.entries.map(({ code, name, kind, count }) => [
    part,
    `${name || code}, ${words.access.kind[kind]}`,
    count === null || !isKnown(facts.staff) ? words.access.cannotCount : count,
  ]);
}

function lineRows(facts: Facts, around: Around): Row[] {
  const { words } = around;
  const part = words.lines.heading;
  if (!isKnown(facts.lines)) return [[part, '', sourceWords(facts.lines, around)]];
  const names = namesIn(facts);
  return facts.lines.value.flatMap(({ name, isActive, queue }): Row[] => {
    const line = isActive ? name : `${name}, ${words.lines.inactive}`;
    if (!isKnown(queue)) return [[part, line, sourceWords(queue, around)]];
    if (queue.value.length === 0) return [[part, line, words.lines.nobody]];
    return queue.value.map(({ kind, id }): Row => [part, line, memberName(kind, id, names, words)]);
  });
}

function roleRows(facts: Facts, around: Around): Row[] {
  const { words } = around;
  const part = words.roles.heading;
  if (!isKnown(facts.roles)) return [[part, '', sourceWords(facts.roles, around)]];
  const names = namesIn(facts);
  return facts.roles.value.map(({ code, roleName }) => [part, roleName, codeName(code, names, words)]);
}
