/** The tasks of the background, as the browser itself records them. */

/** @typedef {import('../lib/chromium.mjs').Opened} Opened */
/** @typedef {{longest: number, longestOwn: number}} Tasks ms: by the clock, and by the processor */

/** @typedef {{ph: string, name: string, pid: number, tid: number, dur?: number, tdur?: number, args: any}} TraceEvent */

/**
 * Records until the returned function is called, which answers with the longest task of the service worker's thread. The
 * machine may take the processor away from a task: time by the processor has nothing of that in it.
 * @param {Opened} extended
 * @returns {Promise<() => Promise<Tasks>>}
 */
export async function watchTasks({ context }) {
  const browser = context.browser();
  const cdp = browser
    ? await browser.newBrowserCDPSession()
    : await context.newCDPSession(context.pages()[0] ?? (await context.newPage()));
  /** @type {TraceEvent[]} */
  const events = [];
  cdp.on('Tracing.dataCollected', ({ value }) => {
    for (const event of /** @type {any[]} */ (value)) {
      if (event.ph === 'M' || (event.ph === 'X' && event.dur > 1_000)) events.push(event);
    }
  });
  await cdp.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  return async () => {
    const complete = new Promise((resolve) => cdp.once('Tracing.tracingComplete', resolve));
    await cdp.send('Tracing.end');
    await complete;
    await cdp.detach();
    return longestOf(events);
  };
}

/** @param {TraceEvent[]} events @returns {Tasks} */
function longestOf(events) {
  const threads = events.filter(({ name, args }) => name === 'thread_name' && isWorker(args.name));
  const ours = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
  const tasks = events.filter(({ ph, pid, tid }) => ph === 'X' && ours.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error('the recording knows no task of the background');
  return {
    longest: Math.max(...tasks.map(({ dur = 0 }) => dur)) / 1_000,
    longestOwn: Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1_000,
  };
}

const isWorker = (/** @type {string} */ name) => /^service ?worker/i.test(name);
