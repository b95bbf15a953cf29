#!/usr/bin/env node
/**
 * `npm start`: set-up, demo portal, and a browser window with the extension on it. Without a display, or with
 * `npm start -- --tour [DIR]`, it plays the situations head-less and writes pictures.
 *   --tour [DIR]   play the tour, pictures into DIR (.demo/tour)
 *   --lang ru|en   language of the demo portal and the browser (ru)
 *   --keep         leave the demo portal serving afterwards, until Ctrl-C
 */
import { runWithNode } from './lib/node.mjs';
import { main, say } from './lib/say.mjs';
import { hasDisplay, readOptions } from './lib/start-options.mjs';
import { setUp } from './setup.mjs';

await main(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options.tour === null && !hasDisplay()) {
    say('No display here: playing the tour head-less instead of opening a window.');
    options.tour = '.demo/tour';
  }
  const { browser, extension } = await setUp();
  const task = { ...options, browser, extension };
  return runWithNode('scripts/show.mjs', [], { LATCHDESK_SHOW: JSON.stringify(task) });
});
