import type { DialogView } from '../domain/view.ts';
import { AttentionMark } from './AttentionMark.tsx';
import { useText } from './text-context.ts';

/** More would crowd the row; the details show all. */
const TAGS_AT_MOST = 3;

/** A row's last line: what is seldom there. Nothing at all when there is nothing to say. */
export function DialogExtras({ dialog, now }: { dialog: DialogView; now: number }) {
  const text = useText();
  const { attention, ticket, tags } = dialog;
  // Support waiting is told in the line above, as whose turn it is.
  const mark = attention?.kind === 'waiting' ? null : attention;
  if (!mark && !ticket && tags.length === 0) return null;
  return (
    <span class="dialog-facts">
      {mark && <AttentionMark attention={mark} now={now} />}
      {ticket && <span class="quiet">{text.dialogs.ticket(ticket)}</span>}
      {tags.length > 0 && <Tags tags={tags} />}
    </span>
  );
}

function Tags({ tags }: { tags: readonly string[] }) {
  const text = useText();
  const rest = tags.slice(TAGS_AT_MOST);
  return (
    <span class="tags">
      {tags.slice(0, TAGS_AT_MOST).map((tag) => (
        <span key={tag} class="tag" dir="auto" title={tag}>
          {tag}
        </span>
      ))}
      {rest.length > 0 && (
        <span class="quiet" title={rest.join(', ')}>
          <span aria-hidden="true">+{text.number(rest.length)}</span>
          <span class="for-screen-reader">{text.dialogs.moreTags(rest.length)}</span>
        </span>
      )}
    </span>
  );
}
