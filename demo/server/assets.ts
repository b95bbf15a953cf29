import { readFile } from 'node:fs/promises';

const FOLDER = new URL('../pages/', import.meta.url);
const TYPES: Record<string, string> = {
  js: 'text/javascript; charset=UTF-8',
  css: 'text/css; charset=UTF-8',
};

/** Reads a script or a style of the pages; null for anything else. */
export async function readAsset(name: string): Promise<{ type: string; bytes: Buffer } | null> {
  const type = TYPES[name.split('.').at(-1) ?? ''];
  if (!type || !/^[\w-]+(\/[\w-]+)*\.(js|css)$/.test(name)) return null;
  try {
    return { type, bytes: await readFile(new URL(name, FOLDER)) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
