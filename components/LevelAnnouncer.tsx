import { useEffect, useRef, useState } from 'preact/hooks';
import { slotSentence } from '../domain/sentences.ts';
import type { PortalView } from '../domain/view.ts';
import { useText } from './text-context.ts';

/** Tells a screen reader, politely, when the level changes; a number that changes within a level stays silent. */
export function LevelAnnouncer({ view }: { view: PortalView }) {
  const text = useText();
  const { level } = view.slots;
  const last = useRef({ level, key: view.key });
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const before = last.current;
    last.current = { level, key: view.key };
    if (before.key !== view.key || before.level === level) return;
    // The first reading is no change, and a lost one is told by the chip.
    setAnnouncement(
      before.level === 'unread' || level === 'unread' ? '' : `${text.product.name}. ${slotSentence(text, view.slots)}`,
    );
  }, [level, view.key]);
  return (
    <div class="for-screen-reader" role="status" aria-live="polite">
      {announcement}
    </div>
  );
}
