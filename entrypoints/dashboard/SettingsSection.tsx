import { useEffect, useState } from 'preact/hooks';
import { SettingsPage } from '../../components/dashboard/SettingsPage.tsx';
import { Answered } from '../../components/dashboard/States.tsx';
import { Saver } from '../../components/dashboard/saver.ts';
import type { Saving } from '../../domain/cards-text.ts';
import type { Settings } from '../../domain/settings.ts';
import { ask } from './ask.ts';
import type { SectionProps } from './DashboardApp.tsx';
import { useAnswer } from './use-answer.ts';
import { useNotifications } from './use-notifications.ts';

/** What the user sets for one portal. */
export function SettingsSection({ portal }: SectionProps) {
  const { key, host } = portal;
  // Asked once: what is typed here must not be overtaken by an answer.
  const { answer, retry } = useAnswer(() => ask<Settings | null>({ type: 'settings.wanted', key }), {
    subject: key,
    stamp: key,
  });
  return (
    <Answered answer={answer} onRetry={retry}>
      {(settings) => <LoadedSettings portalKey={key} host={host} stored={settings} />}
    </Answered>
  );
}

interface LoadedSettingsProps {
  portalKey: string;
  host: string;
  stored: Settings;
}

function LoadedSettings({ portalKey, host, stored }: LoadedSettingsProps) {
  const [settings, setSettings] = useState(stored);
  const [saving, setSaving] = useState<Saving | null>(null);
  const [saver] = useState(
    () =>
      new Saver<Settings>(async (changes) => {
        // The protocol takes lists it may change; these are only read.
        const message = { type: 'settings.changed', key: portalKey, changes } as Parameters<typeof ask>[0];
        return (await ask<Settings | null>(message)) !== null;
      }, setSaving),
  );
  const { notifications, onAllowNotifications } = useNotifications();
  useEffect(() => () => void saver.flush(), []);
  const change = (changes: Partial<Settings>) => {
    setSettings((known) => ({ ...known, ...changes }));
    saver.change(changes);
  };
  return (
    <SettingsPage
      host={host}
      settings={settings}
      saving={saving}
      notifications={notifications}
      onAllowNotifications={onAllowNotifications}
      onChange={change}
      onBlur={() => void saver.flush()}
      onSaveDays={(workingTime) => {
        change({ workingTime });
        return saver.flush();
      }}
    />
  );
}
