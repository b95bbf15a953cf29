/** The demo portals: `startPortal()` serves them over HTTPS on the loopback interface. */

import type { IncomingMessage } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { Director } from './director/director.ts';
import type { PortalIdentity, PortalName } from './model/state.ts';
import { sendText } from './server/http.ts';
import { Portal, SESSION_COOKIE } from './server/portal-site.ts';
import { route } from './server/router.ts';
import { makeCertificate } from './server/tls.ts';

export type { Scenario, ScenarioChanges } from './model/scenario.ts';
export type { Call } from './server/calls.ts';
export type { Fault } from './server/faults.ts';
export { Director };

const IDENTITIES: PortalIdentity[] = [
  { name: 'demo', host: 'demo.bitrix24.ru', folder: '/', language: 'ru', supportBotId: 5, firstChatId: 500 },
  { name: 'second', host: 'second.bitrix24.com', folder: '/', language: 'en', supportBotId: 12, firstChatId: 700 },
  /** On a server of its own, in a folder: nothing but its pages tells that it is a portal. */
  { name: 'own', host: 'portal.example', folder: '/intranet/', language: 'ru', supportBotId: 31, firstChatId: 900 },
];

export interface DemoPortal {
  port: number;
  origins: Record<PortalName, string>;
  /** The director of one portal, by its name or its origin. */
  director(portal: string): Director;
  /** Ends all connections and timers. */
  close(): Promise<void>;
}

interface StartOptions {
  port?: number;
  host?: string;
  /** Hosts of further portals, for whoever looks after many. */
  hosts?: readonly string[];
}

/** One more portal that is as the second one is, under a name of its own. */
const furtherPortal = (host: string, index: number): PortalIdentity => ({
  ...{ name: 'second', host, folder: '/', language: 'en' },
  ...{ supportBotId: 40 + index, firstChatId: 1_000 + 100 * index },
});

/** Starts the demo portals on one port; without a port a free one is taken. */
export async function startPortal({ port = 0, host = '127.0.0.1', hosts = [] }: StartOptions = {}) {
  const identities = [...IDENTITIES, ...hosts.map(furtherPortal)];
  const portals = new Map(identities.map((identity) => [identity.host, new Portal(identity)]));
  const server = createServer(await makeCertificate([...portals.keys()]), (request, response) => {
    route(portals, request, response).catch((error: unknown) => {
      console.error(error);
      sendText(response, 500, 'text/plain', 'The demo portal failed; see its output.');
    });
  });
  server.on('upgrade', (request, socket, head) => connectPull(portals, request, socket, head));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });

  const find = (wanted: string): Portal => {
    const found = [...portals.values()].find(({ identity }) => {
      return identity.name === wanted || identity.host === wanted || `https://${identity.host}` === wanted;
    });
    if (!found) throw new Error(`No demo portal "${wanted}": there are demo, second and own.`);
    return found;
  };
  const demo: DemoPortal = {
    port: (server.address() as AddressInfo).port,
    origins: {
      demo: 'https://demo.bitrix24.ru',
      second: 'https://second.bitrix24.com',
      own: 'https://portal.example',
    },
    director: (wanted) => new Director(find(wanted)),
    close: () =>
      new Promise((resolve) => {
        for (const portal of portals.values()) portal.close();
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return demo;
}

function connectPull(
  portals: ReadonlyMap<string, Portal>,
  request: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  // A connection that breaks while it is being set up is the client's affair; without a listener it would end the process.
  socket.on('error', () => socket.destroy());
  const portal = portals.get((request.headers.host ?? '').toLowerCase().replace(/:\d+$/, ''));
  const cookie = new RegExp(`(?:^|;\\s*)${SESSION_COOKIE}=([^;]+)`).exec(request.headers.cookie ?? '')?.[1];
  const isOurs = portal && request.url?.startsWith('/bitrix/subws/');
  if (!isOurs || portal.state.scenario.user.role === 'signedOut' || !portal.sessions.isValid(cookie)) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    return;
  }
  portal.calls.add({
    kind: 'socket',
    method: '/bitrix/subws/',
    methods: [],
    params: {},
    cookie: true,
    token: false,
    refreshedActivity: false,
    origin: request.headers.origin ?? null,
    outcome: portal.pull.isBlocked ? 'refused' : 'success',
  });
  portal.pull.connect(request, socket, head);
}
