import type { PlacePhase, Saving } from '../../domain/cards-text.ts';
import { LONGEST_DRAFT } from '../../domain/drafts.ts';
import type { SecretKind } from '../../domain/secrets.ts';
import { Icon, type IconName } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { CardActions, type CardChrome, CardLead, CardShell } from './CardShell.tsx';
import { type Copy, CopyButton } from './CopyButton.tsx';
import type { PlaceHow } from './guard-props.ts';
import { TextField } from './TextField.tsx';

export interface DraftPreviewProps extends CardChrome {
  draftTitle: string;
  text: string;
  /** Null: no dialog is chosen, the draft can only be copied. */
  dialogName: string | null;
  /** `overwritten`: the portal put its own draft over it. */
  phase: PlacePhase;
  saving: Saving;
  secretKinds: readonly SecretKind[];
  onChange: (text: string) => void;
  onPlace: (how: PlaceHow) => void;
  onCopy: Copy;
  onClose: () => void;
}

/** A prepared message before it goes into the portal's field. */
export function DraftPreview(props: DraftPreviewProps) {
  const { draft } = useCardText();
  return (
    <CardShell {...props} kind="draft" title={props.draftTitle || draft.title}>
      <CardLead>
        <p>{props.dialogName === null ? draft.noDialog : draft.forDialog(props.dialogName)}</p>
      </CardLead>
      <TextField
        label={draft.text}
        value={props.text}
        rows={8}
        maxLength={LONGEST_DRAFT}
        saving={props.saving}
        secretKinds={props.secretKinds}
        onChange={props.onChange}
        onCopy={props.onCopy}
      />
      <p class="quiet">{draft.what}</p>
      <Phase phase={props.phase} />
      <CardActions>
        {props.dialogName !== null && <PutButton {...props} />}
        <CopyButton
          text={props.text}
          onCopy={props.onCopy}
          look={props.dialogName === null ? 'button' : 'text-button'}
        />
      </CardActions>
    </CardShell>
  );
}

const ICONS: Record<Exclude<PlacePhase, 'preview'>, IconName> = {
  placing: 'clock',
  placed: 'roomy',
  occupied: 'near',
  notReady: 'near',
  failed: 'near',
  overwritten: 'near',
};

function Phase({ phase }: { phase: PlacePhase }) {
  const { draft } = useCardText();
  if (phase === 'preview') return <p role="status" />;
  const isTrouble = ICONS[phase] === 'near';
  return (
    <p class={isTrouble ? 'field-problem' : 'mark'} data-tone={phase === 'placed' ? 'good' : 'quiet'} role="status">
      <Icon name={ICONS[phase]} />
      {draft.phase[phase]}
    </p>
  );
}

function PutButton({ phase, text, onPlace, onClose }: DraftPreviewProps) {
  const { draft, shell } = useCardText();
  const isIdle = phase !== 'placing' && text.trim() !== '';
  if (phase === 'placed') {
    return (
      <button type="button" class="button strong" onClick={onClose}>
        {shell.close}
      </button>
    );
  }
  const isOccupied = phase === 'occupied';
  const isAgain = phase === 'notReady' || phase === 'failed' || phase === 'overwritten';
  return (
    <button
      type="button"
      class="button strong"
      aria-disabled={!isIdle}
      title={text.trim() === '' ? draft.empty : undefined}
      onClick={() => isIdle && onPlace(isOccupied ? 'below' : 'insert')}
    >
      {isOccupied ? draft.below : isAgain ? draft.again : draft.put}
    </button>
  );
}
