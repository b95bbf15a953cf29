/** What the comparison of two records comes down to. */
import type { Difference } from './compare.ts';

export interface Outcome {
  /** Is back by itself. */
  back: Difference[];
  /** Is back under another number. */
  newIds: Difference[];
  /** Wants somebody: missing, changed, or open to everyone. */
  toMend: Difference[];
  /** Came with the reinstall. */
  added: Difference[];
  /** Nobody could read it, so nobody can say. */
  unknown: Difference[];
  /** Cards that were open before show tabs that lead nowhere; whoever has one open has to load it anew. */
  cardsNeedRefresh: boolean;
}

/** Sorts differences by what they ask of the reader. */
export function outcomeOf(differences: readonly Difference[]): Outcome {
  const of = (...kinds: Difference['kind'][]) => differences.filter(({ kind }) => kinds.includes(kind));
  const newIds = of('newId');
  return {
    ...{ back: of('same'), newIds, toMend: of('missing', 'changed'), added: of('added') },
    unknown: of('notCompared', 'neverRead'),
    cardsNeedRefresh: newIds.some((difference) => difference.kind === 'newId' && difference.part === 'tabs'),
  };
}
