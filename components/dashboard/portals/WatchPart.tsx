import type { PortalView } from '../../../domain/view.ts';
import { DEFAULT_WATCH, type WatchSettings } from '../../../domain/watch/schedule.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { ChoiceField } from '../access/fields.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';
import { SettingField } from '../SettingField.tsx';
import { clockText, parseClock } from '../settings-input.ts';
import type { PortalEntry } from './portal-state.ts';
import { planLine, spanOf } from './watch-words.ts';

export interface WatchPartProps {
  entry: PortalEntry;
  now: number;
  /** Switched off for all portals. */
  isWatchOff: boolean;
  onWatch: (key: string, changes: Partial<WatchSettings>) => void;
  onResume: (key: string) => void;
}

/** Reading a portal while none of its tabs is open, for each of its users. */
export function WatchPart(props: WatchPartProps) {
  const { portals } = useDashboardText();
  const words = portals.watch;
  const { views } = props.entry;
  return (
    <section class="portal-part" aria-label={words.heading}>
      <h3 class="part-title">{words.heading}</h3>
      <p class="quiet">{words.text}</p>
      {props.isWatchOff && (
        <p class="mark" data-tone="quiet">
          <Icon name="switchedOff" />
          {words.switchedOff}
        </p>
      )}
      {views.length === 0 && <p>{words.noneYet}</p>}
      {views.map((view) => (
        <UserWatch key={view.key} view={view} isShared={views.length > 1} {...props} />
      ))}
    </section>
  );
}

interface UserWatchProps extends WatchPartProps {
  view: PortalView;
  /** The portal has several users. */
  isShared: boolean;
}

function UserWatch(props: UserWatchProps) {
  const { portals } = useDashboardText();
  const words = portals.watch;
  const isReadOnly = useReadOnly();
  const { view, isShared, isWatchOff, onWatch } = props;
  const { isOn } = view.watch.settings;
  // Whoever may change nothing may still stop it.
  const isFixed = (isReadOnly || isWatchOff) && !isOn;
  return (
    <div class="user-watch">
      <label class="check">
        <input
          type="checkbox"
          checked={isOn}
          disabled={isFixed}
          onChange={({ currentTarget }) => onWatch(view.key, { isOn: currentTarget.checked })}
        />
        <span>
          {words.on}
          {isShared && <span class="quiet"> ({words.user(view.userId)})</span>}
        </span>
      </label>
      {isOn && (
        <>
          <HowItGoes {...props} />
          <fieldset class="plain-fields" disabled={isReadOnly}>
            <HowOften {...props} />
            <QuietHours {...props} />
          </fieldset>
        </>
      )}
    </div>
  );
}

/** When it reads next, or why it has stopped. */
function HowItGoes({ view: { key, watch }, now, onResume }: UserWatchProps) {
  const text = useText();
  const { portals } = useDashboardText();
  const words = portals.watch;
  const { stop } = watch.state;
  const plan = planLine(text, portals, watch, now);
  return (
    <div role="status">
      {stop ? (
        <>
          <p class="field-problem">
            <Icon name="near" />
            <span>
              {words.stopped[stop.reason].what} ({words.since(text.clock(stop.since, now))}).{' '}
              {words.stopped[stop.reason].next}.
            </span>
          </p>
          <button type="button" class="button" onClick={() => onResume(key)}>
            {words.resume}
          </button>
        </>
      ) : (
        plan && (
          <p class="mark">
            <Icon name="clock" />
            {plan}
          </p>
        )
      )}
    </div>
  );
}

/** Minutes. */
const CHOICES = [5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440];

function HowOften({ view: { key, watch }, onWatch }: UserWatchProps) {
  const { portals } = useDashboardText();
  const { every } = watch.settings;
  const choices = CHOICES.includes(every) ? CHOICES : [...CHOICES, every].sort((a, b) => a - b);
  return (
    <ChoiceField
      label={portals.watch.every}
      value={String(every)}
      options={choices.map((minutes) => [String(minutes), spanOf(portals, minutes)] as const)}
      onChange={(value) => onWatch(key, { every: Number(value) })}
    />
  );
}

function QuietHours({ view: { key, watch }, onWatch }: UserWatchProps) {
  const { portals } = useDashboardText();
  const words = portals.watch;
  const { quiet } = watch.settings;
  const time = (name: 'from' | 'until') =>
    quiet && (
      <SettingField
        label={words[name]}
        value={quiet[name]}
        textOf={clockText}
        parse={parseClock}
        problem={words.timeProblem}
        onChange={(value) => onWatch(key, { quiet: { ...quiet, [name]: value } })}
      />
    );
  return (
    <>
      <label class="check">
        <input
          type="checkbox"
          checked={quiet !== null}
          onChange={({ currentTarget }) => onWatch(key, { quiet: currentTarget.checked ? DEFAULT_WATCH.quiet : null })}
        />
        <span>
          {words.quiet}
          <span class="check-hint quiet">{words.quietHint}</span>
        </span>
      </label>
      {quiet && (
        <div class="hours">
          {time('from')}
          {time('until')}
        </div>
      )}
    </>
  );
}
