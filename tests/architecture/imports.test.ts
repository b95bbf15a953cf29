/** The import rule of docs/architecture.md, held against every file: each edge between rooms is listed here. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

/** Which rooms a room may import from, itself always included. */
const RULE: Record<string, readonly string[]> = {
  entrypoints: ['core', 'bridge', 'link', 'components', 'locales', 'bitrix24', 'platform', 'database', 'domain'],
  core: ['machines', 'domain', 'database', 'platform', 'bitrix24', 'locales'],
  link: ['bitrix24', 'platform', 'domain'],
  bridge: ['bitrix24'],
  components: ['domain'],
  locales: ['domain'],
  machines: ['domain'],
  bitrix24: ['domain'],
  database: ['domain'],
  platform: [],
  domain: [],
  // What others run on their own servers: plain JavaScript without packages.
  examples: [],
};

/** Pictures, texts, and what others have made. */
const WITHOUT_SOURCES = ['node_modules', 'public', 'docs', 'assets', 'store', 'test-results'];

/** Content scripts carry no database and no charts: the first would be the portal's, the second costs every page. */
const CONTENT_SCRIPTS = [
  'entrypoints/bridge.ts',
  'entrypoints/link.ts',
  'entrypoints/reader.ts',
  'entrypoints/chatapp-reader.ts',
  'entrypoints/overlay',
  'entrypoints/cards',
  'entrypoints/access',
  'entrypoints/market.ts',
  'entrypoints/market-cards',
  'entrypoints/edge.ts',
];
const NOT_IN_CONTENT_SCRIPTS = ['dexie', 'xstate', 'webextension-polyfill'];

const sourcesOf = (room: string): string[] =>
  readdirSync(join(ROOT, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:tsx?|mjs)$/.test(name))
    .map((name) => join(room, name));

/** Specifiers a file imports for their values; type imports are erased and cost nothing. */
function importsOf(file: string, kind: 'all' | 'values' = 'all'): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const statements = text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+['"]([^'"]+)['"]/gm);
  const bare = text.matchAll(/(?:^\s*import\s+|\bimport\()['"]([^'"]+)['"]/gm);
  const named = [...statements].filter(([, type]) => kind === 'all' || !type).map(([, , specifier]) => specifier ?? '');
  return [...named, ...[...bare].map(([, specifier]) => specifier ?? '')];
}

const targetOf = (file: string, specifier: string): string =>
  relative(ROOT, resolve(ROOT, dirname(file), specifier.replace(/\?.*$/, '')));

function reachableFrom(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const specifier of importsOf(file, 'values')) {
    if (!specifier.startsWith('.')) seen.add(specifier);
    else if (/\.tsx?$/.test(specifier)) reachableFrom(targetOf(file, specifier), seen);
  }
  return seen;
}

describe('the import rule', () => {
  for (const [room, allowed] of Object.entries(RULE)) {
    it(`${room} imports only ${allowed.join(', ') || 'nothing of the project'}`, () => {
      const files = sourcesOf(room);
      expect(files.length).toBeGreaterThan(0);
      const foreign = files.flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .map((specifier) => ({ file, room: targetOf(file, specifier).split('/')[0] ?? '' }))
          .filter((edge) => edge.room !== room && !allowed.includes(edge.room)),
      );
      expect(foreign).toEqual([]);
    });
  }

  it('examples for receivers need nothing but Node', () => {
    const specifiers = sourcesOf('examples').flatMap((file) => importsOf(file));
    expect(specifiers.filter((specifier) => !specifier.startsWith('node:'))).toEqual([]);
  });

  it('every folder with sources is a room of the rule', () => {
    const folders = readdirSync(ROOT, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !WITHOUT_SOURCES.includes(name) && !['tests', 'demo', 'scripts'].includes(name));
    expect(folders.sort()).toEqual(Object.keys(RULE).sort());
  });

  it('the product never imports the demo portal or the tests', () => {
    const files = Object.keys(RULE).flatMap(sourcesOf);
    const edges = files.flatMap((file) => importsOf(file).map((specifier) => targetOf(file, specifier)));
    expect(edges.filter((target) => /^(demo|tests|scripts)\//.test(target))).toEqual([]);
  });

  it('content scripts reach neither database nor charts nor polyfill', () => {
    const entries = CONTENT_SCRIPTS.flatMap((entry) => (entry.endsWith('.ts') ? [entry] : sourcesOf(entry)));
    for (const entry of entries) {
      const reached = reachableFrom(entry);
      expect([...reached].filter((name) => NOT_IN_CONTENT_SCRIPTS.includes(name))).toEqual([]);
      expect([...reached].filter((name) => name.startsWith('database/'))).toEqual([]);
    }
  });

  it('the bridge, which the page owns, carries nothing but its own protocol', () => {
    const reached = sourcesOf('bridge').flatMap((file) => [...reachableFrom(file)]);
    expect(reached.filter((name) => !name.startsWith('bridge/') && name !== 'bitrix24/bridge-protocol.ts')).toEqual([]);
  });

  it('no file only passes on what others export', () => {
    const barrels = Object.keys(RULE)
      .flatMap(sourcesOf)
      .filter((file) => {
        const lines = readFileSync(join(ROOT, file), 'utf8')
          .split('\n')
          .filter((line) => line.trim() && !/^\s*(\/\*|\*|\/\/)/.test(line));
        return lines.every((line) => /^export .* from /.test(line));
      });
    expect(barrels).toEqual([]);
  });
});
