import type { ComponentChildren } from 'preact';
import type { Saving } from '../../domain/cards-text.ts';
import { HIDEABLE_CARDS, type HideableCard, type Settings } from '../../domain/settings.ts';
import type { WorkingTime } from '../../domain/working-time.ts';
import { SavingLine } from '../cards/TextField.tsx';
import { AccessSettings } from './access/AccessSettings.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { HolidayFields } from './HolidayFields.tsx';
import { NotificationField, type NotificationFieldProps } from './NotificationField.tsx';
import { SettingField } from './SettingField.tsx';
import { PageHead } from './States.tsx';
import { parseNumber } from './settings-input.ts';
import { WorkingTimeFields } from './WorkingTimeFields.tsx';

export interface SettingsPageProps extends NotificationFieldProps {
  host: string;
  settings: Settings;
  /** Null: nothing was changed yet. */
  saving: Saving | null;
  onChange: (changes: Partial<Settings>) => void;
  /** The user left a field. */
  onBlur: () => void;
  /** Saves at once; false when that failed. */
  onSaveDays: (time: WorkingTime) => Promise<boolean>;
}

const WAITING = { min: 0.5, max: 200, isWhole: false };
const IDLE = { min: 1, max: 60, isWhole: true };

/** What the user sets for one portal; saved as it is typed. */
export function SettingsPage(props: SettingsPageProps) {
  const { settings: words, register, chatapp, rail } = useDashboardText();
  const { host, settings, saving, onChange, onSaveDays } = props;
  return (
    <div class="settings" onFocusOut={props.onBlur}>
      <PageHead title={rail.section.settings} lead={words.lead(host)}>
        {saving && <SavingLine saving={saving} text="" />}
      </PageHead>
      <Part {...words.workingTime}>
        <WorkingTimeFields time={settings.workingTime} onChange={(workingTime) => onChange({ workingTime })} />
      </Part>
      <Part {...words.holidays}>
        <HolidayFields time={settings.workingTime} onSaveDays={onSaveDays} />
      </Part>
      <Part {...words.warnings}>
        <Warnings settings={settings} onChange={onChange} />
      </Part>
      <Part title={register.settings.title} text={register.settings.text}>
        <AccessSettings settings={settings} onChange={onChange} />
      </Part>
      <Part title={chatapp.settings.title} text={chatapp.settings.text}>
        <Applications settings={settings} onChange={onChange} />
      </Part>
      <Part {...words.cards}>
        <Cards settings={settings} onChange={onChange} />
      </Part>
      <Part {...words.notifications}>
        <NotificationField {...props} />
      </Part>
    </div>
  );
}

interface PartProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

function Part({ title, text, children }: PartProps) {
  return (
    <section class="setting-part" aria-label={title}>
      <div>
        <h2 class="part-title">{title}</h2>
        <p class="quiet">{text}</p>
      </div>
      <div class="setting-fields">{children}</div>
    </section>
  );
}

function Warnings({ settings, onChange }: Pick<SettingsPageProps, 'settings' | 'onChange'>) {
  const { settings: words } = useDashboardText();
  const numberField = (name: 'waitingHours' | 'idleDays', label: string, hint: string, limits: typeof WAITING) => (
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
  );
  return (
    <>
      {numberField('waitingHours', words.waitingHours, words.waitingHoursHint, WAITING)}
      {numberField('idleDays', words.idleDays, words.idleDaysHint, IDLE)}
      <label class="check">
        <input
          type="checkbox"
          checked={settings.warnsOfSecrets}
          onChange={({ currentTarget }) => onChange({ warnsOfSecrets: currentTarget.checked })}
        />
        <span>
          {words.secrets}
          <span class="check-hint quiet">{words.secretsHint}</span>
        </span>
      </label>
    </>
  );
}

/** Whether the guard of uninstallations is for ChatApp alone. */
function Applications({ settings, onChange }: Pick<SettingsPageProps, 'settings' | 'onChange'>) {
  const {
    chatapp: { settings: words },
  } = useDashboardText();
  return (
    <label class="check">
      <input
        type="checkbox"
        checked={settings.guardsOthers}
        onChange={({ currentTarget }) => onChange({ guardsOthers: currentTarget.checked })}
      />
      <span>
        {words.guardsOthers}
        <span class="check-hint quiet">{words.guardsOthersHint}</span>
      </span>
    </label>
  );
}

/** Which cards may come by themselves. */
function Cards({ settings, onChange }: Pick<SettingsPageProps, 'settings' | 'onChange'>) {
  const { settings: words } = useDashboardText();
  const { hiddenCards } = settings;
  const show = (card: HideableCard, isShown: boolean) =>
    onChange({ hiddenCards: isShown ? hiddenCards.filter((each) => each !== card) : [...hiddenCards, card] });
  return (
    <>
      {HIDEABLE_CARDS.map((card) => (
        <label class="check" key={card}>
          <input
            type="checkbox"
            checked={!hiddenCards.includes(card)}
            onChange={({ currentTarget }) => show(card, currentTarget.checked)}
          />
          <span>{words.card[card]}</span>
        </label>
      ))}
    </>
  );
}
