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
  const isBefore = isBeforeUninstall(run);
  return (
    <>
      <h2 class="market-part-title" dir="auto">
        {run.name === '' ? guide.titleNameless : guide.title(run.name)}
      </h2>
      {run.stop && run.state === 'stopped' && <GuideStopped stop={run.stop} />}
      <p class="market-now">
        <strong>{guide.now}:</strong> {guide.advice[advice]}
      </p>
      {run.press?.hadNoEffect && isBefore && <p class="market-line-warning">{guide.noEffect}</p>}
      <Target advice={advice} {...props} />
      {isBefore ? (
        <>
          <GuideActions {...props} />
          <Attention run={run} now={props.now} />
          <Pages {...props} />
        </>
      ) : (
        <>
          <Pages {...props} />
          {hasResult(run) && <GuideResult run={run} />}
          <HowItWent run={run} />
          <GuideActions {...props} />
        </>
      )}
      <More run={run} now={props.now} />
    </>
  );
}

const isBeforeUninstall = ({ state }: RunView): boolean => state === 'checked' || state === 'recorded';
const hasResult = ({ state }: RunView): boolean => state === 'compared' || state === 'dataWiped';

/** The page where the next step is done. */
function Target({ advice, ...props }: NoteProps<'guide'> & { advice: GuideAdvice }) {
  const { guide } = useMarketText();
  const { run, place } = props.content;
  const target = placeOf(run, advice);
  if (!target || (target === place.page && place.isOfApplication)) return null;
  return (
    <div class="inline-actions">
      <PlaceButton kind={target} label={guide.open[target]} isStrong={run.state !== 'stopped'} {...props} />
    </div>
  );
}

/** Pages that have to be on show once, so that they can be recorded. */
function Pages(props: NoteProps<'guide'>) {
  const { guide } = useMarketText();
  const here = props.content.place.page;
  const shown = here === 'card' ? 'deals' : here;
  const pages = pagesToShow(props.content.run).filter((page) => page !== shown);
  if (pages.length === 0) return null;
  return (
    <div class="inline-actions">
      {pages.map((page) => (
        <PlaceButton key={page} kind={page} label={guide.open[page]} {...props} />
      ))}
    </div>
  );
}

interface RunProps {
  run: RunView;
  now: number;
}

/** What is not in order, or not in the record. */
function Attention({ run: { checks, recorded }, now }: RunProps) {
  return (
    <>
      {/* What the record has and has not is said beside it. */}
      <GuideChecks checks={checks.filter(({ name, result }) => result !== 'ok' && name !== 'record')} />
      {recorded && <GuideParts recorded={recorded} now={now} are="missing" />}
    </>
  );
}

function HowItWent({ run }: { run: RunView }) {
  const { guide } = useMarketText();
  const wipe = wipeOf(run);
  if (hasResult(run) || run.state === 'stopped' || (wipe !== 'no' && wipe !== 'unknown')) return null;
  return <p class="quiet">{guide.wipe[wipe]}</p>;
}

/** All steps, what is in order, and what every uninstallation takes. Folded: the note stands over the portal's own page. */
function More({ run, now }: RunProps) {
  const { guide } = useMarketText();
  const isUnderWay = !hasResult(run) && run.state !== 'stopped';
  return (
    <details class="market-more">
      <summary>{guide.more}</summary>
      <GuideSteps run={run} />
      {isBeforeUninstall(run) && (
        <>
          <GuideChecks checks={run.checks.filter(({ result }) => result === 'ok')} />
          {run.recorded && <GuideParts recorded={run.recorded} now={now} are="read" />}
        </>
      )}
      {isUnderWay && (
        <div class="quiet market-means">
          <p>{guide.removes}</p>
          <p>{guide.restores}</p>
        </div>
      )}
    </details>
  );
}
