import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface SearchFieldProps {
  query: string;
  field: RefObject<HTMLInputElement>;
  /** The user asked for the field: it takes the focus when it appears. */
  isWanted: boolean;
  onSearch: (query: string) => void;
}

const LONGEST_QUERY = 200;

/** A field that searches while one types. */
export function SearchField({ query, field, isWanted, onSearch }: SearchFieldProps) {
  const { search } = useText();
  useLayoutEffect(() => {
    if (isWanted) field.current?.focus();
  }, []);
  const clear = () => {
    onSearch('');
    field.current?.focus();
  };
  return (
    <search class="search">
      <Icon name="search" size={16} />
      <input
        type="text"
        class="search-field"
        ref={field}
        aria-label={search.label}
        placeholder={search.hint}
        dir="auto"
        autocomplete="off"
        enterkeyhint="search"
        maxLength={LONGEST_QUERY}
        value={query}
        onInput={(event) => onSearch(event.currentTarget.value)}
      />
      {query && (
        <button type="button" class="icon-button" aria-label={search.clear} title={search.clear} onClick={clear}>
          <Icon name="cross" />
        </button>
      )}
    </search>
  );
}
