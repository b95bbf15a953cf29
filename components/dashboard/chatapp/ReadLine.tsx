import { type ChatAppBook, READING_PARTS, type ReadingPart, type ReadTrouble } from '../../../domain/chatapp/book.ts';
import { type Fact, isKnown } from '../../../domain/chatapp/facts.ts';
import { addressAt, type PortalPlace } from '../../../domain/portals/address.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Note } from './bits.tsx';

/** How the last wish to read went. */
export type ReadState = 'none' | 'reading' | ReadTrouble;

export interface ReadLineProps {
  book: ChatAppBook;
  now: number;
  /** Where the portal is. */
  portal: PortalPlace;
  isConfirmed: boolean;
  reading: ReadState;
  onReadAgain: () => void;
}

const partOf = ({ facts }: ChatAppBook, part: ReadingPart): Fact<unknown> => facts[part];

/** What is in the way before anybody has tried. */
const standingTrouble = ({ canRead, isReadingOff }: ChatAppBook): ReadTrouble | null =>
  isReadingOff ? 'switchedOff' : canRead ? null : 'noTab';

/** How old the data are, what could not be read and why, and the way to read anew. */
export function ReadLine({ book, now, portal, isConfirmed, reading, onReadAgain }: ReadLineProps) {
  const text = useText();
  const {
    chatapp: { reading: words, identity },
  } = useDashboardText();
  const parts = READING_PARTS.map((part) => ({ part, fact: partOf(book, part) }));
  const times = parts.flatMap(({ fact }) => (isKnown(fact) ? [fact.at] : []));
  const isBusy = reading === 'reading';
  const trouble = reading === 'none' || isBusy ? standingTrouble(book) : reading;
  const isPartial = isKnown(book.facts.staff) && !book.facts.staff.value.isWhole;
  return (
    <div class="read-line">
      <div class="inline-actions">
        <span class="quiet">{times.length > 0 ? words.at(text.age(Math.min(...times), now)) : words.never}</span>
        {!book.isReadingOff && (
          <button type="button" class="button" aria-disabled={isBusy} onClick={() => !isBusy && onReadAgain()}>
            {words.again}
          </button>
        )}
        <span class="quiet" role="status">
          {isBusy ? words.busy : ''}
        </span>
      </div>
      <div class="read-trouble" role="status">
        {trouble && (
          <Note tone={reading === 'none' ? 'quiet' : 'warning'} {...(words.trouble[trouble] ?? words.trouble.failed)}>
            {trouble === 'noTab' && (
              <a class="text-link" href={addressAt(portal, '/')} target="_blank" rel="noreferrer">
                {words.openPortal}
              </a>
            )}
          </Note>
        )}
      </div>
      {!isConfirmed && <p class="quiet">{identity.unconfirmed}</p>}
      {isPartial && (
        <p class="mark" data-tone="warning">
          <Icon name="near" />
          {words.notWhole}
        </p>
      )}
      <Missing parts={parts} />
    </div>
  );
}

function Missing({ parts }: { parts: readonly { part: ReadingPart; fact: Fact<unknown> }[] }) {
  const {
    chatapp: { reading: words },
  } = useDashboardText();
  const missing = parts.flatMap(({ part, fact }) => (fact.from === 'nowhere' ? [{ part, why: fact.why }] : []));
  const unread = missing.filter(({ why }) => why === 'notRead');
  const failed = missing.filter(({ why }) => why !== 'notRead');
  return (
    <>
      {unread.length > 0 && (
        <p class="read-missing">
          <strong>{words.unread}:</strong> {unread.map(({ part }) => words.part[part]).join(' · ')}.{' '}
          <span class="quiet">{words.why.notRead.text}</span>
        </p>
      )}
      {failed.length > 0 && (
        <div class="read-missing">
          <p class="field-label">{words.missing}</p>
          <ul class="bulleted">
            {failed.map(({ part, why }) => (
              <li key={part}>
                {words.part[part]}: {words.why[why].title}. <span class="quiet">{words.why[why].text}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
