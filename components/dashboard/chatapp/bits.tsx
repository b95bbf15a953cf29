/** Small pieces that every part of the section draws with. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';
import type { MarketPlace } from '../../../domain/market/view.ts';
import { Icon, type IconName } from '../../Icon.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { type DeedState, useDeed } from './use-deed.ts';

interface BlockProps {
  title: string;
  /** Where it comes from and how old it is. */
  source?: string | undefined;
  children: ComponentChildren;
}

/** A headed part of a page. */
export function Block({ title, source, children }: BlockProps) {
  const id = useId();
  return (
    <section class="chatapp-block" aria-labelledby={id}>
      <div class="chatapp-block-head">
        <h2 class="part-title" id={id}>
          {title}
        </h2>
        {source && <p class="quiet">{source}</p>}
      </div>
      {children}
    </section>
  );
}

interface NoteProps {
  tone: 'warning' | 'danger' | 'quiet' | 'good';
  title: string;
  text?: string | undefined;
  children?: ComponentChildren;
}

const SIGN: Record<NoteProps['tone'], IconName> = { warning: 'near', danger: 'near', quiet: 'details', good: 'roomy' };

/** Something to know: what it means and what to do. */
export function Note({ tone, title, text, children }: NoteProps) {
  return (
    <div class="notice chatapp-note" data-tone={tone}>
      <Icon name={SIGN[tone]} size={16} />
      <div>
        <p class="notice-what">{title}</p>
        {text && <p>{text}</p>}
        {children}
      </div>
    </div>
  );
}

interface DeedLineProps {
  state: DeedState;
  /** What to say when it did not work; the usual words without it. */
  failed?: string;
  doing?: string;
  done?: string;
}

/** What became of something, announced. */
export function DeedLine({ state, failed, doing, done }: DeedLineProps) {
  const { chatapp } = useDashboardText();
  const told = { none: '', doing: doing ?? '', done: done ?? '', failed: failed ?? chatapp.notDone }[state];
  return (
    <p class={state === 'failed' ? 'field-problem deed-line' : 'quiet deed-line'} role="status">
      {state === 'failed' && <Icon name="near" />}
      {told}
    </p>
  );
}

interface PlaceButtonProps {
  place: MarketPlace;
  label: string;
  /** Its name where the label alone would be ambiguous. */
  name?: string;
  isStrong?: boolean;
  onPlace: (place: MarketPlace) => Promise<boolean>;
}

/** Leads to a page of the portal. */
export function PlaceButton({ place, label, name, isStrong = false, onPlace }: PlaceButtonProps) {
  const { chatapp } = useDashboardText();
  const { state, run } = useDeed();
  return (
    <span class="copy place-button">
      <button
        type="button"
        class={isStrong ? 'button strong' : 'button'}
        aria-label={name}
        onClick={() => void run(() => onPlace(place))}
      >
        {label}
      </button>
      <span class={state === 'failed' ? 'place-failed' : 'quiet'} role="status">
        {{ none: '', doing: '', done: chatapp.reinstall.opened, failed: chatapp.reinstall.notDone }[state]}
      </span>
    </span>
  );
}
