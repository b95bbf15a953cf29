import { useMemo } from 'preact/hooks';
import { isKnown, type Line } from '../../../domain/chatapp/facts.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Block, PlaceButton } from './bits.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { memberName, type Names, namesIn, shortList, sourceWords } from './chatapp-words.ts';

/** The Open Channels with their queues, in names. */
export function LinesPart({ book: { facts }, now, onPlace }: ChatAppPartProps) {
  const text = useText();
  const { chatapp: words } = useDashboardText();
  const names = useMemo(() => namesIn(facts), [facts]);
  const { lines } = facts;
  return (
    <Block title={words.lines.heading} source={sourceWords(lines, { words, text, now })}>
      {!isKnown(lines) && (
        <p class="mark" data-tone="quiet">
          <Icon name="unread" />
          {words.reading.why[lines.why].text}
        </p>
      )}
      {isKnown(lines) && lines.value.length === 0 && (
        <>
          <p class="field-value">{words.lines.none.title}</p>
          <p class="quiet">{words.lines.none.text}</p>
        </>
      )}
      {isKnown(lines) && lines.value.length > 0 && (
        <ul class="chatapp-lines">
          {lines.value.map((line) => (
            <LineItem key={line.id} line={line} names={names} onPlace={onPlace} />
          ))}
        </ul>
      )}
    </Block>
  );
}

function LineItem({ line, names, onPlace }: { line: Line; names: Names } & Pick<ChatAppPartProps, 'onPlace'>) {
  const { chatapp: words } = useDashboardText();
  const { lines } = words;
  const [queue, members] = [queueWords(line, names, words), membersWords(line, names, words)];
  const marks = [
    ...(line.isActive ? [] : [lines.inactive]),
    ...(isKnown(line.isConnected) && line.isConnected.value ? [lines.connected] : []),
  ];
  return (
    <li data-inactive={!line.isActive}>
      <div class="chatapp-line-head">
        <h3 class="now-card-title">
          <bdi>{line.name}</bdi>
        </h3>
        {marks.map((mark) => (
          <span key={mark} class="small-tag">
            {mark}
          </span>
        ))}
      </div>
      <dl class="facts">
        <div>
          <dt>{lines.queue}</dt>
          <dd>{queue}</dd>
        </div>
        {line.order && (
          <div>
            <dt>{lines.order}</dt>
            <dd>{words.reinstall.compare.order[line.order]}</dd>
          </div>
        )}
        {members !== queue && (
          <div>
            <dt>{lines.members}</dt>
            <dd>{members}</dd>
          </div>
        )}
      </dl>
      <PlaceButton
        place={{ kind: 'line', line: Number(line.id) }}
        label={lines.openShort}
        name={lines.open(line.name)}
        onPlace={onPlace}
      />
    </li>
  );
}

type Words = ReturnType<typeof useDashboardText>['chatapp'];

function queueWords({ queue }: Line, names: Names, words: Words): string {
  if (!isKnown(queue)) return words.source.unknown(words.reading.why[queue.why].title);
  if (queue.value.length === 0) return words.lines.nobody;
  return shortList(
    queue.value.map(({ kind, id }) => memberName(kind, id, names, words)),
    words.lines.more,
  );
}

function membersWords({ members }: Line, names: Names, words: Words): string {
  if (!isKnown(members)) return words.source.unknown(words.reading.why[members.why].title);
  if (members.value.length === 0) return words.lines.nobodyCounts;
  return shortList(
    members.value.map((id) => memberName('user', id, names, words)),
    words.lines.more,
  );
}
