/** Messages that tell of an answer or of an end without being the request: «access was granted». */
import { isAnswerWord, type RequestRecord } from './evidence.ts';
import { type AccessRecord, DAY } from './record.ts';
import type { Sighting } from './verdict.ts';

/** How long words may still explain an answer that nobody understood. */
const EXPLAINED_WITHIN = 30 * DAY;

/** The notices that can only mean this record, the oldest first: it is the one before them in their chat. */
export function noticesFor(
  record: RequestRecord,
  records: readonly AccessRecord[],
  sightings: readonly Sighting[],
): Sighting[] {
  return sightings
    .filter((sighting) => isNotice(sighting) && isMeantBy(sighting, record))
    .filter((sighting) => records.every((other) => other.id === record.id || !isMeantBy(sighting, other)))
    .sort((a, b) => a.messageId - b.messageId);
}

/** Only the vendor's bots and the portal itself are believed, and only messages without buttons. */
const isNotice = ({ carrier, says, keyboard, sender, verdict }: Sighting) =>
  carrier === 'message' &&
  isAnswerWord(says) &&
  keyboard === 'none' &&
  (sender.isVerified || sender.kind === 'notice') &&
  (verdict.kind === 'hint' || verdict.kind === 'nothing');

function isMeantBy(notice: Sighting, record: AccessRecord): boolean {
  if (record.kind !== 'vendor' && record.kind !== 'partner') return false;
  const isPast = record.state === 'declined' || record.state === 'revoked' || record.state === 'ended';
  const isForgotten = record.state === 'unknown' && notice.sentAt - record.requestedAt > EXPLAINED_WITHIN;
  const stoodBefore = record.copies.some(
    ({ carrier, chatId, messageId }) =>
      carrier === 'message' && chatId === notice.chatId && messageId < notice.messageId,
  );
  return stoodBefore && !isPast && !isForgotten;
}
