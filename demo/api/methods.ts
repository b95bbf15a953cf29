/** The table of methods that the demo portal answers, over REST and as ajax actions alike. */
import type { PortalEvent } from '../model/events.ts';
import type { PortalState } from '../model/state.ts';
import type { Params } from '../server/params.ts';
import { refusalFor } from './application-only.ts';
import { chatMethods } from './chats.ts';
import { employeeMethods } from './employees.ts';
import { listMethods } from './lists.ts';
import { messageMethods } from './messages.ts';
import { notificationMethods } from './notifications.ts';
import { lineMethods } from './open-lines.ts';
import { supportMethods } from './support-dialogs.ts';
import { taskMethods } from './tasks.ts';
import { userMethods } from './users.ts';

export interface MethodCall {
  state: PortalState;
  params: Params;
  transport: 'rest' | 'batch' | 'ajax';
  /** True for a single form-encoded POST, the only kind whose fields PHP puts into `$_POST`. */
  isForm: boolean;
}

export interface MethodError {
  code: string;
  message: string;
  /** HTTP status over REST, 400 by default. */
  status?: number;
}

export interface MethodResult {
  data?: unknown;
  error?: MethodError;
  events?: PortalEvent[];
  /** Lists of older REST methods stand in pages: how many there are, and where the next page begins. */
  total?: number;
  next?: number;
}

export type Method = (call: MethodCall) => MethodResult;

const METHODS: Record<string, Method> = {
  ...supportMethods,
  ...chatMethods,
  ...messageMethods,
  ...notificationMethods,
  ...listMethods,
  ...userMethods,
  ...employeeMethods,
  ...lineMethods,
  ...taskMethods,
};

const BY_NAME = new Map(Object.entries(METHODS).map(([name, method]) => [name.toLowerCase(), method]));

/** Finds a method; the portal does not mind the case of names. */
export function findMethod(name: string): Method | undefined {
  return BY_NAME.get(name.toLowerCase()) ?? refusalFor(name);
}
