import type { BannerMessages } from '../../domain/access/banner-text.ts';
import { isGuessed } from '../../domain/access/record.ts';
import { clockWords, lengthWords, senderWords, unbelievedWords } from '../../domain/access/sentences.ts';
import type { AccessMessages } from '../../domain/access/text.ts';
import { useAccessText } from '../text-context.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';

type Fact = keyof BannerMessages['fact'];

/** Who, where, since when, for how long, and how each of it is known. */
export function Facts(props: BannerProps) {
  const text = useBannerText();
  const rows = factsOf(useAccessText(), text, props).filter(([, lines]) => lines.length > 0);
  return (
    <dl class="access-facts">
      {rows.map(([fact, lines]) => (
        <div key={fact}>
          <dt>{text.fact[fact]}</dt>
          <dd>
            {lines.map((line, index) => (
              <p key={line} class={index > 0 ? 'quiet' : undefined} dir="auto">
                {line}
              </p>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function factsOf(words: AccessMessages, text: BannerMessages, { item, now, places }: BannerProps): [Fact, string[]][] {
  const isAsked = item.banner === 'request' || item.banner === 'probable' || item.banner === 'partner';
  const where = places.map(({ kind, name }) => text.place[kind](name)).join(', ');
  const isInMainChat = places.some(({ kind }) => kind === 'main');
  const clock = clockWords(words, item, now);
  return [
    ['who', item.origin === 'entered' ? [] : [senderWords(words, item)]],
    ['where', where ? [where, ...(isAsked && isInMainChat ? [text.onlyMain] : [])] : [text.noMessage]],
    [
      'about',
      item.dialogName && item.kind !== 'lookalike' && !isAsked
        ? [isGuessed(item.dialog) ? text.check.ticket.guess(item.dialogName) : item.dialogName]
        : [],
    ],
    ['since', [sinceLine(words, text, item.requestedAt, now)]],
    ['count', item.kind === 'lookalike' ? [text.lastOne(item.count, words.age(item.lastAt, now))] : []],
    ['length', lengthLines(words, item)],
    ['clock', clock ? [capital(clock)] : []],
    ['answered', isAsked || item.answerer === '' ? [] : [item.answerer]],
  ];
}

/** The moment and how long ago that was; past a week the age is a date, and one is enough. */
function sinceLine(words: AccessMessages, text: BannerMessages, at: number, now: number): string {
  const age = words.age(at, now);
  return age === words.date(at, now) ? words.clock(at, now) : text.since(words.clock(at, now), age);
}

function lengthLines(words: AccessMessages, item: BannerProps['item']): string[] {
  if (item.kind !== 'vendor' || item.state === 'declined') return [];
  const unbelieved = unbelievedWords(words, item);
  return [lengthWords(words, item), ...(unbelieved === null ? [] : [unbelieved])];
}

const capital = (line: string): string => line.charAt(0).toUpperCase() + line.slice(1);
