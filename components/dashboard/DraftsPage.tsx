import type { Draft } from '../../domain/drafts.ts';
import type { DraftView } from '../../domain/view.ts';
import type { Copy } from '../cards/CopyButton.tsx';
import { useText } from '../text-context.ts';
import { DraftItem } from './DraftItem.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { Empty, PageHead } from './States.tsx';
import { WriteButton } from './WriteButton.tsx';

export interface DraftsPageProps {
  drafts: readonly DraftView[];
  /** Discarded ones that can still be had back, the latest first. */
  discarded: readonly Draft[];
  now: number;
  /** What was done last, with the way back. */
  told: { what: 'discarded' | 'restored'; id: string; name: string } | { what: 'failed' } | null;
  /** The whole text of a draft; null when it is gone. */
  textOf: (id: string) => Promise<string | null>;
  /** Where a dialog is known by name. */
  nameOf: (dialogId: string) => string | null;
  onDiscard: (draft: DraftView) => void;
  onRestore: (id: string, name: string) => void;
  onCopy: Copy;
}

/** Texts that were not sent. */
export function DraftsPage(props: DraftsPageProps) {
  const { drafts: words, rail } = useDashboardText();
  const { drafts, discarded } = props;
  return (
    <>
      <PageHead title={rail.section.drafts} lead={words.lead} />
      <Told {...props} />
      {drafts.length === 0 ? (
        <Empty {...words.none} />
      ) : (
        <ul class="drafts" aria-label={rail.section.drafts}>
          {drafts.map((draft) => (
            <li key={draft.id}>
              <DraftItem {...props} draft={draft} />
            </li>
          ))}
        </ul>
      )}
      {discarded.length > 0 && <Discarded {...props} />}
    </>
  );
}

function Told({ told, onRestore }: DraftsPageProps) {
  const { drafts: words } = useDashboardText();
  return (
    <div class="drafts-told" role="status">
      {told && (
        <p class="undo">
          <span>{told.what === 'failed' ? words.failed : words[told.what](told.name)}</span>
          {told.what === 'discarded' && (
            <button type="button" class="button" onClick={() => onRestore(told.id, told.name)}>
              {words.undo}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function Discarded({ discarded, now, onRestore }: DraftsPageProps) {
  const text = useText();
  const { drafts: words } = useDashboardText();
  return (
    <section class="report-part" aria-label={words.kept}>
      <h2 class="part-title">{words.kept}</h2>
      <p class="quiet">{words.keptWhy}</p>
      <ul class="desk-rows">
        {discarded.map((draft) => {
          const name = draft.title || words.untitled;
          return (
            <li key={draft.id} class="desk-row">
              <span class="desk-row-words">
                <span class="desk-row-name" dir="auto">
                  {name}
                </span>
                <span class="quiet draft-excerpt" dir="auto">
                  {draft.text}
                </span>
                <span class="quiet">{words.changed(text.time(draft.changedAt, now))}</span>
              </span>
              <WriteButton
                type="button"
                class="text-button"
                aria-label={words.restoreNamed(name)}
                onClick={() => onRestore(draft.id, name)}
              >
                {words.restore}
              </WriteButton>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
