/** Holds several queues at once: each is at rest while work goes on that concerns all of them. */

/** Runs `work` when all queues have come to it; they go on when it has ended. `enqueue` runs a turn of one queue. */
export async function holdAll<T>(
  keys: readonly string[],
  enqueue: (key: string, turn: () => Promise<void>) => Promise<unknown>,
  work: () => Promise<T>,
): Promise<T> {
  const end = Promise.withResolvers<void>();
  const begun = keys.map((key) => {
    const turn = Promise.withResolvers<void>();
    const held = enqueue(key, () => {
      turn.resolve();
      return end.promise;
    });
    return { turn: turn.promise, held };
  });
  try {
    await Promise.all(begun.map(({ turn }) => turn));
    return await work();
  } finally {
    end.resolve();
    await Promise.all(begun.map(({ held }) => held));
  }
}
