import { useCardText, useText } from '../text-context.ts';
import { CardActions, type CardChrome, CardLead, CardShell } from './CardShell.tsx';
import { type Copy, CopyButton } from './CopyButton.tsx';
import { TextField } from './TextField.tsx';

export interface RefusedCardProps extends CardChrome {
  dialogName: string;
  /** Epoch ms at which the portal refused. */
  since: number;
  now: number;
  /** What was written; null when Latchdesk did not see it. */
  text: string | null;
  onPark: () => void;
  /** Keep the text as a draft of this dialog. */
  onKeep: () => void;
  onCopy: Copy;
  onClose: () => void;
}

/** The portal took a message and did not deliver it: nothing on the page says so. */
export function RefusedCard({ dialogName, since, now, text, ...props }: RefusedCardProps) {
  const words = useText();
  const { refused } = useCardText();
  return (
    <CardShell {...props} kind="refused" title={refused.title} focus="leave">
      <CardLead>
        <p role="status">{refused.what(dialogName, words.time(since, now))}</p>
        <p>{refused.meaning}</p>
      </CardLead>
      {text === null ? (
        <p class="quiet">{refused.noText}</p>
      ) : (
        <>
          <TextField label={refused.text} value={text} rows={4} />
          <CopyButton text={text} onCopy={props.onCopy} />
        </>
      )}
      <CardActions>
        {text === null ? (
          <button type="button" class="button strong" onClick={props.onClose}>
            {refused.understood}
          </button>
        ) : (
          <>
            <button type="button" class="button strong" onClick={props.onPark}>
              {refused.park}
            </button>
            <button type="button" class="button" onClick={props.onKeep}>
              {refused.keep}
            </button>
          </>
        )}
      </CardActions>
    </CardShell>
  );
}
