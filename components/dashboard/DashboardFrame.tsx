import type { ComponentChildren } from 'preact';
import { SECTIONS, type Section } from '../../domain/dashboard-text.ts';
import { chipLabel, chipSentence } from '../../domain/sentences.ts';
import type { PortalView } from '../../domain/view.ts';
import { Icon } from '../Icon.tsx';
import { LatchMark } from '../LatchMark.tsx';
import { Notice, troubleOf } from '../Notice.tsx';
import { iconBeside, standingOf } from '../standing.ts';
import { useText } from '../text-context.ts';
import { useDashboardText } from './dashboard-text-context.ts';

export interface DashboardFrameProps {
  section: Section;
  /** Null while there is none. */
  portal: PortalView | null;
  portals: readonly PortalView[];
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** Address of a section, for the portal that is chosen. */
  hrefOf: (section: Section) => string;
  onChoosePortal: (key: string) => void;
  children: ComponentChildren;
}

/** What surrounds every section: the rail on the left, the portal on top. */
export function DashboardFrame({ section, hrefOf, children, ...portals }: DashboardFrameProps) {
  const text = useText();
  const { rail } = useDashboardText();
  return (
    <div class="dashboard">
      <header class="rail">
        <p class="rail-brand">
          <LatchMark size={20} />
          {text.product.name}
        </p>
        <nav aria-label={rail.name}>
          <ul class="rail-list">
            {SECTIONS.map((each) => (
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
        <PortalBar {...portals} />
        <Trouble portal={portals.portal} />
        {children}
      </main>
    </div>
  );
}

type PortalBarProps = Pick<DashboardFrameProps, 'portal' | 'portals' | 'now' | 'onChoosePortal'>;

/** Which portal is on show, and where it stands. */
function PortalBar({ portal, portals, now, onChoosePortal }: PortalBarProps) {
  const text = useText();
  const words = useDashboardText();
  if (!portal) return null;
  const nameOf = ({ key, host, origin, userId }: PortalView) => {
    const isShared = portals.some((other) => other.origin === origin && other.key !== key);
    return isShared ? words.portal.option(host, userId) : host;
  };
  const label = chipLabel(text, portal);
  const standing = standingOf(portal);
  const icon = iconBeside(label, standing);
  return (
    <div class="portal-bar">
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
        <p class="portal-name">{portal.host}</p>
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
