import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { RAIL_SECTIONS, type Section } from '../../domain/dashboard-text.ts';
import { PORTAL_COLOURS } from '../../domain/portals/known-portal.ts';
import { chipLabel, chipSentence } from '../../domain/sentences.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { originsOfSeveral } from '../inbox/InboxList.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { Notice, troubleOf } from '../Notice.tsx';
import { iconBeside, standingOf } from '../standing.ts';
import { useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';
import { ReadOnlyContext } from './read-only-context.ts';

export interface DashboardFrameProps {
  section: Section;
  /** Null while there is none. */
  portal: PortalView | null;
  portals: readonly PortalView[];
  /** True for sections about all portals: which one was chosen means nothing there. */
  isAboutAll: boolean;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** Null: Latchdesk may change things; else whether only the user can have made it read-only, or their organisation as well. */
  readOnlyBy: 'user' | 'managed' | null;
  /** Epoch ms of what is shown while newer could not be had; null: it is live. */
  staleSince: number | null;
  onRetry: () => void;
  /** Everything shall be searched. */
  onFind: () => void;
  /** Address of a section, for the portal that is chosen. */
  hrefOf: (section: Section) => string;
  onChoosePortal: (key: string) => void;
  children: ComponentChildren;
}

/** What surrounds every section: the rail on the left, the portal on top. */
export function DashboardFrame({ section, hrefOf, children, isAboutAll, ...rest }: DashboardFrameProps) {
  const text = useText();
  const { rail, frame } = useDashboardText();
  return (
    <ReadOnlyContext.Provider value={rest.readOnlyBy !== null}>
      <div class="dashboard">
        <header class="rail">
          <p class="rail-brand">
            <LatchMark size={20} />
            {text.product.name}
          </p>
          <button type="button" class="rail-find" onClick={rest.onFind}>
            <Icon name="search" />
            {frame.find}
          </button>
          <nav aria-label={rail.name}>
            <ul class="rail-list">
              {RAIL_SECTIONS.map((each) => (
                <li key={each}>
                  <a class="rail-link" href={hrefOf(each)} aria-current={each === section ? 'page' : undefined}>
                    {rail.section[each]}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
          <p class="rail-foot quiet">{text.product.independent}</p>
        </header>
        <main class="dashboard-main">
          <FrameLines {...rest} hrefOf={hrefOf} />
          {!isAboutAll && <PortalBar {...rest} />}
          {!isAboutAll && <Trouble portal={rest.portal} />}
          {children}
        </main>
      </div>
    </ReadOnlyContext.Provider>
  );
}

type FrameLinesProps = Pick<DashboardFrameProps, 'readOnlyBy' | 'staleSince' | 'now' | 'onRetry' | 'hrefOf'>;

/** What holds for every section: nothing may be changed, or nothing newer could be had. */
function FrameLines({ readOnlyBy, staleSince, now, onRetry, hrefOf }: FrameLinesProps) {
  const text = useText();
  const { state, frame, rail } = useDashboardText();
  return (
    <>
      {readOnlyBy !== null && (
        <p class="frame-line">
          <Icon name="full" />
          <span>{frame.readOnly[readOnlyBy]}</span>
          <a class="text-link" href={hrefOf('settings')}>
            {rail.section.settings}
          </a>
        </p>
      )}
      {staleSince !== null && (
        <p class="frame-line" data-tone="warning" role="status">
          <Icon name="clock" />
          <span>{frame.stale(text.clock(staleSince, now))}</span>
          <button type="button" class="text-button" onClick={onRetry}>
            {state.retry}
          </button>
        </p>
      )}
    </>
  );
}

type PortalBarProps = Pick<DashboardFrameProps, 'portal' | 'portals' | 'now' | 'onChoosePortal'>;

/** Which portal is on show, and where it stands. */
function PortalBar({ portal, portals, now, onChoosePortal }: PortalBarProps) {
  const text = useText();
  const words = useDashboardText();
  const several = useMemo(() => originsOfSeveral(portals), [portals]);
  const nameOf = ({ host, label: called, origin, userId }: PortalView) => {
    const name = called === host ? host : words.portal.named(called, host);
    return several.has(origin) ? words.portal.option(name, userId) : name;
  };
  if (!portal) return null;
  const label = chipLabel(text, portal);
  const standing = standingOf(portal);
  const icon = iconBeside(label, standing);
  return (
    <div class="portal-bar">
      <span class="portal-dot" style={{ background: PORTAL_COLOURS[portal.colour] }} />
      {portals.length > 1 ? (
        <label class="portal-choice">
          <span class="quiet">{words.portal.label}</span>
          <select
            class="field"
            value={portal.key}
            onChange={({ currentTarget }) => onChoosePortal(currentTarget.value)}
          >
            {portals.map((each) => (
              <option key={each.key} value={each.key}>
                {nameOf(each)}
              </option>
            ))}
          </select>
        </label>
      ) : (
        <p class="portal-bar-name">{nameOf(portal)}</p>
      )}
      <p class="portal-standing" data-tone={standing.tone}>
        <span class="portal-label">
          {icon && <Icon name={icon} />}
          {label}
        </span>
        <span>{chipSentence(text, portal, now)}</span>
      </p>
    </div>
  );
}

function Trouble({ portal }: { portal: PortalView | null }) {
  const text = useText();
  const trouble = portal && troubleOf(text, portal);
  if (!portal || !trouble) return null;
  return (
    <Notice
      trouble={trouble}
      tone={portal.session.state === 'degraded' ? 'warning' : 'quiet'}
      icon={standingOf(portal).icon}
    />
  );
}
