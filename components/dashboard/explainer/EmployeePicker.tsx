import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { departmentNames } from '../../../domain/chatapp/directory.ts';
import type { Employee } from '../../../domain/chatapp/facts.ts';
import { findable, searchPeople } from '../../../domain/chatapp/people-search.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SearchTool } from '../SearchTool.tsx';
import { Empty } from '../States.tsx';
import { type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import { useExplainer } from './explainer-context.ts';

interface EmployeePickerProps {
  label: string;
  /** Not to be picked again. */
  except?: string | null;
  /** Somebody asked for it just now. */
  takesFocus?: boolean;
  onPick: (id: string) => void;
}

const ROW_HEIGHT = { wide: 40, narrow: 56 };

/** Finds one of thousands of employees as somebody types; arrows go through the list. */
export function EmployeePicker({ label, except = null, takesFocus = false, onPick }: EmployeePickerProps) {
  const { explainer } = useDashboardText();
  const { picker: words, none } = explainer;
  const { employees, directory } = useExplainer();
  const [query, setQuery] = useState('');
  const box = useRef<HTMLDivElement>(null);
  const people = useMemo(
    () => findable(employees, (each) => departmentNames(each, directory, explainer).join(' ')),
    [employees, directory, explainer],
  );
  const shown = useMemo(() => searchPeople(people, query).filter(({ id }) => id !== except), [people, query, except]);
  useEffect(() => {
    if (takesFocus) box.current?.querySelector('input')?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const [first] = shown;
    if (event.key === 'Enter' && query.trim() !== '' && first) onPick(first.id);
    if (event.key === 'ArrowDown') box.current?.querySelector<HTMLElement>('.row-button[tabindex="0"]')?.focus();
    if (event.key === 'ArrowDown' || event.key === 'Enter') event.preventDefault();
  };
  return (
    <div class="employee-picker" ref={box}>
      <search class="toolbar">
        <SearchTool label={label} hint={words.hint} value={query} onInput={setQuery} onKeyDown={onKeyDown} />
        <p class="for-screen-reader">{words.arrows}</p>
        <p class="tool-told quiet" role="status">
          {words.shown(shown.length, employees.length)}
        </p>
      </search>
      {shown.length > 0 ? (
        <EmployeeTable employees={shown} onPick={onPick} />
      ) : (
        <Empty {...none.notFound}>
          <button type="button" class="button" onClick={() => setQuery('')}>
            {words.clear}
          </button>
        </Empty>
      )}
    </div>
  );
}

function EmployeeTable({ employees, onPick }: { employees: readonly Employee[]; onPick: (id: string) => void }) {
  const { explainer } = useDashboardText();
  const { picker: words } = explainer;
  const { directory } = useExplainer();
  const columns = useMemo<TableColumn<Employee>[]>(
    () => [
      {
        id: 'employee',
        name: words.column.employee,
        cell: ({ name }) => (
          <span class="cell-name" dir="auto">
            {name}
          </span>
        ),
      },
      {
        id: 'departments',
        name: words.column.departments,
        cell: (each) => (
          <span class="cell-sentence" dir="auto">
            {departmentNames(each, directory, explainer).join(', ')}
          </span>
        ),
      },
      { id: 'id', name: words.column.id, cell: ({ id }) => id },
    ],
    [directory, explainer],
  );
  return (
    <WindowedTable
      label={words.list}
      columns={columns}
      rows={employees}
      keyOf={({ id }) => id}
      rowHeight={ROW_HEIGHT}
      onSelect={({ id }) => onPick(id)}
    />
  );
}
