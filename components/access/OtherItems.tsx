import { bannerTitle } from '../../domain/access/banner-sentences.ts';
import { Icon } from '../Icon.tsx';
import { useAccessText } from '../text-context.ts';
import { BANNER_LOOK } from './banner-look.ts';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';

/** What else there is to say about access; a press shows it in place of this one. */
export function OtherItems({ others, now, onShow }: BannerProps) {
  const words = useAccessText();
  const text = useBannerText();
  if (others.length === 0) return null;
  return (
    <nav aria-label={text.moreList}>
      <ul class="access-others">
        {others.map((item) => (
          <li key={item.id} data-tone={BANNER_LOOK[item.banner].tone}>
            <button type="button" class="access-other" onClick={() => onShow(item.id)}>
              <Icon name={BANNER_LOOK[item.banner].icon} />
              <span>{bannerTitle(words, text, item, now)}</span>
              <Icon name="chevron" />
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
