import { useId, useState } from 'preact/hooks';
import type { GuardedApp } from '../../domain/market/uninstall.ts';
import type { StopWhy } from '../../domain/market-text.ts';
import { useEscape } from '../cards/card-escape.ts';
import { keepTabInside } from '../cards/card-focus.ts';
import { useHeldFocus } from '../held-focus.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { CardWhy, UpdatedLine, WhyButton } from './CardWhy.tsx';
import { EraseAnyway } from './EraseAnyway.tsx';
import { useMarketText } from './market-text-context.ts';

export interface UninstallGuardCardProps {
  why: StopWhy;
  application: GuardedApp;
  /** Of the application; empty when nobody knows it. */
  name: string;
  /** After an update: the card still answers, and nothing is stopped on this page any more. */
  isCutOff?: boolean;
  onUntick: () => void;
  onBack: () => void;
  onInsist: () => void;
  /** Null: it cannot be put away. */
  onHideHere: (() => void) | null;
  onReload: () => void;
}

/** A press on the portal's "Uninstall" was stopped: what the tick destroys, and the ways on. */
export function UninstallGuardCard(props: UninstallGuardCardProps) {
  const card = useHeldFocus<HTMLElement>();
  const id = useId();
  useEscape(card, true, props.onBack);
  return (
    <>
      <div class="desk-scrim" onPointerDown={(event) => event.preventDefault()} />
      <section
        class="desk-card market-guard"
        role="alertdialog"
        aria-modal="true"
        aria-labelledby={`${id}-title`}
        aria-describedby={`${id}-lead`}
        data-place="centre"
        tabIndex={-1}
        ref={card}
        onKeyDown={(event) => keepTabInside(event.currentTarget, event)}
      >
        <GuardHead {...props} titleId={`${id}-title`} />
        <div class="desk-card-body">
          {props.isCutOff && <UpdatedLine onReload={props.onReload} />}
          <GuardLead {...props} id={`${id}-lead`} />
          <WhatGoes />
          <EraseAnyway name={props.name} onInsist={props.onInsist} />
          <GuardActions {...props} />
        </div>
      </section>
    </>
  );
}

function GuardHead({ application, titleId, onBack, onHideHere }: UninstallGuardCardProps & { titleId: string }) {
  const { guard, shell } = useMarketText();
  const [isExplained, setExplained] = useState(false);
  return (
    <>
      <div class="desk-card-head" data-tone="danger">
        <LatchMark size={20} />
        <h2 class="desk-card-title" id={titleId}>
          <span class="market-sign">
            <Icon name="near" size={18} />
          </span>
          {guard.title[application === 'other' ? 'others' : 'chatApp']}
        </h2>
        <WhyButton isOpen={isExplained} onToggle={() => setExplained(!isExplained)} />
        <button type="button" class="icon-button" aria-label={shell.close} title={shell.close} onClick={onBack}>
          <Icon name="cross" size={16} />
        </button>
      </div>
      {isExplained && <CardWhy card="uninstallGuard" onHideHere={onHideHere} />}
    </>
  );
}

function GuardLead({ why, application, name, id }: UninstallGuardCardProps & { id: string }) {
  const { guard } = useMarketText();
  return (
    <div class="desk-card-lead" id={id}>
      <p dir="auto">{name === '' ? guard.aboutNameless : guard.about[application](name)}</p>
      <p>
        {guard.why[why]} {guard.nothingYet}
      </p>
    </div>
  );
}

function WhatGoes() {
  const { guard } = useMarketText();
  return (
    <>
      <div class="desk-part">
        <h3 class="market-part-title">{guard.goneTitle}</h3>
        <Bullets items={guard.gone} />
      </div>
      <div class="desk-part">
        <h3 class="market-part-title">{guard.goneAlwaysTitle}</h3>
        <Bullets items={guard.goneAlways} />
        <p class="quiet">{guard.goneAlwaysMeans}</p>
      </div>
    </>
  );
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul class="bullets">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function GuardActions({ why, onUntick, onBack }: UninstallGuardCardProps) {
  const { guard } = useMarketText();
  const id = useId();
  return (
    <div class="desk-card-actions">
      <button type="button" class="button strong" aria-describedby={id} onClick={onUntick}>
        {guard.untick}
      </button>
      <button type="button" class="button" onClick={onBack}>
        {guard.back}
      </button>
      <p class="quiet market-actions-note" id={id}>
        {guard.untickMeans[why]}
      </p>
    </div>
  );
}
