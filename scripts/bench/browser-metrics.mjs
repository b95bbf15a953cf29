/** Reading the browser's own counters. */
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
