import { useSelector } from '@xstate/store-preact';
import { useEffect, useMemo } from 'preact/hooks';
import { Chip } from '../../components/Chip.tsx';
import { Panel } from '../../components/Panel.tsx';
import { TextContext } from '../../components/text-context.ts';
import { UpdatedNotice } from '../../components/UpdatedNotice.tsx';
import type { PortalView } from '../../domain/view.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { useRightEdgeInset } from './edge-inset.ts';
import { useFullScreen } from './full-screen.ts';
import { useNow } from './now.ts';
import { overlayActions } from './overlay-actions.ts';
import { createOverlayStore } from './overlay-store.ts';

/** Chip and panel of one page. */
export function Overlay({ first }: { first: PortalView }) {
  const store = useMemo(() => createOverlayStore(first), [first]);
  const actions = useMemo(() => overlayActions(store), [store]);
  const { view, isOpen, isCutOff, failure, search } = useSelector(store, (snapshot) => snapshot.context);
  const isFullScreen = useFullScreen();
  const rightInset = useRightEdgeInset();
  const now = useNow(isOpen);
  useEffect(() => actions.follow(), [actions]);

  // A portal that turned out not to be ours leaves nothing on the page.
  const isOff = view.chip.isHidden || view.featuresOff.includes('chip');
  if (isOff || isFullScreen || view.session.state === 'unsupported') return null;
  const locale = localeFor(view.language);
  return (
    <TextContext.Provider value={locale}>
      <div lang={locale.language} data-inset={rightInset > 0} style={{ '--right-inset': `${rightInset}px` }}>
        {isCutOff ? (
          <UpdatedNotice
            position={view.chip}
            onReload={() => location.reload()}
            onDismiss={() => store.trigger.chipMoved({ chip: { ...view.chip, isHidden: true } })}
          />
        ) : (
          <Chip
            view={view}
            now={now}
            expanded={isOpen}
            position={view.chip}
            onToggle={actions.toggle}
            onMove={actions.move}
          />
        )}
        {isOpen && (
          <Panel
            view={view}
            now={now}
            position={view.chip}
            actionFailure={failure}
            search={search}
            onClose={store.trigger.panelClosed}
            onOpenDialog={(dialog) => void actions.openDialog(dialog.dialogId)}
            onDetails={({ chatId }) => void actions.showCard({ kind: 'dialog', chatId })}
            onSearch={actions.search}
            onNewDialog={() => void actions.showCard({ kind: 'newDialog', origin: 'panel' })}
            onPrepareQuestion={() => void actions.showCard({ kind: 'question', dialogId: null })}
            onDrafts={() => void actions.showCard({ kind: 'drafts' })}
            onReadAgain={() => void actions.readAgain()}
            onHideHere={() => actions.move({ isHidden: true })}
            onOtherSide={() => actions.move({ edge: view.chip.edge === 'left' ? 'right' : 'left' })}
            onOpenRequest={({ id }) => void actions.openRequest(id)}
            onTellAccess={({ id }, word) => void actions.tellAccess(id, word)}
            onRegister={() => void actions.openRegister()}
            onShowMore={(count) => void actions.showMore(count)}
          />
        )}
      </div>
    </TextContext.Provider>
  );
}
