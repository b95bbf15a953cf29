/**
 * Files that pages of the extension save in Firefox, for tests only: WebDriver tells of those of the web alone, so the
 * browser's own list of downloads is asked.
 */

/** @typedef {import('./firefox-reach.mjs').Inside} Inside */

/** The next saved file that nobody has asked for yet; runs with the browser's own rights. @returns {Promise<string>} its path */
async function nextFile() {
  const { ChromeUtils } = /** @type {any} */ (globalThis);
  const { Downloads } = ChromeUtils.importESModule('resource://gre/modules/Downloads.sys.mjs');
  const scope = /** @type {any} */ (globalThis);
  scope.latchdeskFiles ??= new WeakSet();
  const list = await Downloads.getList(Downloads.ALL);
  const file = await new Promise((resolve) => {
    const view = {
      // Those that are there already are told of as well.
      onDownloadAdded(/** @type {any} */ download) {
        if (scope.latchdeskFiles.has(download)) return;
        scope.latchdeskFiles.add(download);
        resolve(download);
        list.removeView(view);
      },
    };
    list.addView(view);
  });
  await file.whenSucceeded();
  return file.target.path;
}

/** What Playwright tells of a file that was saved, as far as the tests ask. @param {Inside} inside */
export async function savedFile(inside) {
  const path = await inside(nextFile);
  return { suggestedFilename: () => path.split('/').at(-1) ?? '', path: async () => path };
}
