/** Applications and reinstallations in every state, for the tests of their cards. */
import type { NoteProps } from '../../../components/market/note-props.ts';
import type { UninstallGuardCardProps } from '../../../components/market/UninstallGuardCard.tsx';
import type { ConfirmedApp, ListedApp } from '../../../domain/market/apps.ts';
import type { NoteContent, NotePlace } from '../../../domain/market/note.ts';
import type { AccessSummary, MarketView, RunView } from '../../../domain/market/view.ts';
import { NO_MARKET } from '../../market-samples.ts';
import { HOUR, MINUTE, NOW } from '../samples.ts';

export const nothing = () => undefined;

export const guard = (changes: Partial<UninstallGuardCardProps> = {}): UninstallGuardCardProps => ({
  why: 'ticked',
  application: 'certain',
  name: 'ChatApp',
  onUntick: nothing,
  onBack: nothing,
  onInsist: nothing,
  onHideHere: nothing,
  onReload: nothing,
  ...changes,
});

export const GUARDS: Record<string, UninstallGuardCardProps> = {
  ticked: guard(),
  'left from a cancelled try': guard({ why: 'leftTicked' }),
  'hidden tick': guard({ why: 'hiddenTick' }),
  'maybe ChatApp': guard({ application: 'maybe', name: 'ChatApp Lite' }),
  nameless: guard({ application: 'maybe', name: '' }),
  other: guard({ application: 'other', name: 'Счета' }),
  'after an update': guard({ isCutOff: true }),
};

export const app = (changes: Partial<ListedApp> = {}): ListedApp => ({
  code: 'vendor.chatapp',
  appId: 12,
  name: 'ChatApp',
  developer: 'ChatApp Ltd',
  presence: 'active',
  isUnpublished: false,
  needsSubscription: false,
  ...changes,
});

export const CONFIRMED: ConfirmedApp = {
  code: 'vendor.chatapp',
  appId: 12,
  name: 'ChatApp',
  confirmedAt: NOW - 24 * HOUR,
};

export const access = (changes: Partial<AccessSummary> = {}): AccessSummary => ({
  entries: 3,
  employees: 12,
  isWhole: true,
  length: 'fits',
  drops: 'none',
  at: NOW - 5 * MINUTE,
  ...changes,
});

export const market = (changes: Partial<MarketView> = {}): MarketView => ({
  ...NO_MARKET,
  generation: 'new',
  listedAt: NOW - 5 * MINUTE,
  ...changes,
});

export const place = (page: NotePlace['page'], changes: Partial<NotePlace> = {}): NotePlace => ({
  page,
  generation: page === 'installed' || page === 'detail' ? 'new' : null,
  isOfApplication: true,
  ...changes,
});

export const run = (changes: Partial<RunView> = {}): RunView => ({
  id: 'run-1',
  code: 'vendor.chatapp',
  name: 'ChatApp',
  appId: 12,
  state: 'recorded',
  checks: [
    { name: 'administrator', result: 'ok' },
    { name: 'published', result: 'ok' },
    { name: 'subscription', result: 'couldNotRead' },
    { name: 'workingTime', result: 'warn' },
    { name: 'record', result: 'ok' },
  ],
  press: null,
  finishedBy: null,
  stop: null,
  stoppedIn: null,
  startedAt: NOW - HOUR,
  changedAt: NOW - 5 * MINUTE,
  recorded: { at: NOW - 5 * MINUTE, access: true, lines: true, tiles: true, cards: ['deal', 'dynamic_128'] },
  differences: null,
  ...changes,
});

const differences = { same: 0, newId: 0, changed: 0, missing: 0, added: 0, notCompared: 0 };

export const stopped = (stop: RunView['stop'], stoppedIn: RunView['stoppedIn'] = 'absent') =>
  run({ state: 'stopped', stop, stoppedIn });

