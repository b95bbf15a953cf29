/** The built extension: built again only when a source is not what the last build was made of. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runBin } from './node.mjs';
import { inRoot } from './places.mjs';
import { say, since, Trouble } from './say.mjs';

/** Nothing below these is part of the extension. */
const APART = new Set(['node_modules', 'demo', 'docs', 'scripts', 'tests', 'test-results', 'playwright-report']);

/** @param {string} dir @returns {Iterable<string>} */
function* filesBelow(dir) {
  for (const entry of fs.readdirSync(dir, { withFileTypes: true })) {
    if (entry.name.startsWith('.') || entry.name.endsWith('.md') || APART.has(entry.name)) continue;
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Changes when any source of the extension does. */
function sourcesStamp() {
  const hash = createHash('sha256');
  for (const file of [...filesBelow(inRoot())].sort()) {
    hash.update(`${path.relative(inRoot(), file)}\0`).update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * Builds the extension when it has to be built.
 * @param {'chrome' | 'firefox'} [browser]
 * @param {{force?: boolean, loud?: boolean}} [options] `force` builds in any case, `loud` shows what the build prints
 * @returns {Promise<string>} the directory that a browser loads
 */
export async function ensureExtension(browser = 'chrome', { force = false, loud = false } = {}) {
  const dir = inRoot('.output', `${browser}-mv3`);
  const manifest = path.join(dir, 'manifest.json');
  const stampFile = `${dir}.stamp`;
  const builtAt = () => (fs.existsSync(manifest) ? fs.statSync(manifest).mtimeMs : 0);
  const sources = sourcesStamp();
  const last = fs.existsSync(stampFile) ? fs.readFileSync(stampFile, 'utf8') : '';
  if (!force && last === `${sources} ${builtAt()}`) return dir;

  const start = Date.now();
  say(`Building the extension for ${browser === 'chrome' ? 'Chromium' : 'Firefox'} …`);
  const { code, output } = await runBin('wxt', ['build', '-b', browser], { quiet: !loud });
  if (code !== 0 || builtAt() < start - 1000) {
    process.stderr.write(output);
    throw new Trouble(
      `The extension could not be built for ${browser} (wxt build ended with code ${code}).`,
      'read the error above, correct that file, and start the same command again.',
    );
  }
  fs.writeFileSync(stampFile, `${sources} ${builtAt()}`);
  say(`Built in ${since(start)}.`);
  return dir;
}
