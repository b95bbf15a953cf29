/** Tasks of a portal, and the keys by which its newer REST knows a call again. */
import { createHash } from 'node:crypto';
import type { PortalState } from './state.ts';

export interface DemoTask {
  id: number;
  title: string;
  description: string;
  creatorId: number;
  responsibleId: number;
  /** As it was told; null for none. */
  deadline: string | null;
  /** `form`: a person has saved it. */
  through: 'rest' | 'rest3' | 'form';
}

interface KeptAnswer {
  bodyHash: string;
  answer: unknown;
  at: number;
}

export interface TaskState {
  tasks: DemoTask[];
  answers: Map<string, KeptAnswer>;
}

/** How the portal behaves around tasks made from outside. */
export interface ScenarioTasks {
  /** `absent`: the newer REST does not know tasks; `withoutKeys`: it takes every call as a new one. */
  rest3: 'open' | 'absent' | 'withoutKeys';
  /** False: the newer REST refuses the session of the page. */
  takesSession: boolean;
  /** False: nobody may make tasks. */
  isAllowed: boolean;
  /** False: the plan has no incoming webhooks. */
  hasWebhooks: boolean;
  /** The key of the user's incoming webhook. */
  webhookKey: string;
  webhookScopes: string[];
}

export const USUAL_TASKS: ScenarioTasks = {
  rest3: 'open',
  takesSession: true,
  isAllowed: true,
  hasWebhooks: true,
  webhookKey: 'k7demowebhook0000',
  webhookScopes: ['task', 'tasks', 'user'],
};

export const noTasks = (): TaskState => ({ tasks: [], answers: new Map() });

const KEPT_FOR = 86_400_000;
const FIRST_ID = 7001;

export function addTask({ todo }: PortalState, task: Omit<DemoTask, 'id'>): DemoTask {
  const added = { id: FIRST_ID + todo.tasks.length, ...task };
  todo.tasks.push(added);
  return added;
}

export const hashOf = (body: string): string => createHash('sha256').update(body).digest('hex');

/** What was answered to a call with this key; null: it is a new one, or older than a day. */
export function keptAnswer({ todo }: PortalState, key: string, now: number): KeptAnswer | null {
  const kept = todo.answers.get(key);
  return kept && now - kept.at < KEPT_FOR ? kept : null;
}

export function keepAnswer({ todo }: PortalState, key: string, kept: KeptAnswer): void {
  todo.answers.set(key, kept);
}
