import type { RunView } from '../../domain/market/view.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useMarketText } from './market-text-context.ts';

type Kind = keyof NonNullable<RunView['differences']>;

const SIGN: Record<Kind, { icon: IconName; tone: string }> = {
  missing: { icon: 'near', tone: 'danger' },
  changed: { icon: 'near', tone: 'warning' },
  notCompared: { icon: 'unread', tone: 'quiet' },
  newId: { icon: 'refresh', tone: 'plain' },
  added: { icon: 'new', tone: 'plain' },
  same: { icon: 'roomy', tone: 'good' },
};

/** What the comparison came to; what wants somebody stands first. */
export function GuideResult({ run: { differences } }: { run: RunView }) {
  const { result } = useMarketText().guide;
  if (!differences) return <p class="quiet">{result.notSeen}</p>;
  const kinds = (Object.keys(SIGN) as Kind[]).filter((kind) => differences[kind] > 0);
  const isFine = differences.same + differences.newId > 0 && differences.missing + differences.changed === 0;
  return (
    <div class="desk-part">
      {isFine && <p class="market-fine">{result.fine}</p>}
      <ul class="market-facts">
        {kinds.map((kind) => (
          <li class="mark" key={kind} data-tone={SIGN[kind].tone}>
            <Icon name={SIGN[kind].icon} />
            <span>{result[kind](differences[kind])}</span>
          </li>
        ))}
      </ul>
      {differences.newId > 0 && <p>{result.refresh}</p>}
      <p class="quiet">{result.tryOut}</p>
    </div>
  );
}
