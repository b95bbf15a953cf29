/**
 * What of the explanation is on show, as the address tells it: `e10` one employee, `e10,3` on the line 3, `w3` who can
 * start on the line 3, `c10,11` two employees side by side, `c10,11,3` on a line. What is still to be chosen is left out.
 */
import type { ExplainerView } from '../../../domain/explainer-text.ts';

export type ExplainerPlace =
  | { view: 'employee'; employee: string | null; line: string | null }
  | { view: 'line'; line: string | null }
  | { view: 'compare'; first: string | null; second: string | null; line: string | null };

/** What each view gets. */
export interface AreaProps<V extends ExplainerView> {
  place: Extract<ExplainerPlace, { view: V }>;
  onMove: (place: ExplainerPlace) => void;
}

const PLACE = /^([ewc])((?:[\w-]{0,20},){0,2}[\w-]{0,20})$/;

/** Whatever cannot be understood is the list of employees. */
export function parseExplainerPlace(detail: string | null): ExplainerPlace {
  const [, kind, rest = ''] = PLACE.exec(detail ?? '') ?? [];
  const [one = null, two = null, three = null] = rest.split(',').map((part) => part || null);
  if (kind === 'w') return { view: 'line', line: one };
  if (kind === 'c') return { view: 'compare', first: one, second: two, line: three };
  return { view: 'employee', employee: kind === 'e' ? one : null, line: kind === 'e' ? two : null };
}

/** The same as part of the address; null where there is nothing to say. */
export function explainerDetail(place: ExplainerPlace): string | null {
  if (place.view === 'line') return `w${place.line ?? ''}`;
  if (place.view === 'compare') return `c${joined(place.first, place.second, place.line)}`;
  return place.employee === null && place.line === null ? null : `e${joined(place.employee, place.line)}`;
}

const joined = (...parts: readonly (string | null)[]): string =>
  parts
    .map((part) => part ?? '')
    .join(',')
    .replace(/,+$/, '');
