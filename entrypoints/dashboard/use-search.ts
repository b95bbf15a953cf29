import { useEffect, useRef, useState } from 'preact/hooks';
import type { SearchState } from '../../components/dashboard/DialogsPage.tsx';
import type { DialogView } from '../../domain/view.ts';
import { ask } from './ask.ts';

/** ms after the last key. */
const PAUSE = 200;
/** The most that the background answers. */
const MOST_FOUND = 500;

interface Found {
  query: string;
  /** Null: the search failed. */
  dialogs: readonly DialogView[] | null;
}

interface Search {
  state: SearchState;
  /** Null: nothing is searched for, or nothing is known yet. */
  found: readonly DialogView[] | null;
}

/** Searches as it is typed; an answer to an older question is dropped. */
export function useSearch(key: string, typed: string, stamp: unknown): Search {
  const query = typed.trim();
  const [found, setFound] = useState<Found | null>(null);
  const turn = useRef(0);

  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (query === '') {
      setFound(null);
      return;
    }
    const timer = setTimeout(async () => {
      const dialogs = await ask<DialogView[] | null>({ type: 'search.wanted', key, query, limit: MOST_FOUND }).catch(
        (error) => {
          console.error('Latchdesk: the background does not answer the search', error);
          return null;
        },
      );
      if (mine === turn.current) setFound({ query, dialogs });
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [key, query, stamp]);
  return { state: stateOf(found, query), found: query === '' ? null : (found?.dialogs ?? null) };
}

function stateOf(found: Found | null, query: string): SearchState {
  if (query === '') return 'none';
  if (found?.query !== query) return 'underWay';
  if (found.dialogs === null) return 'failed';
  return found.dialogs.length >= MOST_FOUND ? 'some' : 'done';
}
