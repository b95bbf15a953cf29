/** The application of one portal: what pages showed of it, and its reinstalls. Part of the portal's desk. */
import type { MarketSight, RunWish, UninstallTold } from '../../bitrix24/market-protocol.ts';
import { tabsOf } from '../../bitrix24/market-tabs.ts';
import type { JournalEntry } from '../../domain/journal.ts';
import { checkReinstall } from '../../domain/market/checks.ts';
import { type AppRecord, placementIdsOf } from '../../domain/market/record.ts';
import { isOpenRun, type ReinstallEvent, type ReinstallRun } from '../../domain/market/reinstall.ts';
import type { AccessSummary, MarketView, MarketWatch, WipeAttempt } from '../../domain/market/view.ts';
import type { Settings } from '../../domain/settings.ts';
import { marketView } from './market-view.ts';
import { Reinstalls } from './reinstalls.ts';
import { eventsOf, watchAfter, withChoice } from './sights.ts';
import { watchWithoutFuture } from './without-future.ts';

/** What has to be done outside of the desk after something was seen or told. */
export interface MarketFollowUp {
  /** The access list may be another one: read it. */
  readsAccess: boolean;
  /** The reinstall's record is to be taken now, because the page proves what it waits for. */
  recordsRun: string | null;
  /** The application is back: answers about its options may no longer hold. */
  isBack: boolean;
}

/** Ms within which one attempt after the other is one line in the journal. */
const ONE_ATTEMPT = 10_000;

/** Ms a press may take until it is heard: a background that was killed is told again. */
const HEARD_WITHIN = 10_000;

const NOTHING_FOLLOWS: MarketFollowUp = { readsAccess: false, recordsRun: null, isBack: false };

export class Market {
  watch: MarketWatch;
  readonly runs: Reinstalls;
  readonly #entries: JournalEntry[] = [];

  constructor(watch: MarketWatch, runs: readonly ReinstallRun[]) {
    this.watch = watch;
    this.runs = new Reinstalls(runs);
  }

  view({ guardsOthers }: Pick<Settings, 'guardsOthers'>): MarketView {
    return marketView(this.watch, this.runs.latest, guardsOthers);
  }

  /** True while cards and the Contact Center are worth a look: during a reinstall, and until tabs were seen once. */
  get watchesCards(): boolean {
    const run = this.runs.latest;
    const { confirmed, cards, presence } = this.watch;
    // Tabs are the only proof that the installation has come to its end.
    if (confirmed && cards.length === 0 && presence?.presence !== 'absent') return true;
    return run !== null && isOpenRun(run) && run.state !== 'stopped';
  }

  /** Brings times in line with a clock that was set back; comes before any other work. */
  advanceClock(now: number): void {
    this.watch = watchWithoutFuture(this.watch, now);
    this.runs.advanceClock(now);
  }

  /** Takes what a page shows. */
  take(sight: MarketSight, now: number): MarketFollowUp {
    if (sight.kind === 'accessClosed') return { ...NOTHING_FOLLOWS, readsAccess: this.watch.confirmed !== null };
    const run = this.#openRun;
    // A card that was loaded before the application came back still shows what it was.
    const isOld = sight.kind === 'tabs' && run !== null && isAfterRemoval(run) && sight.shownSince < run.since;
    if (isOld) return NOTHING_FOLLOWS;
    this.watch = watchAfter(this.watch, sight, now);
    const isBack = run !== null && this.#tell(run, eventsOf(sight, this.watch, now), now);
    return { ...NOTHING_FOLLOWS, isBack, recordsRun: run && this.#provesEnd(sight, run.id) ? run.id : null };
  }

  /** New tabs prove that the installation has come to its end. */
  #provesEnd(sight: MarketSight, runId: string): boolean {
    const run = this.runs.get(runId);
    const { confirmed } = this.watch;
    if (sight.kind !== 'tabs' || run?.state !== 'finishing' || !run.before || !confirmed) return false;
    const old = placementIdsOf(run.before);
    return old.length > 0 && tabsOf(sight.tabs, confirmed).tabs.some(({ placementId }) => !old.includes(placementId));
  }

