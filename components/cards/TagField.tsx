import { useId, useRef, useState } from 'preact/hooks';
import { LONGEST_TAG, MOST_TAGS } from '../../domain/notes.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';

interface TagFieldProps {
  tags: readonly string[];
  onChange: (tags: string[]) => void;
}

/** Tags as chips: a comma, Enter or leaving the field makes one; its button, Delete or Backspace removes it. */
export function TagField({ tags, onChange }: TagFieldProps) {
  const { dialog } = useCardText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  const [told, setTold] = useState('');
  const isFull = tags.length >= MOST_TAGS;

  const add = (raw: string) => {
    const added = newTags(raw, tags);
    setTyped('');
    if (added.length === 0) return;
    onChange([...tags, ...added]);
    setTold(dialog.tagAdded(added.join(', ')));
  };
  const remove = (tag: string) => {
    onChange(tags.filter((each) => each !== tag));
    setTold(dialog.tagRemoved(tag));
    input.current?.focus();
  };
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {dialog.tags}
      </label>
      <p class="quiet" id={`${id}-hint`}>
        {isFull ? dialog.tagLimit(MOST_TAGS) : dialog.tagsHint}
      </p>
      <TagChips tags={tags} onRemove={remove} />
      <input
        type="text"
        class="field"
        id={id}
        ref={input}
        dir="auto"
        autocomplete="off"
        aria-describedby={`${id}-hint`}
        readOnly={isFull}
        value={typed}
        onInput={({ currentTarget: { value } }) => (value.includes(',') ? add(value) : setTyped(value))}
        onBlur={() => add(typed)}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'Enter') add(typed);
          else if (event.key === 'Backspace' && typed === '' && tags.length > 0) remove(tags.at(-1) ?? '');
        }}
      />
      <span class="for-screen-reader" role="status">
        {told}
      </span>
    </div>
  );
}

function TagChips({ tags, onRemove }: { tags: readonly string[]; onRemove: (tag: string) => void }) {
  const { dialog } = useCardText();
  if (tags.length === 0) return null;
  return (
    <ul class="tags" aria-label={dialog.tags}>
      {tags.map((tag) => (
        <li key={tag}>
          <button
            type="button"
            class="tag"
            aria-label={dialog.removeTag(tag)}
            title={dialog.removeTag(tag)}
            onClick={() => onRemove(tag)}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') onRemove(tag);
            }}
          >
            <span dir="auto">{tag}</span>
            <Icon name="cross" size={12} />
          </button>
        </li>
      ))}
    </ul>
  );
}

/** What was typed as tags: trimmed, no longer than allowed, none twice whatever the case. */
function newTags(raw: string, tags: readonly string[]): string[] {
  const known = new Set(tags.map((tag) => tag.toLowerCase()));
  return raw
    .split(',')
    .map((tag) => tag.trim().slice(0, LONGEST_TAG).trim())
    .filter((tag) => {
      const key = tag.toLowerCase();
      if (key === '' || known.has(key)) return false;
      known.add(key);
      return true;
    })
    .slice(0, MOST_TAGS - tags.length);
}
