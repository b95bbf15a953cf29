/** What the test runners wrote down, as counts. A report that is missing or cannot be read counts as a failure. */
import fs from 'node:fs';

/** @typedef {{passed: number, failed: number, skipped: number}} Count */

/** @type {Count} */
const BROKEN = { passed: 0, failed: 1, skipped: 0 };

/** @param {any} report Vitest's JSON; a file that could not even be loaded counts as one failure @returns {Count} */
export function countVitest(report) {
  const unloaded = report.testResults.filter(
    (/** @type {any} */ file) =>
      file.status === 'failed' && file.assertionResults.every((/** @type {any} */ test) => test.status !== 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + unloaded,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {any} report Playwright's JSON; errors outside of tests count as failures @returns {Count} */
export function countPlaywright({ stats, errors }) {
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length,
    skipped: stats.skipped,
  };
}

/**
 * The counts of a run that has ended.
 * @param {string} file the report
 * @param {(report: any) => Count} count
 * @param {number} code the runner's exit code: one that tells of a failure the report does not know counts as one
 * @returns {Count}
 */
export function readCount(file, count, code) {
  let result;
  try {
    result = count(JSON.parse(fs.readFileSync(file, 'utf8')));
  } catch (error) {
    process.stdout.write(`✗ The runner left no report that can be read (${error.message}).\n`);
    return BROKEN;
  }
  if (Object.values(result).some((value) => !Number.isInteger(value))) return BROKEN;
  if (code !== 0 && result.failed === 0) return { ...result, failed: 1 };
  if (result.passed + result.failed === 0) {
    process.stdout.write('✗ The runner found no tests.\n');
    return { ...result, failed: 1 };
  }
  return result;
}
