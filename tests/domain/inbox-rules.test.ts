import { describe, expect, it } from 'vitest';
import { inboxBadge } from '../../domain/inbox/badge.ts';
import { inboxOf } from '../../domain/inbox/inbox.ts';
import { restUntilTomorrow } from '../../domain/inbox/rest.ts';
import { leadOf } from '../../domain/inbox/sentences.ts';
import type { RuleNeed } from '../../domain/rules/view.ts';
import { grant, HOUR, MINUTE, NOW, portal, withAccess } from '../components/samples.ts';

const FREE = portal();
const need = (changes: Partial<RuleNeed> = {}): RuleNeed => ({
  ...{ kind: 'uncertain', ruleId: 'r1', name: 'Ответ ждёт', portal: FREE.key, at: NOW - HOUR, id: 'run-1' },
  ...changes,
});
const OFF = need({ kind: 'switchedOff', portal: '', id: 'r1' });
const items = (...needs: RuleNeed[]) => inboxOf([FREE], null, NOW, needs).items;

describe('rules in the inbox', () => {
  it('have one line for each rule and portal, however many actions are in doubt, since the oldest', () => {
    const found = items(need(), need({ id: 'run-2', at: NOW - 2 * HOUR }), need({ id: 'run-3', ruleId: 'r2' }));
    expect(found.map(({ reason, at, host }) => ({ reason, at, host }))).toEqual([
      {
        reason: { kind: 'ruleUncertain', ruleId: 'r1', name: 'Ответ ждёт', count: 2 },
        at: NOW - 2 * HOUR,
        host: FREE.host,
      },
      { reason: expect.objectContaining({ ruleId: 'r2', count: 1 }), at: NOW - HOUR, host: FREE.host },
    ]);
  });

  it('are news again when another action is in doubt', () => {
    const [before] = items(need());
    const [after] = items(need(), need({ id: 'run-2', at: NOW - MINUTE }));
    expect(after?.id).not.toBe(before?.id);
    expect(items(need())[0]?.id).toBe(before?.id);
  });

  it('that switched themselves off are of no portal', () => {
    expect(items(OFF)).toMatchObject([{ portal: '', host: '', reason: { kind: 'ruleOff', name: 'Ответ ждёт' } }]);
  });

  it('come after what is about access, and before what only waits', () => {
    const waits = withAccess([grant(-2, { banner: 'overdue' })]);
    const kinds = inboxOf([waits], null, NOW, [OFF, need()]).items.map(({ reason }) => reason.kind);
    expect(kinds).toEqual(['overdue', 'ruleUncertain', 'ruleOff']);
  });

  it('rest with everything else', () => {
    const rest = restUntilTomorrow(items(need()), NOW);
    expect(inboxOf([FREE], rest, NOW, [need()])).toMatchObject({ items: [], restingCount: 1 });
  });

  it('lead to the rules, also where nothing may be changed', () => {
    for (const { reason } of items(need(), OFF))
      expect([leadOf(reason, false), leadOf(reason, true)]).toEqual(['rules', 'rules']);
  });

  it('are left out of a front that was kept before there were any', () => {
    expect(inboxOf([FREE], null, NOW, undefined).items).toEqual([]);
  });
});

describe('the badge', () => {
  it('takes the tone of a rule in doubt, and counts it on several portals', () => {
    const other = portal({ view: { key: 'https://b.bitrix24.ru|1', host: 'b.bitrix24.ru' } });
    expect(inboxBadge([FREE], items(need()))).toMatchObject({ tone: 'warning' });
    expect(inboxBadge([FREE, other], items(need(), OFF))).toMatchObject({ text: '2', tone: 'warning' });
  });
});
