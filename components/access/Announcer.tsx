import { useEffect, useState } from 'preact/hooks';
import { type BannerItem, bannerNote, bannerTitle } from '../../domain/access/banner-sentences.ts';
import { useAccessText } from '../text-context.ts';
import { useBannerText } from './banner-text-context.ts';

interface AnnouncerProps {
  item: BannerItem | null;
  now: number;
  /** What was said on this page already; kept by whoever draws this. */
  announced: Set<string>;
}

/** Says what came up, at once and a single time; a region that is there already is what screen readers listen to. */
export function Announcer({ item, now, announced }: AnnouncerProps) {
  const words = useAccessText();
  const text = useBannerText();
  const [line, setLine] = useState('');
  const key = item ? `${item.id} ${item.banner}` : '';
  useEffect(() => {
    if (!item || announced.has(key)) {
      setLine('');
      return;
    }
    announced.add(key);
    const title = bannerTitle(words, text, item, now);
    setLine(`${title}${/[.?]$/.test(title) ? '' : '.'} ${bannerNote(words, text, item, now)}`);
  }, [key]);
  return (
    <p class="for-screen-reader" role="alert">
      {line}
    </p>
  );
}
