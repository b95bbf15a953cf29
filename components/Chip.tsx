import { useState } from 'preact/hooks';
import { type AccessGroup, accessNeeds } from '../domain/access/lines.ts';
import { chipLabel, chipSentence, needLines, unreadLine } from '../domain/sentences.ts';
import type { PortalView } from '../domain/view.ts';
import { type ChipPosition, useEdgeDrag } from './edge-drag.ts';
import { Icon } from './Icon.tsx';
import { LatchMark } from './LatchMark.tsx';
import { LevelAnnouncer } from './LevelAnnouncer.tsx';
import { SITUATION_LOOKS } from './PanelAccessItem.tsx';
import { iconBeside, standingOf } from './standing.ts';
import { useText } from './text-context.ts';

export interface ChipProps {
  view: PortalView;
  /** Epoch ms, for ages and clocks. */
  now: number;
  /** True while the panel is open. */
  expanded: boolean;
  /** Where the chip is docked; the parent keeps it. */
  position: ChipPosition;
  /** The user asked to open or close the panel. */
  onToggle: () => void;
  /** The chip was dropped or moved by keyboard; without it the chip cannot be moved. */
  onMove?: (position: ChipPosition) => void;
}

/** The slot counter docked to an edge of the page. */
export function Chip({ view, now, expanded, position, onToggle, onMove }: ChipProps) {
  const text = useText();
  const { shown, dragging, handlers, isDrop } = useEdgeDrag(position, onMove);
  const [quiet, setQuiet] = useState(false);
  const standing = standingOf(view);
  const label = chipLabel(text, view);
  const icon = iconBeside(label, standing);
  const sentence = chipSentence(text, view, now);
  const unread = unreadLine(text, view);
  const access = view.session.state === 'signedOut' ? [] : accessNeeds(text, view.register, now);
  const needs = [...access.map(({ line }) => line), ...needLines(text, view, now)];
  const assumed = view.slots.limitSource === 'assumed' && label.includes('~') ? text.chip.assumedLimit : null;
  const name = [`${label} ${text.chip.subject}`, sentence, assumed, ...needs, unread].filter(Boolean).join('. ');

  return (
    <div class="chip-dock" data-edge={shown.edge} data-dragging={dragging} style={{ '--offset': shown.offset }}>
      <button
        type="button"
        class="chip"
        data-tone={standing.tone}
        data-latchdesk-chip=""
        aria-label={name}
        aria-expanded={expanded}
        aria-haspopup="dialog"
        aria-describedby={onMove ? 'latchdesk-chip-move' : undefined}
        onClick={(event) => {
          if (isDrop(event)) return;
          setQuiet(true);
          onToggle();
        }}
        onPointerEnter={() => setQuiet(false)}
        onBlur={() => setQuiet(false)}
        {...handlers}
        onKeyDown={(event) => {
          if (!expanded || event.key !== 'Escape') return handlers.onKeyDown?.(event);
          event.preventDefault();
          event.stopPropagation();
          onToggle();
        }}
      >
        <LatchMark />
        {icon && <Icon name={icon} />}
        <span class="chip-label">{label}</span>
        {access[0] && <AccessMark most={access[0]} />}
        {needs.length > access.length && <span class="need-dot" />}
        {unread && <span class="unread-dot" />}
      </button>
      {!expanded && !dragging && !quiet && (
        <div class="chip-hint" aria-hidden="true">
          <span>{sentence}</span>
          {assumed && <span class="quiet">{assumed}</span>}
          {needs.map((line) => (
            <span key={line}>{line}</span>
          ))}
          {unread && <span class="quiet">{unread}</span>}
        </div>
      )}
      {onMove && (
        <span id="latchdesk-chip-move" hidden>
          {text.chip.move}
        </span>
      )}
      <LevelAnnouncer view={view} />
    </div>
  );
}

/** That somebody asks for access, or should not have it any more; the button's name says which. */
function AccessMark({ most }: { most: AccessGroup }) {
  return (
    <span class="chip-access" data-tone={SITUATION_LOOKS[most.situation].tone}>
      <Icon name="key" />
    </span>
  );
}
