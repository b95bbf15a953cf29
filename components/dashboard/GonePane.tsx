import { useHeldFocus } from '../held-focus.ts';
import { useDashboardText } from './dashboard-text-context.ts';

/** Details of what is no longer there, of a dialog where nothing else is told. */
export function GonePane({ told, onClose }: { told?: string; onClose: () => void }) {
  const { dialogs: words } = useDashboardText();
  const gone = told ?? words.gone;
  const pane = useHeldFocus<HTMLElement>();
  return (
    <aside class="pane" aria-label={gone} tabIndex={-1} ref={pane}>
      <p>{gone}</p>
      <button type="button" class="button" onClick={onClose}>
        {words.closeDetails}
      </button>
    </aside>
  );
}