  /** True when the application came back by it. */
  #tell(run: ReinstallRun, events: readonly ReinstallEvent[], now: number): boolean {
    for (const event of events) this.runs.send(run.id, event, now);
    return run.state !== 'finishing' && this.runs.get(run.id)?.state === 'finishing';
  }

  get #openRun(): ReinstallRun | null {
    const { confirmed } = this.watch;
    return confirmed && this.runs.openOf(confirmed.code);
  }

  /** Takes how a press on the portal's "Uninstall" went; `newId` is for a reinstall that nobody began. */
  tellUninstall(told: UninstallTold, newId: string, now: number): void {
    const { confirmed } = this.watch;
    if (told.type === 'pressed' || told.type === 'refused') {
      if (!confirmed || (told.code !== null && told.code !== confirmed.code)) return;
      // A press that names no application is ours only while a reinstall waits for one.
      if (told.code === null && !this.#openRun) return;
      if (told.type === 'pressed') {
        const run = this.#openRun ?? this.runs.begin(newId, confirmed.code, now);
        // Heard late, it still came before what the page showed of it.
        const at = Math.min(now, Math.max(told.at ?? now, now - HEARD_WITHIN));
        this.runs.send(run.id, { type: 'uninstall.pressed', wipes: told.wipes, at }, now);
      } else if (this.#openRun) {
        this.runs.send(this.#openRun.id, { type: 'uninstall.refused', message: told.message, at: now }, now);
      }
      return;
    }
    const { type: end, code, name } = told;
    const before = this.watch.lastWipe;
    // The same press told again, or a page that makes them up.
    const isAgain = before?.end === end && Math.abs(now - before.at) < ONE_ATTEMPT;
    const attempt = end === 'stopped' && !isAgain ? { stoppedAt: now } : stoppedBefore(before, { code, name, end });
    this.watch = { ...this.watch, lastWipe: { at: now, code, name, end, ...attempt } };
    if (isAgain) return;
    if (end === 'stopped') this.#entries.push({ at: now, kind: 'wipe.stopped', name, code });
    if (end === 'insisted') this.#entries.push({ at: now, kind: 'wipe.insisted', name, code, ...attempt });
  }

  /** True when something is kept that only a person could say again. */
  get holdsWords(): boolean {
    return this.watch.confirmed !== null || this.runs.latest !== null;
  }

  /** "This one is it"; null: none of them. False when it was not on the list. */
  choose(code: string | null, now: number): boolean {
    const watch = withChoice(this.watch, code, now);
    if (watch) this.watch = watch;
    return watch !== null;
  }

  /** Asks anew which one it is. */
  forget(): void {
    const { confirmed, candidates } = this.watch;
    if (!confirmed) return;
    const { code, appId, name } = confirmed;
    const presence = this.watch.presence?.presence ?? 'unknown';
    const again = { code, appId, name, developer: '', presence, isUnpublished: null, needsSubscription: false };
    this.watch = {
      ...this.watch,
      ...{ confirmed: null, candidates: [again, ...candidates], declined: [], presence: null, opening: null },
      ...{ cards: [], tiles: { state: 'notRead', reason: 'notShown' }, access: null },
    };
  }

  /** Remembers what the access list says; true when it has become empty. */
  takeAccess(summary: AccessSummary | null, now: number): boolean {
    const before = this.watch.access;
    if (summary) this.watch = { ...this.watch, access: summary };
    const isEmptied = summary !== null && summary.entries === 0 && (before?.entries ?? 0) > 0;
    if (isEmptied) this.#entries.push({ at: now, kind: 'appAccess.emptied', name: this.watch.confirmed?.name ?? '' });
    return isEmptied;
  }

  /** Begins a reinstall of the confirmed application, or goes on with the open one; null: none is confirmed. */
  begin(newId: string, facts: { isAdministrator: boolean | null }, settings: Settings, now: number): string | null {
    const { confirmed } = this.watch;
    if (!confirmed) return null;
    const run = this.#openRun ?? this.runs.begin(newId, confirmed.code, now);
    // Whoever gave up and begins again wants to go on.
    if (run.stop?.kind === 'byUser') this.runs.send(run.id, { type: 'run.resumed', at: now }, now);
    this.check(run.id, facts, settings, now);
    return run.id;
  }

  /** Looks at what could go wrong, with the record that there is. */
  check(id: string, { isAdministrator }: { isAdministrator: boolean | null }, settings: Settings, now: number): void {
    const { isUnpublished, needsSubscription } = this.watch;
    const isPublished = isUnpublished === null ? null : !isUnpublished;
    const record = this.runs.get(id)?.before ?? null;
    const facts = { isAdministrator, isPublished, needsSubscription: needsSubscription || null, record };
    this.runs.send(id, { type: 'checks.told', checks: checkReinstall(facts, settings.workingTime, now), at: now }, now);
  }

  /** Takes what a person says of a reinstall; false when it does not fit. */
  tellRun(id: string, wish: Exclude<RunWish, { type: 'record.wanted' }>, now: number): boolean {
    const event: ReinstallEvent =
      wish.type === 'finish.told' ? { type: 'finish.seen', by: 'user', at: now } : { type: wish.type, at: now };
    return this.runs.send(id, event, now) !== null;
  }

  takeRecord(id: string, record: AppRecord, now: number): boolean {
    return this.runs.send(id, { type: 'record.taken', record }, now) !== null;
  }

  takeChanges() {
    const { entries, ...runs } = this.runs.takeChanges();
    return { ...runs, entries: [...this.#entries.splice(0), ...entries] };
  }
}

/** States in which what was there before the uninstallation tells nothing any more. */
const isAfterRemoval = ({ state }: ReinstallRun): boolean =>
  state === 'absent' || state === 'installing' || state === 'finishing' || state === 'compared';

/** When the journal says that the attempt was stopped that a press goes on with; nothing where it does not. */
function stoppedBefore(
  before: WipeAttempt | null,
  { code, name, end }: Pick<WipeAttempt, 'code' | 'name' | 'end'>,
): Pick<WipeAttempt, 'stoppedAt'> {
  if (before?.stoppedAt === undefined || before.code !== code || before.name !== name) return {};
  const goesOn = end === 'insisted' || (end === 'stopped' && before.end === 'stopped');
  return goesOn ? { stoppedAt: before.stoppedAt } : {};
}
