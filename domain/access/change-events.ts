/** What a finding is to the record's chart. */
import type { GrantEvent, PartnerEvent } from './chart-events.ts';
import type { Finding, RequestRecord } from './evidence.ts';
import { type GrantRecord, isOpenRequest } from './record.ts';
import type { Sighting } from './verdict.ts';

/** A length that the message names counts until somebody has entered another, and while the request is open. */
export function lengthEvents(record: GrantRecord, { days }: Sighting): GrantEvent[] {
  const isNews = days !== null && (days !== record.days || record.daysSource !== 'parsed');
  if (!isNews || !isOpenRequest(record) || record.daysSource === 'entered') return [];
  return [{ type: 'length.set', days, source: 'parsed' }];
}

/** The events of the chart `access-grant`. */
export function grantEvents(record: GrantRecord, finding: Finding): GrantEvent[] {
  const at = finding.isMomentKnown ? finding.at : null;
  switch (finding.kind) {
    case 'granted': {
      const isNamed = finding.days !== null && record.daysSource !== 'entered';
      const length = isNamed ? { days: finding.days as number, daysSource: 'parsed' as const } : {};
      return [{ type: 'access.granted', at: finding.at, answeredAt: at, ...length }];
    }
    case 'declined':
      return [{ type: 'access.declined', at }];
    case 'ended':
      return [{ type: 'access.revoked', at }];
    default:
      return requestEvents(record, finding);
  }
}

/** The events of the chart `partner-request`. */
export function partnerEvents(record: RequestRecord, finding: Finding): PartnerEvent[] {
  const at = finding.isMomentKnown ? finding.at : null;
  switch (finding.kind) {
    case 'granted':
      return [{ type: 'partner.accepted', at: finding.at, answeredAt: at }];
    case 'declined':
      return [{ type: 'partner.declined', at }];
    case 'ended':
      return [{ type: 'partner.ended', at }];
    default:
      return requestEvents(record, finding);
  }
}

function requestEvents(record: RequestRecord, { kind, isMomentKnown, at }: Finding) {
  switch (kind) {
    case 'verified':
      return [{ type: 'request.verified' as const }];
    case 'returned':
      return [{ type: 'request.returned' as const }];
    case 'unclear':
      return [{ type: 'answer.unclear' as const, at: isMomentKnown ? at : null }];
    default:
      // The message of an open request went away: nobody can tell whether it was answered.
      return isOpenRequest(record) ? [{ type: 'answer.unclear' as const, at: null }] : [];
  }
}
