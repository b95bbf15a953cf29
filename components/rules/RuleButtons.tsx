import type { RefObject } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import type { RuleCard, RuleSwitch } from '../../domain/rules/view.ts';
import { useReadOnly } from '../dashboard/read-only-context.ts';
import { WriteButton } from '../dashboard/WriteButton.tsx';
import { Icon } from '../Icon.tsx';
import { RemoveQuestion } from './RemoveQuestion.tsx';
import { useRulesText } from './rules-text-context.ts';

export interface RuleDeeds {
  onSwitch: (card: RuleCard, state: RuleSwitch) => void;
  onRemove: (card: RuleCard) => void;
  /** Leads to where destinations are set up. */
  onDestinations: () => void;
}

interface RuleButtonsProps extends RuleDeeds {
  card: RuleCard;
  /** Address of the rule. */
  href?: string;
  onEdit: (card: RuleCard) => void;
}

/** States that a rule can be brought into, the one that is wanted most first. */
const NEXT: Readonly<Record<RuleCard['state'], readonly RuleSwitch[]>> = {
  dry: ['on', 'off'],
  on: ['off', 'dry'],
  off: ['on', 'dry'],
};

/** What can be done with a rule. */
export function RuleButtons(props: RuleButtonsProps) {
  const { card, href, onEdit, onRemove, onDestinations } = props;
  const { list } = useRulesText();
  const { name } = card.rule;
  const [isAsking, setAsking] = useState(false);
  const begin = useRef<HTMLButtonElement>(null);
  const why = useId();
  const isMissing = card.missing.length > 0;
  return (
    <>
      <div class="inline-actions rule-buttons">
        {NEXT[card.state].map((state) => (
          <SwitchButton key={state} {...props} state={state} why={isMissing && state === 'on' ? why : null} />
        ))}
        <WriteButton type="button" class="button" aria-label={list.of(list.edit, name)} onClick={() => onEdit(card)}>
          {list.edit}
        </WriteButton>
        <RemoveButton name={name} begin={begin} onPress={() => setAsking(true)} />
        {href && (
          <a class="text-link rule-open" href={href} aria-label={list.of(list.open, name)}>
            {list.open}
          </a>
        )}
      </div>
      {isMissing && (
        <div class="rule-missing">
          <p class="field-problem" id={why}>
            <Icon name="near" />
            <span>{list.missing}</span>
          </p>
          <button type="button" class="text-button" onClick={onDestinations}>
            {list.toDestinations}
          </button>
        </div>
      )}
      {isAsking && (
        <RemoveQuestion
          name={name}
          onRemove={() => onRemove(card)}
          onCancel={() => {
            setAsking(false);
            begin.current?.focus();
          }}
        />
      )}
    </>
  );
}

interface SwitchButtonProps extends Pick<RuleButtonsProps, 'card' | 'onSwitch'> {
  state: RuleSwitch;
  /** Id of the text that says why it cannot be pressed; null: it can. */
  why: string | null;
}

function SwitchButton({ card, state, why, onSwitch }: SwitchButtonProps) {
  const { list } = useRulesText();
  const word = { dry: list.tryOut, on: list.switchOn, off: list.switchOff }[state];
  // To rest is allowed even while nothing may be changed.
  const isReadOnly = useReadOnly() && state !== 'off';
  return (
    <button
      type="button"
      disabled={isReadOnly}
      // The next step of a rule that tries out; one that somebody has switched off asks for nothing.
      class={state === 'on' && card.state === 'dry' ? 'button strong' : 'button'}
      aria-label={list.of(word, card.rule.name)}
      aria-disabled={why !== null}
      aria-describedby={why ?? undefined}
      onClick={() => why === null && onSwitch(card, state)}
    >
      {word}
    </button>
  );
}

interface RemoveButtonProps {
  name: string;
  begin: RefObject<HTMLButtonElement>;
  onPress: () => void;
}

function RemoveButton({ name, begin, onPress }: RemoveButtonProps) {
  const { list } = useRulesText();
  const isReadOnly = useReadOnly();
  return (
    <button
      type="button"
      class="button"
      ref={begin}
      disabled={isReadOnly}
      aria-label={list.of(list.remove, name)}
      onClick={onPress}
    >
      {list.remove}
    </button>
  );
}
