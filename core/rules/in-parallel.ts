/** Works off all tasks, so many at a time; true when any of them did something. The first error is told at the end. */
export async function inParallel(tasks: readonly (() => Promise<boolean>)[], most: number): Promise<boolean> {
  const left = [...tasks];
  let hasWorked = false;
  const work = async () => {
    for (let task = left.shift(); task; task = left.shift()) hasWorked = (await task()) || hasWorked;
  };
  const ended = await Promise.allSettled(Array.from({ length: most }, work));
  const failed = ended.find((each) => each.status === 'rejected');
  if (failed) throw failed.reason;
  return hasWorked;
}
