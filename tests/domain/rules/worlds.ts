/** Worlds and rules that tests of rules are made from. */
import type { SlotsEntry } from '../../../domain/journal.ts';
import type { Rule, Trigger } from '../../../domain/rules/rule.ts';
import type { RuleWorld } from '../../../domain/rules/world.ts';
import type { PortalView } from '../../../domain/view.ts';
import { DEFAULT_WORKING_TIME } from '../../../domain/working-time.ts';
import { NOW, portal } from '../../components/samples.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const PORTAL = 'https://demo.bitrix24.ru|1';

/** A portal that was read just now, three of five dialogs open. */
export const world = (view: Partial<PortalView> = {}, others: Parameters<typeof portal>[0] = {}): RuleWorld => ({
  view: portal({ ...others, view: { register: { items: [], readAt: NOW, presetDays: 21 }, ...view } }),
  workingTime: { ...DEFAULT_WORKING_TIME, timeZone: 'UTC' },
});

/** A count against limits that the portal told. */
export const counted = (
  before: { used: number; max: number | null } | null | undefined,
  used: number,
  max: number | null = 5,
): SlotsEntry => ({
  ...{ at: NOW, kind: 'slots.counted', used, max, isTold: true },
  ...(before !== undefined && { before: before && { ...before, isTold: true } }),
});

export const rule = (changes: Partial<Rule> = {}): Rule => ({
  schema: 1,
  id: 'a-rule',
  name: 'A rule',
  version: 1,
  portals: 'all',
  trigger: { kind: 'manual' },
  conditions: { match: 'all', list: [] },
  actions: [{ kind: 'journal', text: 'x' }],
  cooldown: { minutes: 0, per: 'rule' },
  workingHours: 'any',
  mode: 'single',
  caps: { runsPerHour: 20 },
  ...changes,
});

export const waits = (hours: number): Trigger => ({ kind: 'answer.waits', hours });
