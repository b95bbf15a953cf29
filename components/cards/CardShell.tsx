import { type ComponentChildren, createContext, type RefObject } from 'preact';
import { useContext, useId, useRef, useState } from 'preact/hooks';
import type { CardKind } from '../../domain/cards-text.ts';
import { useHeldFocus } from '../held-focus.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { useCardText, useText } from '../text-context.ts';
import { useEscape } from './card-escape.ts';
import { keepTabInside, useKeptFocus } from './card-focus.ts';
import { type CardPlace, placed } from './card-place.ts';

/** What every card takes besides its contents. */
export interface CardChrome {
  place?: CardPlace | undefined;
  /** The user wants no such card on this portal; without it the card does not offer it. */
  onHideHere?: (() => void) | undefined;
}

export interface CardShellProps extends CardChrome {
  kind: CardKind;
  title: string;
  /** Only where a click or a key was stopped; the focus then stays inside. */
  modal?: 'dialog' | 'alertdialog' | undefined;
  /** `leave`: the card came by itself and must not disturb who is typing. */
  focus?: 'take' | 'leave';
  /** Begins with a `CardLead`, ends with `CardActions`. */
  children: ComponentChildren;
  onClose: () => void;
}

/** The frame of every card: mark, title, why, close, Esc, and the way of the focus. */
export function CardShell(props: CardShellProps) {
  return props.focus === 'leave' && !props.modal ? <UnaskedCard {...props} /> : <AskedCard {...props} />;
}

function AskedCard(props: CardShellProps) {
  const card = useHeldFocus<HTMLElement>();
  return (
    <>
      {props.modal && <div class="desk-scrim" onPointerDown={(event) => event.preventDefault()} />}
      <Card {...props} card={card} role={props.modal ?? 'dialog'} />
    </>
  );
}

function UnaskedCard(props: CardShellProps) {
  const card = useRef<HTMLElement>(null);
  useKeptFocus(card);
  return <Card {...props} card={card} role="region" />;
}

const LeadId = createContext('');

/** What happened and what it means: read out together with the title. */
export function CardLead({ children }: { children: ComponentChildren }) {
  return (
    <div class="desk-card-lead" id={useContext(LeadId)}>
      {children}
    </div>
  );
}

/** The buttons; they stay in sight below what is scrolled. */
export function CardActions({ children }: { children: ComponentChildren }) {
  return <div class="desk-card-actions">{children}</div>;
}

type Frame = CardShellProps & { card: RefObject<HTMLElement>; role: 'dialog' | 'alertdialog' | 'region' };

function Card({ card, role, ...props }: Frame) {
  const { modal, place = modal ? 'centre' : 'corner' } = props;
  const id = useId();
  useEscape(card, modal !== undefined, props.onClose);
  return (
    <section
      class="desk-card"
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-lead`}
      {...(role === 'region' ? {} : { 'aria-modal': modal !== undefined })}
      {...placed(place)}
      tabIndex={-1}
      ref={card}
      onKeyDown={(event) => modal && keepTabInside(event.currentTarget, event)}
    >
      <CardHead {...props} titleId={`${id}-title`} />
      <div class="desk-card-body">
        <LeadId.Provider value={`${id}-lead`}>{props.children}</LeadId.Provider>
      </div>
    </section>
  );
}

function CardHead({ kind, title, titleId, onHideHere, onClose }: CardShellProps & { titleId: string }) {
  const text = useText();
  const { shell, why } = useCardText();
  const [isExplained, setExplained] = useState(false);
  return (
    <>
      <header class="desk-card-head">
        <LatchMark size={20} />
        <h2 class="desk-card-title" id={titleId}>
          {title}
        </h2>
        <button
          type="button"
          class="icon-button"
          aria-label={shell.why}
          title={shell.why}
          aria-expanded={isExplained}
          onClick={() => setExplained(!isExplained)}
        >
          <span aria-hidden="true">?</span>
        </button>
        <button type="button" class="icon-button" aria-label={shell.close} title={shell.close} onClick={onClose}>
          <Icon name="cross" size={16} />
        </button>
      </header>
      {isExplained && (
        <div class="desk-card-why quiet">
          <p>{why[kind]}</p>
          <p>{text.product.independent}.</p>
          {onHideHere && (
            <button type="button" class="text-button" onClick={onHideHere}>
              {text.panel.hideHere}
            </button>
          )}
        </div>
      )}
    </>
  );
}
