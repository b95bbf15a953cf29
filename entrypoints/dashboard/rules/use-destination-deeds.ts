import { useState } from 'preact/hooks';
import type { DestinationDeed } from '../../../components/rules/destinations/DestinationList.tsx';
import { patternOf } from '../../../components/rules/destinations/destination-form.ts';
import { covers } from '../../../domain/portals/match-pattern.ts';
import type { DestinationView } from '../../../domain/rules/destination.ts';
import type { Outcome } from '../../../domain/rules/run.ts';
import type { RulesView } from '../../../domain/rules/view.ts';
import { dropOrigin, requestOrigin } from '../../../platform/permissions.ts';
import { ask } from '../ask.ts';

/** What can be done with a destination that is set up. */
export function useDestinationDeeds(onView: (next: RulesView) => void) {
  const [deed, setDeed] = useState<DestinationDeed | null>(null);
  const [removed, setRemoved] = useState<string | null>(null);

  /** What fails is said beside the destination. */
  const run = async (id: string, work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      console.error('Latchdesk: something with a destination was not done', error);
      setDeed({ id, kind: 'failed' });
    }
  };
  const test = ({ id }: DestinationView) => {
    setDeed({ id, kind: 'testing' });
    return run(id, async () => {
      const outcome = await ask<Outcome | null>({ type: 'destination.tested', id });
      setDeed(outcome ? { id, kind: 'tested', outcome } : { id, kind: 'failed' });
    });
  };
  const allow = (destination: DestinationView) => {
    const asked = requestOrigin(patternOf(destination));
    const { id } = destination;
    return run(id, async () => setDeed((await asked) ? null : { id, kind: 'denied' }));
  };
  const remove = (destination: DestinationView) => {
    const { id, name } = destination;
    setDeed({ id, kind: 'removing' });
    return run(id, async () => {
      const next = await ask<RulesView | null>({ type: 'destination.removed', id });
      setDeed(next ? null : { id, kind: 'failed' });
      if (!next) return;
      setRemoved(name);
      onView(next);
      await giveBack(destination, next);
    });
  };
  return {
    ...{ deed, removed },
    onTest: (destination: DestinationView) => void test(destination),
    onAllow: (destination: DestinationView) => void allow(destination),
    onRemove: (destination: DestinationView) => void remove(destination),
  };
}

/** The host is given back to the browser unless something else still needs it. */
async function giveBack(destination: DestinationView, { destinations, portals }: RulesView): Promise<void> {
  const pattern = patternOf(destination);
  const isNeeded =
    destinations.some((other) => patternOf(other) === pattern) ||
    portals.some(({ origin }) => covers(pattern, `${origin}/*`) || covers(pattern, withoutPort(origin)));
  if (!isNeeded) await dropOrigin(pattern);
}

function withoutPort(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
