import { buttonLook, newDialogButton } from '../../bitrix24/messenger-dom.ts';
import { GuardCard } from '../../components/cards/GuardCard.tsx';
import type { GuardDialog } from '../../components/cards/guard-props.ts';
import { useText } from '../../components/text-context.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import type { GuardView } from '../../domain/guard.ts';
import { findSecrets } from '../../domain/secrets.ts';
import { closeRequest, dialogLanguage, openRequest } from '../../domain/templates.ts';
import { copyText } from '../../platform/clipboard.ts';
import type { CardsState } from './cards-store.ts';
import { hideHere } from './hide-here.ts';
import { inCorner } from './place.ts';
import { placeText } from './place-text.ts';
import type { CardsWorld } from './world.ts';

interface GuardHostProps {
  state: CardsState;
  world: CardsWorld;
  guard: GuardView;
  now: number;
}

/** The guard's card with what it shows and does. */
export function GuardHost({ state, world, guard, now }: GuardHostProps) {
  const text = useText();
  const { view, parked, question } = state;
  const byChat = new Map(view.dialogs.map((dialog) => [dialog.chatId, dialog]));
  const toFinish = view.toFinish.flatMap(({ chatId, ...rest }): GuardDialog[] => {
    const dialog = byChat.get(chatId);
    return dialog ? [{ chatId, dialogId: dialog.dialogId, name: nameOf(text, dialog), ...rest }] : [];
  });
  const open = view.dialogs.filter((dialog) => dialog.status === 'open');
  const carrier = open.find((dialog) => dialog.isMain) ?? open[0];
  const titles = open.map((dialog) => nameOf(text, dialog));
  const secretsIn = guard.state === 'parking' ? parked.text : question.text;
  const placing = state.placing && view.dialogs.find((dialog) => dialog.dialogId === state.placing?.dialogId);
  const isUnderWay = state.placing?.phase === 'placing';
  return (
    <GuardCard
      {...(isBeside(guard) && { place: inCorner(state.view) })}
      onHideHere={() => {
        hideHere(world, 'guard')();
        world.guard.close();
      }}
      state={guard.state}
      answer={guard.answer}
      slots={view.slots}
      now={now}
      toFinish={toFinish}
      isGrey={state.isGrey && isStillGrey()}
      parkedTopic={parked.topic}
      parkedText={parked.text}
      saving={state.saving}
      canNotify={state.canNotify}
      secretKinds={[...new Set(findSecrets(secretsIn).map(({ kind }) => kind))]}
      waiting={view.drafts.filter((draft) => draft.kind === 'parked' && draft.state !== 'written').length}
      closeTexts={Object.fromEntries(
        toFinish.map(({ chatId, name }) => [chatId, { ru: closeRequest('ru', name), en: closeRequest('en', name) }]),
      )}
      languageOf={Object.fromEntries(
        view.dialogs.map(({ chatId, title }) => [chatId, dialogLanguage(title, view.language)]),
      )}
      placed={view.dialogs.filter(({ dialogId }) => state.placed.includes(dialogId)).map(({ chatId }) => chatId)}
      placing={isUnderWay ? (placing?.chatId ?? null) : null}
      problem={problemOf(state, placing?.chatId)}
      carriers={open.map((dialog) => ({ chatId: dialog.chatId, name: nameOf(text, dialog) }))}
      carrier={carrier?.chatId ?? null}
      question={question.text}
      askTexts={{ ru: openRequest('ru', question.text, titles), en: openRequest('en', question.text, titles) }}
      onProceed={() => void world.guard.proceed()}
      onWay={(way) => world.guard.choose(way)}
      onBack={() => world.guard.back()}
      onClose={() => world.guard.close()}
      onOpenDialog={(dialogId) => {
        world.guard.close();
        void world.page.openDialog(dialogId);
      }}
      onParkChange={(changed) => world.guard.type(changed.topic, changed.text)}
      onPark={() => void world.guard.park()}
      onOverride={(reason) => void world.guard.override(reason)}
      onPlace={(chatId, message, how) => void place(world, byChat.get(chatId)?.dialogId, message, how)}
      onQuestionChange={(changed) => keepQuestion(world, changed)}
      onCopy={copyText}
    />
  );
}

/** The portal draws its button anew when a place becomes free. */
function isStillGrey(): boolean {
  const button = newDialogButton(document);
  return button !== null && buttonLook(button) !== 'ready';
}

/** While drafts are put into fields, the portal's field and its buttons stay in reach. */
export const isBeside = ({ state }: GuardView): boolean => state === 'draftClose' || state === 'draftAskSupport';

function problemOf({ placing }: CardsState, chatId: number | undefined) {
  if (!placing || chatId === undefined || placing.phase === 'placing' || placing.phase === 'placed') return null;
  const kind = placing.phase === 'occupied' || placing.phase === 'notReady' ? placing.phase : ('failed' as const);
  return { chatId, kind };
}

async function place(world: CardsWorld, dialogId: string | undefined, text: string, how: 'insert' | 'below') {
  const { store, page } = world;
  if (!dialogId) return;
  const isQuestion = store.getSnapshot().context.guard?.state === 'draftAskSupport';
  store.trigger.changed({ placing: { dialogId, phase: 'placing' } });
  const phase = await placeText(page, dialogId, text, how);
  const { placed, question } = store.getSnapshot().context;
  store.trigger.changed({
    placing: { dialogId, phase },
    ...(phase === 'placed' && { placed: [...placed, dialogId] }),
  });
  if (phase === 'placed' && isQuestion && question.text !== '')
    void world.dialog.background.tellDraft(question.id, { type: 'used' });
}

/** The question for the new dialog is a text of its own: it is found again when the card is gone. */
function keepQuestion({ store, texts }: CardsWorld, text: string): void {
  const question = { ...store.getSnapshot().context.question, text };
  store.trigger.changed({ question });
  texts.keep({ id: question.id, kind: 'parked', title: question.topic, text, dialogId: null });
}
