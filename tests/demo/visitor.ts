/** A visitor of a demo portal without a browser: cookie, token, calls, live events. */
import https from 'node:https';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { WebSocket } from 'ws';
import type { PortalName } from '../../demo/model/state.ts';
import { type DemoPortal, type Director, startPortal } from '../../demo/portal.ts';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface LiveEvent {
  module_id: string;
  command: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever the portal tells
  params: any;
  extra: { server_time_unix: number };
}

interface Request {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

export class Visitor {
  cookie = '';
  token = '';
  private readonly portal: DemoPortal;
  private readonly host: string;

  constructor(portal: DemoPortal, name: PortalName = 'demo') {
    this.portal = portal;
    this.host = new URL(portal.origins[name]).host;
  }

  /** Opens a page as a browser would: keeps the cookie and the token it carries. */
  async open(path = '/stream/'): Promise<Answer> {
    const answer = await this.ask(path);
    const cookie = answer.headers['set-cookie'];
    if (Array.isArray(cookie)) this.cookie = cookie[0]?.split(';')[0] ?? '';
    this.token = /"bitrix_sessid":"(\w+)"/.exec(answer.text)?.[1] ?? this.token;
    return answer;
  }

  ask(path: string, { method = 'GET', headers = {}, body = '' }: Request = {}): Promise<Answer> {
    const cookie: Record<string, string> = this.cookie ? { Cookie: this.cookie } : {};
    const options = {
      host: '127.0.0.1',
      port: this.portal.port,
      path,
      method,
      rejectUnauthorized: false,
      headers: { Host: this.host, ...cookie, ...headers },
    };
    return new Promise((resolve, reject) => {
      const request = https.request(options, (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
        response.on('error', reject);
      });
      request.on('error', reject);
      request.end(body);
    });
  }

  /** A REST call with the token in the form. */
  async rest(method: string, params: Record<string, string> = {}) {
    const body = new URLSearchParams({ sessid: this.token, ...params }).toString();
    return read(await this.ask(`/rest/${method}.json`, { method: 'POST', headers: FORM, body }));
  }

  /** A batch of `{key: 'method?query'}`. */
  batch(commands: Record<string, string>, params: Record<string, string> = {}) {
    const cmd = Object.entries(commands).map(([key, command]) => [`cmd[${key}]`, command]);
    return this.rest('batch', { ...Object.fromEntries(cmd), ...params });
  }

  /** An ajax action with the token in the header. */
  async ajax(action: string, params: Record<string, string> = {}) {
    const headers = { ...FORM, 'X-Bitrix-Csrf-Token': this.token };
    const body = new URLSearchParams(params).toString();
    const path = `/bitrix/services/main/ajax.php?action=${action}`;
    return read(await this.ask(path, { method: 'POST', headers, body }));
  }

  /** Listens to live events; `next(command)` waits for the first one not yet taken. */
  async listen(query = '') {
    const address = `wss://127.0.0.1:${this.portal.port}/bitrix/subws/${query}`;
    const headers = { Host: this.host, Cookie: this.cookie };
    const socket = new WebSocket(address, { rejectUnauthorized: false, headers });
    const events: LiveEvent[] = [];
    let wake: () => void = () => undefined;
    let mid = 0;
    const greeted = new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('message', (data) => {
        const event = JSON.parse(String(data));
        mid = event.mid;
        if (event.hello) resolve();
        else events.push(event);
        wake();
      });
    });
    await greeted;
    const next = async (command: string): Promise<LiveEvent> => {
      for (;;) {
        const at = events.findIndex((event) => event.command === command);
        const [found] = at >= 0 ? events.splice(at, 1) : [];
        if (found) return found;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    };
    return { next, events, socket, lastMid: () => mid };
  }
}

const FORM = { 'Content-Type': 'application/x-www-form-urlencoded' };

function read({ status, headers, text }: Answer) {
  return { status, headers, body: JSON.parse(text) };
}

export interface Visit {
  portal: DemoPortal;
  director: Director;
  visitor: Visitor;
}

/** A demo portal for all tests of a file, started anew for each, with a visitor who has opened a page unless told otherwise. */
export function eachWithVisitor({ opensPage = true } = {}): Visit {
  const visit = {} as Visit;
  beforeAll(async () => {
    visit.portal = await startPortal();
    visit.director = visit.portal.director('demo');
  });
  afterAll(() => visit.portal.close());
  beforeEach(async () => {
    visit.director.reset();
    visit.visitor = new Visitor(visit.portal);
    if (opensPage) await visit.visitor.open();
  });
  return visit;
}
