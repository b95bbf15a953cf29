import type { ComponentChildren } from 'preact';
import type { RulesView } from '../../domain/rules/view.ts';
import { WriteButton } from '../dashboard/WriteButton.tsx';
import { Icon } from '../Icon.tsx';
import { useRulesText } from './rules-text-context.ts';

interface StatusPartProps {
  view: RulesView;
  /** Address of the settings. */
  settings: string;
  onPause: (isOn: boolean) => void;
}

/** Whether rules work at all; what keeps all of them from it, with the way out. */
export function StatusPart({ view, settings, onPause }: StatusPartProps) {
  const { status } = useRulesText();
  const { isReadOnly, isOff, isPaused } = view;
  const link = (
    <a class="text-link" href={settings}>
      {status.toSettings}
    </a>
  );
  return (
    <section class="rules-status" aria-label={status.label}>
      {isReadOnly && <Line {...status.readOnly}>{link}</Line>}
      {isOff && <Line {...status.off}>{link}</Line>}
      {isPaused && (
        <Line {...status.paused}>
          <WriteButton type="button" class="button strong" onClick={() => onPause(false)}>
            {status.goOn}
          </WriteButton>
        </Line>
      )}
      {!isReadOnly && !isOff && !isPaused && <Works view={view} onPause={onPause} />}
      {!view.canNotify && view.cards.some(notifies) && <Line {...status.noNotifications}>{link}</Line>}
    </section>
  );
}

/** Only then it matters whether the browser allows it. */
const notifies = ({ rule, state }: RulesView['cards'][number]): boolean =>
  state !== 'off' && rule.actions.some(({ kind }) => kind === 'notify');

interface LineProps {
  title: string;
  text: string;
  children: ComponentChildren;
}

function Line({ title, text, children }: LineProps) {
  return (
    <div class="notice" data-tone="warning">
      <Icon name="near" size={16} />
      <div>
        <p class="notice-what">{title}</p>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}

function Works({ view: { cards }, onPause }: Pick<StatusPartProps, 'view' | 'onPause'>) {
  const { status } = useRulesText();
  const countOf = (state: string) => cards.filter((card) => card.state === state).length;
  if (cards.length === 0) return null;
  return (
    <div class="part-head">
      <p class="mark" data-tone="good">
        <Icon name="roomy" />
        <span>{status.works(countOf('on'), countOf('dry'))}</span>
      </p>
      <WriteButton type="button" class="button" onClick={() => onPause(true)}>
        {status.pause}
      </WriteButton>
    </div>
  );
}
