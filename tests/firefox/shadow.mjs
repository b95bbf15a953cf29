/**
 * Reading a closed shadow root in Firefox. The page cannot, but the debugging protocol (WebDriver BiDi) hands out nodes
 * of closed roots when it is asked to show all shadow trees; a script may then run on such a node.
 */

export class Overlay {
  #page;
  #connection;

  /** @param {import('puppeteer-core').Page} page */
  constructor(page) {
    this.#page = page;
    // Puppeteer has no call of its own for this; the connection below it speaks the protocol as it is.
    this.#connection = /** @type {any} */ (page.browser()).connection;
  }

  /** Label and full name of the chip; null while there is none. @returns {Promise<{label: string, name: string} | null>} */
  async chip() {
    const found = await this.#inside(`root => {
      const chip = root.querySelector('[data-latchdesk-chip]');
      return chip && JSON.stringify({ label: chip.textContent.trim(), name: chip.getAttribute('aria-label') });
    }`);
    return found ? JSON.parse(found) : null;
  }

  /** The panel's text; null while it is closed. @returns {Promise<string | null>} */
  panel() {
    return this.#inside(`root => root.querySelector('[role=dialog]')?.innerText ?? null`);
  }

  /** The card on show as text; null while there is none. @returns {Promise<string | null>} */
  card() {
    return this.#inside(`root => root.querySelector('section')?.innerText ?? null`, 'latchdesk-cards');
  }

  /** What the access banner says; null while there is none. @returns {Promise<string | null>} */
  banner() {
    return this.#inside(`root => root.lastElementChild?.innerText || null`, 'latchdesk-access');
  }

  /** The card of a stopped uninstallation as text; null while there is none. @returns {Promise<string | null>} */
  guard() {
    return this.#inside(`root => root.querySelector('[role=alertdialog]')?.innerText ?? null`, 'latchdesk-market');
  }

  /** Presses the first button of the card whose text begins so. @param {string} label */
  async clickInCard(label) {
    const place = await this.#inside(
      `root => {
        const button = [...root.querySelectorAll('button')].find((each) => each.innerText.trim().startsWith(${JSON.stringify(label)}));
        if (!button) return null;
        const { x, y, width, height } = button.getBoundingClientRect();
        return JSON.stringify({ x: x + width / 2, y: y + height / 2 });
      }`,
      'latchdesk-cards',
    );
    if (!place) throw new Error(`the card has no button “${label}”`);
    const { x, y } = JSON.parse(place);
    await this.#page.mouse.click(x, y);
  }

  /** Clicks the chip with the mouse. */
  async clickChip() {
    const place = await this.#inside(`root => {
      const { x, y, width, height } = root.querySelector('[data-latchdesk-chip]').getBoundingClientRect();
      return JSON.stringify({ x: x + width / 2, y: y + height / 2 });
    }`);
    if (!place) throw new Error('there is no chip to click');
    const { x, y } = JSON.parse(place);
    await this.#page.mouse.click(x, y);
  }

  /**
   * Runs a function on the root of one of our hosts; null when it is not there.
   * @param {string} work
   * @param {string} host
   * @returns {Promise<any>}
   */
  async #inside(work, host = 'latchdesk-overlay') {
    const found = await this.#send('script.evaluate', {
      expression: `document.querySelector('${host}')`,
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 0 },
    });
    const root = found.value?.shadowRoot;
    if (!root) return null;
    const { value } = await this.#send('script.callFunction', {
      functionDeclaration: work,
      arguments: [{ sharedId: root.sharedId }],
    });
    return value ?? null;
  }

  /** @param {string} method @param {object} params */
  async #send(method, params) {
    const target = { context: /** @type {any} */ (this.#page.mainFrame())._id };
    const { result } = await this.#connection.send(method, { target, awaitPromise: false, ...params });
    if (result.type !== 'success') throw new Error(result.exceptionDetails?.text ?? 'the script failed in the page');
    return result.result;
  }
}
