import { useState } from 'preact/hooks';
import type { DraftLanguage } from '../../domain/cards-text.ts';
import { useCardText } from '../text-context.ts';
import { BackButton } from './BackButton.tsx';
import { CardActions, CardLead } from './CardShell.tsx';
import { CloseRow } from './CloseRow.tsx';
import { FreedMeanwhile } from './GuardNumbers.tsx';
import type { GuardCardProps, GuardDialog, PlaceHow } from './guard-props.ts';
import { SHOWN_AT_MOST } from './ToFinishList.tsx';

/** Drafts that ask support to close resolved dialogs, put into one field after another. */
export function GuardClose(props: GuardCardProps) {
  const { close, guard } = useCardText();
  const drafts = useDrafts(props);
  const { dialogs } = drafts;
  return (
    <>
      <CardLead>
        <p>{close.what}</p>
      </CardLead>
      <FreedMeanwhile {...props} />
      {dialogs.length === 0 ? (
        <p>{close.nothing}</p>
      ) : (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset brings the page's own looks along.
        <div class="desk-part" role="group" aria-label={close.choose}>
          <p class="section-title">{close.choose}</p>
          {dialogs.map((dialog) => (
            <CloseRow key={dialog.chatId} {...props} dialog={dialog} drafts={drafts} />
          ))}
        </div>
      )}
      {drafts.rest > 0 && <p class="quiet">{guard.toFinishMore(drafts.rest)}</p>}
      <p role="status">{drafts.isDone ? close.allPlaced : ''}</p>
      <CardActions>
        <PutNext {...props} drafts={drafts} />
        <BackButton onBack={props.onBack} />
      </CardActions>
    </>
  );
}

function PutNext({ placing, drafts, onPlace, onClose }: GuardCardProps & { drafts: CloseDrafts }) {
  const { close, park } = useCardText();
  const { next } = drafts;
  if (drafts.dialogs.length === 0) return null;
  if (drafts.isDone) {
    return (
      <button type="button" class="button strong" onClick={onClose}>
        {park.done}
      </button>
    );
  }
  if (drafts.chosen.length === 0) return <p class="quiet">{close.noneChosen}</p>;
  if (!next) return null;
  const isBusy = placing !== null;
  return (
    <button
      type="button"
      class="button strong"
      aria-disabled={isBusy}
      onClick={() => !isBusy && onPlace(next.chatId, drafts.textOf(next.chatId), 'insert')}
    >
      {isBusy ? close.placing : close.place(next.name)}
    </button>
  );
}

/** What was picked, in which language, and what comes next. */
export interface CloseDrafts {
  dialogs: readonly GuardDialog[];
  /** How many more there are than the card shows. */
  rest: number;
  chosen: readonly number[];
  /** The next one whose field is to be filled. */
  next: GuardDialog | undefined;
  /** Every picked one holds its draft. */
  isDone: boolean;
  languageOf: (chatId: number) => DraftLanguage;
  textOf: (chatId: number) => string;
  choose: (chatId: number, isChosen: boolean) => void;
  setLanguage: (chatId: number, language: DraftLanguage) => void;
  place: (chatId: number, how: PlaceHow) => void;
}

function useDrafts({ toFinish, placed, problem, closeTexts, ...props }: GuardCardProps): CloseDrafts {
  // A dialog that is closed already needs no request.
  const open = toFinish.filter((dialog) => dialog.reason !== 'closedUnread');
  const dialogs = open.slice(0, SHOWN_AT_MOST);
  const [picked, setPicked] = useState<Readonly<Record<number, boolean>>>({});
  const [languages, setLanguages] = useState<Readonly<Record<number, DraftLanguage>>>({});
  // Once the message is sent the last word is the user's: what was proposed looks finished no longer, and stays picked.
  const isChosen = (dialog: GuardDialog) =>
    picked[dialog.chatId] ?? (dialog.looksFinished || placed.includes(dialog.chatId));
  const chosen = dialogs.filter(isChosen).map((dialog) => dialog.chatId);
  const languageOf = (chatId: number) => languages[chatId] ?? props.languageOf[chatId] ?? 'ru';
  const textOf = (chatId: number) => closeTexts[chatId]?.[languageOf(chatId)] ?? '';
  const waits = (dialog: GuardDialog) =>
    isChosen(dialog) && !placed.includes(dialog.chatId) && problem?.chatId !== dialog.chatId;
  return {
    dialogs,
    rest: open.length - dialogs.length,
    chosen,
    next: dialogs.find(waits),
    isDone: chosen.length > 0 && chosen.every((chatId) => placed.includes(chatId)),
    languageOf,
    textOf,
    choose: (chatId, is) => setPicked({ ...picked, [chatId]: is }),
    setLanguage: (chatId, language) => setLanguages({ ...languages, [chatId]: language }),
    place: (chatId, how) => props.onPlace(chatId, textOf(chatId), how),
  };
}
