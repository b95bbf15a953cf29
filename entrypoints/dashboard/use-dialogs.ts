import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { sortDialogs } from '../../domain/dialogs.ts';
import type { DialogView, PortalView } from '../../domain/view.ts';
import { ask } from './ask.ts';

/** ms: many changes in a row are one question. */
const PAUSE = 500;

/** All dialogs of a portal: those of the view at once, older closed ones as soon as the background has told them. */
export function useAllDialogs(portal: PortalView): { dialogs: readonly DialogView[]; isLoadingRest: boolean } {
  const [all, setAll] = useState<{ of: PortalView; dialogs: readonly DialogView[] } | null>(null);
  const turn = useRef(0);
  const isWhole = portal.dialogs.length >= portal.dialogTotal;

  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (isWhole) return;
    const timer = setTimeout(
      async () => {
        const { key, dialogTotal } = portal;
        const view = await ask<PortalView | null>({ type: 'dialogs.wanted', key, closedCount: dialogTotal }).catch(
          warn,
        );
        if (mine === turn.current && view) setAll({ of: portal, dialogs: view.dialogs });
      },
      all ? PAUSE : 0,
    );
    return () => clearTimeout(timer);
  }, [portal]);
  useEffect(
    () => () => {
      turn.current += 1;
    },
    [],
  );
  const dialogs = useMemo(() => {
    if (isWhole || !all) return portal.dialogs;
    return all.of === portal ? all.dialogs : merged(all.dialogs, portal.dialogs);
  }, [portal, all]);
  return { dialogs, isLoadingRest: !isWhole && !all };
}

function warn(error: unknown): null {
  console.error('Latchdesk: older dialogs could not be loaded, the next change tries again', error);
  return null;
}

/** What is known with what is new laid over it, until all is told again. */
function merged(known: readonly DialogView[], fresh: readonly DialogView[]): DialogView[] {
  return sortDialogs([...new Map([...known, ...fresh].map((dialog) => [dialog.chatId, dialog])).values()]);
}
