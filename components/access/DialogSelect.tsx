import { useId } from 'preact/hooks';
import type { DialogChoice } from './banner-props.ts';

interface DialogSelectProps {
  label: string;
  /** What stands there while no dialog is chosen. */
  nothing: string;
  dialogs: readonly DialogChoice[];
  value: number | null;
  onChange: (chatId: number | null) => void;
}

/** Picks one of the dialogs with support. */
export function DialogSelect({ label, nothing, dialogs, value, onChange }: DialogSelectProps) {
  const id = useId();
  return (
    <div class="access-field">
      <label for={id}>{label}</label>
      <select
        id={id}
        class="field"
        value={value === null ? '' : String(value)}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))}
      >
        <option value="">{nothing}</option>
        {dialogs.map(({ chatId, name }) => (
          <option key={chatId} value={String(chatId)}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
