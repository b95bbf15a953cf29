import { useId, useState } from 'preact/hooks';
import { isResting, situationOf } from '../domain/access/lines.ts';
import type { PortalView } from '../domain/view.ts';
import { type AccessHandlers, PanelAccessItem } from './PanelAccessItem.tsx';
import { useText } from './text-context.ts';

export interface PanelAccessProps extends AccessHandlers {
  view: PortalView;
  now: number;
}

/** More would push the dialogs out of sight. */
const SHOWN_AT_FIRST = 3;

/** True while something of access needs a person: the section stands before the dialogs then. */
export const isAccessPressing = ({ register }: PortalView, now: number): boolean =>
  register.items.some((item) => PRESSING.has(situationOf(item, now)) && !isResting(item, now));

const PRESSING = new Set(['warning', 'request', 'overdue']);

/** Who asks for access to the portal and who has it; nothing where nobody does. */
export function PanelAccess(props: PanelAccessProps) {
  const { items } = props.view.register;
  const text = useText();
  const headingId = useId();
  const [unfolded, setUnfolded] = useState(false);
  if (items.length === 0) return null;
  const shown = unfolded ? items : items.slice(0, SHOWN_AT_FIRST);
  return (
    <section class="panel-section panel-access" aria-labelledby={headingId}>
      <div class="section-head">
        <h3 class="section-title" id={headingId}>
          {text.access.heading}
        </h3>
        <AllRecords {...props} />
      </div>
      <ul class="access-items">
        {shown.map((item) => (
          <PanelAccessItem key={item.id} {...props} item={item} isReadOnly={props.view.isReadOnly} />
        ))}
      </ul>
      {shown.length < items.length && (
        <button type="button" class="text-button access-more" onClick={() => setUnfolded(true)}>
          {text.dialogs.showMore(items.length - shown.length)}
        </button>
      )}
    </section>
  );
}

/** The quiet line of a portal on which nothing of access is known; nothing until somebody has looked. */
export function NoAccess(props: PanelAccessProps) {
  const { now } = props;
  const { items, readAt } = props.view.register;
  const text = useText();
  if (items.length > 0 || readAt === null) return null;
  return (
    <div class="panel-section no-access">
      <p class="quiet" title={text.time(readAt, now)}>
        {text.access.none(text.age(readAt, now))}
      </p>
      <AllRecords {...props} />
    </div>
  );
}

function AllRecords({ onRegister }: PanelAccessProps) {
  const text = useText();
  return (
    <button type="button" class="text-button head-link" onClick={onRegister}>
      {text.access.all}
    </button>
  );
}
