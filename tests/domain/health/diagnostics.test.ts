import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DiagnosedPortal, type Diagnosis, diagnosticsText } from '../../../domain/health/diagnostics.ts';
import { HEALTH_UNKNOWN, type HealthEvent, healthAfter } from '../../../domain/health/health.ts';

const NOW = Date.UTC(2026, 10, 20, 12);
const SALT = '5b1e7c';

const portal = (changes: Partial<DiagnosedPortal> = {}, ...events: HealthEvent[]): DiagnosedPortal => ({
  address: 'https://demo.bitrix24.ru',
  userId: '70812',
  session: 'live',
  slots: 'near',
  openTabs: 2,
  dialogs: 12,
  health: events.reduce(healthAfter, HEALTH_UNKNOWN),
  ...changes,
});

const diagnosis = (changes: Partial<Diagnosis> = {}): Diagnosis => ({
  version: '0.1.0',
  browser: 'Chrome 156, Windows 10/11',
  language: 'ru',
  isReadOnly: false,
  isManaged: true,
  canNotify: false,
  database: 5,
  portals: [portal()],
  ...changes,
});

/** What must never be in a text that somebody passes on. */
const PLANTED = [
  'Анна Петрова',
  'Anna Petrova',
  'Petrova',
  'PETROVA',
  'Не приходит почта',
  '0123456789abcdef0123456789abcdef',
  'AKIAIOSFODNN7EXAMPLE',
  'eyJhbGciOi.eyJzdWIiOi.c2lnbmF0dXJl',
  'hunter2!',
  '/rest/1/k4dgsf3hq9dq1abc/',
  'anna@example.com',
  '+7 912 345-67-89',
  '4111 1111 1111 1111',
  '70812',
  'acme-secret-client',
];

/** A planted text in every place that takes one. */
function full(text: string): Diagnosis {
  const health: HealthEvent[] = [
    { type: 'source.failed', source: 'list', failure: 'refused', detail: text, at: NOW },
    { type: 'command.unknown', name: text, at: NOW },
    { type: 'command.unknown', name: `chat${text}`, at: NOW },
  ];
  const address = URL.canParse(`https://${text}.bitrix24.ru`) ? `https://${text}.bitrix24.ru` : text;
  const planted = portal({ address, userId: text }, ...health);
  // As an earlier version could have stored it.
  const stored = planted.health.sources.list;
  if (stored?.lastError) stored.lastError.code = text;
  return diagnosis({ version: text, browser: text, language: text, portals: [planted, portal({ address: text })] });
}

describe('the text to copy', () => {
  it('tells how each source is, with times, codes and counts', async () => {
    const events: HealthEvent[] = [
      { type: 'source.told', source: 'list', at: NOW - 60_000 },
      { type: 'source.failed', source: 'access', failure: 'refused', detail: 'ACCESS_DENIED', at: NOW },
      { type: 'payload.malformed', source: 'events', count: 3, at: NOW },
      { type: 'source.absent', source: 'eventLog', absence: 'notOffered', at: NOW },
      { type: 'command.unknown', name: 'chatAvatarUpdate', at: NOW },
    ];
    const text = await diagnosticsText(diagnosis({ portals: [portal({}, ...events)] }), NOW, SALT);
    expect(text.split('\n').map((line) => line.trim())).toEqual(
      expect.arrayContaining([
        'Latchdesk 0.1.0',
        'Browser: Chrome 156, Windows 10/11',
        'Read-only: no, policy: yes, notifications: no',
        'Database: version 5',
        'session live, slots near',
        'list: ok, told 2026-11-20T11:59Z',
        'access: broken, since 2026-11-20T12:00Z, 1 times, last error refused ACCESS_DENIED 2026-11-20T12:00Z',
        'events: notSeen, malformed 3',
        'eventLog: absent, notOffered',
        'unknown command chatAvatarUpdate: 1',
      ]),
    );
  });

  it('tells portals and users apart without naming them, and no two texts can be laid beside each other', async () => {
    const portals = [portal(), portal({ userId: '8' }), portal({ address: 'https://crm.example:8443' })];
    const lines = (text: string) => text.split('\n').filter((line) => line.startsWith('Portal '));
    const [one, other] = await Promise.all(
      [SALT, 'another'].map(async (salt) => lines(await diagnosticsText(diagnosis({ portals }), NOW, salt))),
    );
    const host = (line = '') => line.split(',')[0];
    expect(host(one?.[0])).toBe(host(one?.[1]));
    expect(one?.[0]).not.toBe(one?.[1]);
    expect(one?.[0]).toMatch(/^Portal [\da-f]{8} \(bitrix24\.ru\), user [\da-f]{8}$/);
    expect(one?.[2]).toContain('(own address)');
    const user = (line = '') => line.split('user ')[1];
    expect(host(one?.[0])).not.toBe(host(other?.[0]));
    expect(user(one?.[0])).not.toBe(user(other?.[0]));
  });

  it.each(PLANTED)('never holds "%s", wherever it stands', async (secret) => {
    const text = await diagnosticsText(full(secret), NOW, SALT);
    expect(text.toLowerCase()).not.toContain(secret.toLowerCase());
    expect(text).toContain('Latchdesk other');
  });

  it('never holds any text of more than three signs that somebody could have planted', async () => {
    const empty = await diagnosticsText(full('*'), NOW, SALT);
    await fc.assert(
      fc.asyncProperty(fc.string({ minLength: 4, maxLength: 60, unit: 'grapheme' }), async (planted) => {
        const text = await diagnosticsText(full(`${planted}*`), NOW, SALT);
        // What is ours in the text is in it either way.
        fc.pre(!empty.includes(planted));
        const withoutHashes = text.replace(/\b[\da-f]{8}\b/g, '');
        expect(withoutHashes).not.toContain(planted);
      }),
    );
  });

  it('shows of an unknown command what are words of the portal', async () => {
    const names = ['chatAvatarUpdate', 'messagePetrovaAdd', 'im.v2.chat.read', 'Анна', 'secret', 'chat_70812'];
    const events = names.map((name): HealthEvent => ({ type: 'command.unknown', name, at: NOW }));
    const text = await diagnosticsText(diagnosis({ portals: [portal({}, ...events)] }), NOW, SALT);
    expect([...text.matchAll(/unknown commands? (.*)/g)].map(([, told]) => told)).toEqual([
      'chatAvatarUpdate: 1',
      'message…Add: 1',
      'im.v2.chat.read: 1',
      'chat_…: 1',
      'with other names: 2',
    ]);
  });

  it('can be made of anything that is stored', async () => {
    const broken = portal(
      { openTabs: Number.NaN, dialogs: Number.POSITIVE_INFINITY },
      {
        type: 'source.told',
        source: 'list',
        at: 9e15,
      },
    );
    const text = await diagnosticsText(diagnosis({ database: null, portals: [broken] }), 9e15, SALT);
    expect(text).toContain('Database: not open');
    expect(text).not.toMatch(/NaN|Infinity|undefined|null/);
  });
});
