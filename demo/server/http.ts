import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Params, parseForm } from './params.ts';
import { withFolder } from './site-dir.ts';

const MAX_BODY = 5_000_000;

/** One request, read to its end. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  host: string;
  path: string;
  query: Params;
  body: Params;
  contentType: string;
  cookies: Map<string, string>;
}

/** Reads a request: path, query, body of any usual type, cookies. */
export async function readExchange(request: IncomingMessage, response: ServerResponse): Promise<Exchange> {
  const url = new URL(request.url ?? '/', 'https://portal.invalid');
  const contentType = request.headers['content-type'] ?? '';
  return {
    request,
    response,
    host: (request.headers.host ?? '').toLowerCase().replace(/:\d+$/, ''),
    path: decodeURIComponent(url.pathname),
    query: parseForm([...url.searchParams]),
    body: await readBody(request, contentType),
    contentType,
    cookies: readCookies(request.headers.cookie ?? ''),
  };
}

async function readBody(request: IncomingMessage, contentType: string): Promise<Params> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) throw new Error('The request body is larger than the demo portal reads.');
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return {};
  if (contentType.includes('json')) return parseJson(bytes.toString('utf8'));
  if (contentType.includes('multipart/form-data')) return readMultipart(bytes, contentType);
  return parseForm([...new URLSearchParams(bytes.toString('utf8'))]);
}

function parseJson(text: string): Params {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Params) : {};
  } catch (error) {
    // PHP ignores a body it cannot parse; the call then fails for want of its parameters.
    return { unreadableBody: String(error) };
  }
}

async function readMultipart(bytes: Buffer, contentType: string): Promise<Params> {
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  const pairs: [string, string][] = [];
  form.forEach((value, name) => {
    pairs.push([name, String(value)]);
  });
  return parseForm(pairs);
}

function readCookies(header: string): Map<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

export function sendText(response: ServerResponse, status: number, type: string, text: string | Buffer): void {
  if (response.destroyed || response.writableEnded) return;
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  if (!response.hasHeader('Cache-Control')) response.setHeader('Cache-Control', 'no-store');
  response.end(hasAddresses(type) ? withFolder(response, text.toString()) : text);
}

const hasAddresses = (type: string): boolean => type.startsWith('text/html') || type.startsWith('text/javascript');

export function sendJson(response: ServerResponse, status: number, value: unknown): void {
  sendText(response, status, 'application/json; charset=UTF-8', JSON.stringify(value));
}

export function redirect(response: ServerResponse, to: string): void {
  response.statusCode = 302;
  response.setHeader('Location', withFolder(response, `=${to}`).slice(1));
  response.end();
}
