/** A page without a browser: the few globals that link and outbox use, and a bridge that the test plays. */
import { vi } from 'vitest';
import type { LinkToBridge, PageClaim } from '../../bitrix24/bridge-protocol.ts';
import type { AccessQuery, LinkMessage, LinkReply } from '../../bitrix24/link-protocol.ts';
import type { TabMessage } from '../../bitrix24/surface-protocol.ts';

export const NOTHING_TO_ASK: AccessQuery = {
  carriers: [],
  wantsCarriers: false,
  wantsNotifications: false,
  readUpTo: [],
  known: [],
};
export const NOTHING: LinkReply = { read: false, watch: null, countUnread: false, access: NOTHING_TO_ASK };

export const PAGE: PageClaim = {
  userId: '1',
  language: 'ru',
  token: 'secret-token',
  generation: 'v2',
  hasStore: false,
  isAdministrator: null,
  isConnected: true,
};

export class Scene {
  /** What the background was told. */
  readonly told: LinkMessage[] = [];
  /** How the background answers; the test may replace it. */
  background: (message: LinkMessage) => unknown = () => NOTHING;
  readonly #windowListeners = new Map<string, Set<(event: unknown) => void>>();
  readonly #bridgePorts: MessagePort[] = [];
  readonly calls: LinkToBridge[] = [];
  page: PageClaim | null = PAGE;
  /** How the bridge answers; undefined keeps it silent. */
  answer: (call: LinkToBridge) => unknown = (call) => (call.call === 'page' ? this.page : null);
  readonly runtime = {
    id: 'ours' as string | undefined,
    sendMessage: vi.fn((message: LinkMessage) => {
      this.told.push(message);
      return Promise.resolve(this.background(message));
    }),
    onMessage: {
      addListener: (listener: Scene['fromBackground']) => {
        this.fromBackground = listener;
      },
      removeListener: vi.fn(),
    },
  };
  fromBackground: (message: TabMessage, sender: unknown, respond: (answer: unknown) => void) => unknown = () =>
    undefined;

  constructor() {
    vi.resetModules();
    const postMessage = (_hello: unknown, _origin: string, [port]: MessagePort[]) => port && this.#join(port);
    vi.stubGlobal('chrome', { runtime: this.runtime });
    vi.stubGlobal('location', { origin: 'https://demo.bitrix24.ru' });
    vi.stubGlobal('window', { postMessage });
    vi.stubGlobal('addEventListener', (type: string, listener: (event: unknown) => void) =>
      this.#windowListeners.set(type, (this.#windowListeners.get(type) ?? new Set()).add(listener)),
    );
    vi.stubGlobal('removeEventListener', (type: string, listener: (event: unknown) => void) =>
      this.#windowListeners.get(type)?.delete(listener),
    );
  }

  #join(port: MessagePort): void {
    this.#bridgePorts.push(port);
    port.onmessage = ({ data }: MessageEvent<LinkToBridge>) => {
      this.calls.push(data);
      const value = this.answer(data);
      if (value !== undefined) port.postMessage({ kind: 'answer', id: data.id, value });
    };
  }

  /** The page's world says something; it may be anything. */
  says(message: unknown): void {
    this.#bridgePorts.at(-1)?.postMessage(message);
  }

  fire(type: 'pageshow' | 'pagehide' | 'beforeunload', event: object = {}): void {
    for (const listener of this.#windowListeners.get(type) ?? []) listener(event);
  }

  /** How many listen to something that happens to the page. */
  listenersTo(type: string): number {
    return this.#windowListeners.get(type)?.size ?? 0;
  }

  typesTold(): string[] {
    return this.told.map((message) => message.type);
  }

  end(): void {
    for (const port of this.#bridgePorts) port.close();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }
}
