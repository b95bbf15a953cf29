import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { AccessBanner } from '../../components/access/AccessBanner.tsx';
import { Announcer } from '../../components/access/Announcer.tsx';
import { ButtonMarks } from '../../components/access/ButtonMarks.tsx';
import { BannerTextContext } from '../../components/access/banner-text-context.ts';
import { PutAwayLine } from '../../components/access/PutAwayLine.tsx';
import { AccessTextContext } from '../../components/text-context.ts';
import { bannerLocaleFor } from '../../locales/access/banner/catalogue.ts';
import { accessLocaleFor } from '../../locales/access/catalogue.ts';
import { useRightEdgeInset } from '../overlay/edge-inset.ts';
import { useFullScreen } from '../overlay/full-screen.ts';
import { useNow } from '../overlay/now.ts';
import { usePageState } from '../overlay/page-store.ts';
import type { AccessFlow } from './access-flow.ts';
import { type AccessState, type AccessStore, foldKey, isFolded, itemsOf, typedFor } from './access-store.ts';
import { dialogChoices, hasDialogs, placesIn } from './from-view.ts';

export interface AccessWorld {
  store: AccessStore;
  flow: AccessFlow;
}

/** The banner of one page, and the frames around the portal's own buttons. */
export function AccessHost({ world }: { world: AccessWorld }) {
  const state = usePageState(world.store);
  const isFullScreen = useFullScreen();
  const isHidden = state.view.settings.hiddenCards.includes('accessBanner');
  const isAnything = itemsOf(state).length > 0;
  const now = useNow(isAnything && !isHidden);
  usePassing(state, world);
  const session = state.view.session.state;
  // What was asked of a user who has signed out is not for whoever comes after them.
  if (isFullScreen || session === 'unsupported' || session === 'signedOut') return null;
  return (
    <Texts language={state.view.language}>
      {!isHidden && <Spoken state={state} world={world} now={now} />}
      <ButtonMarks marks={state.marks} />
    </Texts>
  );
}

function Texts({ language, children }: { language: string; children: ComponentChildren }) {
  const locale = bannerLocaleFor(language);
  const rightInset = useRightEdgeInset();
  return (
    <AccessTextContext.Provider value={accessLocaleFor(language)}>
      <BannerTextContext.Provider value={locale}>
        <div lang={locale.language} style={{ '--right-inset': `${rightInset}px` }}>
          {children}
        </div>
      </BannerTextContext.Provider>
    </AccessTextContext.Provider>
  );
}

/** How long an offer to take something back stays. */
const OFFERED_FOR = 20_000;

function usePassing({ putAway }: AccessState, { store }: AccessWorld): void {
  useEffect(() => {
    if (!putAway) return undefined;
    const timer = setTimeout(() => store.change({ putAway: null }), OFFERED_FOR);
    return () => clearTimeout(timer);
  }, [putAway]);
}

interface SpokenProps {
  state: AccessState;
  world: AccessWorld;
  now: number;
}

function Spoken({ state, world, now }: SpokenProps) {
  const { store, flow } = world;
  const { putAway, saving } = state;
  const [announced] = useState(() => new Set<string>());
  const [item] = itemsOf(state);
  if (putAway)
    return (
      <PutAwayLine
        key="putAway"
        kind={putAway.kind}
        until={putAway.until}
        now={now}
        hasFailed={saving?.id === putAway.id && saving.phase === 'failed'}
        onUndo={() => void flow.takeBack()}
        onDismiss={() => store.change({ putAway: null })}
      />
    );
  return (
    <>
      <Announcer item={item ?? null} now={now} announced={announced} onAnnounced={(each) => flow.noteAnnounced(each)} />
      {item && <Banner state={state} world={world} now={now} />}
    </>
  );
}

function Banner({ state, world: { flow }, now }: SpokenProps) {
  const [item, ...others] = itemsOf(state);
  if (!item) return null;
  const { view, saving, opened, openId } = state;
  return (
    <AccessBanner
      item={item}
      others={others}
      otherCount={Math.max(others.length, (view.register.spokenCount ?? 0) - 1)}
      now={now}
      isOpen={openId === item.id}
      isFolded={isFolded(state, item)}
      places={placesIn(view, item)}
      dialogs={dialogChoices(view)}
      hasDialogs={hasDialogs(view)}
      typed={typedFor(state, item)}
      isReadOnly={view.isReadOnly}
      saving={saving?.id === item.id ? saving.phase : 'idle'}
      opened={opened?.key === foldKey(item) ? opened.how : null}
      onOpen={() => void flow.open(item)}
      onToggle={(isOpen) => flow.toggle(item, isOpen)}
      onFold={() => flow.fold(item)}
      onUnfold={() => flow.unfold(item)}
      onShow={(id) => flow.show(id)}
      onSnooze={(choice) => void flow.snooze(item, choice)}
      onSetAside={() => void flow.setAside(item)}
      onConfirm={(isOne) => void flow.confirm(item, isOne)}
      onDismiss={() => void flow.dismiss(item)}
      onAnswer={(answer) => void flow.answer(item, answer)}
      onExtend={(daysLeft) => void flow.extend(item, daysLeft)}
      onLink={(chatId) => void flow.link(item, chatId)}
      onType={(typed) => flow.type(item, typed)}
      onReason={(isSkipped) => void flow.giveReason(item, isSkipped)}
      onHideHere={() => flow.hideHere()}
    />
  );
}
