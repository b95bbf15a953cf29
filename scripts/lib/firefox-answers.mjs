/**
 * Holding and changing a portal's answers on their way to a page of Firefox, for tests only: the part of Chromium's
 * `Fetch` domain that the tests speak. What runs inside Firefox is sent there as text, so it may use nothing from
 * outside of itself.
 */

/** @typedef {import('./firefox-reach.mjs').Inside} Inside */

/**
 * @typedef {object} Paused one answer that has come in and waits
 * @property {number} requestId
 * @property {string} postData
 * @property {number} status
 * @property {string} body in Base64
 */

/**
 * Keeps every answer to a tab that comes from an address with `part` in it, until `passOn` or `stopHolding`.
 * @param {string} contextId WebDriver's name of the tab
 * @param {string} part
 */
function startHolding(contextId, part) {
  const { ChromeUtils, Services, Components, Ci, Cc, btoa } = /** @type {any} */ (globalThis);
  const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
  const { NetUtil } = ChromeUtils.importESModule('resource://gre/modules/NetUtil.sys.mjs');
  const { browserId } = NavigableManager.getBrowserById(contextId).browsingContext;
  const scope = /** @type {any} */ (globalThis);
  scope.latchdeskAnswers ??= new Map();
  const holder = { held: new Map(), told: [], tell: null, last: 0, observer: /** @type {any} */ (null) };
  const sentWith = (/** @type {any} */ channel) => {
    const stream = channel instanceof Ci.nsIUploadChannel ? channel.uploadStream : null;
    if (!(stream instanceof Ci.nsISeekableStream)) return '';
    stream.seek(Ci.nsISeekableStream.NS_SEEK_SET, 0);
    const text = NetUtil.readInputStreamToString(stream, stream.available());
    stream.seek(Ci.nsISeekableStream.NS_SEEK_SET, 0);
    return text;
  };
  const park = (/** @type {any} */ channel) => {
    /** @type {string[]} */
    const parts = [];
    const page = channel.QueryInterface(Ci.nsITraceableChannel).setNewListener({
      QueryInterface: ChromeUtils.generateQI(['nsIStreamListener', 'nsIRequestObserver']),
      onStartRequest() {
        // Told to the page together with the rest.
      },
      onDataAvailable(
        /** @type {any} */ _request,
        /** @type {any} */ stream,
        /** @type {number} */ _offset,
        /** @type {number} */ count,
      ) {
        const reader = Cc['@mozilla.org/binaryinputstream;1'].createInstance(Ci.nsIBinaryInputStream);
        reader.setInputStream(stream);
        parts.push(reader.readBytes(count));
      },
      onStopRequest(/** @type {any} */ request, /** @type {number} */ state) {
        holder.last += 1;
        const requestId = holder.last;
        const pass = (/** @type {string} */ bytes) => {
          page.onStartRequest(request);
          if (bytes && Components.isSuccessCode(state)) {
            const stream = Cc['@mozilla.org/io/string-input-stream;1'].createInstance(Ci.nsIStringInputStream);
            stream.setByteStringData(bytes);
            page.onDataAvailable(request, stream, 0, bytes.length);
          }
          page.onStopRequest(request, state);
        };
        const bytes = parts.join('');
        holder.held.set(requestId, { pass, bytes });
        const status = Components.isSuccessCode(state) ? channel.responseStatus : 0;
        holder.told.push(/** @type {never} */ ({ requestId, postData: sentWith(channel), status, body: btoa(bytes) }));
        /** @type {any} */ (holder).tell?.();
      },
    });
  };
  holder.observer = {
    observe(/** @type {any} */ subject) {
      const channel = subject.QueryInterface(Ci.nsIHttpChannel);
      const of = channel.loadInfo.browsingContext ?? channel.loadInfo.workerAssociatedBrowsingContext;
      if (of?.top.browserId === browserId && channel.URI.spec.includes(part)) park(channel);
    },
  };
  Services.obs.addObserver(holder.observer, 'http-on-examine-response');
  scope.latchdeskAnswers.set(contextId, holder);
}

/** The answers that have come in since it was last asked; waits for one, and ends with `null` when the holding ends. @param {string} contextId @returns {Promise<Paused[] | null>} */
async function nextHeld(contextId) {
  const holder = /** @type {any} */ (globalThis).latchdeskAnswers?.get(contextId);
  if (!holder) return null;
  if (holder.told.length === 0) {
    await new Promise((resolve) => {
      holder.tell = resolve;
    });
  }
  return holder.observer ? holder.told.splice(0) : null;
}

/** Lets one answer go on, as it came or with another body. @param {string} contextId @param {number} requestId @param {string} [body] in Base64 */
function passOn(contextId, requestId, body) {
  const { atob } = /** @type {any} */ (globalThis);
  // Where the holding has ended, it has gone on by itself.
  const held = /** @type {any} */ (globalThis).latchdeskAnswers.get(contextId)?.held;
  const answer = held?.get(requestId);
  held?.delete(requestId);
  answer?.pass(body === undefined ? answer.bytes : atob(body));
}

/** Lets everything go on from now on. @param {string} contextId */
function stopHolding(contextId) {
  const { Services } = /** @type {any} */ (globalThis);
  const holders = /** @type {any} */ (globalThis).latchdeskAnswers;
  const holder = holders?.get(contextId);
  if (!holder) return;
  holders.delete(contextId);
  Services.obs.removeObserver(holder.observer, 'http-on-examine-response');
  holder.observer = null;
  for (const { pass, bytes } of holder.held.values()) pass(bytes);
  holder.tell?.();
}

/**
 * The `Fetch` domain of one page.
 * @param {Inside} inside
 * @param {string} contextId
 * @param {(name: string, of: object) => void} emit
 */
export function answersOf(inside, contextId, emit) {
  /** @type {Map<number, Paused>} */
  const paused = new Map();
  const follow = async () => {
    for (;;) {
      const answers = await inside(nextHeld, contextId);
      if (!answers) return;
      for (const answer of answers) {
        paused.set(answer.requestId, answer);
        emit('Fetch.requestPaused', {
          requestId: answer.requestId,
          request: { postData: answer.postData },
          responseStatusCode: answer.status,
          responseHeaders: [],
        });
      }
    }
  };
  /** @type {Record<string, (params: any) => Promise<object>>} */
  const commands = {
    async 'Fetch.enable'({ patterns: [{ urlPattern }] }) {
      await inside(startHolding, contextId, urlPattern.replaceAll('*', ''));
      // Ends with the holding, or with the browser.
      follow().catch(() => undefined);
      return {};
    },
    async 'Fetch.getResponseBody'({ requestId }) {
      return { body: paused.get(requestId)?.body ?? '', base64Encoded: true };
    },
    async 'Fetch.continueRequest'({ requestId }) {
      await inside(passOn, contextId, requestId);
      return {};
    },
    async 'Fetch.fulfillRequest'({ requestId, body }) {
      await inside(passOn, contextId, requestId, body);
      return {};
    },
    async 'Fetch.disable'() {
      await inside(stopHolding, contextId);
      return {};
    },
  };
  return commands;
}
