import { useId } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import type { CloseDrafts } from './GuardClose.tsx';
import type { GuardCardProps, GuardDialog } from './guard-props.ts';
import { LanguageToggle } from './LanguageToggle.tsx';
import { PlaceTrouble } from './PlaceTrouble.tsx';
import { DialogWords } from './ToFinishList.tsx';

interface CloseRowProps extends GuardCardProps {
  dialog: GuardDialog;
  drafts: CloseDrafts;
}

/** One dialog to close: its box, and once picked the message that would go into its field. */
export function CloseRow({ dialog, drafts, ...props }: CloseRowProps) {
  const { chatId } = dialog;
  const id = useId();
  const isChosen = drafts.chosen.includes(chatId);
  const isPlaced = props.placed.includes(chatId);
  return (
    <div class="close-row" data-chosen={isChosen}>
      <label class="check" for={id}>
        <input
          type="checkbox"
          id={id}
          checked={isChosen}
          disabled={isPlaced}
          onChange={(event) => drafts.choose(chatId, event.currentTarget.checked)}
        />
        <DialogWords dialog={dialog} now={props.now} />
      </label>
      {isChosen && <Message {...props} dialog={dialog} drafts={drafts} isPlaced={isPlaced} />}
    </div>
  );
}

function Message({ dialog, drafts, isPlaced, problem, onCopy }: CloseRowProps & { isPlaced: boolean }) {
  const { close } = useCardText();
  const { chatId, name } = dialog;
  const language = drafts.languageOf(chatId);
  return (
    <div class="close-message">
      {!isPlaced && (
        <LanguageToggle of={name} language={language} onLanguage={(each) => drafts.setLanguage(chatId, each)} />
      )}
      <p class="draft-text" lang={language} dir="auto">
        <span class="for-screen-reader">{close.messageFor(name)}: </span>
        {drafts.textOf(chatId)}
      </p>
      {isPlaced && (
        <p class="mark" data-tone="good" role="status">
          <Icon name="roomy" />
          {close.placed}
        </p>
      )}
      {problem?.chatId === chatId && !isPlaced && (
        <PlaceTrouble
          kind={problem.kind}
          name={name}
          text={drafts.textOf(chatId)}
          onPlace={(how) => drafts.place(chatId, how)}
          onCopy={onCopy}
        />
      )}
    </div>
  );
}
