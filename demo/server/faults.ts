import type { ServerResponse } from 'node:http';
import { sendJson, sendText } from './http.ts';

/** `cutOffAfter`: the call is done, and its answer gets lost. */
export type FaultKind = '500' | '503' | '429' | 'html' | 'slow' | 'cutOff' | 'cutOffAfter' | 'timeout' | 'wrongShape';

export interface Fault {
  kind: FaultKind;
  /** Part of `rest <methods>`, `ajax <method>` or `page <path>`; without it all calls are meant, pages are not. */
  match?: string;
  /** So many calls get through before it strikes. */
  skip?: number;
  /** How often it strikes; without it until it is cleared. */
  times?: number;
  /** For `slow`, 3000 by default. */
  ms?: number;
  /** For `429` and `503`: what `Retry-After` says. */
  retryAfter?: string;
}

const LOGIN_FORM =
  '<!DOCTYPE html><html><body><form method="post" action="/auth/"><input name="USER_LOGIN"></form></body></html>';

/** The failures to play, and their playing. */
export class Faults {
  private faults: Fault[] = [];
  private readonly delays = new Set<NodeJS.Timeout>();

  add(fault: Fault): void {
    this.faults.push({ ...fault });
  }

  clear(): void {
    this.faults = [];
  }

  list(): Fault[] {
    return structuredClone(this.faults);
  }

  /** The fault for a call, already counted down; null when none is meant. */
  take(label: string): Fault | null {
    const wanted = label.toLowerCase();
    const isCall = !wanted.startsWith('page ');
    const fault = this.faults.find(({ match }) => (match ? wanted.includes(match.toLowerCase()) : isCall));
    if (!fault) return null;
    if (fault.skip) {
      fault.skip -= 1;
      return null;
    }
    if (fault.times !== undefined) {
      fault.times -= 1;
      if (fault.times <= 0) this.faults = this.faults.filter((other) => other !== fault);
    }
    return fault;
  }

  /** Plays a fault; true when the call is thereby answered. */
  async play(fault: Fault, response: ServerResponse): Promise<boolean> {
    if (fault.kind === 'slow') {
      await this.wait(fault.ms ?? 3000);
      return false;
    }
    if (fault.kind === 'cutOffAfter') return false;
    if (fault.kind === '503' || fault.kind === '429') sendTooMany(response, fault);
    if (fault.kind === '500') sendText(response, 500, 'text/html; charset=UTF-8', '<h1>Internal Server Error</h1>');
    if (fault.kind === 'html') sendText(response, 200, 'text/html; charset=UTF-8', LOGIN_FORM);
    if (fault.kind === 'cutOff') cutOff(response);
    // Valid JSON, right status, and nothing in it that a reader expects.
    if (fault.kind === 'wrongShape')
      sendJson(response, 200, { result: { result: 'ok' }, status: 'success', data: 'ok' });
    // `timeout`: no answer at all, until the client or the server goes away.
    return true;
  }

  /** The connection breaks before a word of the answer. */
  cut(response: ServerResponse): void {
    response.destroy();
  }

  close(): void {
    for (const delay of this.delays) clearTimeout(delay);
    this.delays.clear();
  }

  private wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const delay = setTimeout(() => {
        this.delays.delete(delay);
        resolve();
      }, ms);
      this.delays.add(delay);
    });
  }
}

function sendTooMany(response: ServerResponse, { kind, retryAfter }: Fault): void {
  if (retryAfter !== undefined) response.setHeader('Retry-After', retryAfter);
  const [error, words] =
    kind === '429' ? ['OPERATION_TIME_LIMIT', 'Method is blocked'] : ['QUERY_LIMIT_EXCEEDED', 'Too many requests'];
  sendJson(response, Number(kind), { error, error_description: words });
}

function cutOff(response: ServerResponse): void {
  response.writeHead(200, { 'Content-Type': 'application/json; charset=UTF-8', 'Content-Length': '4096' });
  response.write('{"result":{"result":{"count":', () => response.destroy());
}
