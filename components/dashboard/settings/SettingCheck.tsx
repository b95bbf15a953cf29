import type { PolicyName } from '../../../domain/policy.ts';
import { FixedLine } from './SettingPart.tsx';

interface SettingCheckProps {
  name: string;
  hint?: string;
  isOn: boolean;
  /** The policy that fixes it. */
  fixedBy?: PolicyName | undefined;
  /** Why it cannot be changed here, in words. */
  offWhy?: string | null;
  onChange: (isOn: boolean) => void;
}

/** A setting that is on or off, with a sentence of what that means. */
export function SettingCheck({ name, hint, isOn, fixedBy, offWhy = null, onChange }: SettingCheckProps) {
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={isOn}
        disabled={fixedBy !== undefined || offWhy !== null}
        onChange={({ currentTarget }) => onChange(currentTarget.checked)}
      />
      <span>
        {name}
        {hint && <span class="check-hint quiet">{hint}</span>}
        {fixedBy !== undefined && <FixedLine by={fixedBy} />}
        {fixedBy === undefined && offWhy !== null && <span class="check-hint quiet">{offWhy}</span>}
      </span>
    </label>
  );
}
