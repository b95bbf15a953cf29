import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { PaletteEntry, PaletteTarget } from '../../domain/palette/entry.ts';
import type { PortalView } from '../../domain/view.ts';
import { PortalName } from '../inbox/PortalName.tsx';
import type { PaletteGroup } from './palette-groups.ts';
import { usePaletteLanguages } from './palette-text-context.ts';

/** Options are called by this and their place. */
export const OPTION_ID = 'palette-option-';

interface PaletteResultsProps {
  id: string;
  groups: readonly PaletteGroup[];
  portals: readonly PortalView[];
  /** Place of the option that Enter takes. */
  active: number;
  onChoose: (target: PaletteTarget) => void;
  /** The pointer came over an option. */
  onPoint: (index: number) => void;
}

/** What was found, by kind; each says its portal. */
export function PaletteResults({ id, groups, portals, active, onChoose, onPoint }: PaletteResultsProps) {
  const { own } = usePaletteLanguages();
  const byKey = useMemo(() => new Map(portals.map((portal) => [portal.key, portal])), [portals]);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, groups]);
  return (
    <div class="palette-list" role="listbox" id={id} aria-label={own.results} ref={list}>
      {groups.map(({ kind, options }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
        <div key={kind} role="group" aria-labelledby={`palette-${kind}`}>
          <div class="section-title palette-kind" id={`palette-${kind}`} role="presentation">
            {own.group[kind]}
          </div>
          {options.map(({ entry, index }) => (
            <Option
              key={index}
              entry={entry}
              index={index}
              isActive={index === active}
              portal={portalOf(entry, byKey)}
              onChoose={onChoose}
              onPoint={onPoint}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

const portalOf = ({ target }: PaletteEntry, portals: ReadonlyMap<string, PortalView>): PortalView | undefined =>
  'portal' in target && target.portal !== null ? portals.get(target.portal) : undefined;

interface OptionProps extends Pick<PaletteResultsProps, 'onChoose' | 'onPoint'> {
  entry: PaletteEntry;
  index: number;
  isActive: boolean;
  portal: PortalView | undefined;
}

function Option({ entry, index, isActive, portal, onChoose, onPoint }: OptionProps) {
  const isPortal = entry.target.kind === 'portal';
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
    <div
      class="palette-option"
      role="option"
      id={`${OPTION_ID}${index}`}
      aria-selected={isActive}
      title={entry.title}
      onClick={() => onChoose(entry.target)}
      onMouseMove={() => !isActive && onPoint(index)}
    >
      <span class="one-line">{entry.title}</span>
      {portal && !isPortal && <PortalName portal={portal} />}
      {isPortal && portal && portal.host !== entry.title && <span class="quiet">{portal.host}</span>}
    </div>
  );
}
