import { useSelector } from '@xstate/store-preact';
import { useState } from 'preact/hooks';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { callCells, callColumns, callsTo, hostOf, plainCall } from '../../components/dashboard/privacy/call-rows.ts';
import { PrivacyPage } from '../../components/dashboard/privacy/PrivacyPage.tsx';
import type { Sizes } from '../../components/dashboard/privacy/StoredTable.tsx';
import type { WipeablePortal } from '../../components/dashboard/privacy/WipePart.tsx';
import type { Call } from '../../domain/calls/calls.ts';
import type { FrontView } from '../../domain/front.ts';
import type { GovernanceView } from '../../domain/governance.ts';
import type { StoredPart } from '../../domain/privacy.ts';
import { ask } from './ask.ts';
import type { AnySectionProps } from './section-props.ts';
import { useAnswer } from './use-answer.ts';
import { useFile } from './use-file.ts';
import { wipe, wipeStore } from './wipe-flow.ts';

/** What is read, kept and sent, and the ways to take it away; drawn as well when nothing could be read. */
export function PrivacySection({ front, portal, now, language }: AnySectionProps) {
  const key = portal?.key ?? null;
  const outcome = useSelector(wipeStore, (snapshot) => snapshot.context.outcome);
  const sizes = useAnswer(() => askSizes(key), { subject: String(key), stamp: outcome?.state });
  const governance = useReadOnlySwitch(front?.preferences.isReadOnly);
  return (
    <PrivacyPage
      host={portal?.host ?? null}
      origin={portal?.origin ?? null}
      now={now}
      sizes={sizes.answer}
      onRetrySizes={sizes.retry}
      {...useCalls(language, outcome?.state)}
      {...governance}
      portals={wipeablePortals(front)}
      outcome={outcome}
      onWipe={(chosen) => void wipe(chosen)}
      onPutAway={() => wipeStore.trigger.told({ outcome: null })}
    />
  );
}

const listOrNothing = <T,>(told: T[] | null): T[] | null => (Array.isArray(told) ? told : null);

async function askSizes(key: string | null): Promise<Sizes | null> {
  const sizesOf = async (of: string | null) =>
    listOrNothing(await ask<StoredPart[] | null>({ type: 'sizes.wanted', key: of }));
  const [all, here] = await Promise.all([sizesOf(null), key === null ? null : sizesOf(key)]);
  // Half of an answer would look like nothing stored.
  return all && (key === null || here) ? { all, here } : null;
}

function useCalls(language: string, stamp: unknown) {
  const {
    privacy: { calls: words },
  } = useDashboardText();
  const [calledPortal, setCalledPortal] = useState<string | null>(null);
  const { answer, retry, refresh } = useAnswer(
    async () => listOrNothing(await ask<Call[] | null>({ type: 'calls.wanted' })),
    { subject: 'calls', stamp },
  );
  const file = useFile({
    section: 'privacy',
    host: calledPortal === null ? 'calls' : `calls-${hostOf(calledPortal)}`,
    language,
    contents: () => {
      const shown = callsTo(answer.state === 'ready' ? answer.value : [], calledPortal);
      return {
        columns: callColumns(words),
        cells: shown.map((call) => callCells(call, words)),
        plain: shown.map(plainCall),
      };
    },
  });
  return {
    calls: answer,
    calledPortal,
    onCalledPortal: setCalledPortal,
    onRetryCalls: retry,
    onLookCalls: () => void refresh(),
    ...file,
  };
}

/** `stamp` tells that it was moved elsewhere. */
function useReadOnlySwitch(stamp: unknown) {
  const { answer, retry, setAnswer } = useAnswer(
    async () => governanceOrNothing(await ask<GovernanceView | null>({ type: 'governance.wanted' })),
    { subject: 'governance', stamp },
  );
  const onReadOnly = async (isReadOnly: boolean): Promise<boolean> => {
    try {
      const told = await ask<GovernanceView | null>({ type: 'preferences.changed', changes: { isReadOnly } });
      const value = governanceOrNothing(told);
      if (value) setAnswer({ state: 'ready', value, isRefreshFailed: false });
      return value?.effective.isReadOnly === isReadOnly;
    } catch (error) {
      console.error('Latchdesk: the read-only switch could not be saved', error);
      return false;
    }
  };
  return { governance: answer, onRetryGovernance: retry, onReadOnly };
}

const governanceOrNothing = (told: GovernanceView | null): GovernanceView | null =>
  typeof told?.effective === 'object' ? told : null;

/** Known portals, and those of which only a view is there. */
function wipeablePortals(front: FrontView | null): WipeablePortal[] {
  const known = (front?.known ?? []).map(({ origin, label, source }) => ({ origin, label, source }));
  const seen = (front?.portals ?? [])
    .filter(({ origin }) => known.every((each) => each.origin !== origin))
    .map(({ origin }) => ({ origin, label: '', source: 'manifest' as const }));
  const all = new Map([...known, ...seen].map((portal) => [portal.origin, { ...portal, host: hostOf(portal.origin) }]));
  return [...all.values()].sort((one, other) => one.host.localeCompare(other.host));
}
