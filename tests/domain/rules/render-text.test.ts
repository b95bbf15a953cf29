import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FACT_NAMES, type Facts } from '../../../domain/rules/facts.ts';
import { type FillWords, fillText } from '../../../domain/rules/render-text.ts';

const WORDS: FillWords = { notKnown: 'not known', none: 'none', yes: 'yes', no: 'no' };

const fill = (text: string, facts: Facts = {}) => fillText(text, facts, WORDS);

describe('a text of a rule', () => {
  it('says each fact as people write it', () => {
    const facts: Facts = {
      'dialog.name': 'Mail',
      'dialog.waitsHours': 4,
      'dialog.isMain': false,
      'access.isCertain': true,
      'dialog.tags': ['urgent', 'bank'],
      'access.endsAt': '2026-02-03T04:05:06.789Z',
    };
    expect(fill('{dialog.name}: {dialog.waitsHours} h, {dialog.isMain}/{access.isCertain}', facts)).toBe(
      'Mail: 4 h, no/yes',
    );
    expect(fill('{dialog.tags} until {access.endsAt}', facts)).toBe('urgent, bank until 2026-02-03 04:05 UTC');
  });

  it('says of what could not be read that it is not known, never zero', () => {
    expect(fill('{slots.used} {slots.free} {dialog.name} {event.at}', { 'slots.used': null, 'event.at': 'soon' })).toBe(
      'not known not known not known not known',
    );
    expect(fill('{slots.used}', { 'slots.used': Number.NaN })).toBe('not known');
    expect(fill('{slots.used}', { 'slots.used': 0 })).toBe('0');
  });

  it('says of what is there and empty that there is none', () => {
    expect(fill('{dialog.tags} {dialog.ticket}', { 'dialog.tags': [], 'dialog.ticket': '' })).toBe('none none');
  });

  it('knows no names but those of the list', () => {
    expect(fill('{constructor} {toString} {dialog.password}')).toBe('not known not known not known');
    expect(fill('{} { dialog.name } {dialog-name}')).toBe('{} { dialog.name } {dialog-name}');
  });
});

describe('what a portal tells stays plain text', () => {
  const named = (name: string) => fill('<{dialog.name}>', { 'dialog.name': name });

  it('names no other fact', () => {
    const facts: Facts = { 'dialog.name': '{portal.host}', 'portal.host': 'demo.bitrix24.ru' };
    expect(fill('{dialog.name}', facts)).toBe('{portal.host}');
    expect(fill('{dialog.name}', { 'dialog.name': '$& $1 $`' })).toBe('$& $1 $`');
  });

  it('is in one line and hides nothing', () => {
    expect(named('Ma\u0000il\u202e\u200b\r\n  box\ud800')).toBe('<Ma il box\ufffd>');
  });

  it('is no tag, no mention and no link', () => {
    expect(named('<img src=x> </b> 1 < 2')).toBe('<‹img src=x> ‹/b> 1 < 2>');
    expect(named('[USER=1]Boss[/USER] [url=https://a.example]b[/url] [*] [2026-02]')).toBe(
      '<(USER=1)Boss(/USER) (url=https://a.example)b(/url) (*) [2026-02]>',
    );
  });

  it('is no longer than 500 signs, and the whole no longer than 4,000', () => {
    expect(fill('{dialog.name}', { 'dialog.name': 'я'.repeat(900) })).toBe(`${'я'.repeat(499)}…`);
    const whole = fill('{dialog.name} '.repeat(100), { 'dialog.name': 'я'.repeat(900) });
    expect([whole.length, whole.at(-1)]).toEqual([4_000, '…']);
  });

  it('is never cut in the middle of a sign', () => {
    const text = fill('{dialog.name}', { 'dialog.name': `${'я'.repeat(498)}😀😀` });
    expect(text).toBe(`${'я'.repeat(498)}…`);
  });
});

describe('secrets', () => {
  it('in a value are masked', () => {
    const name = 'https://demo.bitrix24.ru/rest/1/abcdef1234567890/';
    expect(fill('See {dialog.name}', { 'dialog.name': name })).toBe('See https://demo.bitrix24.ru/rest/1/••••/');
  });

  it('that only the words around tell are masked', () => {
    expect(fill('Пароль: {dialog.name}', { 'dialog.name': 'Qwerty12!' })).toBe('Пароль: ••••');
    expect(
      fill('{dialog.name}{dialog.ticket}', { 'dialog.name': 'пароль: ', 'dialog.ticket': 'Qwerty12!' }),
    ).not.toContain('Qwerty');
  });

  it('that cutting would make unrecognisable are masked before', () => {
    const name = `${'я'.repeat(485)} /rest/1/abcdef1234567890/`;
    expect(fill('{dialog.name}', { 'dialog.name': name })).toBe(`${'я'.repeat(485)} /rest/1/••••/`);
  });
});

it('whatever is in text and facts, the result is bounded, seen and the same again', () => {
  const anyValue = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 700 }),
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 }),
  );
  const anyFacts = fc.dictionary(fc.constantFrom(...FACT_NAMES), anyValue) as fc.Arbitrary<Facts>;
  const anyPart = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(...FACT_NAMES.map((name) => `{${name}}`)));
  fc.assert(
    fc.property(fc.array(anyPart, { maxLength: 40 }), anyFacts, (parts, facts) => {
      const text = fill(parts.join(''), facts);
      expect(text.length).toBeLessThanOrEqual(4_000);
      expect(text.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
      expect(fill(parts.join(''), facts)).toBe(text);
    }),
    { numRuns: 300 },
  );
});
