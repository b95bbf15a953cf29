import type { ComponentProps } from 'preact';
import { useReadOnly } from './read-only-context.ts';

/** A button that changes something: it cannot be pressed while Latchdesk is read-only, which the frame says. */
export function WriteButton({ disabled, ...props }: ComponentProps<'button'>) {
  const isReadOnly = useReadOnly();
  return <button {...props} disabled={isReadOnly || disabled} />;
}
