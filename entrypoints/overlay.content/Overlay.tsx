import { useCallback, useEffect, useState } from 'preact/hooks';
import type { SurfaceMessage, TabMessage } from '../../bitrix24/link-protocol.ts';
import { Chip } from '../../components/Chip.tsx';
import { type ActionFailure, Panel } from '../../components/Panel.tsx';
import { TextContext } from '../../components/text-context.ts';
import { UpdatedNotice } from '../../components/UpdatedNotice.tsx';
import type { ChipPlace } from '../../domain/chip.ts';
import type { PortalView } from '../../domain/view.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { contentBrowser, isExtensionAlive } from '../../platform/content-browser.ts';
import { useRightEdgeInset } from './edge-inset.ts';
import { useFullScreen } from './full-screen.ts';

/** Asks the background; null when it cannot answer. */
async function ask<T>(message: SurfaceMessage): Promise<T | null> {
  try {
    return (await contentBrowser.runtime.sendMessage(message)) ?? null;
  } catch (error) {
    console.debug(`Latchdesk: ${message.type} was not answered`, error);
    return null;
  }
}

/** Follows the views the background sends; `true` tells it that an overlay is here. */
function useView(first: PortalView): [PortalView, (view: PortalView) => void] {
  const [view, setView] = useState(first);
  useEffect(() => {
    const listener = (message: TabMessage, _sender: unknown, respond: (answer: unknown) => void): undefined => {
      if (message.type !== 'view.changed') return;
      const isOurs = message.view.origin === location.origin && message.view.session.state !== 'signedOut';
      if (isOurs || message.view.key === view.key) setView(message.view);
      respond(true);
    };
    contentBrowser.runtime.onMessage.addListener(listener as never);
    return () => contentBrowser.runtime?.onMessage.removeListener(listener as never);
  }, [view.key]);
  return [view, setView];
}

export function Overlay({ first }: { first: PortalView }) {
  const [view, setView] = useView(first);
  const place = view.chip;
  const [isOpen, setOpen] = useState(false);
  const [isCutOff, setCutOff] = useState(false);
  const [failure, setFailure] = useState<ActionFailure | null>(null);
  const isFullScreen = useFullScreen();
  const rightInset = useRightEdgeInset();
  const close = useCallback(() => setOpen(false), []);

  const move = (change: Partial<ChipPlace>) => {
    const chip = { ...place, ...change };
    setView({ ...view, chip });
    void ask({ type: 'chip.placed', key: view.key, chip });
  };
  const toggle = () => {
    if (!isExtensionAlive()) setCutOff(true);
    else setOpen(!isOpen);
    setFailure(null);
  };
  const readAgain = async () => {
    const isReading = await ask<boolean>({ type: 'reading.wanted', key: view.key });
    setFailure(isReading ? null : 'readFailed');
  };
  const showMore = async (closedCount: number) => {
    const longer = await ask<PortalView>({ type: 'dialogs.wanted', key: view.key, closedCount });
    if (longer) setView(longer);
  };
  const openDialog = async (dialogId: string) => {
    const opened = await ask<'inPage' | 'inTab'>({ type: 'dialog.wanted', key: view.key, dialogId });
    if (opened === 'inPage') close();
    else setFailure(opened === 'inTab' ? 'openedInTab' : 'openFailed');
  };

  // A portal that turned out not to be ours leaves nothing on the page.
  if (place.isHidden || isFullScreen || view.session.state === 'unsupported') return null;
  return (
    <TextContext.Provider value={localeFor(view.language)}>
      <div lang={localeFor(view.language).language} style={{ '--right-inset': `${rightInset}px` }}>
        {isCutOff ? (
          <UpdatedNotice
            position={place}
            onReload={() => location.reload()}
            onDismiss={() => setView({ ...view, chip: { ...place, isHidden: true } })}
          />
        ) : (
          <Chip
            view={view}
            now={Date.now()}
            expanded={isOpen}
            position={place}
            onToggle={toggle}
            onMove={({ edge, offset }) => move({ edge, offset })}
          />
        )}
        {isOpen && !isCutOff && (
          <Panel
            view={view}
            now={Date.now()}
            position={place}
            actionFailure={failure}
            onClose={close}
            onOpenDialog={(dialog) => void openDialog(dialog.dialogId)}
            onReadAgain={() => void readAgain()}
            onHideHere={() => move({ isHidden: true })}
            onOtherSide={() => move({ edge: place.edge === 'left' ? 'right' : 'left' })}
            onShowMore={(count) => void showMore(count)}
          />
        )}
      </div>
    </TextContext.Provider>
  );
}
