import type { StopReason } from '../../domain/market/reinstall.ts';
import type { GuideTexts } from '../../domain/market-text.ts';
import { useMarketText } from './market-text-context.ts';

/** Why the reinstallation stands still; the portal's own words are shown as text. */
export function GuideStopped({ stop }: { stop: StopReason }) {
  const { guide } = useMarketText();
  const message = 'message' in stop ? stop.message.trim() : '';
  return (
    <div class="market-line-warning market-stopped">
      <p>{reasonOf(guide, stop)}</p>
      {message !== '' && (
        <figure>
          <figcaption class="quiet">{guide.stopped.portalSays}</figcaption>
          <blockquote dir="auto">{message}</blockquote>
        </figure>
      )}
    </div>
  );
}

function reasonOf({ stopped }: GuideTexts, stop: StopReason): string {
  switch (stop.kind) {
    case 'byUser':
      return stopped.byUser;
    case 'vetoed':
      return stopped.vetoed;
    case 'check':
      return stopped.check[stop.check];
    case 'installRefused':
      return stopped.refusal[stop.refusal];
  }
}
