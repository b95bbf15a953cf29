import { useId } from 'preact/hooks';

interface SearchToolProps {
  label: string;
  hint: string;
  value: string;
  onInput: (query: string) => void;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The search of a toolbar. */
export function SearchTool({ label, hint, value, onInput, onKeyDown }: SearchToolProps) {
  const id = useId();
  return (
    <div class="tool tool-search">
      <label class="field-label" for={id}>
        {label}
      </label>
      <input
        id={id}
        class="field"
        type="search"
        dir="auto"
        maxLength={200}
        placeholder={hint}
        value={value}
        onInput={({ currentTarget }) => onInput(currentTarget.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}
