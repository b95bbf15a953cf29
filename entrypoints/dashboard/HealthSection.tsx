import { useState } from 'preact/hooks';
import type { Diagnostics } from '../../components/dashboard/health/DiagnosticsPart.tsx';
import { HealthPage } from '../../components/dashboard/health/HealthPage.tsx';
import { type DatabaseTrouble, databaseTrouble } from '../../domain/database-trouble.ts';
import type { HealthView } from '../../domain/health/view.ts';
import { copyText } from '../../platform/clipboard.ts';
import { ask } from './ask.ts';
import type { AnySectionProps } from './section-props.ts';
import { useAnswer } from './use-answer.ts';
import { useSelfTest } from './use-self-test.ts';

/** How the sources of a portal are; drawn as well when nothing could be read, since then it is wanted most. */
export function HealthSection({ portal, now }: AnySectionProps) {
  const key = portal?.key ?? null;
  const { trouble, health, retry, refresh, setAnswer } = useHealth(key, portal);
  const selfTest = useSelfTest(key, () => void refresh());
  const { diagnostics, prepare } = useDiagnostics();
  const clear = async () => {
    if (key === null) return false;
    try {
      const value = await ask<HealthView | null>({ type: 'health.cleared', key });
      if (!isHealth(value)) return false;
      setAnswer({ state: 'ready', value, isRefreshFailed: false });
      return true;
    } catch (error) {
      console.error('Latchdesk: the counts could not be cleared', error);
      return false;
    }
  };
  return (
    <HealthPage
      host={portal?.host ?? null}
      now={now}
      health={health}
      trouble={trouble}
      {...selfTest}
      diagnostics={diagnostics}
      onRetry={retry}
      onLook={() => void refresh()}
      onClear={clear}
      onPrepare={() => void prepare()}
      onCopy={copyText}
    />
  );
}

const isHealth = (told: unknown): told is HealthView => Array.isArray((told as HealthView | null)?.lines);

/** Asks for the health, and keeps what the answer tells of the storage. */
function useHealth(key: string | null, stamp: unknown) {
  const [trouble, setTrouble] = useState<DatabaseTrouble | null>(null);
  const load = async (): Promise<HealthView | null> => {
    try {
      // Without a portal the answer only shows whether the storage works.
      const told = await ask<unknown>(key === null ? { type: 'front.wanted' } : { type: 'health.wanted', key });
      setTrouble(databaseTrouble(told));
      return isHealth(told) ? told : null;
    } catch (error) {
      setTrouble(databaseTrouble(error));
      throw error;
    }
  };
  const { answer, retry, refresh, setAnswer } = useAnswer(load, { subject: String(key), stamp });
  return { trouble, health: answer, retry, refresh, setAnswer };
}

function useDiagnostics() {
  const [diagnostics, setDiagnostics] = useState<Diagnostics>({ state: 'none' });
  const prepare = async () => {
    setDiagnostics({ state: 'preparing' });
    try {
      const text = await ask<unknown>({ type: 'diagnostics.wanted' });
      setDiagnostics(typeof text === 'string' && text !== '' ? { state: 'ready', text } : { state: 'failed' });
    } catch (error) {
      console.error('Latchdesk: the diagnostics could not be put together', error);
      setDiagnostics({ state: 'failed' });
    }
  };
  return { diagnostics, prepare };
}
