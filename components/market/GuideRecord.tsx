import type { Check, CheckResult } from '../../domain/market/checks.ts';
import type { RecordedParts } from '../../domain/market/view.ts';
import type { NamedCard } from '../../domain/market-text.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useMarketText } from './market-text-context.ts';

const SIGN: Record<CheckResult, { icon: IconName; tone: string }> = {
  ok: { icon: 'roomy', tone: 'good' },
  warn: { icon: 'near', tone: 'warning' },
  stop: { icon: 'switchedOff', tone: 'danger' },
  couldNotRead: { icon: 'unread', tone: 'quiet' },
};

/** What was looked at before. */
export function GuideChecks({ checks }: { checks: readonly Check[] }) {
  const { guide } = useMarketText();
  if (checks.length === 0) return null;
  return (
    <div class="desk-part">
      <h3 class="section-title">{guide.checksTitle}</h3>
      <ul class="market-facts">
        {checks.map(({ name, result }) => (
          <li class="mark" key={name} data-tone={SIGN[result].tone}>
            <Icon name={SIGN[result].icon} />
            <span>{guide.check[name][result]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

interface GuidePartsProps {
  recorded: RecordedParts;
  now: number;
  are: 'read' | 'missing';
}

/** Which parts the record has, or what to open for those that are missing. */
export function GuideParts({ recorded, now, are }: GuidePartsProps) {
  const { guide, age } = useMarketText();
  const parts = {
    access: recorded.access,
    lines: recorded.lines,
    tabs: recorded.cards.length > 0,
    tiles: recorded.tiles,
  };
  const shown = (Object.keys(parts) as (keyof typeof parts)[]).filter((part) => parts[part] === (are === 'read'));
  if (shown.length === 0) return null;
  return (
    <div class="desk-part">
      <h3 class="section-title">{are === 'read' ? guide.partsTitle(age(recorded.at, now)) : guide.partsMissing}</h3>
      <ul class="market-facts">
        {shown.map((part) => (
          <li class="mark" key={part} data-tone={parts[part] ? 'good' : 'warning'}>
            <Icon name={parts[part] ? 'roomy' : 'unread'} />
            <span>
              {guide.part[part][parts[part] ? 'read' : 'missing']}
              {part === 'tabs' && parts.tabs && <Cards cards={recorded.cards} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

const NAMED: readonly string[] = ['deal', 'lead', 'contact', 'company'] satisfies NamedCard[];

function Cards({ cards }: { cards: readonly string[] }) {
  const { guide } = useMarketText();
  const named = cards.map((card) => (NAMED.includes(card) ? (card as NamedCard) : 'other'));
  const names = [...new Set(named)].map((card) => guide.card[card]);
  return <> ({guide.tabsOf(guide.list(names))})</>;
}
