/** The palette with what it asks the background for; popup, side panel and dashboard show the same. */
import { useEffect, useState } from 'preact/hooks';
import { explainerDetail } from '../../components/dashboard/explainer/explainer-place.ts';
import { Palette, type PaletteProps } from '../../components/palette/Palette.tsx';
import type { ToldOutcome } from '../../components/popup/portal-actions.ts';
import type { FrontView } from '../../domain/front.ts';
import type { PaletteEntry, PaletteTarget } from '../../domain/palette/entry.ts';
import { askOwn } from './front-source.ts';
import { act, dashboardHash, goTo, openDashboard, openDialog, type Result } from './portal-places.ts';

export interface PaletteHostProps {
  front: FrontView;
  isFrontKept: boolean;
  /** Key of the portal whose dialogs alone are looked through; null: everything. */
  scope: string | null;
  onClose: () => void;
  /** What was chosen is done; `outcome` tells what did not work, or null. */
  onDone: (result: 'gone' | 'stays', outcome: ToldOutcome | null) => void;
  /** Shows a part of the dashboard, `#settings`; without it that opens in a tab. */
  openPlace?: (hash: string) => void;
}

export function PaletteHost({ front, isFrontKept, scope, onClose, onDone, openPlace }: PaletteHostProps) {
  const more = useMore();
  const open = async (hash: string): Promise<Result> => {
    if (!openPlace) return openDashboard(hash);
    openPlace(hash);
    return 'stays';
  };
  const choose = async (target: PaletteTarget) => {
    onClose();
    const key = ('portal' in target && target.portal) || '';
    const result = await follow(target, front, open).catch((error): Result => {
      console.error('Latchdesk: what was chosen could not be done', error);
      return 'actionFailed';
    });
    if (result === 'gone' || result === 'stays') onDone(result, null);
    else onDone('stays', { key, kind: result });
  };
  return <Palette {...{ front, isFrontKept, more, scope, onClose }} onChoose={(target) => void choose(target)} />;
}

/** Goes where the palette points. */
async function follow(
  target: PaletteTarget,
  { portals }: FrontView,
  open: (hash: string) => Promise<Result>,
): Promise<Result> {
  if (target.kind === 'section') return open(dashboardHash(target.section));
  if (target.kind === 'action' && target.action === 'restUntilTomorrow') {
    await askOwn({ type: 'rest.asked', isOn: true });
    return 'stays';
  }
  const view = portals.find(({ key }) => key === target.portal);
  if (!view) return 'actionFailed';
  switch (target.kind) {
    case 'portal':
      return goTo(view);
    case 'dialog':
      return openDialog(view.key, dialogIdOf(view, target.chatId));
    case 'employee':
      return open(dashboardHash('chatapp', view.key, `/explain:${explainedAs(target.id)}`));
    case 'action':
      return target.action === 'enterAccess' || target.action === 'explainer'
        ? open(dashboardHash(...placeOf(target.action, view.key)))
        : act(target.action as Exclude<typeof target.action, 'restUntilTomorrow'>, view);
  }
}

const explainedAs = (employee: string) => explainerDetail({ view: 'employee', employee, line: null });

const placeOf = (action: 'enterAccess' | 'explainer', key: string): [string, string, string] =>
  action === 'enterAccess' ? ['access', key, '/new'] : ['chatapp', key, '/explain'];

/** Closed dialogs are in no front, and all but the main chat, which the palette does not list, are named like this. */
const dialogIdOf = ({ dialogs }: FrontView['portals'][number], chatId: number): string =>
  dialogs.find((each) => each.chatId === chatId)?.dialogId ?? `chat${chatId}`;

/** Dialogs and employees of all portals, asked for when the palette opens. */
function useMore(): PaletteProps['more'] {
  const [more, setMore] = useState<PaletteProps['more']>({ state: 'loading' });
  useEffect(() => {
    let isThere = true;
    askOwn<PaletteEntry[] | null>({ type: 'palette.wanted' })
      .then((entries) => isThere && setMore(entries ? { state: 'ready', entries } : { state: 'failed' }))
      .catch((error) => {
        console.error('Latchdesk: dialogs and employees could not be read', error);
        if (isThere) setMore({ state: 'failed' });
      });
    return () => {
      isThere = false;
    };
  }, []);
  return more;
}
