import { useState } from 'preact/hooks';
import { LONGEST_DRAFT, LONGEST_TOPIC } from '../../domain/drafts.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { BackButton } from './BackButton.tsx';
import { CardActions, CardLead } from './CardShell.tsx';
import { FreedMeanwhile } from './GuardNumbers.tsx';
import type { GuardCardProps } from './guard-props.ts';
import { SavingLine, TextField } from './TextField.tsx';

/** The question waits here until a slot is free. */
export function GuardParking(props: GuardCardProps) {
  const { park } = useCardText();
  const { parkedTopic: topic, parkedText: text, onParkChange } = props;
  const isEmpty = topic.trim() === '' && text.trim() === '';
  const [isTold, setTold] = useState(false);
  return (
    <>
      <CardLead>
        <p>{park.what}</p>
      </CardLead>
      <FreedMeanwhile {...props} />
      <TextField
        label={park.topic}
        takesFocus
        hint={park.topicHint}
        value={topic}
        maxLength={LONGEST_TOPIC}
        onChange={(value) => onParkChange({ topic: value, text })}
      />
      <TextField
        label={park.text}
        value={text}
        rows={5}
        maxLength={LONGEST_DRAFT}
        secretKinds={props.secretKinds}
        problem={isTold && isEmpty ? park.needsText : null}
        onChange={(value) => onParkChange({ topic, text: value })}
      />
      <SavingLine saving={props.saving} text={[topic, text].filter(Boolean).join('\n\n')} onCopy={props.onCopy} />
      {!props.canNotify && <p class="quiet">{park.noNotify}</p>}
      <CardActions>
        <button
          type="button"
          class="button strong"
          aria-disabled={isEmpty}
          onClick={() => (isEmpty ? setTold(true) : props.onPark())}
        >
          {park.park}
        </button>
        <BackButton onBack={props.onBack} />
      </CardActions>
    </>
  );
}

/** Said once it is safe. */
export function GuardParked({ waiting, canNotify, answer, onClose }: GuardCardProps) {
  const { park } = useCardText();
  const isOff = answer === 'off' || answer === 'single';
  return (
    <>
      <CardLead>
        <p class="mark" data-tone="good">
          <Icon name="roomy" />
          {isOff ? park.parkedOff : park.parkedWhat}
        </p>
        <p>{park.waiting(waiting)}</p>
      </CardLead>
      {!canNotify && <p class="quiet">{park.noNotify}</p>}
      <CardActions>
        <button type="button" class="button strong" onClick={onClose}>
          {park.done}
        </button>
      </CardActions>
    </>
  );
}

/** Never locked out: but with a reason, and only after it was written. */
export function GuardOverride(props: GuardCardProps) {
  const { override, guard } = useCardText();
  const [reason, setReason] = useState('');
  const isEmpty = reason.trim() === '';
  return (
    <>
      <CardLead>
        <p>{override.what}</p>
      </CardLead>
      <FreedMeanwhile {...props} />
      <TextField
        label={override.reason}
        takesFocus
        hint={override.reasonHint}
        value={reason}
        rows={2}
        maxLength={LONGEST_REASON}
        isRequired
        onChange={setReason}
      />
      {props.isGrey && <p class="quiet">{guard.greyAnyway}</p>}
      <CardActions>
        <BackButton onBack={props.onBack} look="button" />
        <button
          type="button"
          class="text-button"
          aria-disabled={isEmpty}
          onClick={() => !isEmpty && props.onOverride(reason.trim())}
        >
          {override.go}
        </button>
      </CardActions>
    </>
  );
}

const LONGEST_REASON = 500;
