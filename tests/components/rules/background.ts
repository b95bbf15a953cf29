/** A background that keeps rules as the test says, and checks them as the real one does. */
import * as v from 'valibot';
import { expect } from 'vitest';
import { OwnMessage } from '../../../core/own/own-protocol.ts';
import { checkRule } from '../../../core/rules/check-rule.ts';
import { RULES_MESSAGES } from '../../../core/rules/rules-protocol.ts';
import type { Rule, RuleState } from '../../../domain/rules/rule.ts';
import { TEMPLATES } from '../../../domain/rules/templates.ts';
import type { RuleCard, RulesView, SavedRule } from '../../../domain/rules/view.ts';
import { en } from '../../../locales/rules/en.ts';
import { front } from '../dashboard/fronts.ts';
import { NOW } from '../samples.ts';

export type Message = { type: string } & Record<string, unknown>;

const NO_RUNS: RuleCard['counts'] = { done: 0, dry: 0, failed: 0, uncertain: 0, waiting: 0, skipped: 0 };

/** A ready rule by its place in the list. */
export const readyRule = (index: number, changes: Partial<Rule> = {}): Rule => ({
  ...(TEMPLATES[index]?.make(en.messages.template, { timeZone: 'Europe/Moscow' }) as Rule),
  ...changes,
});

export const card = (changes: Partial<RuleCard> = {}): RuleCard => ({
  rule: readyRule(0),
  state: 'dry',
  offBecause: null,
  changedAt: NOW,
  lastRunAt: null,
  counts: NO_RUNS,
  missing: [],
  ...changes,
});

export const rulesView = (changes: Partial<RulesView> = {}): RulesView => ({
  at: NOW,
  isPaused: false,
  isReadOnly: false,
  isOff: false,
  cards: [],
  destinations: [],
  uncertain: [],
  canNotify: true,
  portals: [
    { key: 'https://demo.bitrix24.ru|1', origin: 'https://demo.bitrix24.ru', label: 'Demo' },
    { key: 'https://other.bitrix24.ru|5', origin: 'https://other.bitrix24.ru', label: 'Other' },
  ],
  ...changes,
});

/** What a rule page may ask, with everything that was asked. */
export class FakeBackground {
  view: RulesView;
  readonly asked: Message[] = [];
  /** Messages that fail. */
  readonly failing = new Set<string>();

  constructor(changes: Partial<RulesView> = {}) {
    this.view = rulesView(changes);
  }

  readonly send = async (message: unknown): Promise<unknown> => {
    const asked = message as Message;
    const isOurs = RULES_MESSAGES.some(({ entries }) => entries.type.literal === asked.type);
    if (isOurs) expect(v.safeParse(OwnMessage, message).issues).toBeUndefined();
    this.asked.push(asked);
    if (this.failing.has(asked.type)) throw new Error('out of reach');
    return structuredClone(this.#answer(asked));
  };

  of(type: string): Message[] {
    return this.asked.filter((message) => message.type === type);
  }

  #answer(message: Message): unknown {
    switch (message.type) {
      case 'front.wanted':
        return front();
      case 'all.wiped':
        return { at: NOW, removed: 1, left: [] };
      case 'rules.wanted':
        return this.view;
      case 'rules.paused':
        return this.#with({ isPaused: message.isOn === true });
      case 'rule.checked':
        return checkRule(message.rule);
      case 'rule.saved':
        return this.#save(message);
      case 'rule.switched':
        return this.#change(String(message.id), { state: message.state as RuleState });
      case 'rule.removed':
        return this.#with({ cards: this.view.cards.filter(({ rule }) => rule.id !== message.id) });
      case 'rule.rehearsed':
        return { days: 30, events: 0, wouldRun: [], skipped: [] };
      case 'rule.started':
        return [{ actionIndex: 0 }];
      case 'runs.wanted':
        return [];
      default:
        return null;
    }
  }

  #with(changes: Partial<RulesView>): RulesView {
    this.view = { ...this.view, ...changes };
    return this.view;
  }

  #change(id: string, changes: Partial<RuleCard>): RulesView {
    return this.#with({
      cards: this.view.cards.map((each) => (each.rule.id === id ? { ...each, ...changes } : each)),
    });
  }

  #save({ rule: document, version }: Message): SavedRule {
    const { rule, problems } = checkRule(document);
    if (!rule) return { kind: 'refused', problems };
    const before = this.view.cards.find((each) => each.rule.id === rule.id);
    if ((before?.rule.version ?? null) !== version)
      return { kind: 'refused', problems: [{ path: 'version', problem: 'outOfRange' }] };
    const saved = card({ rule: { ...rule, version: (before?.rule.version ?? 0) + 1 } });
    const others = this.view.cards.filter((each) => each !== before);
    return { kind: 'saved', view: this.#with({ cards: [...others, saved] }) };
  }
}
