/** Does the actions of rules: each one once for each call, with all that has to hold looked at again right before it. */
import * as v from 'valibot';
import type { ToldCall } from '../../bitrix24/call-notes.ts';
import { formAddress, KEY_KEPT_FOR, TaskRequest } from '../../bitrix24/tasks.ts';
import type { RuleAnswerWords } from '../../domain/rules/answer-words.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import type { Action, Rule } from '../../domain/rules/rule.ts';
import type { Outcome, RenderedAction, RuleRun } from '../../domain/rules/run.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import { originOf } from '../desks.ts';
import { done, failed } from './call-outcome.ts';
import type { ActionPerformer } from './contract.ts';
import type { Destinations } from './destinations.ts';
import { performLocal } from './local-actions.ts';
import type { LocalParts } from './local-parts.ts';
import type { Outside } from './outside.ts';
import { renderAction } from './render-action.ts';
import { callForTask, type TaskWay, type TaskWish } from './task-call.ts';
import { callWebhook } from './webhook-call.ts';

export interface PerformerParts extends LocalParts {
  destinations: Destinations;
  outside: Outside;
  /** Match pattern of the host permission that a portal needs. */
  patternOf: (origin: string) => string;
  /** Requests to a portal are told like all others. */
  noteCalls: (portal: string, calls: readonly ToldCall[]) => void;
}

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

export class Performer implements ActionPerformer {
  readonly #parts: PerformerParts;

  constructor(parts: PerformerParts) {
    this.#parts = parts;
  }

  ready(): Promise<void> {
    return this.#parts.destinations.ready();
  }

  render(action: Action, rule: Rule, event: RuleEvent, world: RuleWorld): RenderedAction {
    const words = backgroundLocaleFor(world.view.language).messages.rules.fill;
    const destinationOf = (id: string) => this.#parts.destinations.known(id);
    return renderAction(action, { rule, event, world, words, destinationOf });
  }

  async isRepeatable(
    action: Action,
    { plannedAt, portal }: Pick<RuleRun, 'plannedAt' | 'portal'>,
    now: number,
  ): Promise<boolean> {
    const { destinations, outside } = this.#parts;
    if (action.kind === 'webhook') return (await destinations.get(action.destination))?.knowsKeys ?? false;
    // What stays here is found done the second time; a form that opens twice has saved nothing.
    if (action.kind !== 'task' || action.through === 'form') return true;
    if (now - plannedAt >= KEY_KEPT_FOR) return false;
    const origin = action.through === 'session' ? originOf(portal) : await destinations.originOf(action.through);
    // Not every portal that speaks the newer REST knows keys: it has to have shown it.
    return origin !== undefined && ((await outside.taskManner(origin))?.knowsKeys ?? false);
  }

  async perform(run: RuleRun): Promise<Outcome> {
    const action = run.rendered?.action;
    if (!action) return failed('notPossible');
    if (action.kind === 'webhook') return this.#post(action, run);
    if (action.kind === 'task') return this.#makeTask(action, run);
    return performLocal(action, run, this.#parts);
  }

  async #post({ destination }: Of<'webhook'>, { key, rendered }: RuleRun): Promise<Outcome> {
    const target = await this.#parts.destinations.target(destination, 'webhook');
    if (target.kind === 'failed') return target;
    if (rendered?.body == null) return failed('notPossible');
    const { address, signingKey, knowsKeys } = target;
    return callWebhook({ address, signingKey, knowsKeys, key, body: rendered.body }, this.#parts.outside);
  }

  async #makeTask({ through }: Of<'task'>, run: RuleRun): Promise<Outcome> {
    const body = run.rendered?.body;
    if (body == null) return failed('noDestination');
    const desk = await this.#parts.desks.peek(run.portal);
    if (!desk) return failed('notPossible');
    const words = backgroundLocaleFor(desk.language).messages.rules;
    if (through === 'form') return this.#openForm(run.portal, desk.row.userId, body, words);
    const way = through === 'session' ? await this.#session(run.portal, desk.row.userId) : await this.#webhook(through);
    return way.kind === 'failed' ? way : this.#call({ way, key: run.key, body, words }, run.portal);
  }

  async #call(wish: Omit<TaskWish, 'note'>, portal: string): Promise<Outcome> {
    const calls: ToldCall[] = [];
    const outcome = await callForTask({ ...wish, note: (call) => void calls.push(call) }, this.#parts.outside);
    if (calls.length > 0) this.#parts.noteCalls(portal, calls);
    return outcome;
  }

  async #openForm(portal: string, userId: string, body: string, words: RuleAnswerWords): Promise<Outcome> {
    const { desks, effects } = this.#parts;
    const request = v.parse(TaskRequest, JSON.parse(body));
    await effects.openTab(formAddress(desks.placeOf(portal), userId, request), { inBackground: true });
    return done(words.taskForm);
  }

  async #session(portal: string, userId: string): Promise<TaskWay | Failed> {
    const { outside, patternOf } = this.#parts;
    const origin = originOf(portal);
    return (await outside.isAllowed(patternOf(origin))) ? { kind: 'session', origin, userId } : noPermission();
  }

  async #webhook(id: string): Promise<TaskWay | Failed> {
    const target = await this.#parts.destinations.target(id, 'portal');
    return target.kind === 'failed' ? target : { kind: 'webhook', address: target.address };
  }
}

export type Failed = Extract<Outcome, { kind: 'failed' }>;

const noPermission = (): Failed => ({ kind: 'failed', problem: 'noPermission', status: null, answer: '' });
