import type { CardMessages } from '../../domain/cards-text.ts';
import type { DialogStatus } from '../../domain/dialogs.ts';
import type { SecretKind } from '../../domain/secrets.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { BackButton } from './BackButton.tsx';
import { CardActions, type CardChrome, CardLead, CardShell } from './CardShell.tsx';

/** A secret in the text, shown so that it can be recognised and not read. */
export interface SecretShown {
  kind: SecretKind;
  /** See `excerptOf`. */
  excerpt: string;
}

export interface NoSlot {
  /** An open dialog holds a slot; the other two need one. */
  status: Exclude<DialogStatus, 'open'>;
  /** How many other dialogs are open. */
  others: number;
  /** The server may count fewer: then the message may get through. */
  atMost: boolean;
}

export interface ComposerWarningProps extends CardChrome {
  /** `before`: while writing; `confirm`: a click or Enter was stopped. */
  phase: 'before' | 'confirm';
  noSlot: NoSlot | null;
  secrets: readonly SecretShown[];
  /** The text looks like a second question. */
  isSecondTopic: boolean;
  onPark: () => void;
  onWhichFinished: () => void;
  onDismiss: () => void;
  onSendAnyway: () => void;
  /** Back to the text; also Esc and the cross of `confirm`. */
  onBack: () => void;
}

/** Beside the portal's message field: what would go wrong with this message. */
export function ComposerWarning(props: ComposerWarningProps) {
  return props.phase === 'confirm' ? <Confirm {...props} /> : <Before {...props} />;
}

function Before(props: ComposerWarningProps) {
  const { composer } = useCardText();
  const { noSlot, secrets, isSecondTopic } = props;
  if (!noSlot && secrets.length === 0 && !isSecondTopic) return null;
  return (
    <CardShell {...props} kind="composer" title={titleOf(composer, props)} focus="leave" onClose={props.onDismiss}>
      <CardLead>
        <div role="status" class="desk-card-lead">
          <Facts {...props} isBrief />
        </div>
      </CardLead>
      <CardActions>
        {(noSlot || isSecondTopic) && (
          <button type="button" class="button" onClick={props.onPark}>
            {noSlot ? composer.park : composer.parkTopic}
          </button>
        )}
        {noSlot && (
          <button type="button" class="text-button" onClick={props.onWhichFinished}>
            {composer.whichFinished}
          </button>
        )}
        <button type="button" class="text-button" onClick={props.onDismiss}>
          {composer.dismiss}
        </button>
      </CardActions>
    </CardShell>
  );
}

/** One confirmation for all there is to say; the way past it is the quiet one. */
function Confirm(props: ComposerWarningProps) {
  const { composer } = useCardText();
  return (
    <CardShell {...props} kind="composer" title={titleOf(composer, props)} modal="alertdialog" onClose={props.onBack}>
      <CardLead>
        <p class="quiet">{composer.stopped}</p>
        <Facts {...props} isSecondTopic={false} isBrief={false} />
      </CardLead>
      <CardActions>
        {props.noSlot ? (
          <>
            <button type="button" class="button strong" onClick={props.onPark}>
              {composer.park}
            </button>
            <BackButton onBack={props.onBack} look="button" />
          </>
        ) : (
          <button type="button" class="button strong" onClick={props.onBack}>
            {composer.backToText}
          </button>
        )}
        <button type="button" class="text-button" onClick={props.onSendAnyway}>
          {composer.sendAnyway}
        </button>
      </CardActions>
    </CardShell>
  );
}

function Facts({ noSlot, secrets, isSecondTopic, isBrief }: ComposerWarningProps & { isBrief: boolean }) {
  const { composer, shell, list } = useCardText();
  return (
    <>
      {noSlot && (
        <p class="fact">
          <Icon name="full" />
          {noSlotSentence(composer, noSlot)}
        </p>
      )}
      {secrets.length > 0 && isBrief && (
        <p class="fact">
          <Icon name="near" />
          {composer.secretBefore(list([...new Set(secrets.map(({ kind }) => shell.secret[kind]))]))}
        </p>
      )}
      {secrets.length > 0 && !isBrief && <Secrets secrets={secrets} />}
      {isSecondTopic && <p class="quiet">{composer.secondTopic}</p>}
    </>
  );
}

function Secrets({ secrets }: { secrets: readonly SecretShown[] }) {
  const { composer, shell } = useCardText();
  return (
    <div class="fact">
      <Icon name="near" />
      <div>
        <p>{composer.secretsWhat}</p>
        <ul class="bullets">
          {secrets.map(({ kind, excerpt }, index) => (
            <li key={`${index} ${kind}`}>{composer.secretFound(shell.secret[kind], excerpt)}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

function noSlotSentence(text: CardMessages['composer'], { status, others, atMost }: NoSlot): string {
  if (status === 'new') return atMost ? text.mayNotNew(others) : text.noSlotNew(others);
  return atMost ? text.mayNotClosed(others) : text.noSlotClosed(others);
}

function titleOf(text: CardMessages['composer'], { noSlot, secrets }: ComposerWarningProps): string {
  if (noSlot && secrets.length > 0) return text.titleBoth;
  if (noSlot) return noSlot.atMost ? text.titleMayNot : text.titleNoSlot;
  return secrets.length > 0 ? text.titleSecret : text.titleTopic;
}
