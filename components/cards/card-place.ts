/** `centre`, `corner`: of the window; `inline`: the parent places it; else the lower left corner in px. */
export type CardPlace = 'centre' | 'corner' | 'inline' | { left: number; bottom: number };

/** What the style sheet needs to put a card in its place. */
export function placed(place: CardPlace): { 'data-place': string; style: Record<string, string> } {
  if (typeof place !== 'object') return { 'data-place': place, style: {} };
  return { 'data-place': 'point', style: { '--left': `${place.left}px`, '--bottom': `${place.bottom}px` } };
}
