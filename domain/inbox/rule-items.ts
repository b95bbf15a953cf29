/** What of rules needs a person: one line for each rule and portal, however many actions are in doubt. */
import type { RuleNeed } from '../rules/view.ts';
import type { InboxItem, InboxReason } from './item.ts';

/** The items of rules, in no particular order. */
export function ruleItemsOf(needs: readonly RuleNeed[]): InboxItem[] {
  const groups = new Map<string, RuleNeed[]>();
  for (const need of needs) {
    const place = [need.kind, need.ruleId, need.portal].join('|');
    groups.set(place, [...(groups.get(place) ?? []), need]);
  }
  return [...groups].map(([place, group]) => itemOf(place, group));
}

/** Since the oldest of them; another one that comes to it is news. */
function itemOf(place: string, group: readonly RuleNeed[]): InboxItem {
  const newest = group.reduce((best, each) => (each.at > best.at ? each : best));
  const at = Math.min(...group.map((each) => each.at));
  const { portal } = newest;
  return { id: `rule|${place}|${newest.id}`, portal, host: hostOf(portal), at, reason: reasonOf(newest, group.length) };
}

const reasonOf = ({ kind, ruleId, name }: RuleNeed, count: number): InboxReason =>
  kind === 'uncertain' ? { kind: 'ruleUncertain', ruleId, name, count } : { kind: 'ruleOff', ruleId, name };

/** Of `${origin}|${userId}`; empty for a rule that is not about one portal. */
function hostOf(portal: string): string {
  const [origin = ''] = portal.split('|');
  return URL.canParse(origin) ? new URL(origin).host : '';
}
