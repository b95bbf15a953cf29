/** Where a frame is, in the words of the note. */
import type { NotePlace } from '../../domain/market/note.ts';
import type { FramePlace } from '../market-side.ts';

/** The page of a frame as the note needs it; null where the page is none of those that matter. */
export function notePlaceOf(place: FramePlace | null): NotePlace | null {
  if (!place?.page) return null;
  const { page } = place;
  const generation = 'generation' in page ? page.generation : null;
  return { page: page.page, generation, isOfApplication: place.isOfApplication };
}
