import { useRef, useState } from 'preact/hooks';
import type { ConsentPanelProps } from '../../../components/rules/destinations/ConsentPanel.tsx';
import type { DestinationPreview } from '../../../domain/rules/destination.ts';
import type { Agreement, RulesView } from '../../../domain/rules/view.ts';
import { ask } from '../ask.ts';

interface Consent extends Pick<ConsentPanelProps, 'preview' | 'agreeing'> {
  /** Of the destination. */
  id: string;
}

/** What would be sent to a destination, and the agreement to it. */
export function useConsent(onView: (next: RulesView) => void) {
  const [consent, setConsent] = useState<Consent | null>(null);
  const turn = useRef(0);

  const show = async (id: string, agreeing: Consent['agreeing'] = 'none') => {
    turn.current += 1;
    const mine = turn.current;
    setConsent({ id, preview: 'loading', agreeing });
    const preview = await previewOf(id);
    if (mine === turn.current) setConsent({ id, preview: preview ?? 'failed', agreeing });
  };
  const agree = async () => {
    if (typeof consent?.preview !== 'object') return;
    const mine = turn.current;
    const { id, preview } = consent;
    setConsent({ id, preview, agreeing: 'underWay' });
    const answer = await agreeTo(id, preview.addressVersion);
    if (answer) onView(answer.view);
    // Closed meanwhile, or another one is on show.
    if (mine !== turn.current) return;
    if (answer?.kind === 'changed') return show(id, 'changed');
    setConsent({ id, preview, agreeing: answer ? 'none' : 'failed' });
  };
  return {
    consent,
    show: (id: string) => void show(id),
    agree: () => void agree(),
    close: () => {
      turn.current += 1;
      setConsent(null);
    },
  };
}

async function previewOf(id: string): Promise<DestinationPreview | null> {
  try {
    return await ask<DestinationPreview | null>({ type: 'destination.previewed', id });
  } catch (error) {
    console.error('Latchdesk: what would be sent could not be put together', error);
    return null;
  }
}

async function agreeTo(id: string, addressVersion: number): Promise<Agreement | null> {
  try {
    return await ask<Agreement | null>({ type: 'destination.agreed', id, addressVersion });
  } catch (error) {
    console.error('Latchdesk: the agreement to a destination could not be noted', error);
    return null;
  }
}
