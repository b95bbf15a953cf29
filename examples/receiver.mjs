/**
 * A small receiver for webhooks of Latchdesk, in plain Node without packages:
 *
 *     LATCHDESK_KEY=whsec_… node examples/receiver.mjs
 *
 * It listens on this computer only. Put it behind something that speaks HTTPS (nginx, Caddy, a tunnel), or allow
 * addresses of the own computer for this destination and use http://127.0.0.1:8787/.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const key = process.env.LATCHDESK_KEY ?? '';
const port = Number(process.env.PORT ?? 8787);
const TOLERANCE = 5 * 60;
const LARGEST = 65_536;

if (!key.startsWith('whsec_')) {
  console.error('Set LATCHDESK_KEY to the key that Latchdesk showed when the destination was saved (whsec_…).');
  process.exit(1);
}

/** Keys of calls that were done; a real receiver keeps them in its database, for two days at least. */
const done = new Set();

/** True for a call that was signed with our key not long ago. */
function isGenuine({ headers }, body) {
  const timestamp = Number(headers['webhook-timestamp']);
  if (!(Math.abs(Date.now() / 1000 - timestamp) <= TOLERANCE)) return false;
  const secret = Buffer.from(key.slice('whsec_'.length), 'base64');
  const wanted = createHmac('sha256', secret).update(`${headers['webhook-id']}.${timestamp}.${body}`).digest();
  return String(headers['webhook-signature'])
    .split(' ')
    .map((each) => Buffer.from(each.replace(/^v1,/, ''), 'base64'))
    .some((given) => given.length === wanted.length && timingSafeEqual(given, wanted));
}

/** What shall happen; here it is only written down. */
function act(event) {
  console.log(`${event.isTest ? 'Example: ' : ''}${event.type} on ${event.portal.host}: ${event.note}`);
}

const server = createServer(async (request, response) => {
  // The signature is made over the bytes as they came: they must not be parsed and written anew before it was checked.
  let body = '';
  for await (const chunk of request.setEncoding('utf8')) {
    body += chunk;
    if (body.length > LARGEST) return response.writeHead(413).end();
  }
  if (request.method !== 'POST') return response.writeHead(405).end();
  if (!isGenuine(request, body)) return response.writeHead(401).end('The signature does not fit');
  const id = request.headers['webhook-id'];
  // A repeat means that our answer got lost: say yes again, and do nothing.
  if (!done.has(id)) {
    act(JSON.parse(body));
    done.add(id);
  }
  response.writeHead(200, { 'Content-Type': 'text/plain' }).end('Taken');
});

server.listen(port, '127.0.0.1', () => console.log(`Listening on http://127.0.0.1:${server.address().port}/`));
