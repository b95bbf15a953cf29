import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { RuleBook } from '../../../core/rules/book.ts';
import { RuleBookRepository } from '../../../database/rule-book.ts';
import { rulesProgress } from '../../../database/rules-progress.ts';
import { LatchdeskDatabase } from '../../../database/schema.ts';
import type { Destination } from '../../../domain/rules/destination.ts';
import { MOST_RULES, type Rule } from '../../../domain/rules/rule.ts';
import type { RuleRun, RunState } from '../../../domain/rules/run.ts';
import { manualEvent } from '../../../domain/rules/timed-events.ts';
import { rule, world } from '../../domain/rules/worlds.ts';

const HOOK: Destination = {
  ...{ id: 'hook', name: 'n8n', kind: 'webhook', host: 'hooks.example', isPrivateAllowed: false },
  ...{ knowsKeys: true, agreedAt: 1, addressVersion: 1, failures: 0, restsUntil: 0 },
};
const POSTS: Partial<Rule> = { actions: [{ kind: 'webhook', destination: 'hook', note: '' }] };

let databases = 0;
let database: LatchdeskDatabase;
let repository: RuleBookRepository;
let book: RuleBook;

beforeEach(() => {
  database = new LatchdeskDatabase(`book-${++databases}`);
  repository = new RuleBookRepository(database);
  book = new RuleBook(repository);
});

const ours = (changes: Partial<Rule> = {}): Rule => ({
  ...rule({ trigger: { kind: 'manual' } }),
  id: 'a-rule',
  ...changes,
});

function run(key: string, state: RunState): RuleRun {
  return {
    ...{ key, ruleId: 'a-rule', ruleVersion: 1, ruleName: 'A rule', portal: world().view.key, actionIndex: 0, state },
    ...{ event: manualEvent(world(), key, 5), verdicts: [], skipped: null, rendered: null, attempts: [] },
    ...{ nextAt: state === 'waiting' ? 900 : null, isRepeatable: false, plannedAt: 5, changedAt: 5 },
  };
}

const states = async () => Object.fromEntries((await repository.everyRun()).map(({ key, state }) => [key, state]));

describe('a rule that is saved', () => {
  it('begins dry, and again with each new version', async () => {
    expect(await book.save(ours(), null, 10)).toBeNull();
    await book.switch('a-rule', 'on', [], 20);
    expect(await repository.get('a-rule')).toMatchObject({ state: 'on', since: 10 });
    expect(await book.save(ours({ name: 'Another name' }), 1, 30)).toBeNull();
    expect(await repository.get('a-rule')).toMatchObject({
      ...{ state: 'dry', since: 30, rule: { name: 'Another name', version: 2 } },
    });
  });

  it('is not laid over what another page has saved meanwhile', async () => {
    await book.save(ours(), null, 10);
    await book.save(ours({ name: 'Theirs' }), 1, 20);
    expect(await book.save(ours({ name: 'Mine' }), 1, 30)).toEqual({ path: 'version', problem: 'changedMeanwhile' });
    expect(await book.save(ours({ name: 'Mine' }), null, 30)).toMatchObject({ problem: 'changedMeanwhile' });
    expect((await repository.get('a-rule'))?.rule.name).toBe('Theirs');
  });

  it('is refused beyond the most that are kept', async () => {
    for (let index = 0; index < MOST_RULES; index += 1) await book.save(ours({ id: `rule-${index}` }), null, 1);
    expect(await book.save(ours(), null, 2)).toEqual({ path: '', problem: 'tooManyRules' });
    await book.take(ours(), 2);
    expect(await repository.get('a-rule')).toBeUndefined();
  });

  it('follows the journal from its present end on', async () => {
    await database.journal.add({ at: 1, kind: 'dialog.opened', chatId: 1, portal: world().view.key });
    await book.save(ours(), null, 10);
    expect(await rulesProgress(database)).toEqual({ cursor: 1, isPaused: false });
  });
});

describe('a rule that is switched', () => {
  it('on needs its destinations, agreed to and of the right kind', async () => {
    await book.save(ours(POSTS), null, 10);
    const other: Destination = { ...HOOK, kind: 'portal' };
    for (const destinations of [[], [{ ...HOOK, agreedAt: null }], [other]]) {
      expect(await book.switch('a-rule', 'on', destinations, 20)).toBe(false);
    }
    expect((await book.cards([]))[0]).toMatchObject({ state: 'dry', missing: ['hook'] });
    expect(await book.switch('a-rule', 'on', [HOOK], 30)).toBe(true);
    expect((await book.cards([HOOK]))[0]).toMatchObject({ state: 'on', missing: [] });
  });

  it('off gives up what it has planned, and leaves what nobody knows of to a person', async () => {
    await book.save(ours(), null, 10);
    await book.switch('a-rule', 'on', [], 20);
    await database.runs.bulkPut([run('a', 'planned'), run('b', 'waiting'), run('c', 'uncertain'), run('d', 'done')]);
    await book.switch('a-rule', 'off', [], 40);
    expect(await states()).toEqual({ a: 'skipped', b: 'skipped', c: 'uncertain', d: 'done' });
    const [first] = await repository.runs('a-rule', null, 1);
    expect(await database.runs.get('b')).toMatchObject({ skipped: 'givenUp', nextAt: null, changedAt: 40 });
    expect(first).toBeDefined();
    expect(await repository.get('a-rule')).toMatchObject({ offBecause: 'person' });
  });

  it('on again looks at nothing that happened while it was off', async () => {
    await book.save(ours(), null, 10);
    await book.switch('a-rule', 'off', [], 20);
    await book.switch('a-rule', 'on', [], 50);
    expect(await repository.get('a-rule')).toMatchObject({ state: 'on', offBecause: null, since: 50 });
  });
});

describe('a rule that is removed', () => {
  it('leaves its runs in sight, and starts nothing more', async () => {
    await book.save(ours(), null, 10);
    await database.runs.bulkPut([run('a', 'waiting'), run('b', 'done')]);
    await book.remove('a-rule', 20);
    expect(await repository.all()).toEqual([]);
    expect(await states()).toEqual({ a: 'skipped', b: 'done' });
  });
});

it('a card counts what became of the runs', async () => {
  await book.save(ours(), null, 10);
  await database.runs.bulkPut([run('a', 'waiting'), run('b', 'done'), run('c', 'skipped'), run('d', 'uncertain')]);
  expect((await book.cards([]))[0]).toMatchObject({
    counts: { done: 1, dry: 0, failed: 0, uncertain: 1, waiting: 1, skipped: 1 },
    lastRunAt: 5,
  });
});
