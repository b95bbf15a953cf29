/** Runs and rules as a background that ended in the middle of its work has left them, written straight into the database. */
import type { RuleRow } from '../../domain/rules/rule.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import { openOwn } from './own-pages.ts';
import { ruleOf } from './rule-pages.ts';
import type { Workplace } from './workplace.ts';

/** Puts rows into a table, over those with the same key. */
async function putRows(workplace: Workplace, table: 'rules' | 'runs', rows: readonly object[]): Promise<void> {
  // A document of the extension in which nothing of it runs.
  const still = await openOwn(workplace, 'icon/16.png');
  await still.evaluate(
    async ([name, all]) => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('latchdesk');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const transaction = database.transaction(name, 'readwrite');
      for (const row of all) transaction.objectStore(name).put(row);
      await new Promise<void>((resolve, reject) => {
        transaction.oncomplete = () => resolve();
        transaction.onerror = () => reject(transaction.error);
      });
      database.close();
    },
    [table, rows] as const,
  );
  await still.close();
}

export const writeRun = (workplace: Workplace, run: RuleRun): Promise<void> => putRows(workplace, 'runs', [run]);
export const writeRule = (workplace: Workplace, row: RuleRow): Promise<void> => putRows(workplace, 'rules', [row]);

/** A task that had left when the background ended; `changes` are laid over it. */
export function runOf(portal: string, changes: Partial<RuleRun> = {}): RuleRun {
  const at = Date.now() - 60_000;
  const { id, name } = ruleOf();
  const action = { kind: 'task', through: 'session', title: 'Проверить доступ', text: 'До пятницы', deadlineDays: 1 };
  const fields = { title: action.title, description: action.text, creatorId: 1, responsibleId: 1 };
  return {
    ...{ key: 'a'.repeat(64), ruleId: id, ruleVersion: 1, ruleName: name, portal },
    event: {
      ...{ id: `${portal} manual portal 1`, kind: 'manual', portal, object: 'portal', version: '1' },
      ...{ at, facts: { 'portal.name': 'demo.bitrix24.ru' } },
    },
    ...{ actionIndex: 0, state: 'running', verdicts: [], skipped: null },
    rendered: { action, body: JSON.stringify({ fields }), goesTo: 'demo.bitrix24.ru' } as RuleRun['rendered'],
    ...{ attempts: [], nextAt: null, isRepeatable: false, plannedAt: at, changedAt: at },
    ...changes,
  };
}

/** A rule as it is kept after it has switched itself off. */
export function failedRule(changes: Partial<RuleRow> = {}): RuleRow {
  const rule = ruleOf();
  const at = Date.now() - 60_000;
  return {
    ...{ id: rule.id, rule, state: 'off', offBecause: 'failures', failures: 5 },
    ...{ since: at, changedAt: at, scheduledUpTo: null },
    ...changes,
  };
}
