import { useEffect, useState } from 'preact/hooks';
import { type BannerItem, bannerNote, bannerTitle } from '../../domain/access/banner-sentences.ts';
import { useAccessText } from '../text-context.ts';
import { useBannerText } from './banner-text-context.ts';

interface AnnouncerProps {
  item: BannerItem | null;
  now: number;
  /** What was said on this page already; kept by whoever draws this. */
  announced: Set<string>;
  onAnnounced: (item: BannerItem) => void;
}

/** Says what came up, at once and a single time; a region that is there already is what screen readers listen to. */
export function Announcer({ item, now, announced, onAnnounced }: AnnouncerProps) {
  const words = useAccessText();
  const text = useBannerText();
  const [line, setLine] = useState('');
  const isVisible = usePageInSight();
  const key = item ? `${item.id} ${item.banner}` : '';
  useEffect(() => {
    // In a tab behind others nobody would hear it.
    if (!isVisible) return;
    const isNews = item !== null && !item.isAnnounced && !announced.has(key);
    if (!isNews) return setLine('');
    announced.add(key);
    onAnnounced(item);
    const title = bannerTitle(words, text, item, now);
    setLine(`${title}${/[.?]$/.test(title) ? '' : '.'} ${bannerNote(words, text, item, now)}`);
  }, [key, isVisible]);
  return (
    <p class="for-screen-reader" role="alert">
      {line}
    </p>
  );
}

function usePageInSight(): boolean {
  const [isVisible, setVisible] = useState(document.visibilityState !== 'hidden');
  useEffect(() => {
    const look = () => setVisible(document.visibilityState !== 'hidden');
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return isVisible;
}
