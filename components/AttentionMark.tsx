import type { Attention } from '../domain/attention.ts';
import { attentionLine } from '../domain/sentences.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useText } from './text-context.ts';

const LOOKS: Record<Attention['kind'], { icon: IconName; tone: 'warning' | 'danger' }> = {
  waiting: { icon: 'near', tone: 'warning' },
  idle: { icon: 'clock', tone: 'warning' },
  refused: { icon: 'cross', tone: 'danger' },
};

/** Why a dialog needs the user: icon, words and colour. */
export function AttentionMark({ attention, now }: { attention: Attention; now: number }) {
  const text = useText();
  const { icon, tone } = LOOKS[attention.kind];
  return (
    <span class="attention" data-tone={tone}>
      <Icon name={icon} />
      {attentionLine(text, attention, now)}
    </span>
  );
}
