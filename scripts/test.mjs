#!/usr/bin/env node
/**
 * `npm test`: set-up, then every stage of scripts/lib/stages.mjs; the last line is `N passed, N failed`.
 * `npm test -- unit e2e` runs only these stages.
 */
import { main, say, since, Trouble } from './lib/say.mjs';
import { STAGES } from './lib/stages.mjs';
import { ensureTools } from './setup.mjs';

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Runs one stage; a failure inside of it is a count, a signal ends everything. @param {import('./lib/stages.mjs').Stage} stage */
async function runStage(stage) {
  try {
    return await stage.run();
  } catch (error) {
    if (error?.name === 'Stopped') throw error;
    process.stdout.write(`✗ ${error instanceof Trouble ? `${error.message}\n  Next: ${error.next}` : error?.stack}\n`);
    return { ...NOTHING, failed: 1 };
  }
}

/** @param {string[]} names @returns {import('./lib/stages.mjs').Stage[]} */
function chosenStages(names) {
  const unknown = names.filter((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown.length) {
    throw new Trouble(
      `There is no stage “${unknown[0]}”.`,
      `choose from: ${STAGES.map((stage) => stage.name).join(', ')}.`,
    );
  }
  return names.length ? STAGES.filter((stage) => names.includes(stage.name)) : STAGES;
}

await main(async () => {
  const stages = chosenStages(process.argv.slice(2).filter((argument) => !argument.startsWith('-')));
  await ensureTools();
  const total = { ...NOTHING };
  /** @type {Map<string, boolean>} */
  const worked = new Map();
  /** @type {string[]} */
  const summary = [];
  for (const [index, stage] of stages.entries()) {
    process.stdout.write(`\n── ${index + 1}/${stages.length} ${stage.title} ──\n`);
    const start = Date.now();
    const missing = stage.needs?.find((name) => worked.get(name) === false);
    if (missing) say(`Not run, because the stage “${missing}” failed.`);
    const count = missing ? { ...NOTHING, failed: 1 } : await runStage(stage);
    worked.set(stage.name, count.failed === 0);
    for (const key of /** @type {const} */ (['passed', 'failed', 'skipped'])) total[key] += count[key];
    const line = `${count.failed ? '✗' : '✓'} ${stage.title}: ${inWords(count)}, ${since(start)}`;
    process.stdout.write(`${line}\n`);
    summary.push(line);
  }
  process.stdout.write(`\n${summary.join('\n')}\n\n${inWords(total)}\n`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
});

/** @param {import('./lib/reports.mjs').Count} count */
function inWords({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`;
}
