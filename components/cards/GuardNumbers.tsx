import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { CardActions, CardLead } from './CardShell.tsx';
import type { GuardCardProps } from './guard-props.ts';
import { SlotLine } from './SlotLine.tsx';
import { ToFinishList } from './ToFinishList.tsx';

/** The last slot: go on, or finish something first. */
export function GuardNear(props: GuardCardProps) {
  const { guard, shell } = useCardText();
  const finished = props.toFinish.filter((dialog) => dialog.looksFinished);
  return (
    <>
      <CardLead>
        <p>{guard.nearWhat}</p>
      </CardLead>
      <SlotLine slots={props.slots} now={props.now} isTold />
      {finished.length > 0 && <ToFinishList {...props} toFinish={finished} />}
      <p class="quiet">{guard.oneQuestion}</p>
      <GreyNote {...props} />
      <CardActions>
        <button type="button" class="button strong" onClick={props.onProceed}>
          {guard.openNew}
        </button>
        <button type="button" class="text-button" onClick={props.onClose}>
          {shell.close}
        </button>
      </CardActions>
    </>
  );
}

/** No slot: three ways of equal weight, and a quiet one past them. */
export function GuardFull(props: GuardCardProps) {
  const { guard } = useCardText();
  const { slots } = props;
  const isOver = slots.level === 'over' && !slots.atMost;
  return (
    <>
      <CardLead>
        {isOver && <p>{guard.overWhy}</p>}
        <p>{props.isGrey ? guard.fullGrey : guard.fullWhat}</p>
      </CardLead>
      <SlotLine slots={slots} now={props.now} isTold />
      <div class="choices">
        {(['closeRequest', 'openRequest', 'park'] as const).map((way) => (
          <button key={way} type="button" class="choice" onClick={() => props.onWay(way)}>
            <span class="choice-title">{guard.ways[way].title}</span>
            <span class="quiet">{guard.ways[way].text}</span>
            <Icon name="chevron" />
          </button>
        ))}
      </div>
      <ToFinishList {...props} />
      <CardActions>
        <OpenAnyway {...props} />
      </CardActions>
    </>
  );
}

/** Switched off, or a single conversation: the portal's own rule. */
export function GuardBlocked(props: GuardCardProps) {
  const { guard, park } = useCardText();
  return (
    <>
      <CardLead>
        <p>{props.state === 'offCard' ? guard.off : guard.single}</p>
      </CardLead>
      <CardActions>
        <button type="button" class="button strong" onClick={() => props.onWay('park')}>
          {park.title}
        </button>
        <OpenAnyway {...props} />
      </CardActions>
    </>
  );
}

/** While the card was open, a slot became free. */
export function GuardFreed(props: GuardCardProps) {
  const { guard, shell } = useCardText();
  return (
    <>
      <CardLead>
        <p>{guard.freedWhat}</p>
      </CardLead>
      <SlotLine slots={props.slots} now={props.now} />
      <p class="quiet">{guard.oneQuestion}</p>
      <GreyNote {...props} />
      <CardActions>
        <button type="button" class="button strong" onClick={props.onProceed}>
          {guard.openNew}
        </button>
        <button type="button" class="text-button" onClick={props.onClose}>
          {shell.close}
        </button>
      </CardActions>
    </>
  );
}

/** Never strong; where the portal keeps its own button grey, that is said beside it. */
function OpenAnyway({ isGrey, onWay }: GuardCardProps) {
  const { guard } = useCardText();
  return (
    <>
      <button type="button" class="text-button" onClick={() => onWay('override')}>
        {guard.continueAnyway}
      </button>
      {isGrey && <p class="quiet">{guard.greyAnyway}</p>}
    </>
  );
}

function GreyNote({ isGrey }: GuardCardProps) {
  const { guard } = useCardText();
  return isGrey ? <p class="quiet">{guard.greyProceed}</p> : null;
}

/** While somebody writes, the card stays; that a slot became free is told in it. */
export function FreedMeanwhile({ answer, state }: GuardCardProps) {
  const { guard } = useCardText();
  const isFree = answer === 'pass' || answer === 'near' || answer === 'unlimited';
  return (
    <p class="mark" data-tone="good" role="status">
      {isFree && state !== 'parked' && (
        <>
          <Icon name="roomy" />
          {guard.freedMeanwhile}
        </>
      )}
    </p>
  );
}
