import type { GovernanceView } from '../../../domain/governance.ts';
import type { LockedField, PolicyName } from '../../../domain/policy.ts';
import { FEATURES, type Feature, type Preferences } from '../../../domain/preferences.ts';
import { ChoiceField } from '../access/fields.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { NotificationField, type NotificationFieldProps } from '../NotificationField.tsx';
import { PolicyPart } from './PolicyPart.tsx';
import { SettingCheck } from './SettingCheck.tsx';
import { Fixed, SettingPart } from './SettingPart.tsx';

export type Locks = ReadonlyMap<LockedField, PolicyName>;

/** What a locked field is fixed by; undefined for one that is free. */
export const locksOf = ({ locks }: Pick<GovernanceView, 'locks'>): Locks => new Map(locks);

export interface AllPortalsProps extends NotificationFieldProps {
  governance: GovernanceView;
  /** The languages to choose from, under their own names. */
  languages: readonly { language: string; name: string }[];
  onChange: (changes: Partial<Preferences>) => void;
}

/** What the user sets for all portals at once, and what their organisation has fixed of it. */
export function AllPortals(props: AllPortalsProps) {
  const { settings, allPortals: words } = useDashboardText();
  return (
    <>
      <PolicyPart governance={props.governance} />
      <SettingPart title={words.language.title} text={words.language.text} isAlwaysFree>
        <Language {...props} />
      </SettingPart>
      <SettingPart title={words.readOnly.title} text={words.readOnly.text} isAlwaysFree>
        <ReadOnly {...props} />
      </SettingPart>
      <SettingPart title={words.features.title} text={words.features.text}>
        <Features {...props} />
      </SettingPart>
      <SettingPart {...settings.notifications} isAlwaysFree>
        <NotificationField {...props} />
      </SettingPart>
    </>
  );
}

function Language({ governance, languages, onChange }: AllPortalsProps) {
  const { allPortals: words } = useDashboardText();
  const { language } = governance.effective;
  return (
    <Fixed by={locksOf(governance).get('language')}>
      <ChoiceField
        label={words.language.label}
        value={language}
        options={[['', words.language.ofPortal], ...languages.map((each) => [each.language, each.name] as const)]}
        onChange={(chosen) => onChange({ language: chosen })}
      />
    </Fixed>
  );
}

function ReadOnly({ governance, onChange }: AllPortalsProps) {
  const { allPortals: words } = useDashboardText();
  return (
    <SettingCheck
      name={words.readOnly.label}
      hint={words.readOnly.hint}
      isOn={governance.effective.isReadOnly}
      fixedBy={locksOf(governance).get('isReadOnly')}
      onChange={(isReadOnly) => onChange({ isReadOnly })}
    />
  );
}

function Features({ governance, onChange }: AllPortalsProps) {
  const { allPortals: words } = useDashboardText();
  const locks = locksOf(governance);
  const { featuresOff } = governance.effective;
  const own = governance.preferences.featuresOff;
  const turn = (feature: Feature, isOn: boolean) =>
    onChange({ featuresOff: isOn ? own.filter((each) => each !== feature) : [...own, feature] });
  return (
    <>
      {FEATURES.map((feature) => (
        <SettingCheck
          key={feature}
          name={words.feature[feature].title}
          hint={words.feature[feature].text}
          isOn={!featuresOff.includes(feature)}
          fixedBy={locks.get(`featuresOff.${feature}`)}
          onChange={(isOn) => turn(feature, isOn)}
        />
      ))}
    </>
  );
}
