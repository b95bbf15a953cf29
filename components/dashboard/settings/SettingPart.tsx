import type { ComponentChildren } from 'preact';
import type { PolicyName } from '../../../domain/policy.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';

interface SettingPartProps {
  title: string;
  text: string;
  /** It is used while Latchdesk is read-only, too. */
  isAlwaysFree?: boolean;
  children: ComponentChildren;
}

/** A part of the settings: what it is about, and its fields. */
export function SettingPart({ title, text, isAlwaysFree = false, children }: SettingPartProps) {
  const isReadOnly = useReadOnly();
  return (
    <section class="setting-part" aria-label={title}>
      <div>
        <h3 class="part-title">{title}</h3>
        <p class="quiet">{text}</p>
      </div>
      <fieldset class="setting-fields" disabled={isReadOnly && !isAlwaysFree}>
        {children}
      </fieldset>
    </section>
  );
}

interface SettingGroupProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

/** Settings that hold for the same: for all portals, or for one. */
export function SettingGroup({ title, text, children }: SettingGroupProps) {
  return (
    <section class="setting-group" aria-label={title}>
      <div class="setting-group-head">
        <h2 class="group-title">{title}</h2>
        {text && <p class="quiet">{text}</p>}
      </div>
      {children}
    </section>
  );
}

interface FixedProps {
  /** The policy that fixes what is inside; undefined: the user may change it. */
  by: PolicyName | undefined;
  children: ComponentChildren;
}

/** A field that shows what the organisation has fixed, and says so. */
export function Fixed({ by, children }: FixedProps) {
  return (
    <fieldset class="fixed-field" disabled={by !== undefined}>
      {children}
      {by !== undefined && <FixedLine by={by} />}
    </fieldset>
  );
}

export function FixedLine({ by, id }: { by: PolicyName; id?: string }) {
  const { allPortals: words } = useDashboardText();
  return (
    <span class="quiet fixed-by" {...(id && { id })}>
      <Icon name="full" />
      {words.fixed(by)}
    </span>
  );
}
