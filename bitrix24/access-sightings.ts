/** Which of the messages that were read are told to the background, and what of them. */
import type { PortalFacts } from '../domain/access/classify.ts';
import type { AccessMessage } from '../domain/access/message.ts';
import { sight } from '../domain/access/sight.ts';
import { type Carrier, MOST_SIGHTINGS, type Sighting } from '../domain/access/verdict.ts';
import type { PortalUser, ReadMessage } from './access-shapes.ts';
import type { ChatHistory } from './chat-history.ts';

export interface Facts {
  portal: Omit<PortalFacts, 'bots'>;
  users: ReadonlyMap<string, PortalUser>;
  /** Support dialogs other than the main one. */
  questionIds: ReadonlySet<number>;
  /** Messages of requests that the background follows. */
  known: ReadonlySet<number>;
}

/** The sightings worth telling, the most important ones first to stay when there are too many. */
export function sightingsOf(
  histories: Iterable<ChatHistory>,
  notifications: readonly AccessMessage[],
  { portal, users, questionIds, known }: Facts,
): { sightings: Sighting[]; isCut: boolean } {
  const bots = new Map([...users].flatMap(([id, { bot }]) => (bot ? [[id, bot] as const] : [])));
  const facts = { ...portal, bots };
  const told = notifications
    .map((message) => sight(message, facts))
    .filter(({ verdict }) => verdict.kind !== 'nothing');
  for (const history of histories) {
    const kind = chatKindOf(history.carrier, questionIds);
    const messages = [...history.messages.values()].sort((a, b) => a.id - b.id);
    const seen = messages
      .filter(({ isDeleted }) => !isDeleted)
      .map((message) => sight(withAuthor({ ...message, chatKind: kind }, users), facts));
    told.push(...worthTelling(seen, history, known));
  }
  const weight = (sighting: Sighting) => (known.has(sighting.messageId) ? 3 : weightOf(sighting));
  const sorted = told.map((sighting) => ({ sighting, weight: weight(sighting) })).sort((a, b) => b.weight - a.weight);
  return {
    sightings: sorted.slice(0, MOST_SIGHTINGS).map(({ sighting }) => sighting),
    isCut: sorted.length > MOST_SIGHTINGS,
  };
}

const isRequest = ({ verdict: { kind } }: Sighting): boolean =>
  kind !== 'nothing' && kind !== 'hint' && kind !== 'lookalike';

const weightOf = (sighting: Sighting): number =>
  isRequest(sighting) ? 2 : sighting.verdict.kind === 'lookalike' ? 0 : 1;

/** An answer in words: the vendor's, or a notice. Words of a request before it give it a meaning. */
const isAnswer = ({ says, sender }: Sighting): boolean =>
  says !== null && says !== 'requested' && (sender.isVerified || sender.kind === 'notice');

function worthTelling(seen: readonly Sighting[], history: ChatHistory, known: ReadonlySet<number>): Sighting[] {
  let isAfterRequest = false;
  return seen.filter((sighting) => {
    const { messageId, verdict } = sighting;
    const isNew = history.isNew(messageId);
    const isTold =
      known.has(messageId) ||
      // An older message may have been changed into a request; a warning or a hint is told once.
      isRequest(sighting) ||
      (isNew && verdict.kind !== 'nothing') ||
      (isAfterRequest && isAnswer(sighting));
    isAfterRequest ||= known.has(messageId) || isRequest(sighting) || (isNew && verdict.kind === 'hint');
    return isTold;
  });
}

function chatKindOf({ dialogId, chatId, kind }: Carrier, questionIds: ReadonlySet<number>): AccessMessage['chatKind'] {
  if (!dialogId.startsWith('chat')) return 'private';
  if (kind === 'notifier') return 'notifier';
  return questionIds.has(chatId) ? 'question' : 'other';
}

function withAuthor({ authorId, ...message }: ReadMessage, users: ReadonlyMap<string, PortalUser>): AccessMessage {
  const user = users.get(authorId);
  return { ...message, author: { id: authorId, name: user?.name ?? '', bot: user?.bot ?? null } };
}
