/** An action with its texts filled in. The same input gives the same output: a repeat must not differ by a letter. */
import { deadlineText, LONGEST_TITLE, type TaskRequest } from '../../bitrix24/tasks.ts';
import type { RuleEvent } from '../../domain/rules/event.ts';
import { eventBody } from '../../domain/rules/event-body.ts';
import { type FillWords, fillText } from '../../domain/rules/render-text.ts';
import type { Action, Rule } from '../../domain/rules/rule.ts';
import type { RenderedAction } from '../../domain/rules/run.ts';
import type { RuleWorld } from '../../domain/rules/world.ts';
import { oneLine } from '../../domain/templates.ts';

const DAY = 86_400_000;

/** What rendering has to know of a destination. */
export interface KnownDestination {
  host: string;
  /** Whose incoming webhook it is; null for others. */
  userId: string | null;
}

export interface RenderParts {
  rule: Rule;
  event: RuleEvent;
  world: RuleWorld;
  words: FillWords;
  destinationOf: (id: string) => KnownDestination | undefined;
}

export function renderAction(action: Action, parts: RenderParts): RenderedAction {
  const filled = withTexts(action, (text) => fillText(text, parts.event.facts, parts.words));
  if (filled.kind === 'webhook') return renderWebhook(filled, parts);
  if (filled.kind === 'task') return renderTask(filled, parts);
  return { action: filled, body: null, goesTo: '' };
}

function withTexts(action: Action, fill: (text: string) => string): Action {
  const line = (text: string) => oneLine(fill(text));
  switch (action.kind) {
    case 'notify':
    case 'draft':
    case 'task':
      return { ...action, title: line(action.title), text: fill(action.text) };
    case 'alias':
    case 'tag':
      return { ...action, text: line(action.text) };
    case 'note':
    case 'journal':
      return { ...action, text: fill(action.text) };
    case 'webhook':
      return { ...action, note: fill(action.note) };
    default:
      return action;
  }
}

type Of<K extends Action['kind']> = Extract<Action, { kind: K }>;

function renderWebhook(action: Of<'webhook'>, { rule, event, world, destinationOf }: RenderParts): RenderedAction {
  const { host, label } = world.view;
  const body = JSON.stringify(eventBody({ event, rule, portal: { host, label }, note: action.note }));
  return { action, body, goesTo: destinationOf(action.destination)?.host ?? '' };
}

/** Without a known destination there is nobody the task could be for, and so no body. */
function renderTask(action: Of<'task'>, { event, world, destinationOf }: RenderParts): RenderedAction {
  const isOwn = action.through === 'session' || action.through === 'form';
  const { host, userId } = world.view;
  const target = isOwn ? { host, userId } : destinationOf(action.through);
  if (!target?.userId) return { action, body: null, goesTo: target?.host ?? '' };
  return { action, body: JSON.stringify(taskRequest(action, Number(target.userId), event.at)), goesTo: target.host };
}

/** A task of the user for themselves. Its deadline counts from the event, not from the attempt. */
export function taskRequest(
  { title, text, deadlineDays }: Pick<Of<'task'>, 'title' | 'text' | 'deadlineDays'>,
  userId: number,
  at: number,
): TaskRequest {
  const fields = {
    title: title.slice(0, LONGEST_TITLE).toWellFormed(),
    description: text,
    creatorId: userId,
    responsibleId: userId,
  };
  return {
    fields: deadlineDays === null ? fields : { ...fields, deadline: deadlineText(at + deadlineDays * DAY) },
  };
}
