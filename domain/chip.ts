/** Where the chip stands on the pages of one portal. */
export interface ChipPlace {
  edge: 'left' | 'right';
  /** Distance from the top in per cent of the window's height. */
  offset: number;
  /** The user wants no chip on this portal. */
  isHidden: boolean;
}

export const DEFAULT_CHIP_PLACE: ChipPlace = { edge: 'right', offset: 62, isHidden: false };
