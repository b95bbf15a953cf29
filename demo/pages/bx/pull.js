/** Live events of portal pages. The client is made only when the document is ready. */
(() => {
  const SubscriptionType = {
    Server: 'server',
    Client: 'client',
    Online: 'online',
    Status: 'status',
    Revision: 'revision',
  };
  const PullStatus = { Online: 'online', Offline: 'offline', Connecting: 'connect' };
  /** A short loss of the connection is not told at all. */
  const OFFLINE_TOLD_AFTER = 5000;
  const RETRY_DELAYS = [500, 1000, 2000, 5000, 10_000];

  class PullClient {
    constructor() {
      this.subscriptions = new Set();
      this.attempt = 0;
      this.lastMid = null;
      this.status = PullStatus.Offline;
      this.offlineTimer = null;
    }

    /** Takes `{type, moduleId, command, callback}` or an object with `getModuleId` and handlers; answers an undo. */
    subscribe(given) {
      const isHandler = typeof given.getModuleId === 'function';
      const subscription = isHandler ? { handler: given } : { type: SubscriptionType.Server, ...given };
      this.subscriptions.add(subscription);
      return () => this.subscriptions.delete(subscription);
    }

    start() {
      this.connect();
      return Promise.resolve(true);
    }

    isConnected() {
      return this.status === PullStatus.Online;
    }

    connect() {
      this.setStatus(PullStatus.Connecting);
      const seen = this.lastMid === null ? '' : `?mid=${this.lastMid}`;
      const socket = new WebSocket(`wss://${location.host}/bitrix/subws/${seen}`);
      socket.addEventListener('open', () => {
        this.attempt = 0;
        this.setStatus(PullStatus.Online);
      });
      socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(data)));
      socket.addEventListener('close', () => this.reconnect());
    }

    reconnect() {
      this.setStatus(PullStatus.Offline);
      const delay = RETRY_DELAYS[Math.min(this.attempt, RETRY_DELAYS.length - 1)];
      this.attempt += 1;
      setTimeout(() => this.connect(), delay);
    }

    receive({ mid, hello, module_id: moduleId, command, params, extra }) {
      if (hello) {
        this.lastMid ??= mid;
        return;
      }
      this.lastMid = mid;
      const age = Math.max(0, Date.now() / 1000 - extra.server_time_unix);
      const told = { ...extra, server_time_ago: extra.server_time_ago ?? age };
      this.emit({
        type: SubscriptionType.Server,
        moduleId: String(moduleId).toLowerCase(),
        command,
        params,
        extra: told,
      });
    }

    emit({ type, moduleId, command, params, extra }) {
      // The window's events come first, then the subscribers.
      BX.onCustomEvent(window, `onPullEvent-${moduleId}`, [command, params, extra]);
      BX.onCustomEvent(window, 'onPullEvent', [moduleId, command, params, extra]);
      for (const subscription of [...this.subscriptions]) {
        try {
          tell(subscription, { type, moduleId, command, params, extra });
        } catch (error) {
          console.error(error);
        }
      }
    }

    setStatus(status) {
      if (status === this.status) return;
      this.status = status;
      clearTimeout(this.offlineTimer);
      if (status === PullStatus.Offline)
        this.offlineTimer = setTimeout(() => this.tellStatus(status), OFFLINE_TOLD_AFTER);
      else this.tellStatus(status);
    }

    tellStatus(status) {
      for (const { type, callback } of [...this.subscriptions]) {
        if (type === SubscriptionType.Status) callback({ status });
      }
      BX.onCustomEvent(window, 'onPullStatus', [status]);
    }
  }

  function tell(subscription, { type, moduleId, command, params, extra }) {
    const { handler } = subscription;
    if (handler) {
      if (handler.getModuleId() === moduleId) handlerFor(handler, command)?.call(handler, params, extra, command);
      return;
    }
    if (subscription.type !== type || subscription.moduleId !== moduleId) return;
    const info = { type, moduleId };
    if (!subscription.command) subscription.callback({ command, params, extra }, info);
    else if (subscription.command === command) subscription.callback(params, extra, command, info);
  }

  function handlerFor(handler, command) {
    const mapped = handler.getMap?.()[command];
    if (mapped) return mapped;
    return handler[`handle${command[0].toUpperCase()}${command.slice(1)}`];
  }

  BX.PullClient = Object.assign(PullClient, { SubscriptionType, PullStatus });
  BX.ready(() => {
    BX.PULL = new PullClient();
    // Connecting comes a moment later, so that the first subscribers hear of it.
    setTimeout(() => BX.PULL.start(), 20);
  });
})();
