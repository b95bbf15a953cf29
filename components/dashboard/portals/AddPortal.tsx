import { useEffect, useId, useRef } from 'preact/hooks';
import type { AddressChoices, AddressRefusal, PortalAddress } from '../../../domain/portals/address.ts';
import type { AddRefusal } from '../../../domain/portals-text.ts';
import { Icon } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { useReadOnly } from '../read-only-context.ts';

/** What became of the last attempt. */
export type AddOutcome =
  | { kind: 'refused'; refusal: AddRefusal }
  | { kind: 'adding' }
  | { kind: 'added'; host: string; isKnown: boolean };

export interface AddPortalProps {
  typed: string;
  choices: AddressChoices;
  /** What is typed now, understood or not. */
  answer: { address: PortalAddress } | { refusal: AddressRefusal };
  /** Null: nothing was tried with what is typed now. */
  outcome: AddOutcome | null;
  takesFocus?: boolean;
  onType: (typed: string) => void;
  onChoices: (changes: Partial<AddressChoices>) => void;
  /** Called in the press itself: the browser asks for a permission only then. */
  onSubmit: () => void;
  /** Opens the portal that was just added, or that is known already. */
  onOpen: () => void;
}

/** The form for a portal on an address of its own; what was typed stays whatever the answer is. */
export function AddPortal(props: AddPortalProps) {
  const { portals } = useDashboardText();
  const isReadOnly = useReadOnly();
  const words = portals.add;
  const id = useId();
  const { answer, outcome } = props;
  const address = 'address' in answer ? answer.address : null;
  return (
    <form
      class="add-portal"
      aria-label={words.heading}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (isReadOnly || outcome?.kind === 'adding') return;
        if (address?.kind === 'cloud') props.onOpen();
        else props.onSubmit();
      }}
    >
      <h2 class="part-title">{words.heading}</h2>
      <p class="quiet">{words.text}</p>
      <fieldset class="plain-fields" disabled={isReadOnly}>
        <AddressField {...props} id={id} />
        <Choices {...props} />
        {address && <Understood address={address} />}
        <Outcome {...props} id={id} />
        {outcome?.kind !== 'added' && (
          <button type="submit" class="button strong" aria-disabled={isReadOnly || outcome?.kind === 'adding'}>
            {address?.kind === 'cloud' ? words.open : words.submit}
          </button>
        )}
      </fieldset>
    </form>
  );
}

function AddressField({ id, typed, outcome, takesFocus, onType }: AddPortalProps & { id: string }) {
  const { portals } = useDashboardText();
  const words = portals.add;
  const field = useRef<HTMLInputElement>(null);
  const isRefused = outcome?.kind === 'refused';
  // The next step is nearly always to change what stands there.
  useEffect(() => {
    if (isRefused || takesFocus) field.current?.focus();
  }, [outcome, takesFocus]);
  return (
    <div class="field-group">
      <label class="field-label" for={id}>
        {words.address}
      </label>
      <p class="quiet" id={`${id}-hint`}>
        {words.hint}
      </p>
      <input
        id={id}
        ref={field}
        class="field"
        type="text"
        inputMode="url"
        dir="ltr"
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        maxLength={2_000}
        value={typed}
        aria-invalid={isRefused || undefined}
        aria-describedby={`${id}-hint ${id}-outcome`}
        onInput={({ currentTarget }) => onType(currentTarget.value)}
      />
    </div>
  );
}

/** Asked for only where they mean something, and there still when they were made. */
function Choices({ answer, choices, onChoices }: AddPortalProps) {
  const { portals } = useDashboardText();
  const words = portals.add;
  const refusal = 'refusal' in answer ? answer.refusal : null;
  const isPlain = 'address' in answer && answer.address.isPlain;
  const asksOnPremise = choices.isOnPremise || refusal === 'local' || refusal === 'http';
  const asksHttp = choices.isOnPremise && (choices.takesHttp || refusal === 'http');
  return (
    <>
      {asksOnPremise && (
        <label class="check">
          <input
            type="checkbox"
            checked={choices.isOnPremise}
            onChange={({ currentTarget }) => onChoices({ isOnPremise: currentTarget.checked })}
          />
          <span>
            {words.onPremise}
            <span class="check-hint quiet">{words.onPremiseHint}</span>
          </span>
        </label>
      )}
      {(asksHttp || isPlain) && <Warning>{words.plainWarning}</Warning>}
      {asksHttp && (
        <label class="check">
          <input
            type="checkbox"
            checked={choices.takesHttp}
            onChange={({ currentTarget }) => onChoices({ takesHttp: currentTarget.checked })}
          />
          <span>{words.takesHttp}</span>
        </label>
      )}
    </>
  );
}

/** What will be added, and what to look at before that. */
function Understood({ address }: { address: PortalAddress }) {
  const { portals } = useDashboardText();
  const words = portals.add;
  const { origin, host, prefix, kind } = address;
  if (kind === 'cloud') return <p>{words.cloud(host)}</p>;
  return (
    <div class="understood">
      <p class="understood-address" dir="ltr">
        {words.understood(`${origin}${prefix}`)}
      </p>
      {/(?:^|\.)xn--/.test(host) && <Warning>{words.punycode(host)}</Warning>}
      {address.isNamedAfterVendor && <Warning>{words.vendorNamed}</Warning>}
      <p class="quiet">{words.willAsk}</p>
    </div>
  );
}

function Warning({ children }: { children: string }) {
  return (
    <p class="field-problem">
      <Icon name="near" />
      <span>{children}</span>
    </p>
  );
}

function Outcome({ id, outcome, onOpen }: AddPortalProps & { id: string }) {
  const { portals } = useDashboardText();
  const words = portals.add;
  const refusal = outcome?.kind === 'refused' ? words.refusal[outcome.refusal] : null;
  return (
    <div class="add-outcome" id={`${id}-outcome`} role="status">
      {refusal && (
        <p class="field-problem">
          <Icon name="near" />
          <span>
            {refusal.what}. {refusal.next}.
          </span>
        </p>
      )}
      {outcome?.kind === 'adding' && <p class="quiet">{words.adding}</p>}
      {outcome?.kind === 'added' && (
        <>
          <p class="mark" data-tone="good">
            <Icon name="roomy" />
            <span>{outcome.isKnown ? words.isKnown(outcome.host) : words.added(outcome.host)}</span>
          </p>
          <button type="button" class="button strong" onClick={onOpen}>
            {words.open}
          </button>
        </>
      )}
    </div>
  );
}
