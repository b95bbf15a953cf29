import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { chipLabel, chipSentence } from '../../../domain/sentences.ts';
import { Icon } from '../../Icon.tsx';
import { PortalName } from '../../inbox/PortalName.tsx';
import { useText } from '../../text-context.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { NotificationField, type NotificationFieldProps } from '../NotificationField.tsx';
import { AddPortal, type AddPortalProps } from '../portals/AddPortal.tsx';
import type { PortalEntry } from '../portals/portal-state.ts';
import { PageHead } from '../States.tsx';
import { Samples } from './Samples.tsx';

export interface StartPageProps extends NotificationFieldProps {
  /** Portals that are known by now; those that are open in tabs join by themselves. */
  entries: readonly PortalEntry[];
  add: AddPortalProps;
  now: number;
  /** Whether the button stands in the toolbar; null: the browser does not tell. */
  isPinned: boolean | null;
  /** The steps were seen before. */
  isDone: boolean;
  isFailed: boolean;
  portalsHref: string;
  privacyHref: string;
  onOpen: (entry: PortalEntry) => void;
  onFinish: () => void;
}

const STEPS = 3;

/** The first steps: where to begin, what will be seen, and what may be switched on. */
export function StartPage(props: StartPageProps) {
  const { start: words, rail, settings } = useDashboardText();
  const { now, isPinned, isDone, isFailed, onFinish } = props;
  return (
    <>
      <PageHead title={rail.section.start} lead={words.lead}>
        {!isDone && (
          <button type="button" class="text-button" onClick={onFinish}>
            {words.skip}
          </button>
        )}
      </PageHead>
      <ol class="start-steps">
        <Step step={1} {...words.portal}>
          <Found {...props} />
          <AddOwn {...props.add} />
        </Step>
        <Step step={2} {...words.see}>
          <Samples now={now} />
        </Step>
        <Step step={3} {...words.optional}>
          <Option {...settings.notifications}>
            <NotificationField {...props} />
          </Option>
          <Option {...words.watch}>
            <a class="text-link" href={props.portalsHref}>
              {words.toPortals}
            </a>
          </Option>
          <Option title={words.pin.title} text={isPinned ? words.isPinned : words.pin.text} />
        </Step>
      </ol>
      <div class="start-end">
        <button type="button" class="button strong" onClick={onFinish}>
          {words.done}
        </button>
        <a class="text-link" href={props.privacyHref}>
          {words.privacy}
        </a>
        <div role="status">
          {isFailed && (
            <p class="field-problem">
              <Icon name="near" />
              {words.failed}
            </p>
          )}
        </div>
      </div>
    </>
  );
}

interface StepProps {
  step: number;
  title: string;
  text: string;
  children: ComponentChildren;
}

function Step({ step, title, text, children }: StepProps) {
  const { start: words } = useDashboardText();
  return (
    <li class="start-step">
      <p class="quiet">{words.step(step, STEPS)}</p>
      <h2 class="part-title">{title}</h2>
      <p>{text}</p>
      {children}
    </li>
  );
}

function Found({ entries, now, onOpen }: StartPageProps) {
  const text = useText();
  const { start: words } = useDashboardText();
  if (entries.length === 0) return <p role="status">{words.foundNone}</p>;
  return (
    <ul class="start-found" aria-label={words.found}>
      {entries.map((entry) => {
        const [view] = entry.views;
        return (
          <li key={entry.portal.origin}>
            <PortalName portal={{ label: entry.label, colour: entry.portal.colour }} />
            <span class="start-read quiet">
              {view ? `${words.readPortal(chipLabel(text, view))}. ${chipSentence(text, view, now)}` : words.notRead}
            </span>
            <button type="button" class="button" onClick={() => onOpen(entry)}>
              {words.openPortal}
              <span class="for-screen-reader"> {entry.label}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** Folded away: most portals are in the cloud, and come by themselves. */
function AddOwn(add: AddPortalProps) {
  const { start: words } = useDashboardText();
  const [isShown, setShown] = useState(add.typed !== '');
  return (
    <>
      <button type="button" class="text-button fold" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        <Icon name="chevron" />
        {words.addOwn}
      </button>
      {isShown && <AddPortal {...add} takesFocus />}
    </>
  );
}

function Option({ title, text, children }: Omit<StepProps, 'step' | 'children'> & { children?: ComponentChildren }) {
  return (
    <section class="start-option" aria-label={title}>
      <h3 class="start-option-title">{title}</h3>
      <p class="quiet">{text}</p>
      {children}
    </section>
  );
}
