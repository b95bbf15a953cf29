import { useState } from 'preact/hooks';
import type { DraftView } from '../../domain/view.ts';
import { CopyButton } from '../cards/CopyButton.tsx';
import { Icon, type IconName } from '../Icon.tsx';
import { useCardText, useText } from '../text-context.ts';
import type { DraftsPageProps } from './DraftsPage.tsx';
import { useDashboardText } from './dashboard-text-context.ts';
import { WriteButton } from './WriteButton.tsx';

type DraftItemProps = Pick<DraftsPageProps, 'now' | 'textOf' | 'nameOf' | 'onDiscard' | 'onCopy'> & {
  draft: DraftView;
};

const ICONS: Record<DraftView['kind'], IconName> = { parked: 'clock', message: 'open', sent: 'clock', refused: 'near' };

/** One kept text: what it is for, its beginning, the whole of it when asked. */
export function DraftItem({ draft, now, textOf, nameOf, onDiscard, onCopy }: DraftItemProps) {
  const text = useText();
  const { shell } = useCardText();
  const { drafts: words } = useDashboardText();
  const [whole, setWhole] = useState<string | null>(null);
  const name = draft.title || words.untitled;
  /** Null: it is gone; undefined: nobody answered. */
  const load = () =>
    textOf(draft.id).catch((error) => {
      console.error('Latchdesk: the text of a draft could not be loaded', error);
      return undefined;
    });
  const state = draft.state === 'used' || draft.state === 'discarded' ? null : words.state[draft.state];
  const dialogName = draft.dialogId === null ? null : nameOf(draft.dialogId);
  return (
    <article class="draft" aria-label={name}>
      <div class="draft-head">
        <h2 class="part-title" dir="auto">
          {name}
        </h2>
        <span class="mark" data-tone={draft.kind === 'refused' ? 'danger' : 'quiet'}>
          <Icon name={ICONS[draft.kind]} />
          {words.kind[draft.kind]}
        </span>
      </div>
      <p class="quiet draft-facts">
        {draft.kind === 'parked' && state && <span>{state}</span>}
        {dialogName !== null && <span dir="auto">{dialogName}</span>}
        <span>{words.changed(text.time(draft.changedAt, now))}</span>
        {draft.snoozedUntil > now && <span>{words.snoozed(text.time(draft.snoozedUntil, now))}</span>}
      </p>
      <p class={whole === null ? 'draft-text offer-text' : 'draft-text'} dir="auto">
        {whole ?? draft.excerpt}
      </p>
      <div class="inline-actions">
        <CopyButton
          text={whole ?? draft.excerpt}
          onCopy={async () => {
            const all = await load();
            return typeof all === 'string' && onCopy(all);
          }}
          label={shell.copy}
          look="button"
        />
        {whole === null && (
          <button
            type="button"
            class="button"
            onClick={() => void load().then((all) => setWhole(all === undefined ? words.failed : (all ?? words.gone)))}
          >
            {words.showText}
          </button>
        )}
        <WriteButton
          type="button"
          class="text-button"
          aria-label={words.discardNamed(name)}
          onClick={() => onDiscard(draft)}
        >
          {words.discard}
        </WriteButton>
      </div>
    </article>
  );
}
