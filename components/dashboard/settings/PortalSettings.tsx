import type { Feature } from '../../../domain/preferences.ts';
import { HIDEABLE_CARDS, type HideableCard, type Settings } from '../../../domain/settings.ts';
import type { WorkingTime } from '../../../domain/working-time.ts';
import { AccessSettings } from '../access/AccessSettings.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { HolidayFields } from '../HolidayFields.tsx';
import { SettingField } from '../SettingField.tsx';
import { parseNumber } from '../settings-input.ts';
import { WorkingTimeFields } from '../WorkingTimeFields.tsx';
import type { Locks } from './AllPortals.tsx';
import { SettingCheck } from './SettingCheck.tsx';
import { Fixed, SettingPart } from './SettingPart.tsx';

export interface PortalSettingsProps {
  settings: Settings;
  locks: Locks;
  /** What is off on all portals: a card among it stays away here, too. */
  featuresOff: readonly Feature[];
  onChange: (changes: Partial<Settings>) => void;
  /** Saves at once; false when that failed. */
  onSaveDays: (time: WorkingTime) => Promise<boolean>;
}

const WAITING = { min: 0.5, max: 200, isWhole: false };
const IDLE = { min: 1, max: 60, isWhole: true };

/** What the user sets for one portal; saved as it is typed. */
export function PortalSettings(props: PortalSettingsProps) {
  const { settings: words, register, chatapp } = useDashboardText();
  const { settings, onChange, onSaveDays } = props;
  return (
    <>
      <SettingPart {...words.workingTime}>
        <WorkingTimeFields time={settings.workingTime} onChange={(workingTime) => onChange({ workingTime })} />
      </SettingPart>
      <SettingPart {...words.holidays}>
        <HolidayFields time={settings.workingTime} onSaveDays={onSaveDays} />
      </SettingPart>
      <SettingPart {...words.warnings}>
        <Warnings {...props} />
      </SettingPart>
      <SettingPart title={register.settings.title} text={register.settings.text}>
        <AccessSettings {...props} />
      </SettingPart>
      <SettingPart title={chatapp.settings.title} text={chatapp.settings.text}>
        <Applications {...props} />
      </SettingPart>
      <SettingPart {...words.cards}>
        <Cards {...props} />
      </SettingPart>
    </>
  );
}

function Warnings({ settings, locks, onChange }: PortalSettingsProps) {
  const { settings: words } = useDashboardText();
  const numberField = (name: 'waitingHours' | 'idleDays', label: string, hint: string, limits: typeof WAITING) => (
    <Fixed by={locks.get(`settings.${name}`)}>
      <SettingField
        label={label}
        hint={hint}
        value={settings[name]}
        textOf={(value) => value.toLocaleString(document.documentElement.lang)}
        parse={(text) => parseNumber(text, limits)}
        problem={words.problem[name]}
        inputMode={limits.isWhole ? 'numeric' : 'decimal'}
        onChange={(value) => onChange({ [name]: value })}
      />
    </Fixed>
  );
  return (
    <>
      {numberField('waitingHours', words.waitingHours, words.waitingHoursHint, WAITING)}
      {numberField('idleDays', words.idleDays, words.idleDaysHint, IDLE)}
      <SettingCheck
        name={words.secrets}
        hint={words.secretsHint}
        isOn={settings.warnsOfSecrets}
        fixedBy={locks.get('settings.warnsOfSecrets')}
        onChange={(warnsOfSecrets) => onChange({ warnsOfSecrets })}
      />
    </>
  );
}

/** Whether the guard of uninstallations is for ChatApp alone. */
function Applications({ settings, locks, onChange }: PortalSettingsProps) {
  const {
    chatapp: { settings: words },
  } = useDashboardText();
  return (
    <SettingCheck
      name={words.guardsOthers}
      hint={words.guardsOthersHint}
      isOn={settings.guardsOthers}
      fixedBy={locks.get('settings.guardsOthers')}
      onChange={(guardsOthers) => onChange({ guardsOthers })}
    />
  );
}

/** Which cards may come by themselves. */
function Cards({ settings, locks, featuresOff, onChange }: PortalSettingsProps) {
  const { settings: words, allPortals } = useDashboardText();
  const { hiddenCards } = settings;
  const show = (card: HideableCard, isShown: boolean) =>
    onChange({ hiddenCards: isShown ? hiddenCards.filter((each) => each !== card) : [...hiddenCards, card] });
  return (
    <>
      {HIDEABLE_CARDS.map((card) => (
        <SettingCheck
          key={card}
          name={words.card[card]}
          isOn={!hiddenCards.includes(card) && !featuresOff.includes(card)}
          fixedBy={locks.get(`settings.hiddenCards.${card}`)}
          offWhy={featuresOff.includes(card) ? allPortals.offForAll : null}
          onChange={(isShown) => show(card, isShown)}
        />
      ))}
    </>
  );
}
