import type { Messages } from '../domain/text.ts';
import type { DialogView } from '../domain/view.ts';
import { DialogRows, type DialogRowsProps } from './DialogRows.tsx';
import { useText } from './text-context.ts';

/** A search under way or answered. */
export interface Search {
  /** As it is typed. */
  query: string;
  /** Null until the answer is there; `failed`: there is none to come. */
  found: readonly DialogView[] | 'failed' | null;
  /** Where `found` holds this many, there may be more. */
  limit: number;
}

export interface SearchResultsProps extends Pick<DialogRowsProps, 'now' | 'onOpen' | 'onDetails'> {
  search: Search;
}

/** What a search has found, the best first, in place of the list. */
export function SearchResults({ search, ...rows }: SearchResultsProps) {
  const text = useText();
  const { found } = search;
  const dialogs = found === 'failed' || found === null ? [] : found;
  return (
    <div class="dialogs">
      <p class="quiet dialogs-none" role="status">
        {outcome(text, search)}
      </p>
      {found?.length === 0 && <p class="quiet dialogs-none">{text.search.noneHint}</p>}
      {dialogs.length > 0 && <DialogRows {...rows} label={text.dialogs.heading} dialogs={dialogs} />}
    </div>
  );
}

function outcome({ search: text }: Messages, { query, found, limit }: Search): string {
  if (found === null) return text.searching;
  if (found === 'failed') return text.failed;
  if (found.length === 0) return text.none(query.trim());
  return found.length < limit ? text.found(found.length) : text.foundFirst(found.length);
}
