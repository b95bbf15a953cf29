import { describe, expect, test } from 'vitest';
import { databaseTrouble } from '../../domain/database-trouble.ts';

const error = (name: string, message = '') => Object.assign(new Error(message), { name });

describe('the storage is in trouble when', () => {
  test.each([
    ['an answer says so', { trouble: 'database', reason: 'quota' }, 'quota'],
    ['an answer says so without a reason that is known', { trouble: 'database', reason: 'tired' }, 'other'],
    [
      'a later version wrote it',
      error('Error', 'The database has version 6, this Latchdesk knows 5: install'),
      'newer',
    ],
    ['there is no room', error('AbortError', 'QuotaExceededError: the disk is full'), 'quota'],
    ['another window holds it', error('Error', 'The database is blocked by another connection'), 'blocked'],
    ['it was closed', error('DatabaseClosedError', 'Database has been closed'), 'gone'],
    ['it cannot be opened', error('Error', 'OpenFailedError UnknownError Internal error'), 'gone'],
  ] as const)('%s', (_name, told, trouble) => {
    expect(databaseTrouble(told)).toBe(trouble);
  });
});

describe('the storage is not blamed for', () => {
  test.each([
    ['nothing', null],
    ['an answer', { lines: [] }],
    ['another trouble', { trouble: 'network', reason: 'gone' }],
    [
      'a background that does not answer',
      error('Error', 'Could not establish connection. Receiving end does not exist.'),
    ],
    ['a text', 'QuotaExceededError'],
  ])('%s', (_name, told) => {
    expect(databaseTrouble(told)).toBeNull();
  });
});
