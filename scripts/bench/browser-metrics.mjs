/** Reading the browser's own counters, and what many values come to. */
import { cdpOf } from '../lib/surface.mjs';

/** @typedef {import('@playwright/test').Page} Page */

/** Turns the counters on and slows the processor down. @param {Page} page @param {number} throttle */
export async function startCounting(page, throttle) {
  const cdp = await cdpOf(page);
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: throttle });
}

/** Main-thread milliseconds of a page since it began. @param {Page} page */
export async function readCounters(page) {
  const cdp = await cdpOf(page);
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (/** @type {string} */ name) => metrics.find((metric) => metric.name === name)?.value ?? 0;
  return { script: of('ScriptDuration') * 1000, task: of('TaskDuration') * 1000 };
}

/** @param {number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** The smallest value that `share` of all values do not exceed. @param {number[]} values @param {number} share 0…1 */
export function percentile(values, share) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
