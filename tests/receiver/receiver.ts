/**
 * A real HTTPS server that takes webhooks: verifies signatures, counts keys, and answers as it was told to. For unit tests
 * and for tests in a browser.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { makeCertificate } from '../../demo/server/tls.ts';

/** What the receiver does with a call. `cutBefore`: it breaks off before anything is done, `cutAfter` afterwards. */
export type Manner =
  | { kind: 'ok'; status?: number; text?: string }
  | { kind: 'error'; status: number; retryAfter?: string; text?: string }
  | { kind: 'redirect'; status: 301 | 302 | 307 | 308; to?: string }
  /** Answers only once `release` is called. */
  | { kind: 'slow' }
  | { kind: 'cutBefore' }
  | { kind: 'cutAfter' }
  /** A success with so many bytes behind it. */
  | { kind: 'large'; bytes: number }
  /** A success whose body never ends. */
  | { kind: 'endless' };

export interface Delivery {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
  /** Of `X-Idempotency-Key`; null: there was none. */
  key: string | null;
  signature: 'right' | 'wrong' | 'old' | 'none';
  /** It was the first with its key, and was done. */
  wasDone: boolean;
}

const TOLERANCE = 300_000;
const OK: Manner = { kind: 'ok' };

export class Receiver {
  readonly origin: string;
  readonly host: string;
  readonly deliveries: Delivery[] = [];
  /** How often what stands behind a key was done. */
  readonly done = new Map<string, number>();
  /** `whsec_…`; null: signatures are not looked at. */
  signingKey: string | null = null;
  /** False: each call is done, whatever its key. */
  honoursKeys = true;
  /** Epoch ms; for signatures that are old. */
  now: () => number = Date.now;
  #script: Manner[] = [];
  #usual: Manner = OK;
  #waiting: (() => void)[] = [];
  #arrived: (() => void)[] = [];
  readonly #server: ReturnType<typeof createServer>;

  private constructor(server: ReturnType<typeof createServer>, host: string) {
    this.#server = server;
    this.host = `${host}:${(server.address() as AddressInfo).port}`;
    this.origin = `https://${this.host}`;
  }

  static async start(host = 'localhost'): Promise<Receiver> {
    let receiver: Receiver | undefined;
    const server = createServer(await makeCertificate([host, 'hooks.example']), (request, response) => {
      receiver?.answer(request, response).catch((error: unknown) => response.destroy(error as Error));
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', resolve);
    });
    receiver = new Receiver(server, host);
    return receiver;
  }

  get port(): number {
    return Number(this.host.split(':')[1]);
  }

  /** Answers the next calls so, one after another, and the usual way after that. */
  next(...manners: Manner[]): void {
    this.#script.push(...manners);
  }

  usually(manner: Manner): void {
    this.#usual = manner;
  }

  /** Resolves when so many calls have arrived. */
  async arrived(count: number): Promise<void> {
    while (this.deliveries.length < count) await new Promise<void>((resolve) => this.#arrived.push(resolve));
  }

  /** Slow answers go out now. */
  release(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  reset(): void {
    this.release();
    this.deliveries.length = 0;
    this.done.clear();
    this.#script = [];
    this.#usual = OK;
    this.honoursKeys = true;
    this.signingKey = null;
    this.now = Date.now;
  }

  close(): Promise<void> {
    this.release();
    return new Promise((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const manner = this.#script.shift() ?? this.#usual;
    const signature = this.#judge(request.headers, body);
    const isRefused =
      signature === 'wrong' || signature === 'old' || (signature === 'none' && this.signingKey !== null);
    const isDoing = !isRefused && ['ok', 'slow', 'cutAfter', 'large', 'endless'].includes(manner.kind);
    const key = headerOf(request.headers, 'x-idempotency-key');
    const { method = '', url = '', headers } = request;
    const wasDone = isDoing && this.#do(key);
    this.deliveries.push({ method, path: url, headers, body, key, signature, wasDone });
    for (const tell of this.#arrived.splice(0)) tell();
    if (isRefused) return void response.writeHead(401).end('signature');
    await this.#play(manner, response);
  }

  #do(key: string | null): boolean {
    if (key !== null && this.honoursKeys && this.done.has(key)) return false;
    this.done.set(key ?? '', (this.done.get(key ?? '') ?? 0) + 1);
    return true;
  }

  async #play(manner: Manner, response: ServerResponse): Promise<void> {
    switch (manner.kind) {
      case 'ok':
        response.writeHead(manner.status ?? 200, { 'Content-Type': 'text/plain' }).end(manner.text ?? 'ok');
        return;
      case 'error':
        if (manner.retryAfter !== undefined) response.setHeader('Retry-After', manner.retryAfter);
        response.writeHead(manner.status).end(manner.text ?? '');
        return;
      case 'redirect':
        response.writeHead(manner.status, { Location: manner.to ?? '/elsewhere' }).end();
        return;
      case 'slow':
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
        response.end('late');
        return;
      case 'large':
        response.end('x'.repeat(manner.bytes));
        return;
      case 'endless':
        response.writeHead(200).write('beginning');
        return;
      default:
        response.destroy();
    }
  }

  #judge(headers: IncomingHttpHeaders, body: string): Delivery['signature'] {
    const given = headerOf(headers, 'webhook-signature');
    if (this.signingKey === null || given === null) return 'none';
    const id = headerOf(headers, 'webhook-id') ?? '';
    const timestamp = headerOf(headers, 'webhook-timestamp') ?? '';
    const secret = Buffer.from(this.signingKey.replace(/^whsec_/, ''), 'base64');
    const wanted = createHmac('sha256', secret).update(`${id}.${timestamp}.${body}`).digest();
    const isRight = given.split(' ').some((each) => {
      const [version, signed = ''] = each.split(',');
      const bytes = Buffer.from(signed, 'base64');
      return version === 'v1' && bytes.length === wanted.length && timingSafeEqual(bytes, wanted);
    });
    if (!isRight) return 'wrong';
    return Math.abs(this.now() - Number(timestamp) * 1_000) > TOLERANCE ? 'old' : 'right';
  }
}

function headerOf(headers: IncomingHttpHeaders, name: string): string | null {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
