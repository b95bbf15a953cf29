import { useState } from 'preact/hooks';
import { QuestionCard } from '../../components/cards/QuestionCard.tsx';
import type { FactChoice } from '../../components/cards/question-props.ts';
import { useCardText, useText } from '../../components/text-context.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import { addressAt } from '../../domain/portals/address.ts';
import { checkQuestion } from '../../domain/question-check.ts';
import { findSecrets } from '../../domain/secrets.ts';
import {
  describeBrowser,
  dialogLanguage,
  nudge,
  type PortalFacts,
  type QuestionForm,
  questionText,
  safePage,
  thanksAndClose,
} from '../../domain/templates.ts';
import { suggestTitle } from '../../domain/titles.ts';
import { copyText } from '../../platform/clipboard.ts';
import { type CardsState, EMPTY_FORM } from './cards-store.ts';
import { inCorner } from './place.ts';
import type { CardsWorld } from './world.ts';

interface QuestionHostProps {
  state: CardsState;
  world: CardsWorld;
  /** The dialog the question is meant for; null: the one on show. */
  dialogId: string | null;
  now: number;
}

const factsOf = ({ view }: CardsState, now: number): PortalFacts => ({
  address: addressAt(view, '/').replace(/\/$/, ''),
  role: null,
  browser: describeBrowser(navigator.userAgent),
  page: safePage(location.href),
  at: now,
});

/** Prepares a question, or another message, for support. */
export function QuestionHost({ state, world, dialogId, now }: QuestionHostProps) {
  const text = useText();
  const { question: words } = useCardText();
  const { view, form, formId } = state;
  const wanted = dialogId ?? world.page.layout.dialogId;
  const dialog = view.dialogs.find((each) => each.dialogId === wanted);
  const [language, setLanguage] = useState(() => dialogLanguage(dialog?.title ?? null, view.language));
  const [included, setIncluded] = useState<readonly (keyof PortalFacts)[]>(['address', 'browser']);
  const facts = factsOf(state, now);
  const preview = questionText(language, form, facts, { facts: included });

  const keep = (next: QuestionForm, message: string) => {
    world.store.trigger.changed({ form: next });
    const dialogOf = dialog?.dialogId ?? null;
    world.texts.keep({ id: formId, kind: 'message', title: next.topic, text: message, dialogId: dialogOf });
  };
  const park = async () => {
    const topic = form.topic || suggestTitle('', preview);
    const isKept = await world.guard.keepParked({ id: formId, topic, text: preview });
    if (isKept) world.store.trigger.changed({ form: EMPTY_FORM, formId: crypto.randomUUID(), asked: null });
    world.store.trigger.changed({ hint: { kind: isKept ? 'parked' : 'notKept', detail: null } });
  };
  const place = (message: string, id: string) => {
    if (!dialog) return;
    world.texts.keep({ id, kind: 'message', title: form.topic, text: message, dialogId: dialog.dialogId });
    void world.texts.flush();
    const draft = { id, topic: form.topic, text: message, dialogId: dialog.dialogId, phase: 'preview' as const };
    world.store.trigger.changed({ asked: null, draft });
    void world.dialog.drafts.place('insert');
  };
  return (
    <QuestionCard
      place={inCorner(state.view)}
      form={form}
      facts={choices(facts, language, included)}
      preview={preview}
      language={language}
      check={checkQuestion(questionText(language, form, facts, { facts: [] }))}
      secretKinds={[...new Set(findSecrets(preview).map(({ kind }) => kind))]}
      saving={state.saving}
      target={dialog ? { name: nameOf(text, dialog) } : null}
      templates={[
        { id: 'nudge', label: words.templateNudge, text: nudge(language) },
        { id: 'thanks', label: words.templateThanks, text: thanksAndClose(language) },
      ]}
      onChange={(next) => keep(next, questionText(language, next, facts, { facts: included }))}
      onFact={(fact, isIncluded) =>
        setIncluded(isIncluded ? [...included, fact] : included.filter((each) => each !== fact))
      }
      onLanguage={setLanguage}
      onTemplate={(id) => place(id === 'nudge' ? nudge(language) : thanksAndClose(language), crypto.randomUUID())}
      onPlace={(message) => place(message, formId)}
      onPark={() => void park()}
      onCopy={copyText}
      onClose={() => world.store.trigger.changed({ asked: null })}
    />
  );
}

/** Each fact as it would stand in the message; what is not known is not offered. */
function choices(facts: PortalFacts, language: 'ru' | 'en', included: readonly (keyof PortalFacts)[]): FactChoice[] {
  return (['address', 'browser', 'page', 'at'] as const).flatMap((fact) => {
    const value = questionText(language, EMPTY_FORM, facts, { facts: [fact] });
    return value ? [{ fact, value, isIncluded: included.includes(fact) }] : [];
  });
}
