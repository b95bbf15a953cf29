/** What the charts of requests hear. `at` is epoch ms; null: nobody knows when. */
import type { DaysSource } from './record.ts';

type RequestEvent =
  /** Buttons and sender prove it. */
  | { type: 'request.verified' }
  /** A person says that a probable request is one, or is none. */
  | { type: 'request.confirmed' | 'request.rejected' }
  /** The message asks again. */
  | { type: 'request.returned' }
  /** It was answered, or what ends it is gone, and nobody can tell how. */
  | { type: 'answer.unclear'; at: number | null }
  /** The moment at which it began, set by a person. */
  | { type: 'start.set'; at: number };

/** States that a person may name; the ones between follow from the time. */
export type GrantCorrection = 'pending' | 'granted' | 'declined' | 'revoked' | 'ended' | 'unknown';
export type PartnerCorrection = 'pending' | 'active' | 'declined' | 'ended' | 'unknown';

export type GrantEvent =
  | RequestEvent
  /** `at`: since when it counts; `answeredAt`: when somebody agreed, if that is another moment. */
  | { type: 'access.granted'; at: number; answeredAt?: number | null; days?: number; daysSource?: DaysSource }
  | { type: 'access.declined' | 'access.revoked'; at: number | null }
  /** Only a person can say so. */
  | { type: 'access.ended'; at: number }
  | { type: 'length.set'; days: number; source: DaysSource }
  | { type: 'clock.advanced'; now: number }
  | { type: 'corrected'; to: GrantCorrection; at: number };

export type PartnerEvent =
  | RequestEvent
  | { type: 'partner.accepted'; at: number; answeredAt?: number | null }
  | { type: 'partner.declined' | 'partner.ended'; at: number | null }
  | { type: 'corrected'; to: PartnerCorrection; at: number };
