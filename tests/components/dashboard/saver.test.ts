import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Saver } from '../../../components/dashboard/saver.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

interface Fields {
  alias: string;
  text: string;
}

function saver(save: (changes: Partial<Fields>) => Promise<boolean>) {
  const told: string[] = [];
  const saved = vi.fn(save);
  return { told, saved, saver: new Saver<Fields>(saved, (state) => told.push(state)) };
}

test('what is typed is saved once the typing rests', async () => {
  const { saver: it, saved, told } = saver(async () => true);
  it.change({ alias: 'M' });
  await vi.advanceTimersByTimeAsync(200);
  it.change({ alias: 'Ma' });
  it.change({ text: 'x' });
  await vi.advanceTimersByTimeAsync(299);
  expect(saved).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(saved.mock.calls).toEqual([[{ alias: 'Ma', text: 'x' }]]);
  expect(told.at(-1)).toBe('saved');
});

test('leaving a field saves at once, and only what has changed', async () => {
  const { saver: it, saved } = saver(async () => true);
  it.change({ alias: 'Mail' });
  expect(await it.flush()).toBe(true);
  expect(await it.flush()).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(saved).toHaveBeenCalledOnce();
});

test('what could not be saved is said, kept, and tried again with what was typed since', async () => {
  let isThere = false;
  const {
    saver: it,
    saved,
    told,
  } = saver(async () => {
    if (!isThere) throw new Error('no answer');
    return true;
  });
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  it.change({ alias: 'Mail', text: 'x' });
  expect(await it.flush()).toBe(false);
  expect(told.at(-1)).toBe('notSaved');
  isThere = true;
  it.change({ text: 'xy' });
  await vi.advanceTimersByTimeAsync(300);
  expect(saved).toHaveBeenLastCalledWith({ alias: 'Mail', text: 'xy' });
  expect(told.at(-1)).toBe('saved');
});

test('it tries again by itself', async () => {
  const { saver: it, saved } = saver(async () => false);
  it.change({ alias: 'Mail' });
  await vi.advanceTimersByTimeAsync(300);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(saved).toHaveBeenCalledTimes(2);
});

test('an older value never overtakes a newer one', async () => {
  const open: (() => void)[] = [];
  const { saver: it, saved } = saver(() => new Promise((resolve) => open.push(() => resolve(true))));
  it.change({ alias: 'a' });
  void it.flush();
  await vi.advanceTimersByTimeAsync(0);
  it.change({ alias: 'b' });
  void it.flush();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toHaveBeenCalledTimes(1);
  open[0]?.();
  await vi.advanceTimersByTimeAsync(0);
  expect(saved).toHaveBeenLastCalledWith({ alias: 'b' });
});
