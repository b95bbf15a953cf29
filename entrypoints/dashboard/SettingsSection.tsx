import { useEffect, useState } from 'preact/hooks';
import { SavingLine } from '../../components/cards/TextField.tsx';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { Answered, PageHead } from '../../components/dashboard/States.tsx';
import { Saver } from '../../components/dashboard/saver.ts';
import { AllPortals, locksOf } from '../../components/dashboard/settings/AllPortals.tsx';
import { CopyToAllPart } from '../../components/dashboard/settings/CopyToAllPart.tsx';
import type { Languages } from '../../components/dashboard/settings/DifferenceTable.tsx';
import { LoadFilePart } from '../../components/dashboard/settings/LoadFilePart.tsx';
import { PortalSettings } from '../../components/dashboard/settings/PortalSettings.tsx';
import { SaveFilePart } from '../../components/dashboard/settings/SaveFilePart.tsx';
import { SettingGroup } from '../../components/dashboard/settings/SettingPart.tsx';
import type { Saving } from '../../domain/cards-text.ts';
import type { GovernanceView } from '../../domain/governance.ts';
import type { Settings } from '../../domain/settings.ts';
import type { PortalView } from '../../domain/view.ts';
import { languageChoices } from '../../locales/languages.ts';
import { ask } from './ask.ts';
import type { FrontSectionProps } from './section-props.ts';
import { useAnswer } from './use-answer.ts';
import { useCopyToAll } from './use-copy-to-all.ts';
import { useGovernance } from './use-governance.ts';
import { useLoadFile } from './use-load-file.ts';
import { useNotifications } from './use-notifications.ts';
import { useSaveFile } from './use-save-file.ts';

/** What the user sets: for all portals, for the one that is chosen, and all of it as a file. */
export function SettingsSection({ front, portal, now }: FrontSectionProps) {
  const { rail, allPortals: words } = useDashboardText();
  const { preferences, isManaged, portals } = front;
  const governance = useGovernance(JSON.stringify([preferences, isManaged]));
  const { notifications, onAllowNotifications } = useNotifications();
  const [languages] = useState(languageChoices);
  /** Counts the files that were taken: what is on show is another one then. */
  const [taken, setTaken] = useState(0);
  const hearTaken = () => {
    setTaken((count) => count + 1);
    void governance.refresh();
  };
  return (
    <div class="settings" onFocusOut={() => void governance.flush()}>
      <PageHead title={rail.section.settings} lead={words.heading.text}>
        {governance.saving && <SavingLine saving={governance.saving} text="" />}
      </PageHead>
      <Answered answer={governance.answer} onRetry={governance.retry}>
        {(view) => (
          <>
            <SettingGroup title={words.heading.title} text="">
              <AllPortals
                governance={view}
                languages={languages}
                notifications={notifications}
                onAllowNotifications={onAllowNotifications}
                onChange={governance.change}
              />
            </SettingGroup>
            <OnePortal key={`${portal?.key} ${taken}`} portal={portal} portals={portals} governance={view} />
          </>
        )}
      </Answered>
      <Files portals={portals} languages={languages} now={now} onTaken={hearTaken} />
    </div>
  );
}

interface FilesProps {
  portals: readonly PortalView[];
  languages: Languages;
  now: number;
  onTaken: () => void;
}

/** All of it as a file, to save and to take. */
function Files({ portals, languages, now, onTaken }: FilesProps) {
  const { allPortals: words } = useDashboardText();
  const save = useSaveFile(namesOf(portals));
  const load = useLoadFile(onTaken);
  return (
    <SettingGroup title={words.files.title} text={words.files.text}>
      <SaveFilePart {...save} />
      <LoadFilePart {...load} languages={languages} now={now} />
    </SettingGroup>
  );
}

/** Portals by name; of several users of one portal each with their number. */
function namesOf(portals: readonly PortalView[]): { key: string; name: string }[] {
  return portals.map(({ key, label, origin, userId }) => {
    const isShared = portals.some((other) => other.origin === origin && other.key !== key);
    return { key, name: isShared ? `${label} (${userId})` : label };
  });
}

interface OnePortalProps {
  portal: PortalView | null;
  portals: readonly PortalView[];
  governance: GovernanceView;
}

function OnePortal({ portal, portals, governance }: OnePortalProps) {
  const { allPortals: words } = useDashboardText();
  if (!portal) return <p class="quiet">{words.noPortal}</p>;
  return (
    <SettingGroup title={words.onePortal.title(portal.label)} text={words.onePortal.text}>
      <AskedSettings portal={portal} portals={portals} governance={governance} />
    </SettingGroup>
  );
}

interface AskedSettingsProps extends OnePortalProps {
  portal: PortalView;
}

function AskedSettings(props: AskedSettingsProps) {
  const { key } = props.portal;
  // Asked once: what is typed here must not be overtaken by an answer, unless the policy has changed.
  const { answer, retry } = useAnswer(() => ask<Settings | null>({ type: 'settings.wanted', key }), {
    subject: `${key} ${JSON.stringify(props.governance.locks)}`,
    stamp: key,
  });
  return (
    <Answered answer={answer} onRetry={retry}>
      {(settings) => <LoadedSettings {...props} stored={settings} />}
    </Answered>
  );
}

function LoadedSettings({ portal, portals, governance, stored }: AskedSettingsProps & { stored: Settings }) {
  const { key } = portal;
  const [settings, setSettings] = useState(stored);
  const [saving, setSaving] = useState<Saving | null>(null);
  const [saver] = useState(
    () =>
      new Saver<Settings>(async (changes) => {
        // The protocol takes lists it may change; these are only read.
        const message = { type: 'settings.changed', key, changes } as Parameters<typeof ask>[0];
        return (await ask<Settings | null>(message)) !== null;
      }, setSaving),
  );
  useEffect(() => () => void saver.flush(), []);
  const locks = locksOf(governance);
  const copy = useCopyToAll({
    others: namesOf(portals).filter((each) => each.key !== key),
    settings,
    locks,
    flush: () => saver.flush(),
  });
  const change = (changes: Partial<Settings>) => {
    setSettings((known) => ({ ...known, ...changes }));
    saver.change(changes);
  };
  return (
    <div class="settings" onFocusOut={() => void saver.flush()}>
      {saving && <SavingLine saving={saving} text="" />}
      <PortalSettings
        settings={settings}
        locks={locks}
        featuresOff={governance.effective.featuresOff}
        onChange={change}
        onSaveDays={(workingTime) => {
          change({ workingTime });
          return saver.flush();
        }}
      />
      <CopyToAllPart {...copy} />
    </div>
  );
}
