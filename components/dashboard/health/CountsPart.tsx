import type { HealthView } from '../../../domain/health/view.ts';
import { useText } from '../../text-context.ts';
import { Block, DeedLine } from '../chatapp/bits.tsx';
import { useDeed } from '../chatapp/use-deed.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { Empty } from '../States.tsx';

interface CountsPartProps {
  view: HealthView;
  now: number;
  onClear: () => Promise<boolean>;
}

/** Commands that nobody knows, so that a new shape of a request can be seen; and the counts of what was not understood. */
export function CountsPart({ view: { unknownCommands, since, lines }, now, onClear }: CountsPartProps) {
  const text = useText();
  const {
    health: { counts: words },
  } = useDashboardText();
  const { state, run } = useDeed();
  const hasCounts = unknownCommands.length > 0 || lines.some(({ malformed }) => malformed > 0);
  return (
    <Block title={words.heading} source={since === null ? words.notCounted : words.since(text.time(since, now))}>
      <p class="quiet">{words.text}</p>
      {unknownCommands.length === 0 ? (
        <Empty {...words.none} />
      ) : (
        <UnknownCommands commands={unknownCommands} now={now} />
      )}
      {(hasCounts || state !== 'none') && (
        <div class="inline-actions">
          <button type="button" class="button" aria-disabled={state === 'doing'} onClick={() => void run(onClear)}>
            {words.clear}
          </button>
          <DeedLine state={state} doing={words.clearing} done={words.cleared} failed={words.clearFailed} />
        </div>
      )}
    </Block>
  );
}

/** The names are the portal's: shown as they are, as text. */
function UnknownCommands({ commands, now }: { commands: HealthView['unknownCommands']; now: number }) {
  const text = useText();
  const {
    health: {
      counts: { column, heading },
    },
  } = useDashboardText();
  return (
    <table class="small-table stacking" aria-label={heading}>
      <thead>
        <tr>
          {[column.name, column.count, column.first, column.last].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {commands.map(({ name, count, firstAt, lastAt }) => (
          <tr key={name}>
            <th scope="row" dir="auto">
              <code>{name}</code>
            </th>
            <td data-label={column.count}>{text.number(count)}</td>
            <td data-label={column.first}>{text.time(firstAt, now)}</td>
            <td data-label={column.last}>{text.time(lastAt, now)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
