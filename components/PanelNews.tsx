import { needyCount, parkedLine } from '../domain/sentences.ts';
import type { PortalView } from '../domain/view.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useText } from './text-context.ts';

export interface PanelNewsProps {
  view: PortalView;
  now: number;
  /** True while the dialogs that need the user stand first. */
  needyFirst: boolean;
  onNeedyFirst: (needyFirst: boolean) => void;
  onDrafts: () => void;
}

/** What needs the user, a line each with the way to it; nothing when nothing does. */
export function PanelNews({ view, now, needyFirst, onNeedyFirst, onDrafts }: PanelNewsProps) {
  const text = useText();
  const parked = parkedLine(text, view, now);
  const needy = needyCount(view);
  if (!parked && needy === 0) return null;
  return (
    <div class="panel-news">
      {parked && (
        <News
          {...(parked.isOffered ? { tone: 'good', icon: 'roomy' } : { icon: 'clock' })}
          line={parked.line}
          action={view.isReadOnly ? null : text.parked.look}
          onAction={onDrafts}
        />
      )}
      {needy > 0 && (
        <News
          tone="warning"
          icon="near"
          line={text.dialogs.needYou(needy)}
          action={needyFirst ? text.dialogs.usualOrder : text.dialogs.needYouFirst}
          onAction={() => onNeedyFirst(!needyFirst)}
        />
      )}
    </div>
  );
}

interface NewsProps {
  /** Without one it is a quiet line. */
  tone?: 'good' | 'warning';
  icon: IconName;
  line: string;
  /** Null: there is only the line. */
  action: string | null;
  onAction: () => void;
}

function News({ tone, icon, line, action, onAction }: NewsProps) {
  return (
    <div class="news" data-tone={tone ?? 'quiet'}>
      <Icon name={icon} />
      <p class={tone ? undefined : 'quiet'} title={line}>
        {line}
      </p>
      {action !== null && (
        <button type="button" class="text-button" onClick={onAction}>
          {action}
        </button>
      )}
    </div>
  );
}
