import { useSelector } from '@xstate/store-preact';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { Hint } from '../../components/cards/Hint.tsx';
import { CardTextContext, TextContext } from '../../components/text-context.ts';
import type { HintKind } from '../../domain/cards-text.ts';
import type { HideableCard } from '../../domain/settings.ts';
import { ask } from '../../link/ask.ts';
import { cardLocaleFor } from '../../locales/cards/catalogue.ts';
import { localeFor } from '../../locales/catalogue.ts';
import { useRightEdgeInset } from '../overlay/edge-inset.ts';
import { useFullScreen } from '../overlay/full-screen.ts';
import { useNow } from '../overlay/now.ts';
import { AskedHost } from './AskedHost.tsx';
import { ComposerHost } from './ComposerHost.tsx';
import type { CardsState } from './cards-store.ts';
import { DraftHost } from './DraftHost.tsx';
import { GuardHost, isBeside } from './GuardHost.tsx';
import { OfferHost, offered } from './OfferHost.tsx';
import { hintPlace } from './place.ts';
import { RefusedHost } from './RefusedHost.tsx';
import { RenameHost } from './RenameHost.tsx';
import type { CardsWorld } from './world.ts';

/** The cards of one page: one at a time, and one hint. */
export function Cards({ world }: { world: CardsWorld }) {
  const state = useSelector(world.store, (snapshot) => snapshot.context);
  const card = cardOf(state, world);
  const hint = useHint(state, card !== null);
  const now = useNow(card !== null);
  const isFullScreen = useFullScreen();
  useFleetingHint(state, world);
  if (isFullScreen || state.view.session.state === 'unsupported') return null;
  return (
    <Texts language={state.view.language}>
      {card?.(now)}
      {hint && (hint.kind === 'readOnly' || !isModal(state)) && !state.view.settings.hiddenCards.includes('hint') && (
        <Hint
          key={hint.kind}
          kind={hint.kind}
          detail={hint.detail}
          place={hintPlace(card !== null && state.risk?.phase !== 'before', state.view)}
          onDismiss={hint.dismiss ?? (() => dismissHint(state, world))}
        />
      )}
    </Texts>
  );
}

/** What is hinted at; a card that stays open while nothing may be changed says that first, once. */
function useHint({ hint, view }: CardsState, hasCard: boolean) {
  const [isTold, setTold] = useState(false);
  if (hasCard && view.isReadOnly && !isTold)
    return { kind: 'readOnly' as const, detail: null, dismiss: () => setTold(true) };
  return hint && { ...hint, dismiss: null };
}

function Texts({ language, children }: { language: string; children: ComponentChildren }) {
  const locale = localeFor(language);
  const rightInset = useRightEdgeInset();
  return (
    <TextContext.Provider value={locale}>
      <CardTextContext.Provider value={cardLocaleFor(language)}>
        <div lang={locale.language} style={{ '--right-inset': `${rightInset}px` }}>
          {children}
        </div>
      </CardTextContext.Provider>
    </TextContext.Provider>
  );
}

/** Hints that only confirm what was done: they go by themselves. */
const FLEETING: ReadonlySet<HintKind> = new Set(['renamed', 'copied', 'parked', 'openedInTab']);
const FLEETING_FOR = 8_000;

function useFleetingHint({ hint }: CardsState, { store }: CardsWorld): void {
  const kind = hint?.kind;
  useEffect(() => {
    if (!kind || !FLEETING.has(kind)) return undefined;
    const timer = setTimeout(() => store.trigger.changed({ hint: null }), FLEETING_FOR);
    return () => clearTimeout(timer);
  }, [hint]);
}

/** True while a card keeps everything else waiting, but for the word that nothing may be changed any more. */
const isModal = ({ guard, risk }: CardsState): boolean =>
  risk?.phase === 'confirm' || (guard !== null && !isBeside(guard));

type Draw = (now: number) => ComponentChildren;

/** The card that comes first now: what a person is in the middle of, then what cannot wait, then the rest. */
function cardOf(state: CardsState, world: CardsWorld): Draw | null {
  const props = { state, world };
  const { view, guard, draft, asked, refused, renaming, risk } = state;
  const isHidden = (kind: HideableCard) => view.settings.hiddenCards.includes(kind);
  if (risk?.phase === 'confirm') return () => <ComposerHost {...props} risk={risk} />;
  if (guard) return (now) => <GuardHost {...props} guard={guard} now={now} />;
  if (draft) return () => <DraftHost {...props} draft={draft} />;
  if (asked) return (now) => <AskedHost {...props} asked={asked} now={now} />;
  if (refused && !isHidden('refused')) return (now) => <RefusedHost {...props} refused={refused} now={now} />;
  if (renaming && !isHidden('rename')) return () => <RenameHost {...props} renaming={renaming} />;
  if (risk && !isHidden('composer')) return () => <ComposerHost {...props} risk={risk} />;
  if (offered(state).length > 0 && !isHidden('parkedOffer')) return (now) => <OfferHost {...props} now={now} />;
  return null;
}

function dismissHint({ hint, view }: CardsState, { store }: CardsWorld): void {
  store.trigger.changed({ hint: null });
  if (hint?.kind !== 'oneQuestion') return;
  void ask({ type: 'settings.changed', key: view.key, changes: { knowsOneQuestion: true } });
}
