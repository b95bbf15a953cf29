import { useId } from 'preact/hooks';
import { PERIODS, type PeriodName } from '../../../domain/dashboard-text.ts';
import { RECORD_KINDS, REGISTER_COLUMNS, STATE_GROUPS } from '../../../domain/register-text.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { PeriodDates } from '../PeriodPicker.tsx';
import { dayOf } from '../report-period.ts';
import { SearchTool } from '../SearchTool.tsx';
import type { Sorting } from '../WindowedTable.tsx';
import { nextRegisterSorting, type RegisterFilter, SORTABLE } from './register-rows.ts';

export interface RegisterToolbarProps {
  filter: RegisterFilter;
  sorting: Sorting | null;
  now: number;
  /** What is said of what is on show. */
  told: string;
  onFilter: (changes: Partial<RegisterFilter>) => void;
  onSorting: (sorting: Sorting | null) => void;
}

/** Search, filters, and the order where there is no head of the table to press. */
export function RegisterToolbar({ filter, sorting, now, told, onFilter, onSorting }: RegisterToolbarProps) {
  const { register } = useDashboardText();
  const { filter: words } = register;
  return (
    <search class="toolbar">
      <SearchTool
        label={words.search}
        hint={words.searchHint}
        value={filter.query}
        onInput={(query) => onFilter({ query })}
      />
      <Choice
        label={words.kind}
        value={filter.kind}
        options={[['any', words.anyKind], ...RECORD_KINDS.map((kind) => [kind, register.kind[kind]] as const)]}
        onChoose={(kind) => onFilter({ kind: kind as RegisterFilter['kind'] })}
      />
      <Choice
        label={words.state}
        value={filter.group}
        options={[['any', words.anyState], ...STATE_GROUPS.map((group) => [group, words.group[group]] as const)]}
        onChoose={(group) => onFilter({ group: group as RegisterFilter['group'] })}
      />
      <PeriodChoice {...{ filter, now, onFilter }} />
      <SortChoice {...{ sorting, onSorting }} />
      <p class="tool-told quiet" role="status">
        {told}
      </p>
    </search>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  look?: string;
  onChoose: (value: string) => void;
}

function Choice({ label, value, options, look = '', onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div class={`tool ${look}`}>
      <label class="field-label" for={id}>
        {label}
      </label>
      <select id={id} class="field" value={value} onChange={({ currentTarget }) => onChoose(currentTarget.value)}>
        {options.map(([each, name]) => (
          <option key={each} value={each}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

/** When it was requested: at any time, one of the usual periods, or dates of one's own. */
function PeriodChoice({ filter, now, onFilter }: Pick<RegisterToolbarProps, 'filter' | 'now' | 'onFilter'>) {
  const { register, report } = useDashboardText();
  const { period } = filter;
  const own = period?.own ?? { first: dayOf(now), last: dayOf(now) };
  return (
    <>
      <Choice
        label={register.filter.period}
        value={period?.name ?? ''}
        options={[['', register.filter.anyTime], ...PERIODS.map((name) => [name, report.period[name]] as const)]}
        onChoose={(name) => onFilter({ period: name === '' ? null : { name: name as PeriodName, own } })}
      />
      {period?.name === 'own' && (
        <PeriodDates choice={period} now={now} onChoose={(next) => onFilter({ period: next })} />
      )}
    </>
  );
}

/** Shown only where the table is a list. */
function SortChoice({ sorting, onSorting }: Pick<RegisterToolbarProps, 'sorting' | 'onSorting'>) {
  const { register, table } = useDashboardText();
  const nameOf = ({ column, isDescending }: Sorting) => `${column} ${isDescending ? 'descending' : 'ascending'}`;
  const choices = REGISTER_COLUMNS.filter((column) => SORTABLE.includes(column)).flatMap((column) => {
    const first = nextRegisterSorting(null, column);
    return first ? [first, { ...first, isDescending: !first.isDescending }] : [];
  });
  const wordsOf = (each: Sorting) =>
    `${register.column[each.column as keyof typeof register.column]}, ${each.isDescending ? table.descending : table.ascending}`;
  return (
    <Choice
      label={table.sortBy}
      look="tool-sort"
      value={sorting ? nameOf(sorting) : nameOf({ column: 'requested', isDescending: true })}
      options={choices.map((each) => [nameOf(each), wordsOf(each)] as const)}
      onChoose={(name) => onSorting(choices.find((each) => nameOf(each) === name) ?? null)}
    />
  );
}
