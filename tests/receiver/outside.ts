/** The world outside for tests: real requests over TLS with hosts that no name server knows, cookies as a browser has them. */
import https from 'node:https';
import { Readable } from 'node:stream';
import type { Outside, TaskManner } from '../../core/rules/outside.ts';

export interface TestOutside extends Outside {
  time: number;
  online: boolean;
  /** Patterns that the browser does not let us into. */
  closed: Set<string>;
  /** Which port stands for a host. */
  ports: Map<string, number>;
  cookies: Map<string, string>;
  manners: Map<string, TaskManner>;
  fetched: { address: string; init: RequestInit }[];
}

export function testOutside(): TestOutside {
  const outside: TestOutside = {
    time: Date.now(),
    online: true,
    closed: new Set(),
    ports: new Map(),
    cookies: new Map(),
    manners: new Map(),
    fetched: [],
    patience: 5_000,
    now: () => outside.time,
    isOnline: () => outside.online,
    isAllowed: async (pattern) => !outside.closed.has(pattern),
    fetch: (address, init) => {
      outside.fetched.push({ address, init });
      return fetchOver(outside, new URL(address), init);
    },
    taskManner: async (origin) => outside.manners.get(origin),
    keepTaskManner: async (origin, manner) => void outside.manners.set(origin, manner),
  };
  return outside;
}

/** As `fetch` does it, but for the certificate, and for names, which lead to this computer. */
function fetchOver({ ports, cookies }: TestOutside, url: URL, init: RequestInit): Promise<Response> {
  const cookie = init.credentials === 'include' ? cookies.get(url.hostname) : undefined;
  const body = init.body == null ? '' : String(init.body);
  const type = init.body instanceof URLSearchParams ? { 'Content-Type': 'application/x-www-form-urlencoded' } : {};
  const headers = { ...type, ...(init.headers as Record<string, string>), ...(cookie && { Cookie: cookie }) };
  return new Promise((resolve, reject) => {
    const request = https.request(
      {
        ...{ host: '127.0.0.1', port: ports.get(url.hostname) ?? url.port, path: url.pathname + url.search },
        ...{ method: init.method, rejectUnauthorized: false, agent: false },
        headers: { Host: url.host, 'Content-Length': Buffer.byteLength(body), ...headers },
      },
      (answer) => {
        const status = answer.statusCode ?? 0;
        // A browser tells nothing of a redirect that it does not follow.
        if (status >= 300 && status < 400) return resolve(opaqueRedirect());
        answer.on('error', () => request.destroy());
        const lines = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)]);
        resolve(new Response(Readable.toWeb(answer) as ReadableStream, { status, headers: lines }));
      },
    );
    request.on('error', () => reject(new TypeError('Failed to fetch')));
    init.signal?.addEventListener('abort', () => {
      reject(init.signal?.reason);
      request.destroy();
    });
    request.end(body);
  });
}

const opaqueRedirect = () => Object.defineProperties(Response.error(), { type: { value: 'opaqueredirect' } });
