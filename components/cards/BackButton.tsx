import { useCardText } from '../text-context.ts';

interface BackButtonProps {
  onBack: () => void;
  look?: 'button' | 'text-button';
}

/** One step back. */
export function BackButton({ onBack, look = 'text-button' }: BackButtonProps) {
  const { shell } = useCardText();
  return (
    <button type="button" class={look} onClick={onBack}>
      {shell.back}
    </button>
  );
}
