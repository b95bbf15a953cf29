import { availableParallelism } from 'node:os';
import { defineConfig } from '@playwright/test';

const isFirefox = process.env.LATCHDESK_BROWSER === 'firefox';

export default defineConfig({
  testDir: 'tests/e2e',
  // Each test has a browser of its own; as many fit as there are cores, two of them on a small machine.
  workers: Math.max(2, Math.min(6, availableParallelism())),
  fullyParallel: true,
  timeout: 45_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env.CI),
  // A shared machine may stall for seconds, and a process of Firefox ends now and then when its accessibility is read; a
  // test that needs its second try is named as flaky in the report.
  retries: process.env.CI || isFirefox ? 1 : 0,
  reporter: 'list',
  outputDir: isFirefox ? '.output/test-results-firefox' : '.output/test-results',
});
