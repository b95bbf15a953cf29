/**
 * Wiping, apart from the section that shows it: once a portal is gone its sections are drawn anew, and the proof must
 * not go with it.
 */
import { createStore } from '@xstate/store';
import type { WipeablePortal, WipeOutcome } from '../../components/dashboard/privacy/WipePart.tsx';
import type { WipeProof } from '../../domain/privacy.ts';
import { ask } from './ask.ts';
import { loadFront } from './front-flow.ts';
import { forgetAllDrafts } from './rules/kept-draft.ts';

const NOTHING: { outcome: WipeOutcome | null } = { outcome: null };

export const wipeStore = createStore({
  context: NOTHING,
  on: {
    told: (_known, { outcome }: { outcome: WipeOutcome | null }) => ({ outcome }),
  },
});

/** Has a portal wiped, with null everything; the proof stays until it is put away or something else is wiped. */
export async function wipe(portal: WipeablePortal | null): Promise<void> {
  const of = { host: portal?.host ?? null, at: Date.now() };
  wipeStore.trigger.told({ outcome: { ...of, state: 'doing' } });
  const proof = await wipedBy(portal);
  if (!portal && proof) forgetAllDrafts();
  wipeStore.trigger.told({ outcome: proof ? { ...of, state: 'done', proof } : { ...of, state: 'failed' } });
  // Also after a failure: what is on show should be what is there.
  await loadFront();
}

async function wipedBy(portal: WipeablePortal | null): Promise<WipeProof | null> {
  try {
    const told = await ask<WipeProof | null>(
      portal ? { type: 'portal.removed', origin: portal.origin } : { type: 'all.wiped' },
    );
    // Only what says how much it found afterwards is a proof.
    return Array.isArray(told?.left) ? told : null;
  } catch (error) {
    console.error('Latchdesk: what is stored could not be wiped', error);
    return null;
  }
}
