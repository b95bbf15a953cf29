import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { bannerTitle } from '../../domain/access/banner-sentences.ts';
import { useEscape } from '../cards/card-escape.ts';
import { Icon } from '../Icon.tsx';
import { useAccessText } from '../text-context.ts';
import { BannerBody } from './BannerBody.tsx';
import { BannerLine } from './BannerLine.tsx';
import { BANNER_LOOK } from './banner-look.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';
import { useReturnedFocus } from './returned-focus.ts';

/** The one banner of a page: a line at its top edge, with a card below it on demand, or folded to a tab. */
export function AccessBanner(props: BannerProps) {
  const { name } = useBannerText();
  const frame = useReturnedFocus();
  return (
    <section class="access" aria-label={name} data-folded={props.isFolded} tabIndex={-1} ref={frame}>
      {props.isFolded ? <FoldedTab {...props} /> : <OpenBanner {...props} />}
    </section>
  );
}

/** What is left of a folded banner: a small tab that covers nothing of the portal's. */
function FoldedTab({ item, now, onUnfold }: BannerProps) {
  const text = useBannerText();
  const { tone, icon } = BANNER_LOOK[item.banner];
  const label = text.folded(bannerTitle(useAccessText(), text, item, now));
  return (
    <button
      type="button"
      class="access-tab"
      data-tone={tone}
      aria-label={label}
      title={label}
      data-access-focus
      onClick={onUnfold}
    >
      <Icon name={icon} size={16} />
      <Icon name="chevron" size={12} />
    </button>
  );
}

function OpenBanner(props: BannerProps) {
  const { item, isOpen, onToggle, onFold } = props;
  const banner = useRef<HTMLDivElement>(null);
  const id = useId();
  useEscape(banner, false, () => (isOpen ? onToggle(false) : onFold()));
  useFirstField(banner, isOpen && item.banner === 'answered');
  return (
    <div class="access-banner" data-tone={BANNER_LOOK[item.banner].tone} data-open={isOpen} ref={banner}>
      <BannerLine {...props} bodyId={id} />
      {isOpen && <BannerBody {...props} id={id} />}
    </div>
  );
}

/** Who wants to give a reason begins in its field. */
function useFirstField(banner: { current: HTMLElement | null }, isWanted: boolean): void {
  const was = useRef(isWanted);
  useLayoutEffect(() => {
    if (isWanted && !was.current) banner.current?.querySelector('textarea')?.focus({ preventScroll: true });
    was.current = isWanted;
  }, [isWanted]);
}
