import { useHeldFocus } from '../held-focus.ts';
import { useDashboardText } from './dashboard-text-context.ts';

/** Details of a dialog that is no longer there. */
export function GonePane({ onClose }: { onClose: () => void }) {
  const { dialogs: words } = useDashboardText();
  const pane = useHeldFocus<HTMLElement>();
  return (
    <aside class="pane" aria-label={words.gone} tabIndex={-1} ref={pane}>
      <p>{words.gone}</p>
      <button type="button" class="button" onClick={onClose}>
        {words.closeDetails}
      </button>
    </aside>
  );
}
