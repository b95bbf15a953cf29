import { useSelector } from '@xstate/store-preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { Answered, Empty, PageHead } from '../../components/dashboard/States.tsx';
import type { RuleDeeds } from '../../components/rules/RuleButtons.tsx';
import { RuleList } from '../../components/rules/RuleList.tsx';
import { RulesTextContext, useRulesText } from '../../components/rules/rules-text-context.ts';
import { StatusPart } from '../../components/rules/StatusPart.tsx';
import type { RulesView } from '../../domain/rules/view.ts';
import { rulesLocaleFor } from '../../locales/rules/catalogue.ts';
import { ask } from './ask.ts';
import { dashboardStore } from './dashboard-store.ts';
import { hashOf, NEW_RULE, placeOf } from './place.ts';
import { DestinationsPart } from './rules/DestinationsPart.tsx';
import { forgetUntouched } from './rules/kept-draft.ts';
import { NewRule, ownTimeZone, type Taken } from './rules/NewRule.tsx';
import { RuleDetails } from './rules/RuleDetails.tsx';
import { RunsPart } from './rules/RunsPart.tsx';
import { RunsTexts } from './rules/RunsTexts.tsx';
import { ToDestinations, toDestinations } from './rules/ToDestinations.tsx';
import { TransferPart } from './rules/TransferPart.tsx';
import { UncertainRuns } from './rules/UncertainRuns.tsx';
import { type Told, useDeeds } from './rules/use-deeds.ts';
import type { FrontSectionProps } from './section-props.ts';
import { useAnswer } from './use-answer.ts';

/** Rules of the user's own: what happens makes Latchdesk prepare something. */
export function RulesSection({ front, now, language }: FrontSectionProps) {
  return (
    <RulesTextContext.Provider value={rulesLocaleFor(language)}>
      <RunsTexts>
        <AskedRules front={front} now={now} />
      </RunsTexts>
    </RulesTextContext.Provider>
  );
}

type AskedRulesProps = Pick<FrontSectionProps, 'front' | 'now'>;

function AskedRules({ front, now }: AskedRulesProps) {
  // Rules run while nothing else changes: time passing is a reason to look as well.
  const stamp = useMemo(() => ({ front, now }), [front, now]);
  const { answer, retry, setAnswer } = useAnswer(() => ask<RulesView | null>({ type: 'rules.wanted' }), {
    subject: 'rules',
    stamp,
  });
  const take = (value: RulesView) => setAnswer({ state: 'ready', value, isRefreshFailed: false });
  return (
    <div class="rules">
      <Answered answer={answer} onRetry={retry}>
        {(view) => <Rules view={view} now={now} onView={take} />}
      </Answered>
    </div>
  );
}

interface RulesProps {
  now: number;
  view: RulesView;
  onView: (view: RulesView) => void;
}

const hrefOf = (detail: string | null) => hashOf({ ...placeOf('rules'), detail });
const go = (detail: string | null) => {
  location.hash = hrefOf(detail);
};

function Rules({ view, onView, now }: RulesProps) {
  const detail = useSelector(dashboardStore, ({ context }) => context.place.detail ?? null);
  const [editing, setEditing] = useState<string | null>(null);
  const [taken, setTaken] = useState<Taken | null>(null);
  const { told, tell, pause, switchTo, remove } = useDeeds(detail, onView);
  const { page } = useRulesText();
  const card = view.cards.find(({ rule }) => rule.id === detail);
  const hearSaved = (next: RulesView, id: string) => {
    onView(next);
    tell('saved', id);
    go(id);
  };
  const deeds: RuleDeeds = {
    onSwitch: ({ rule }, state) => switchTo(rule.id, state),
    onRemove: ({ rule }) => void remove(rule.id).then((isGone) => isGone && detail !== null && go(null)),
    onDestinations: toDestinations,
  };
  const shared = { view, now, onView };
  return (
    <>
      <Head detail={detail} />
      <StatusPart view={view} settings={hashOf(placeOf('settings'))} onPause={pause} />
      <ToldLine told={told} />
      {detail === null && (
        <Home
          {...shared}
          {...deeds}
          onEdit={(id) => {
            setEditing(id);
            go(id);
          }}
          onCreate={(choice) => {
            forgetUntouched(NEW_RULE);
            setTaken(choice);
            go(NEW_RULE);
          }}
        />
      )}
      {detail === NEW_RULE && (
        <NewRule view={view} taken={taken} onView={onView} onSaved={hearSaved} onClose={() => go(null)} />
      )}
      {card && (
        <RuleDetails
          key={card.rule.id}
          {...shared}
          {...deeds}
          card={card}
          isEditing={editing === card.rule.id}
          onEdit={(isEditing) => setEditing(isEditing ? card.rule.id : null)}
          onSaved={hearSaved}
        />
      )}
      {detail !== null && detail !== NEW_RULE && !card && <Empty {...page.gone} />}
    </>
  );
}

function Head({ detail }: { detail: string | null }) {
  const { rail } = useDashboardText();
  const { lead, page } = useRulesText();
  return (
    <PageHead title={rail.section.rules} lead={lead}>
      {detail !== null && (
        <a class="text-link" href={hrefOf(null)}>
          {page.back}
        </a>
      )}
    </PageHead>
  );
}

/** What came of the last press; takes the focus where the button that had it is gone. */
function ToldLine({ told }: { told: Told | null }) {
  const { deed } = useRulesText();
  const line = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const held = document.activeElement;
    if (told && (held === null || held === document.body)) line.current?.focus();
  }, [told]);
  return (
    <p class="rules-told" role="status" tabIndex={-1} ref={line}>
      {told && deed[told.deed]}
    </p>
  );
}

interface HomeProps extends RulesProps, RuleDeeds {
  onEdit: (id: string) => void;
  /** Null: what it begins with is chosen there. */
  onCreate: (taken: Taken | null) => void;
}

function Home({ view, now, onView, onEdit, onCreate, ...deeds }: HomeProps) {
  return (
    <>
      <UncertainRuns view={view} onView={onView} />
      <RuleList
        {...{ view, now, hrefOf }}
        {...deeds}
        onEdit={({ rule }) => onEdit(rule.id)}
        timeZone={ownTimeZone()}
        onTake={(make) => onCreate({ make })}
        onCreate={() => onCreate(null)}
      />
      <RunsPart view={view} ruleId={null} onView={onView} />
      <ToDestinations>
        <DestinationsPart view={view} onView={onView} />
      </ToDestinations>
      <TransferPart view={view} onView={onView} />
    </>
  );
}
