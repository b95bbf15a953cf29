import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../domain/settings-defaults.ts';
import type { PortalHere } from '../../../domain/settings-file/here.ts';
import { writeSettingsFile } from '../../../domain/settings-file/write.ts';
import { grant } from '../access-records.ts';
import { everythingOf, here, note, portalHere } from './samples.ts';

const NOW = Date.UTC(2026, 10, 20, 12);

describe('a saved file', () => {
  it('says what it is, of which version and from when', () => {
    const browser = here(portalHere());
    expect(JSON.parse(writeSettingsFile(browser, everythingOf(browser), NOW).text)).toMatchObject({
      format: 'latchdesk.settings',
      schema: 1,
      savedAt: '2026-11-20T12:00:00.000Z',
      portals: [{ address: 'https://demo.bitrix24.ru', userId: '7' }],
    });
  });

  it('holds only the portals and parts that were chosen', () => {
    const browser = here(
      portalHere({ notes: [note(1, { text: 'of mine' })], records: [grant({ reason: 'for mail' })] }),
      portalHere({ userId: '8' }),
    );
    const [first] = browser.portals;
    const contents = { ...everythingOf(browser), portals: [first?.key ?? ''], hasNotes: false, hasRegister: false };
    const { text } = writeSettingsFile(browser, { ...contents, hasPreferences: false }, NOW);
    const file = JSON.parse(text);
    expect(Object.keys(file)).toEqual(['format', 'schema', 'savedAt', 'portals']);
    expect(file.portals).toHaveLength(1);
    expect(text).not.toMatch(/of mine|for mail|notes|register/);
  });

  it('for somebody else names no user, and has neither notes nor register', () => {
    const browser = here(portalHere({ userId: '70812', notes: [note(1, { text: 'mine' })], records: [grant()] }));
    const { text } = writeSettingsFile(browser, { ...everythingOf(browser), hasUsers: false }, NOW);
    expect(text).not.toMatch(/70812|"userId"|"notes"|"register"/);
  });

  it('holds no secret: what looks like one is masked and counted', () => {
    const secrets = [
      'Qw3rty!2026',
      '0123456789abcdef0123456789abcdef',
      'https://demo.bitrix24.ru/rest/1/k4dgsf3hq9dq1abc/',
    ];
    const [password, token, webhook] = secrets as [string, string, string];
    const browser = here(
      portalHere({
        look: { label: `password: ${password}`, colour: 'red' },
        notes: [
          note(1, {
            text: `sessid=${token}`,
            tags: [`token: ${token}`],
            taskUrl: webhook,
            alias: `пароль: ${password}`,
          }),
        ],
        records: [grant({ reason: `hook ${webhook}` })],
      }),
    );
    const { text, masked } = writeSettingsFile(browser, everythingOf(browser), NOW);
    for (const secret of [password, token, 'k4dgsf3hq9dq1abc']) expect(text).not.toContain(secret);
    expect(masked).toBe(6);
  });

  it('holds nothing that stands beside the settings', () => {
    const strange = {
      ...portalHere({ settings: { ...DEFAULT_SETTINGS, token: 'planted-1' } as never }),
      sessionToken: 'planted-2',
      notes: [{ ...note(1, { text: 'x' }), messageText: 'planted-3' } as never],
      records: [{ ...grant(), signIns: { rows: [{ name: 'planted-4' }] } as never }],
    } satisfies PortalHere & { sessionToken: string };
    const browser = here(strange);
    expect(writeSettingsFile(browser, everythingOf(browser), NOW).text).not.toContain('planted');
  });

  it('says when it has become too large to be read again', () => {
    const notes = Array.from({ length: 900 }, (_, index) => note(index + 1, { text: 'ы '.repeat(10_000) }));
    const browser = here(portalHere({ notes }));
    expect(writeSettingsFile(browser, everythingOf(browser), NOW).isTooLarge).toBe(true);
    expect(writeSettingsFile(browser, { ...everythingOf(browser), hasNotes: false }, NOW).isTooLarge).toBe(false);
  });
});
