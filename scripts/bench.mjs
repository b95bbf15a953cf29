#!/usr/bin/env node
/**
 * `npm run bench`: what the extension costs. Bytes have limits, an idle tab must do nothing; times are shown, as ratios
 * of the same run or beside the limit they should keep, and never judged. Prints Markdown.
 *   --pairs N     page loads with and without the extension (9)
 *   --idle S      seconds to watch an idle tab (60)
 *   --write       also write docs/bench.md
 */
import { runWithNode } from './lib/node.mjs';
import { main, Trouble } from './lib/say.mjs';
import { setUp } from './setup.mjs';

/** @param {string[]} args */
function readOptions(args) {
  const options = { pairs: 9, idle: 60, write: false };
  for (let at = 0; at < args.length; at += 1) {
    const [name = '', given] = (args[at] ?? '').split('=');
    if (name === '--write') options.write = true;
    else if (name === '--pairs' || name === '--idle') {
      const value = Number(given ?? args[++at]);
      if (!(value > 0))
        throw new Trouble(`${name} needs a number above zero.`, 'for example: npm run bench -- --pairs 5');
      options[name === '--pairs' ? 'pairs' : 'idle'] = value;
    } else throw new Trouble(`There is no option “${name}”.`, 'options are: --pairs N, --idle S, --write.');
  }
  return options;
}

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  const { browser, extension } = await setUp();
  return runWithNode('scripts/bench/measure.mjs', [], {
    LATCHDESK_BENCH: JSON.stringify({ ...options, browser, extension }),
  });
});
