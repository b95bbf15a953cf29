/** Records of an application for tests, before and after a reinstall. */
import type { AppRecord, LineRecord, Part, TabRecord } from '../../domain/market/record.ts';
import type { UninstallWindow } from '../../domain/market/uninstall.ts';

export const TAKEN_AT = Date.UTC(2026, 10, 20, 18);
export const HOUR = 3_600_000;

export const read = <T>(value: T, at = TAKEN_AT): Part<T> => ({ state: 'read', value, source: 'page', at });
export const notRead = { state: 'notRead', reason: 'notShown' } as const;

export const tab = (placementId: number, title: string, isHidden = false): TabRecord => ({
  ...{ placementId, title, isHidden },
});

export const line = (changes: Partial<LineRecord> = {}): LineRecord => ({
  ...{ id: '3', name: 'Sales', isActive: true, order: 'evenly' },
  queue: [
    { kind: 'user', id: '12' },
    { kind: 'department', id: '5' },
  ],
  ...changes,
});

export const record = (changes: Partial<AppRecord> = {}): AppRecord => ({
  ...{ takenAt: TAKEN_AT, code: 'vendor.chat', name: 'ChatApp', appId: 17 },
  access: read([
    { code: 'U12', name: 'Anna', provider: 'user' },
    { code: 'DR5', name: 'Sales department', provider: 'intranet' },
  ]),
  lines: read([line()]),
  tabs: [{ card: 'deal', tabs: read([tab(40, 'ChatApp'), tab(41, 'ChatApp Dialog')]) }],
  tiles: read([{ connectorId: 'chat_wa', title: 'ChatApp - WhatsApp' }]),
  ...changes,
});

/** The same portal an hour later: only the tabs have other numbers. */
export const recordAfterwards = (changes: Partial<AppRecord> = {}): AppRecord =>
  record({
    takenAt: TAKEN_AT + HOUR,
    tabs: [{ card: 'deal', tabs: read([tab(71, 'ChatApp'), tab(72, 'ChatApp Dialog')]) }],
    ...changes,
  });

export const uninstallWindow = (changes: Partial<UninstallWindow> = {}): UninstallWindow => ({
  ...{ generation: 'new', code: 'vendor.chat', name: 'ChatApp' },
  ...{ shownTick: false, sentTick: false, wasTickedAtOpening: false },
  ...changes,
});
