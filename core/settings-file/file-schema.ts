/** What each part of a settings file may be. */
import * as v from 'valibot';
import { LONGEST_ACCESS, LONGEST_NAME, LONGEST_REASON } from '../../domain/access/record.ts';
import {
  LONGEST_ALIAS,
  LONGEST_NOTE,
  LONGEST_TAG,
  LONGEST_TICKET,
  LONGEST_URL,
  MOST_TAGS,
} from '../../domain/notes.ts';
import { cleanLabel, PORTAL_COLOURS, type PortalColour } from '../../domain/portals/known-portal.ts';
import { FILE_FORMAT, type FileNote } from '../../domain/settings-file/file.ts';
import {
  FILE_GRANT_STATES,
  FILE_INTEGRATOR_STATES,
  FILE_PARTNER_STATES,
  type FileRecord,
} from '../../domain/settings-file/register.ts';

/** The last moment that a date can be. */
const LAST_MOMENT = 8.64e15;

const text = (longest: number) => v.pipe(v.string(), v.maxLength(longest));
const Moment = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_MOMENT));
const MomentOrNull = v.nullable(Moment);
const ChatId = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1e15));
const UserId = v.pipe(v.string(), v.regex(/^\d{1,12}$/));
/** An origin and nothing after it, as the browser writes one. */
const Address = v.pipe(
  text(300),
  v.check((address) => /^https?:/.test(address) && URL.canParse(address) && new URL(address).origin === address),
);

export const Chip = v.object({
  edge: v.picklist(['left', 'right']),
  offset: v.pipe(v.number(), v.minValue(0), v.maxValue(100)),
  isHidden: v.boolean(),
});
export const Look = v.object({
  label: v.pipe(text(200), v.transform(cleanLabel)),
  colour: v.picklist(Object.keys(PORTAL_COLOURS) as PortalColour[]),
});

export const Note: v.GenericSchema<unknown, FileNote> = v.object({
  chatId: ChatId,
  alias: text(LONGEST_ALIAS),
  tags: v.pipe(v.array(text(LONGEST_TAG)), v.maxLength(MOST_TAGS)),
  text: text(LONGEST_NOTE),
  taskUrl: v.union([v.literal(''), v.pipe(text(LONGEST_URL), v.url(), v.regex(/^https?:/i))]),
  ticket: text(LONGEST_TICKET),
});

const COMMON = {
  id: v.pipe(v.string(), v.regex(/^[\w:-]{1,80}$/)),
  requestedAt: Moment,
  answeredAt: MomentOrNull,
  endedAt: MomentOrNull,
  answerer: text(LONGEST_NAME),
  ticket: text(LONGEST_TICKET),
  reason: text(LONGEST_REASON),
};
const Name = text(LONGEST_NAME);
export const RegisterEntry: v.GenericSchema<unknown, FileRecord> = v.variant('kind', [
  v.object({
    ...COMMON,
    kind: v.literal('vendor'),
    state: v.picklist(FILE_GRANT_STATES),
    days: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(LONGEST_ACCESS)),
    startsAt: MomentOrNull,
    chatId: v.nullable(ChatId),
  }),
  v.object({
    ...COMMON,
    kind: v.literal('partner'),
    state: v.picklist(FILE_PARTNER_STATES),
    name: Name,
    startsAt: MomentOrNull,
  }),
  v.object({
    ...COMMON,
    kind: v.literal('integrator'),
    state: v.picklist(FILE_INTEGRATOR_STATES),
    name: Name,
    userId: v.pipe(v.string(), v.regex(/^\d{0,12}$/)),
    since: Moment,
    isSinceKnown: v.boolean(),
    reviewedAt: Moment,
  }),
]);

/** Whom a part of the file is about. */
export const PortalHead = v.object({
  address: Address,
  prefix: v.optional(v.pipe(v.string(), v.regex(/^\/(?:[\w~-][\w.~-]{0,60}\/){0,5}$/)), '/'),
  userId: v.optional(v.nullable(UserId), null),
});

/** The file itself; its parts are parsed one by one. */
export const Frame = v.object({
  format: v.literal(FILE_FORMAT),
  schema: v.pipe(v.number(), v.integer(), v.minValue(1)),
  savedAt: v.optional(v.unknown()),
  preferences: v.optional(v.unknown()),
  portals: v.optional(v.array(v.unknown()), []),
});
