import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ChatAppReadingSchema } from '../../bitrix24/chatapp-schema.ts';
import type { ChatAppReading } from '../../domain/chatapp/book.ts';
import { numbers } from './chatapp-portal.ts';

const AT = 1_000;
const read = <T>(value: T) => ({ from: 'read' as const, value, at: AT });
const nowhere = (why: 'notRead' | 'notAvailable') => ({ from: 'nowhere' as const, why });
const person = (id: number) => ({ id: String(id), name: `Мария Петрова ${id}`, departments: [String(1 + (id % 300))] });
const unit = (id: number) => ({
  ...{ id: String(id), name: `Отдел ${id}`, head: String(id) },
  parent: id > 1 ? String(Math.floor(id / 2)) : null,
});
const channel = (id: number, members = 10) => ({
  ...{ id: String(id), name: `Линия ${id}`, isActive: true, isConnected: nowhere('notAvailable') },
  ...{
    order: null,
    queue: read([{ kind: 'department' as const, id: '2' }]),
    members: read(numbers(members).map(String)),
  },
});

const readingOf = (employees: number, departments: number): ChatAppReading => ({
  startedAt: AT,
  me: { id: '1', name: 'Анна Смирнова', isAdministrator: true },
  staff: read({ employees: numbers(employees).map(person), isWhole: true }),
  administrators: read(['1', '7']),
  departments: read(numbers(departments).map(unit)),
  accessList: read([{ code: 'DR5', name: 'Продажи', provider: 'intranet' }]),
  lines: read(numbers(10).map((id) => channel(id, 500))),
  roles: read([{ code: 'G1', roleName: 'Администратор', viewsLines: null, joins: null }]),
});
const SMALL = readingOf(3, 2);
const isBelieved = (changes: object) => v.is(ChatAppReadingSchema, { ...SMALL, ...changes });
const staffOf = (employees: unknown[]) => ({ staff: read({ employees, isWhole: true }) });

describe('what a tab has read', () => {
  it('is believed as it is', () => {
    expect(v.parse(ChatAppReadingSchema, SMALL)).toEqual(SMALL);
  });

  it.each<[string, object]>([
    ['an unknown part', { options: read(true) }],
    ['what only a person could say', { roles: { from: 'entered', value: [], at: AT, by: 'Анна' } }],
    ['a reason that no reading has', { lines: { from: 'nowhere', why: 'insideChatApp' } }],
    ['another user’s shape of id', { me: { ...SMALL.me, id: '<b>' } }],
    ['a time before all times', { startedAt: -1 }],
    ['a long name', staffOf([{ ...person(1), name: 'я'.repeat(201) }])],
    ['an employee with more to tell', staffOf([{ ...person(1), phone: '1' }])],
    ['an employee in too many departments', staffOf([{ ...person(1), departments: numbers(101).map(String) }])],
    ['too many employees', staffOf(numbers(20_001).map(person))],
    ['too many departments', { departments: read(numbers(2_001).map(unit)) }],
    ['too many lines', { lines: read(numbers(501).map((id) => channel(id))) }],
    ['a queue without end', { lines: read([channel(1, 5_001)]) }],
    [
      'too long an access list',
      { accessList: read(numbers(701).map((id) => ({ code: `U${id}`, name: '', provider: null }))) },
    ],
    ['an order that no line has', { lines: read([{ ...channel(1), order: 'random' }]) }],
    ['no administrators at all', { administrators: undefined }],
  ])('is not believed with %s', (_what, changes) => {
    expect(isBelieved(changes)).toBe(false);
  });

  it('is not believed when it is nothing', () => {
    for (const answer of [undefined, null, [], 'reading', { ...SMALL, staff: undefined }]) {
      expect(v.is(ChatAppReadingSchema, answer)).toBe(false);
    }
  });

  it('of 5,000 employees and 300 departments is parsed in a moment', () => {
    const large = readingOf(5_000, 300);
    v.parse(ChatAppReadingSchema, large);
    const begun = performance.now();
    const parsed = v.parse(ChatAppReadingSchema, large);
    const took = performance.now() - begun;
    console.info(`chatapp reading: 5,000 employees and 300 departments parsed in ${took.toFixed(1)} ms`);
    expect(parsed).toEqual(large);
  });
});
