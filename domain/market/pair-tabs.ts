/** Which tab after a reinstall is which tab before it: their numbers do not tell. */
import { looksSame } from './names.ts';
import type { TabRecord } from './record.ts';

export interface TabPairs {
  pairs: { before: TabRecord; after: TabRecord }[];
  missing: TabRecord[];
  added: TabRecord[];
}

/**
 * Pairs the tabs of one type of card: by number, then by title. One that is left over on both sides is the same with
 * another title, since a reinstall takes back the names users gave; of several, nobody can tell which is which.
 */
export function pairTabs(before: readonly TabRecord[], after: readonly TabRecord[]): TabPairs {
  const pairs: TabPairs['pairs'] = [];
  const missing = [...before];
  const added = [...after];
  const take = (isSame: (one: TabRecord, other: TabRecord) => boolean) => {
    for (const one of [...missing]) {
      const other = added.find((each) => isSame(one, each));
      if (!other) continue;
      pairs.push({ before: one, after: other });
      missing.splice(missing.indexOf(one), 1);
      added.splice(added.indexOf(other), 1);
    }
  };
  take((one, other) => one.placementId === other.placementId);
  // "ChatApp" is the beginning of "ChatApp Dialog" only where a title was cut, so whole titles go first.
  take((one, other) => one.title === other.title);
  take((one, other) => looksSame(one.title, other.title));
  if (missing.length === 1 && added.length === 1) take(() => true);
  return { pairs, missing, added };
}
