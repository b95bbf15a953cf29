/** Fields as the portal really sends them: numbers as strings, PHP arrays for empty objects, dates or null. */
import * as v from 'valibot';

/** A positive id, sent as a number or a numeric string. */
export const Id = v.pipe(
  v.union([v.number(), v.string()]),
  v.transform(Number),
  v.integer(),
  v.minValue(1),
  v.maxValue(999_999_999_999_999),
);

/** A whole number, possibly negative, sent as a number or a numeric string. */
export const Count = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^-?\d+$/))]),
  v.transform(Number),
  v.integer(),
);

/** A number of messages. */
export const UnreadCount = v.pipe(Count, v.minValue(0));

/** `chatN` or a user id; private dialogs come as numbers, too. */
export const DialogId = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform(String),
  v.regex(/^(chat)?[1-9]\d{0,14}$/),
);

export const Status = v.picklist(['new', 'open', 'close']);

/** An ISO date as epoch ms; null when absent, empty, before 1970 or not a date. */
export const MomentOrNull = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => {
      const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
      return at >= 0 ? at : null;
    }),
  ),
  null,
);

/** Characters of a title that are kept. */
export const LONGEST_TITLE = 400;

/** A title cut to a sane length; null when there is none. Markup stays text. */
export const TitleOrNull = v.optional(
  v.pipe(
    v.unknown(),
    v.transform((value) => (typeof value === 'string' && value.trim() ? value.trim().slice(0, LONGEST_TITLE) : null)),
  ),
  null,
);
