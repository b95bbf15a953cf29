/** Every catalogue of the project, found and not listed: a new one is checked without anybody thinking of it. */
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

export interface AnyLocale {
  language: string;
  messages: object;
}

export interface Catalogue {
  /** Folder below `locales/`; `surfaces` for that folder itself. */
  name: string;
  locales: readonly AnyLocale[];
}

const ROOT = resolve(import.meta.dirname, '../../locales');

/** The catalogues with their languages, in the order in which they list them. */
export async function catalogues(): Promise<Catalogue[]> {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(^|[\\/])catalogue\.ts$/.test(file))
    .sort();
  return Promise.all(files.map(async (file) => catalogueIn(join(ROOT, file))));
}

async function catalogueIn(file: string): Promise<Catalogue> {
  const exported: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(file).href);
  const locales = Object.values(exported).find(isLocales);
  if (!locales) throw new Error(`${file} exports no list of languages`);
  return { name: relative(ROOT, join(file, '..')) || 'surfaces', locales };
}

function isLocales(value: unknown): value is readonly AnyLocale[] {
  return Array.isArray(value) && value.every((each) => typeof each?.language === 'string' && 'messages' in each);
}
