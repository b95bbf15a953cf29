import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { FrontView } from '../../domain/front.ts';
import type { PaletteEntry, PaletteTarget } from '../../domain/palette/entry.ts';
import { PaletteField } from './PaletteField.tsx';
import { OPTION_ID, PaletteResults } from './PaletteResults.tsx';
import { firstEntries, groupsOf, indexOf, MOST_FOUND } from './palette-groups.ts';
import { usePaletteLanguages } from './palette-text-context.ts';

export interface PaletteProps {
  front: FrontView;
  /** `front` was kept from before, and what holds now is still to come. */
  isFrontKept: boolean;
  /** Dialogs and employees; until they are there everything else is found. */
  more: { state: 'loading' | 'failed' } | { state: 'ready'; entries: readonly PaletteEntry[] };
  /** Key of the portal whose dialogs alone are looked through; null: everything. */
  scope: string | null;
  onChoose: (target: PaletteTarget) => void;
  onClose: () => void;
}

const LIST_ID = 'palette-list';
const NOTHING: readonly PaletteEntry[] = [];

/** Finds everything that can be opened or done, by typing; arrow keys choose, Enter goes there. */
export function Palette(props: PaletteProps) {
  const { front, more, scope, onChoose, onClose } = props;
  const { own } = usePaletteLanguages();
  const field = useFocus();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const groups = groupsOf(useFound(props, query));
  const options = groups.flatMap(({ options: each }) => each);
  const place = front.portals.find(({ key }) => key === scope);
  const title = place ? own.dialogsOf(place.label) : own.title;
  const isOpen = options.length > 0;
  const search = (typed: string) => {
    setQuery(typed);
    setActive(0);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const entry = options[active]?.entry;
    const next = nextOption(event.key, active, options.length);
    if (next !== null) setActive(next);
    else if (event.key === 'Enter') entry && onChoose(entry.target);
    else if (event.key === 'Escape' || isToggle(event)) onClose();
    // There is nothing else in here to go to.
    else if (event.key !== 'Tab') return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a press beside the palette does what Escape does
    <div class="palette-veil" onMouseDown={(event) => event.target === event.currentTarget && onClose()}>
      <div class="palette" role="dialog" aria-modal="true" aria-label={title} onKeyDown={onKeyDown}>
        <PaletteField
          {...{ field, title, query, onClose }}
          listId={isOpen ? LIST_ID : null}
          activeId={isOpen ? `${OPTION_ID}${active}` : null}
          onQuery={search}
        />
        {isOpen && (
          <PaletteResults id={LIST_ID} {...{ groups, active, onChoose }} portals={front.portals} onPoint={setActive} />
        )}
        <Said count={options.length} query={query.trim()} state={more.state} isScoped={scope !== null} />
      </div>
    </div>
  );
}

/** What the palette says beside what it has found. */
function Said(props: { count: number; query: string; state: 'loading' | 'failed' | 'ready'; isScoped: boolean }) {
  const { own } = usePaletteLanguages();
  const { count, query, state, isScoped } = props;
  const isNothing = count === 0 && state !== 'loading';
  return (
    <div class="palette-said quiet" role="status">
      {isNothing && query && <p class="palette-none">{own.none(query)}</p>}
      {isNothing && <p>{isScoped && !query ? own.noDialogs : own.noneHint}</p>}
      {count > 0 && query && <p class="for-screen-reader">{own.found(count)}</p>}
      {state === 'loading' && <p>{own.loading}</p>}
      {state === 'failed' && <p>{own.failed}</p>}
    </div>
  );
}

/** What fits; what is offered first while nothing was typed. */
function useFound({ front, isFrontKept, more, scope }: PaletteProps, query: string): readonly PaletteEntry[] {
  const languages = usePaletteLanguages();
  const first = useFirst(front, isFrontKept);
  const entries = more.state === 'ready' ? more.entries : NOTHING;
  const index = useMemo(() => indexOf(first, entries, scope, languages), [first, entries, scope, languages]);
  return useMemo(
    () =>
      query.trim()
        ? index.search(query, MOST_FOUND).map(({ entry }) => entry)
        : firstEntries(first, entries, scope, languages),
    [index, query],
  );
}

/** The first front that is no kept one: what changes while somebody chooses moves nothing. */
function useFirst(front: FrontView, isKept: boolean): FrontView {
  const first = useRef({ front, isKept });
  if (first.current.isKept) first.current = { front, isKept };
  return first.current.front;
}

/** The field takes the focus, and gives it back to whatever had it. */
function useFocus() {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const before = document.activeElement;
    field.current?.focus();
    return () => {
      // What lies under the palette can take the focus only once the palette is gone.
      queueMicrotask(() => before instanceof HTMLElement && before.isConnected && before.focus());
    };
  }, []);
  return field;
}

/** Where an arrow key leads, from the last to the first and back; null: it is another key. */
function nextOption(key: string, active: number, count: number): number | null {
  if (key === 'ArrowDown') return count === 0 ? 0 : (active + 1) % count;
  if (key === 'ArrowUp') return count === 0 ? 0 : (active + count - 1) % count;
  if (key === 'PageDown') return Math.max(0, count - 1);
  return key === 'PageUp' ? 0 : null;
}

/** The keys that opened it. */
const isToggle = ({ ctrlKey, metaKey, code }: KeyboardEvent) => (ctrlKey || metaKey) && code === 'KeyK';
