#!/usr/bin/env node
/**
 * `node scripts/schemas.mjs`: writes the JSON Schemas, public/schemas/<name>.schema.json, from the schemas in the code. To
 * be run when one of those changes; the files are part of the repository, and a test fails when they are not current.
 */
import fs from 'node:fs/promises';
import { runBin, runWithNode } from './lib/node.mjs';
import { inRoot } from './lib/places.mjs';
import { main, say } from './lib/say.mjs';

/** The second half runs with the project's Node, which reads TypeScript. */
const WRITE = '--write';

await main(() => (process.argv.includes(WRITE) ? writeSchemas() : runWithNode('scripts/schemas.mjs', [WRITE])));

async function writeSchemas() {
  const { SCHEMAS, jsonSchemaOf } = await import('./lib/schemas.mjs');
  const folder = inRoot('public', 'schemas');
  await fs.mkdir(folder, { recursive: true });
  for (const each of SCHEMAS) {
    const file = `${each.name}.schema.json`;
    await fs.writeFile(inRoot('public', 'schemas', file), `${JSON.stringify(jsonSchemaOf(each), null, 2)}\n`);
    say(`public/schemas/${file}`);
  }
  return (await runBin('biome', ['format', '--write', folder])).code;
}
