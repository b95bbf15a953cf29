import { type AccessGroup, accessGroups } from '../../domain/access/lines.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { SITUATION_LOOKS } from '../PanelAccessItem.tsx';
import { useText } from '../text-context.ts';
import type { PortalActions } from './portal-actions.ts';

export interface PortalAccessProps extends Pick<PortalActions, 'onOpenRequest'> {
  view: PortalView;
  /** What the portal is called where one button has to be told from the next. */
  place: string;
  now: number;
}

/** Access of support on a portal of the popup: a line for each situation, the most pressing first. */
export function PortalAccess(props: PortalAccessProps) {
  const { view, now } = props;
  const text = useText();
  return (
    <>
      {accessGroups(text, view.register, now).map((group) => (
        <Line key={group.situation} {...props} group={group} />
      ))}
    </>
  );
}

function Line({ view, place, group, onOpenRequest }: PortalAccessProps & { group: AccessGroup }) {
  const text = useText();
  const { situation, item, line } = group;
  const { tone, icon } = SITUATION_LOOKS[situation];
  const label = {
    request: text.access.openRequest,
    warning: text.parked.look,
    overdue: text.access.check,
    running: null,
  }[situation];
  // Without a message the main chat is where an access is asked for and ended.
  const hasMessage = item.kind === 'vendor' || item.copies.some(({ keyboard }) => keyboard !== 'gone');
  return (
    <div class="card-access" data-tone={tone}>
      <Icon name={icon} />
      <p title={line}>{line}</p>
      {label && hasMessage && (
        <button
          type="button"
          class="text-button"
          aria-label={`${label}: ${place}`}
          onClick={() => onOpenRequest(view, item)}
        >
          {label}
        </button>
      )}
    </div>
  );
}
