import type { Saving } from '../../../domain/cards-text.ts';
import { LONGEST_LABEL, PORTAL_COLOURS, type PortalColour } from '../../../domain/portals/known-portal.ts';
import { SavingLine } from '../../cards/TextField.tsx';
import { useHeldFocus } from '../../held-focus.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';
import { SettingField } from '../SettingField.tsx';
import { ForgetPart, type ForgetPartProps } from './ForgetPart.tsx';
import { MovePart, type MovePartProps } from './MovePart.tsx';
import { type PortalEntry, portalState } from './portal-state.ts';
import { WatchPart, type WatchPartProps } from './WatchPart.tsx';

/** What the user sets for a portal as a whole. */
export interface PortalMarks {
  label: string;
  colour: PortalColour;
  isPaused: boolean;
}

export interface PortalPaneProps
  extends Pick<WatchPartProps, 'isWatchOff' | 'onWatch' | 'onResume'>,
    Pick<ForgetPartProps, 'forgetting' | 'onForget'>,
    Pick<MovePartProps, 'others' | 'moving' | 'onChoose' | 'onMove'> {
  entry: PortalEntry;
  /** What was set, saved or not. */
  marks: PortalMarks;
  now: number;
  /** Null: nothing was changed yet. */
  saving: Saving | null;
  /** The browser's question was answered with no. */
  isRefused: boolean;
  onChange: (changes: Partial<PortalMarks>) => void;
  /** The user left a field. */
  onBlur: () => void;
  /** Called in the press itself. */
  onAllow: () => void;
  onOpen: () => void;
  onClose: () => void;
}

/** Everything that is set for one portal. */
export function PortalPane(props: PortalPaneProps) {
  const { portals: words } = useDashboardText();
  const isReadOnly = useReadOnly();
  const { entry, saving, onOpen, onClose } = props;
  const pane = useHeldFocus<HTMLElement>();
  return (
    <aside
      class="pane"
      aria-label={words.details(entry.label)}
      tabIndex={-1}
      ref={pane}
      onKeyDown={(event) => event.key === 'Escape' && !event.isComposing && !event.defaultPrevented && onClose()}
      onFocusOut={props.onBlur}
    >
      <div class="pane-head">
        <h2 class="pane-title">{entry.label}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={words.closeDetails}
          title={words.closeDetails}
          onClick={onClose}
        >
          <Icon name="cross" size={16} />
        </button>
      </div>
      <p class="quiet" dir="ltr">{`${new URL(entry.portal.origin).protocol}//${entry.address}`}</p>
      <p>
        <button type="button" class="button" onClick={onOpen}>
          {words.open}
        </button>
      </p>
      <PermissionPart {...props} />
      <fieldset class="plain-fields" disabled={isReadOnly}>
        <Marks {...props} />
        <PausePart {...props} />
      </fieldset>
      {saving && <SavingLine saving={saving} text="" />}
      <WatchPart {...props} />
      <MovePart {...props} />
      <ForgetPart {...props} />
    </aside>
  );
}

function Marks({ marks, onChange }: PortalPaneProps) {
  const { portals: words } = useDashboardText();
  return (
    <>
      <SettingField
        label={words.label}
        hint={words.labelHint}
        value={marks.label}
        textOf={(value) => value}
        parse={(typed) => (Array.from(typed.trim()).length > LONGEST_LABEL ? null : typed)}
        problem={words.labelProblem(LONGEST_LABEL)}
        onChange={(label) => onChange({ label })}
      />
      <fieldset class="weekdays">
        <legend class="field-label">{words.colour}</legend>
        <div class="swatches">
          {(Object.keys(PORTAL_COLOURS) as PortalColour[]).map((colour) => (
            <label class="swatch" key={colour}>
              <input
                type="radio"
                name="portal-colour"
                value={colour}
                checked={marks.colour === colour}
                onChange={() => onChange({ colour })}
              />
              <span class="swatch-ground" style={{ background: PORTAL_COLOURS[colour] }} />
              <span>{words.colourName[colour]}</span>
            </label>
          ))}
        </div>
      </fieldset>
    </>
  );
}

function PausePart({ entry: { portal }, marks, now, onChange }: PortalPaneProps) {
  const text = useText();
  const { portals: words } = useDashboardText();
  // A missing permission outlasts what is ticked here.
  if (portal.pause?.by === 'permission') return null;
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={marks.isPaused}
        onChange={({ currentTarget }) => onChange({ isPaused: currentTarget.checked })}
      />
      <span>
        {words.pause}
        <span class="check-hint quiet">
          {words.pauseHint}
          {portal.pause && marks.isPaused && `. ${words.pausedSince(text.time(portal.pause.since, now))}`}
        </span>
      </span>
    </label>
  );
}

function PermissionPart({ entry, isRefused, onAllow }: PortalPaneProps) {
  const { portals } = useDashboardText();
  const words = portals.permission;
  const { isGranted } = entry;
  if (isGranted !== false && portalState(entry) !== 'noPermission') {
    return isGranted ? (
      <p class="mark" data-tone="good">
        <Icon name="key" />
        {words.given}
      </p>
    ) : null;
  }
  return (
    <section class="portal-part" aria-label={words.heading}>
      <p class="mark" data-tone="warning">
        <Icon name="near" />
        {words.missing}
      </p>
      <p class="quiet">{words.missingHint}</p>
      <button type="button" class="button" onClick={onAllow}>
        {words.allow}
      </button>
      <div role="status">{isRefused && <p class="field-problem">{words.refused}</p>}</div>
    </section>
  );
}
