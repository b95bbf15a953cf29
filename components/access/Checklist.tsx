import { useId } from 'preact/hooks';
import type { CheckState } from '../../domain/access/banner-text.ts';
import { checksOf, checkWords } from '../../domain/access/genuine.ts';
import { Icon, type IconName } from '../Icon.tsx';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';
import { DialogSelect } from './DialogSelect.tsx';

const SIGN: Record<CheckState, { icon: IconName; tone: string }> = {
  ok: { icon: 'roomy', tone: 'good' },
  warning: { icon: 'near', tone: 'danger' },
  unknown: { icon: 'unread', tone: 'quiet' },
};

/** "Is it genuine?": a row for each sign, with icon and word. */
export function Checklist(props: BannerProps) {
  const text = useBannerText();
  const { item } = props;
  const id = useId();
  return (
    <div class="access-part">
      <h3 class="section-title" id={id}>
        {text.check.title}
      </h3>
      <ul class="access-checks" aria-labelledby={id}>
        {checksOf(item, props.hasDialogs).map((check) => (
          <li key={check.subject} data-tone={SIGN[check.state].tone}>
            <Icon name={SIGN[check.state].icon} />
            <span class="access-check-state">{text.check.state[check.state]}</span>
            <span class="access-check-words">
              <span dir="auto">{checkWords(text, item, check)}</span>
              {check.subject === 'ticket' && (check.state !== 'ok' || isChosen(item)) && <LinkField {...props} />}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What a person chose stays open to another choice: with the keyboard, each step through the list is one. */
const isChosen = ({ dialog }: BannerProps['item']) => dialog?.source === 'entered';

/** Lets a person say which question the request is about. */
function LinkField({ item, dialogs, isReadOnly, onLink }: BannerProps) {
  const { check } = useBannerText();
  if (dialogs.length === 0 || isReadOnly) return null;
  return (
    <DialogSelect
      label={check.ticket.choose}
      nothing={check.ticket.nothingChosen}
      dialogs={dialogs}
      value={isChosen(item) ? (item.dialog?.chatId ?? null) : null}
      onChange={onLink}
    />
  );
}
