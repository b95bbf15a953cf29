import { useState } from 'preact/hooks';
import { Icon } from '../Icon.tsx';
import { useCardText, useText } from '../text-context.ts';
import { type CardChrome, CardLead, CardShell } from './CardShell.tsx';

/** A parked question as it is offered. */
export interface OfferedQuestion {
  id: string;
  title: string;
  text: string;
  /** Epoch ms. */
  parkedAt: number;
  /** Discarded just now: the way back is still open. */
  isDiscarded: boolean;
}

export interface ParkedOfferProps extends CardChrome {
  /** Oldest first; the first one is the one proposed. */
  questions: readonly OfferedQuestion[];
  now: number;
  /** False: they were asked for, and wait on. */
  isFree: boolean;
  onUse: (id: string) => void;
  onLater: (id: string, until: 'hour' | 'tomorrow') => void;
  onDiscard: (id: string) => void;
  onUndo: (id: string) => void;
  onClose: () => void;
}

/** A slot is free for a question that waited. */
export function ParkedOffer({ questions, ...props }: ParkedOfferProps) {
  const { offer } = useCardText();
  const pending = questions.filter((question) => !question.isDiscarded);
  return (
    <CardShell
      {...props}
      kind="parkedOffer"
      title={props.isFree ? offer.title(pending.length) : offer.kept(pending.length)}
      focus="leave"
    >
      <CardLead>
        <p role="status">{props.isFree ? offer.what : offer.keptWhat}</p>
      </CardLead>
      <ul class="offers">
        {questions.map((question) => (
          <li key={question.id}>
            {question.isDiscarded ? (
              <Discarded question={question} onUndo={props.onUndo} />
            ) : (
              <Offered {...props} question={question} isFirst={question === pending[0]} />
            )}
          </li>
        ))}
      </ul>
    </CardShell>
  );
}

interface OfferedProps extends Omit<ParkedOfferProps, 'questions'> {
  question: OfferedQuestion;
  isFirst: boolean;
}

function Offered({ question, isFirst, now, ...props }: OfferedProps) {
  const text = useText();
  const { offer } = useCardText();
  const { id, parkedAt } = question;
  const [isLater, setLater] = useState(false);
  const title = question.title || offer.untitled;
  return (
    <article class="offer" aria-label={title}>
      <h3 class="desk-row-name" dir="auto">
        {title}
      </h3>
      {question.text !== '' && (
        <p class="offer-text" dir="auto">
          {question.text}
        </p>
      )}
      <p class="quiet">{offer.parkedAt(text.time(parkedAt, now))}</p>
      <div class="inline-actions">
        <button
          type="button"
          class={isFirst ? 'button strong' : 'button'}
          aria-label={offer.useNamed(title)}
          onClick={() => props.onUse(id)}
        >
          {offer.use}
        </button>
        <button type="button" class="text-button fold" aria-expanded={isLater} onClick={() => setLater(!isLater)}>
          <Icon name="chevron" />
          {offer.later}
        </button>
        <button type="button" class="text-button" onClick={() => props.onDiscard(id)}>
          {offer.discard}
        </button>
      </div>
      {isLater && (
        <div class="inline-actions">
          <button type="button" class="button" onClick={() => props.onLater(id, 'hour')}>
            {offer.inAnHour}
          </button>
          <button type="button" class="button" onClick={() => props.onLater(id, 'tomorrow')}>
            {offer.tomorrow}
          </button>
        </div>
      )}
    </article>
  );
}

function Discarded({ question, onUndo }: { question: OfferedQuestion; onUndo: (id: string) => void }) {
  const { offer } = useCardText();
  return (
    <div class="undo">
      <span class="quiet" role="status" dir="auto">
        {offer.discarded(question.title || offer.untitled)}
      </span>
      <button type="button" class="text-button" onClick={() => onUndo(question.id)}>
        {offer.undo}
      </button>
    </div>
  );
}
