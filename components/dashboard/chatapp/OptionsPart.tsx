import { useId, useState } from 'preact/hooks';
import type { OptionAnswer } from '../../../domain/chatapp/book.ts';
import { isKnown, type Option } from '../../../domain/chatapp/facts.ts';
import { mayBeReset, OPTIONS, type Question, questionsDue } from '../../../domain/chatapp/options.ts';
import { OPTION_NAMES } from '../../../domain/chatapp-text.ts';
import { Icon } from '../../Icon.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { WriteButton } from '../WriteButton.tsx';
import { DeedLine, Note, PlaceButton } from './bits.tsx';
import { ChangePart } from './ChangePart.tsx';
import type { ChatAppPartProps } from './chatapp-props.ts';
import { sourceWords } from './chatapp-words.ts';
import { useDeed } from './use-deed.ts';

/** The three options, which only a person can tell, and what a switch would change. */
export function OptionsPart(props: ChatAppPartProps) {
  const {
    chatapp: { options: words },
  } = useDashboardText();
  const { book, now, onPlace } = props;
  const due = questionsDue(book.facts, now);
  return (
    <>
      <p class="chatapp-lead">{words.lead}</p>
      {book.me.name !== '' && <p class="quiet">{words.signed(book.me.name)}</p>}
      {due.length > 0 && <Note tone="warning" title={words.due(due.length)} text={words.where} />}
      <ul class="option-cards">
        {OPTIONS.map((option) => (
          <OptionCard
            key={option}
            {...props}
            option={option}
            why={due.find((question) => question.option === option)?.why ?? null}
          />
        ))}
      </ul>
      <div class="inline-actions">
        <PlaceButton place={{ kind: 'application' }} label={words.open} onPlace={onPlace} />
        <span class="quiet">{words.where}</span>
      </div>
      <ChangePart {...props} />
    </>
  );
}

interface OptionCardProps extends ChatAppPartProps {
  option: Option;
  /** Why to ask now; null: the answer still holds. */
  why: Question['why'] | null;
}

const ANSWERS = ['on', 'off', 'unknown'] as const;
type Answer = (typeof ANSWERS)[number];

function OptionCard({ option, why, book, now, onTell }: OptionCardProps) {
  const text = useText();
  const { chatapp: words } = useDashboardText();
  const { options: own } = words;
  const id = useId();
  const deed = useDeed();
  // What was chosen stays chosen when it could not be kept.
  const [chosen, setChosen] = useState<Answer | null>(null);
  const fact = book.facts.options[option];
  // Nothing is pressed while nobody has answered.
  const known: Answer | null = isKnown(fact) ? (fact.value ? 'on' : 'off') : null;
  const choose = async (answer: Answer) => {
    setChosen(answer);
    // Who never said anything has nothing to take back.
    if (answer === 'unknown' && known === null) return deed.forget();
    const value = answer === 'unknown' ? null : answer === 'on';
    const isKept = await deed.run(() => onTell({ type: 'option.told', option, value }));
    if (isKept && value !== null) setChosen(null);
  };
  return (
    <li class="option-card">
      <h2 class="now-card-title" id={id}>
        {own.change.name[option]}
      </h2>
      <p class="quiet">
        {own.inChatApp} <span lang="en">{OPTION_NAMES[option]}</span>
      </p>
      <p>{own.description[option]}</p>
      {why && (
        <p class="mark" data-tone="warning">
          <Icon name="near" />
          {own.dueWhy[why]}
        </p>
      )}
      {mayBeReset(option, book.facts) && <p class="quiet">{own.mayBeReset}</p>}
      <fieldset class="tell" aria-labelledby={`${id}-ask ${id}`}>
        <legend class="field-label" id={`${id}-ask`}>
          {own.ask}
        </legend>
        <div class="inline-actions">
          {ANSWERS.map((answer) => (
            <WriteButton
              key={answer}
              type="button"
              class="button option-answer"
              aria-pressed={(chosen ?? known) === answer}
              onClick={() => void choose(answer)}
            >
              {own.answer[answer]}
            </WriteButton>
          ))}
        </div>
      </fieldset>
      {chosen === 'unknown' && <p class="quiet">{own.unknownHow}</p>}
      <DeedLine state={deed.state} failed={words.notSaved} doing={words.saving} done={words.saved} />
      {isKnown(fact) && <p class="quiet">{sourceWords(fact, { words, text, now })}</p>}
      <History answers={book.answers.filter((each) => each.option === option)} now={now} />
    </li>
  );
}

/** Every answer that was given, the newest first. */
function History({ answers, now }: { answers: readonly OptionAnswer[]; now: number }) {
  const text = useText();
  const {
    chatapp: { options: words },
  } = useDashboardText();
  if (answers.length < 2) return null;
  return (
    <details class="option-history">
      <summary>{words.history}</summary>
      <ul class="bulleted">
        {answers.toReversed().map(({ at, by, value }) => (
          <li key={`${at} ${value}`}>
            {words.historyEntry(
              words.answer[value === null ? 'unknown' : value ? 'on' : 'off'],
              by,
              text.time(at, now),
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
