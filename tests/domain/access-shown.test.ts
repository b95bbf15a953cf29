import { describe, expect, test } from 'vitest';
import { bannerOf } from '../../domain/access/banner.ts';
import type { GrantRecord } from '../../domain/access/record.ts';
import { showingOf, withShowing } from '../../domain/access/shown.ts';
import { grant } from '../components/access/samples.ts';
import { DAY, NOW } from '../components/samples.ts';

const record = (changes: Partial<GrantRecord> = {}): GrantRecord => {
  const { banner: _banner, dialogName: _name, isFolded: _folded, isAnnounced: _announced, ...shown } = grant(changes);
  return { ...shown, told: [], signIns: null, ...changes };
};
const ending = record({ state: 'ending', startsAt: NOW - 18 * DAY, endsAt: NOW + 3 * DAY, isReasonAsked: true });

describe('how a banner is shown', () => {
  test('is remembered, each for itself', () => {
    const folded = withShowing(record(), 'request', 'folded');
    expect(showingOf(folded, 'request')).toEqual({ isFolded: true, isAnnounced: false });
    expect(showingOf(withShowing(folded, 'request', 'announced'), 'request')).toEqual({
      isFolded: true,
      isAnnounced: true,
    });
    expect(showingOf(withShowing(folded, 'request', 'unfolded'), 'request').isFolded).toBe(false);
  });

  test('is forgotten when there is something else to say', () => {
    const folded = withShowing(ending, 'ending', 'folded');
    expect(bannerOf(folded, NOW)).toBe('ending');
    expect(showingOf(folded, 'overdue').isFolded).toBe(false);
    expect(showingOf({ ...folded, endsAt: NOW + 4 * DAY }, 'ending').isFolded).toBe(false);
    expect(showingOf(folded, null)).toEqual({ isFolded: false, isAnnounced: false });
  });

  test('changes nothing twice', () => {
    const once = withShowing(ending, 'ending', 'announced');
    expect(withShowing(once, 'ending', 'announced')).toBe(once);
    expect(withShowing(ending, 'ending', 'unfolded')).toBe(ending);
  });
});
