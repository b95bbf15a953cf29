import { useRef, useState } from 'preact/hooks';
import type { MovePartProps, Moving } from '../../components/dashboard/portals/MovePart.tsx';
import type { MoveOutcome, MovePreview } from '../../domain/portals/moved.ts';
import { ask } from './ask.ts';
import { loadFront } from './front-flow.ts';

const NOTHING: Moving = { to: '', plan: null, state: 'none' };

type Done = Exclude<MoveOutcome, { refusal: unknown }>;

/** Moving a portal: first in numbers, then for good. Nothing is said to have moved without the proof. */
export function useMoving(
  from: string,
  onMoved: (to: string, outcome: Done) => void,
): Pick<MovePartProps, 'moving' | 'onChoose' | 'onMove'> {
  const [moving, setMoving] = useState<Moving>(NOTHING);
  /** The address that was chosen last: an answer about another one comes too late. */
  const chosen = useRef('');

  const choose = async (to: string) => {
    chosen.current = to;
    if (to === '') return setMoving(NOTHING);
    setMoving({ to, plan: 'counting', state: 'none' });
    const plan = await ask<MovePreview | null>({ type: 'move.planned', from, to }).catch(report);
    if (chosen.current === to) setMoving({ to, plan: plan ?? 'failed', state: 'none' });
  };
  const move = async () => {
    const { to } = moving;
    setMoving((known) => ({ ...known, state: 'underWay' }));
    const outcome = await ask<MoveOutcome | null>({ type: 'portal.moved', from, to }).catch(report);
    if (outcome && 'refusal' in outcome) return setMoving({ to, plan: outcome, state: 'none' });
    if (!outcome || !Array.isArray(outcome.left)) return setMoving((known) => ({ ...known, state: 'failed' }));
    onMoved(to, outcome);
    await loadFront();
  };
  return { moving, onChoose: (to) => void choose(to), onMove: () => void move() };
}

function report(error: unknown): null {
  console.error('Latchdesk: a portal could not be moved', error);
  return null;
}
