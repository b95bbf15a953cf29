import { useMemo, useState } from 'preact/hooks';
import { employeesOf, isKnown, type Option } from '../../../domain/chatapp/facts.ts';
import { OPTIONS } from '../../../domain/chatapp/options.ts';
import { type Change, whatChanges } from '../../../domain/chatapp/who-can.ts';
import { ChoiceField } from '../access/fields.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SearchTool } from '../SearchTool.tsx';
import { type TableColumn, WindowedTable } from '../WindowedTable.tsx';
import { Block, Note } from './bits.tsx';
import { changeFile, changeWord, isChanged, openOnes, SIDES } from './change-rows.ts';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { fits } from './search.ts';

const ROW_HEIGHT = { wide: 52, narrow: 116 };

/** Before an option is switched: for whom something changes, and what. */
export function ChangePart(props: ChatAppPartProps) {
  const {
    chatapp: { options },
  } = useDashboardText();
  const { change: words } = options;
  const { facts } = props.book;
  const [option, setOption] = useState<Option>('password');
  const [wanted, setWanted] = useState<{ option: Option; value: boolean } | null>(null);
  const [line, setLine] = useState('');
  const fact = facts.options[option];
  // Without another word the question is about the value that it does not have.
  const becomes = wanted?.option === option ? wanted.value : !(isKnown(fact) && fact.value);
  const lines = isKnown(facts.lines) ? facts.lines.value : [];
  const isStaffKnown = isKnown(facts.staff);
  return (
    <Block title={words.heading}>
      <p class="quiet">{words.lead}</p>
      <div class="change-choice">
        <ChoiceField
          label={words.option}
          value={option}
          options={OPTIONS.map((each) => [each, words.name[each]] as const)}
          onChange={(value) => setOption(value as Option)}
        />
        <ChoiceField
          label={words.becomes}
          value={becomes ? 'on' : 'off'}
          options={(['on', 'off'] as const).map((each) => [each, options.answer[each]] as const)}
          onChange={(value) => setWanted({ option, value: value === 'on' })}
        />
        <ChoiceField
          label={words.line}
          value={lines.some(({ id }) => id === line) ? line : ''}
          options={[['', words.anyLine], ...lines.map(({ id, name }) => [id, name] as const)]}
          onChange={setLine}
        />
      </div>
      {!isKnown(fact) && <p class="quiet">{words.unknownNow}</p>}
      {isKnown(fact) && fact.value === becomes && <p class="quiet">{words.already}</p>}
      {isStaffKnown ? (
        <Changes {...props} option={option} becomes={becomes} line={line || null} />
      ) : (
        <p>{words.noStaff}</p>
      )}
    </Block>
  );
}

interface ChangesProps extends ChatAppPartProps {
  option: Option;
  becomes: boolean;
  line: string | null;
}

function Changes({ book: { facts }, option, becomes, line, fileButtons }: ChangesProps) {
  const { chatapp } = useDashboardText();
  const { change: words } = chatapp.options;
  const [query, setQuery] = useState('');
  const changes = useMemo(() => whatChanges(option, !becomes, becomes, facts, line), [facts, option, becomes, line]);
  const open = useMemo(() => openOnes(changes), [changes]);
  const shown = useMemo(() => changes.filter(({ name }) => fits(name, query)), [changes, query]);
  const isPartial = [facts.accessList, facts.lines, facts.roles, facts.departments].some(
    ({ from }) => from === 'nowhere',
  );
  return (
    <>
      <p class="field-value">
        {changes.length === 0 ? words.nobody : words.count(changes.length, employeesOf(facts).length)}
      </p>
      {open.depends > 0 && <Note tone="warning" title={words.ambiguous(open.depends)} />}
      {open.unknown > 0 && <Note tone="quiet" title={words.unread(open.unknown)} />}
      {isPartial && open.unknown === 0 && <p class="quiet">{words.alsoUnread}</p>}
      {changes.length > 0 && (
        <>
          <div class="toolbar">
            <SearchTool label={words.search} hint={words.searchHint} value={query} onInput={setQuery} />
            <div class="inline-actions">{fileButtons(() => changeFile(shown, option, becomes, words))}</div>
            <p class="quiet tool-told" role="status">
              {words.shown(shown.length, changes.length)}
            </p>
          </div>
          {shown.length > 0 ? <ChangeTable rows={shown} /> : <p>{words.noneFound}</p>}
        </>
      )}
    </>
  );
}

function ChangeTable({ rows }: { rows: readonly Change[] }) {
  const {
    chatapp: {
      options: { change: words },
    },
  } = useDashboardText();
  const columns = useMemo(
    (): TableColumn<Change>[] => [
      { id: 'employee', name: words.column.employee, cell: ({ name }) => <bdi class="cell-name">{name}</bdi> },
      ...SIDES.map((side) => ({
        id: `change-${side}`,
        name: words.column[side],
        cell: (change: Change) => (
          <span class={isChanged(side, change, words) ? 'change-new' : 'quiet'}>{changeWord(side, change, words)}</span>
        ),
      })),
    ],
    [words],
  );
  return (
    <WindowedTable label={words.table} columns={columns} rows={rows} keyOf={({ id }) => id} rowHeight={ROW_HEIGHT} />
  );
}
