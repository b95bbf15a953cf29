/** The browser's API with promises everywhere, for the background and the extension's own pages. */
import browser from 'webextension-polyfill';

export { browser };
