#!/usr/bin/env node
/** Runs a package's command with the project's Node: `node scripts/with-node.mjs wxt build -b chrome`. */
import { ensureNode, runBin } from './lib/node.mjs';
import { ensurePackages } from './lib/packages.mjs';
import { main, Trouble } from './lib/say.mjs';

await main(async () => {
  const [name, ...args] = process.argv.slice(2);
  if (!name) throw new Trouble('No command was given.', 'for example: node scripts/with-node.mjs wxt build -b chrome');
  await ensurePackages();
  await ensureNode();
  return (await runBin(name, args, { keyboard: true })).code;
});
