import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EventSchema } from '../../../core/rules/event-schema.ts';
import { exampleBody } from '../../../core/rules/example-call.ts';
import { type EventParts, eventBody } from '../../../domain/rules/event-body.ts';
import type { Facts } from '../../../domain/rules/facts.ts';
import { TRIGGER_KINDS } from '../../../domain/rules/rule.ts';
import { rule } from '../../domain/rules/worlds.ts';

const AT = Date.parse('2026-11-21T08:00:00Z');

const parts = (facts: Facts = {}, changes: Partial<EventParts> = {}): EventParts => ({
  event: { id: 'e', kind: 'dialog.closed', portal: 'p', object: 'chat:77', version: '1', at: AT, facts },
  rule: rule({ id: 'r1', name: 'Closed', version: 3 }),
  portal: { host: 'demo.bitrix24.ru', label: 'Demo' },
  note: 'Look',
  ...changes,
});
const isValid = (body: unknown) => v.safeParse(EventSchema, JSON.parse(JSON.stringify(body))).success;

describe('the body of an event', () => {
  it('tells what happened where, by which rule, with what is known', () => {
    const facts: Facts = { 'dialog.name': 'Mail', 'slots.used': 3, 'dialog.tags': ['a'], 'access.endsAt': null };
    expect(eventBody(parts(facts))).toEqual({
      ...{ schema: 1, type: 'latchdesk.dialog.closed', occurredAt: '2026-11-21T08:00:00.000Z', object: 'chat:77' },
      rule: { id: 'r1', name: 'Closed', version: 3 },
      portal: { host: 'demo.bitrix24.ru', name: 'Demo' },
      facts: { 'slots.used': 3, 'dialog.name': 'Mail', 'dialog.tags': ['a'], 'access.endsAt': null },
      ...{ note: 'Look', isTest: false },
    });
  });

  it('is the same text whichever way its facts were put together', () => {
    const one = eventBody(parts({ 'dialog.name': 'Mail', 'slots.used': 3 }));
    const other = eventBody(parts({ 'slots.used': 3, 'dialog.name': 'Mail' }));
    expect(JSON.stringify(one)).toBe(JSON.stringify(other));
  });

  it('holds no secrets, no control characters and nothing beside the list', () => {
    const facts = { 'dialog.name': 'пароль: Xk3!pQ9zL', 'dialog.tags': ['a\u0000b'], 'user.cookie': 'x' } as Facts;
    const text = JSON.stringify(eventBody(parts(facts)));
    expect(text).not.toContain('Xk3!pQ9zL');
    expect(text).not.toContain('u0000');
    expect(text).not.toContain('cookie');
  });

  it('fits its schema for every trigger, and so does the example', () => {
    for (const kind of TRIGGER_KINDS) {
      const { event } = parts();
      expect(isValid(eventBody(parts({}, { event: { ...event, kind } }))), kind).toBe(true);
    }
    const sender = { host: 'demo.bitrix24.ru', label: 'Demo', language: 'ru' };
    const example = JSON.parse(exampleBody({ sender, rule: null, destination: 'd', at: AT }, true));
    expect(isValid(example)).toBe(true);
    expect(example.isTest).toBe(true);
    expect(Object.keys(example.facts)).toHaveLength(26);
  });

  it('fits its schema whatever a portal calls its dialogs', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.double(), (name, used) => {
        const body = eventBody(parts({ 'dialog.name': name, 'slots.used': used, 'dialog.tags': [name] }));
        expect(isValid(body)).toBe(true);
        expect(JSON.stringify(body).isWellFormed()).toBe(true);
      }),
    );
  });

  it('of another shape does not fit', () => {
    const body = eventBody(parts());
    expect(isValid({ ...body, type: 'other' })).toBe(false);
    expect(isValid({ ...body, facts: { 'slots.used': 'three' } })).toBe(false);
    expect(isValid({ ...body, occurredAt: 'yesterday' })).toBe(false);
  });
});
