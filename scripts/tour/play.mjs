/** Plays the tour's steps one after another, tells what it sees, and stops at the first that does not come true. */
import fs from 'node:fs';
import { since } from '../lib/say.mjs';
import { STEPS } from './steps.mjs';
import { Tour } from './tour.mjs';

/**
 * @param {object} options
 * @param {import('../../demo/portal.ts').DemoPortal} options.portal
 * @param {import('../lib/chromium.mjs').Opened} options.opened
 * @param {string} options.dir where the pictures go
 * @param {'ru' | 'en'} options.language
 * @param {() => boolean} options.isStopped true once somebody asked to end: what fails then is no failure
 * @returns {Promise<boolean>} true when a step failed
 */
export async function playTour({ portal, opened, dir, language, isStopped }) {
  fs.mkdirSync(dir, { recursive: true });
  for (const name of fs.readdirSync(dir)) if (/^\d{2,3}-.*\.png$/.test(name)) fs.rmSync(`${dir}/${name}`);
  const tour = new Tour({ portal, opened, dir, language, isStopped });
  for (const [index, step] of STEPS.entries()) {
    const number = String(index + 1).padStart(3, '0');
    const start = Date.now();
    print(`\n${number} ${step.title}`);
    try {
      await playStep(tour, step);
      for (const line of await tour.look()) print(`   ${line}`);
      if (step.picture) print(`   picture  ${await tour.picture(`${number}-${step.picture}`)}`);
      print(`   ✓ ${since(start)}`);
    } catch (error) {
      if (isStopped()) return false;
      for (const line of await tour.look().catch(() => [])) print(`   ${line}`);
      for (const call of tour.lastCalls()) print(`   call     ${call}`);
      const picture = await tour.picture(`${number}-failed`).catch(() => 'none');
      print(`   picture  ${picture}`);
      print(`\n✗ Step ${number} “${step.title}” failed: ${error.message}`);
      return true;
    }
  }
  print(`\n${STEPS.length} steps, all as expected.`);
  return false;
}

/** @param {Tour} tour @param {import('./steps.mjs').Step} step */
async function playStep(tour, step) {
  await step.play?.(tour);
  if (step.tooltip) await tour.expectTooltip(step.tooltip);
  if (step.chip !== undefined) await tour.expectChip(step.chip);
  if (step.sentence) await tour.expectSentence(step.sentence(tour.text));
  if (step.badge !== undefined) await tour.expectBadge(step.badge);
  for (const wanted of step.panel?.(tour.text) ?? []) await tour.expectInPanel(wanted);
  if (step.card) await tour.expectCard(step.card(tour.cards, tour.text));
  for (const wanted of step.says?.(tour.cards, tour.text) ?? []) await tour.expectOnCard(wanted);
  await step.check?.(tour);
}

function print(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`);
}
