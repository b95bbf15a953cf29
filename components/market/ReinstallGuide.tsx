import { adviceOn, type GuideAdvice, pagesToShow, placeOf } from '../../domain/market/guide.ts';
import { wipeOf } from '../../domain/market/reinstall.ts';
import type { RunView } from '../../domain/market/view.ts';
import { GuideActions } from './GuideActions.tsx';
import { GuideChecks, GuideParts } from './GuideRecord.tsx';
import { GuideResult } from './GuideResult.tsx';
import { GuideSteps } from './GuideSteps.tsx';
import { GuideStopped } from './GuideStopped.tsx';
import { useMarketText } from './market-text-context.ts';
import type { NoteProps } from './note-props.ts';
import { PlaceButton } from './PlaceButton.tsx';

/** A reinstallation on the page where a person does its next step. */
export function ReinstallGuide(props: NoteProps<'guide'>) {
  const { run, place } = props.content;
  const { guide } = useMarketText();
  const advice = adviceOn(run, place);
  return (
    <>
      <h2 class="market-part-title" dir="auto">
        {run.name === '' ? guide.titleNameless : guide.title(run.name)}
      </h2>
      <GuideSteps run={run} />
      {run.stop && run.state === 'stopped' && <GuideStopped stop={run.stop} />}
      <p class="market-now">
        <strong>{guide.now}:</strong> {guide.advice[advice]}
      </p>
      {run.press?.hadNoEffect && isBeforeUninstall(run) && <p class="market-line-warning">{guide.noEffect}</p>}
      <Places advice={advice} {...props} />
      {isBeforeUninstall(run) && <Before run={run} now={props.now} />}
      {(run.state === 'compared' || run.state === 'dataWiped') && <GuideResult run={run} />}
      <WhatComesBack run={run} />
      <GuideActions {...props} />
    </>
  );
}

const isBeforeUninstall = ({ state }: RunView): boolean => state === 'checked' || state === 'recorded';

function Places({ advice, ...props }: NoteProps<'guide'> & { advice: GuideAdvice }) {
  const { guide } = useMarketText();
  const here = props.content.place.page;
  const target = placeOf(props.content.run, advice);
  const shown = here === 'card' ? 'deals' : here;
  const pages = pagesToShow(props.content.run).filter((page) => page !== shown);
  if (!target && pages.length === 0) return null;
  return (
    <div class="inline-actions">
      {target && <PlaceButton kind={target} label={guide.open[target]} isStrong {...props} />}
      {pages.map((page) => (
        <PlaceButton key={page} kind={page} label={guide.open[page]} {...props} />
      ))}
    </div>
  );
}

function Before({ run, now }: { run: RunView; now: number }) {
  return (
    <>
      <GuideChecks checks={run.checks} />
      {run.recorded && <GuideParts recorded={run.recorded} now={now} />}
    </>
  );
}

/** What every uninstallation takes, before it; how it was done, after it. Nothing is promised. */
function WhatComesBack({ run }: { run: RunView }) {
  const { guide } = useMarketText();
  const wipe = wipeOf(run);
  if (run.state === 'compared' || run.state === 'dataWiped' || run.state === 'stopped') return null;
  return (
    <div class="quiet market-means">
      {!isBeforeUninstall(run) && (wipe === 'no' || wipe === 'unknown') && <p>{guide.wipe[wipe]}</p>}
      <p>{guide.removes}</p>
      <p>{guide.restores}</p>
    </div>
  );
}
