import { describe, expect, test, vi } from 'vitest';

vi.mock('../../../platform/browser.ts', () => ({ browser: {} }));

import { inboxOf } from '../../../domain/inbox/inbox.ts';
import { openItem } from '../../../entrypoints/popup/inbox-places.ts';
import { front } from '../dashboard/fronts.ts';
import { NOW } from '../samples.ts';

describe('a line about a rule', () => {
  test.each(['uncertain', 'switchedOff'] as const)('leads to the rules page: %s', async (kind) => {
    const need = { kind, ruleId: 'r1', name: 'Ответ ждёт', portal: '', at: NOW, id: 'r1' };
    const [item] = inboxOf([], null, NOW, [need]).items;
    const openPlace = vi.fn(async () => 'gone' as const);
    if (!item) throw new Error('No line about the rule');
    await openItem(item, front(), openPlace);
    expect(openPlace).toHaveBeenCalledWith('#rules');
  });
});
