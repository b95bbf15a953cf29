import { useSelector } from '@xstate/store-preact';
import { useMemo, useState } from 'preact/hooks';
import { parsePortalAddress } from '../../bitrix24/portal-address.ts';
import { permissionPattern } from '../../bitrix24/portal-scripts.ts';
import type { AddOutcome, AddPortalProps } from '../../components/dashboard/portals/AddPortal.tsx';
import type { AddedPortal, PortalAddress } from '../../domain/portals/address.ts';
import { requestOrigin, takesPorts } from '../../platform/permissions.ts';
import { ask } from './ask.ts';
import { dashboardStore } from './dashboard-store.ts';
import { loadFront } from './front-flow.ts';
import { goToPortal } from './go-to-portal.ts';

/** The form that adds a portal: what is typed, what it means, and the browser's question in the press itself. */
export function useAddedPortal(): Omit<AddPortalProps, 'takesFocus'> {
  const { typed, choices } = useSelector(dashboardStore, ({ context }) => context.adding);
  const [outcome, setOutcome] = useState<AddOutcome | null>(null);
  const [added, setAdded] = useState<PortalAddress | null>(null);
  const answer = useMemo(() => parsePortalAddress(typed, choices), [typed, choices]);
  const address = 'address' in answer ? answer.address : null;

  const submit = () => {
    if ('refusal' in answer) {
      setOutcome({ kind: 'refused', refusal: answer.refusal });
      return;
    }
    // First of all: after anything was waited for, the browser no longer believes that somebody has pressed.
    const asked = requestOrigin(permissionPattern(answer.address, takesPorts()));
    setOutcome({ kind: 'adding' });
    void finish(asked, answer.address).then(setOutcome);
  };
  const finish = async (asked: Promise<boolean>, place: PortalAddress): Promise<AddOutcome> => {
    try {
      if (!(await asked)) return { kind: 'refused', refusal: 'denied' };
      const told = await ask<AddedPortal | null>({ type: 'portal.added', address: typed, choices });
      if (!told) return { kind: 'refused', refusal: 'failed' };
      if ('refusal' in told) return { kind: 'refused', refusal: told.refusal };
      setAdded(place);
      dashboardStore.trigger.portalAdded();
      void loadFront();
      return { kind: 'added', host: place.host, isKnown: told.isKnown };
    } catch (error) {
      console.error('Latchdesk: a portal could not be added', error);
      return { kind: 'refused', refusal: 'failed' };
    }
  };
  return {
    ...{ typed, choices, answer, outcome },
    onType: (next) => {
      setOutcome(null);
      dashboardStore.trigger.addressTyped({ typed: next });
    },
    onChoices: (changes) => {
      setOutcome(null);
      dashboardStore.trigger.addressChosen({ choices: changes });
    },
    onSubmit: submit,
    onOpen: () => {
      const place = outcome?.kind === 'added' ? added : address;
      if (place) void goToPortal(place);
    },
  };
}
