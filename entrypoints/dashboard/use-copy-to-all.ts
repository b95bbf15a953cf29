import { useState } from 'preact/hooks';
import type { Locks } from '../../components/dashboard/settings/AllPortals.tsx';
import type { CopyState, CopyToAllPartProps } from '../../components/dashboard/settings/CopyToAllPart.tsx';
import type { Settings } from '../../domain/settings.ts';
import { settingRows } from '../../domain/settings-file/difference.ts';
import { ask } from './ask.ts';

/** What is about a person's time and patience; which cards one wants may differ from portal to portal. */
const COPIED = [
  'workingTime',
  'waitingHours',
  'idleDays',
  'accessDays',
  'accessReminders',
  'integratorReviewDays',
] as const;
type Copied = Pick<Settings, (typeof COPIED)[number]>;

interface Copying {
  /** The other portals. */
  others: readonly { key: string; name: string }[];
  settings: Settings;
  locks: Locks;
  /** Saves what was typed last; false when that failed. */
  flush: () => Promise<boolean>;
}

/** Gives other portals what is set for one, after it was shown what that changes. */
export function useCopyToAll({ others, settings, locks, flush }: Copying): CopyToAllPartProps {
  const [state, setState] = useState<CopyState>({ phase: 'none' });
  /** As they were compared: what is typed meanwhile has not been shown. */
  const [copied, setCopied] = useState<Copied | null>(null);

  const compare = async () => {
    setState({ phase: 'comparing' });
    await flush();
    const wanted = copiedOf(settings);
    setCopied(wanted);
    const answers = await Promise.all(others.map(async (other) => ({ ...other, known: await settingsOf(other.key) })));
    const differences = answers.flatMap(({ key, name, known }) => {
      const rows = known ? settingRows(known, wanted, locks).filter(({ lock }) => lock === null) : [];
      return rows.length > 0 ? [{ key, name, rows }] : [];
    });
    setState({ phase: 'shown', differences, unread: answers.flatMap(({ known, name }) => (known ? [] : name)) });
  };

  const take = async () => {
    if (state.phase !== 'shown' || !copied) return;
    const results = await Promise.all(
      state.differences.map(async ({ key, name }) => ({ name, isTaken: await change(key, copied) })),
    );
    const notTaken = results.flatMap(({ name, isTaken }) => (isTaken ? [] : name));
    setState({ phase: 'done', taken: results.length - notTaken.length, notTaken });
  };

  return {
    others: others.length,
    state,
    onCompare: () => void compare(),
    onTake: () => void take(),
    onLeave: () => setState({ phase: 'none' }),
  };
}

const copiedOf = (settings: Settings): Copied =>
  Object.fromEntries(COPIED.map((field) => [field, settings[field]])) as unknown as Copied;

const settingsOf = (key: string): Promise<Settings | null> =>
  ask<Settings | null>({ type: 'settings.wanted', key }).catch((error) => {
    console.error('Latchdesk: settings of a portal could not be asked for', error);
    return null;
  });

async function change(key: string, changes: Copied): Promise<boolean> {
  try {
    // The protocol takes lists it may change; these are only read.
    const message = { type: 'settings.changed', key, changes } as unknown as Parameters<typeof ask>[0];
    return (await ask<Settings | null>(message)) !== null;
  } catch (error) {
    console.error('Latchdesk: settings could not be given to another portal', error);
    return false;
  }
}
