/** The link's end of the bridge: parses what the page's world says and asks it for the few things it may be asked. */
import * as v from 'valibot';
import type { PageClaim } from '../bitrix24/bridge-protocol.ts';
import { type BridgeCall, type BridgeToLink, HELLO, type LinkToBridge } from '../bitrix24/bridge-protocol.ts';
import { PageClaimSchema } from '../bitrix24/page.ts';

export interface BridgeListener {
  /** Null: a page without the portal's scripts. Called once per page, and again when the link asks anew. */
  onPage(page: PageClaim | null): void;
  onEvent(command: string, params: unknown, at: number): void;
  /** The portal's live connection: `online`, `offline` or `connect` (trying). */
  onConnection(status: string): void;
}

/** Deliveries younger than this count as news. */
const LATE_SECONDS = 10;
const ANSWER_TIMEOUT = 2_000;

export class BridgeClient {
  readonly #port: MessagePort;
  readonly #waiting = new Map<number, (value: unknown) => void>();
  #lastId = 0;

  /** Shakes hands with the bridge of this page. */
  constructor(listener: BridgeListener) {
    const channel = new MessageChannel();
    this.#port = channel.port1;
    this.#port.onmessage = (message: MessageEvent<BridgeToLink>) => this.#take(message.data, listener);
    window.postMessage(HELLO, location.origin, [channel.port2]);
  }

  /** What the page says about itself now; null when the bridge is gone or talks nonsense. */
  async page(): Promise<PageClaim | null> {
    const claim = v.safeParse(PageClaimSchema, await this.#ask({ call: 'page' }));
    return claim.success ? claim.output : null;
  }

  /** Unread numbers by chat id from the page's own data; null when the page has none. */
  async unread(chatIds: number[]): Promise<Map<number, number> | null> {
    const value = await this.#ask({ call: 'unread', chatIds });
    const pairs = v.safeParse(v.array(v.tuple([v.number(), v.pipe(v.number(), v.integer(), v.minValue(0))])), value);
    return pairs.success ? new Map(pairs.output) : null;
  }

  /** Opens a dialog through the portal's own call; false when this page offers none. */
  async openDialog(dialogId: string): Promise<boolean> {
    return (await this.#ask({ call: 'openDialog', dialogId })) === true;
  }

  close(): void {
    this.#port.close();
  }

  #ask(call: BridgeCall): Promise<unknown> {
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#settle(id, null), ANSWER_TIMEOUT);
      this.#waiting.set(id, (value) => {
        clearTimeout(timer);
        resolve(value);
      });
      this.#port.postMessage({ ...call, id } satisfies LinkToBridge);
    });
  }

  #settle(id: number, value: unknown): void {
    const resolve = this.#waiting.get(id);
    this.#waiting.delete(id);
    resolve?.(value);
  }

  #take(message: BridgeToLink, listener: BridgeListener): void {
    switch (message.kind) {
      case 'answer':
        this.#settle(message.id, message.value);
        break;
      case 'page': {
        const claim = v.safeParse(PageClaimSchema, message.page);
        listener.onPage(claim.success ? claim.output : null);
        break;
      }
      case 'event': {
        // The portal says how long ago it happened, but its clock is not ours: only a clearly late delivery is dated back.
        const isLate = message.agoSeconds >= LATE_SECONDS;
        const ago = isLate ? message.agoSeconds * 1000 : 0;
        listener.onEvent(String(message.command), message.params, Date.now() - ago);
        break;
      }
      case 'connection':
        listener.onConnection(String(message.status));
        break;
    }
  }
}
