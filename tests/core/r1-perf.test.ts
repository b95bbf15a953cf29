import { it } from 'vitest';
import { PortalDesk } from '../../core/portal-desk.ts';
import { NOTHING_WATCHED } from '../../domain/access/watch.ts';
import { DEFAULT_SETTINGS } from '../../domain/settings-defaults.ts';
import { DEFAULT_CHIP_PLACE } from '../../domain/chip.ts';
import { buildSummary, buildView } from '../../core/view.ts';
import { grantRecord, lookalikeRecord, partnerRecord, sighting, accessReading } from '../access-records.ts';
import { copyOf } from '../../domain/access/change.ts';
import { dialog, START } from '../readings.ts';

const DAY = 86_400_000;
const row = (): any => ({ key: 'https://demo.bitrix24.ru|1', origin: 'https://demo.bitrix24.ru', userId: '1', language: 'ru', botId: null, limit: null, limitEventAt: 0, readingStartedAt: 0, readingLeaseUntil: 0, readingTab: null, askedAt: 0, attempts: [], failures: 0, missedSince: 0, nextCheckAt: null, seenAt: 0, isRightClaimed: false, chip: DEFAULT_CHIP_PLACE, settings: DEFAULT_SETTINGS, countedSlots: null, toldAttention: [], nextAttentionAt: null, access: NOTHING_WATCHED });
const settled = (i: number) => grantRecord({ id: `10:${i + 1}`, state: 'ended', requestedAt: START - i * 1000, startsAt: START - 30 * DAY, endsAt: START - 9 * DAY, endedAt: START - 10 * DAY, answeredAt: START - 30 * DAY, answeredBy: 'here', isReasonAsked: true, dialog: { chatId: (i % 300) + 1, source: 'ticket' }, copies: [copyOf(sighting({ messageId: i + 1 }))], told: ['a:1', 'b:2'] });
const kinds: Record<string, (i: number) => any> = {
  settled,
  pending: (i) => grantRecord({ id: `10:${i + 1}`, state: 'pending', requestedAt: START - i * 1000, copies: [copyOf(sighting({ messageId: i + 1 }))] }),
  warned: (i) => lookalikeRecord({ id: `${i + 20}:79`, lastAt: START - DAY, sender: { kind: 'person', id: String(i), name: 'x', isVerified: false }, copies: [copyOf(sighting({ chatId: i + 20, messageId: i + 1 }))] }),
  elsewhere: (i) => ({ ...settled(i), answeredBy: 'elsewhere', isReasonAsked: false }),
};
for (const [name, make] of Object.entries(kinds))
  for (const count of [0, 5000])
    it(`${name} ${count}`, () => {
      const desk = new PortalDesk(row(), { row: row(), dialogs: [], snapshots: [], notes: [], drafts: [], grants: Array.from({ length: count }, (_, i) => make(i)) } as any);
      let now = START;
      desk.seePage(now);
      desk.takeReading({ botId: "5", limit: 5, isAdministrator: true, startedAt: now, dialogs: Array.from({ length: 300 }, (_, i) => dialog(i + 1)) } as any, now);
      desk.settle(now); desk.takeChanges(now);
      const time = (what: string, times: number, work: () => void) => { const t = performance.now(); for (let i = 0; i < times; i += 1) work(); console.log(name, count, what, ((performance.now() - t) / times).toFixed(3), 'ms'); };
      time('settle', 1000, () => { now += 1; desk.settle(now); desk.takeChanges(now); });
      time('summary', 200, () => { buildSummary(desk, now); });
      time('view', 100, () => { buildView(desk, now); });
      time('reading1', 20, () => { desk.takeAccess(accessReading([sighting({ messageId: 900000, sentAt: START })]), now, now); });
      time('reading500', 2, () => { desk.takeAccess(accessReading(Array.from({ length: 500 }, (_, i) => sighting({ messageId: i + 1, sentAt: START }))), now, now); });
    }, 120_000);
