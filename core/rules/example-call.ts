/** What a destination is shown and sent before anything has happened: every fact that may go there, with made-up values. */
import type { TaskRequest } from '../../bitrix24/tasks.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import { eventBody } from '../../domain/rules/event-body.ts';
import { FACT_NAMES, FACTS, type Facts, type FactType, type FactValue } from '../../domain/rules/facts.ts';
import type { Action, Rule } from '../../domain/rules/rule.ts';
import { backgroundLocaleFor } from '../../locales/background/catalogue.ts';
import { taskRequest } from './render-action.ts';

/** Who an example comes from. */
export interface Sender {
  host: string;
  label: string;
  /** In which the words of the example are. */
  language: string;
}

export interface Example {
  sender: Sender;
  /** The first rule that goes there; null: none does. */
  rule: Rule | null;
  destination: string;
  /** Epoch ms. */
  at: number;
}

/** The body that a webhook gets. `isTest`: it is sent because somebody wants to see it arrive. */
export function exampleBody({ sender, rule, destination, at }: Example, isTest: boolean): string {
  const own = rule?.actions.find((action) => action.kind === 'webhook' && action.destination === destination);
  const note = (own as Extract<Action, { kind: 'webhook' }> | undefined)?.note ?? '';
  const words = backgroundLocaleFor(sender.language).messages.rules;
  const event: RuleEvent = {
    ...{ id: 'example', kind: rule?.trigger.kind ?? 'manual', portal: '', object: 'chat:1', version: 'example', at },
    facts: exampleFacts(sender, at),
  };
  const body = eventBody({
    event,
    rule: rule ?? { id: 'example', name: words.example, version: 1 },
    portal: sender,
    note: isTest ? [words.example, note].filter(Boolean).join('. ') : note,
    isTest,
  });
  return JSON.stringify(body);
}

/** The body that a portal gets; nobody ever sends it. */
export function exampleTask({ sender, rule, destination, at }: Example, userId: string): string {
  const own = rule?.actions.find((action) => action.kind === 'task' && action.through === destination);
  const words = backgroundLocaleFor(sender.language).messages.rules;
  const task = (own as Extract<Action, { kind: 'task' }> | undefined) ?? {
    ...{ title: words.example, text: words.example, deadlineDays: 1 },
  };
  const request: TaskRequest = taskRequest(task, Number(userId), at);
  return JSON.stringify(request);
}

function exampleFacts({ host, label }: Sender, at: number): Facts {
  const values: Record<FactType, FactValue> = {
    ...{ text: 'example', number: 1, flag: true, list: ['example'], time: new Date(at).toISOString() },
  };
  const facts = Object.fromEntries(FACT_NAMES.map((name) => [name, values[FACTS[name]]]));
  return { ...facts, 'portal.host': host, 'portal.name': label };
}
