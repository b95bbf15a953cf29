import { describe, expect, it } from 'vitest';
import { accessNotificationOf } from '../../core/access-notifications.ts';
import { goalOf } from '../../core/notifications.ts';
import type { AccessRecord, Reminder } from '../../domain/access/record.ts';
import type { AccessItem } from '../../domain/access/view.ts';
import { BACKGROUND_LOCALES } from '../../locales/background/catalogue.ts';
import { LOCALES, localeFor } from '../../locales/catalogue.ts';
import { LEAKS } from '../components/drawing.tsx';
import { DAY, grant, integrator, lookalike, NOW, partner, request } from '../components/samples.ts';

const KEY = 'https://demo.bitrix24.ru|1';

/** The record that a surface is shown as this item. */
const recordOf = (item: AccessItem) => ({ ...item, told: [], signIns: null }) as unknown as AccessRecord;

function tell(item: AccessItem, kind: Reminder['kind'], { days = 0, language = 'en' } = {}) {
  const portal = { key: KEY, origin: 'https://demo.bitrix24.ru', language };
  return accessNotificationOf(recordOf(item), { kind, days }, portal, localeFor(language).messages, NOW);
}

const SITUATIONS: [string, AccessItem, Reminder['kind']][] = [
  ['a request', request(), 'new'],
  ['what looks like a request', request({ state: 'seen' }), 'new'],
  ['the request of a partner', partner(), 'new'],
  ['the request of a partner without a name', partner({ partnerName: '' }), 'new'],
  ['a request that waits', request(), 'pending'],
  ['the request of a partner that waits', partner(), 'pending'],
  ['an access that ends', grant(3), 'before'],
  ['an access on its last day', grant(0), 'before'],
  ['an access whose time is up', grant(-1), 'end'],
  ['an overdue access', grant(-2), 'after'],
  ['an access whose question is closed', grant(12), 'ticketClosed'],
  ['the account of an integrator', integrator(), 'review'],
  ['an imitated request', lookalike(), 'lookalike'],
];

describe.each(LOCALES)('in $language', ({ language }) => {
  it.each(SITUATIONS)('%s has a title with the portal, and a text', (_what, item, kind) => {
    const { title, message } = tell(item, kind, { language });
    expect(title).toMatch(/^\S.* · demo\.bitrix24\.ru$/);
    expect(message.length).toBeGreaterThan(20);
    expect(`${title} ${message}`).not.toMatch(LEAKS);
    expect(`${title} ${message}`).not.toContain('!');
  });
});

it('every language of the surfaces is one of the background, too', () => {
  expect(BACKGROUND_LOCALES.map(({ language }) => language)).toEqual(LOCALES.map(({ language }) => language));
});

describe('the text', () => {
  it('of a request tells the length and how it is known', () => {
    expect(tell(request(), 'new').message).toContain('for 21 days (length from the message)');
    expect(tell(request({ daysSource: 'preset' }), 'new').message).toContain('for 21 days (length assumed');
    expect(tell(request(), 'pending').message).toBe('It has been waiting for 2 h. Open the request and decide');
  });

  it('of an access tells its end, and never that it has ended', () => {
    expect(tell(grant(3), 'before', { language: 'ru' }).message).toBe(
      'Доступ открыт: ещё 3 дня, до 15 декабря (срок из сообщения). Если он больше не нужен, отзовите его',
    );
    expect(tell(grant(-2), 'after', { days: 2 })).toMatchObject({
      title: 'Support access should have ended · demo.bitrix24.ru',
      message: expect.stringContaining('It should have ended on 10 December (length from the message)'),
    });
  });

  it('cuts the name of whoever imitates support', () => {
    const name = 'Support '.repeat(40);
    const { message } = tell(lookalike({ sender: { kind: 'bot', id: '9', name, isVerified: false } }), 'lookalike');
    expect(message.length).toBeLessThan(200);
  });
});

describe('the id', () => {
  it('is the same for all that is told of a record, so that notifications do not pile up', () => {
    const ids = [tell(grant(7), 'before', { days: 7 }), tell(grant(7), 'before', { days: 3 }), tell(grant(7), 'end')];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(1);
    expect(tell(grant(7), 'end').id).not.toBe(tell(grant(8), 'end').id);
  });

  it('leads back to the record', () => {
    expect(goalOf(tell(request(), 'new').id)).toEqual({ key: KEY, recordId: '7:501' });
    expect(goalOf(tell(integrator(), 'review').id)).toEqual({ key: KEY, recordId: integrator().id });
    expect(goalOf(`access|${KEY}|`)).toBeNull();
  });
});

it('a request of long ago is dated', () => {
  expect(tell(request({ requestedAt: NOW - 10 * DAY }), 'pending').message).toContain('since 2 December');
});
