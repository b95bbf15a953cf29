import { PaletteTextContext } from '../../components/palette/palette-text-context.ts';
import { Outcome } from '../../components/popup/Outcome.tsx';
import type { PortalOutcome } from '../../components/popup/portal-actions.ts';
import { PopupTextContext } from '../../components/text-context.ts';
import type { FrontView } from '../../domain/front.ts';
import { paletteLanguagesFor } from '../../locales/palette/catalogue.ts';
import { popupLocaleFor } from '../../locales/popup/catalogue.ts';
import { PaletteHost } from '../popup/PaletteHost.tsx';

export interface PaletteOverProps {
  front: FrontView;
  language: string;
  isOpen: boolean;
  /** What came of the last choice, where that cannot be seen elsewhere. */
  outcome: PortalOutcome | null;
  onOutcome: (outcome: PortalOutcome | null) => void;
  onClose: () => void;
}

/** The palette over the dashboard, with what popup and side panel have of it; loaded when it is wanted first. */
export function PaletteOver({ front, language, isOpen, outcome, onOutcome, onClose }: PaletteOverProps) {
  return (
    <PaletteTextContext.Provider value={paletteLanguagesFor(language)}>
      <PopupTextContext.Provider value={popupLocaleFor(language)}>
        {outcome && <Outcome kind={outcome} />}
        {isOpen && (
          <PaletteHost
            front={front}
            isFrontKept={false}
            scope={null}
            onClose={onClose}
            onDone={(_result, ended) => onOutcome(ended?.kind ?? null)}
            openPlace={(hash) => {
              location.hash = hash;
            }}
          />
        )}
      </PopupTextContext.Provider>
    </PaletteTextContext.Provider>
  );
}
