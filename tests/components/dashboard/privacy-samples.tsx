/** The page about privacy with what it needs, to be changed by each test. */
import { PrivacyPage, type PrivacyPageProps } from '../../../components/dashboard/privacy/PrivacyPage.tsx';
import type { WipeablePortal } from '../../../components/dashboard/privacy/WipePart.tsx';
import type { Call, CallOutcome } from '../../../domain/calls/calls.ts';
import type { GovernanceView } from '../../../domain/governance.ts';
import { DEFAULT_PREFERENCES } from '../../../domain/preferences.ts';
import type { StoredPart } from '../../../domain/privacy.ts';
import { STORED_TABLES } from '../../../domain/privacy-text.ts';
import { MINUTE, NOW } from '../samples.ts';

export const ready = <T,>(value: T) => ({ state: 'ready', value, isRefreshFailed: false }) as const;

const OUTCOMES: readonly CallOutcome[] = [
  'answered',
  'signedOut',
  'offline',
  'timeout',
  'serverError',
  'notJson',
  'unexpectedShape',
  'tokenRefused',
  'refused',
];

/** The newest first. */
export const calls = (count: number): Call[] =>
  Array.from({ length: count }, (_, index) => ({
    number: count - index,
    at: NOW - index * MINUTE,
    portal: index % 3 === 0 ? 'https://other.bitrix24.ru|5' : 'https://demo.bitrix24.ru|1',
    action: ['batch:imbot.Network.Chat.count', 'main.eventlog.tail', 'other'][index % 3] ?? 'other',
    ms: 120 + index,
    outcome: OUTCOMES[index % OUTCOMES.length] ?? 'answered',
  }));

export const parts = (rows: number): StoredPart[] =>
  STORED_TABLES.map((table, index) => ({ table, rows: rows * index, bytes: rows * index * 300 }));

export const governance = (changes: Partial<GovernanceView> = {}): GovernanceView => ({
  preferences: DEFAULT_PREFERENCES,
  effective: DEFAULT_PREFERENCES,
  locks: [],
  problems: [],
  isManaged: false,
  ...changes,
});

export const PORTALS: readonly WipeablePortal[] = [
  { origin: 'https://demo.bitrix24.ru', host: 'demo.bitrix24.ru', label: '', source: 'manifest' },
  { origin: 'https://portal.example:8443', host: 'portal.example:8443', label: 'Client', source: 'added' },
];

const nothing = () => undefined;

export const privacyPage = (changes: Partial<PrivacyPageProps> = {}) => (
  <PrivacyPage
    host="demo.bitrix24.ru"
    origin="https://demo.bitrix24.ru"
    now={NOW}
    sizes={ready({ here: parts(1), all: parts(40) })}
    calls={ready(calls(9))}
    calledPortal={null}
    governance={ready(governance())}
    portals={PORTALS}
    outcome={null}
    file="none"
    onSave={nothing}
    onRetrySizes={nothing}
    onCalledPortal={nothing}
    onRetryCalls={nothing}
    onLookCalls={nothing}
    onRetryGovernance={nothing}
    onReadOnly={async () => true}
    onWipe={nothing}
    onPutAway={nothing}
    {...changes}
  />
);
