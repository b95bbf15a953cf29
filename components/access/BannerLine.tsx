import { bannerNote, bannerTitle, hasMessage } from '../../domain/access/banner-sentences.ts';
import { ASKS, type BannerMessages, ENDS } from '../../domain/access/banner-text.ts';
import type { AccessMessages } from '../../domain/access/text.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { useAccessText } from '../text-context.ts';
import { BANNER_LOOK, detailsLabel } from './banner-look.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';

/** The line: what is the matter, the next step, details, fold. */
export function BannerLine(props: BannerProps & { bodyId: string }) {
  const { item, now } = props;
  const words = useAccessText();
  const text = useBannerText();
  return (
    <div class="access-line">
      <LatchMark size={20} />
      <span class="access-sign">
        <Icon name={BANNER_LOOK[item.banner].icon} size={18} />
      </span>
      <div class="access-words">
        <h2 class="access-title">{bannerTitle(words, text, item, now)}</h2>
        <p class="quiet">
          {noteOf(words, text, props)}
          <MoreLink {...props} />
        </p>
      </div>
      <LineActions {...props} />
    </div>
  );
}

/** Once the message is on show, the line says what to do there. */
function noteOf(words: AccessMessages, text: BannerMessages, { item, now, opened }: BannerProps): string {
  if (opened === 'inChat') return text.openedNote.chat;
  if (opened === 'inPage' && ASKS.has(item.banner)) return text.openedNote.answer;
  if (opened === 'inPage' && ENDS.has(item.banner)) return text.openedNote.revoke;
  return bannerNote(words, text, item, now);
}

function MoreLink({ otherCount, isOpen, onToggle }: BannerProps) {
  const { more } = useBannerText();
  if (otherCount === 0) return null;
  return (
    <button type="button" class="access-more" aria-expanded={isOpen} onClick={() => onToggle(!isOpen)}>
      {more(otherCount)}
    </button>
  );
}

function LineActions(props: BannerProps & { bodyId: string }) {
  const { item, isOpen, bodyId, onToggle, onFold } = props;
  const text = useBannerText();
  return (
    <div class="access-line-actions">
      <NextStep {...props} />
      <button
        type="button"
        class={item.banner === 'unclear' || item.banner === 'answered' ? 'button' : 'text-button'}
        aria-expanded={isOpen}
        aria-controls={isOpen ? bodyId : undefined}
        data-access-focus
        onClick={() => onToggle(!isOpen)}
      >
        {isOpen ? text.less : detailsLabel(text, item.banner)}
      </button>
      <button type="button" class="icon-button access-fold" aria-label={text.fold} title={text.fold} onClick={onFold}>
        <Icon name="chevron" size={16} />
      </button>
    </div>
  );
}

/** The one thing to do next; nothing here answers a request. */
function NextStep({ item, onOpen, onDismiss, onReason }: BannerProps) {
  const { button } = useBannerText();
  const { banner } = item;
  if (ASKS.has(banner) && hasMessage(item)) return <Step label={button.open} isStrong onPress={onOpen} />;
  if (ENDS.has(banner)) {
    return <Step label={button.revoke} isStrong={banner !== 'ending'} onPress={onOpen} />;
  }
  if (banner === 'lookalike' || banner === 'answeredElsewhere')
    return <Step label={button.understood} onPress={onDismiss} />;
  return banner === 'answered' ? <Step label={button.skip} onPress={() => onReason(true)} /> : null;
}

function Step({ label, isStrong = false, onPress }: { label: string; isStrong?: boolean; onPress: () => void }) {
  return (
    <button type="button" class={isStrong ? 'button strong' : 'button'} onClick={onPress}>
      {label}
    </button>
  );
}
