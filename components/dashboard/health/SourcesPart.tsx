import type { HealthView, SourceLine, SourceState } from '../../../domain/health/view.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { SIGN } from './health-words.ts';

interface SourcesPartProps {
  view: HealthView;
  now: number;
}

/** One line for each source, in an order that stays the same. */
export function SourcesPart({ view, now }: SourcesPartProps) {
  const {
    health: { sources: words },
  } = useDashboardText();
  const { source, state, told, error, malformed } = words.column;
  return (
    <Block title={words.heading}>
      <p class="quiet">{words.text}</p>
      <table class="small-table stacking" aria-label={words.heading}>
        <thead>
          <tr>
            {[source, state, told, error, malformed].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.lines.map((line) => (
            <SourceRow key={line.source} line={line} now={now} />
          ))}
        </tbody>
      </table>
      <Legend />
    </Block>
  );
}

function SourceRow({ line, now }: { line: SourceLine; now: number }) {
  const text = useText();
  const {
    health: { sources: words },
  } = useDashboardText();
  const { column } = words;
  const { name, feeds } = words.source[line.source];
  const { okAt, malformed } = line;
  return (
    <tr data-state={line.state}>
      <th scope="row">
        <span class="cell-name">{name}</span>
        <span class="quiet">{feeds}</span>
      </th>
      <td data-label={column.state}>
        <State line={line} now={now} />
      </td>
      <td data-label={column.told}>
        {okAt === null ? (
          <span class="quiet">{words.never}</span>
        ) : (
          <time dateTime={new Date(okAt).toISOString()}>{words.toldAt(text.time(okAt, now), text.age(okAt, now))}</time>
        )}
      </td>
      <td data-label={column.error}>
        <LastError line={line} now={now} />
      </td>
      <td data-label={column.malformed}>
        {malformed === 0 ? <span class="quiet">{words.noMalformed}</span> : text.number(malformed)}
      </td>
    </tr>
  );
}

function State({ line: { state, absence, brokenSince, failures }, now }: { line: SourceLine; now: number }) {
  const text = useText();
  const {
    health: { sources: words },
  } = useDashboardText();
  const { icon, tone } = SIGN[state];
  return (
    <>
      <span class="mark" data-tone={tone}>
        <Icon name={icon} />
        {words.state[state]}
      </span>
      {absence && <span class="quiet cell-line">{words.absence[absence]}</span>}
      {brokenSince !== null && (
        <span class="quiet cell-line">{words.brokenSince(text.time(brokenSince, now), failures)}</span>
      )}
    </>
  );
}

/** What to do is said only while it matters. */
function LastError({ line: { state, lastError }, now }: { line: SourceLine; now: number }) {
  const text = useText();
  const {
    health: { sources: words },
  } = useDashboardText();
  if (!lastError) return <span class="quiet">{words.noError}</span>;
  const { failure, code, at } = lastError;
  const age = text.age(at, now);
  const isNow = state === 'broken';
  return (
    <>
      <span class="cell-line">{words.failure[failure].what}</span>
      <span class="quiet cell-line">{isNow ? words.errorAt(age) : words.errorPast(age)}</span>
      {code !== '' && <span class="quiet cell-line">{words.code(code)}</span>}
      {isNow && <span class="cell-line">{words.failure[failure].next}</span>}
    </>
  );
}

function Legend() {
  const {
    health: { sources: words },
  } = useDashboardText();
  return (
    <details class="legend">
      <summary>{words.legend}</summary>
      <dl>
        {(Object.keys(SIGN) as SourceState[]).map((state) => (
          <div key={state}>
            <dt class="mark" data-tone={SIGN[state].tone}>
              <Icon name={SIGN[state].icon} />
              {words.state[state]}
            </dt>
            <dd class="quiet">{words.means[state]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
