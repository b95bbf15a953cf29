import { hasMessage } from '../../domain/access/banner-sentences.ts';
import { ASKS, ENDS } from '../../domain/access/banner-text.ts';
import { Icon } from '../Icon.tsx';
import type { BannerProps } from './banner-props.ts';
import { useBannerText } from './banner-text-context.ts';
import { ExtendForm } from './ExtendForm.tsx';
import { LaterChoices } from './LaterChoices.tsx';

/** What a person can say of it; each kind has its own. */
export function BannerChoices(props: BannerProps) {
  const { item, saving, isReadOnly } = props;
  const { notSaved } = useBannerText();
  if (isReadOnly) return <OnlyLater {...props} />;
  return (
    <div class="access-choices">
      {ASKS.has(item.banner) && <RequestChoices {...props} />}
      {ENDS.has(item.banner) && <EndChoices {...props} />}
      {item.banner === 'unclear' && <UnclearChoices {...props} />}
      {(item.banner === 'lookalike' || item.banner === 'answeredElsewhere') && <OpenMessage {...props} />}
      <p class={saving === 'failed' ? 'access-problem' : ''} role="status">
        {saving === 'failed' && <Icon name="near" />}
        {saving === 'failed' && notSaved}
      </p>
    </div>
  );
}

/** Nothing is said of it while Latchdesk is read-only; it can be put off all the same. */
function OnlyLater(props: BannerProps) {
  const { item, onSnooze } = props;
  const { readOnly, button } = useBannerText();
  const label = ASKS.has(item.banner) ? button.later : ENDS.has(item.banner) ? button.remind : null;
  return (
    <div class="access-choices">
      <p class="quiet">{readOnly}</p>
      <div class="access-actions">
        {label !== null && <LaterChoices label={label} onSnooze={onSnooze} />}
        <OpenMessage {...props} />
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  onPress: () => void;
}

const Choice = ({ label, onPress }: ChoiceProps) => (
  <button type="button" class="button" onClick={onPress}>
    {label}
  </button>
);

function RequestChoices({ item, onConfirm, onSetAside, onSnooze }: BannerProps) {
  const { button } = useBannerText();
  return (
    <>
      {item.state === 'seen' && (
        <div class="access-actions">
          <Choice label={button.isOne} onPress={() => onConfirm(true)} />
          <Choice label={button.isNone} onPress={() => onConfirm(false)} />
        </div>
      )}
      <div class="access-actions">
        <LaterChoices label={button.later} onSnooze={onSnooze} />
        <button type="button" class="text-button" onClick={onSetAside}>
          {button.notMine}
        </button>
      </div>
    </>
  );
}

function EndChoices(props: BannerProps) {
  const { item, onAnswer, onDismiss, onSnooze } = props;
  const { button } = useBannerText();
  return (
    <>
      <div class="access-actions">
        <Choice label={button.ended} onPress={() => onAnswer('ended')} />
        {item.banner !== 'overdue' && <Choice label={button.keep} onPress={onDismiss} />}
        <LaterChoices label={button.remind} onSnooze={onSnooze} />
      </div>
      <ExtendForm {...props} />
    </>
  );
}

/** Nobody could see the answer: a person may know it. */
function UnclearChoices(props: BannerProps) {
  const { item, onAnswer, onDismiss } = props;
  const { button } = useBannerText();
  const hasRun = item.kind === 'vendor' && item.startsAt !== null;
  return (
    <div class="access-actions">
      <Choice label={hasRun ? button.stillOpen : button.granted} onPress={() => onAnswer('granted')} />
      <Choice
        label={hasRun ? button.isOver : button.declined}
        onPress={() => onAnswer(hasRun ? 'ended' : 'declined')}
      />
      <Choice label={button.unknown} onPress={onDismiss} />
      <OpenMessage {...props} />
    </div>
  );
}

function OpenMessage({ item, onOpen }: BannerProps) {
  const { button } = useBannerText();
  if (!hasMessage(item)) return null;
  return (
    <button type="button" class="text-button" onClick={onOpen}>
      {button.openMessage}
    </button>
  );
}
