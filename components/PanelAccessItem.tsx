import { useId } from 'preact/hooks';
import { accessFacts, accessLine, isResting, type Situation, situationOf } from '../domain/access/lines.ts';
import { daysUntil } from '../domain/access/sentences.ts';
import type { AccessItem } from '../domain/access/view.ts';
import { snoozeUntil } from '../domain/snooze.ts';
import { AccessRing } from './AccessRing.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { useText } from './text-context.ts';

/** What a person says of an item in the panel; an answer to a request is never among it. */
export type AccessWord = { type: 'snoozed'; until: number } | { type: 'takenBack' } | { type: 'dismissed' };

export interface AccessHandlers {
  /** The portal's message shall be opened: its buttons are where to answer and to revoke. */
  onOpenRequest: (item: AccessItem) => void;
  onTellAccess: (item: AccessItem, word: AccessWord) => void;
  /** All records, on a page of their own. */
  onRegister: () => void;
}

export interface PanelAccessItemProps extends AccessHandlers {
  item: AccessItem;
  now: number;
  /** It can be looked at and put off, nothing more. */
  isReadOnly?: boolean;
}

type Tone = 'plain' | 'good' | 'warning' | 'danger' | 'quiet';

/** How each situation is drawn; the icon says the same as the colour. */
export const SITUATION_LOOKS: Record<Situation, { tone: Tone; icon: IconName }> = {
  warning: { tone: 'warning', icon: 'near' },
  request: { tone: 'plain', icon: 'key' },
  overdue: { tone: 'danger', icon: 'clock' },
  running: { tone: 'good', icon: 'key' },
  rest: { tone: 'quiet', icon: 'key' },
};

/** What ends soon, and what was answered nobody knows how, wants a look. */
function looksOf(item: AccessItem, situation: Situation): { tone: Tone; icon: IconName } {
  if (item.banner === 'unclear') return SITUATION_LOOKS.warning;
  if (situation === 'running' && item.state === 'ending') return { ...SITUATION_LOOKS.running, tone: 'warning' };
  return SITUATION_LOOKS[situation];
}

/** One request or access: what is the matter, how that is known, and the ways on. */
export function PanelAccessItem(props: PanelAccessItemProps) {
  const { item, now } = props;
  const text = useText();
  const lineId = useId();
  const situation = situationOf(item, now);
  const { tone, icon } = looksOf(item, situation);
  const hasRing = situation === 'running' && item.kind === 'vendor' && item.endsAt !== null;
  const facts = accessFacts(text, item, now);
  return (
    <li class="access-item" data-tone={tone}>
      {hasRing ? (
        <AccessRing left={daysUntil(item.endsAt ?? now, now)} days={item.days} />
      ) : (
        <Icon name={icon} size={16} />
      )}
      <div>
        <p id={lineId} class={tone === 'quiet' ? undefined : 'access-line'}>
          {accessLine(text, item, now)}
        </p>
        {facts.length > 0 && (
          <p class="quiet" dir="auto">
            {facts.join(' · ')}
          </p>
        )}
        <div class="access-actions">
          <Actions {...props} situation={situation} lineId={lineId} />
        </div>
      </div>
    </li>
  );
}

interface ActionsProps extends PanelAccessItemProps {
  situation: Situation;
  /** The line that tells which item a button is about. */
  lineId: string;
}

function Actions(props: ActionsProps) {
  const { item, situation, now, isReadOnly = false, onTellAccess } = props;
  const text = useText().access;
  const isAsleep = isResting(item, now) || item.setAsideAt !== null;
  const canRest = situation === 'request' || situation === 'overdue' || item.state === 'ending';
  const wake = () =>
    onTellAccess(item, item.setAsideAt === null ? { type: 'snoozed', until: 0 } : { type: 'takenBack' });
  return (
    <>
      <Way {...props} />
      {situation === 'warning' && !isReadOnly && (
        <Press {...props} label={text.understood} onPress={() => onTellAccess(item, { type: 'dismissed' })} />
      )}
      {isAsleep && (item.setAsideAt === null || !isReadOnly) && (
        <Press {...props} label={text.takeBack} onPress={wake} />
      )}
      {!isAsleep && canRest && (
        <Press
          {...props}
          label={text.tomorrow}
          onPress={() => onTellAccess(item, { type: 'snoozed', until: snoozeUntil('tomorrow', now) })}
        />
      )}
    </>
  );
}

/** The way to the portal's message, or to the record where no message is known. */
function Way(props: ActionsProps) {
  const { item, situation, onOpenRequest, onRegister } = props;
  const text = useText().access;
  // Without a message the main chat is where an access is asked for and ended.
  const hasMessage = item.copies.some(({ keyboard }) => keyboard !== 'gone');
  if (!hasMessage && (item.kind !== 'vendor' || situation === 'rest'))
    return <Press {...props} label={text.openRecord} onPress={onRegister} />;
  if (situation === 'running' || situation === 'overdue') {
    const label = situation === 'running' ? text.revoke : text.check;
    return <Press {...props} label={label} hint={text.opensMessage} onPress={() => onOpenRequest(item)} />;
  }
  const label = situation === 'warning' ? text.openMessage : text.openRequest;
  return <Press {...props} isStrong={situation === 'request'} label={label} onPress={() => onOpenRequest(item)} />;
}

interface PressProps {
  label: string;
  lineId: string;
  hint?: string;
  isStrong?: boolean;
  onPress: () => void;
}

function Press({ label, lineId, hint, isStrong = false, onPress }: PressProps) {
  return (
    <button
      type="button"
      class={isStrong ? 'button' : 'text-button'}
      aria-describedby={lineId}
      title={hint}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
