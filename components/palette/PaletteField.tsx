import type { RefObject } from 'preact';
import { Icon } from '../Icon.tsx';
import { usePaletteLanguages } from './palette-text-context.ts';

interface PaletteFieldProps {
  field: RefObject<HTMLInputElement>;
  title: string;
  query: string;
  /** Id of the list with what was found; null: there is none. */
  listId: string | null;
  /** Id of the option that Enter takes; null: there is none. */
  activeId: string | null;
  onQuery: (query: string) => void;
  onClose: () => void;
}

const LONGEST_QUERY = 100;

/** Where one types; it keeps the focus, and names the option that Enter takes. */
export function PaletteField({ field, title, query, listId, activeId, onQuery, onClose }: PaletteFieldProps) {
  const { own } = usePaletteLanguages();
  return (
    <div class="palette-field">
      <Icon name="search" size={16} />
      <input
        type="text"
        ref={field}
        role="combobox"
        aria-label={title}
        aria-expanded={listId !== null}
        aria-controls={listId ?? undefined}
        aria-activedescendant={activeId ?? undefined}
        aria-autocomplete="list"
        placeholder={own.hint}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxLength={LONGEST_QUERY}
        value={query}
        onInput={(event) => onQuery(event.currentTarget.value)}
      />
      <button type="button" class="icon-button" tabIndex={-1} aria-label={own.close} onClick={onClose}>
        <Icon name="cross" />
      </button>
    </div>
  );
}
