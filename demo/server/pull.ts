import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PortalEvent } from '../model/events.ts';
import { portalDate } from '../model/wire.ts';

const HISTORY_LASTS = 3_600_000;

interface Sent {
  mid: number;
  at: number;
  text: string;
}

/** Live events of one portal: every page of the user gets every event, late ones catch up after a reconnect. */
export class PullHub {
  onMessage: (text: string) => void = () => undefined;
  private readonly server = new WebSocketServer({ noServer: true });
  private readonly delays = new Set<NodeJS.Timeout>();
  private history: Sent[] = [];
  private lastMid = 0;
  private blocked = false;

  get isBlocked(): boolean {
    return this.blocked;
  }

  get connections(): number {
    return this.server.clients.size;
  }

  /** Takes a connection over; `mid` of its address is the last event that the page has seen. */
  connect(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.blocked) {
      socket.destroy();
      return;
    }
    const url = new URL(request.url ?? '/', 'https://portal.invalid');
    const seen = Number(url.searchParams.get('mid') ?? '');
    this.server.handleUpgrade(request, socket, head, (client) => {
      client.on('message', (data) => this.onMessage(String(data)));
      this.greet(client, url.searchParams.has('mid') && Number.isInteger(seen) ? seen : this.lastMid);
    });
  }

  /** Sends events at once, save for those that the portal itself sends later. */
  send(events: readonly PortalEvent[], delay = 0): void {
    for (const event of events) {
      const after = delay + (event.after ?? 0);
      if (after === 0) this.deliver(event);
      else this.sendLater(structuredClone(event), after);
    }
  }

  /** Cuts all connections; while blocked, pages that reconnect are turned away. */
  drop(block: boolean): void {
    this.blocked = block;
    for (const client of this.server.clients) client.terminate();
  }

  restore(): void {
    this.blocked = false;
  }

  /** Events that nobody has received yet are lost, as after an hour offline. */
  forget(): void {
    this.history = [];
  }

  clearDelays(): void {
    for (const delay of this.delays) clearTimeout(delay);
    this.delays.clear();
  }

  close(): void {
    this.clearDelays();
    this.drop(true);
    this.server.close();
  }

  private sendLater(event: PortalEvent, after: number): void {
    const delay = setTimeout(() => {
      this.delays.delete(delay);
      this.deliver(event);
    }, after);
    this.delays.add(delay);
  }

  private deliver({ module, command, params }: PortalEvent): void {
    this.lastMid += 1;
    const at = Date.now();
    const extra = {
      server_name: 'demo',
      server_time: portalDate(at),
      server_time_unix: at / 1000,
      im_revision: 130,
      sender: { type: 2, id: '' },
    };
    const text = JSON.stringify({ mid: this.lastMid, module_id: module, command, params, extra });
    this.history = this.history.filter((sent) => at - sent.at < HISTORY_LASTS);
    this.history.push({ mid: this.lastMid, at, text });
    for (const client of this.server.clients) client.send(text);
  }

  private greet(client: WebSocket, seen: number): void {
    client.send(JSON.stringify({ mid: this.lastMid, hello: true }));
    for (const sent of this.history) if (sent.mid > seen) client.send(sent.text);
  }
}
