import { useEffect, useState } from 'preact/hooks';
import type { Moved } from '../../components/dashboard/portals/MovedNote.tsx';
import { type PortalMarks, PortalPane, type PortalPaneProps } from '../../components/dashboard/portals/PortalPane.tsx';
import type { PortalEntry } from '../../components/dashboard/portals/portal-state.ts';
import { Saver } from '../../components/dashboard/saver.ts';
import type { OwnMessage } from '../../core/own/own-protocol.ts';
import type { Saving } from '../../domain/cards-text.ts';
import type { WipeProof } from '../../domain/privacy.ts';
import { requestOrigin } from '../../platform/permissions.ts';
import { ask } from './ask.ts';
import { loadFront, takeFront } from './front-flow.ts';
import { goToPortal } from './go-to-portal.ts';
import { useMoving } from './use-moving.ts';

interface PortalDetailsProps {
  entry: PortalEntry;
  now: number;
  isWatchOff: boolean;
  /** The other portals that are known. */
  others: PortalPaneProps['others'];
  onForgotten: (proof: WipeProof) => void;
  onMoved: (to: string, outcome: Moved['outcome']) => void;
  onClose: () => void;
}

/** What is set for one portal, saved as it is set. */
export function PortalDetails({ entry, onForgotten, onMoved, ...props }: PortalDetailsProps) {
  const { portal } = entry;
  const { origin } = portal;
  const [set, setSet] = useState<Partial<PortalMarks>>({});
  const [saving, setSaving] = useState<Saving | null>(null);
  const [isRefused, setRefused] = useState(false);
  const [saver] = useState(
    () => new Saver<PortalMarks>((changes) => tell({ type: 'portal.changed', origin, changes }), setSaving),
  );
  useEffect(() => () => void saver.flush(), []);

  const change = (changes: Partial<PortalMarks>) => {
    setSet((known) => ({ ...known, ...changes }));
    saver.change(changes);
    // Only what is typed may go on in the next moment.
    if (changes.label === undefined) void saver.flush();
  };
  const watch = (message: OwnMessage) => {
    setSaving('saving');
    void tell(message)
      .catch(report)
      .then((isSaved) => setSaving(isSaved ? 'saved' : 'notSaved'));
  };
  return (
    <PortalPane
      {...props}
      {...useForgetting(origin, onForgotten)}
      {...useMoving(origin, onMoved)}
      {...{ entry, saving, isRefused }}
      marks={{ label: portal.label, colour: portal.colour, isPaused: portal.pause?.by === 'user', ...set }}
      onChange={change}
      onBlur={() => void saver.flush()}
      onAllow={() => {
        // In the press itself: after anything was waited for, the browser would refuse to ask.
        requestOrigin(portal.pattern).then((isAllowed) => setRefused(!isAllowed), report);
      }}
      onWatch={(key, changes) => watch({ type: 'watch.changed', key, changes })}
      onResume={(key) => watch({ type: 'watch.resumed', key })}
      onOpen={() => void goToPortal(portal)}
    />
  );
}

/** Asks for a change that is answered with all portals; false when it was not made. */
const tell = async (message: OwnMessage): Promise<boolean> => takeFront(await ask<unknown>(message));

function report(error: unknown): false {
  console.error('Latchdesk: a portal could not be changed', error);
  return false;
}

/** Forgetting the portal: nothing is said to be gone without the proof. */
function useForgetting(
  origin: string,
  onForgotten: (proof: WipeProof) => void,
): Pick<PortalPaneProps, 'forgetting' | 'onForget'> {
  const [forgetting, setForgetting] = useState<PortalPaneProps['forgetting']>('none');
  const forget = async () => {
    setForgetting('underWay');
    try {
      const proof = await ask<WipeProof | null>({ type: 'portal.removed', origin });
      if (!proof || !Array.isArray(proof.left)) throw new Error('The background did not prove what it has erased');
      onForgotten(proof);
      void loadFront();
    } catch (error) {
      report(error);
      setForgetting('failed');
    }
  };
  return { forgetting, onForget: () => void forget() };
}
