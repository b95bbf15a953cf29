import { useState } from 'preact/hooks';
import { nameOf } from '../domain/dialog-names.ts';
import { finishLine } from '../domain/sentences.ts';
import type { DialogView, FinishView, PortalView } from '../domain/view.ts';
import { Icon } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface FinishFirstProps {
  view: PortalView;
  now: number;
  onOpen: (dialog: DialogView) => void;
}

/** More would be a second list of dialogs. */
const SHOWN_AT_MOST = 5;

/** Which dialogs to finish first and why, behind a disclosure. */
export function FinishFirst({ view, now, onOpen }: FinishFirstProps) {
  const text = useText();
  const [unfolded, setUnfolded] = useState(false);
  const candidates = candidatesOf(view);
  if (candidates.length === 0) return null;
  return (
    <section class="panel-section finish-first" aria-label={text.finish.heading}>
      <button type="button" class="fold" aria-expanded={unfolded} onClick={() => setUnfolded(!unfolded)}>
        <Icon name="chevron" />
        {text.finish.heading}
      </button>
      {unfolded && (
        <ol class="dialog-rows" aria-label={text.finish.heading}>
          {candidates.map(({ dialog, place }) => (
            <li key={dialog.chatId}>
              <button type="button" class="dialog-row" onClick={() => onOpen(dialog)}>
                <span class="dialog-title" dir="auto">
                  {nameOf(text, dialog)}
                </span>
                <span class="dialog-facts quiet">{finishLine(text, place, now)}</span>
              </button>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

/** A closed dialog beyond those in the view cannot be named and is left out. */
function candidatesOf({ toFinish, dialogs }: PortalView): { dialog: DialogView; place: FinishView }[] {
  const byChat = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
  return toFinish
    .flatMap((place) => {
      const dialog = byChat.get(place.chatId);
      return dialog ? [{ dialog, place }] : [];
    })
    .slice(0, SHOWN_AT_MOST);
}
