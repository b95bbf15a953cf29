/** Where things are in the checkout. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the checkout. @param {...string} parts */
export const inRoot = (...parts) => path.join(ROOT, ...parts);
