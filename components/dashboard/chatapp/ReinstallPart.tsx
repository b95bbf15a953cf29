import { useMemo } from 'preact/hooks';
import { isOpenRun, wipeOf } from '../../../domain/market/reinstall.ts';
import type { RunView } from '../../../domain/market/view.ts';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { Block, DeedLine, Note } from './bits.tsx';
import { ComparisonPart } from './ComparisonPart.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { namesIn } from './chatapp-words.ts';
import { EarlierRuns } from './EarlierRuns.tsx';
import { RunActions, type RunWord } from './RunActions.tsx';
import { RunChecks } from './RunChecks.tsx';
import { RunRecord } from './RunRecord.tsx';
import { RunSteps } from './RunSteps.tsx';
import { StoppedNote } from './StoppedNote.tsx';
import { useDeed } from './use-deed.ts';

export interface ReinstallPartProps extends ChatAppPartProps {
  /** Begins a reinstall, or goes on with an open one. */
  onBegin: () => Promise<boolean>;
  onRun: (id: string, word: RunWord) => Promise<boolean>;
}

/** A reinstall step by step: what it does, where it stands, and what it changed. */
export function ReinstallPart(props: ReinstallPartProps) {
  const { chatapp } = useDashboardText();
  const { reinstall: words } = chatapp;
  const { portal, book } = props;
  const { run } = portal.market;
  const names = useMemo(() => namesIn(book.facts), [book.facts]);
  const earlier = book.earlier.filter(({ id }) => id !== run?.id);
  const isOwn = book.run !== null && book.run.id === run?.id;
  const isCompared = run !== null && book.differences !== null && isOwn;
  return (
    <>
      <p class="chatapp-lead">{words.lead}</p>
      {isCompared && book.differences && (
        <ComparisonPart {...props} host={portal.host} run={book.run} differences={book.differences} names={names} />
      )}
      {run && <Run {...props} run={run} />}
      {!(run && isOpenRun(run)) && <Begin {...props} />}
      {run?.state !== 'compared' && <WhatItDoes />}
      <EarlierRuns runs={earlier} names={names} now={props.now} />
    </>
  );
}

function Run(props: ReinstallPartProps & { run: RunView }) {
  const text = useText();
  const { chatapp } = useDashboardText();
  const { reinstall: words } = chatapp;
  const { run, now } = props;
  const times = `${words.startedAt(text.time(run.startedAt, now))} · ${words.changedAt(text.time(run.changedAt, now))}`;
  return (
    <Block title={words.steps} source={times}>
      {run.state === 'stopped' && <StoppedNote run={run} />}
      {run.state === 'dataWiped' && <Note tone="danger" {...words.wipedNow} />}
      <RunSteps run={run} />
      <Wipe run={run} />
      {run.finishedBy && <p class="quiet">{words.finishedBy[run.finishedBy]}</p>}
      <RunActions {...props} />
      {(run.state === 'checked' || run.state === 'recorded' || run.state === 'stopped') && (
        <RunChecks checks={run.checks} />
      )}
      <RunRecord {...props} />
    </Block>
  );
}

/** Whether settings and data were asked to go. */
function Wipe({ run }: { run: RunView }) {
  const {
    chatapp: {
      reinstall: { press: words },
    },
  } = useDashboardText();
  const wipe = wipeOf(run);
  if (run.press?.hadNoEffect) return <p class="quiet">{words.noEffect}</p>;
  if (wipe === null || wipe === 'yes') return null;
  return <p class="quiet">{wipe === 'no' ? words.kept : words.unknown}</p>;
}

function Begin({ portal: { market }, onBegin }: ReinstallPartProps) {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  const deed = useDeed();
  const canBegin = market.confirmed !== null;
  return (
    <div class="reinstall-begin">
      <WriteButton
        type="button"
        class="button strong"
        aria-disabled={!canBegin}
        onClick={() => canBegin && void deed.run(onBegin)}
      >
        {words.begin}
      </WriteButton>
      <p class="quiet">{canBegin ? words.beginHint : words.needsApp}</p>
      <DeedLine state={deed.state} doing={words.doing} failed={words.notDone} />
    </div>
  );
}

/** What an uninstallation removes, what the box destroys as well, and what stays. */
function WhatItDoes() {
  const {
    chatapp: { reinstall: words },
  } = useDashboardText();
  return (
    <div class="what-it-does">
      {([words.always, words.wiped, words.stays] as const).map(({ title, items }, index) => (
        <section key={title} data-tone={index === 1 ? 'danger' : 'quiet'} aria-label={title}>
          <h2 class="now-card-title">{title}</h2>
          <ul class="bulleted">
            {items.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ul>
        </section>
      ))}
      <p class="quiet">{words.promise}</p>
    </div>
  );
}
