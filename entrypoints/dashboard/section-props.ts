import type { FrontView } from '../../domain/front.ts';
import type { PortalView } from '../../domain/view.ts';

interface Moment {
  /** Epoch ms, for ages and clocks. */
  now: number;
  language: string;
}

/** What a section about one portal gets. */
export interface SectionProps extends Moment {
  portal: PortalView;
}

/** What a section about all portals gets. */
export interface FrontSectionProps extends Moment {
  /** Live. */
  front: FrontView;
  /** The portal that was chosen last; null while there is none. */
  portal: PortalView | null;
}

/** What a section gets that is there whatever else fails, as when the database is gone. */
export interface AnySectionProps extends Moment {
  /** Null: nothing could be read. */
  front: FrontView | null;
  portal: PortalView | null;
}
