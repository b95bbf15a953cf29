import { useState } from 'preact/hooks';
import { LONGEST_ALIAS } from '../../domain/notes.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { CardActions, type CardChrome, CardLead, CardShell } from './CardShell.tsx';
import { TextField } from './TextField.tsx';

/** As long as the portal's own title allows. */
const LONGEST_TITLE = 255;

export interface RenameNudgeProps extends CardChrome {
  /** What the portal calls the dialog now. */
  title: string;
  /** A better name; empty: none to offer. */
  suggestion: string;
  value: string;
  /** `waiting`: the portal was asked; `refused`: it did not take the name. */
  phase: 'idle' | 'waiting' | 'refused';
  /**
   * The dialog has no session and no slot is free: the portal would treat its notice of the renaming as a message, so
   * only the alias is offered.
   */
  isRisky: boolean;
  onChange: (value: string) => void;
  /** Rename it on the portal. */
  onName: (name: string) => void;
  /** Name it in this browser only. */
  onAlias: (name: string) => void;
  onLater: () => void;
}

/** Right after a dialog was made: a name that still says something in a week. */
export function RenameNudge(props: RenameNudgeProps) {
  const { rename } = useCardText();
  return (
    <CardShell {...props} kind="rename" title={rename.title} focus="leave" onClose={props.onLater}>
      <CardLead>
        <p>{rename.why(props.title)}</p>
        {props.isRisky && <p class="quiet">{rename.risky}</p>}
      </CardLead>
      <NameField {...props} />
      <Progress {...props} />
      <CardActions>
        <NameButtons {...props} />
      </CardActions>
    </CardShell>
  );
}

function NameField({ value, suggestion, isRisky, onChange }: RenameNudgeProps) {
  const { rename } = useCardText();
  return (
    <>
      <TextField
        label={rename.field}
        value={value}
        maxLength={isRisky ? LONGEST_ALIAS : LONGEST_TITLE}
        onChange={onChange}
      />
      {suggestion !== '' && suggestion !== value && (
        <button type="button" class="text-button" dir="auto" onClick={() => onChange(suggestion)}>
          {rename.useSuggestion(suggestion)}
        </button>
      )}
    </>
  );
}

function NameButtons({ value, phase, isRisky, onName, onAlias, onLater }: RenameNudgeProps) {
  const { rename } = useCardText();
  const [isTold, setTold] = useState(false);
  const name = value.trim();
  const isIdle = name !== '' && phase !== 'waiting';
  const aliasFits = isIdle && name.length <= LONGEST_ALIAS;
  const pickAlias = () => {
    if (aliasFits) onAlias(name);
    else setTold(name.length > LONGEST_ALIAS);
  };
  return (
    <>
      {!isRisky && (
        <button type="button" class="button strong" aria-disabled={!isIdle} onClick={() => isIdle && onName(name)}>
          {rename.name}
        </button>
      )}
      <button
        type="button"
        class={isRisky ? 'button strong' : 'button'}
        title={rename.aliasWhat}
        aria-disabled={!aliasFits}
        onClick={pickAlias}
      >
        {rename.alias}
      </button>
      <button type="button" class="text-button" onClick={onLater}>
        {rename.later}
      </button>
      {isTold && !aliasFits && <p class="quiet">{rename.tooLong(LONGEST_ALIAS)}</p>}
    </>
  );
}

function Progress({ phase }: RenameNudgeProps) {
  const { rename } = useCardText();
  if (phase === 'idle') return <p role="status" />;
  const isRefused = phase === 'refused';
  return (
    <p class={isRefused ? 'field-problem' : 'mark'} role="status" data-tone="quiet">
      <Icon name={isRefused ? 'near' : 'clock'} />
      {rename[phase]}
    </p>
  );
}
