/** The world outside as calls of rules meet it; the browser's side of it is `browser-outside.ts`. */

/** How a portal takes tasks, as its answers have shown. */
export interface TaskManner {
  /** Version of the REST it speaks for tasks. */
  rest: 2 | 3;
  /** It has shown that it takes a call with a known key only once. */
  knowsKeys: boolean;
}

export interface Outside {
  /** Epoch ms. */
  now(): number;
  isOnline(): boolean;
  /** True when the browser lets us read answers of the hosts of a match pattern. */
  isAllowed(pattern: string): Promise<boolean>;
  fetch(address: string, init: RequestInit): Promise<Response>;
  /** ms that a call may take. */
  patience: number;
  /** By the origin of the portal; kept as long as the browser runs, for the background sleeps in between. */
  taskManner(origin: string): Promise<TaskManner | undefined>;
  keepTaskManner(origin: string, manner: TaskManner): Promise<void>;
}

/** Long enough for a slow portal, and shorter than the browser lets an idle background live. */
export const PATIENCE = 15_000;
