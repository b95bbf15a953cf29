import type { RuleEvent } from '../../../domain/rules/event.ts';
import type { Rehearsal, RulesView } from '../../../domain/rules/view.ts';
import { type Answer, Answered, Empty } from '../../dashboard/States.tsx';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { RenderedPart } from '../runs/RenderedPart.tsx';
import { eventSentence, portalName } from '../runs/run-words.ts';
import { useRunsText } from '../runs/runs-text-context.ts';

export interface RehearsalCardProps {
  view: RulesView;
  rehearsal: Answer<Rehearsal>;
  /** Only people start the rule, so that there is no past to try it on. */
  isByHand: boolean;
  now: number;
  onRetry: () => void;
}

/** More is not read at one go. */
const MOST_SHOWN = 20;

/** What a rule would have done in the last days, or would do now where only people start it. */
export function RehearsalCard(props: RehearsalCardProps) {
  const { rehearsal: words } = useRunsText().runs;
  return (
    <section class="rehearsal" aria-label={words.heading}>
      <div>
        <h2 class="part-title">{words.heading}</h2>
        <p class="quiet">{props.isByHand ? words.leadByHand : words.lead}</p>
      </div>
      <Answered answer={props.rehearsal} onRetry={props.onRetry}>
        {(told) => <Told {...props} told={told} />}
      </Answered>
      {props.rehearsal.state === 'ready' && (
        <button type="button" class="button" onClick={props.onRetry}>
          {words.again}
        </button>
      )}
    </section>
  );
}

function Told(props: RehearsalCardProps & { told: Rehearsal }) {
  const { told, isByHand } = props;
  const { rehearsal: words } = useRunsText().runs;
  const { wouldRun, skipped } = told;
  if (wouldRun.length === 0 && skipped.length === 0) return <Empty {...(isByHand ? words.noneNow : words.none)} />;
  const allSkipped = isByHand ? words.skippedNow : words.allSkipped;
  return (
    <>
      {isByHand ? <CountNow told={told} /> : <CountPast told={told} />}
      {wouldRun.length === 0 ? <Empty {...allSkipped} /> : <WouldRun {...props} />}
      <SkippedEvents {...props} />
    </>
  );
}

/** How often it would have run. */
function CountPast({ told: { days, events, wouldRun, skipped } }: { told: Rehearsal }) {
  const { rehearsal: words } = useRunsText().runs;
  // Long lists come shortened: then their length is only the least there was.
  const counted = wouldRun.length + skipped.length < events ? words.wouldRunAtLeast : words.wouldRun;
  return (
    <>
      <p class="notice-what" role="status">
        {counted(wouldRun.length, days)}
      </p>
      <p class="quiet">{words.events(events)}</p>
    </>
  );
}

/** On how many portals it would run if somebody started it now. */
function CountNow({ told: { wouldRun } }: { told: Rehearsal }) {
  const { rehearsal: words } = useRunsText().runs;
  return (
    <p class="notice-what" role="status">
      {wouldRun.length > 0 && words.tried(wouldRun.length)}
    </p>
  );
}

function EventLine({ event, view, now }: Pick<RehearsalCardProps, 'view' | 'now'> & { event: RuleEvent }) {
  const text = useText();
  const words = useRunsText();
  return (
    <span dir="auto">
      {eventSentence(words, event)} · {portalName(view, event.portal)} ·{' '}
      <time dateTime={new Date(event.at).toISOString()}>{text.time(event.at, now)}</time>
    </span>
  );
}

type ToldProps = RehearsalCardProps & { told: Rehearsal };

function WouldRun({ told: { wouldRun }, view, now }: ToldProps) {
  const { rehearsal: words } = useRunsText().runs;
  const left = wouldRun.length - MOST_SHOWN;
  return (
    <div>
      <h3 class="section-title">{words.runs}</h3>
      <ul class="rehearsed">
        {wouldRun.slice(0, MOST_SHOWN).map(({ event, rendered }) => (
          <li key={event.id}>
            <details class="legend">
              <summary>
                <EventLine event={event} view={view} now={now} />
              </summary>
              {rendered.map((each, index) => (
                <RenderedPart key={index} rendered={each} view={view} />
              ))}
            </details>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="quiet">{words.more(left)}</p>}
    </div>
  );
}

function SkippedEvents({ told: { skipped }, view, now }: ToldProps) {
  const { rehearsal: words, skipped: reasons } = useRunsText().runs;
  if (skipped.length === 0) return null;
  const left = skipped.length - MOST_SHOWN;
  return (
    <div>
      <h3 class="section-title">{words.skipped}</h3>
      <ul class="rehearsed">
        {skipped.slice(0, MOST_SHOWN).map(({ event, because }) => (
          <li key={event.id}>
            <EventLine event={event} view={view} now={now} />
            <span class="mark" data-tone="quiet">
              <Icon name="aside" />
              {reasons[because]}
            </span>
          </li>
        ))}
      </ul>
      {left > 0 && <p class="quiet">{words.more(left)}</p>}
    </div>
  );
}
