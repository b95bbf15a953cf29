import { useState } from 'preact/hooks';
import { DraftsPage, type DraftsPageProps } from '../../components/dashboard/DraftsPage.tsx';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { useText } from '../../components/text-context.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import type { Draft } from '../../domain/drafts.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import { copyText } from '../../platform/clipboard.ts';
import { ask } from './ask.ts';
import type { SectionProps } from './section-props.ts';
import { useAnswer } from './use-answer.ts';
import { useAllDialogs } from './use-dialogs.ts';

/** Discarded drafts are forgotten after this long. */
const KEPT_FOR = 30 * 86_400_000;
/** Older ones are still stored, but nobody looks through so many. */
const DISCARDED_AT_MOST = 30;

const draftOf = (key: string, id: string) => ask<Draft | null>({ type: 'draft.wanted', key, id });

/** Texts that were not sent. */
export function DraftsSection({ portal, now }: SectionProps) {
  const text = useText();
  const { drafts: words } = useDashboardText();
  const { key, drafts } = portal;
  const { dialogs } = useAllDialogs(portal);
  const [told, setTold] = useState<DraftsPageProps['told']>(null);
  const { answer } = useAnswer(() => discardedOf(key), { subject: key, stamp: portal });

  const tell = async (what: 'discarded' | 'restored', id: string, name: string) => {
    const isDone = await ask<boolean>({ type: 'draft.told', key, id, event: { type: what } }).catch((error) => {
      console.error('Latchdesk: a draft could not be changed', error);
      return false;
    });
    setTold(isDone ? { what, id, name } : { what: 'failed' });
  };
  return (
    <DraftsPage
      drafts={drafts}
      discarded={
        answer.state === 'ready' ? answer.value.filter(({ id }) => drafts.every((draft) => draft.id !== id)) : []
      }
      now={now}
      told={told}
      textOf={async (id) => (await draftOf(key, id))?.text ?? null}
      nameOf={(dialogId) => {
        const dialog = dialogs.find((each) => each.dialogId === dialogId);
        return dialog ? nameOf(text, dialog) : null;
      }}
      onDiscard={({ id, title }) => void tell('discarded', id, title || words.untitled)}
      onRestore={(id, name) => void tell('restored', id, name)}
      onCopy={copyText}
    />
  );
}

/** The journal remembers what was discarded; the drafts themselves are kept for a while. */
async function discardedOf(key: string): Promise<Draft[]> {
  const now = Date.now();
  const entries = await ask<JournalEntry[] | null>({
    type: 'journal.wanted',
    key,
    from: now - KEPT_FOR,
    until: now + 1,
  });
  const ids = new Set((entries ?? []).flatMap((entry) => (entry.kind === 'draft.discarded' ? [entry.draftId] : [])));
  const latest = [...ids].reverse().slice(0, DISCARDED_AT_MOST);
  const drafts = await Promise.all(latest.map((id) => draftOf(key, id)));
  return drafts.filter((draft) => draft?.state === 'discarded').map((draft) => draft as Draft);
}
