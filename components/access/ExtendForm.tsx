import { useId, useState } from 'preact/hooks';
import { mostDaysLeft } from '../../domain/access/sentences.ts';
import { Icon } from '../Icon.tsx';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';

const PRESETS = [7, 14, 21] as const;

/** An access that was prolonged: how many days are left. */
export function ExtendForm({ item, now, onExtend }: BannerProps) {
  const { button } = useBannerText();
  const [isOpen, setOpen] = useState(false);
  // Without a beginning there is no length to count.
  if (item.kind !== 'vendor' || item.startsAt === null) return null;
  return (
    <div class="access-part">
      <button type="button" class="text-button fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <Icon name="chevron" />
        {button.extended}
      </button>
      {isOpen && <DaysField most={mostDaysLeft(item.startsAt, now)} onExtend={onExtend} />}
    </div>
  );
}

function DaysField({ most, onExtend }: { most: number; onExtend: BannerProps['onExtend'] }) {
  const { extend } = useBannerText();
  const [value, setValue] = useState('');
  const [isWrong, setWrong] = useState(false);
  const id = useId();
  const save = () => {
    const days = daysIn(value, most);
    setWrong(days === null);
    if (days !== null) onExtend(days);
  };
  return (
    <div class="access-extend">
      <div class="access-field">
        <label for={id}>{extend.label}</label>
        <p class="quiet" id={`${id}-hint`}>
          {extend.hint}
        </p>
        <div class="access-actions">
          <input
            id={id}
            class="field access-days"
            type="text"
            inputMode="numeric"
            autocomplete="off"
            value={value}
            aria-invalid={isWrong || undefined}
            aria-describedby={isWrong ? `${id}-hint ${id}-problem` : `${id}-hint`}
            onInput={(event) => setValue(event.currentTarget.value)}
          />
          {PRESETS.map((days) => (
            <button key={days} type="button" class="text-button" onClick={() => setValue(String(days))}>
              {extend.days(days)}
            </button>
          ))}
        </div>
        {isWrong && (
          <p class="access-problem" id={`${id}-problem`} role="alert">
            <Icon name="near" />
            {extend.problem(most)}
          </p>
        )}
      </div>
      <button type="button" class="button" onClick={save}>
        {extend.save}
      </button>
    </div>
  );
}

/** Null when it is no whole number of days that an access may last. */
function daysIn(value: string, most: number): number | null {
  const days = /^\s*\d{1,3}\s*$/.test(value) ? Number(value) : 0;
  return days >= 1 && days <= most ? days : null;
}
