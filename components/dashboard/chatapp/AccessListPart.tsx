import { useMemo } from 'preact/hooks';
import {
  type AccessListWords,
  accessListWords,
  type EntryCount,
  type ListLength,
  LONGEST_LIST,
} from '../../../domain/chatapp/access-list.ts';
import { ENTRY_COLUMNS } from '../../../domain/chatapp-text.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Block, Note, PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { countWords, sourceWords } from './chatapp-words.ts';

type Some = Extract<AccessListWords, { kind: 'some' }>;

/** The most entries in the table; a list that the portal keeps has hardly more. */
const MOST_ENTRIES = 400;

/** Whom the application's access list lets in, and what will happen to the list. */
export function AccessListPart({ book: { facts }, now, onPlace }: ChatAppPartProps) {
  const text = useText();
  const { chatapp: words } = useDashboardText();
  const list = useMemo(() => accessListWords(facts), [facts]);
  return (
    <Block title={words.access.heading} source={sourceWords(facts.accessList, { words, text, now })}>
      {list.kind === 'unread' && (
        <p class="mark" data-tone="quiet">
          <Icon name="unread" />
          {words.reading.why[list.why].text}
        </p>
      )}
      {list.kind === 'everyone' && (
        <Note
          tone="warning"
          title={
            facts.staff.from === 'nowhere'
              ? words.access.everyoneUncounted
              : words.access.everyone(countWords(list.count, words))
          }
          text={words.access.everyoneWarning}
        />
      )}
      {list.kind === 'some' && <SomeEntries list={list} isCounted={facts.staff.from !== 'nowhere'} />}
      <div class="inline-actions">
        <PlaceButton place={{ kind: 'accessList' }} label={words.access.open} onPlace={onPlace} />
        <span class="quiet">{words.access.openWhat}</span>
      </div>
    </Block>
  );
}

function SomeEntries({ list, isCounted }: { list: Some; isCounted: boolean }) {
  const { chatapp: words } = useDashboardText();
  const { access } = words;
  const names = list.entries.filter(({ code }) => list.dropped.includes(code)).map(entryName);
  return (
    <>
      <p class="field-value">
        {isCounted
          ? access.some(list.entries.length, countWords(list.count, words))
          : access.someUncounted(list.entries.length)}
      </p>
      <p class="quiet">{isCounted ? access.administratorsToo : access.uncounted}</p>
      {list.isForNobody && <Note tone="warning" {...access.forNobody} />}
      {list.dropsToEveryone && <Note tone="danger" {...access.dropsToEveryone} />}
      {list.dropped.length > 0 && (
        <Note
          tone="warning"
          title={access.dropped(list.dropped.length)}
          text={`${access.droppedWhat} ${names.join(', ')}`}
        />
      )}
      <Entries entries={list.entries} dropped={list.dropped} isCounted={isCounted} />
      <LengthBar length={list.length} />
    </>
  );
}

const entryName = ({ name, code }: EntryCount) => name || code;

function Entries({ entries, dropped, isCounted }: Pick<Some, 'entries' | 'dropped'> & { isCounted: boolean }) {
  const {
    chatapp: { access, employees },
  } = useDashboardText();
  return (
    <>
      <table class="topics chatapp-table" aria-label={access.heading}>
        <thead>
          <tr>
            {ENTRY_COLUMNS.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {access.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.slice(0, MOST_ENTRIES).map((entry) => (
            <tr key={entry.code}>
              <th scope="row" data-column="entry">
                <bdi>{entryName(entry)}</bdi>
                {dropped.includes(entry.code) && <span class="quiet entry-unlisted">{access.unlisted}</span>}
              </th>
              <td data-column="kind" data-label={access.column.kind}>
                {access.kind[entry.kind]}
              </td>
              <td data-column="employees" data-label={access.column.employees}>
                {entry.count === null || !isCounted ? access.cannotCount : employees(entry.count)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {entries.length > MOST_ENTRIES && <p class="quiet">{access.moreEntries(entries.length - MOST_ENTRIES)}</p>}
    </>
  );
}

/** How close the list is to what the portal can keep. */
function LengthBar({ length: { characters, state } }: { length: ListLength }) {
  const {
    chatapp: { access },
  } = useDashboardText();
  const tone = { fits: 'good', near: 'warning', tooLong: 'danger' }[state];
  return (
    <div class="length-bar" data-tone={tone}>
      <p>{access.length(characters, LONGEST_LIST)}</p>
      <div class="length-ground" aria-hidden="true">
        <div style={{ width: `${Math.min(100, (characters / LONGEST_LIST) * 100)}%` }} />
      </div>
      {state !== 'fits' && (
        <p class="mark">
          <Icon name="near" />
          <span>
            {state === 'near' ? access.lengthNear : access.lengthTooLong} {access.lengthAlways}
          </span>
        </p>
      )}
    </div>
  );
}
