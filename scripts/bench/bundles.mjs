/** How many bytes of the built extension go where, minified and gzipped, and the limits they must keep. */
import fs from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * @typedef {object} Bundle
 * @property {string} what
 * @property {string[]} files
 * @property {number} bytes
 * @property {number} gzip
 * @property {number | null} limit of `gzip`, null where there is none
 */

const KB = 1000;

/** @param {string} dir the built extension @returns {Bundle[]} */
export function measureBundles(dir) {
  const manifest = JSON.parse(fs.readFileSync(path.join(dir, 'manifest.json'), 'utf8'));
  /** @type {{js?: string[], css?: string[], all_frames?: boolean, include_globs?: string[], world?: string}[]} */
  const scripts = manifest.content_scripts ?? [];
  const filesOf = (/** @type {typeof scripts} */ list) => [
    ...new Set(list.flatMap(({ js = [], css = [] }) => [...js, ...css])),
  ];
  const injected = filesOf(scripts);
  const everywhere = scripts.filter(({ include_globs }) => !include_globs);
  const inMarket = scripts.filter(({ include_globs }) => include_globs);
  const onDemand = contentScripts(dir).filter((file) => !injected.includes(file));
  const bundle = (
    /** @type {string} */ what,
    /** @type {string[]} */ files,
    /** @type {number | null} */ limit = null,
  ) => ({
    what,
    files,
    limit,
    ...weigh(dir, files),
  });
  return [
    bundle('every portal page, together', filesOf(everywhere), 20 * KB),
    bundle('other frames, together', filesOf(everywhere.filter(({ all_frames }) => all_frames)), 6 * KB),
    bundle('frames of the Market, besides', filesOf(inMarket), 12 * KB),
    bundle('the bridge (page world)', filesOf(scripts.filter(({ world }) => world === 'MAIN')), 2 * KB),
    ...onDemand.map((file) => bundle('on demand', [file])),
    bundle('background', withImports(dir, manifest.background?.service_worker)),
    ...pages(dir).map((page) => bundle(`page ${page}`, withImports(dir, page))),
  ];
}

/** @param {Bundle[]} bundles @returns {string[]} one sentence for each broken limit */
export function brokenLimits(bundles) {
  return bundles
    .filter(({ gzip, limit }) => limit !== null && gzip > limit)
    .map(({ what, gzip, limit }) => `${what}: ${kilobytes(gzip)} gzipped, the limit is ${kilobytes(limit ?? 0)}`);
}

/** @param {number} bytes */
export function kilobytes(bytes) {
  return `${(bytes / KB).toFixed(1)} kB`;
}

/** Scripts beside the manifest: those it does not name itself are injected when they are wanted. */
function contentScripts(/** @type {string} */ dir) {
  return fs.readdirSync(dir).filter((name) => name.endsWith('.js') && name !== 'background.js');
}

function pages(/** @type {string} */ dir) {
  return fs.readdirSync(dir).filter((name) => name.endsWith('.html'));
}

/** A file and everything it loads at once: scripts and styles of a page, static imports of a module. */
function withImports(/** @type {string} */ dir, /** @type {string | undefined} */ file) {
  const seen = new Set();
  const visit = (/** @type {string} */ name) => {
    const whole = path.join(dir, name);
    if (seen.has(name) || !fs.existsSync(whole)) return;
    seen.add(name);
    const text = fs.readFileSync(whole, 'utf8');
    const found = name.endsWith('.html')
      ? [...text.matchAll(/(?:src|href)="([^":]+\.(?:js|css))"/g)]
      : name.endsWith('.js')
        ? [...text.matchAll(/(?:\bfrom|\bimport)\s*["']([./][^"']+\.js)["']/g)]
        : [];
    for (const [, target = ''] of found) {
      visit(target.startsWith('/') ? target.slice(1) : path.posix.join(path.posix.dirname(name), target));
    }
  };
  if (file) visit(file);
  return [...seen];
}

function weigh(/** @type {string} */ dir, /** @type {string[]} */ files) {
  const contents = files.map((file) => fs.readFileSync(path.join(dir, file)));
  const sum = (/** @type {number[]} */ numbers) => numbers.reduce((total, value) => total + value, 0);
  return {
    bytes: sum(contents.map((content) => content.length)),
    gzip: sum(contents.map((content) => gzipSync(content, { level: 9 }).length)),
  };
}
