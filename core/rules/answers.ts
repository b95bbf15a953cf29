/** Answers what the dashboard asks about rules. Who may ask, and what read-only refuses, was looked at before. */
import type { RuleBookRepository } from '../../database/rule-book.ts';
import type { Rule, RuleRow } from '../../domain/rules/rule.ts';
import type { RuleRun } from '../../domain/rules/run.ts';
import type {
  Agreement,
  Rehearsal,
  RuleProblem,
  RulesImportPlan,
  RulesView,
  SavedRule,
} from '../../domain/rules/view.ts';
import type { Desks } from '../desks.ts';
import { originOf } from '../desks.ts';
import type { Effects } from '../effects.ts';
import type { House } from '../house.ts';
import type { Own } from '../own/own-protocol.ts';
import type { RuleBook } from './book.ts';
import { checkRule } from './check-rule.ts';
import type { ActionPerformer } from './contract.ts';
import type { Destinations } from './destinations.ts';
import type { Engine } from './engine.ts';
import { rehearse } from './rehearse.ts';
import { exportRules, planImport, takeImport } from './rules-file.ts';
import type { RulesMessage } from './rules-service.ts';
import { ruleWorld } from './world.ts';

export interface AnswerParts {
  desks: Desks;
  house: House;
  effects: Effects;
  destinations: Destinations;
  performer: ActionPerformer;
  book: RuleBook;
  rows: RuleBookRepository;
  engine: Engine;
  /** Rules, runs or destinations have changed. */
  changed: () => Promise<void>;
}

/** Runs in one answer. */
const PAGE = 100;

export class RuleAnswers {
  readonly #parts: AnswerParts;

  constructor(parts: AnswerParts) {
    this.#parts = parts;
  }

  async answer(message: RulesMessage): Promise<unknown> {
    const { destinations, engine, rows } = this.#parts;
    switch (message.type) {
      case 'rules.wanted':
        return this.#view();
      case 'rules.paused':
        return this.#after(rows.setPaused(message.isOn));
      case 'rule.checked':
        return checkRule(message.rule);
      case 'rule.saved':
        return this.#save(message);
      case 'rule.switched':
        return this.#after(this.#switch(message));
      case 'rule.removed':
        return this.#after(this.#parts.book.remove(message.id, this.#now()));
      case 'rule.rehearsed':
        return this.#rehearse(message.rule);
      case 'rule.started':
        return engine.start(message.id, message.portal);
      case 'runs.wanted':
        return rows.runs(message.ruleId, message.before, PAGE);
      case 'run.decided':
        return this.#after(engine.decide(message.key, message.decision));
      case 'runs.exported':
        return this.#runsFile();
      case 'rules.exported':
        return this.#rulesFile(message.ids);
      case 'rules.importPlanned':
        return this.#plan(message.text);
      case 'rules.importTaken':
        return this.#take(message);
      case 'destination.saved':
        return destinations.save(message).finally(() => this.#parts.changed());
      case 'destination.previewed':
        return destinations.preview(message.id);
      case 'destination.agreed':
        return this.#agree(message);
      case 'destination.tested':
        return destinations.test(message.id);
      case 'destination.removed':
        return this.#after(destinations.remove(message.id));
    }
  }

  async #after(work: Promise<unknown>): Promise<RulesView> {
    await work;
    await this.#parts.changed();
    return this.#view();
  }

  readonly #now = (): number => this.#parts.effects.now();

  async #view(): Promise<RulesView> {
    const { book, rows, destinations, house, effects } = this.#parts;
    const places = await destinations.views();
    return {
      at: this.#now(),
      isPaused: await rows.isPaused(),
      isReadOnly: house.preferences.isReadOnly,
      isOff: !house.isOn('rules'),
      cards: await book.cards(places),
      destinations: places,
      uncertain: await rows.uncertain(),
      canNotify: effects.canNotify(),
      portals: await this.#portals(),
    };
  }

  async #portals(): Promise<RulesView['portals']> {
    const { desks, house } = this.#parts;
    return (await desks.all()).map(({ row: { key, origin } }) => {
      return { key, origin, label: house.portalOf(origin)?.label || new URL(origin).host };
    });
  }

  async #save({ rule: document, version }: Own<'rule.saved'>): Promise<SavedRule> {
    const { rule, problems } = checkRule(document);
    if (!rule) return { kind: 'refused', problems };
    const problem = await this.#parts.book.save(rule, version, this.#now());
    return problem
      ? { kind: 'refused', problems: [problem] }
      : { kind: 'saved', view: await this.#after(Promise.resolve()) };
  }

  async #agree(message: Own<'destination.agreed'>): Promise<Agreement> {
    const kind = await this.#parts.destinations.agree(message);
    return { kind, view: await this.#after(Promise.resolve()) };
  }

  async #switch({ id, state }: Own<'rule.switched'>): Promise<void> {
    const { book, destinations } = this.#parts;
    await book.switch(id, state, await destinations.views(), this.#now());
  }

  async #rehearse(document: unknown): Promise<Rehearsal | null> {
    const { rule } = checkRule(document);
    if (!rule) return null;
    const { desks, performer, house } = this.#parts;
    const now = this.#now();
    await performer.ready?.();
    const ours = (await desks.all()).filter(
      ({ row }) => isAbout(rule, row.key) && house.whyPaused(row.origin) === null,
    );
    const portals = ours.map((desk) => ({
      world: ruleWorld(desk, now),
      entries: (from: number, until: number) => desks.entries(desk.row.key, from, until),
    }));
    return rehearse(rule, portals, (...parts) => performer.render(...parts), now);
  }

  async #runsFile(): Promise<string> {
    const runs: RuleRun[] = await this.#parts.rows.everyRun();
    return JSON.stringify(
      { format: 'latchdesk-runs', schema: 1, runs: runs.sort((a, b) => b.plannedAt - a.plannedAt) },
      null,
      2,
    );
  }

  async #rulesFile(ids: readonly string[] | null): Promise<string> {
    const { rows, destinations } = this.#parts;
    const rules = (await rows.all()).filter(({ id }) => ids === null || ids.includes(id)).map(({ rule }) => rule);
    return exportRules(rules, await destinations.views());
  }

  async #plan(text: string): Promise<RulesImportPlan> {
    const { rows, destinations } = this.#parts;
    return planImport(text, await rows.all(), await destinations.views());
  }

  /** Null: the file, or what is here, is not what was shown any more. */
  async #take({ text, mark, ids }: Own<'rules.importTaken'>): Promise<RulesView | null> {
    const plan = await this.#plan(text);
    if (plan.mark !== mark || plan.problems.some(isAboutAll)) return null;
    const wanted = new Set(plan.rules.filter(({ kind }) => kind !== 'same').map(({ id }) => id));
    for (const rule of takeImport(text, ids)) if (wanted.has(rule.id)) await this.#parts.book.take(rule, this.#now());
    return this.#after(Promise.resolve());
  }
}

/** A problem of one rule keeps that rule out; a problem of the file keeps everything out. */
const isAboutAll = ({ path }: RuleProblem): boolean => path === '' || path === 'rules';

const isAbout = ({ portals }: RuleRow['rule'] | Rule, key: string): boolean =>
  portals === 'all' || portals.includes(originOf(key));
