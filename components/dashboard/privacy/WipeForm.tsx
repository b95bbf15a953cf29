import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { useDashboardText } from '../dashboard-text-context.ts';

interface WipeFormProps {
  title: string;
  text: string;
  goes: readonly string[];
  stays: readonly string[];
  /** Opens the form. */
  begin: string;
  /** To be typed. */
  word: string;
  confirm: string;
  isDoing: boolean;
  onConfirm: () => void;
  children?: ComponentChildren;
}

/** What goes and what stays; the press that does it is armed by typing a word. */
export function WipeForm(props: WipeFormProps) {
  const { title, text, begin, isDoing, onConfirm, children } = props;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => {
    setOpen(false);
    // After the form is gone, or the focus would go with it.
    requestAnimationFrame(() => opener.current?.focus());
  };
  return (
    <section class="wipe-form" aria-labelledby={id}>
      <h3 class="now-card-title" id={id}>
        {title}
      </h3>
      <p class="quiet">{text}</p>
      {children}
      {isOpen ? (
        <Confirmation
          {...props}
          onCancel={close}
          onConfirm={() => {
            setOpen(false);
            onConfirm();
          }}
        />
      ) : (
        <button
          type="button"
          class="button"
          ref={opener}
          aria-disabled={isDoing}
          onClick={() => !isDoing && setOpen(true)}
        >
          {begin}
        </button>
      )}
    </section>
  );
}

function Confirmation({ goes, stays, word, confirm, onConfirm, onCancel }: WipeFormProps & { onCancel: () => void }) {
  const {
    privacy: { wipe: words },
  } = useDashboardText();
  const [typed, setTyped] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const isRight = typed.trim().toLowerCase() === word.toLowerCase();
  useEffect(() => field.current?.focus(), []);
  return (
    <>
      <List title={words.goes} items={goes} />
      <List title={words.stays} items={stays} />
      <div class="field-group">
        <label class="field-label" for={id}>
          {words.type(word)}
        </label>
        <input
          id={id}
          class="field"
          type="text"
          ref={field}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          // No key in a row decides: the button has to be pressed.
          onKeyDown={(event) => {
            if (event.key === 'Enter') event.preventDefault();
            if (event.key === 'Escape') onCancel();
          }}
        />
      </div>
      <div class="inline-actions">
        <button
          type="button"
          class="button wipe-confirm"
          aria-disabled={!isRight}
          onClick={() => isRight && onConfirm()}
        >
          {confirm}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {words.cancel}
        </button>
      </div>
    </>
  );
}

function List({ title, items }: { title: string; items: readonly string[] }) {
  return (
    <div>
      <p class="field-label">{title}</p>
      <ul class="bulleted">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
