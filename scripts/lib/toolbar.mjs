/** Puts the extension's button into the toolbar of a new browser profile, where a person looks for it. */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** The id that Chromium gives an unpacked extension: from its directory, in letters a to p. */
function idOf(/** @type {string} */ extension) {
  const hex = createHash('sha256').update(extension).digest('hex').slice(0, 32);
  return hex.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
}

/**
 * Does nothing for a profile that was used before: the user may have moved the button.
 * @param {string} profile
 * @param {string} extension
 */
export function pinInToolbar(profile, extension) {
  const file = path.join(profile, 'Default/Preferences');
  if (fs.existsSync(file)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, JSON.stringify({ extensions: { pinned_extensions: [idOf(extension)] } }));
}
