/** Events of portal pages: named, without regard to case, new style and old style in one registry. */
(() => {
  const listeners = new Map();
  const listOf = (name) => {
    const key = String(name).toLowerCase();
    if (!listeners.has(key)) listeners.set(key, []);
    return listeners.get(key);
  };

  class BaseEvent {
    constructor({ type = '', data = {}, target = null } = {}) {
      this.type = type;
      this.data = data;
      this.target = target;
      this.isPrevented = false;
    }

    getType() {
      return this.type;
    }

    getData() {
      return this.data;
    }

    setData(data) {
      this.data = data;
      return this;
    }

    getTarget() {
      return this.target;
    }

    preventDefault() {
      this.isPrevented = true;
    }

    isDefaultPrevented() {
      return this.isPrevented;
    }
  }

  const GLOBAL = window;

  /** Both `(name, …)` and `(target, name, …)` are accepted. */
  const withTarget = (args) => (typeof args[0] === 'string' ? [GLOBAL, ...args] : args);

  function add(target, name, listener, isOldStyle) {
    const list = listOf(name);
    if (list.some((entry) => entry.target === target && entry.listener === listener)) {
      console.error(`You cannot subscribe the same "${name}" event listener twice.`);
      return;
    }
    list.push({ target, listener, isOldStyle });
  }

  function remove(target, name, listener) {
    const list = listOf(name);
    const at = list.findIndex((entry) => entry.target === target && entry.listener === listener);
    if (at >= 0) list.splice(at, 1);
  }

  /** A listener that throws must not keep the others from hearing the event. */
  function fire(target, name, event, args) {
    const results = [];
    for (const entry of [...listOf(name)]) {
      if (entry.target !== target) continue;
      try {
        results.push(entry.isOldStyle ? entry.listener.apply(target, args) : entry.listener(event));
      } catch (error) {
        console.error(error);
      }
    }
    return results;
  }

  const EventEmitter = {
    GLOBAL_TARGET: GLOBAL,
    subscribe(...args) {
      const [target, name, listener] = withTarget(args);
      add(target, name, listener, false);
    },
    subscribeOnce(...args) {
      const [target, name, listener] = withTarget(args);
      const once = (event) => {
        remove(target, name, once);
        listener(event);
      };
      add(target, name, once, false);
    },
    unsubscribe(...args) {
      const [target, name, listener] = withTarget(args);
      remove(target, name, listener);
    },
    emit(...args) {
      const [target, name, given] = withTarget(args);
      const event = given instanceof BaseEvent ? given : new BaseEvent({ type: name, data: given ?? {}, target });
      const data = event.getData();
      return fire(target, name, event, Array.isArray(data) ? data : [event]);
    },
  };

  BX.Event = { EventEmitter, BaseEvent };

  /** Old style: the listener gets the arguments one by one. */
  BX.addCustomEvent = (...args) => {
    const [target, name, listener] = withTarget(args);
    add(target, name, listener, true);
  };
  BX.removeCustomEvent = (...args) => {
    const [target, name, listener] = withTarget(args);
    remove(target, name, listener);
  };
  BX.onCustomEvent = (...args) => {
    const [target, name, params = []] = withTarget(args);
    fire(target ?? GLOBAL, name, new BaseEvent({ type: name, data: params, target }), [...params]);
  };
})();