export const RUNS: Record<string, RunView> = {
  checked: run({ state: 'checked', recorded: null }),
  'checked, nothing looked at': run({ state: 'checked', recorded: null, checks: [] }),
  recorded: run(),
  'recorded, half of it': run({
    recorded: { at: NOW, access: false, lines: false, tiles: false, cards: [] },
    press: { at: NOW, wipes: null, hadNoEffect: true },
  }),
  uninstalling: run({ state: 'uninstalling', press: { at: NOW, wipes: false, hadNoEffect: false } }),
  'gone, nobody saw how': run({ state: 'absent', recorded: null }),
  installing: run({ state: 'installing', press: { at: NOW, wipes: false, hadNoEffect: false } }),
  finishing: run({ state: 'finishing' }),
  finished: run({ state: 'finishing', finishedBy: 'user' }),
  'compared, as it was': run({ state: 'compared', differences: { ...differences, same: 7, newId: 2 } }),
  'compared, not as it was': run({
    state: 'compared',
    differences: { same: 5, newId: 1, changed: 1, missing: 2, added: 1, notCompared: 3 },
  }),
  'compared without a result': run({ state: 'compared' }),
  'data wiped': run({ state: 'dataWiped', changedAt: NOW }),
  'stopped by the user': stopped({ kind: 'byUser' }, 'recorded'),
  vetoed: stopped({ kind: 'vetoed', message: 'Сначала удалите робота <b>№ 5</b>' }, 'recorded'),
  'no subscription': stopped({ kind: 'installRefused', refusal: 'subscription', message: '' }),
  'install refused for something else': stopped({ kind: 'installRefused', refusal: 'other', message: 'verification' }),
  'not an administrator': stopped({ kind: 'check', check: 'administrator' }, 'checked'),
  nameless: run({ name: '' }),
};

export const guide = (state: RunView, where: NotePlace = place('installed')): NoteContent => ({
  kind: 'guide',
  run: state,
  place: where,
});

const application = (summary: AccessSummary | null): NoteContent => ({
  kind: 'application',
  app: CONFIRMED,
  access: summary,
  lastWipe: null,
});

export const CONTENTS: Record<string, NoteContent> = {
  question: {
    kind: 'identity',
    candidates: [app(), app({ code: 'vendor.chatapp2', name: 'ChatApp Lite', developer: '' })],
    nameless: [app({ code: 'vendor.noname', name: '', developer: '' })],
  },
  'question of one': { kind: 'identity', candidates: [app()], nameless: [] },
  absent: { kind: 'absent', app: CONFIRMED, at: NOW - HOUR },
  everyone: application(access({ entries: 0, employees: 143 })),
  'everyone, not all counted': application(access({ entries: 0, employees: 143, isWhole: false })),
  'everyone, uncounted': application(access({ entries: 0, employees: null, isWhole: false })),
  some: application(access()),
  'some, not all counted': application(access({ isWhole: false })),
  'some, uncounted': application(access({ employees: null, isWhole: false })),
  'nobody but administrators': application(access({ employees: 0 })),
  'a list at its end': application(access({ length: 'near', drops: 'some' })),
  'a list that will be lost': application(access({ length: 'tooLong', drops: 'everyone' })),
  'not read': application(null),
  'with an attempt': {
    kind: 'application',
    app: CONFIRMED,
    access: access(),
    lastWipe: { at: NOW - HOUR, code: 'vendor.chatapp', name: 'ChatApp', end: 'unticked' },
  },
  ...Object.fromEntries(Object.entries(RUNS).map(([name, state]) => [`guide: ${name}`, guide(state)])),
};

export const note = (content: NoteContent, changes: Partial<NoteProps> = {}): NoteProps => ({
  content,
  size: 'whole',
  listedAt: NOW - 5 * MINUTE,
  now: NOW,
  failure: null,
  isBusy: false,
  isCutOff: false,
  isReadOnly: false,
  onSize: nothing,
  onConfirm: nothing,
  onPlace: nothing,
  onReinstall: nothing,
  onRun: nothing,
  onDashboard: nothing,
  onHideHere: nothing,
  onReload: nothing,
  ...changes,
});
