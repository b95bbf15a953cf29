/** Saves settings as a file and takes them from one. A file is taken only while it does what the user was shown. */
import type { ImportPlan, PortalStep } from '../../domain/settings-file/plan.ts';
import { planImport, planText } from '../../domain/settings-file/plan.ts';
import type { ImportOutcome, ImportPreview, TakenCounts } from '../../domain/settings-file/preview.ts';
import { type WrittenFile, writeSettingsFile } from '../../domain/settings-file/write.ts';
import { servedLanguage } from '../../locales/languages.ts';
import type { Desks } from '../desks.ts';
import type { Display } from '../display.ts';
import type { Effects } from '../effects.ts';
import type { Governance } from '../governance.ts';
import type { House } from '../house.ts';
import type { Own } from '../own/own-protocol.ts';
import { enterPortal, isPortalAddress } from './new-portals.ts';
import { type FileReading, readSettingsFile } from './read-file.ts';
import { isOtherThanPlanned, takeStep } from './take-step.ts';
import { whatIsHere } from './what-is-here.ts';

export interface ExchangeParts {
  desks: Desks;
  house: House;
  governance: Governance;
  display: Display;
  effects: Effects;
  /** Lets portals that came with a file in where the browser allows them already. */
  reconcile: () => Promise<void>;
}

type Planning = Pick<Own<'import.planned'>, 'text' | 'choices'>;
type Readable = Extract<FileReading, { why: null }>;

export class Exchange {
  readonly #parts: ExchangeParts;
  /** Files are taken one after another: what one has changed is news to the next. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
  }

  /** The file with what was chosen. */
  async write(contents: Own<'export.wanted'>['contents']): Promise<WrittenFile> {
    const { desks, house, effects } = this.#parts;
    return writeSettingsFile(await whatIsHere(desks, house), contents, effects.now());
  }

  /** What taking the file would change; changes nothing. */
  async plan({ text, choices }: Planning): Promise<ImportPreview> {
    const reading = readSettingsFile(text);
    if (reading.why !== null) return reading;
    const { file, skipped, skippedCount } = withServedLanguage(reading);
    const plan = await this.#planOf(file, choices);
    return { why: null, plan, mark: await markOf(plan), savedAt: file.savedAt, skipped, skippedCount };
  }

  /** Takes the file if it still does what was shown. */
  take(message: Own<'import.taken'>): Promise<ImportOutcome> {
    const turn = this.#turn.then(() => this.#take(message));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  async #take({ text, choices, plan: shown }: Own<'import.taken'>): Promise<ImportOutcome> {
    const { house, display } = this.#parts;
    if (house.preferences.isReadOnly) return { result: 'readOnly' };
    const reading = readSettingsFile(text);
    if (reading.why !== null) return { result: 'failed' };
    const plan = await this.#planOf(withServedLanguage(reading).file, choices);
    if ((await markOf(plan)) !== shown) return { result: 'changed' };
    const outcome = await this.#follow(plan);
    if (plan.steps.some(({ isNew }) => isNew)) await this.#parts.reconcile();
    await display.showAll();
    return outcome;
  }

  async #planOf(file: Readable['file'], choices: Planning['choices']): Promise<ImportPlan> {
    const { desks, house, effects } = this.#parts;
    const plan = planImport(file, await whatIsHere(desks, house), choices, house.policy, effects.now());
    const isTakable = (step: PortalStep) => !step.isNew || isPortalAddress(step);
    const strange = plan.steps.filter((step) => !isTakable(step));
    const left = strange.map(({ address, userId }) => ({ address, userId, why: 'noPortal' as const }));
    return { ...plan, steps: plan.steps.filter(isTakable), left: [...plan.left, ...left] };
  }

  /** Portal after portal, each in one piece, then what holds for all; what fails is named, the rest goes on. */
  async #follow(plan: ImportPlan): Promise<ImportOutcome> {
    const counts: TakenCounts = { portals: 0, settings: 0, notes: 0, records: 0 };
    const missing: string[] = [];
    for (const step of plan.steps) {
      const taken = await this.#tryStep(step);
      if (taken) add(counts, taken);
      else missing.push(step.address);
    }
    const arePreferencesMissing = !(await this.#tryPreferences(plan));
    if (!arePreferencesMissing) counts.settings += plan.rows.filter(({ lock }) => lock === null).length;
    if (missing.length === 0 && !arePreferencesMissing) return { result: 'taken', ...counts };
    const isNothingTaken = counts.portals === 0 && counts.settings === 0;
    return isNothingTaken ? { result: 'failed' } : { result: 'partly', missing, arePreferencesMissing, ...counts };
  }

  async #tryStep(step: PortalStep): Promise<TakenCounts | null> {
    const { desks, house, effects } = this.#parts;
    const now = () => effects.now();
    const key = `${step.address}|${step.userId}`;
    try {
      const work = (desk: Parameters<typeof takeStep>[0]) =>
        isOtherThanPlanned(desk, step) ? null : takeStep(desk, step, now());
      const taken = step.isNew
        ? await desks.withNew(step.address, step.userId, now, work)
        : await desks.with(key, now, work);
      if (taken) await enterPortal(house, step, { takesPorts: effects.takesPorts(), now: now() });
      return taken ?? null;
    } catch (error) {
      console.error('Latchdesk: a portal of a settings file could not be taken', error);
      return null;
    }
  }

  async #tryPreferences({ preferences }: ImportPlan): Promise<boolean> {
    try {
      await this.#parts.governance.change(preferences);
      return true;
    } catch (error) {
      console.error('Latchdesk: preferences of a settings file could not be taken', error);
      return false;
    }
  }
}

function add(counts: TakenCounts, more: TakenCounts): void {
  for (const name of Object.keys(counts) as (keyof TakenCounts)[]) counts[name] += more[name];
}

/** A language that nothing here serves would be a choice that does nothing. */
function withServedLanguage(reading: Readable): Readable {
  const { language, ...preferences } = reading.file.preferences;
  if (language === undefined) return reading;
  const served = servedLanguage(language);
  if (served !== null)
    return { ...reading, file: { ...reading.file, preferences: { ...preferences, language: served } } };
  const skipped = [...reading.skipped, { field: 'preferences.language', why: 'wrongValue' as const }];
  return { ...reading, file: { ...reading.file, preferences }, skipped, skippedCount: reading.skippedCount + 1 };
}

/** A plan in few characters, so that nobody has to send it back. */
async function markOf(plan: ImportPlan): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(planText(plan)));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
