import { defineConfig } from 'wxt';
import { CLOUD_MATCHES, MARKET_GLOBS, VENDOR_GLOBS } from './bitrix24/addresses.ts';

/** Takes the raw-HTML property out of Preact: nothing here uses it, and the stores' linters warn of it. */
const withoutRawHtml = () => ({
  name: 'preact-without-raw-html',
  transform(code: string, id: string) {
    if (!/preact[\\/]dist[\\/]preact\.(?:module\.js|mjs)$/.test(id)) return null;
    const kept = code.replace(/\(\w+\.innerHTML=\w+\.__html\)/, '0').replace(/\(\w+\.innerHTML=""\)/, '0');
    if (/innerHTML=(?!=)/.test(kept))
      throw new Error('Preact sets innerHTML elsewhere now: adapt preact-without-raw-html.');
    return { code: kept, map: null };
  },
});

/** Takes the framework's wrapper off the injected scripts: in production it only keeps quiet, on every portal page. */
const withoutWrapper = () => ({
  name: 'unlisted-script-without-wrapper',
  transform(code: string) {
    if (!code.includes('The unlisted script "')) return null;
    const definition = /^import definition from .*$/m.exec(code)?.[0];
    if (!definition)
      throw new Error('WXT wraps unlisted scripts otherwise now: adapt unlisted-script-without-wrapper.');
    return { code: `${definition}\nexport default definition.main();`, map: null };
  },
});

const EVERY_PORTAL_PAGE = {
  matches: CLOUD_MATCHES,
  exclude_globs: VENDOR_GLOBS,
  run_at: 'document_start' as const,
};

export default defineConfig({
  manifestVersion: 3,
  imports: false,
  webExt: { disabled: true },
  vite: () => ({
    plugins: [withoutRawHtml(), withoutWrapper()],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_extensionName__',
    short_name: 'Latchdesk',
    description: '__MSG_extensionDescription__',
    default_locale: 'en',
    permissions: ['alarms', 'scripting', 'storage'],
    optional_permissions: ['notifications'],
    host_permissions: CLOUD_MATCHES,
    // Portals on a domain of their own are added one by one, each with its own question.
    optional_host_permissions: ['https://*/*', 'http://*/*'],
    // Declared here and not as WXT content scripts, whose wrapper posts messages that every script of the page hears.
    content_scripts: [
      { ...EVERY_PORTAL_PAGE, js: ['bridge.js'], world: 'MAIN' },
      { ...EVERY_PORTAL_PAGE, js: ['link.js'] },
      // Pages of the Market open in frames of their own.
      { ...EVERY_PORTAL_PAGE, js: ['market.js'], include_globs: MARKET_GLOBS, all_frames: true },
    ],
    action: { default_title: 'Latchdesk' },
    options_ui: { page: 'dashboard.html', open_in_tab: true },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'latchdesk@latchdesk.org',
              strict_min_version: '142.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '120', storage: { managed_schema: 'managed-schema.json' } }),
  }),
});
