/** What a tab's look for requests of access may say, parsed in the background. */
import * as v from 'valibot';
import { LONGEST_ACCESS, LONGEST_NAME } from '../domain/access/record.ts';
import { MOST_SIGHTINGS } from '../domain/access/verdict.ts';

const Id = v.pipe(v.number(), v.integer(), v.minValue(1));
const Moment = v.pipe(v.number(), v.minValue(0));
const DialogId = v.pipe(v.string(), v.regex(/^((chat)?[1-9]\d{0,14}|notify)$/));
const Name = v.pipe(v.string(), v.maxLength(LONGEST_NAME));

const MOST_CARRIERS = 20;

const BECAUSE = [
  'accessCommand',
  'partnerCommand',
  'senderVerified',
  'senderUnverified',
  'senderIsApplication',
  'senderIsPerson',
  'buttonsOfAnotherBot',
  'nameImitates',
  'mixedLetters',
  'textAsksForAccess',
  'unknownCommands',
  'confirmNotification',
  'onlyRevokeButton',
] as const;

const Sighting = v.object({
  carrier: v.picklist(['message', 'notification']),
  messageId: Id,
  chatId: v.pipe(v.number(), v.integer(), v.minValue(0)),
  dialogId: DialogId,
  sentAt: Moment,
  verdict: v.object({
    kind: v.picklist([
      'request',
      'revocable',
      'partnerRequest',
      'partnerActive',
      'probable',
      'hint',
      'lookalike',
      'nothing',
    ]),
    confidence: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
    because: v.pipe(v.array(v.picklist(BECAUSE)), v.maxLength(BECAUSE.length)),
  }),
  sender: v.object({
    kind: v.picklist(['support', 'assistant', 'notifier', 'bot', 'person', 'notice']),
    id: v.pipe(v.string(), v.maxLength(80)),
    name: Name,
    isVerified: v.boolean(),
  }),
  keyboard: v.picklist(['answers', 'revoke', 'other', 'none']),
  says: v.nullable(v.picklist(['requested', 'granted', 'denied', 'ended'])),
  tone: v.nullable(v.picklist(['positive', 'negative'])),
  days: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_ACCESS))),
  unbelievedDays: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
  answers: v.nullable(v.pipe(v.array(v.picklist(['allow', 'deny'])), v.maxLength(10), v.readonly())),
  asksForPassword: v.boolean(),
  namesOutsideAddress: v.boolean(),
  ticket: v.nullable(v.pipe(v.string(), v.regex(/^\d{1,20}$/))),
  partnerName: Name,
  unknownCommands: v.pipe(v.array(v.pipe(v.string(), v.maxLength(80))), v.maxLength(20), v.readonly()),
});

const Pair = v.tuple([Id, Id]);

export const AccessReadingSchema = v.object({
  carriers: v.nullable(
    v.pipe(
      v.array(
        v.object({
          dialogId: DialogId,
          chatId: Id,
          kind: v.picklist(['support', 'assistant', 'notifier', 'suspect']),
        }),
      ),
      v.maxLength(MOST_CARRIERS),
      v.readonly(),
    ),
  ),
  hasNotifications: v.boolean(),
  sightings: v.pipe(v.array(Sighting), v.maxLength(MOST_SIGHTINGS), v.readonly()),
  gone: v.pipe(v.array(v.object({ chatId: Id, messageId: Id })), v.maxLength(MOST_SIGHTINGS), v.readonly()),
  readUpTo: v.pipe(v.array(Pair), v.maxLength(MOST_CARRIERS), v.readonly()),
  hasMore: v.boolean(),
  failure: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  userName: Name,
});

const MOST_SIGN_INS = 500;

/** What a tab read in the portal's event log. */
export const SignInsAnswer = v.object({
  at: Moment,
  from: Moment,
  until: Moment,
  state: v.picklist(['read', 'notAvailable', 'refused', 'failed']),
  rows: v.pipe(
    v.array(
      v.object({
        at: Moment,
        userId: v.pipe(v.string(), v.maxLength(20)),
        name: Name,
        address: v.pipe(v.string(), v.maxLength(60)),
        account: v.picklist(['employee', 'unlisted', 'unknown']),
      }),
    ),
    v.maxLength(MOST_SIGN_INS),
  ),
  isCut: v.boolean(),
});
