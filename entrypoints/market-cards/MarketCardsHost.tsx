import { useRef } from 'preact/hooks';
import { MarketNote } from '../../components/market/MarketNote.tsx';
import { MarketTextContext } from '../../components/market/market-text-context.ts';
import { UninstallGuardCard } from '../../components/market/UninstallGuardCard.tsx';
import { WindowHint } from '../../components/market/WindowHint.tsx';
import { type NoteContent, noteFor } from '../../domain/market/note.ts';
import { notePlaceOf } from '../../link/market/note-place.ts';
import type { WindowWarning, WipeQuestion } from '../../link/market-side.ts';
import { marketLocaleFor } from '../../locales/market/catalogue.ts';
import { useRightEdgeInset } from '../overlay/edge-inset.ts';
import { useFullScreen } from '../overlay/full-screen.ts';
import { useNow } from '../overlay/now.ts';
import { usePageState } from '../overlay/page-store.ts';
import { useBottomInset, useUnderSlider, useWindowBelow } from './clear-of-page.ts';
import type { GuardQuestions } from './guard-questions.ts';
import { usePlaceBeside } from './hint-place.ts';
import type { MarketCardsState, MarketCardsStore } from './market-cards-store.ts';
import { firstSize, type NoteFlow, sizeKey } from './note-flow.ts';

export interface MarketCardsWorld {
  store: MarketCardsStore;
  questions: GuardQuestions;
  flow: NoteFlow;
}

/** The cards about applications in one frame: a stopped press keeps everything else waiting. */
export function MarketCardsHost({ world }: { world: MarketCardsWorld }) {
  const state = usePageState(world.store);
  const { start, question, warning } = state;
  const isReadOnly = start?.isReadOnly ?? false;
  const locale = marketLocaleFor(start?.language ?? document.documentElement.lang);
  return (
    <MarketTextContext.Provider value={locale}>
      <div lang={locale.language}>
        {question ? (
          <Guard question={question} isCutOff={state.isCutOff} isReadOnly={isReadOnly} world={world} />
        ) : (
          <>
            {warning?.window.isConnected && <Warning warning={warning} isReadOnly={isReadOnly} world={world} />}
            <Note state={state} world={world} />
          </>
        )}
      </div>
    </MarketTextContext.Provider>
  );
}

const reload = () => location.reload();

interface GuardProps {
  question: WipeQuestion;
  isCutOff: boolean;
  isReadOnly: boolean;
  world: MarketCardsWorld;
}

/** Drawn in full screen as well: a press was stopped there, and whoever pressed has to learn of it. */
function Guard({ question, isCutOff, isReadOnly, world: { questions, flow } }: GuardProps) {
  return (
    <UninstallGuardCard
      // Another question begins anew: nothing that was typed for one application arms the other.
      key={`${question.code} ${question.why}`}
      why={question.why}
      application={question.application}
      name={question.name}
      isCutOff={isCutOff}
      onUntick={() => questions.choose('untick')}
      onBack={() => questions.choose('back')}
      onInsist={() => questions.choose('insist')}
      onHideHere={
        isReadOnly
          ? null
          : () => {
              flow.hide('uninstallGuard');
              questions.choose('hide');
            }
      }
      onReload={reload}
    />
  );
}

interface WarningProps {
  warning: WindowWarning;
  isReadOnly: boolean;
  world: MarketCardsWorld;
}

function Warning({ warning, isReadOnly, world: { questions, flow } }: WarningProps) {
  const place = usePlaceBeside(warning.window);
  return (
    <WindowHint
      key={warning.why}
      why={warning.why}
      place={place}
      onDismiss={() => questions.warn(null)}
      onHideHere={isReadOnly ? null : () => flow.hide('uninstallGuard')}
    />
  );
}

function Note({ state, world }: { state: MarketCardsState; world: MarketCardsWorld }) {
  const { start, place } = state;
  const isFullScreen = useFullScreen();
  const isUnder = useUnderSlider();
  const isWanted = start !== null && !start.hiddenCards.includes('marketNote') && !isFullScreen && !isUnder;
  const now = useNow(isWanted && place?.page !== null);
  const content = isWanted ? noteFor(start.market, notePlaceOf(place), now) : null;
  return content && <Docked content={content} state={state} world={world} now={now} />;
}

interface DockedProps {
  content: NoteContent;
  state: MarketCardsState;
  world: MarketCardsWorld;
  now: number;
}

function Docked({ content, state, world: { flow }, now }: DockedProps) {
  const rightInset = useRightEdgeInset();
  const bottomInset = useBottomInset(rightInset);
  const dock = useRef<HTMLDivElement>(null);
  const isAside = useWindowBelow(dock);
  const size = state.sizes[sizeKey(content)] ?? firstSize(content);
  return (
    <div
      class="market-dock"
      ref={dock}
      style={{ '--right-inset': `${rightInset}px`, '--bottom-inset': `${bottomInset}px` }}
    >
      <MarketNote
        key={sizeKey(content)}
        content={content}
        size={isAside ? 'tab' : size}
        listedAt={state.start?.market.listedAt ?? null}
        now={now}
        failure={state.failure}
        isBusy={state.isBusy}
        isCutOff={state.isCutOff}
        isReadOnly={state.start?.isReadOnly ?? false}
        onSize={(size) => flow.resize(content, size)}
        onConfirm={(code) => void flow.confirm(code)}
        onPlace={(place) => void flow.open(place)}
        onReinstall={() => void flow.reinstall()}
        onRun={(word) => content.kind === 'guide' && void flow.tellRun(content.run.id, word)}
        onDashboard={(tab) => void flow.openDashboard(tab)}
        onHideHere={() => flow.hide('marketNote')}
        onReload={reload}
      />
    </div>
  );
}
