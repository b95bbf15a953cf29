/** What a section shows while there is nothing to show: loading, failed, empty. */
import type { ComponentChildren } from 'preact';
import { Icon } from '../Icon.tsx';
import { useDashboardText } from './dashboard-text-context.ts';

export function Loading() {
  const { state } = useDashboardText();
  return (
    <p class="state-loading quiet" role="status">
      <Icon name="clock" />
      {state.loading}
    </p>
  );
}

interface FailedProps {
  onRetry: () => void;
  /** What is known of the reason; left out: nothing. */
  told?: { title: string; text: string };
  children?: ComponentChildren;
}

/** The extension's own storage did not answer. */
export function Failed({ onRetry, told, children }: FailedProps) {
  const { state } = useDashboardText();
  const { title, text } = told ?? state.failed;
  return (
    <div class="notice" data-tone="warning" role="alert">
      <Icon name="near" size={16} />
      <div>
        <p class="notice-what">{title}</p>
        <p>{text}</p>
        <button type="button" class="button" onClick={onRetry}>
          {state.retry}
        </button>
        {children}
      </div>
    </div>
  );
}

interface EmptyProps {
  title: string;
  text: string;
  children?: ComponentChildren;
}

export function Empty({ title, text, children }: EmptyProps) {
  return (
    <div class="empty">
      <p class="empty-title">{title}</p>
      <p class="quiet">{text}</p>
      {children}
    </div>
  );
}

interface AnswerProps<T> {
  answer: Answer<T>;
  onRetry: () => void;
  children: (value: T) => ComponentChildren;
}

/** What was asked for: under way, failed, or there; a refresh that failed leaves what was there. */
export type Answer<T> =
  | { state: 'loading' }
  | { state: 'failed' }
  | { state: 'ready'; value: T; isRefreshFailed: boolean };

/** Draws an answer once it is there. */
export function Answered<T>({ answer, onRetry, children }: AnswerProps<T>) {
  const { state } = useDashboardText();
  if (answer.state === 'loading') return <Loading />;
  if (answer.state === 'failed') return <Failed onRetry={onRetry} />;
  return (
    <>
      {answer.isRefreshFailed && (
        <p class="field-problem" role="status">
          <Icon name="near" />
          {state.refreshFailed}
          <button type="button" class="text-button" onClick={onRetry}>
            {state.retry}
          </button>
        </p>
      )}
      {children(answer.value)}
    </>
  );
}

interface PageHeadProps {
  title: string;
  lead: string;
  children?: ComponentChildren;
}

/** A section's heading, what it tells, and what can be done with all of it. */
export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <div class="page-head">
      <div>
        <h1 class="page-title">{title}</h1>
        <p class="quiet">{lead}</p>
      </div>
      {children && <div class="inline-actions page-actions">{children}</div>}
    </div>
  );
}
