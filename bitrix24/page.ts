/** The page's claim about itself, parsed: the page may say anything. */
import * as v from 'valibot';

export const PageClaimSchema = v.object({
  userId: v.pipe(v.string(), v.regex(/^\d{0,12}$/)),
  language: v.pipe(v.string(), v.maxLength(10)),
  token: v.pipe(v.string(), v.maxLength(200)),
  generation: v.picklist(['v2', 'v1', 'none']),
  hasStore: v.boolean(),
  isAdministrator: v.nullable(v.boolean()),
  isConnected: v.boolean(),
});
